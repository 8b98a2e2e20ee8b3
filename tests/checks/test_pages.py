"""Every check has its page, and the examples of the page are what the check finds, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.checks import checks
from detente.model import Finding

Find = Callable[..., list[Finding]]

PAGES = Path(__file__).parents[2] / "docs" / "checks"
NAMES = [check.NAME for check in checks()]
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
        assert [[f.span.text, f.message, f.suggestion or "", f.basis] for f in find(name, text, date)] == rows


@pytest.mark.parametrize("name", NAMES)
def test_a_check_is_silent_where_its_page_says_so(name: str, find: Find) -> None:
    silent = _part(name, "Silent")
    assert silent
    for date, text, _ in silent:
        assert [(f.span.text, f.message) for f in find(name, text, date)] == []


def test_every_page_is_of_a_check() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"README"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_tells_severity_and_name(name: str) -> None:
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    check = next(check for check in checks() if name == check.NAME)
    assert page.startswith(f"# {name}\n")
    assert f"Severity: {check.SEVERITY}." in page
