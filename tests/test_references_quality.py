"""A floor for references back (pronouns and descriptions), held against our own labels of the sample crisis.

The labels were made by hand, without looking at what the coder gives (`samples/README.md`). The floor is only ever raised;
lowering it needs its reason in the changelog.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from detente.coding import Coder
from detente.coding.mentions import find_mentions
from detente.model import Actor, Article, Mention
from detente.sources import read

SAMPLES = Path(__file__).parent.parent / "samples"
Label = dict[str, str]

REFERENCES_RIGHT = 0.71


@pytest.fixture(scope="module")
def labels() -> list[Label]:
    with (SAMPLES / "winter-2022.references.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {a.id: a for a in read([str(SAMPLES / "winter-2022")]) if isinstance(a, Article)}


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="module")
def mentions(coder: Coder, articles: dict[str, Article]) -> dict[str, list[Mention]]:
    return {a.id: list(find_mentions(coder.read(a), coder.name)) for a in articles.values()}


@pytest.fixture(scope="module")
def bodies(coder: Coder) -> set[str]:
    """The names of countries and organisations: whoever else a label names is a person, right only by name."""
    base = coder.base
    return {c.name for c in base.countries.values()} | {o.name for o in base.organisations.values()} | {"-"}


def party(code: str) -> str:
    """Countries, and organisations by their code: sectors are left out of the comparison."""
    return code if code.startswith("IGO") else code[:3]


def within(label: Label, mention: Mention) -> bool:
    """Whether a mention stands where the label does.

    A pronoun such as "its" may stand inside a longer mention ("its foreign minister") whose head is another actor.
    """
    start, end = int(label["start"]), int(label["end"])
    span = mention.evidence["mention"][0]
    if label["kind"] == "description":
        return span.start < end and start < span.end
    return start <= span.start and span.end <= end


def agrees(label: Label, actors: list[Actor], bodies: set[str]) -> bool:
    """Whether the actors linked are the ones meant; nothing may be linked where no actor is meant."""
    codes = {party(code) for code in label["codes"].split("|") if code}
    if not codes:
        return not actors
    names = set(label["refers"].split("|"))
    if names == {actor.name for actor in actors}:
        return True
    # Who is of the right country but holds an office is another person than the body or the unnamed people meant.
    return names <= bodies and not any(a.office for a in actors) and codes == {party(a.code) for a in actors}


def test_references_back_are_linked(labels: list[Label], mentions: dict[str, list[Mention]], bodies: set[str]) -> None:
    right = [agrees(label, [m.actor for m in mentions[label["article"]] if within(label, m)], bodies) for label in labels]
    assert len(right) > 700
    assert sum(right) / len(right) >= REFERENCES_RIGHT


def test_labels_stand_in_the_text(labels: list[Label], articles: dict[str, Article]) -> None:
    assert {label["article"] for label in labels} == set(articles)
    reached = ("", 0)
    for label in labels:
        place = (label["article"], int(label["start"]))
        assert place >= reached, label
        reached = (label["article"], int(label["end"]))
        assert articles[label["article"]].text[place[1] : reached[1]] == label["words"], label
