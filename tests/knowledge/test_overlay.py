"""A user's own corrections over the shipped tables."""

from __future__ import annotations

import pytest

from detente.errors import DataError
from detente.knowledge import overlay
from detente.knowledge.compiled import forget, knowledge
from detente.settings import settings

COLUMNS = ("phrase", "sector", "kind", "note", "country")
OFFICES = ("person", "gender", "aliases", "office", "titles", "sector", "start", "end", "source", "checked")
SHIPPED = ["baker\tBUS\tperson\t\t", "mayor\tGOV\tperson\tlocal|civic\tNLD"]


@pytest.fixture
def folders(tmp_path):
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder in (shipped, own):
        (folder / "offices").mkdir(parents=True)
    (shipped / "agents.tsv").write_text("\n".join(["\t".join(COLUMNS), *SHIPPED]) + "\n", encoding="utf-8")
    return shipped, own


def corrected(folders, text):
    shipped, own = folders
    (own / "agents.tsv").write_text(text, encoding="utf-8")
    return [(row.line.rpartition("/")[2], "\t".join(row.cells)) for row in overlay.corrected("agents.tsv", COLUMNS, shipped, own)]


def test_without_an_overlay_the_table_is_as_shipped(folders):
    shipped, own = folders
    for over in (None, own):
        rows = list(overlay.corrected("agents.tsv", COLUMNS, shipped, over))
        assert [("\t".join(row.cells), row.line) for row in rows] == list(
            zip(SHIPPED, ["agents.tsv:2", "agents.tsv:3"], strict=True)
        )


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("phrase\tsector\nmayor\tLEG\n", [SHIPPED[0], "mayor\tLEG\tperson\tlocal|civic\tNLD"]),
        ("country\tphrase\tnote\n\tmayor\t-\n", [SHIPPED[0], "mayor\tGOV\tperson\t\tNLD"]),
        ("phrase\tnote\nbaker\t+sweet", ["baker\tBUS\tperson\tsweet\t", SHIPPED[1]]),
        ("phrase\tnote\nmayor\t+elected\n", [SHIPPED[0], "mayor\tGOV\tperson\tlocal|civic|elected\tNLD"]),
        ("phrase\n-mayor\n", [SHIPPED[0]]),
        ("phrase\tsector\tkind\nmiller\tBUS\tperson\n", [*SHIPPED, "miller\tBUS\tperson\t\t"]),
        ("phrase\nmayor>lord mayor\n", [SHIPPED[0], "lord mayor\tGOV\tperson\tlocal|civic\tNLD"]),
        ("phrase\n-miller\n", SHIPPED),
        ("phrase\tsector\r\nmayor\tLEG\r\n\n", [SHIPPED[0], "mayor\tLEG\tperson\tlocal|civic\tNLD"]),
    ],
)  # fmt: skip
def test_one_line_corrects_one_row(folders, text, rows):
    assert sorted(row for _, row in corrected(folders, text)) == sorted(rows)


def test_a_corrected_row_tells_where_it_is_from(folders):
    assert ("agents.tsv:2", "mayor\tLEG\tperson\tlocal|civic\tNLD") in corrected(folders, "phrase\tsector\nmayor\tLEG\n")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", r"agents\.tsv:1: no column is called ''"),
        ("phrase\tcolour\nmayor\tred\n", r"agents\.tsv:1: no column is called 'colour'"),
        ("sector\nGOV\n", r"agents\.tsv:1: the column 'phrase' is missing"),
        ("phrase\tphrase\nmayor\tmayor\n", r"agents\.tsv:1: a column stands twice"),
        ("phrase\tsector\nmayor\tGOV\nbaker\n", r"agents\.tsv:3: 1 cells, 2 expected"),
        ("phrase\tsector\n\tGOV\n", r"agents\.tsv:2: 'phrase' is empty"),
        ("phrase\nmiller>lord miller\n", r"agents\.tsv:2: no row is there to be renamed: miller"),
    ],
)
def test_a_bad_correction_is_told_with_file_and_line(folders, text, fault):
    with pytest.raises(DataError, match=fault):
        corrected(folders, text)


def test_a_bad_date_is_told_with_file_and_line(folders):
    _, own = folders
    (own / "offices" / "NLD.tsv").write_text("person\toffice\tstart\nJan\tmayor\tsoon\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"NLD\.tsv:2: 'soon' is no date"):
        list(overlay.read(own, "offices/NLD.tsv", OFFICES))


def test_what_is_no_text_and_what_is_no_table_are_told(folders):
    _, own = folders
    (own / "agents.tsv").write_bytes(b"phrase\n\xff\xfe\n")
    with pytest.raises(DataError, match=r"agents\.tsv: not UTF-8"):
        list(overlay.read(own, "agents.tsv", COLUMNS))
    (own / "boats.tsv").write_text("name\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"boats\.tsv: there is no such table"):
        overlay.files(own)


def test_the_name_changes_with_the_corrections(folders):
    _, own = folders
    assert overlay.name(None) == ""
    corrected(folders, "phrase\tsector\nmayor\tLEG\n")
    one = overlay.name(own)
    corrected(folders, "phrase\tsector\nmayor\tJUD\n")
    assert one != overlay.name(own)
    assert one.startswith("overlay-")


@pytest.fixture
def in_force(tmp_path, monkeypatch):
    """Puts the files of an overlay in force."""

    def put(**files):
        for name, text in files.items():
            path = tmp_path / f"{name.replace('__', '/')}.tsv"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        monkeypatch.setenv("DETENTE_KNOWLEDGE", str(tmp_path))
        settings.cache_clear()
        forget()
        return knowledge()

    yield put
    monkeypatch.undo()
    settings.cache_clear()
    forget()


def test_every_table_is_corrected(in_force):
    base = in_force(
        agents="phrase\tsector\tkind\nharbour warden\tCOP\tgroup\n",
        countries="iso3\tdemonyms\nNOR\t+Norskies\n",
        organisations="id\tname\taliases\tkind\tsector\nFJORDPACT\tFjord Pact\tFP\tigo\tIGO\n",
        groups="id\tname\tcountry\tsector\tkind\tstart\nFJORDFRONT\tFjord Front\tNOR\tREB\tarmed group\t2020\n",
        regions="name\tcountry\tkind\tlat\tlon\nOuter Fjordland\tNOR\tregion\t61.5\t5.1\n",
        offices__NOR="person\tgender\toffice\tstart\tchecked\nKari Testdatter\tf\tforeign minister\t2031-01-01\t2031-02-01\n",
    )
    assert base.agents["harbour warden"].sector == "COP"
    assert base.names.get("Norskies")[0].entry.country == "NOR"
    assert base.organisations["FJORDPACT"].code == "IGOFJORDPACT"
    assert base.names.get("Fjord Front")[0].entry.code == "NORREBFJORDFRONT"
    assert [(place.lat, place.lon) for place in base.places.find("Outer Fjordland")] == [(61.5, 5.1)]
    (spell,) = base.offices.by_name["Kari Testdatter"]
    assert spell.sector == "GOV", "left to the rows of the same office"
    assert "minister of foreign affairs" in spell.titles
    assert base.overlay


def test_a_folder_that_is_not_there_is_told(monkeypatch):
    monkeypatch.setenv("DETENTE_KNOWLEDGE", "/nowhere/at/all")
    settings.cache_clear()
    try:
        with pytest.raises(DataError, match="names no folder"):
            overlay.folder_in_force()
    finally:
        monkeypatch.undo()
        settings.cache_clear()
