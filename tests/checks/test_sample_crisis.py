"""The checks on the sample crisis: the faults that its key tells are found, and no other report is alarmed."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from detente.checks import Checker
from detente.coding import Coder
from detente.model import Article, Finding
from detente.sources import read

SAMPLES = Path(__file__).parents[2] / "samples" / "winter-2022"
UNSURE = {"Andriy Yarmak"}
"""Faults that may as well be other ways to write the name in our letters: silence is right while nobody can tell."""


@pytest.fixture(scope="module")
def found() -> dict[str, list[Finding]]:
    """The alarms of each report, by the name of its file."""
    checker = Checker(Coder(), kinds={"finding"})
    alarms: dict[str, list[Finding]] = {}
    for article in read([str(SAMPLES)]):
        if isinstance(article, Article) and article.source:
            items = checker.code(article)
            alarms[Path(article.source).name] = [i for i in items if isinstance(i, Finding) and i.severity != "note"]
    return alarms


def faults() -> list[tuple[str, str, str]]:
    """File, wrong words and right ones of every fault that stands in the key tables."""
    rows = []
    for key in ("key-a.tsv", "key-b.tsv"):
        with (SAMPLES / key).open(encoding="utf-8", newline="") as stream:
            rows += list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["file"], row["wrong"], row["right"]) for row in rows if row["kind"] == "rewrite"]


def test_the_faults_of_the_rewritten_reports_are_found(found: dict[str, list[Finding]]) -> None:
    missed = set()
    for file, wrong, _ in faults():
        text = (SAMPLES / file).read_text(encoding="utf-8")
        at = text.index(wrong)
        if not any(f.span.start < at + len(wrong) and at < f.span.end for f in found[file]):
            missed.add(wrong)
    assert missed <= UNSURE


def test_all_rewritten_reports_are_told_to_be_so_and_no_other_is_alarmed(found: dict[str, list[Finding]]) -> None:
    rewritten = {file for file, _, _ in faults()}
    by_check = defaultdict(set)
    for file, alarms in found.items():
        for alarm in alarms:
            by_check[alarm.check].add(file)
    assert by_check["machine-rewriting"] == rewritten
    assert {file for file, alarms in found.items() if alarms} == rewritten
