"""`detente codebook`, end to end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from command_line import ROOT, lines, run

CODEBOOK = ROOT / "docs" / "examples" / "codebook"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CODEBOOK, tmp_path / "votes", ignore=shutil.ignore_patterns("head.npz")))


def test_a_codebook_without_faults(folder: Path) -> None:
    result = run("codebook", "check", folder)
    assert (result.exit_code, result.stdout) == (0, "")


def test_faults_are_told_a_line_each(folder: Path) -> None:
    (folder / "types.yaml").write_text("TAMPER: {quad: 9, scale: 1, definition: x}\n", encoding="utf-8")
    result = run("codebook", "check", folder)
    assert result.exit_code == 1
    assert "quad" in result.stdout


def test_training_tells_its_scores_and_coding_uses_it(folder: Path, tmp_path: Path) -> None:
    result = run("codebook", "train", folder)
    assert result.exit_code == 0
    scores = json.loads(result.stdout)
    assert set(scores["by_type"]) == {"OBSERVE", "TAMPER"}
    assert scores["sentences"] == 80
    assert (folder / "head.npz").exists()
    report = tmp_path / "vote.txt"
    report.write_text(
        "Kenyan policemen burnt ballot boxes in Kisumu on Monday, observers of the European Union said.\n", encoding="utf-8"
    )
    coded = run("code", report, "--codebook", folder, "--kind", "event", "--date", "2007-12-28")
    (event, *_) = (item for item in lines(coded.stdout) if item["event"] == "TAMPER")
    assert event["actor"][0]["country"] == "KEN"
    assert event["coder"].split()[-2] == "votes"


def test_a_codebook_without_examples_is_told_in_one_line(folder: Path) -> None:
    (folder / "examples.txt").unlink()
    result = run("codebook", "train", folder)
    assert result.exit_code != 0
    assert "there is no example in it" in result.stderr
