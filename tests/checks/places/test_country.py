from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Rockets fell in Kharkiv, Russia, on Monday.", "Kharkiv, Ukraine"),
        ("They met in Bratislava in Hungary on Monday.", "Bratislava in Slovakia"),
        ("Russian troops entered Grodno, Ukraine, on Monday.", "Grodno, Belarus"),
        ("The Polish port of Odesa was shelled.", "Ukrainian port of Odesa"),
        ("The South Korean city of Osaka was quiet.", "Japanese city of Osaka"),
        ("The border town of Narva in Latvia was quiet.", "Narva in Estonia"),
        ("Troops massed near Voronezh (Ukraine) last week.", "Voronezh (Russia"),
        ("KHARKIV, Russia (Northgate Wire) - Shells fell on Monday.", "KHARKIV, Ukraine"),
    ],
)
def test_a_town_in_the_wrong_country_is_found(text: str, right: str, find: Find) -> None:
    (found,) = find("wrong-country", text)
    assert found.suggestion == right


@pytest.mark.parametrize(
    "text",
    [
        "After talks in Geneva, Russia said that it would wait.",
        "Protests in Paris, Germany and Poland went on.",
        "In Vilnius, Poland's president spoke.",
        "He lives in Atlanta, Georgia, and in Athens, Georgia.",
        "In Simferopol, Russia, people voted, and the Israeli city of Hebron was closed.",
        "The Serbian city of Pristina and the Chinese city of Taipei are in the old book.",
        "Trust in Moscow in Germany has fallen.",
        "The Russian-held city of Kherson was shelled.",
        "The Russian ambassador to the city of Lviv left.",
    ],
)
def test_what_is_right_contested_or_no_pair_is_left_alone(text: str, find: Find) -> None:
    assert find("wrong-country", text) == []
