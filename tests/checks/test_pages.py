"""Every check has its page, and the examples of the page are what the check finds, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.checks import checks
from detente.checks.across.compare import compare
from detente.checks.across.told import Told
from detente.checks.registry import across, every
from detente.model import Finding

Find = Callable[..., list[Finding]]
Tell = Callable[[str, str, str | None], Told]

PAGES = Path(__file__).parents[2] / "docs" / "checks"
NAMES = [check.NAME for check in checks()]
ACROSS = {check.NAME: check for check in across()}
EVERY = [check.NAME for check in every()]
_ROW = re.compile(r"(?<=\.tsv:)\d+")
"""The number of a table's row, which changes with any row above it."""
_REPORT = re.compile(
    r"^(?:Report of (?P<date>\d{4}-\d\d-\d\d)|Report without date):\n\n(?P<text>(?:>.*\n)+)(?P<rest>(?:\n\|.*(?:\n\|.*)*)?)", re.M
)


def _part(name: str, heading: str) -> list[tuple[str | None, str, list[list[str]]]]:
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    part = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    found = []
    for match in _REPORT.finditer(part + "\n"):
        text = "\n".join(line.removeprefix(">").strip() for line in match["text"].splitlines())
        rows = [
            [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            for line in match["rest"].strip().splitlines()[2:]
        ]
        found.append((match["date"], text, rows))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_a_page_are_found_as_it_says(name: str, find: Find) -> None:
    examples = _part(name, "Example")
    assert examples
    for date, text, rows in examples:
        assert rows, "an example needs a table of what is found"
        found = [[f.span.text, f.message, f.suggestion or "", _ROW.sub("N", f.basis)] for f in find(name, text, date)]
        assert found == [[*cells, _ROW.sub("N", basis)] for *cells, basis in rows]


def _tellings(name: str, heading: str, tell: Tell) -> tuple[list[Told], list[list[list[str]]]]:
    """The reports of a section, which are held against each other, and the rows beneath each of them."""
    part = _part(name, heading)
    assert len(part) > 1
    return [tell(f"report {n}", text, date) for n, (date, text, _) in enumerate(part, 1)], [rows for _, _, rows in part]


@pytest.mark.parametrize("name", ACROSS)
def test_the_examples_across_reports_are_found_as_the_page_says(name: str, tell: Tell) -> None:
    reports, rows = _tellings(name, "Example", tell)
    found: dict[str, list[list[str]]] = {report.article: [] for report in reports}
    for report, _, problem in compare(reports, [], [ACROSS[name]]):
        words = next(text for n, (_, text, _) in enumerate(_part(name, "Example"), 1) if report.article == f"report {n}")
        row = [words[problem.start : problem.end], problem.message, problem.suggestion or "", problem.basis]
        found[report.article].append(row)
    assert list(found.values()) == rows
    assert any(rows)


@pytest.mark.parametrize("name", ACROSS)
def test_reports_that_agree_are_let_be(name: str, tell: Tell) -> None:
    reports, _ = _tellings(name, "Silent", tell)
    assert list(compare(reports, [], [ACROSS[name]])) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_check_is_silent_where_its_page_says_so(name: str, find: Find) -> None:
    silent = _part(name, "Silent")
    assert silent
    for date, text, _ in silent:
        assert [(f.span.text, f.message) for f in find(name, text, date)] == []


def test_every_page_is_of_a_check() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"README"} == set(EVERY)


def test_every_check_is_in_the_list_of_pages() -> None:
    listed = re.findall(
        r"^\| \[([a-z0-9-]+)\]\(\1\.md\) \| (\w+) \| (.+) \|$", (PAGES / "README.md").read_text(encoding="utf-8"), re.M
    )
    assert sorted(listed) == sorted((check.NAME, check.SEVERITY, check.SAYS) for check in every())


@pytest.mark.parametrize("name", EVERY)
def test_a_page_tells_severity_and_name(name: str) -> None:
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    check = next(check for check in every() if name == check.NAME)
    assert page.startswith(f"# {name}\n")
    assert f"Severity: {check.SEVERITY}." in page
