from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]

ERRORS = (
    "Russian troop numbers near the border rose from 100,000 to 60,000.",
    "The number of violations fell from 20 to 50 a day.",
    "Exports doubled from 100 to 300 tonnes.",
    "Gas prices rose by 20 per cent, from $100 to $150.",
    "The force grew to 3,000 from 5,000.",
    "The ministry counted 300 violations, up from 500 the week before.",
    "The ministry counted 500 violations, down from 300 the week before.",
    "The aid was halved from $80 million to $60 million.",
    "NATO raised its presence in Latvia from 1,700 soldiers to 1,200.",
    "Defence spending tripled from 2 billion to 4 billion euros.",
    "The budget was cut from €50m to €80m.",
    "Turnout dropped from 55 percent to 67 percent.",
    "The unemployment rate climbed from 9.5 to 7.2 percent.",
    "Troop levels have more than doubled, from 40,000 to 60,000.",
    "The number of dead has risen to 12 from 30.",
    "Attacks were down 20 percent, from 50 to 30.",
    "Deaths slipped to 64 last week from 51 the week before.",
    "The reserves are up from $13bn to $1bn.",
)
RIGHT = (
    "Russian troop numbers near the border rose from 60,000 to 100,000.",
    "The number of violations fell from 50 to 20 a day.",
    "Exports doubled from 100 to 210 tonnes.",
    "Output rose from 900 million to 1.2 billion barrels.",
    "Gas prices rose by 50 per cent, from $100 to $150.",
    "The ministry counted 500 violations, up from 300 the week before.",
    "The programme grew from 2014 to 2010 standards.",
    "The flight time fell from two hours to 50 minutes.",
    "Ice fell from 20 to 50 metres above the road.",
    "The force grew to 5,000 from 3,000.",
    "The price rose from 5 to 7 euros and later fell.",
    "Deaths slipped to 51 last week from 64 the week before.",
    "The reserves are down from $13bn to $1bn.",
)


@pytest.mark.parametrize("text", ERRORS)
def test_it_is_found(text: str, find: Find) -> None:
    assert len(find("change", text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str, find: Find) -> None:
    assert find("change", text) == []
