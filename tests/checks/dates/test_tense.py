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


@pytest.mark.parametrize(
    "text",
    [
        "The ministers are meeting in Geneva on 10 January.",
        "The ceasefire comes into force on 5 January, the envoy said.",
        "A vote on the resolution is planned for January 12.",
        "The vote, scheduled for 12 January, is expected to be close.",
        "The next round of talks is due on 14 January in Vienna.",
        "The ministers hope to reach a deal by 15 January.",
        "Kyiv has until 12 January to reply.",
        "The ban expires on 31 December 2021.",
        "The president takes the oath next Monday, 10 January.",
        "The draft, to be circulated on 10 January, would bar trade with the rebels.",
        "Both camps held rallies for the coming vote on 16 January.",
        "The summit on 16 January will bring together the leaders.",
        "The talks opened on 15 February in Vienna.",
        "The election on 10 April was won by the opposition.",
        "The referendum, held on 27 February, approved the changes.",
        "By 15 February the army had taken the town.",
        "The curfew lasted until 15 February.",
        "Since 10 February the city has been without power.",
        "Yesterday the council will vote on the text.",
        "The two met last Friday, 18 February.",
    ],
)
def test_plans_for_a_day_past_and_acts_of_a_day_to_come_are_found(text: str, find: Find) -> None:
    assert find("date-and-tense", text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers are meeting in Geneva on 10 February.",
        "A vote on the resolution was planned for January 12.",
        "The vote, scheduled for 12 January, was put off.",
        "Kyiv had until 12 January to reply.",
        "The ban expired on 31 December 2021.",
        "The president takes the oath next Monday, 31 January.",
        "The draft, to be circulated on 10 January, was lost.",
        "The election on 10 April was announced by the president.",
        "He said that the talks opened on 15 February.",
        "The two met last Friday, 21 January.",
        "The deal of June 2021 will end the quarrel.",
    ],
)
def test_plans_and_acts_of_their_time_are_left_alone(text: str, find: Find) -> None:
    assert find("date-and-tense", text) == []
