"""Titles with names: 500 with names spelt as no table lists them, 200 with the name of somebody who does not hold the office.

The spellings were written by hand and set into the forms that titles take; some wrong names are garbled by a rule that knows
nothing of how names are read. `data/titles.tsv` gives the date, the phrase, the holder's usual name, the office and whose
it is; `data/wrong_names.tsv` gives the office's holder, who is not the one named.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.knowledge import Linker, knowledge
from detente.knowledge.link import Link
from detente.language.parse import Sentence, pipeline
from detente.model import Article, Block

DATA = Path(__file__).parent / "data"
LEAST = 0.95
UNLISTED = 450
FRAMES = (
    "{} said on Monday that the talks had failed.",
    "The envoys met {} in Geneva on Tuesday.",
    "The proposal was rejected by {} after a long debate.",
    "Reporters asked {} about the ceasefire.",
    "According to {}, the border will stay closed.",
    "In a telephone call with {}, the envoy repeated his offer.",
    "On Friday {} accused the rebels of breaking the truce.",
    '"We will not yield," {} told reporters.',
    "Among those who signed the letter was {}.",
)

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (DATA / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def linked(given: list[Row]) -> list[list[Link]]:
    """The links of each phrase, put into a plain sentence and read as a report of its date."""
    texts = [FRAMES[i % len(FRAMES)].format(row["phrase"]).replace(",,", ",").replace(",.", ".") for i, row in enumerate(given)]
    found = []
    for row, text, doc in zip(given, texts, pipeline().pipe(texts, batch_size=64), strict=True):
        body = Block(kind="body", start=0, end=len(text))
        day = dt.date.fromisoformat(row["date"])
        linker = Linker(knowledge(), Article(id="a", text=text, date=day, blocks=(body,)), day)
        for index, span in enumerate(doc.sents):
            linker.read(Sentence(span, 0, body, index, text))
        found.append([link for token in doc for link in linker.links(token)])
    return found


def of_owner(link: Link, owner: str) -> bool:
    if owner in knowledge().countries:
        return link.actor.country == owner
    return link.actor.code.endswith(knowledge().owner_entry(owner).short)


def spelt(row: Row, link: Link) -> bool:
    return (link.actor.name, link.actor.office) == (row["name"], row["office"]) and of_owner(link, row["owner"])


def told_apart(row: Row, link: Link) -> bool:
    return (link.holder, link.actor.office) == (row["holder"], row["office"]) and of_owner(link, row["owner"])


@pytest.mark.parametrize(("name", "right"), [("titles.tsv", spelt), ("wrong_names.tsv", told_apart)])
def test_titles_are_linked_to_office_and_holder(name: str, right: Callable[[Row, Link], bool]) -> None:
    given = rows(name)
    wrong = [
        row["phrase"] for row, links in zip(given, linked(given), strict=True) if not any(right(row, link) for link in links)
    ]
    assert len(wrong) <= (1 - LEAST) * len(given), wrong


def test_the_written_names_are_not_in_the_tables() -> None:
    """Tables grow: a variant that they have since come to list tells nothing of the rule any more."""
    known = knowledge().offices.by_name
    listed = set()
    for row in rows("titles.tsv"):
        words = row["phrase"].replace(",", " ").split()
        names = (" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 2, len(words) + 1))
        if any(spell.person == row["name"] for name in names for spell in known.get(name, ())):
            listed.add(row["phrase"])
    assert len(rows("titles.tsv")) - len(listed) >= UNLISTED, sorted(listed)


def test_every_link_has_a_score_and_its_reasons() -> None:
    for links in linked(rows("titles.tsv")[:60]):
        for link in links:
            assert 0 < link.score <= 1
            assert link.reasons
