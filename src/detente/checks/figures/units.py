"""Units and what they are worth, for measures that are told twice."""

from __future__ import annotations

import re

SIZES: dict[str, dict[str, float]] = {
    "length": {
        "km": 1000.0, "miles": 1609.34, "nautical miles": 1852.0, "metres": 1.0, "yards": 0.9144, "feet": 0.3048,
        "inches": 0.0254, "centimetres": 0.01, "millimetres": 0.001,
    },
    "mass": {"kg": 1.0, "pounds": 0.45359, "tonnes": 1000.0, "grams": 0.001, "ounces": 0.02835, "stone": 6.3503},
    "speed": {"km/h": 1.0, "mph": 1.60934, "knots": 1.852},
    "area": {
        "hectares": 10_000.0, "acres": 4046.86, "square km": 1e6, "square miles": 2_589_988.0, "square metres": 1.0,
        "square feet": 0.092903,
    },
    "volume": {"litres": 1.0, "gallons": 3.7854, "barrels": 158.987, "cubic metres": 1000.0, "cubic feet": 28.3168},
    "temperature": {"degrees Celsius": 1.8, "degrees Fahrenheit": 1.0},
}  # fmt: skip
"""Kind of measure to its units, each with its size in the smallest of them (of degrees: as a difference)."""

_SPELT: dict[str, str] = {
    "nautical miles": r"nautical[\s-]miles?|nm",
    "km/h": r"(?:km|kilomet(?:re|er)s?)(?:/|\s(?:per|an)\s)(?:h|hr|hour)|kph|kmh",
    "mph": r"miles?(?:/|\s(?:per|an)\s)(?:h|hr|hour)|mph",
    "knots": r"knots?",
    "square km": r"(?:square|sq\.?)[\s-](?:km|kilomet(?:re|er)s?)|km2|km²",
    "square miles": r"(?:square|sq\.?)[\s-](?:miles?|mi)",
    "square metres": r"(?:square|sq\.?)[\s-](?:m|met(?:re|er)s?)|m2|m²",
    "square feet": r"(?:square|sq\.?)[\s-](?:feet|foot|ft)",
    "cubic metres": r"cubic[\s-]met(?:re|er)s?|m3|m³",
    "cubic feet": r"cubic[\s-](?:feet|foot)",
    "hectares": r"hectares?|ha",
    "acres": r"acres?",
    "km": r"kms?|kilomet(?:re|er)s?",
    "miles": r"miles?",
    "metres": r"met(?:re|er)s?|m",
    "yards": r"yards?|yds?",
    "feet": r"feet|foot|ft",
    "inches": r"inch(?:es)?|in",
    "centimetres": r"centimet(?:re|er)s?|cm",
    "millimetres": r"millimet(?:re|er)s?|mm",
    "kg": r"kilograms?|kilos?|kgs?",
    "pounds": r"pounds?|lbs?",
    "tonnes": r"tonnes?|(?:metric\s|short\s|long\s)?tons?",
    "grams": r"grams?|g",
    "ounces": r"ounces?|oz",
    "stone": r"stone",
    "litres": r"lit(?:re|er)s?",
    "gallons": r"gallons?",
    "barrels": r"barrels?",
    "degrees Celsius": r"(?:degrees?\s|°\s?)?(?:celsius|centigrade|c)",
    "degrees Fahrenheit": r"(?:degrees?\s|°\s?)?(?:fahrenheit|f)",
}

UNIT = rf"(?:{'|'.join(_SPELT.values())})(?![\w²³])"
"""Any unit as spelt."""

_UNITS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _SPELT.items()}


def unit_named(words: str) -> str | None:
    """The unit of measure that words name, None where they name none."""
    return next((name for name, pattern in _UNITS.items() if pattern.fullmatch(words)), None)


def size_of(words: str, kind: str) -> str | None:
    """The unit that words name, if it is one of that kind of measure."""
    name = unit_named(words)
    return name if name in SIZES[kind] else None
