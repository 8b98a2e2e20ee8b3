from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Tues., Jan. 26", "Wed., Jan. 26"),
        ("Tuesday the 26th of January", "Wednesday the 26th of January"),
        ("Tuesday (26 January)", "Wednesday (26 January)"),
        ("26 January, a Tuesday", "26 January, a Wednesday"),
        ("January 26 (Tuesday)", "January 26 (Wednesday)"),
        ("Tuesday 2022-01-26", "Wednesday 2022-01-26"),
        ("Wednesday and Friday, 26 and 27 January", "Wednesday and Thursday, 26 and 27 January"),
        ("Tuesday 25 to Friday 27 January", None),
    ],
)
def test_a_weekday_is_found_before_and_behind_its_date(words: str, right: str | None, find: Find) -> None:
    (found,) = find("weekday-date", f"The envoys met on {words}, and went home.")
    assert found.span.text in words
    assert right is None or found.suggestion == right


@pytest.mark.parametrize(
    "text",
    [
        "He left on Thursday. January 26 was a quiet day.",
        "The Sun, 26 January, had it on its front page.",
        "It was the war of 2013. On Saturday, 31 August, the vote was lost.",
        "On 25 January, Wednesday's decision was still a secret.",
        "The envoys met on Tuesday and Wednesday, 25 and 26 January.",
        "The round runs from Monday 31 January to Tuesday 1 February.",
    ],
)
def test_what_fits_or_is_no_pair_is_left_alone(text: str, find: Find) -> None:
    assert find("weekday-date", text) == []


def test_without_a_day_of_the_report_only_written_years_count(find: Find) -> None:
    text = "They met on Tuesday, 26 January, and on Tuesday, 26 January 2022."
    assert [f.span.text for f in find("weekday-date", text, date=None)] == ["Tuesday, 26 January 2022"]
