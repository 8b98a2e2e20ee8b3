from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from detente.model import Forecast, Item

Code = Callable[..., list[Item]]


def _forecasts(code: Code, text: str) -> list[Forecast]:
    return [item for item in code(text, "forecast") if isinstance(item, Forecast)]


@pytest.mark.parametrize(
    ("text", "by", "what", "likelihood"),
    [
        ("India expects Pakistan to reply by 4 June.", "IND", "Pakistan to reply by 4 June", "expects"),
        ("Chad is likely to leave the bloc.", None, "Chad is likely to leave the bloc", "likely"),
        ("Japan warned that China could seize the islands.", "JPN", "China could seize the islands", "could"),
        (
            "Kenya has every indication that Somalia will close the port.",
            "KEN",
            "Somalia will close the port",
            "every indication",
        ),
        ("An attack is not likely.", None, "An attack", "not likely"),
        ("India does not expect Pakistan to reply.", "IND", "Pakistan to reply", "does not expect"),
        ("Brazil may send its envoy next week.", None, "Brazil may send its envoy next week", "may"),
    ],
)
def test_by_what_and_likelihood(code: Code, text: str, by: str | None, what: str, likelihood: str) -> None:
    found = _forecasts(code, text)
    assert [(f.by.country if f.by else None, f.what.text, f.likelihood) for f in found] == [(by, what, likelihood)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("India expects Pakistan to reply by 4 June.", None, dt.date(2019, 6, 4)),
        ("Chad is likely to leave the bloc before July.", None, dt.date(2019, 6, 30)),
        ("Chad is likely to leave the bloc between now and July.", dt.date(2019, 5, 15), dt.date(2019, 7, 31)),
        ("Elections are expected to be held in August.", dt.date(2019, 8, 1), dt.date(2019, 8, 31)),
    ],
)
def test_window(code: Code, text: str, start: dt.date | None, end: dt.date) -> None:
    window = _forecasts(code, text)[0].window
    assert window is not None
    assert (window.start, window.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Peru warned that it would close the border.",
        "Peru could help, but it did not.",
        "War was not inevitable, Kenya said.",
        "Nobody should expect a breakthrough.",
        "The villagers never believed that they could survive.",
        "There is no reason to fear an escalation.",
    ],
)
def test_what_is_no_forecast(code: Code, text: str) -> None:
    assert _forecasts(code, text) == []
