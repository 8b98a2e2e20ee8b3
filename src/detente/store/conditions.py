"""Filters as SQL."""

from __future__ import annotations

from typing import Any

from detente.model import ITEM_TYPES, Attribution
from detente.model.derived import fields, inside, not_null, quoted
from detente.store.contract import ISSUE_FIELD, TYPE_FIELD, Filters, check_filters, party_fields


def condition(kind: str, filters: Filters) -> tuple[str, list[Any]]:
    """The `where` of a query for items of a kind, with the values of its question marks; empty for no filters.

    Raises `DetenteError` for a filter that the kind knows nothing of.
    """
    check_filters(kind, filters)
    clauses: list[str] = []
    given: list[Any] = []
    of = {attribute: annotation for attribute, _, annotation in fields(ITEM_TYPES[kind])}
    if (since := filters.get("since")) is not None:
        # An event that began earlier and still lasts belongs to the days that are asked for.
        clauses.append(f"{'coalesce(enddate, date)' if 'enddate' in of else 'date'} >= ?")
        given.append(since)
    if (until := filters.get("until")) is not None:
        clauses.append("date <= ?")
        given.append(until)
    if (wanted := filters.get("type")) is not None:
        clauses.append(f"lower({quoted(TYPE_FIELD[kind])}) = lower(?)")
        given.append(wanted)
    if (issue := filters.get("issue")) is not None:
        clause, value = _is(quoted(ISSUE_FIELD[kind]), of[ISSUE_FIELD[kind]], issue)
        clauses.append(clause)
        given.append(value)
    if (party := filters.get("party")) is not None:
        named = [_names(field, of[field]) for field in party_fields(kind)]
        clauses.append("(" + " or ".join(named) + ")")
        given.extend([party] * sum(clause.count("?") for clause in named))
    return ("where " + " and ".join(clauses) if clauses else ""), given


def _is(column: str, annotation: Any, value: str) -> tuple[str, str]:
    if inside(annotation) is not None:
        return f"list_contains(list_transform({column}, lambda x: lower(x)), lower(?))", value
    return f"lower({column}) = lower(?)", value


def _names(field: str, annotation: Any) -> str:
    """Whether a field of actors (or of links of attribution) holds one that is the party."""
    annotation = not_null(annotation)
    column = quoted(field)
    entry = inside(annotation)
    actor = "x.source" if entry is Attribution else "x"
    same = " or ".join(
        [
            f"lower({actor}.name) = lower(?)",
            f"{actor}.code = upper(?)",
            f"{actor}.country = upper(?)",
            f"{actor}.code = 'IGO' || upper(?)",
        ]
    )
    held = column if entry is not None else f"[{column}]"
    return f"len(list_filter({held}, lambda x: {same})) > 0"
