from __future__ import annotations

import base64
import datetime as dt
import hashlib
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from crisis import BODY, HEAD, ICELAND, NORWAY, TEXT, article, event, items, span
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.formats.html import page
from detente.formats.html.marks import LAYERS, Mark, marks_of
from detente.formats.html.picture import OTHERS, acts_of, picture
from detente.formats.html.report import Report
from detente.model import Article, Block, Dated, Item

VOID = {"meta"}
CSS = files("detente.formats.html").joinpath("page.css").read_text(encoding="utf-8")


class Tree(HTMLParser):
    """Elements, attributes and text of a page, failing on any tag that is closed out of turn."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.letters: list[tuple[str, list[str]]] = []  # each with the classes of the marks around it
        self.scripts: list[str] = []
        self.report = ""
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), tag
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [(attrs.get("class") or "").split() for _, attrs in self.open]
        if self.open and self.open[-1][0] == "script":
            self.scripts.append(data)
        if any("who" in names for names in classes):
            return
        marks = [name for names in classes for name in names if name.startswith("k-")]
        self.letters += [(letter, marks) for letter in data]
        if any("report" in names for names in classes) or any(tag == "h1" for tag, _ in self.open):
            self.report += data


def shown(**keys: object) -> str:
    return page([(article(**keys), items())])  # type: ignore[arg-type]


def test_report_stands_unchanged_under_its_marks() -> None:
    assert Tree(shown()).report.split() == TEXT.split()


def test_headline_stands_once_and_carries_its_marks() -> None:
    source = shown()
    assert re.sub("<[^>]+>", "", source.split("<h1")[1].split(">", 1)[1].split("</h1>")[0]) == HEAD
    assert 'k-talks"' in source.split("<h1")[1].split("</h1>")[0]
    assert Tree(source).report.split().count("cod") == 1


def test_title_of_its_own_does_not_swallow_the_headline() -> None:
    tree = Tree(shown(title="Another title"))
    assert tree.report.split() == ["Another", "title", *TEXT.split()]


def test_words_outside_every_block_are_not_lost() -> None:
    text = "Before\n\nHead\n\nBetween\n\nand after\n"
    block = Block(kind="headline", start=text.index("Head"), end=text.index("Head") + 4)
    tree = Tree(page([(Article(id="a", text=text, blocks=(block,)), [])]))
    assert sorted(tree.report.split()) == sorted(text.split())


def test_dateline_shares_the_paragraph_of_its_text() -> None:
    text = "BERGEN (Fjord Post) - The talks failed.\n\nNobody spoke."
    blocks = (Block(kind="dateline", start=0, end=21), Block(kind="body", start=22, end=39), Block(kind="body", start=41, end=54))
    source = page([(Article(id="a", text=text, blocks=blocks), [])])
    assert '<p class="b-body"><span class="b-dateline">BERGEN (Fjord Post) - </span>The talks failed.</p>' in source


def test_overlapping_marks_are_cut_and_opened_again() -> None:
    text = "one two three"
    marks = [Mark(0, 7, "statement", (0,), (0,)), Mark(4, 13, "time", (1,), (1,))]
    out = Report(Article(id="a", text=text), marks, "a1").words(0, len(text))
    assert out == (
        '<span class="m k-statement" data-i="0" id="a1m0">one '
        '<span class="m k-time cut-r" data-i="1" id="a1m1">two</span></span>'
        '<span class="m k-time cut-l" data-i="1"> three</span>'
    )


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from(LAYERS))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab <&\"'>é\U0001f54a", min_size=1, max_size=30), st.lists(SPANS, max_size=9))
def test_every_letter_has_just_the_marks_that_cover_it(text: str, spans: list[tuple[int, int, str]]) -> None:
    wanted = {(s, min(s + n, len(text)), layer) for s, n, layer in spans if s < len(text)}
    marks = [Mark(s, e, layer, (n,), (n,)) for n, (s, e, layer) in enumerate(sorted(wanted))]
    tree = Tree(Report(Article(id="a", text=text), marks, "a1").words(0, len(text)))
    assert "".join(letter for letter, _ in tree.letters) == text
    for at, (_, around) in enumerate(tree.letters):
        assert sorted(around) == sorted(f"k-{layer}" for s, e, layer in wanted if s <= at < e)
    ids = [attrs["id"] for _, attrs in tree.elements if "id" in attrs]
    assert len(ids) == len(set(ids)) == len(marks)


def test_same_words_in_one_layer_are_marked_once_and_lead_to_all_items() -> None:
    pair = [event(span("met")), event(span("met"), event="AGREE")]
    (mark,) = [m for m in marks_of(pair, len(TEXT)) if m.layer == "event"]
    assert (mark.cards, mark.leads) == ((0, 1), (0, 1))
    source = page([(article(), list(pair))])
    assert source.count('class="head" href="#a1m0"') == 2


def test_done_and_undone_events_look_different() -> None:
    pair = [event(span("met")), event(span("seize"), status="threatened", quad_code=4), event(span("promised"), negated=True)]
    looks = {m.start: m.classes for m in marks_of(pair, len(TEXT)) if m.layer == "event"}
    assert looks == {
        span("met").start: ("q1", "done"),
        span("seize").start: ("q4", "undone"),
        span("promised").start: ("q1", "undone"),
    }
    assert "not done" in page([(article(), list(pair))])


def test_a_card_tells_what_the_item_holds() -> None:
    tree = Tree(shown())
    text = "".join(letter for letter, _ in tree.letters)
    for told in (
        "NOR Kari Lund",
        "COERCE · seize",
        "threatened",
        "12 boats",
        "if Iceland crosses the line",
        "Kari Lund (said)",
        "10 February 2023 · Bergen, NOR",
        "2 hours 30 minutes",
        "Akureyri, 4 March 2023",
        "fishing grounds",
        "10 February 2023 to 4 March 2023",
        "Nobody of this name was envoy on that day.",
        "Kari Lunde",
    ):
        assert told in text, told


def test_speaker_is_named_once_in_a_row() -> None:
    assert shown().count('<i class="who" aria-hidden="true">Kari Lund</i>') == 1


@pytest.mark.parametrize("several", [1, 3])
def test_links_and_labels_lead_somewhere(several: int) -> None:
    tree = Tree(page([(article(id=f"r{n}"), items()) for n in range(several)]))
    ids = [str(attrs["id"]) for _, attrs in tree.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = [str(attrs["href"]) for _, attrs in tree.elements if "href" in attrs]
    assert len(targets) > 8 * several
    assert all(target.startswith("#") and target[1:] in ids for target in targets)
    told = [str(attrs[key]) for _, attrs in tree.elements for key in ("aria-describedby", "aria-labelledby") if key in attrs]
    assert told
    assert set(told) <= set(ids)


def test_several_reports_get_an_index() -> None:
    source = page([(article(id="a", title="First"), items()), (article(id="b", title="Second", date=None), [])])
    index = source.split('<nav class="index"')[1].split("</nav>")[0]
    assert 'href="#a1">First' in index
    assert 'href="#a2">Second' in index
    assert "no date" in index
    assert '<nav class="index"' not in shown()


def test_undated_report_says_so() -> None:
    assert "no date: coded without" in shown(date=None)
    assert "no date" not in shown()


def test_undated_report_says_of_when_it_is_by_what_it_tells() -> None:
    told = Dated(date=dt.date(2031, 5, 3), enddate=dt.date(2031, 5, 4), precision="week", basis="worked out")
    of_then = [one.model_copy(update={"published": told}) for one in items()]
    assert "no date: of 3 May 2031 to 4 May 2031 by what it tells" in page([(article(date=None), of_then)])


def test_report_without_items() -> None:
    source = page([(article(), [])])
    assert "nothing coded" in source
    assert "<svg" not in source
    assert Tree(source).report.split() == TEXT.split()


def test_nothing_is_fetched_and_policy_fits() -> None:
    source = shown(url="https://example.org/cod")
    assert not re.search(r"@import|url\(|\bsrc=|<link|<iframe|<img", source)
    style = source.split("<style>")[1].split("</style>")[0]
    (script,) = Tree(source).scripts
    for told in (style, script):
        assert f"sha256-{base64.b64encode(hashlib.sha256(told.encode()).digest()).decode()}" in source
    assert "default-src 'none'" in source


EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover=alert(3) x='</style>\u202e\x1b[31m\x00"


def test_hostile_report_stays_text() -> None:
    text = f"{EVIL} met{EVIL}\n\n{EVIL} Body {EVIL}"
    evil = NORWAY.model_copy(update={"name": EVIL, "code": EVIL, "office": EVIL, "country": EVIL})
    whole = span(text[:-3], text)
    given: list[Item] = [event(span("met", text), actor=[evil], event=EVIL, mode=EVIL, condition=whole, size={EVIL: 3})]
    for item in items()[1:]:
        worded = {"cue", "what", "issue", "message", "suggestion", "basis", "check", "venue", "likelihood", "outcome", "value"}
        changed = {name: EVIL for name, value in item if name in worded and isinstance(value, str | None)}
        spread = {"evidence": {"what": [whole]}, "text": EVIL, "coder": EVIL, "id": EVIL}
        given.append(item.model_copy(update={**changed, **spread}))
    shape = article(text, title=EVIL, publisher=EVIL, url=f"javascript:{EVIL}", id=EVIL)
    source = page([(shape, given), (shape, given)])
    tree = Tree(source)
    assert len(tree.scripts) == 1
    assert {tag for tag, _ in tree.elements}.isdisjoint({"img", "iframe", "object", "link", "base", "form"})
    assert sum(tag == "script" for tag, _ in tree.elements) == sum(tag == "style" for tag, _ in tree.elements) == 1
    assert not [name for _, attrs in tree.elements for name in attrs if name.startswith("on") or name == "style"]
    assert all(str(attrs["href"]).startswith("#a") for _, attrs in tree.elements if "href" in attrs)
    assert not set(source) & {"\u202e", "\x1b", "\x00"}


def test_lone_surrogates_can_be_written() -> None:
    text = "Head\n\nA broken \ud83d letter"
    page([(article(text, id="x"), [])]).encode("utf-8")


def test_page_is_the_same_in_every_process() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); from crisis import article, items;"
        "from detente.formats.html import page; sys.stdout.buffer.write(page([(article(), items())]).encode())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {shown().encode()}


def test_picture_draws_conflict_over_and_cooperation_under_the_line() -> None:
    pair = [event(span("met")), event(span("seize"), quad_code=4)]
    lying = picture(pair, "a1").split("</svg>")[0]
    heights = {quad: float(re.search(rf'class="act q{quad} done".*?d="M\S+ (\S+?)C', lying).group(1)) for quad in (1, 4)}  # type: ignore[union-attr]
    assert heights[4] < 0 < heights[1]


def test_picture_keeps_everybody_beyond_the_tenth_as_others() -> None:
    codes = ["NOR", "ISL", "SWE", "FIN", "DNK", "DEU", "FRA", "GBR", "USA", "CAN", "ESP", "ITA", "POL"]
    parties = [ICELAND.model_copy(update={"code": code, "country": code, "name": code}) for code in codes]
    acts = acts_of([event(span("met"), recipient=[party]) for party in parties])
    labels = {label for act in acts for label in (act.source, act.target)}
    assert OTHERS in labels
    assert len(labels) == 11
    assert len(acts) == len(codes)


def test_acts_pair_every_actor_with_every_recipient() -> None:
    acts = acts_of([event(span("met"), actor=[NORWAY, ICELAND], recipient=[]), event(span("met"), actor=[], recipient=[])])
    assert [(act.source, act.target) for act in acts] == [("NOR", None), ("ISL", None)]


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_colours_are_legible(scheme: int) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text, on the page, on what is lit, and on a filled chip."""
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", CSS.split(":root {")[1 + scheme].split("}")[0]))
    for quad in ("q1", "q2", "q3", "q4"):
        assert _contrast(colours[quad], colours["on"]) >= 4.5, quad
        assert _contrast(colours[quad], colours["paper"]) >= 4.5, quad
    for name in ("ink", "soft"):
        assert _contrast(colours[name], colours["paper"]) >= 4.5, name
        assert _contrast(colours[name], colours["lit-soft"]) >= 4.5, name
    assert _contrast(colours["ink"], colours["lit"]) >= 4.5
    for name in ("talks", "commitment", "position", "forecast", "finding"):
        assert _contrast(colours[name], colours["paper"]) >= 4.5, name


def test_every_layer_of_the_legend_has_its_look_and_its_switch() -> None:
    layers = [layer for layer in LAYERS if layer != "quiet"]
    for layer in layers:
        assert f".k-{layer}" in CSS
        assert f".l-{layer} i" in CSS
        assert f".off-{layer} .k-{layer}" in CSS
    found = re.findall(r'data-layer="(\w+)"', shown())
    assert sorted(found) == sorted(layers)


def test_speech_is_not_marked_twice_where_it_leaves_the_paragraph() -> None:
    text = "Head\n\nLund said it was over.\n\nIt is done."
    whole = span("it was over.\n\nIt is done.", text)
    said = items()[2].model_copy(update={"content": whole, "evidence": {"content": [whole]}})
    blocks = (
        Block(kind="headline", start=0, end=4),
        Block(kind="body", start=6, end=28),
        Block(kind="body", start=30, end=len(text)),
    )
    source = page([(Article(id="a", text=text, blocks=blocks), [said])])
    assert source.count('id="a1m0"') == 1
    assert 'class="m k-statement cut-l"' in source
    assert 'class="m k-statement cut-r"' in source
    assert BODY not in source
