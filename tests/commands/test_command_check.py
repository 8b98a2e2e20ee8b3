"""`detente check`: what it gives out, in which forms, and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run

DRAFT = (
    "Envoys sat together in Paris on Tuesday, November 13, and will meet again in two weeks.\n\n"
    "“We need a pause, “said the envoy.\n"
)
CLEAN = "Envoys of four states sat together in Paris on Wednesday, January 26.\n"


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


@pytest.fixture
def clean(tmp_path: Path) -> str:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return str(path)


def check(*arguments: str, status: int = 3) -> str:
    done = run("check", "--date", "2022-01-27", *arguments)
    assert done.exit_code == status, done.output
    return done.stdout


def test_a_finding_ends_the_command_with_3_and_none_with_0(draft: str, clean: str) -> None:
    check(draft)
    check(draft, "--exit-zero", status=0)
    assert check(clean, status=0) == ""


def test_only_findings_grave_enough_count(draft: str) -> None:
    listed = check(draft, "--only", "no-such-date", status=0)
    assert listed == ""
    check(draft, "--only", "weekday-date", "--severity", "error")
    check(draft, "--without", "weekday-date,misplaced-quotation-mark,unclosed-quotation", "--severity", "error", status=0)


def test_the_table_tells_place_words_fault_and_ground(draft: str) -> None:
    told = check(draft, "--only", "weekday-date")
    assert told.splitlines()[0] == draft
    assert "1:33" in told
    assert "“Tuesday, November 13”" in told
    assert "13 November 2021 was a Saturday, not a Tuesday" in told
    assert "better: Saturday, November 13" in told
    assert "rests on: the calendar" in told


def test_json_lines_are_findings_alone(draft: str) -> None:
    found = [json.loads(line) for line in check(draft, "--format", "jsonl").splitlines()]
    assert {one["kind"] for one in found} == {"finding"}
    assert [one["span"]["start"] for one in found] == sorted(one["span"]["start"] for one in found)
    assert all(DRAFT[one["span"]["start"] : one["span"]["end"]] == one["span"]["text"] for one in found)
    assert {"weekday-date", "misplaced-quotation-mark"} <= {one["check"] for one in found}


def test_sarif_leads_to_line_and_column(draft: str) -> None:
    log = json.loads(check(draft, "--format", "sarif", "--only", "weekday-date"))
    assert log["version"] == "2.1.0"
    (run_,) = log["runs"]
    (result,) = run_["results"]
    assert run_["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "weekday-date"
    region = result["locations"][0]["physicalLocation"]["region"]
    lines = DRAFT.splitlines()
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == "Tuesday, November 13"
    assert DRAFT[region["charOffset"] : region["charOffset"] + region["charLength"]] == "Tuesday, November 13"


def test_github_gets_one_escaped_line_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "a,b.txt"
    path.write_text(DRAFT, encoding="utf-8")
    (line,) = check(str(path), "--format", "github", "--only", "weekday-date").splitlines()
    assert line.startswith("::error file=")
    assert "a%2Cb.txt,line=1,endLine=1,title=weekday-date,col=33,endColumn=53::Tuesday, November 13: " in line


def test_the_page_marks_what_is_found(draft: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    check(draft, "--format", "html", "--output", str(page))
    text = page.read_text(encoding="utf-8")
    assert "was a Saturday, not a Tuesday" in text
    assert text.startswith("<!doctype html>")


def test_a_check_that_there_is_not_is_wrong_usage(draft: str) -> None:
    done = run("check", draft, "--only", "spelling-of-dreams")
    assert done.exit_code == 2
    assert "spelling-of-dreams" in done.stderr


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(draft: str, tmp_path: Path) -> None:
    missing = str(tmp_path / "gone.txt")
    done = run("check", draft, missing, "--date", "2022-01-27", "--format", "jsonl")
    assert done.exit_code == 1
    assert missing in done.stderr
    assert "weekday-date" in done.stdout


def test_a_report_without_date_is_dated_by_what_it_tells(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("US Secretary of State Antony Blinken met Russian Foreign Minister Sergei Lavrov in Geneva on Friday.\n")
    done = run("check", str(path), "--format", "jsonl")
    assert done.exit_code == 0, done.output
    (found,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (found["check"], found["suggestion"]) == ("no-date", "2022-01-21 to 2022-01-23")


def test_reports_are_held_against_each_other_and_against_a_record(tmp_path: Path) -> None:
    texts = {
        "one.txt": "Deputy Mayor Halyna Sydorenko said in Kharkiv that the shelters were ready.",
        "two.txt": "The shelters were shown to reporters by Deputy Mayor Halyna Sydorenko on Thursday.",
        "three.txt": "Police chief Halyna Sydorenko opened a shelter in Kharkiv.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    paths = [str(tmp_path / name) for name in texts]
    told = check(*paths, "--only", "title-across", "--format", "jsonl")
    (found,) = [json.loads(line) for line in told.splitlines()]
    assert (found["span"]["text"], found["suggestion"]) == ("Halyna Sydorenko", "deputy mayor")
    assert found["text"] == texts["three.txt"]
    record = str(tmp_path / "record.duckdb")
    assert run("read", *paths[:2], "--record", record, "--date", "2022-01-27").exit_code == 0
    assert check(paths[2], "--only", "title-across", status=0) == ""
    (again,) = check(paths[2], "--only", "title-across", "--record", record, "--format", "jsonl").splitlines()
    assert json.loads(again)["suggestion"] == "deputy mayor"
