from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "The town is 100 km (90 miles) from the border.",
    "It flew at 10,000 feet (300 metres).",
    "The drone crashed 30 miles (480 km) inside Poland.",
    "The pipeline is 1,230-kilometre (764-metre) long.",
    "Temperatures fell to -20 C (4 F).",
    "A 60-tonne (60-pound) load fell off.",
    "The missile flew 1,000km (62 miles).",
)
RIGHT = (
    "The town is 100 km (62 miles) from the border.",
    "It flew at 10,000 feet (3,000 metres).",
    "He is 6 ft 2 in (1.88 m) tall.",
    "The mercury fell to -10C (14F).",
    "It will be 2C (3.6F) warmer.",
    "The strip is 10 to 15 km (6 to 9 miles) wide.",
    "The gun fires a 100-pound (45 kg) shell.",
    "It is a mile (1.6 km) away.",
    "The post is 60 km (or, by the old road, 90 miles) away.",
    "Troops stood 3 km (two miles) off.",
    "They drove at 60 mph (97 km/h).",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("conversion", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("conversion", text) == []
