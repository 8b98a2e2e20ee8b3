"""The coder as a whole, over the project's own sample crisis."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.coding import Coder
from detente.model import ITEM_TYPES, Article, Block, Span
from detente.sources import read

SAMPLES = Path(__file__).parents[2] / "samples" / "winter-2022"


@pytest.fixture(scope="session")
def sample():
    """The articles of the sample crisis, each with its items."""
    coder = Coder()
    articles = [a for a in read([str(SAMPLES)]) if isinstance(a, Article)]
    assert len(articles) == 40
    return coder, [(article, coder.code(article)) for article in articles]


def _spans(value):
    if isinstance(value, Span):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _spans(inner)
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            yield from _spans(getattr(value, name))


def test_every_span_is_what_the_text_says_there(sample):
    count = 0
    for article, items in sample[1]:
        for item in items:
            assert article.text[item.text_info.start : item.text_info.end] == item.text
            for span in _spans(item):
                assert article.text[span.start : span.end] == span.text
                assert span.start < span.end
                count += 1
    assert count > 2000


def test_items_are_whole(sample):
    coder, coded = sample
    for article, items in coded:
        for item in items:
            assert item.article == article.id
            assert item.coder == coder.name
            assert 0 < item.confidence <= 1
            assert item.kind in ITEM_TYPES


def test_items_stand_by_kind_and_then_in_reading_order(sample):
    order = list(ITEM_TYPES)
    for _, items in sample[1]:
        keys = [(order.index(item.kind), item.text_info.start) for item in items]
        assert keys == sorted(keys)


def test_ids_are_the_item_s_own(sample):
    for _, items in sample[1]:
        ids = [item.id for item in items if item.kind != "mention"]
        assert len(ids) == len(set(ids))


def test_events_keep_to_the_codebook(sample):
    coder, coded = sample
    for _, items in coded:
        for event in (item for item in items if item.kind == "event"):
            kind = coder.ontology.types[event.event]
            assert event.quad_code == kind.quad
            assert event.actor or event.recipient
            assert set(event.context) <= set(coder.ontology.contexts)
            assert event.negated or event.status != "denied"
            for party in (*event.actor, *event.recipient):
                assert party.code.startswith(party.country or "")


def test_the_same_article_gives_the_same_items(sample):
    coder, coded = sample
    for article, items in coded[::8]:
        assert coder.code(article) == items


def test_what_was_coded_before_does_not_matter(sample):
    _, coded = sample
    fresh = Coder()
    for article, items in coded[-1:-12:-5]:
        assert fresh.code(article) == items


def test_only_the_kinds_wanted_are_given(sample):
    article, items = sample[1][12]
    wanted = Coder(kinds=["statement"]).code(article)
    assert wanted == [item for item in items if item.kind == "statement"]
    assert wanted
    assert Coder(kinds=[]).code(article) == []


def test_other_names_for_the_article_change_nothing_but_ids(sample):
    coder, coded = sample
    article, items = coded[3]
    again = coder.code(article.model_copy(update={"id": "other"}))
    left = {"id", "article"}
    assert sorted(i.model_dump_json(exclude=left) for i in again) == sorted(i.model_dump_json(exclude=left) for i in items)
    assert not {i.id for i in again} & {i.id for i in items}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?!", "“”", "🙂🙂", "\u200b", "a" * 3000, "Kenya " * 400, "(((((", "1 2 3 4"])
def test_any_text_can_be_coded(text):
    blocks = (Block(kind="body", start=0, end=len(text)),)
    for item in Coder().code(Article(id="x", text=text, blocks=blocks)):
        assert text[item.text_info.start : item.text_info.end] == item.text


def test_the_name_tells_version_codebook_and_decider():
    coder = Coder()
    assert coder.name.startswith("detente ")
    assert coder.ontology.name in coder.name
    assert coder.decider.name in coder.name
