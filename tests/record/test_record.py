from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from detente.checks import Checker
from detente.coding import Coder
from detente.errors import DetenteError, InputError, RecordError, UnknownItem
from detente.formats import jsonl
from detente.items import Items
from detente.model import ITEM_TYPES, Article, Item
from detente.model.derived import csv_columns, to_json
from detente.record import ReadReport, Record
from made_items import TEXT, article, item, one_of_each

REPORTS = {
    "one.txt": "Russia threatened Ukraine with new sanctions on Monday, a spokesman said.\n",
    "two.txt": "The foreign ministers of France and Germany met in Berlin on Tuesday.\n\nThey agreed to meet again.\n",
}
DAY = dt.date(2031, 4, 30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    return reports


@pytest.fixture
def record(tmp_path: Path) -> Any:
    with Record(tmp_path / "crisis.duckdb") as opened:
        yield opened


@pytest.fixture
def filled(record: Record) -> Record:
    record.store.put(article(publisher="Harbour Wire", source="a.txt"), one_of_each())
    record.store.put(article("a2"), [item("event", "a2", event="ASSAULT", recipient=[])])
    return record


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def lines(record: Record) -> list[str]:
    return [to_json(i) for kind in ITEM_TYPES for i in record.items(kind)]


def test_reading_keeps_what_the_coder_gives(record: Record, folder: Path) -> None:
    report = record.read([str(folder)], date=DAY, workers=1)
    assert report == ReadReport(added=2)
    articles = list(record.articles())
    assert {a.text.split()[0] for a in articles} == {"Russia", "The"}
    coded = [i for a in articles for i in Coder().code(a)]
    assert coded
    assert sorted(lines(record)) == sorted(map(to_json, coded))
    assert all(i.text in next(a for a in articles if a.id == i.article).text for i in coded)


def test_reading_the_same_again_changes_nothing(record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record.read([str(folder)], date=DAY, workers=1)
    before = lines(record)

    def again(*_: Any) -> list[Item]:
        raise AssertionError("an article that is there need not be coded")

    monkeypatch.setattr(Checker, "code", again)
    assert record.read([str(folder)], date=DAY, workers=1) == ReadReport(unchanged=2)
    assert lines(record) == before


def test_what_has_changed_is_coded_again(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    text = REPORTS["one.txt"]
    path.write_text(json.dumps({"id": "x", "text": text, "date": "2031-04-30"}) + "\n")
    assert record.read([str(path)], workers=1) == ReadReport(added=1)
    path.write_text(json.dumps({"id": "x", "text": text, "date": "2031-05-30"}) + "\n")
    assert record.read([str(path)], workers=1) == ReadReport(replaced=1)
    assert record.store.article("x").date == dt.date(2031, 5, 30)
    assert record.counts()["article"] == 1


def test_what_cannot_be_read_is_told_and_the_rest_is_done(record: Record, folder: Path, tmp_path: Path) -> None:
    seen: list[tuple[str, str]] = []

    def progress(entry: Article | InputError, outcome: str) -> None:
        seen.append((entry.name if isinstance(entry, InputError) else entry.text[:6], outcome))

    missing = str(tmp_path / "missing.txt")
    report = record.read([missing, str(folder)], date=DAY, workers=1, progress=progress)
    assert (report.added, [error.name for error in report.errors]) == (2, [missing])
    assert seen == [(missing, "error"), ("Russia", "added"), ("The fo", "added")]
    assert str(report) == "2 added, 0 replaced, 0 unchanged, 1 could not be read"


def test_two_reports_of_one_id_do_not_replace_each_other_for_ever(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": "x", "text": text}) + "\n" for text in REPORTS.values()))
    first = record.read([str(path)], workers=1)
    assert (first.added, first.replaced, len(first.errors)) == (1, 0, 1)
    assert "another report with the id x" in str(first.errors[0])
    before = lines(record)
    second = record.read([str(path)], workers=1)
    assert (second.unchanged, second.added, second.replaced, len(second.errors)) == (1, 0, 0, 1)
    assert lines(record) == before


def test_what_no_record_can_hold_is_told_and_the_rest_is_done(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def code(_: Checker, article: Article) -> list[Item]:
        return [item("event", article.id, size={"dead": 2**70 if article.text.startswith("Russia") else 1})]

    monkeypatch.setattr(Checker, "code", code)
    report = record.read([str(folder)], date=DAY, workers=1)
    assert (report.added, len(report.errors)) == (1, 1)
    assert "one.txt" in report.errors[0].name
    assert record.counts()["article"] == record.counts()["event"] == 1


def test_entries_by_kind(filled: Record) -> None:
    asked: dict[str, Items[Any]] = {
        "event": filled.events(),
        "statement": filled.statements(),
        "figure": filled.figures(),
        "talks": filled.talks(),
        "commitment": filled.commitments(),
        "position": filled.positions(),
        "forecast": filled.forecasts(),
        "finding": filled.findings(),
        "place": filled.places(),
        "time": filled.times(),
        "mention": filled.mentions(),
    }
    assert list(asked) == list(ITEM_TYPES)
    for kind, items in asked.items():
        assert items.kind == kind
        assert items == filled.items(kind)
        assert len(items) == (2 if kind == "event" else 1)
    assert [e.article for e in filled.events(type="ASSAULT", party="NLD")] == ["a2"]
    none = filled.events(since=dt.date(2040, 1, 1))
    assert (len(none), none.kind) == (0, "event")
    with pytest.raises(DetenteError):
        filled.items("rumour")


def test_an_entry_explained(filled: Record) -> None:
    explained = filled.explain("event-a1-0")
    assert explained.item == item("event")
    assert explained.article.id == "a1"
    told = str(explained)
    assert told.startswith("event-a1-0  2031-05-03 | Northland, Free Coast | RETREAT withdraw | PACT | promised\n")
    assert "a1, Harbour Wire, 2031-04-30, a.txt" in told
    assert "Ada Lind (said)" in told
    start = TEXT.index("withdraw")
    assert f"  trigger   withdraw  [{start}-{start + 8}]" in told
    assert "  actor     Ada Lind" in told
    assert "tester 1, confidence 0.75" in told
    for made in one_of_each():
        assert made.id in str(filled.explain(made.id))
    with pytest.raises(UnknownItem):
        filled.explain("event-nowhere")


def test_export_of_json_lines(filled: Record, tmp_path: Path) -> None:
    path = tmp_path / "new" / "out.jsonl"
    assert filled.export("jsonl", path) == [path]
    with path.open("rb") as lines_of_it:
        found = list(jsonl.read(lines_of_it, "x"))
    assert found == [i for kind in ITEM_TYPES for i in filled.items(kind)]
    before = path.read_bytes()
    filled.export("jsonl", path)
    assert path.read_bytes() == before
    assert names_in(path.parent) == ["out.jsonl"]
    filled.export("jsonl", path, kinds=["time", "event"], since=dt.date(2031, 5, 3), party=None)
    assert [json.loads(line)["kind"] for line in path.read_text().splitlines()] == ["event", "event", "time"]
    filled.export("jsonl", path, party="PACT")
    assert {json.loads(line)["kind"] for line in path.read_text().splitlines()} == {"event", "talks"}


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_export_of_a_file_for_each_kind(filled: Record, tmp_path: Path, format: str) -> None:
    folder = tmp_path / "out"
    assert filled.export(format, folder) == [folder / f"{kind}.{format}" for kind in ITEM_TYPES]
    assert names_in(folder) == sorted(f"{kind}.{format}" for kind in ITEM_TYPES)
    one = tmp_path / f"events.{format}"
    assert filled.export(format, one, kinds=["event"]) == [one]
    assert one.read_bytes() == (folder / f"event.{format}").read_bytes()
    assert filled.export(format, folder, kinds=["time"]) == [folder / f"time.{format}"]
    with pytest.raises(DetenteError, match="one kind"):
        filled.export(format, tmp_path / f"all.{format}")


def test_an_export_is_a_file_as_any_other(filled: Record, tmp_path: Path) -> None:
    path = filled.export("csv", tmp_path / "e.csv", kinds=["event"])[0]
    other = tmp_path / "other"
    other.write_text("")
    assert path.stat().st_mode == other.stat().st_mode
    assert path.read_text().splitlines()[0] == ",".join(csv_columns("event"))


def test_exports_that_cannot_be(filled: Record, tmp_path: Path) -> None:
    there = tmp_path / "there.jsonl"
    there.write_text("kept\n")
    with pytest.raises(DetenteError, match="no such format"):
        filled.export("xls", there)
    with pytest.raises(DetenteError, match="rumour"):
        filled.export("jsonl", there, kinds=["rumour"])
    with pytest.raises(DetenteError, match="no party"):
        filled.export("jsonl", there, kinds=["place"], party="NLD")
    with pytest.raises(RecordError, match="there"):
        filled.export("jsonl", there / "below.jsonl")
    assert there.read_text() == "kept\n"


def test_an_export_that_breaks_off_leaves_the_old_file(filled: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out" / "out.jsonl"
    filled.export("jsonl", path)
    before = path.read_bytes()

    def broken(_: Any, out: Any, **__: Any) -> None:
        out.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(jsonl, "write", broken)
    with pytest.raises(RecordError, match="no room left"):
        filled.export("jsonl", path)
    assert path.read_bytes() == before
    assert names_in(path.parent) == ["out.jsonl"]
