"""A sentence with its evidence marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.commands.marked import Mark, bracketed, coloured, elsewhere, marks, on_one_line
from detente.model import Span, TextInfo
from made_items import TEXT, item, span


def test_marks_nest_and_stand_apart() -> None:
    marked = [Mark(0, 20, ("content",)), Mark(4, 10, ("actor", "speaker")), Mark(12, 15, ("cue",))]
    assert bracketed("abcdefghijklmnopqrstuvwxyz", marked) == "[content: abcd[actor, speaker: efghij]kl[cue: mno]pqrst]uvwxyz"


def test_a_mark_that_overlaps_another_is_opened_again() -> None:
    assert bracketed("abcdefgh", [Mark(0, 4, ("x",)), Mark(2, 6, ("y",))]) == "[x: ab[y: cd]][y: ef]gh"


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12), st.sampled_from(["a", "b", "c"])), max_size=6))
def test_nothing_of_the_sentence_is_lost(given_marks: list[tuple[int, int, str]]) -> None:
    sentence = "0123456789AB"
    marked = sorted(
        (Mark(start, min(start + length, 12), (role,)) for start, length, role in given_marks if start < 12),
        key=lambda mark: (mark.start, -mark.end),
    )
    output = bracketed(sentence, marked)
    plain, depth = "", 0
    position = 0
    while position < len(output):
        if output[position] == "[":
            depth += 1
            position += len("[a: ")
        elif output[position] == "]":
            depth -= 1
            position += 1
        else:
            # Each character stands in as many marks as cover it.
            assert depth == sum(mark.start <= len(plain) < mark.end for mark in marked)
            plain += output[position]
            position += 1
    assert (plain, depth) == (sentence, 0)
    assert coloured(sentence, marked).plain.startswith(sentence)


def test_evidence_is_cut_to_the_sentence_and_named_where_it_reaches_beyond() -> None:
    sentence = "about 900 troops remain in Harbour City."
    start = TEXT.index(sentence)
    evidence = {
        "trigger": [span("remain")],
        "actor": [span("Northland"), span("troops")],
        "content": [Span.of(TEXT, start - 6, start + 9)],
    }
    made = item("event", text=sentence, text_info=TextInfo(start=start, end=len(TEXT)), evidence=evidence)
    assert bracketed(made.text, marks(made)) == "[content: about 900] [actor: troops] [trigger: remain] in Harbour City."
    assert [(role, beyond.text) for role, beyond in elsewhere(made)] == [
        ("actor", "Northland"),
        ("content", "said; about 900"[0:15]),
    ]


def test_one_line_keeps_offsets() -> None:
    assert on_one_line("a\nb\u2028c\x1b[31md") == "a b c?[31md"
