from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import DataError
from detente.knowledge import knowledge
from detente.knowledge.places import COLUMNS, REGION_COLUMNS, Gazetteer, PlaceRow, load


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
        ("Crimea", "province", "UKR"),
        ("Donbass", "region", "UKR"),
        ("Chechnya", "province", "RUS"),
        ("Gaza Strip", "province", "PSE"),
        ("Kosovo", "country", "XKX"),
        ("Georgia", "country", "GEO"),
        ("Bavaria", "province", "DEU"),
        ("Black Sea", "water", ""),
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


def folder_of(tmp_path: Path, regions: str, *, cities: str = "") -> Path:
    (tmp_path / "regions.tsv").write_text(regions, encoding="utf-8")
    (tmp_path / "places").mkdir(exist_ok=True)
    (tmp_path / "places" / "DEU.tsv").write_text("\t".join(COLUMNS) + "\n" + cities, encoding="utf-8")
    return tmp_path


HEAD = "\t".join(REGION_COLUMNS) + "\n"


def test_a_broken_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"regions.tsv: there is no such file"):
        load(tmp_path)
    with pytest.raises(DataError, match="columns are"):
        load(folder_of(tmp_path, "name\tcountry\nX\tY\n")).find("X")
    with pytest.raises(DataError, match=r"regions.tsv:2: 2 cells, 10 expected"):
        load(folder_of(tmp_path, HEAD + "X\tY\n")).find("X")
    with pytest.raises(DataError, match=r"DEU.tsv: Varnholt: could not convert"):
        load(folder_of(tmp_path, HEAD, cities="1\tVarnholt\t\tcity\t\tnorth\t2\t5\t\n")).find("X")


def test_tables_are_compiled_anew_when_they_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.knowledge.places.cache_folder", lambda: tmp_path / "cache")
    folder = folder_of(tmp_path, HEAD, cities="1\tVarnholt\tVarnhold\tcity\tBaden\t1\t2\t200000\t\n")
    (first,) = load(folder).find("Varnhold")
    assert (first.country, first.province, first.ours) == ("DEU", "Baden", False)
    assert len(list((tmp_path / "cache").glob("*.sqlite"))) == 1
    folder_of(tmp_path, HEAD + "Varnholt\tVarnhold\tsite\tFRA\t\t3\t4\t2\t\t\n")
    (second,) = load(folder).find("Varnhold")
    assert (second.country, second.extent, second.geonameid) == ("FRA", 2, 0)
    # The compiled form of the older state is of no more use.
    assert len(list((tmp_path / "cache").glob("*.sqlite"))) == 1


def test_without_a_cache_the_tables_are_read_at_every_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("detente.knowledge.places.cache_folder", lambda: tmp_path / "file" / "cache")
    folder = folder_of(tmp_path, HEAD + "Varnholt\t\tsite\tFRA\t\t3\t4\t2\t\t\n")
    assert load(folder).find("Varnholt")[0].country == "FRA"
