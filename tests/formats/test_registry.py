from __future__ import annotations

import io

import pytest

from detente.errors import DetenteError
from detente.formats import format_named, format_names
from made_items import item


def test_every_format_that_is_offered_can_be_loaded() -> None:
    assert {"jsonl", "csv", "parquet"} <= set(format_names())
    endings = [format_named(name).ENDING for name in format_names()]
    assert all(ending.startswith(".") for ending in endings)


def test_there_is_no_such_format() -> None:
    with pytest.raises(DetenteError, match=r"no such format.*jsonl, csv"):
        format_named("xls")


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_a_file_of_one_kind_holds_one_kind(name: str) -> None:
    form = format_named(name)
    assert form.ONE_KIND
    with pytest.raises(DetenteError, match="both event and time"):
        form.write([item("event"), item("time")], io.BytesIO())
    with pytest.raises(DetenteError, match="both time and event"):
        form.write([item("event")], io.BytesIO(), kind="time")
    with pytest.raises(DetenteError, match="kind must be given"):
        form.write([], io.BytesIO())
    with pytest.raises(DetenteError, match="no such kind"):
        form.write([], io.BytesIO(), kind="rumour")
