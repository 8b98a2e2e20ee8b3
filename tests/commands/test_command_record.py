"""`detente read`, `show`, `explain`, `export`: a record from the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest
from command_line import FEW, lines, run

from detente.model import ITEM_TYPES
from detente.model.derived import json_schema


def test_reading_again_changes_nothing(record: Path) -> None:
    result = run("read", *reversed(FEW), "--record", record)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{record}: 0 added, 0 replaced, 4 unchanged\n"


def test_read_counts_what_is_replaced_and_what_fails(tmp_path: Path) -> None:
    record, reports = tmp_path / "r.duckdb", tmp_path / "reports.jsonl"
    reports.write_text('{"id": "a", "date": "2022-02-16", "text": "Russia expelled two Polish diplomats."}\n', encoding="utf-8")
    assert run("read", reports, "--record", record).stderr == f"{record}: 1 added, 0 replaced, 0 unchanged\n"
    reports.write_text('{"id": "a", "text": "Russia expelled ten Polish diplomats."}\nnonsense\n', encoding="utf-8")
    result = run("read", reports, "--record", record)
    told = result.stderr.splitlines()
    assert result.exit_code == 1
    assert set(told[:-1]) == {
        "a: no date; coded with date null (use --date)",
        f"{reports}:2: the line is no JSON: Expecting value at character 1",
    }
    assert told[-1] == f"{record}: 0 added, 1 replaced, 0 unchanged, 1 could not be read"


@pytest.mark.parametrize("kind", [kind for kind in ITEM_TYPES if kind not in {"place", "time", "mention"}])
def test_show_items_of_every_kind(record: Path, kind: str) -> None:
    what = kind if kind == "talks" else f"{kind}s"
    shown = lines(run("show", what, "--record", record, "--format", "jsonl").stdout)
    coded = lines(run("export", "--record", record, "--format", "jsonl", "--kind", kind, "--output", "/dev/stdout").stdout)
    assert {item["kind"] for item in shown} <= {kind}
    assert coded == []  # an export goes to a file, and what is there is named on standard error
    rows = list(csv.reader(io.StringIO(run("show", what, "--record", record, "--format", "csv").stdout)))
    assert len(rows) == len(shown) + 1
    table = run("show", what, "--record", record)
    assert table.exit_code == 0
    assert bool(table.stdout) == bool(shown)


def test_filters(record: Path) -> None:
    def shown(*options: str) -> list[dict[str, object]]:
        return lines(run("show", "events", "--record", record, "--format", "jsonl", *options).stdout)

    events = shown()
    assert shown("--limit", "3") == events[:3]
    assert shown("--limit", "0") == []
    consulting = shown("--type", "consult")
    assert consulting == [event for event in events if event["event"] == "CONSULT"] != []
    assert 0 < len(shown("--party", "RUS")) < len(events)
    late = shown("--since", "2022-01-10")
    assert 0 < len(late) < len(events)
    assert all(event["date"] for event in late)
    assert all(str(event["date"]) <= "2021-12-31" for event in shown("--until", "2021-12-31"))


def test_actors(record: Path) -> None:
    actors = lines(run("show", "actors", "--record", record, "--format", "jsonl").stdout)
    events = lines(run("show", "events", "--record", record, "--format", "jsonl").stdout)
    statements = lines(run("show", "statements", "--record", record, "--format", "jsonl").stdout)
    named = sum(len(event["actor"]) + len(event["recipient"]) for event in events) + sum(bool(s["speaker"]) for s in statements)
    assert sum(actor["total"] for actor in actors) == named
    assert all(a["total"] == a["actor"] + a["recipient"] + a["speaker"] for a in actors)
    assert [a["total"] for a in actors] == sorted((a["total"] for a in actors), reverse=True)
    russia = next(a for a in actors if a["code"] == "RUS")
    assert russia["recipient"] == sum(a["code"] == "RUS" and a["name"] == "Russia" for e in events for a in e["recipient"])
    mine = lines(run("show", "actors", "--record", record, "--format", "jsonl", "--party", "usa").stdout)
    assert mine == [actor for actor in actors if actor["country"] == "USA"] != []
    typed = lines(run("show", "actors", "--record", record, "--format", "jsonl", "--type", "CONSULT").stdout)
    assert sum(a["total"] for a in typed) == sum(len(e["actor"]) + len(e["recipient"]) for e in events if e["event"] == "CONSULT")
    assert {a["speaker"] for a in typed} == {0}
    assert "Russia" in run("show", "actors", "--record", record).stdout


def test_articles(record: Path) -> None:
    articles = lines(run("show", "articles", "--record", record, "--format", "jsonl").stdout)
    assert [a["id"] for a in articles] == ["winter-2022-06", "winter-2022-11", "winter-2022-13", "winter-2022-14"]
    late = lines(
        run("show", "articles", "--record", record, "--format", "jsonl", "--since", "2022-01-10", "--until", "2022-01-10").stdout
    )
    assert [a["id"] for a in late] == ["winter-2022-13"]
    rows = list(csv.DictReader(io.StringIO(run("show", "articles", "--record", record, "--format", "csv").stdout)))
    assert [row["title"] for row in rows] == [a["title"] for a in articles]


@pytest.mark.parametrize(
    ("what", "option"),
    [("articles", "--party"), ("articles", "--type"), ("statements", "--type"), ("figures", "--issue"), ("findings", "--party")],
)
def test_a_filter_that_means_nothing_is_wrong_usage(record: Path, what: str, option: str) -> None:
    result = run("show", what, "--record", record, option, "x")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


def test_export_of_every_kind(record: Path, tmp_path: Path) -> None:
    result = run("export", "--record", record, "--format", "parquet", "--output", tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert {p.stem for p in tmp_path.iterdir()} == set(ITEM_TYPES)
    assert result.stderr.splitlines() == [f"written: {tmp_path / kind}.parquet" for kind in ITEM_TYPES]
    events = len(lines(run("show", "events", "--record", record, "--format", "jsonl").stdout))
    assert duckdb.sql(f"select count(*) from '{tmp_path}/event.parquet'").fetchall() == [(events,)]


def test_export_of_one_kind(record: Path, tmp_path: Path) -> None:
    run("export", "--record", record, "--format", "jsonl", "--kind", "event", "--output", tmp_path / "e.jsonl")
    shown = run("show", "events", "--record", record, "--format", "jsonl").stdout
    assert (tmp_path / "e.jsonl").read_text(encoding="utf-8") == shown


def test_schema() -> None:
    """It is written as `docs/schema.json` is, which is held against the declarations by a test of its own."""
    assert run("schema").stdout == json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def test_explain(record: Path) -> None:
    events = lines(run("show", "events", "--record", record, "--format", "jsonl").stdout)
    event = next(event for event in events if event["attribution"] and event["article"] == "winter-2022-13")
    output = run("explain", event["id"], "--record", record).stdout
    first, _, sentence, *rest = output.splitlines()
    assert first == event["id"]
    trigger = event["evidence"]["trigger"][0]["text"]
    assert f"[trigger: {trigger}]" in sentence
    told = {line[:16].strip(): line[16:] for line in rest}
    assert told["event"] == event["event"]
    assert told["status"] == event["status"]
    assert told["actor"].startswith(f"{event['actor'][0]['name']} ({event['actor'][0]['code']}")
    assert event["attribution"][0]["source"]["name"] in told["on the word of"]
    assert told["article"] == "winter-2022-13"
    assert told["published"] == "2022-01-10"
    assert told["publisher"] == "Northgate Wire"
    assert told["title"].startswith("US and Russia end Geneva talks")
    assert "\x1b" not in output


def test_explain_every_entry(record: Path, tmp_path: Path) -> None:
    run("export", "--record", record, "--format", "jsonl", "--output", tmp_path / "all.jsonl")
    items = lines((tmp_path / "all.jsonl").read_text(encoding="utf-8"))
    for item in {item["kind"]: item for item in items}.values():
        result = run("explain", item["id"], "--record", record)
        assert result.exit_code == 0, json.dumps(item)
        assert item["id"] in result.stdout


def test_explain_an_unknown_id(record: Path) -> None:
    result = run("explain", "event-0", "--record", record)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "detente: event-0: no entry of the record has this id\n"
