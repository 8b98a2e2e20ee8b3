"""Finding names in text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.entry import Entry
from detente.knowledge.names import Named, Names

OMAN = Named(Entry("state", "Oman", "OMN"), "name")
COAST = Named(Entry("state", "Ivory Coast", "CIV"), "name")
COTE = Named(Entry("state", "Côte d'Ivoire", "CIV"), "name")
GUINEA = Named(Entry("state", "Guinea", "GIN"), "name")
BISSAU = Named(Entry("state", "Guinea-Bissau", "GNB"), "name")
US = Named(Entry("state", "United States", "USA"), "name")


@pytest.fixture
def names():
    made = Names()
    for name, named in (
        ("Oman", OMAN),
        ("Ivory Coast", COAST),
        ("Côte d'Ivoire", COTE),
        ("Guinea", GUINEA),
        ("Guinea-Bissau", BISSAU),
    ):
        made.add(name, named)
    made.add("U.S.", US)
    return made


FOUND = [
    ("Oman spoke.", ["Oman"]),
    ("The envoy of Oman met Guinea's envoy.", ["Oman", "Guinea"]),
    ("Guinea-Bissau and Guinea", ["Guinea-Bissau", "Guinea"]),
    ("Ivory Coast, Ivory towers", ["Ivory Coast"]),
    ("Côte d'Ivoire and Côte d’Ivoire", ["Côte d'Ivoire", "Côte d’Ivoire"]),
    ("a U.S. ship", ["U.S."]),
    ("oman, OMAN, Omani, Romania", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_the_longest_name_is_found(names, text, expected):
    matches = list(names.find(text))
    assert [m.text for m in matches] == expected
    assert [text[m.start : m.end] for m in matches] == expected


def test_meanings_stand_in_the_order_of_adding_and_once(names):
    other = Named(Entry("organisation", "Oman Air", None, "BUS", "OMANAIR"), "name")
    names.add("Oman", other)
    names.add("Oman", OMAN)
    assert names.get("Oman") == (OMAN, other)


def test_a_part_of_a_name_is_not_the_name(names):
    assert names.get("Ivory") == ()
    assert names.get("") == ()
    assert names.get("Ivory Coast") == (COAST,)


def test_a_name_without_words_is_not_entered(names):
    names.add("   ", OMAN)
    assert names.get("   ") == ()


@given(
    st.lists(
        st.sampled_from(["Oman", "Ivory", "Coast", "Guinea", "-", "Bissau", " ", "’", "d'Ivoire", "Côte", ".", "x"]), max_size=20
    )
)
def test_matches_lie_apart_and_in_order(pieces):
    made = Names()
    made.add("Oman", OMAN)
    made.add("Ivory Coast", COAST)
    made.add("Guinea-Bissau", BISSAU)
    text = "".join(pieces)
    last = 0
    for match in made.find(text):
        assert last <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.text
        assert match.named == made.get(match.text)
        last = match.end
