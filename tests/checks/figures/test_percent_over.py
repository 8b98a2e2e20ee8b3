from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "Turnout was 120 per cent, the electoral commission said.",
    "He won 104 percent of the vote.",
    "Separatists hold 130 percent of the territory of Luhansk.",
    "Gas exports to Europe fell by 120 percent in January.",
    "Kyiv cut its forces by 110% last year.",
    "More than 140 per cent of the population fled.",
    "The government wants to reduce imports by 150 per cent.",
    "His approval rating stood at 112 percent.",
    "About 115 per cent of Ukrainians want to join NATO.",
    "Deliveries were down 130 per cent on the year.",
    "Fully 120% of Ukrainian refugees are women and children.",
    "Support for the president fell 140 percent.",
    "The rouble lost 130 percent of its value.",
    "The bank has spent 108 per cent of its reserves on the currency.",
    "The proportion of families without food fell from 164 per cent to 41 per cent.",
)
RIGHT = (
    "Inflation reached 120 per cent last year.",
    "Public debt is 130 per cent of national income.",
    "Exports rose by 150 per cent.",
    "He said he was 110 per cent committed to the talks.",
    "The opposition spoke of fraud: turnout was 146 per cent in one district.",
    "Turnout was 100 per cent, officials said.",
    "The tariff on steel was raised to 125 percent.",
    "Profits fell by 120 per cent and the bank made a loss.",
    "The force was brought to 110 per cent of its planned strength.",
    "The country takes in refugees equal to 120 per cent of the population of its capital.",
    "The bank has spent 88 per cent of its reserves on the currency.",
    "The ministry has spent 108 per cent of its budget.",
    "The proportion of families without food fell from 64 per cent to 41 per cent.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("percent-over-100", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("percent-over-100", text) == []
