"""A sum of money repeated in another currency, a thousand times too high or too low."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.conversion import AGAIN
from detente.checks.figures.spelt import ABOUT, SUM, matches, told, worth
from detente.checks.report import Report

NAME = "exchange"
SEVERITY = "error"
SAYS = "a sum of money and the same in another currency cannot both hold"

_RATES: dict[str, tuple[float, float]] = {
    "USD": (1.0, 1.0), "EUR": (0.6, 1.25), "GBP": (0.45, 0.95), "CHF": (0.7, 1.85), "RUB": (22.0, 140.0), "UAH": (4.5, 50.0),
    "JPY": (75.0, 170.0), "CNY": (6.0, 8.4), "PLN": (1.9, 5.2), "INR": (38.0, 95.0), "ILS": (3.0, 5.0), "KRW": (900.0, 1600.0),
}  # fmt: skip
"""Currency to the least and the most that a dollar has bought of it since 2000, rounded outwards."""

_NAMES: dict[str, str] = {
    "USD": r"(?:US\s)?dollars?", "EUR": r"euros?", "GBP": r"(?:British\s)pounds?|pounds?\ssterling", "CHF": r"Swiss\sfrancs?",
    "RUB": r"ro?ubles?", "UAH": r"hryvnias?", "JPY": r"yen", "CNY": r"yuan|renminbi", "PLN": r"zlotys?",
    "INR": r"rupees?", "ILS": r"shekels?", "KRW": r"won",
}  # fmt: skip
_SIGNS = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP"}
_SIGN, _NAME = r"(?:US)?\$|€|£", "|".join(_NAMES.values())
_PATTERN = re.compile(
    rf"(?<![\w.,$€£¥])(?P<sign>{_SIGN})?(?P<number>{SUM})(?(sign)|\s(?P<name>{_NAME})\b){AGAIN}(?:{ABOUT})?"
    rf"(?P<other>(?P<other_sign>{_SIGN})?(?P<other_number>{SUM})(?(other_sign)|\s(?P<other_name>{_NAME})\b))",
    re.IGNORECASE,
)
_CUE = re.compile(r"[(\[/]\s?(?:[a-z]+\s){0,3}?(?:[$€£]|US\$|\d)|,?\sor\s(?:[a-z]+\s){0,2}?(?:[$€£]|US\$|\d)")
_LENIENT = 3.0
"""Other dollars, pounds and francs than the greatest are about; they are worth a half at least."""


def find(report: Report) -> Iterator[Problem]:
    for match in matches(report, _CUE, _PATTERN):
        one, other = _currency(match["sign"], match["name"]), _currency(match["other_sign"], match["other_name"])
        given, put = worth(match["number"]), worth(match["other_number"])
        if one is None or other is None or one == other or math.isnan(given + put) or not given:
            continue
        (low, high), (other_low, other_high) = _RATES[one], _RATES[other]
        least, most = given * other_low / high, given * other_high / low
        if not least / _LENIENT <= put <= most * _LENIENT:
            yield Problem(
                match.start("other"),
                match.end("other"),
                f"{told(given)} {one} can come to {told(_short(least))} to {told(_short(most))} {other}, not to {told(put)}",
                f"the rates of {one} and {other} since 2000",
            )


def _currency(sign: str | None, name: str | None) -> str | None:
    if sign:
        return _SIGNS[sign.lower()]
    return next((code for code, pattern in _NAMES.items() if name and re.fullmatch(pattern, name, re.IGNORECASE)), None)


def _short(value: float) -> float:
    return float(f"{value:.2g}")
