from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("In 1932 the UN condemned the attack.", "error"),
        ("The European Union imposed sanctions in 1935.", "error"),
        ("The European Union agreed in 1985 to lift the embargo.", "note"),
        ("Elections were held in Czechoslovakia in 2005.", "error"),
        ("The fighting began in South Sudan in 2003.", "error"),
        ("A plan was rejected by the International Criminal Court in 1955.", "error"),
        ("The war in South Sudan in 1999 was brutal.", "error"),
        ("The Warsaw Pact held exercises in 1998.", "error"),
        ("In 2006, Zaire broke off relations.", "error"),
    ],
)
def test_a_body_out_of_its_time_is_found(text: str, severity: str, find: Find) -> None:
    (found,) = find("before-its-time", text)
    assert found.severity == severity
    assert ".tsv:" in (found.basis or "")


@pytest.mark.parametrize(
    "text",
    [
        "NATO was founded in 1949 and took in Greece in 1952.",
        "The Soviet Union collapsed in 1991.",
        "The former Soviet Union held such bases in 1998.",
        "There was no NATO in 1938.",
        "Fighting began in Ukraine in 1943.",
        "Germany joined the United Nations in 1973.",
        "Had NATO existed in 1938, he would have asked it.",
        "He has written on the Soviet Union since 2005.",
    ],
)
def test_what_speaks_of_history_is_left_alone(text: str, find: Find) -> None:
    assert find("before-its-time", text) == []
