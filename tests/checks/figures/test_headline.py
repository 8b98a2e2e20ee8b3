from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "Blast kills 12 in Donetsk\n\nDONETSK, Jan 26 (Wire) - An explosion killed 21 people in a market in Donetsk on Wednesday, officials said.\n\nThe cause was not known.",
    "US to send 3,000 troops to Poland\n\nWASHINGTON - The United States will send 8,000 troops to Poland, the Pentagon said on Wednesday.\n\nNo date was given.",
    "Russia expels 35 diplomats\n\nMOSCOW - Russia expelled 53 diplomats of the United States on Wednesday, the foreign ministry said.\n\nIt gave no names.",
)
RIGHT = (
    "Blast kills 12 in Donetsk\n\nDONETSK, Jan 26 (Wire) - An explosion killed 12 people in a market in Donetsk on Wednesday, officials said.\n\nThe cause was not known.",
    "Blast kills 12 in Donetsk\n\nDONETSK, Jan 26 (Wire) - An explosion killed nine soldiers and three civilians in Donetsk on Wednesday.\n\nThe cause was not known.",
    "Shelling kills 20 in Donetsk\n\nDONETSK - Shelling killed at least 21 people in Donetsk, officials said.\n\nIt went on for hours.",
    "Blast kills dozens in Donetsk\n\nDONETSK - A blast killed 41 people in Donetsk, officials said.\n\nIt was the worst for years.",
    "US to send 3,000 troops to Poland\n\nWASHINGTON - The United States will send 3,000 troops to Poland, the Pentagon said.\n\nRussia has massed 100,000 troops.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("headline-figure", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("headline-figure", text) == []
