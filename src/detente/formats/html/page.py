"""The whole page."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files

from detente.formats.html.cards import CARDED, cards, filters
from detente.formats.html.escape import safe
from detente.formats.html.marks import marks_of
from detente.formats.html.picture import picture
from detente.formats.html.report import Report
from detente.formats.wording import PLURALS, day
from detente.model import Article, Block, Event, Item
from detente.version import __version__

_LEGEND = (
    ("event", "events"),
    ("actor", "who and whom"),
    ("statement", "statements"),
    ("figure", "figures"),
    ("place", "places"),
    ("time", "times"),
    ("condition", "conditions"),
    ("talks", "talks"),
    ("commitment", "commitments"),
    ("position", "positions"),
    ("forecast", "forecasts"),
    ("finding", "findings"),
)


def page(articles: list[tuple[Article, list[Item]]]) -> str:
    """One HTML page that shows coded articles, each with its items; it needs no network and holds no clock time.

    The same articles and items give the same bytes. All that comes from an article is escaped; the page's own policy
    (Content-Security-Policy) lets no other script run and nothing be fetched.
    """
    style, script = _asset("page.css"), _asset("page.js")
    shown = [_Shown(n, article, items) for n, (article, items) in enumerate(articles, start=1)]
    bodies = [one.html() for one in shown]
    title = shown[0].title if len(shown) == 1 else f"{len(shown)} coded reports"
    index = _index(shown) if len(shown) > 1 else ""
    layers = {layer for one in shown for layer in one.layers}
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; "
    policy += "form-action 'none'"
    coders = sorted({item.coder for one in shown for item in one.items}) or [f"detente {__version__}"]
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<meta name="generator" content="detente {__version__}">\n'
        f"<title>{safe(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{_legend(layers)}\n{index}\n<main>\n{''.join(bodies)}</main>\n"
        f'<footer class="colophon">Coded by {safe("; ".join(coders))}. '
        f"Every card leads back to the words that it rests on.</footer>\n"
        f'<div class="peek" role="status" hidden></div>\n<script>{script}</script>\n</body>\n</html>\n'
    )


class _Shown:
    """One article on the page."""

    def __init__(self, number: int, article: Article, items: Sequence[Item]) -> None:
        self.prefix = f"a{number}"
        self.article = article
        self.items = items
        self.marks = marks_of(items, len(article.text))
        self.layers = {mark.layer for mark in self.marks}
        self.counts = Counter(item.kind for item in items if item.kind in CARDED)
        self.headline = _headline(article)
        words = article.text[self.headline.start : self.headline.end] if self.headline else None
        self.title = article.title or words or article.id

    def html(self) -> str:
        report = Report(self.article, self.marks, self.prefix)
        heading = report.headline(self.headline) if self.headline else safe(self.title)
        body = report.body(skip=self.headline)
        listed = cards(self.items, report.anchors, self.prefix)
        told = " · ".join(_count(kind, self.counts[kind]) for kind in CARDED if self.counts[kind]) or "nothing coded"
        panel = (
            f'<div class="filters" role="group" aria-label="Which items to show">{filters(self.counts)}</div>'
            f'<ol class="cards" aria-label="Items in reading order">\n{listed}\n</ol>'
            if listed
            else '<p class="none">Nothing was coded in this report.</p>'
        )
        return (
            f'<article class="coded" id="{self.prefix}" aria-labelledby="{self.prefix}h">\n<header class="top">\n'
            f'<p class="meta">{self._meta()}</p>\n<h1 id="{self.prefix}h">{heading}</h1>\n<p class="counts">{told}</p>\n'
            f"{picture(self.items, self.prefix)}\n</header>\n"
            f'<div class="sheet">\n<section class="report" aria-label="The report">\n{body}\n</section>\n'
            f'<aside class="panel" aria-label="What was coded">\n{panel}\n</aside>\n</div>\n</article>\n'
        )

    def _meta(self) -> str:
        article = self.article
        parts = [safe(article.publisher)] if article.publisher else []
        if article.date:
            parts.append(f'<time datetime="{article.date.isoformat()}">{day(article.date)}</time>')
        else:
            parts.append(f'<span class="undated">{_undated(self.items)}</span>')
        if article.url:
            parts.append(f'<span class="address">{safe(article.url)}</span>')
        return " · ".join(parts)


def _headline(article: Article) -> Block | None:
    """The headline of the text, where it is the article's title or the article has none of its own."""
    for block in article.blocks:
        if block.kind == "headline":
            words = article.text[block.start : block.end]
            same = article.title is None or words.split() == article.title.split()
            return block if same else None
    return None


def _count(kind: str, count: int) -> str:
    return f"<b>{count}</b> {kind if count == 1 else PLURALS[kind]}"


def _legend(layers: set[str]) -> str:
    keys = "".join(
        f'<button type="button" class="l-{layer}" data-layer="{layer}" aria-pressed="true">'
        f'<i aria-hidden="true"></i>{name}</button>'
        for layer, name in _LEGEND
        if layer in layers
    )
    return (
        '<nav class="legend" aria-label="Marks in the text, each switched on and off">'
        f'<span class="brand">détente</span><span class="switches">{keys}</span></nav>'
    )


def _undated(items: Sequence[Item]) -> str:
    """What stands for the date of a report that came without: when it was published by what it tells, if that is known."""
    published = next((item.published for item in items if item.published), None)
    if published is None:
        return "no date: coded without"
    last = published.enddate or published.date
    days = day(last) if published.date == last else f"{day(published.date)} to {day(last)}"
    return f"no date: of {days} by what it tells"


def _index(shown: Sequence[_Shown]) -> str:
    rows = []
    for one in shown:
        dated = day(one.article.date) if one.article.date else "no date"
        quads = Counter(item.quad_code for item in one.items if isinstance(item, Event))
        bar = "".join(f'<i class="q{quad}"></i>' * quads[quad] for quad in (1, 2, 3, 4))
        rows.append(
            f'<li><a href="#{one.prefix}">{safe(one.title)}</a> <span class="dated">{dated}</span>'
            f'<span class="bar" role="img" aria-label="{sum(quads.values())} events">{bar}</span></li>'
        )
    return f'<nav class="index" aria-label="Reports"><ol>{"".join(rows)}</ol></nav>'


def _asset(name: str) -> str:
    return files("detente.formats.html").joinpath(name).read_text(encoding="utf-8")


def _digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
