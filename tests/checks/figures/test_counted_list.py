from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "The three countries, Ukraine, Russia, Belarus and Poland, signed the accord.",
    "Macron spoke to two leaders: Vladimir Putin, Joe Biden and Olaf Scholz.",
    "NATO will send battalions to three countries - Poland, Latvia, Estonia and Romania.",
    "He visited four cities (Kyiv, Warsaw and Berlin) this week.",
    "The two leaders, Emmanuel Macron, Vladimir Putin and Joe Biden, agreed to meet.",
    "Two Baltic states, Estonia, Latvia and Lithuania, asked for help.",
    "The leaders of the two countries - Germany, France and Italy - met in Paris.",
    "The Quad's three members, the US, Japan, India and Australia, will meet.",
    "Ministers from five Nordic countries (Sweden, Norway, Finland and Denmark) met.",
    "Minsk spoke to its four neighbours Poland, Latvia and Lithuania.",
    "Poland, Latvia and Estonia, the four countries, asked for help.",
    "Envoys flew to Warsaw and Vilnius. All three cities are to host talks.",
)
RIGHT = (
    "The three countries, Ukraine, Russia and Belarus, signed the accord.",
    "Macron spoke to two leaders: Vladimir Putin and Joe Biden.",
    "Three countries, including Poland and Romania, abstained.",
    "Two of the three countries, Ukraine, Russia and Belarus, signed.",
    "In two cities, Minsk, Belarus, and Odessa, Ukraine, there were protests.",
    "In two countries, Russia, Ukraine and Belarus said, there were protests.",
    "Three leaders, Macron and Scholz among them, stayed away.",
    "He met four ministers, Poland and Latvia's among them.",
    "Two states, Bosnia and Herzegovina and Serbia, asked for help.",
    "She wrote to three countries: Poland and Romania, along with Turkey.",
    "The ministers met its three neighbours Poland, Latvia and Lithuania.",
    "Poland, Latvia and Estonia, the three countries, asked for help.",
    "Envoys flew to Warsaw, Riga and Vilnius. All three cities are to host talks.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("counted-list", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("counted-list", text) == []
