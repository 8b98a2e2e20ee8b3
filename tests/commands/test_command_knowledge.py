"""`detente knowledge`, end to end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import lines, process, run

from detente.knowledge.compiled import forget
from detente.knowledge.lint import Problem
from detente.settings import settings

ASKED = ("knowledge", "asof", "2022-01-20", "Ukrainian", "foreign", "minister")


def test_lines_when_piped() -> None:
    (line,) = run(*ASKED).stdout.splitlines()
    assert line.split("\t")[:6] == ["Dmytro Kuleba", "foreign minister", "UKR", "Ukraine", "2020-03-04", "2024-09-05"]


def test_forms() -> None:
    (answer,) = lines(run(*ASKED, "--format", "jsonl").stdout)
    assert (answer["kind"], answer["person"], answer["owner_name"]) == ("office", "Dmytro Kuleba", "Ukraine")
    (row,) = csv.DictReader(io.StringIO(run(*ASKED, "--format", "csv").stdout))
    assert row == {key: value for key, value in answer.items() if key != "kind"}
    table = run(*ASKED, "--format", "table").stdout
    assert "person" in table.splitlines()[0]
    assert "Dmytro Kuleba" in table


def test_nothing_found_is_one_line_and_exit_status_1() -> None:
    done = run("knowledge", "asof", "2022-01-20", "xyzzy")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("nobody and no office is known by 'xyzzy'")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "args", [("asof", "soon", "x"), ("asof", "2022-1-2", "x"), ("asof", "2022", "x", "--knowledge", "/nowhere"), ("import", "x")]
)
def test_wrong_usage(args: tuple[str, ...]) -> None:
    assert run("knowledge", *args).exit_code == 2


def test_a_bad_overlay_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "agents.tsv").write_text("phrase\tsector\nmayor\n", encoding="utf-8")
    for args in (("knowledge", "asof", "2022", "France"), ("code", "-")):
        done = run(*args, "--knowledge", tmp_path, input="Nobody came.")
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr == f"detente: {tmp_path}/agents.tsv:2: 1 cells, 2 expected\n"
    done = run("knowledge", "check", "--knowledge", tmp_path)
    assert done.exit_code == 1
    assert f"{tmp_path}/agents.tsv:2: 1 cells, 2 expected" in done.stdout.splitlines()


def test_an_overlay_is_in_force_for_its_command_alone(tmp_path: Path) -> None:
    (tmp_path / "offices").mkdir()
    row = "person\tgender\toffice\tstart\tchecked\nKari Testdatter\tf\tforeign minister\t2031-01-01\t2031-02-01\n"
    (tmp_path / "offices" / "NOR.tsv").write_text(row, encoding="utf-8")
    asked = ("knowledge", "asof", "2031-05-05", "Norwegian foreign minister")
    assert run(*asked, "--knowledge", tmp_path).stdout.startswith("Kari Testdatter\t")
    assert "Kari" not in run(*asked).stdout


def test_an_overlay_reaches_every_process(tmp_path: Path) -> None:
    (tmp_path / "agents.tsv").write_text("phrase\tsector\tkind\nharbour warden\tCOP\tgroup\n", encoding="utf-8")
    text = "Norwegian harbour wardens detained three Russian sailors on Monday. " * 150
    reports = tmp_path / "reports.jsonl"
    articles = [{"id": f"a{number}", "date": "2024-01-05", "text": text} for number in range(8)]
    reports.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    done = process("code", reports, "--kind", "event", "--workers", 2, env={"DETENTE_KNOWLEDGE": str(tmp_path)})
    assert done.returncode == 0
    events = lines(done.stdout.decode())
    assert {event["article"] for event in events} == {article["id"] for article in articles}
    assert {event["actor"][0]["code"] for event in events} == {"NORCOP"}
    assert {"overlay-" in event["coder"] for event in events} == {True}


def test_doctor_names_the_corrections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "agents.tsv").write_text("phrase\tsector\tkind\nharbour warden\tCOP\tgroup\n", encoding="utf-8")
    monkeypatch.setenv("DETENTE_KNOWLEDGE", str(tmp_path))
    _forget()
    try:
        assert f"corrections: {tmp_path} (overlay-" in run("doctor").stdout
    finally:
        monkeypatch.undo()
        _forget()
    assert "corrections" not in run("doctor").stdout


def _forget() -> None:
    settings.cache_clear()
    forget()


def test_check_tells_errors_and_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [Problem("warning", "offices/UKR.tsv", 3, "odd"), Problem("error", "agents.tsv", 0, "bad")]
    monkeypatch.setattr("detente.knowledge.lint.findings", lambda *_, **__: found)
    done = run("knowledge", "check")
    assert (done.exit_code, done.stdout) == (1, "offices/UKR.tsv:3: warning: odd\nagents.tsv: bad\n")
    assert done.stderr == "1 errors, 1 warnings\n"
    told = lines(run("knowledge", "check", "--format", "jsonl").stdout)
    assert told[0] == {"kind": "problem", "severity": "warning", "file": "offices/UKR.tsv", "line": 3, "message": "odd"}
    monkeypatch.setattr("detente.knowledge.lint.findings", lambda *_, **__: found[:1])
    assert run("knowledge", "check").exit_code == 0


def test_import(tmp_path: Path) -> None:
    extract = tmp_path / "extract.csv"
    header = "personLabel,positionLabel,iso3,start"
    extract.write_text(
        f"{header}\nKari Testdatter,Minister of Defence of Norway,NOR,2031-01-01\nQ1,x,NOR,2031\n", encoding="utf-8"
    )
    done = run("knowledge", "import", extract, "--to", tmp_path / "own", "--checked", "2031-02-01")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"{extract}:3: Q1: has no name in English",
        f"{tmp_path}/own: 1 added, 0 changed, 0 unchanged, 1 not usable",
    ]
    asked = ("knowledge", "asof", "2031-05-05", "Norway's defence minister", "--knowledge", tmp_path / "own")
    assert run(*asked).stdout.startswith("Kari Testdatter\tdefence minister\tNOR\t")
