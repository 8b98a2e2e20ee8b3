from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "Zelensky won 73 percent of the vote and Poroshenko 34 percent.",
    "Sixty-two per cent of Germans were in favour of the sanctions and 51 per cent against.",
    "In the poll 60 per cent backed the plan, 20 per cent opposed it and the remaining 30 per cent were undecided.",
    "Macron took 58.5 percent of the vote, ahead of Le Pen with 52.5 percent.",
    "Macron beat Le Pen by 58 percent to 52 percent in the runoff.",
    "Some 55% of those asked support membership in NATO, while 52% oppose it.",
    "Tokayev won 70 per cent of the vote, and his rival Kosanov 36 per cent.",
    "The poll showed that 45 percent trust the government, 35 percent do not and the other 30 percent do not know.",
    "Some 60% of respondents said yes, 50% said no.",
)
RIGHT = (
    "Zelensky won 73 percent of the vote and Poroshenko 24 percent.",
    "Tokayev won 70 per cent of the vote in the first round and 75 per cent in the second round.",
    "In the poll 60 per cent backed the plan, 20 per cent opposed it and the remaining 20 per cent were undecided.",
    "Some 62 per cent of women were in favour and 51 per cent of men against.",
    "Turnout rose to 73 percent, and Macron won 58 percent of the vote.",
    "Support for the sanctions rose from 55 per cent to 60 per cent, and 40 per cent are against.",
    "In the survey 70 percent said they feared a war and 65 percent that they trusted the army.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("shares", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("shares", text) == []
