from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from detente.errors import BadDate, BadRecord, EmptyInput, InputError, NotFound, NotText
from detente.model import Article
from detente.sources import read

TEXT = "Talks fail in Narva\n\nThe two delegations met on Monday and agreed on nothing.\n"
PAGE = (
    "<!doctype html><html><head><title>Talks fail in Narva</title></head><body><article><h1>Talks fail in Narva</h1>"
    + "<p>The two delegations met for three hours on Monday in the old customs house and agreed on nothing at all.</p>"
    + "<p>A second round is to be held within a week, a diplomat said, and the deputies will lead it.</p>"
    + "</article></body></html>"
)
RECORD = json.dumps({"id": "a", "text": "The talks failed."}) + "\n"


def article(given: str, date: dt.date | None = None) -> Article:
    (found,) = read([given], date=date)
    assert isinstance(found, Article), found
    return found


def error(given: str) -> InputError:
    (found,) = read([given])
    assert isinstance(found, InputError), found
    return found


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode("utf-16"))
    found = article(str(path), dt.date(2022, 1, 21))
    assert found.text == TEXT.strip("\n")
    assert (found.title, found.date, found.source) == ("Talks fail in Narva", dt.date(2022, 1, 21), str(path))


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", TEXT), ("a.md", TEXT), ("a.html", PAGE), ("a.HTM", PAGE), ("a.ndjson", RECORD)]
)
def test_every_kind_may_be_gzip(tmp_path: Path, name: str, data: str) -> None:
    plain, packed = tmp_path / name, tmp_path / f"{name}.gz"
    plain.write_text(data)
    packed.write_bytes(gzip.compress(data.encode()))
    assert article(str(plain)).model_dump(exclude={"source"}) == article(str(packed)).model_dump(exclude={"source"})


def test_gzip_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "packed.txt").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "plain.txt.gz").write_text(TEXT)
    assert article(str(tmp_path / "packed.txt")).text == article(str(tmp_path / "plain.txt.gz")).text


def test_ids_do_not_depend_on_the_path_or_on_the_date_from_outside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.text").write_text(TEXT)
    first = article(str(tmp_path / "a.txt"))
    assert article(str(tmp_path / "sub" / "b.text"), dt.date(2022, 1, 1)).id == first.id


def test_a_folder_is_read_in_order_and_only_what_is_known(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/c/y.txt", "c.jsonl", "a.txt", "note.csv", ".hidden.txt", ".git/x.txt", "x.pdf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RECORD if name.endswith("jsonl") else TEXT)
    os.mkfifo(tmp_path / "pipe.txt")
    found = [a.source for a in read([str(tmp_path)]) if isinstance(a, Article)]
    assert found == [str(tmp_path / n) for n in ("a/c/y.txt", "a/z.md", "a.txt", "b.txt", "c.jsonl")]


def test_a_folder_without_reports(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b")
    assert isinstance(error(str(tmp_path)), EmptyInput)


def test_what_cannot_be_read_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4 ...")
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "d.txt").write_text(TEXT)
    found = list(read([str(tmp_path / "none.txt"), str(tmp_path), str(tmp_path / "a.txt")]))
    assert [type(f) for f in found] == [NotFound, Article, NotText, EmptyInput, Article, Article]
    assert [f.name for f in found if isinstance(f, InputError)] == [str(tmp_path / n) for n in ("none.txt", "b.txt", "c.txt")]


@pytest.mark.parametrize("given", ["", "a\0b", "x" * 5000])
def test_names_that_no_file_can_have(given: str) -> None:
    assert isinstance(error(given), InputError)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refused(self: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refused)
    assert str(error(str(path))) == f"{path}: Permission denied"


def test_damaged_gzip(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(TEXT.encode())[:-12])
    assert isinstance(error(str(path)), NotText)
    path.write_bytes(b"\x1f\x8b" + b"x" * 100)
    assert isinstance(error(str(path)), NotText)


def test_a_report_beyond_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.sources.files.REPORT_LIMIT", 1000)
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"word " * 1000))
    assert "larger than 1,000 bytes" in error(str(path)).reason


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), TEXT.strip("\n")),
        (("\n\n  " + RECORD).encode(), "The talks failed."),
        (b"\xef\xbb\xbf" + RECORD.encode(), "The talks failed."),
        (RECORD.encode("utf-16"), "The talks failed."),
        (gzip.compress(RECORD.encode()), "The talks failed."),
        (gzip.compress(TEXT.encode()), TEXT.strip("\n")),
        (TEXT.encode("utf-16-le"), TEXT.strip("\n")),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: str) -> None:
    stdin(monkeypatch, data)
    found = article("-")
    assert found.text == expected
    assert found.source == "-"


@pytest.mark.parametrize("start", ["", "\n ", "<!-- saved -->\n", '<?xml version="1.0"?>\n'])
def test_a_page_on_standard_input(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    stdin(monkeypatch, (start + PAGE).encode())
    assert article("-").title == "Talks fail in Narva"


def test_nothing_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"")
    assert isinstance(error("-"), EmptyInput)


def test_errors_on_standard_input_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, (RECORD + "{broken\n").encode())
    found = list(read(["-"]))
    assert isinstance(found[0], Article)
    assert isinstance(found[1], BadRecord)
    assert found[1].name == "-:2"


def test_a_feed_is_no_report(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text('<?xml version="1.0"?><rss version="2.0"><channel/></rss>')
    assert "XML" in error(str(path)).reason


def test_an_index_gives_id_date_and_publisher(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("The talks failed on Monday.\n")
    (tmp_path / "c.html").write_text(PAGE)
    (tmp_path / "d.txt").write_text(TEXT)
    (tmp_path / "index-a.tsv").write_text("file\tid\tdate\tdesk\theadline\na.txt\tn-1\t2022-01-21\tHarbour Wire\tOther words\n")
    (tmp_path / "index-b.tsv").write_text(
        "file\tid\tdate\tdesk\theadline\nb.txt\tn-2\t\t\tTalks fail\nc.html\tn-3\t2022-01-22\tHarbour Live\t\n"
    )
    found = [a for a in read([str(tmp_path)], date=dt.date(2000, 1, 1)) if isinstance(a, Article)]
    assert [(a.id, str(a.date), a.publisher, a.title) for a in found[:3]] == [
        ("n-1", "2022-01-21", "Harbour Wire", "Talks fail in Narva"),
        ("n-2", "2000-01-01", None, "Talks fail"),
        ("n-3", "2022-01-22", "Harbour Live", "Talks fail in Narva"),
    ]
    assert len(found[3].id) == 16
    assert article(str(tmp_path / "a.txt")).id == "n-1"


def test_what_is_wrong_with_an_index_is_said_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    table = tmp_path / "index.tsv"
    table.write_text("file\tid\tdate\tdesk\theadline\na.txt\tn-1\tsoon\t\t\nb.txt\tn-2\t\t\t\nb.txt\tn-3\t\t\t\n\tn-4\n")
    found = list(read([str(tmp_path)]))
    errors = [f for f in found if isinstance(f, InputError)]
    assert [(type(e), e.name) for e in errors] == [(BadDate, f"{table}:2"), (BadRecord, f"{table}:4"), (BadRecord, f"{table}:5")]
    assert [a.id for a in found if isinstance(a, Article)][1] == "n-2"


def test_some_other_table_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "index.tsv").write_text("word\tcount\nand\t5\n")
    assert article(str(tmp_path / "a.txt")).publisher is None


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    heavy = ("trafilatura", "lxml", "urllib3", "markdown_it", "yaml")
    code = f"import sys, detente.sources; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
