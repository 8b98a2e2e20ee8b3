from __future__ import annotations

import io
from collections.abc import Iterator

from detente.errors import BadRecord
from detente.formats import jsonl
from detente.model import Item
from made_items import item, one_of_each


def test_what_is_written_is_read() -> None:
    out = io.BytesIO()
    jsonl.write(one_of_each(), out)
    assert out.getvalue().count(b"\n") == len(one_of_each())
    out.seek(0)
    assert list(jsonl.read(out, "x")) == one_of_each()


def test_lines_are_written_as_the_items_come() -> None:
    out = io.BytesIO()

    def coming() -> Iterator[Item]:
        yield item("event")
        assert out.getvalue().endswith(b"}\n")
        yield item("time")

    jsonl.write(coming(), out)
    assert out.getvalue().count(b"\n") == 2


def test_a_broken_line_is_named_and_the_others_are_read() -> None:
    out = io.BytesIO()
    jsonl.write([item("event")], out)
    jsonl.write([item("time", text="Sagt “nein” – 🜁\u2028\n")], out)
    good = out.getvalue().splitlines(keepends=True)
    found = list(jsonl.read([good[0], b"\n", b"{nonsense\n", b"\xff\xfe\n", good[1]], "in.jsonl"))
    assert [type(f).__name__ for f in found] == ["Event", "BadRecord", "BadRecord", "Time"]
    assert [f.name for f in found if isinstance(f, BadRecord)] == ["in.jsonl:3", "in.jsonl:4"]
