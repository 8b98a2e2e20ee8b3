from __future__ import annotations

import itertools

import pytest

from detente.bench.gold import report
from detente.coding import Coder
from detente.coding.places import find_places
from detente.coding.places.candidates import candidates
from detente.coding.places.resolving import resolve
from detente.coding.places.toponyms import toponyms
from detente.knowledge import knowledge
from detente.model import Place


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def found(coder: Coder, text: str) -> dict[str, Place]:
    reading = coder.read(report({"id": "a", "text": text}))
    return {place.evidence["place"][0].text: place for place in find_places(reading, "test")}


def literal(coder: Coder, text: str) -> set[str]:
    return {name for name, place in found(coder, text).items() if place.use == "literal"}


def place_of(text: str, name: str) -> tuple[str, str]:
    start = text.index(name)
    (row,) = resolve(report({"id": "a", "text": text}), [(start, start + len(name))], knowledge())
    assert row is not None
    return row.country, row.province


def test_toponyms_lead_back_to_their_words(coder: Coder) -> None:
    text = "Ships left Odesa for the Black Sea. Moscow said that the U.S. knew."
    places = found(coder, text)
    assert set(places) == {"Odesa", "Black Sea", "Moscow", "U.S."}
    assert all(place.use == "literal" for place in places.values())
    assert places["U.S."].country == "USA"
    assert places["Moscow"].lat == pytest.approx(55.75, abs=0.1)
    for words, place in places.items():
        span = place.evidence["place"][0]
        assert text[span.start : span.end] == words


def test_names_of_people_hold_no_toponym_and_those_of_organisations_only_an_associative_one(coder: Coder) -> None:
    text = "Michael Jordan, who teaches at the University of Texas, flew to Lima with the Bank of England's chairman."
    places = found(coder, text)
    assert "Jordan" not in places
    assert literal(coder, text) == {"Lima"}
    assert places["England"].use == "associative"


def test_nationalities_are_associative(coder: Coder) -> None:
    text = "Ukrainian troops left the city of Kharkiv. European ministers saw it."
    assert literal(coder, text) == {"Kharkiv"}
    places = found(coder, text)
    assert (places["Ukrainian"].country, places["Ukrainian"].use) == ("UKR", "associative")
    assert places["European"].name == "Europe"


def test_a_name_is_a_toponym_wherever_it_stands_once_it_is_one(coder: Coder) -> None:
    text = "The flood reached the village of Cellan in Wales. Cellan Bridge fell. Nobody in Cellan had been warned."
    reading = coder.read(report({"id": "a", "text": text}))
    starts = [
        place.evidence["place"][0].start for place in find_places(reading, "test") if "Cellan" in place.evidence["place"][0].text
    ]
    assert len(starts) == text.count("Cellan")


def test_a_dateline_names_a_place(coder: Coder) -> None:
    places = found(
        coder, "GENEVA (Wire) - Talks on the lake's water went on for a third day, a clerk said on Friday.\n\nNobody left."
    )
    assert places["GENEVA"].country == "CHE"


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("A fair opened in Paris on Monday.", "Paris", ("FRA", "Île-de-France")),
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
    rows = resolve(report({"id": "a", "text": text}), spans, knowledge())
    assert [row.province for row in rows if row] == ["Texas", "Texas"]


def test_the_countries_that_an_article_names_decide_between_cities() -> None:
    text = "Spain's rail chief spoke in Cordoba. Spain pays for the line, Spain's cabinet said."
    assert place_of(text, "Cordoba")[0] == "ESP"
    assert place_of(text.replace("Spain", "Argentina"), "Cordoba")[0] == "ARG"


def test_the_towns_around_decide_between_towns_of_a_name() -> None:
    text = "Crews from Paris and Sherman met firemen of Denison and Bonham at the county line."
    assert place_of(text, "Paris") == ("FRA", "Île-de-France")
    spans = [(text.index(name), text.index(name) + len(name)) for name in ("Paris", "Sherman", "Denison", "Bonham")]
    rows = resolve(report({"id": "a", "text": text}), spans, knowledge())
    assert {row.province for row in rows if row} == {"Texas"}


def test_what_follows_a_town_is_read_as_what_holds_it() -> None:
    text = "He flew from Buffalo, New York, to New York."
    spans = [(13, 20), (22, 30), (35, 43)]
    buffalo, state, city = resolve(report({"id": "a", "text": text}), spans, knowledge())
    assert [row.kind for row in (buffalo, state, city) if row] == ["city", "province", "city"]


def test_the_publisher_tells_the_country_of_a_town() -> None:
    text = "The mayor of Newcastle opened a pool."
    spans = [(text.index("Newcastle"), text.index("Newcastle") + 9)]
    for host, country in (("www.herald.com.au", "AUS"), ("www.chronicle.co.uk", "GBR")):
        (row,) = resolve(report({"id": "a", "text": text, "url": f"https://{host}/1"}), spans, knowledge())
        assert row is not None
        assert row.country == country


def test_a_street_lies_in_the_town_that_the_report_tells_of(coder: Coder) -> None:
    places = found(coder, "A bomb went off in Larnaca overnight. Windows on Zarvos Street were blown out, Larnaca's police said.")
    assert places["Zarvos Street"].country == "CYP"
    assert places["Zarvos Street"].geonameid is None
    assert places["Zarvos Street"].confidence <= 0.5


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
