"""Quotations: marks of every house style, well set and badly set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.language.quotations import Quotation, quotations
from detente.model import Article, Block
from made_items import article


def _paragraphs(text: str) -> Article:
    blocks, start = [], 0
    for piece in text.split("\n\n"):
        blocks.append(Block(kind="body", start=start, end=start + len(piece)))
        start += len(piece) + 2
    return Article(id="q", text=text, blocks=tuple(blocks))


def _found(text: str) -> list[tuple[str, bool]]:
    made = _paragraphs(text)
    return [(text[q.start : q.end], q.closed) for q in quotations(made)]


WELL_SET = {
    "curly": ("“We shall wait,” the envoy said.", ["We shall wait,"]),
    "straight": ('"We shall wait," the envoy said.', ["We shall wait,"]),
    "guillemets": ("«We shall wait», the envoy said.", ["We shall wait"]),
    "German marks": ("„We shall wait“, the envoy said.", ["We shall wait"]),
    "typewriter pairs": ("``We shall wait,'' the envoy said.", ["We shall wait,"]),
    "two in a sentence": ("“No,” she said, “we shall not go.”", ["No,", "we shall not go."]),
    "straight, two in a sentence": ('"No," she said, "we shall not go."', ["No,", "we shall not go."]),
    "at the end": ("The envoy spoke of “a long road”.", ["a long road"]),
    "after a bracket": ("The envoy (“a dull man”) left.", ["a dull man"]),
    "after a dash": ("The envoy — “a dull man” — left.", ["a dull man"]),
    "two sentences in one": ("“We shall wait. They will come.” He sat down.", ["We shall wait. They will come."]),
    "none": ("The envoy didn't speak; it's late.", []),
    "apostrophes only": ("The envoys’ car wasn’t there.", []),
    "empty": ("The envoy said “” and left.", []),
}


@pytest.mark.parametrize(("text", "expected"), WELL_SET.values(), ids=WELL_SET)
def test_well_set(text, expected):
    assert _found(text) == [(words, True) for words in expected]


BADLY_SET = {
    "never closed": ("“We shall wait, the envoy said.", [("We shall wait, the envoy said.", False)]),
    "closed on the wrong side": ("“We shall wait, “Ruiz said.", [("We shall wait, ", False)]),
    "never closed, then another": (
        "“We shall wait and the next day “they” came.",
        [("We shall wait and the next day ", False), ("they", True)],
    ),
    "never opened": ("We shall wait,” the envoy said.", []),
    "several paragraphs": (
        "“We shall wait.\n\n“We shall not go,” the envoy said.",
        [("We shall wait.", False), ("We shall not go,", True)],
    ),
    "ends with its paragraph": ("“We shall wait.\n\nThe envoy left.", [("We shall wait.", False)]),
}


@pytest.mark.parametrize(("text", "expected"), BADLY_SET.values(), ids=BADLY_SET)
def test_badly_set(text, expected):
    assert _found(text) == expected


def test_covers_and_between():
    found = quotations(article(text="“No,” she said, “we shall not go.”"))
    first, second = found
    assert len(found) == 2
    assert first.covers(first.start, first.end)
    assert not first.covers(first.start, second.end)
    assert found.between(0, second.end) == (first, second)
    assert found.between(second.start, second.end) == (second,)
    assert found.between(first.end, second.start) == ()


PIECES = st.sampled_from([*"“”„«»\"'‘’ \n.,ab(—", "``", "''", " said ", "\n\n"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_quotations_lie_inside_the_text_in_order_and_apart(text):
    made = _paragraphs(text)
    found = list(quotations(made))
    last = 0
    for one in found:
        assert isinstance(one, Quotation)
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()
        assert any(b.start <= one.start and one.end <= b.end for b in made.blocks)
        last = one.end


@given(st.lists(PIECES, max_size=40).map("".join), st.integers(0, 60), st.integers(0, 60))
def test_between_gives_those_that_share_something(text, one, other):
    start, end = sorted((one, other))
    found = quotations(_paragraphs(text))
    expected = tuple(q for q in found if q.start < end and q.end > start)
    assert found.between(start, end) == expected
