"""One line of markup."""

from __future__ import annotations

import pytest

from detente.errors import DataError
from detente.examples import read_line

LINE = (
    "<a If [1 Chad] {refuses|REJECT 1>2 hypothetical}>, [2 the African Union] would "
    "{send|AID 2>1,3 planned if:a +peacekeeping +military} [3 the region] men."
)


def test_what_is_left_without_the_marks_is_the_sentence():
    assert read_line(LINE).text == "If Chad refuses, the African Union would send the region men."


def test_spans_and_labels_are_those_of_the_marks():
    example = read_line(LINE)
    text = example.text
    assert [(p.number, text[p.start : p.end]) for p in example.parties] == [
        (1, "Chad"),
        (2, "the African Union"),
        (3, "the region"),
    ]
    refuses, send = example.events
    assert (text[refuses.start : refuses.end], refuses.event, refuses.mode) == ("refuses", "REJECT", None)
    assert (refuses.actors, refuses.recipients, refuses.status, refuses.condition) == ((1,), (2,), "hypothetical", None)
    assert (send.actors, send.recipients, send.status) == ((2,), (1, 3), "planned")
    assert send.condition is not None
    assert text[slice(*send.condition)] == "If Chad refuses"
    assert send.contexts == ("peacekeeping", "military")


@pytest.mark.parametrize(
    ("label", "actors", "recipients", "mutual"),
    [
        ("CONSULT 1>2", (1,), (2,), False),
        ("CONSULT 1>", (1,), (), False),
        ("CONSULT >2", (), (2,), False),
        ("CONSULT 1=2", (1, 2), (1, 2), True),
        ("CONSULT 1=", (1,), (1,), True),
        ("CONSULT 1,2=3", (1, 2, 3), (1, 2, 3), True),
    ],
)
def test_roles(label, actors, recipients, mutual):
    (event,) = read_line(f"[1 Oslo] and [2 Riga] {{met|{label}}} with [3 Minsk].").events
    assert (event.actors, event.recipients, event.mutual) == (actors, recipients, mutual)


def test_one_trigger_may_tell_of_two_events_and_events_may_be_negated():
    first, second = read_line("[1 Oslo] {swapped|RETREAT/release 1=2; COOPERATE 1=2 denied not} spies with [2 Minsk].").events
    assert (first.event, first.mode, first.negated) == ("RETREAT", "release", False)
    assert (second.event, second.status, second.negated) == ("COOPERATE", "denied", True)
    assert (first.start, first.end) == (second.start, second.end)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1 Oslo {met|CONSULT 1>}", "never closed"),
        ("[Oslo] met", "opens no mark"),
        ("[1 Oslo] {met} Riga", "without a label"),
        ("[1 Oslo] {met|CONSULT} Riga", "a type and its roles"),
        ("[1 Oslo] {met|CONSULT >} Riga", "a type and its roles"),
        ("[1 Oslo] {met|CONSULT 1>2} Riga", "no party 2"),
        ("[1 Oslo] {met|CONSULT 1> gladly} Riga", "no status"),
        ("[1 Oslo] {met|CONSULT 1> if:b} Riga", "no condition"),
        ("[1 Oslo] | met", "bar outside"),
        ("[1 Oslo <a if] she met>", "closed that is not the last"),
    ],
)
def test_broken_marks_are_told(line, reason):
    with pytest.raises(DataError, match=reason):
        read_line(line)
