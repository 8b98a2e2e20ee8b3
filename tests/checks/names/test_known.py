from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


def test_a_name_nearly_that_of_somebody_in_office_is_found(find: Find) -> None:
    text = "Ukraine sent a letter to Paris. Emmanuel Macrom answered it for France on Thursday."
    assert [(f.span.text, f.suggestion) for f in find("known-name", text)] == [("Emmanuel Macrom", "Emmanuel Macron")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ukraine sent a letter to Paris. Emmanuel Macron answered it for France on Thursday.", "2022-01-27"),
        # The country is not spoken of, or the person is not in office.
        ("The ferry sailed at noon. Emmanuel Macrom had a ticket.", "2022-01-27"),
        ("Ukraine sent a letter to Paris. Emmanuel Macrom answered it for France.", "1999-01-27"),
        # A given name that many share tells nothing.
        ("The United States closed its embassy. David Halle, a grocer, saw the flag come down.", "2020-01-27"),
        ("Syria shut its embassy. Mohammed Rahman, a Syrian baker, saw the flag come down.", "2019-02-15"),
        ("Ukraine asked Dmitri Kozak of Russia for an answer.", "2022-01-27"),
    ],
)
def test_other_people_are_left_alone(find: Find, text: str, date: str) -> None:
    assert find("known-name", text, date) == []


def test_a_name_beside_its_title_is_told_once(find: Find) -> None:
    assert find("known-name", "The French president, Emmanuel Macrom, spoke in Paris.") == []
