from __future__ import annotations

import datetime as dt
import random
from typing import Any

from detente.bench import findings
from detente.bench.planting import MONTHS, WEEKDAYS, misspelt, plant
from detente.coding import Coder
from detente.knowledge import knowledge
from detente.model import Article, Finding, Item, Span, TextInfo

TEXT = (
    "Emmanuel Macron met Olaf Scholz in Berlin on Thursday. They had last spoken on March 3, 2022. "
    "The ferry line was closed on Monday."
)
DATE = dt.date(2022, 5, 13)  # a Friday


def test_one_error_of_each_kind_is_planted_and_known() -> None:
    text, planted = plant(TEXT, DATE, knowledge(), random.Random(1))
    assert sorted(error.what for error in planted) == ["name", "weekday"]
    for error in planted:
        wrong = text[error.start : error.end]
        assert wrong not in TEXT
        assert error.right not in wrong


def test_planted_weekdays_never_fit_their_dates() -> None:
    for seed in range(40):
        text, planted = plant(TEXT, DATE, knowledge(), random.Random(seed))
        for error in (e for e in planted if e.what == "weekday"):
            weekday, month, day = text[error.start : error.end].replace(",", "").split()[:3]
            date = dt.date(2022, MONTHS.index(month) + 1, int(day))
            assert WEEKDAYS[date.weekday()] == error.right != weekday


def test_the_same_seed_plants_the_same() -> None:
    assert plant(TEXT, DATE, knowledge(), random.Random("s")) == plant(TEXT, DATE, knowledge(), random.Random("s"))
    assert len({plant(TEXT, DATE, knowledge(), random.Random(n))[0] for n in range(20)}) > 5


def test_a_misspelling_is_another_word_with_the_same_first_letter() -> None:
    for seed in range(200):
        wrong = misspelt("Macron", random.Random(seed))
        assert wrong != "Macron"
        assert wrong[0] == "M"
        assert abs(len(wrong) - len("Macron")) <= 1


class _Alarmed(Coder):
    """Finds fault with a word wherever it stands."""

    def __init__(self, faulty: dict[str, str]) -> None:
        super().__init__(kinds={"finding"})
        self._faulty = faulty

    def code(self, article: Article) -> list[Item]:
        return [self._finding(article, word, right) for word, right in self._faulty.items() if word in article.text]

    def _finding(self, article: Article, word: str, right: str) -> Finding:
        at = article.text.index(word)
        common: dict[str, Any] = {"date": None, "confidence": 1.0, "evidence": {}, "coder": "test", "basis": "test"}
        span = Span.of(article.text, at, at + len(word))
        info = TextInfo(start=0, end=len(article.text))
        return Finding(
            id=word, article=article.id, text=article.text, text_info=info, check="c", severity="error", span=span,
            message=f"{word} is wrong", suggestion=right, **common
        )  # fmt: skip


def test_hits_suggestions_and_false_alarms_are_counted() -> None:
    record = {"id": "f", "text": TEXT, "date": DATE.isoformat()}
    _, lines = findings.measure([record], _Alarmed({}))
    spoilt, _ = plant(TEXT, DATE, knowledge(), random.Random(f"{findings.SEED} f"))
    name = next(p for p in lines[0]["planted"] if p["what"] == "name")
    scores, _ = findings.measure([record], _Alarmed({spoilt[name["start"] : name["end"]]: name["right"], "ferry": "boat"}))
    assert (scores["planted"], scores["found"], scores["found_share"]) == (2, 1, 0.5)
    assert scores["by_error"]["name"] == {"planted": 1, "found": 1.0, "suggested": 1.0}
    assert scores["by_error"]["weekday"]["found"] == 0.0
    # The ferry is found with and without the errors: it is a false alarm, not a finding of theirs.
    assert (scores["false_alarms"], scores["precision"]) == (1, 1.0)
