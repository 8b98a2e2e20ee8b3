"""The checker: what it gives out, what it bears, and how its time grows."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from detente.checks import Checker, Problem, Report
from detente.coding import Coder
from detente.settings import settings
from detente.sources.text import from_text

TEXT = "Russia expelled two Polish diplomats on Tuesday, November 13. Poland said that it would respond."
DAY = dt.date(2022, 1, 27)


def check(find: Callable[[Report], Iterator[Problem]]) -> Any:
    return SimpleNamespace(NAME="made-up", SEVERITY="error", SAYS="it is made up", find=find)


def test_findings_come_with_the_items_and_only_where_they_are_wanted(coder: Coder) -> None:
    article = from_text(TEXT).article("t", DAY)
    whole = Checker(coder).code(article)
    assert {"event", "statement", "finding"} <= {item.kind for item in whole}
    assert [item for item in whole if item.kind != "finding"] == coder.code(article)
    assert {item.kind for item in Checker(coder, kinds={"finding"}).code(article)} == {"finding"}
    assert Checker(coder, kinds={"event"}).code(article) == [item for item in whole if item.kind == "event"]


def test_a_finding_leads_to_its_words_and_its_sentence(coder: Coder) -> None:
    article = from_text(TEXT).article("t", DAY)
    (found,) = Checker(coder, kinds={"finding"}).code(article)
    assert article.text[found.text_info.start : found.text_info.end] == found.text
    assert found.text.startswith("Russia expelled")
    assert found.evidence["finding"][0].text == "Tuesday, November 13"


def test_a_check_that_fails_is_told_and_loses_nothing(
    coder: Coder, report: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Report) -> Iterator[Problem]:
        raise ZeroDivisionError("division by zero")

    def finds(_: Report) -> Iterator[Problem]:
        yield Problem(0, 6, "it is wrong", "nothing")

    checker = Checker(coder, checks=[check(fails), check(finds)])
    told = [(found.severity, found.message) for found in checker.findings(report(TEXT))]
    assert ("error", "it is wrong") in told
    assert ("note", "a fault of the check, please report it: ZeroDivisionError: division by zero") in told
    monkeypatch.setenv("DETENTE_DEBUG", "1")
    settings.cache_clear()
    try:
        with pytest.raises(ZeroDivisionError):
            checker.findings(report(TEXT))
    finally:
        monkeypatch.undo()
        settings.cache_clear()


@pytest.mark.parametrize(
    "unit", ["\n", " ", '"', "“", "(", "7", "a", "A", ", ", ". ", "- ", "<", "&", "*", "\t", "the army ", "and "]
)
def test_no_text_takes_the_checks_long(coder: Coder, unit: str) -> None:
    """What is no text at all must not hold up an archive: once it was a pattern tried at each of 60,000 blank lines."""
    text = f"{TEXT}\n\n{unit * (12_000 // len(unit))}\n\nDone."
    coded = Report(*coder.coded(from_text(text).article("t", DAY), {"event", "statement", "figure"}))
    coded.named()
    checker = Checker(coder)
    began = time.process_time()
    checker.findings(coded)
    assert time.process_time() - began < 2.5
