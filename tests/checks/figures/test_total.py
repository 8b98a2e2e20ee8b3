from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "The shelling killed 14 people, nine soldiers and three civilians, in Donetsk.",
    "The strike killed 14 people, nine soldiers and six policemen.",
    "Rebels freed 12 hostages: seven men and six women.",
    "The blast left 12 dead, seven soldiers and three civilians.",
    "Police arrested 40 people, 25 men and 18 women, in Minsk.",
    "Kyiv said 12 of them, seven men and six women, were still in hospital.",
    "The army lost 20 vehicles (12 tanks and nine trucks).",
    "Nine soldiers and three civilians were killed, 14 people in all.",
    "Of the 14 dead, nine were soldiers and six were policemen.",
    "Of the 20 hostages, 12 were freed on Monday and the remaining six on Tuesday.",
    "Russia expelled 30 diplomats — 12 Americans, 10 Poles and five Germans.",
    "Twelve soldiers and three policemen were wounded, a total of 17 people.",
    "The two sides exchanged 40 prisoners, 15 Ukrainians and 20 Russians, on Friday.",
    "At least 14 people died when rockets hit the station: nine soldiers and seven civilians.",
    "Fourteen people — eight men, three women and two children — were pulled from the rubble.",
    "Eighteen prisoners, ten Ukrainians and seven Russians, crossed the line on Friday.",
    "The mission has 700 observers: 400 in Donetsk, 200 in Luhansk and 150 in Kyiv.",
)
RIGHT = (
    "The shelling killed 14 people, including nine soldiers and three civilians.",
    "The strike killed 14 people, nine soldiers and five civilians, in Donetsk.",
    "Of the 14 dead, nine were soldiers and three were civilians.",
    "The blast killed at least 14 people, among them nine soldiers and three children.",
    "The attack killed about 14 people, nine soldiers and three civilians.",
    "The attack killed 14 people, nine civilians and eight children, in Idlib.",
    "Nine soldiers and three civilians were killed and 14 people were wounded.",
    "The army lost 14 tanks, nine trucks and three guns.",
    "Six women and four children, two of them infants, were among the 12 people freed.",
    "Of the 20 hostages, 12 were freed on Monday and the remaining eight on Tuesday.",
    "In 14 villages, nine soldiers and three civilians were hurt.",
    "Nine soldiers and five civilians were killed, 14 people in all.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("total", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("total", text) == []
