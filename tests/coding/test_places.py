from __future__ import annotations

import itertools

import pytest

from detente.bench.gold import report
from detente.coding import Coder
from detente.coding.places import candidates, find_places, resolve
from detente.coding.toponyms import toponyms
from detente.knowledge import knowledge
from detente.model import Place


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def found(coder: Coder, text: str) -> dict[str, Place]:
    reading = coder.read(report({"id": "a", "text": text}))
    return {place.evidence["place"][0].text: place for place in find_places(reading, "test")}


def place_of(text: str, name: str) -> tuple[str, str]:
    start = text.index(name)
    (row,) = resolve(text, [(start, start + len(name))], knowledge())
    assert row is not None
    return row.country, row.province


def test_toponyms_lead_back_to_their_words(coder: Coder) -> None:
    text = "Ships left Odesa for the Black Sea. Moscow said that the U.S. knew."
    places = found(coder, text)
    assert set(places) == {"Odesa", "Black Sea", "Moscow", "U.S."}
    assert places["U.S."].country == "USA"
    assert places["Moscow"].lat == pytest.approx(55.75, abs=0.1)
    for words, place in places.items():
        span = place.evidence["place"][0]
        assert text[span.start : span.end] == words


def test_names_of_people_and_organisations_hold_no_toponym(coder: Coder) -> None:
    places = found(
        coder, "Michael Jordan, who teaches at the University of Texas, flew to Lima with the Bank of England's chairman."
    )
    assert "Lima" in places
    assert not places.keys() & {"Jordan", "Texas", "England"}


def test_nationalities_are_no_toponyms(coder: Coder) -> None:
    assert "Ukrainian" not in found(coder, "Ukrainian troops left the city of Kharkiv.")


def test_a_dateline_names_a_place(coder: Coder) -> None:
    places = found(
        coder, "GENEVA (Wire) - Talks on the lake's water went on for a third day, a clerk said on Friday.\n\nNobody left."
    )
    assert places["GENEVA"].country == "CHE"


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("A fair opened in Paris on Monday.", "Paris", ("FRA", "")),
        ("A fair opened in Paris, Texas, on Monday.", "Paris", ("USA", "Texas")),
        ("A fair opened in Athens, Ga., on Monday.", "Athens", ("USA", "Georgia")),
        ("A fair opened in London (Ontario) on Monday.", "London", ("CAN", "Ontario")),
        ("A fair opened in London, England.", "London", ("GBR", "England")),
    ],
)
def test_the_container_that_follows_a_name_settles_it(text: str, name: str, place: tuple[str, str]) -> None:
    assert place_of(text, name) == place


def test_a_settled_name_means_the_same_in_the_whole_article() -> None:
    text = "Paris, Texas, has a tower. It was built in Paris by hand."
    spans = [(0, 5), (text.rindex("Paris"), text.rindex("Paris") + 5)]
    rows = resolve(text, spans, knowledge())
    assert [row.province for row in rows if row] == ["Texas", "Texas"]


def test_the_countries_that_an_article_names_decide_between_cities() -> None:
    text = "Spain's rail chief spoke in Cordoba. Spain pays for the line, Spain's cabinet said."
    assert place_of(text, "Cordoba")[0] == "ESP"
    assert place_of(text.replace("Spain", "Argentina"), "Cordoba")[0] == "ARG"


def test_what_only_qualifies_a_name_is_left_out_when_nothing_has_the_whole_name() -> None:
    base = knowledge()
    assert candidates("northern Idlib province", base)[0].country == "SYR"
    assert candidates("BERLIN", base)[0].country == "DEU"
    assert candidates("Nowhereton", base) == []


def test_spans_do_not_overlap(coder: Coder) -> None:
    article = report(
        {"id": "a", "text": "They met in Paris, Texas, near the Gaza Strip, in New York City and in the Donetsk region."}
    )
    reading = coder.read(article)
    spans = [(t.start, t.end) for t in toponyms(article, [r.sentence for r in reading.sentences], coder.base)]
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert len(spans) >= 5
