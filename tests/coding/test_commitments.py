from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from detente.model import Commitment, Item

Code = Callable[..., list[Item]]


def _commitments(code: Code, text: str) -> list[Commitment]:
    return [item for item in code(text, "commitment") if isinstance(item, Commitment)]


@pytest.mark.parametrize(
    ("text", "by", "to", "what"),
    [
        ("France promised Chad to deliver the trucks by Friday.", "FRA", ["TCD"], "to deliver the trucks by Friday"),
        ("Iran agreed to a pause in enrichment.", "IRN", [], "a pause in enrichment"),
        ("A promise by Turkey to reopen the border was welcomed.", "TUR", [], "to reopen the border"),
        ("Germany gave Poland assurances that the gas would flow.", "DEU", ["POL"], "the gas would flow"),
        ("Sudan committed 500 troops.", "SDN", [], "500 troops"),
        ("Finland committed to withdrawing its troops next month.", "FIN", [], "withdrawing its troops next month"),
    ],
)
def test_by_to_and_what(code: Code, text: str, by: str, to: list[str], what: str) -> None:
    found = _commitments(code, text)
    assert [([a.country for a in c.by], [a.country for a in c.to], c.what.text) for c in found] == [([by], to, what)]


def test_due(code: Code) -> None:
    assert _commitments(code, "France promised Chad to deliver the trucks by Friday.")[0].due == dt.date(2019, 5, 17)


def test_condition(code: Code) -> None:
    found = _commitments(code, "Sweden pledged to pay for the road if Norway opens the border.")
    assert found[0].condition is not None
    assert found[0].condition.text == "if Norway opens the border"


@pytest.mark.parametrize(
    "text",
    [
        "China did not promise to help.",
        "Nobody in Chad promised to help.",
        "Sudan committed crimes in the valley.",
        "India and Pakistan agreed on little.",
        "Norway demanded a promise by Sweden to pay.",
        "Israel agreed that the situation was serious.",
    ],
)
def test_what_is_no_commitment(code: Code, text: str) -> None:
    assert _commitments(code, text) == []
