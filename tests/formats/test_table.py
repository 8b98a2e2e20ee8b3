from __future__ import annotations

import io
import re

import pytest
from crisis import event, items, span
from rich.console import Console

from detente.formats.table import print_items
from detente.model import ITEM_TYPES, Actor, Item


def printed(given: list[Item], width: int, *, terminal: bool = False) -> str:
    out = io.StringIO()
    print_items(given, Console(file=out, width=width, force_terminal=terminal, color_system="standard" if terminal else None))
    return out.getvalue()


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("width", [40, 60, 88, 120, 200])
def test_lines_fit_and_no_cell_is_cut_off(width: int) -> None:
    text = printed(items(), width)
    assert max(len(line.rstrip()) for line in text.splitlines()) <= width
    assert "…" not in text
    assert len(re.findall(r"(?m)^\d+ \w+$", text)) == len(ITEM_TYPES)


def test_narrow_terminal_gets_lines_with_all_that_is_told() -> None:
    text = letters(printed(items(), 50))
    for told in (
        "NOR (Kari Lund)",
        "COERCE (seize)",
        "threatened",
        "Bergen, NOR",
        "Akureyri, 4 March 2023",
        "if Iceland crosses the line",
    ):
        assert letters(told) in text, told


def test_wide_terminal_gets_a_table_with_all_that_is_told() -> None:
    text = printed(items(), 240)
    for told in ("NOR (Kari Lund)", "COERCE (seize)", "12 boats", "Kari Lund (said)", "fishing grounds", "2 hours 30 minutes"):
        assert told in text, told
    assert text.index("2 events") < text.index("1 statement") < text.index("1 finding") < text.index("1 mention")


def test_columns_that_nobody_fills_are_left_out() -> None:
    text = printed([event(span("met"))], 160)
    assert "word of" not in text
    assert "recipient" in text


def test_no_colour_when_piped_and_quad_colours_on_a_terminal() -> None:
    assert "\x1b" not in printed(items(), 120)
    coloured = printed([event(span("seize"), quad_code=4), event(span("met"), quad_code=1)], 120, terminal=True)
    assert "\x1b[1;31mCONSULT" in coloured
    assert "\x1b[1;34mCONSULT" in coloured


def test_report_cannot_steer_the_terminal_or_the_markup() -> None:
    evil = Actor(name="[red]Lund[/red]\x1b[2J\u202e", entity_text="x", code="NORGOV", country="NOR", sector="GOV")
    for width in (60, 200):
        text = printed([event(span("met"), actor=[evil])], width)
        assert "[red]Lund[/red]" in text
        assert not {"\x1b", "\u202e"} & set(text)


def test_nothing_prints_nothing() -> None:
    assert printed([], 100) == ""
