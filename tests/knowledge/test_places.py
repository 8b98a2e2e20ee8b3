from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import DataError
from detente.knowledge import knowledge
from detente.knowledge.places import COLUMNS, Gazetteer, PlaceRow, load


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return load()


def test_every_country_has_its_place(places: Gazetteer) -> None:
    for iso3, country in knowledge().countries.items():
        row = places.country(iso3)
        assert row is not None, iso3
        assert row.name == country.name
        assert -90 <= row.lat <= 90
        assert -180 <= row.lon <= 180


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Crimea", "region", "UKR"),
        ("Donbass", "region", "UKR"),
        ("Chechnya", "region", "RUS"),
        ("Gaza Strip", "region", "PSE"),
        ("Kosovo", "country", "XKX"),
        ("Georgia", "country", "GEO"),
        ("Bavaria", "region", "DEU"),
        ("Black Sea", "region", ""),
        ("Kiev", "city", "UKR"),
        ("Odessa", "city", "UKR"),
        ("Geneva", "city", "CHE"),
    ],
)
def test_the_first_place_of_a_name_is_the_one_that_news_means(places: Gazetteer, name: str, kind: str, country: str) -> None:
    first = places.find(name)[0]
    assert (first.kind, first.country) == (kind, country)


def test_towns_and_postal_abbreviations_are_given_only_when_asked_for(places: Gazetteer) -> None:
    assert places.find("TX") == []
    assert places.find("TX", towns=True)[0].province == "Texas"
    assert all(p.country != "USA" for p in places.find("Paris"))
    assert any(p.province == "Texas" for p in places.find("Paris", towns=True))


def test_places_can_be_given_instead_of_a_table() -> None:
    row = PlaceRow(1, "Varnholt", "city", "DEU", "", 1.0, 2.0, 200_000)
    gazetteer = Gazetteer([(row, ["Varnhold"])])
    assert gazetteer.find("Varnhold") == [row]
    assert gazetteer.find("Elsewhere") == []


def test_a_broken_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "places.tsv"
    with pytest.raises(DataError, match="no such file"):
        load(path)
    path.write_text("name\tcountry\nX\tY\n")
    with pytest.raises(DataError, match="columns are"):
        load(path).find("X")
    path.write_text("\t".join(COLUMNS) + "\nX\tY\n")
    with pytest.raises(DataError, match=r"places.tsv:2: 2 cells, 9 expected"):
        load(path).find("X")
