"""From an article to its sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import DetenteError
from detente.language import parse
from detente.language.parse import PARSED_KINDS, pipeline
from detente.model import Article, Block
from detente.settings import settings as detente_settings
from made_items import article

ONE = "The envoy of Ghana left Lomé on Friday. Nobody saw him go."
OTHER = "Fishermen in Togo blocked the port. They want the ban lifted."


def _blocks(*pieces: tuple[str, str]) -> Article:
    text, blocks = "", []
    for kind, piece in pieces:
        text += "\n\n" if text else ""
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(piece)))
        text += piece
    return Article(id="p", text=text, blocks=tuple(blocks))


def test_a_sentence_is_its_stretch_of_the_article():
    made = _blocks(("headline", "Envoy leaves"), ("body", ONE), ("body", OTHER))
    found = parse(made).sentences
    assert [s.text for s in found] == [
        "Envoy leaves",
        "The envoy of Ghana left Lomé on Friday.",
        "Nobody saw him go.",
        "Fishermen in Togo blocked the port.",
        "They want the ban lifted.",
    ]
    assert [s.index for s in found] == [0, 1, 2, 3, 4]
    for one in found:
        assert made.text[one.start : one.end] == one.text == one.tokens.text
        assert (one.info.start, one.info.end) == (one.start, one.end)
        for token in one.tokens:
            span = one.span(token)
            assert span.text == token.text == made.text[span.start : span.end]


def test_a_span_reaches_from_the_first_token_to_the_last():
    only = parse(article(text="The envoy of Ghana left.")).sentences[0]
    first, last = only.tokens[1], only.tokens[3]
    assert only.span(first, last).text == "envoy of Ghana"
    assert only.span_of([last, first]).text == "envoy of Ghana"


@pytest.mark.parametrize("kind", ["byline", "dateline", "credit"])
def test_bylines_datelines_and_credits_hold_no_sentences(kind):
    assert kind not in PARSED_KINDS
    assert [s.text for s in parse(_blocks((kind, "By Ama Mensah"), ("body", "The envoy left."))).sentences] == ["The envoy left."]


def test_an_article_without_blocks_has_no_sentences():
    assert parse(Article(id="p", text="The envoy left.")).sentences == []


def test_what_a_paragraph_is_parsed_into_does_not_depend_on_the_others():
    alone = parse(_blocks(("body", ONE))).sentences
    for others in ([("body", OTHER)], [("headline", "Port blocked"), ("body", OTHER * 3)]):
        beside = [s for s in parse(_blocks(*others, ("body", ONE))).sentences if s.text in ONE]
        assert _shape(beside) == _shape(alone)


def _shape(sentences):
    return [[(t.text, t.pos_, t.dep_, t.head.i, t.ent_type_) for t in s.tokens] for s in sentences]


def test_a_long_block_is_cut_between_sentences(monkeypatch):
    text = " ".join(f"The envoy left town number {n} on Friday." for n in range(60))
    whole = [s.text for s in parse(article(text=text)).sentences]
    monkeypatch.setenv("DETENTE_BLOCK_LIMIT", "300")
    detente_settings.cache_clear()
    try:
        cut = parse(article(text=text)).sentences
    finally:
        monkeypatch.undo()
        detente_settings.cache_clear()
    assert [s.text for s in cut] == whole
    assert max(len(s.tokens.doc.text) for s in cut) <= 300


def test_a_long_block_without_sentence_ends_is_cut_at_a_blank(monkeypatch):
    text = "word " * 200
    monkeypatch.setenv("DETENTE_BLOCK_LIMIT", "101")
    detente_settings.cache_clear()
    try:
        found = parse(article(text=text)).sentences
    finally:
        monkeypatch.undo()
        detente_settings.cache_clear()
    assert {t.text for s in found for t in s.tokens if not t.is_space} == {"word"}
    assert sum(not t.is_space for s in found for t in s.tokens) == 200


def test_a_pipeline_that_is_not_there_is_told_by_name():
    with pytest.raises(DetenteError, match="no_such_pipeline"):
        pipeline("no_such_pipeline")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["The envoy left.", " ", "\n", "\t", "“No”", "Mr. Amadou", "é", "😀", "1.5%", "?", "—", "left"]),
        max_size=15,
    )
)
def test_sentences_of_any_text_are_stretches_of_it_in_order(pieces):
    text = "".join(pieces)
    last = 0
    for one in parse(article(text=text)).sentences:
        assert last <= one.start < one.end <= len(text)
        assert one.text == one.tokens.text
        assert not one.text[0].isspace()
        assert not one.text[-1].isspace()
        last = one.end
