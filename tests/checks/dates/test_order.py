from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "text",
    [
        "The envoys were in Minsk from 14 to 10 January.",
        "He ran the mission from 2016 to 2012, before the war.",
        "In the crisis (2016-2012) nothing moved.",
        "Between 14 March 2021 and 3 February 2021 some 200 villages were shelled.",
        "The journalist was arrested in May 2019 and released in March 2018.",
        "Anna Petrova, who was detained on 12 January, was freed on 9 January.",
        "He was released on 1 January after being arrested on 3 January.",
        "After the talks in Minsk on 14 January, the ministers met on 10 January.",
        "The delegation arrived on 20 January and left on 18 January.",
        "The general was born in 1961 and died in 1951.",
    ],
)
def test_what_runs_back_is_found(text: str, find: Find) -> None:
    assert len(find("order-of-dates", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The exercises ran from 20 December to 4 January.",
        "The fiscal year runs from 1 July to 30 June.",
        "The term runs from 15 March to 14 March of the next year.",
        "She was released on 1 January and arrested again on 3 January.",
        "After the talks of 10 January the envoys met in Berlin on 14 January.",
        "He said on 10 January that after the vote of 14 January he would go.",
        "A man was arrested on 12 January; another was freed on 9 January.",
        "Exports fell from 2000 to 1500 tonnes.",
    ],
)
def test_what_may_be_is_left_alone(text: str, find: Find) -> None:
    assert find("order-of-dates", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The general, appointed in 2018, was dismissed in 2016.",
        "The president, in office since 2019, resigned in 2006.",
        "The trial, which closed in July 2005, had opened in October 2005.",
        "He was released on 4 January, having been arrested on 12 January.",
        "The truce agreed on 12 January collapsed on 9 January.",
        "Troops started leaving on 10 January, following the order that the minister gave on 14 January.",
        "Russia recognised both in late July, after the war of August.",
        "The air campaign, 20 January-14 January, was short.",
        "The strike started on 12 January and ran until 10 January.",
        "The vote of 12 January was followed by protests on 9 January.",
        "The convoy was shelled on 12 January. Days later, on 9 January, the envoy left.",
        "Four soldiers were killed on 12 January. The army struck on 9 January in response.",
    ],
)
def test_other_ways_to_tell_an_order_are_found(text: str, find: Find) -> None:
    assert find("order-of-dates", text)


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer, who was released on 9 January, was arrested on 12 January.",
        "The president, in office since 2006, resigned in 2019.",
        "A member of the party since 2019, he was elected in 2006.",
        "The trial, which closed in October 2005, had opened in July 2005.",
        "Russia recognised both in late August, after the war of July.",
        "The air campaign, 24 December-10 January, was short.",
        "The vote of 9 January was followed by protests on 12 January.",
        "Four soldiers were killed on 12 January. The army struck on 14 January in response.",
        "Four soldiers were killed on 12 January. It came in response to a raid on 9 January.",
    ],
)
def test_other_orders_that_can_be_are_left_alone(text: str, find: Find) -> None:
    assert find("order-of-dates", text) == []
