from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "date", "words", "right"),
    [
        ("US Secretary of State Lloyd Austin spoke.", "2022-01-27", "Secretary of State", "Secretary of Defense"),
        ("Secretary of State Lloyd Austin spoke.", "2022-01-27", "Secretary of State", "Secretary of Defense"),
        ("The French prime minister, Emmanuel Macron, spoke.", "2022-01-27", "prime minister", "president"),
        ("Russian Prime Minister Vladimir Putin spoke.", "2022-01-27", "Prime Minister", "President"),
        ("NATO President Jens Stoltenberg spoke.", "2022-01-27", "President", "Secretary General"),
        ("Emmanuel Macron was sworn in as the French prime minister on Monday.", "2022-01-27", "prime minister", "president"),
        ("Speaking as prime minister of Ukraine, Volodymyr Zelensky agreed.", "2022-01-27", "prime minister", "president"),
        ("Vice President Antony Blinken spoke.", "2022-01-27", "Vice President", "Secretary of State"),
        ("William Burns, the FBI director, spoke.", "2022-01-27", "FBI director", "CIA director"),
        ("Sergei Lavrov met his team. Prime Minister Lavrov said little.", "2022-01-27", "Prime Minister", "Foreign Minister"),
        ("British Prime Minister Theresa May said on Thursday that it was time.", "2022-01-27", "Prime Minister", None),
        ("The former French president Emmanuel Macron spoke.", "2022-01-27", "former", None),
        # Not yet in office, and nothing else either.
        ("US President Joe Biden spoke.", "2018-03-01", "President", None),
    ],
)
def test_a_title_of_another_is_found(find: Find, text: str, date: str, words: str, right: str | None) -> None:
    found = find("office-holder", f"{text} Nothing else is known.", date)
    assert [(f.span.text, f.suggestion) for f in found] == [(words, right)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("US Secretary of Defense Lloyd Austin spoke.", "2022-01-27"),
        ("Former US Vice President Joe Biden spoke.", "2018-03-01"),
        ("President Barack Obama spoke in Chicago.", "2018-03-01"),
        ("In 2003, Prime Minister Vladimir Putin was president.", "2022-01-27"),
        ("President-elect Joe Biden spoke.", "2020-12-15"),
        ("US President Joe Biden spoke.", "2021-01-18"),
        ("Acting Secretary of State Lloyd Austin spoke.", "2022-01-27"),
        ("The prospect of a President Donald Trump alarms them.", "2016-03-01"),
        ("UK defence minister Tobias Ellwood spoke.", "2018-12-21"),
        ("Pentagon press secretary John Kirby spoke.", "2021-12-23"),
        ("Press secretary John Kirby spoke at the Pentagon.", "2021-12-23"),
        ("The outgoing head of US Central Command, Joseph Votel, spoke.", "2019-03-22"),
        ("Foreign Minister Pavlo Horbatenko spoke in Kyiv.", "2022-01-27"),
        ("US Vice President Kamala Harris spoke.", None),
        ("Brett McGurk, the top American diplomat against Isis and others, spoke.", "2018-12-22"),
        ("The former prime minister Theresa May said on Thursday that it was time.", "2022-01-27"),
        ("Former president Vladimir Putin was prime minister in those days.", "2010-01-27"),
        ("Mike Pompeo, the US secretary of state, said on Thursday that it was time.", "2022-01-27"),
    ],
)
def test_what_may_hold_is_left_alone(find: Find, text: str, date: str | None) -> None:
    assert find("office-holder", text, date) == []


def test_the_basis_names_the_rows(find: Find) -> None:
    (found,) = find("office-holder", "US Secretary of State Lloyd Austin spoke.")
    assert "Antony Blinken, foreign minister from 2021-01-26" in found.basis
    assert found.basis.startswith("offices/USA.tsv:")
