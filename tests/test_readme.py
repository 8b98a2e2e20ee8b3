"""The example of the README is what the coder makes of its sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path

import detente
from detente.model.derived import to_json

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_the_example_is_what_comes_out() -> None:
    sentence = re.search(r"^> (Germany .*)$", README, re.MULTILINE)
    block = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert sentence
    assert block
    events = [json.loads(to_json(item)) for item in detente.code(sentence[1], date="2022-01-22", kinds=["event"])]
    shown = json.loads(block[1])
    assert {key: events[0][key] for key in shown} == shown
    told = [(e["actor"][0]["country"], e["event"], e["recipient"][0]["country"], e["status"]) for e in events]
    assert told == [
        ("DEU", "THREATEN", "RUS", "happened"),
        ("RUS", "ASSAULT", "UKR", "hypothetical"),
        ("DEU", "AGREE", "UKR", "happened"),
    ]


def test_every_page_that_it_links_to_is_there() -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (Path(__file__).parent.parent / link).exists(), link
