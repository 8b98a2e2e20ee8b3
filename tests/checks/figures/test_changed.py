from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "The United States will send 1,200 troops to Romania, the Pentagon said.\n\n"
    "The decision was made on Monday.\n\n"
    "The 2,100 troops will come from Germany.",
    "An explosion killed 12 people in a market in Donetsk on Wednesday.\n\n"
    "The explosion, which killed 21 people, broke windows in the whole street.",
    "Rebels hold about 600 people in the school. Aid workers hope that the 900 hostages will be let go.",
    "Airlines cancelled 964 flights on Monday. The airport said the 649 cancellations had cost millions.",
    "The police shot dead 48 men at the fence. Funerals for the 84 began at dawn.",
    "The sides signed a 72-hour truce on Monday. The 48-hour truce was broken at once.",
    "Moscow gave Minsk a $40 million loan. A bank says that the $60 million loan will not be paid.",
)
RIGHT = (
    "The United States will send 1,200 troops to Romania, the Pentagon said.\n\nThe 1,200 troops will come from Germany.",
    "The United States has 1,200 troops in Romania.\n\nThe 8,500 troops on alert have not been told where they will go.",
    "Latvia expelled 12 diplomats and Russia 21 diplomats.\n\nThe 33 diplomats were given a week.",
    "About 1,200 troops are in Romania, the Pentagon said.\n\nThe 1,170 troops will come home in spring.",
    "An explosion killed 12 people in a market in Donetsk.\n\n"
    "The toll of the explosion later rose to 21 people killed, officials said.",
    "Rebels hold about 600 people in the school. Aid workers hope that the 620 hostages will be let go.",
    "Airlines cancelled 964 flights on Monday. The airport said the 964 cancellations had cost millions.",
    "The sides signed a 72-hour truce on Monday. The 72-hour truce was broken at once.",
    "She has a 40-year-old brother. His six-year-old son lives in Minsk.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("changed-figure", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("changed-figure", text) == []
