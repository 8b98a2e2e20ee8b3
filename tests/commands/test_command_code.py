"""`detente code`: what it gives out, in which order, and in which forms."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
from command_line import FEW, lines, process, run

from detente.kinds import MEASURING, default_kinds
from detente.model import ITEM_TYPES, Article, Item
from detente.model.derived import csv_columns, from_json
from detente.pipeline import WORTH_SHARING
from detente.sources import read

REPORT = "Russia expelled two Polish diplomats on Monday. Poland's foreign ministry said that it would respond."


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {article.id: article for article in read(map(str, FEW)) if isinstance(article, Article)}


@pytest.fixture(scope="module")
def coded() -> str:
    """All kinds of items of the few sample reports."""
    return str(run("code", *FEW, "--kind", "all").stdout)


def spans(value: Any) -> list[dict[str, Any]]:
    """Every object with start, end and text in it, however deep."""
    found = []
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            found.append(value)
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            found += spans(part)
    return found


def test_every_line_is_an_item(coded: str) -> None:
    items = [from_json(line) for line in coded.splitlines()]
    assert {"event", "statement"} <= {item.kind for item in items}
    assert all(line.startswith('{"kind":"') for line in coded.splitlines())


def test_every_span_is_its_text(coded: str, articles: dict[str, Article]) -> None:
    checked = 0
    for item in lines(coded):
        text = articles[item["article"]].text
        info = item["text_info"]
        assert text[info["start"] : info["end"]] == item["text"]
        for span in spans(item):
            assert text[span["start"] : span["end"]] == span["text"]
            checked += 1
    assert checked > 200


def test_articles_come_by_id(coded: str) -> None:
    ids = [item["article"] for item in lines(coded)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(FEW)


def test_order_of_files_changes_nothing(coded: str) -> None:
    assert run("code", *reversed(FEW), "--kind", "all").stdout == coded


def test_order_of_lines_changes_nothing(tmp_path: Path, articles: dict[str, Article]) -> None:
    records = [json.dumps({"id": a.id, "text": a.text[:600], "date": str(a.date)}) for a in articles.values()]
    outputs = set()
    for seed in range(3):
        random.Random(seed).shuffle(records)
        path = tmp_path / f"{seed}.jsonl"
        path.write_text("\n".join(records), encoding="utf-8")
        outputs.add(run("code", path).stdout)
    assert len(outputs) == 1
    assert outputs.pop()


def test_two_processes_give_the_same_bytes(tmp_path: Path, articles: dict[str, Article]) -> None:
    """Whatever the order of the lines, the seed of hashing and the number of workers."""
    records = [json.dumps({"id": a.id, "text": a.text, "date": str(a.date)}) for a in articles.values()]
    # Blank space that costs no parsing makes the input long enough to be shared among workers.
    records.append(json.dumps({"id": "long", "text": REPORT + "\n" * WORTH_SHARING, "date": "2022-02-16"}))
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(records), encoding="utf-8")
    here = run("code", path, "--kind", "all", "--workers", 1)
    path.write_text("\n".join(reversed(records)), encoding="utf-8")
    there = process("code", path, "--kind", "all", "--workers", 2, env={"PYTHONHASHSEED": "2022"})
    assert (there.returncode, there.stderr) == (0, b"")
    assert there.stdout == here.stdout_bytes
    assert len(lines(here.stdout)) > 50


def test_the_default_leaves_out_what_is_for_measuring(coded: str) -> None:
    assert [*default_kinds(), *MEASURING] == list(ITEM_TYPES)
    kept = "".join(line + "\n" for line in coded.splitlines() if json.loads(line)["kind"] not in MEASURING)
    assert run("code", *FEW).stdout == kept


def test_kinds_are_chosen(coded: str) -> None:
    output = run("code", *FEW, "--kind", "statement, figure").stdout
    assert lines(output) == [item for item in lines(coded) if item["kind"] in {"statement", "figure"}]


def test_min_confidence(coded: str) -> None:
    output = run("code", *FEW, "--kind", "all", "--min-confidence", "0.7").stdout
    kept = [item for item in lines(coded) if item["confidence"] >= 0.7]
    assert lines(output) == kept
    assert 0 < len(kept) < len(lines(coded))


def test_min_confidence_is_a_share() -> None:
    assert run("code", "-", "--min-confidence", "1.5").exit_code == 2


def test_standard_input_and_date() -> None:
    result = run("code", "-", "--date", "2022-02-16", "--kind", "event", input=REPORT)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "2022-02-14" in {event["date"] for event in lines(result.stdout)}


def test_a_report_without_date_is_told_of() -> None:
    record = json.dumps({"id": "undated", "text": REPORT})
    result = run("code", "-", input=record)
    assert result.stderr == "undated: no date; coded with date null (use --date)\n"
    assert result.exit_code == 0
    assert {item["article"] for item in lines(result.stdout)} == {"undated"}


def test_the_same_report_twice_stands_once() -> None:
    report = json.dumps({"id": "a", "text": REPORT, "date": "2022-02-16"})
    once = run("code", "-", input=report)
    twice = run("code", "-", input=f"{report}\n{report}\n")
    assert twice.stdout == once.stdout != ""
    assert twice.stderr == ""


def test_two_reports_of_one_id_are_told_of() -> None:
    one, other = (json.dumps({"id": "a", "date": "2022-02-16", "text": text}) for text in (REPORT, REPORT.replace("two", "ten")))
    result = run("code", "-", input=f"{one}\n{other}\n")
    assert result.stderr == "a: 2 different reports have this id; all of them are coded\n"
    assert result.stdout == run("code", "-", input=f"{other}\n{one}\n").stdout


def test_output_is_written_to_a_file_and_the_old_one_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new" / "items.jsonl"
    for text in ("first", "second"):
        result = run("code", FEW[0], "--output", path)
        assert (result.exit_code, result.stdout) == (0, ""), text
        assert path.read_text(encoding="utf-8") == run("code", FEW[0]).stdout
        assert [p.name for p in path.parent.iterdir()] == ["items.jsonl"]
        path.write_text(text, encoding="utf-8")


def test_csv_is_events_unless_told_otherwise(coded: str) -> None:
    output = run("code", *reversed(FEW), "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(output)))
    assert list(rows[0]) == csv_columns("event")
    assert [row["id"] for row in rows] == [item["id"] for item in lines(coded) if item["kind"] == "event"]


def test_csv_of_several_kinds_needs_a_folder(tmp_path: Path, coded: str) -> None:
    refused = run("code", *FEW, "--format", "csv", "--kind", "event,statement")
    assert refused.exit_code == 2
    assert "--output" in refused.stderr
    result = run("code", *FEW, "--format", "csv", "--kind", "event,statement", "--output", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"event.csv", "statement.csv"}
    with (tmp_path / "out" / "statement.csv").open(encoding="utf-8", newline="") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    assert ids == [item["id"] for item in lines(coded) if item["kind"] == "statement"]


def test_table(coded: str) -> None:
    output = run("code", *FEW, "--format", "table").stdout
    events = sum(item["kind"] == "event" for item in lines(coded))
    assert output.startswith(f"{events} events")
    assert "\x1b" not in output


def test_html_is_one_page_whatever_the_order(tmp_path: Path) -> None:
    two = [FEW[0], FEW[3]]
    output = run("code", *two, "--format", "html").stdout
    assert output.startswith("<!doctype html>")
    assert output.rstrip().endswith("</html>")
    result = run("code", *reversed(two), two[0], "--format", "html", "--output", tmp_path / "page.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == output


def test_a_codebook_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "triggers").mkdir()
    (tmp_path / "types.yaml").write_text("EXPEL:\n  definition: Sends away.\n  quad: 4\n  scale: -6\n", encoding="utf-8")
    (tmp_path / "triggers" / "EXPEL.yaml").write_text(
        "type: EXPEL\nverbs:\n- lemma: expel\n  actor: subject\n  recipient: object\n", encoding="utf-8"
    )
    result = run("code", "-", "--codebook", tmp_path, "--kind", "event", "--date", "2022-02-16", input=REPORT)
    assert result.exit_code == 0, result.stderr
    assert [event["event"] for event in lines(result.stdout)] == ["EXPEL"]


def test_a_codebook_with_faults_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "types.yaml").write_text("EXPEL: [\n", encoding="utf-8")
    result = run("code", FEW[0], "--codebook", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert "types.yaml" in result.stderr


def test_items_of_another_coder_read_back(coded: str) -> None:
    """What is written is read back to the same bytes: CSV and tables are made from the lines that were kept aside."""
    from detente.model.derived import to_json

    again: list[Item] = [from_json(line) for line in coded.splitlines()]
    assert "".join(to_json(item) + "\n" for item in again) == coded
