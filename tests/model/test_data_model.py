"""Holds `docs/data-model.md` against the declarations: every record type, every field, in order, with its type."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from detente.model import ITEM_TYPES, Article, Item, Span
from detente.model.derived import fields, inside, is_model, not_null

PAGE = Path(__file__).parents[2] / "docs" / "data-model.md"
WORDS: dict[Any, str] = {str: "text", int: "whole number", float: "number", bool: "true or false", dt.date: "date"}


def in_words(annotation: Any) -> str:
    """The type of a field as the page words it."""
    plain = not_null(annotation)
    if plain is not annotation:
        return in_words(plain) + ", or null"
    if is_model(annotation):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    if (entry := inside(annotation)) is not None:
        return f"list of {in_words(entry)}"
    if get_origin(annotation) is dict:
        return f"map of text to {in_words(get_args(annotation)[1])}"
    if get_origin(annotation) is Literal:
        return ", ".join(f"`{value}`" for value in get_args(annotation))
    return WORDS[annotation]


def parts_of(record_type: type[BaseModel]) -> list[type[BaseModel]]:
    """The types that a record type is made of, itself first."""
    found: list[type[BaseModel]] = [record_type]
    for _, _, of in fields(record_type):
        held: Any = not_null(of)
        held = inside(held) or (get_args(held)[1] if get_origin(held) is dict else held)
        held = inside(held) or held
        if is_model(held):
            found += parts_of(held)
    return found


TYPES = list(
    dict.fromkeys([Item, Article, Span, *(part for kind in ITEM_TYPES.values() for part in parts_of(kind)), *parts_of(Article)])
)


def sections() -> dict[str, list[list[str]]]:
    """The rows of the table in each section of the page, by the section's heading."""
    found: dict[str, list[list[str]]] = {}
    heading = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
            found[heading] = []
        elif line.startswith("|") and not re.match(r"\|\s*(field|-+)\s*\|", line):
            found[heading].append([cell.strip() for cell in line.strip("|").split("|")])
    return found


@pytest.mark.parametrize("record_type", TYPES, ids=lambda of: of.__name__)
def test_the_page_tells_of_every_field(record_type: type[BaseModel]) -> None:
    told = sections()[record_type.__name__]
    common = [key for _, key, _ in fields(Item)] if issubclass(record_type, Item) and record_type is not Item else []
    declared = [[f"`{key}`", in_words(of)] for _, key, of in fields(record_type) if key not in common]
    assert [row[:2] for row in told] == declared
    assert all(len(row) == 3 and len(row[2]) > 3 for row in told)


def test_the_page_tells_of_nothing_else() -> None:
    names = {of.__name__ for of in TYPES}
    assert {heading for heading, rows in sections().items() if rows} == names
