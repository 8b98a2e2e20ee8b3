from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "Blast kills 12 in Donetsk\n\n"
    "DONETSK, Jan 26 (Wire) - An explosion killed 21 people in a market in Donetsk on Wednesday, officials said.\n\n"
    "The cause was not known.",
    "US to send 3,000 troops to Poland\n\n"
    "WASHINGTON - The United States will send 8,000 troops to Poland, the Pentagon said on Wednesday.\n\n"
    "No date was given.",
    "Russia expels 35 diplomats\n\n"
    "MOSCOW - Russia expelled 53 diplomats of the United States on Wednesday, the foreign ministry said.\n\n"
    "It gave no names.",
    "Police hold 36 after riot in Minsk\n\nThe police have arrested 63 people in Minsk, a spokesman "
    "said.\n\nThe cause was not known.",
    "Turnout above half in Serbian poll\n\nOnly 37 per cent of those entitled to vote did so on "
    "Sunday, the commission said.\n\nThe cause was not known.",
    "UN votes 12-0 for new mission in Mali\n\nThe Security Council has approved a mission to Mali "
    "by 11 votes to none, with four abstaining.\n\nIt will last a year.",
    "Nearly half of schools shut in Kyiv\n\nAbout two thirds of the schools in Kyiv have closed, "
    "the mayor said.\n\nThe cause was not known.",
)
RIGHT = (
    "Blast kills 12 in Donetsk\n\n"
    "DONETSK, Jan 26 (Wire) - An explosion killed 12 people in a market in Donetsk on Wednesday, officials said.\n\n"
    "The cause was not known.",
    "Blast kills 12 in Donetsk\n\n"
    "DONETSK, Jan 26 (Wire) - An explosion killed nine soldiers and three civilians in Donetsk on Wednesday.\n\n"
    "The cause was not known.",
    "Shelling kills 20 in Donetsk\n\n"
    "DONETSK - Shelling killed at least 21 people in Donetsk, officials said.\n\n"
    "It went on for hours.",
    "Blast kills dozens in Donetsk\n\n"
    "DONETSK - A blast killed 41 people in Donetsk, officials said.\n\n"
    "It was the worst for years.",
    "US to send 3,000 troops to Poland\n\n"
    "WASHINGTON - The United States will send 3,000 troops to Poland, the Pentagon said.\n\n"
    "Russia has massed 100,000 troops.",
    "Police hold 63 after riot in Minsk\n\nThe police have arrested 63 people in Minsk, a spokesman "
    "said.\n\nThe cause was not known.",
    "Turnout below half in Serbian poll\n\nOnly 37 per cent of those entitled to vote did so on "
    "Sunday, the commission said.\n\nThe cause was not known.",
    "UN votes 11-0 for new mission in Mali\n\nThe Security Council has approved a mission to Mali "
    "by 11 votes to none, with four abstaining.\n\nIt will last a year.",
    "Nearly half of schools shut in Kyiv\n\nAbout 48 per cent of the schools in Kyiv have closed, "
    "the mayor said.\n\nThe cause was not known.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("headline-figure", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("headline-figure", text) == []
