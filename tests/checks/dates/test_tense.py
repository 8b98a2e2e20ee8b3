from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The ministers will meet in Geneva in March 2021.", "error"),
        ("The truce is to take effect in May 2020.", "error"),
        ("The two ministers will meet on 14 January.", "warning"),
        ("Paris announced that talks would resume on 4 September 2021.", "warning"),
        ("According to a statement, the ban would come into force in July 2021.", "warning"),
        ("Ahead of the upcoming vote in May 2020, both camps held rallies.", "warning"),
        ("The president met his counterpart on 12 February 2022.", "error"),
        ("The minister was killed on 14 March 2022 in Kabul.", "error"),
        ("The summit was held in the capital on 4 March.", "warning"),
        ("He has been in office since July 2023.", "error"),
        ("Lavrov is expected in Geneva on 10 January.", "warning"),
        ("The two presidents will speak by phone on January 12.", "warning"),
        ("The sanctions would be lifted by December 2020, diplomats said.", "warning"),
        ("Blinken will meet Lavrov yesterday in Geneva.", "error"),
    ],
)
def test_the_wrong_side_of_today_is_found(text: str, severity: str, find: Find) -> None:
    (found,) = find("date-and-tense", text)
    assert found.severity == severity
    assert found.suggestion is None


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed in 2019 that the last soldiers would leave in July 2020.",
        "The ministers will review the truce of May 2021.",
        "Officials hoped originally that the ban would end in July 2020.",
        "The vote was moved to 4 March.",
        "Lavrov is expected in Geneva on 10 February.",
        "He said that the lease ran out in 2040.",
        "Parliament was to vote on 4 March.",
        "The minister announced elections on 4 March.",
        "“We will leave in May 2021,” the general had promised.",
        "The talks were held on 14 January.",
        "The earthquake last month will cost millions.",
        "If it had been held in May 2021, the vote would have been lost.",
        "The summit was held on 25 December.",
        "This article was amended on 2 February 2022.",
    ],
)
def test_future_in_the_past_and_plans_are_left_alone(text: str, find: Find) -> None:
    assert find("date-and-tense", text) == []


def test_without_a_day_of_the_report_nothing_is_past(find: Find) -> None:
    assert find("date-and-tense", "The ministers will meet in Geneva in March 2021.", date=None) == []
