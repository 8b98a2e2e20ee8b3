"""Coding many articles."""

from __future__ import annotations

import pytest

from detente import pipeline, settings
from detente.coding import Coder
from detente.errors import CodingFailed, InputError, NotFound
from detente.pipeline import code_articles
from made_items import article

TEXTS = ["Chad attacked Niger on Monday.", "Canada imposed sanctions on Iran.", "", "Kenya urged Uganda to withdraw its troops."]


def _articles(copies=1):
    return [article(id=f"a{n}", text=text) for n, text in enumerate(TEXTS * copies)]


def test_order_is_kept_and_each_article_has_its_items():
    given = _articles()
    coded = list(code_articles(given, workers=1))
    assert [one for one, _ in coded] == given
    coder = Coder()
    assert [items for _, items in coded] == [coder.code(one) for one in given]


def test_what_could_not_be_read_is_passed_on_in_its_place():
    missing = NotFound("gone.txt", "there is no such file")
    one, other = _articles()[:2]
    found = list(code_articles([one, missing, other], workers=1))
    assert found[1] is missing
    assert [entry[0].id for entry in (found[0], found[2])] == [one.id, other.id]


def test_nothing_gives_nothing():
    assert list(code_articles([], workers=1)) == []
    assert list(code_articles([], workers=2)) == []


def test_only_the_kinds_wanted_are_given():
    found = list(code_articles(_articles(), kinds=["event"], workers=1))
    assert {item.kind for _, items in found for item in items} == {"event"}


def test_articles_are_read_one_by_one_as_they_are_wanted(monkeypatch):
    monkeypatch.setattr(pipeline, "WORTH_SHARING", 1)
    read = []

    def stream():
        for one in _articles(5):
            read.append(one.id)
            yield one

    run = code_articles(stream(), workers=1)
    next(run)
    assert len(read) < 5


def test_a_fault_on_one_article_is_told_and_the_others_go_on(monkeypatch):
    _faulty(monkeypatch)
    one, other, *_ = _articles()
    found = list(code_articles([other, one, other], workers=1))
    assert isinstance(found[1], CodingFailed)
    assert isinstance(found[1], InputError)
    assert found[1].name == one.id
    assert "ZeroDivisionError" in str(found[1])
    assert found[0] == found[2]


def test_with_debug_a_fault_is_raised(monkeypatch):
    _faulty(monkeypatch)
    monkeypatch.setenv("DETENTE_DEBUG", "1")
    settings.settings.cache_clear()
    try:
        with pytest.raises(ZeroDivisionError):
            list(code_articles(_articles()[:1], workers=1))
    finally:
        monkeypatch.undo()
        settings.settings.cache_clear()


def _faulty(monkeypatch):
    code = Coder.coded

    def faulty(self, one, kinds):
        return 1 / 0 if one.id == "a0" else code(self, one, kinds)

    monkeypatch.setattr(Coder, "coded", faulty)


def test_two_workers_give_what_one_gives(monkeypatch):
    monkeypatch.setattr(pipeline, "WORTH_SHARING", 100)
    missing = NotFound("gone.txt", "there is no such file")
    given = [*_articles(3)[:5], missing, *_articles(3)[5:]]
    alone = list(code_articles(given, workers=1))
    shared = list(code_articles(given, workers=2))
    assert [str(e) for e in shared if isinstance(e, InputError)] == [str(missing)]
    assert [e for e in shared if not isinstance(e, InputError)] == [e for e in alone if not isinstance(e, InputError)]
    assert [isinstance(e, InputError) for e in shared] == [isinstance(e, InputError) for e in alone]
