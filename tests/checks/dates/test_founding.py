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
        ("In 1974 he served in the army of the Russian Federation.", "error"),
        ("The pact was signed in 1975 by France and the Russian Federation.", "error"),
        ("The African Union, which has sent troops since 1981, met.", "note"),
        ("Lithuania, an independent state since 1971, took part.", "warning"),
        ("Kenya gained its independence from Britain in 1974.", "warning"),
        ("The Arctic Council, which was set up in 1976, met in Oslo.", "error"),
        ("He spoke of 1975. Nobody helped at the time; the International Criminal Court looked away.", "warning"),
        ("On Tuesday the Warsaw Pact sent guests to Oslo.", "warning"),
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
        "Lithuania, an independent state since 1990, and Kenya, which gained independence in 1963, took part.",
        "Ukraine, an independent country since 1991, and the Arctic Council, set up in 1996, met.",
        "He spoke of 1975. There was no International Criminal Court at the time.",
        "A museum of the Soviet Union opened on Tuesday, and a veteran of the Warsaw Pact spoke on Tuesday.",
        "The European Union was founded by the treaty of 1992, and the OSCE was created in 1973.",
        "He has written on the Soviet Union since 2005.",
    ],
)
def test_what_speaks_of_history_is_left_alone(text: str, find: Find) -> None:
    assert find("before-its-time", text) == []


def test_a_body_in_a_report_older_than_it_is_found(find: Find) -> None:
    (found,) = find("before-its-time", "Envoys of the African Union met in Cairo.", "1995-05-03")
    assert found.span.text == "African Union"
    assert find("before-its-time", "Envoys of the African Union met in Cairo.", "2005-05-03") == []
    assert find("before-its-time", "A plan for an African Union was told in Cairo.", "1995-05-03") == []


def test_what_no_table_of_actors_has_is_found_too(find: Find) -> None:
    (found,) = find("before-its-time", "On Tuesday the Western European Union sent guests to Oslo.")
    assert found.message == "Western European Union came to an end on 30 June 2011"
