from __future__ import annotations

import pytest

from detente.ontology.issues import issues, lint


@pytest.mark.parametrize(
    ("lemmas", "issue"),
    [
        ("withdraw all of its troop", "troop withdrawal"),
        ("ukraine never join nato", "NATO membership"),
        ("lift the sanction", "sanctions"),
        ("recognition of the annexation", "recognition"),
        ("a cup of tea", None),
    ],
)
def test_which_issue(lemmas: str, issue: str | None) -> None:
    assert issues().find(lemmas.split()) == issue


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (["a"], "not a mapping"),
        ({"a": []}, "no cues"),
        ({"a": ["Upper"]}, "lower case"),
        ({"a": ["x"], "b": ["x"]}, "belongs to"),
        ({"b": ["x"], "a": ["y"]}, "alphabetical"),
    ],
)
def test_lint_names_the_fault(data: object, fault: str) -> None:
    assert any(fault in message for message in lint(data))


def test_every_cue_is_found() -> None:
    for listed in issues().cues.values():
        for cue in listed:
            assert issues().find(cue) is not None
