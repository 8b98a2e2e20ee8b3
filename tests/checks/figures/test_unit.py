from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "Troops are massed 40 kilograms from the border.",
    "The missile has a range of 3,000 kilograms.",
    "The city lies 40 degrees Celsius from the border.",
    "The village is 30 tonnes north of Donetsk.",
    "The talks lasted eight kilometres.",
    "Convoys moved at speeds of 60 kilograms.",
    "The warhead weighs 450 kilometres.",
    "Temperatures of minus 15 kilometres were reported in Kharkiv.",
    "He ran a fever of 52 degrees.",
    "A convoy of trucks about 60 kilograms long moved south.",
    "The city, 30 kilometres per hour from the front line, was shelled.",
    "The missile has a range of 500 kilometres per hour.",
    "The exclusion zone covers an area of 2,600 hours.",
    "The town of Shchastia is 15 kilograms from the contact line.",
    "The rockets can hit targets 500 hectares away.",
    "The envoy drove 300 kilograms to Minsk.",
    "It is 40 degrees from the Polish border.",
    "An earthquake of magnitude 64 struck near Osh on Sunday.",
    "The underground test had a force of some 90 kilometres, seismologists said.",
    "The front line moved by six square kilometres on Monday.",
    "The court jailed him for 12 kilometres.",
    "Inspectors found 300 kilometres of heroin in the hold.",
    "Both sides agreed to a 48-kilogram truce.",
)
RIGHT = (
    "Troops are massed 40 kilometres from the border.",
    "The missile has a range of 3,000 kilometres.",
    "The talks lasted eight hours.",
    "Convoys moved at speeds of 60 kilometres an hour.",
    "The warhead weighs 450 kilograms.",
    "Temperatures of minus 15 degrees were reported.",
    "The village is two hours from the front line.",
    "Police seized 40 kilograms of explosives from the border village.",
    "The ship was at 40 degrees north of the equator.",
    "He ran a fever of 39 degrees.",
    "The fighter flies at a height of 12,000 metres and 900 km/h.",
    "The range of sanctions covers 30 tonnes of goods.",
    "They took a two-week long break.",
    "A speed of 300 metres per second was measured.",
    "An earthquake of magnitude 6.4 struck near Osh on Sunday.",
    "The underground test had a force of some 90 kilotons, seismologists said.",
    "The front line moved by six kilometres on Monday.",
    "The court jailed him for 12 months.",
    "The rebels moved 40 tonnes of grain.",
    "Both sides agreed to a 48-hour truce.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("impossible-unit", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("impossible-unit", text) == []
