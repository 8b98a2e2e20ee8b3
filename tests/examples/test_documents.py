"""Files of labelled sentences, and what they must keep to."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.errors import DataError
from detente.examples import read_documents
from detente.examples.checks import near_copies, problems
from detente.ontology import ontology

TEXT = """# x-1 | 2001-02-03 | wire | Chad

[1 Chad] {attacked|ASSAULT 1>2} [2 Niger].
It rained in the hills on Monday and on Tuesday, and the roads were soft.

# x-2 | 2001-02-04 | newspaper | Chad
[1 Chad] {met|CONSULT 1=2} [2 Niger].
"""


def written(tmp_path, text, name="x.txt"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_documents_have_heads_and_sentences(tmp_path):
    first, second = read_documents(written(tmp_path, TEXT))
    assert (first.id, first.date, first.manner, first.region) == ("x-1", dt.date(2001, 2, 3), "wire", "Chad")
    assert [len(d.examples) for d in (first, second)] == [2, 1]
    assert (second.id, second.line) == ("x-2", 6)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[1 Chad] came.", "x.txt:1: a sentence before"),
        ("# x-1 | 2001-02-03 | wire\n", "x.txt:1: a head line"),
        ("# x-1 | 2001-02-30 | wire | Chad\n", "x.txt:1: '2001-02-30' is no date"),
        ("# x-1 | 2001-02-03 | wire | Chad\n[1 Chad came.", "x.txt:2: .* never closed"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path, text, reason):
    with pytest.raises(DataError, match=reason):
        list(read_documents(written(tmp_path, text)))


def found(tmp_path, *lines):
    text = "# y-1 | 2001-02-03 | wire | Chad\n" + "\n".join(lines)
    return [p.rpartition(": ")[2] for p in problems(read_documents(written(tmp_path, text)), ontology())]


def test_what_breaks_no_rule_is_not_told_of(tmp_path):
    assert found(tmp_path, "[1 Chad] {attacked|ASSAULT/aerial 1>2 +military} [2 Niger].", "It rained.") == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[1 Chad] {attacked|ASSAULT/phone 1>} Niger.", "ASSAULT has no mode phone"),
        ("[1 Chad] {attacked|ASSULT 1>} Niger.", "no type ASSULT"),
        ("[1 Chad] {attacked|ASSAULT 1> +army} Niger.", "no context army"),
        ("[1 Chad] {attacked|ASSAULT 1>1} Niger.", "one party on both sides of an act that is not mutual"),
        ("[1 Chad] {went out to attack at last|ASSAULT 1>} Niger.", "a trigger is 1 to 5 words"),
        ("[1 Chad]  attacked Niger.", "spaces that do not belong"),
        ("[1 Chad ]attacked Niger.", "party 'Chad ' begins or ends with a space"),
        ("[1 Chad] {met|CONSULT 1>; CONSULT 1>} Niger.", "the same event twice"),
    ],
)
def test_what_breaks_a_rule_is_told(tmp_path, line, problem):
    assert problem in found(tmp_path, line)


def test_ids_and_sentences_stand_once(tmp_path):
    twice = TEXT.replace("x-2", "x-1").replace("[1 Chad] {met|CONSULT 1=2} [2 Niger].", "[1 Chad] attacked Niger.")
    told = list(problems(read_documents(written(tmp_path, twice)), ontology()))
    assert any("the id stands in" in line for line in told)
    assert any("stands in x-1 as well" in line for line in told)


def test_near_copies_share_half_of_their_runs_of_six_words(tmp_path):
    one = list(read_documents(written(tmp_path, TEXT)))
    copy = TEXT.replace("and the roads were soft", "and the fields lay under water")
    other = list(read_documents(written(tmp_path, copy, "y.txt")))
    (pair,) = near_copies(one, other)
    assert pair[0].endswith("soft.")
    assert 0.5 <= pair[2] < 1
