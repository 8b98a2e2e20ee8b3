from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import NoArticle
from detente.sources.html import from_html

SENTENCES = [
    "The two delegations met for three hours on Monday in the old customs house and agreed to meet again within a week.",
    "Nobody signed anything, a diplomat who had been in the room said afterwards, but nobody had left early either.",
    "The list of prisoners to be freed is the hardest question, because each side counts other men as prisoners.",
    "A second round has been called for the coming Thursday, and the deputies will lead it in place of the ministers.",
]
MENU = "".join(f'<li><a href="/{word.lower()}">{word}</a></li>' for word in ("World", "Sport", "Weather", "Sign in"))


def page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">{head}</head><body>'
        f"<header><nav><ul>{MENU}</ul></nav></header><main><article>{body}</article></main>"
        f"<aside><h3>Most read</h3><ul>{MENU}</ul></aside><footer>Terms of use. Cookies.</footer></body></html>"
    )


HEAD = (
    "<title>Customs house talks end without a signature | Harbour Wire</title>"
    '<meta property="og:title" content="Customs house talks end without a signature">'
    '<meta property="og:site_name" content="Harbour Wire">'
    '<meta property="article:published_time" content="2022-01-24T22:10:00+00:00">'
    '<link rel="canonical" href="https://harbour.example/talks">'
)
BODY = (
    "<h1>Customs house talks end without a signature</h1>"
    f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><h2>The list</h2><p>{SENTENCES[2]}</p><p>{SENTENCES[3]}</p>"
)


def test_the_article_and_nothing_else() -> None:
    article = from_html(page(BODY, HEAD), "x").article("x.html", None)
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == [
        ("headline", "Customs house talks end without a signature"),
        ("body", SENTENCES[0]),
        ("body", SENTENCES[1]),
        ("subhead", "The list"),
        ("body", SENTENCES[2]),
        ("body", SENTENCES[3]),
    ]
    assert article.text.count("\n\n") == 5
    assert article.title == "Customs house talks end without a signature"
    assert article.date == dt.date(2022, 1, 24)
    assert (article.publisher, article.language, article.url) == ("Harbour Wire", "en", "https://harbour.example/talks")


def test_a_title_that_is_only_in_the_metadata_stands_first() -> None:
    article = from_html(page("".join(f"<p>{s}</p>" for s in SENTENCES), HEAD), "x").article("x", None)
    assert article.text.startswith("Customs house talks end without a signature\n\nThe two delegations")
    assert article.blocks[0].kind == "headline"


def test_the_heading_on_the_page_goes_before_the_title_in_the_metadata() -> None:
    body = BODY.replace("end without a signature", "bring no result")
    article = from_html(page(body, HEAD), "x").article("x", None)
    assert article.title == "Customs house talks bring no result"
    assert article.text.count("Customs house talks") == 1


def test_no_date_is_searched_for_in_the_text() -> None:
    html = page("".join(f"<p>{s}</p>" for s in SENTENCES) + "<p>The treaty of 3 May 1998 was mentioned by both.</p>")
    assert from_html(html, "x").date is None


def test_a_date_to_come_is_kept() -> None:
    assert from_html(page(BODY, HEAD.replace("2022-01-24", "2071-01-24")), "x").date == dt.date(2071, 1, 24)


def test_odd_spaces_and_entities() -> None:
    body = BODY.replace("three hours", "three&nbsp;ho&shy;urs").replace("Nobody signed", "Nobody\n     signed")
    text = from_html(page(body, HEAD), "x").text
    assert "three hours" in text
    assert "Nobody signed anything" in text


def test_an_xml_declaration_does_no_harm() -> None:
    html = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + page(BODY, HEAD)
    assert SENTENCES[0] in from_html(html, "x").text


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body></body></html>",
        page("<h1>Only a headline</h1>", HEAD),
        page("<p>Not much of a text.</p>"),
        "<html",
        "<!doctype html>",
    ],
)
def test_no_article(html: str) -> None:
    with pytest.raises(NoArticle, match=r"^x: "):
        from_html(html, "x")


def test_the_same_page_gives_the_same_article() -> None:
    first = from_html(page(BODY, HEAD), "a").article("a", None)
    from_html(page(BODY.replace("Monday", "Friday"), HEAD), "b")
    again = from_html(page(BODY, HEAD), "c").article("c", None)
    assert again.id == first.id
    assert again.text == first.text
    assert again.blocks == first.blocks


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b>", "<div>", "</div>", "<br>", "<ul><li>", "&amp;", "\0", "<", ">", *SENTENCES]),
        max_size=30,
    )
)
def test_broken_pages_give_an_article_or_no_article(parts: list[str]) -> None:
    try:
        draft = from_html("<html><body>" + "".join(parts), "x")
    except NoArticle:
        return
    assert draft.text.strip()
    for block in draft.known:
        assert 0 <= block.start < block.end <= len(draft.text)


def test_deep_nesting() -> None:
    with pytest.raises(NoArticle):
        from_html("<html><body>" + "<div>" * 20_000 + "x", "x")
