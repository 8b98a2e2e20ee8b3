"""Measures the links of references back ("he", "its", "the two ministers") in the sample crisis, and prints JSON.

    python scripts/measure_references.py [--errors FILE.tsv]

The references are labelled in `samples/winter-2022.references.tsv`; `samples/README.md` tells what its columns mean.
A label is compared with the mentions that end on its last word, or on its head where "of" follows, so that "his" is
not found by a mention of "his adviser", nor "the Russian leader" by one of "Russian". A link is right where the actors
are as many as labelled and each is the one meant:

- a person by the name (where a country of the right one is all that was found, the link is `vague`);
- an organisation or a group by the code;
- a country, one of its bodies, or somebody who speaks or fights for it by the country, since "Moscow" may be either
  country or government; but rebels and civilians only by both country and sector, and no person that we know by name.

A mention that says no more than its own words do ("the allies", of no country) is no link, and the label is `missed`.
`exact` counts those of the right ones whose codes are the labelled ones to the last letter, persons of the tables apart.
What names no actor must have no link: each one that has is a false link. Exit status 1 where the table itself does not
hold.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from detente.coding.coder import Coder
from detente.knowledge import Knowledge, knowledge
from detente.knowledge.tables import rows
from detente.model import Article, Mention
from detente.model.actor import Actor
from detente.sources.read import read

SAMPLES = Path(__file__).parent.parent / "samples"
TABLE = SAMPLES / "winter-2022.references.tsv"
COLUMNS = ("article", "start", "end", "words", "kind", "refers", "codes", "note")
KINDS = ("he", "she", "they", "it", "possessive", "first person", "description")
UNNAMED = "-"


class Label(NamedTuple):
    """One reference as a reader took it. `actors` are pairs of name and code; the name is `-` for one who has none."""

    article: str
    start: int
    end: int
    words: str
    kind: str
    actors: tuple[tuple[str, str], ...]
    note: str

    @property
    def head_end(self) -> int:
        """Where the head ends: "the Secretary of State" has it before the "of"."""
        return self.start + len(self.words.partition(" of ")[0])


def labels() -> list[Label]:
    """The labelled references in the order of the table.

    Raises `DataError` where its columns are others, and `ValueError` where names and codes are not as many.
    """
    found = []
    for row in rows(TABLE, COLUMNS):
        names, codes = row["refers"].split("|"), row["codes"].split("|")
        actors = tuple(zip(names, codes, strict=True)) if row["codes"] else ()
        place = int(row["start"]), int(row["end"])
        found.append(Label(row["article"], *place, row["words"], row["kind"], actors, row["note"]))
    return found


def problems(labelled: list[Label], articles: dict[str, Article], base: Knowledge) -> Iterator[str]:
    """What does not hold in the table: order, overlaps, words that stand elsewhere, names that no table has."""
    known = people(base) | {entry.name for entry in base.organisations.values()} | {c.name for c in base.countries.values()}
    for number, label in enumerate(labelled, 2):
        where = f"{TABLE.name}:{number}"
        article = articles.get(label.article)
        if article is None or article.text[label.start : label.end] != label.words:
            yield f"{where}: {label.words!r} does not stand there"
        if label.kind not in KINDS:
            yield f"{where}: {label.kind!r} is no kind of reference"
        for name, code in label.actors:
            if name != UNNAMED and name not in known and not (article and name in article.text):
                yield f"{where}: neither a table nor the report has {name!r}"
            if not code:
                yield f"{where}: {name!r} has no code"
        if not label.actors and not label.note:
            yield f"{where}: neither an actor nor a note that there is none"
    for number, (before, label) in enumerate(itertools.pairwise(labelled), 3):
        if (before.article, before.start) >= (label.article, label.start):
            yield f"{TABLE.name}:{number}: out of order"
        elif before.article == label.article and before.end > label.start:
            yield f"{TABLE.name}:{number}: overlaps the line before"


def people(base: Knowledge) -> set[str]:
    """The usual names of all persons of the knowledge base."""
    return {spell.person for spell in base.offices.spells}


def linked(label: Label, mentions: list[Mention]) -> list[Actor]:
    """The actors that a label's words were linked to."""
    found = []
    for mention in mentions:
        span = mention.evidence["mention"][0]
        if span.start < label.head_end and span.end in (label.head_end, label.end):
            found.append(mention.actor)
    return found


def resolved(actor: Actor) -> bool:
    """Whether a mention tells more than what its words are ("ministry GOV")."""
    return actor.country is not None or actor.code != actor.sector


def same_country(code: str, actor: Actor) -> bool:
    """Whether a linked actor is of the labelled country, or is the labelled organisation or group.

    Rebels and civilians are not their country, so that for them the sector counts too.
    """
    country, sector = code[:3], code[3:6]
    if country not in knowledge().countries or len(code) > 6:
        return actor.code == code
    apart = {"REB", "CVL"} & {sector, actor.sector}
    return actor.country == country and (not apart or actor.sector == sector)


def meant(name: str, code: str, actor: Actor, persons: set[str]) -> bool:
    """Whether a linked actor is the labelled one."""
    if name in persons or actor.name in persons:
        return actor.name == name
    return actor.name == name or same_country(code, actor)


def verdict(label: Label, found: list[Actor], persons: set[str]) -> str:
    """`right`, `vague`, `wrong` or `missed`; for a label without actors `right` or `false link`."""
    if not label.actors:
        return "false link" if found else "right"
    if not any(map(resolved, found)):
        return "missed"
    if len(found) != len(label.actors):
        return "wrong"
    pairings = [list(zip(label.actors, order, strict=True)) for order in itertools.permutations(found)]
    if any(all(meant(*one, actor, persons) for one, actor in pairs) for pairs in pairings):
        return "right"
    unnamed = not any(actor.name in persons for actor in found)
    return "vague" if unnamed and any(all(same_country(one[1], a) for one, a in p) for p in pairings) else "wrong"


def exact(label: Label, found: list[Actor], persons: set[str]) -> bool:
    """Whether the codes of all who are no persons are the labelled ones."""
    return sorted(code for name, code in label.actors if name not in persons) == sorted(
        actor.code for actor in found if actor.name not in persons
    )


def figures(counts: Counter[str]) -> dict[str, float | int]:
    """The counts of references to actors with accuracy (of all) and precision (of what is not missed)."""
    verdicts = ("right", "vague", "wrong", "missed")
    number = sum(counts[key] for key in verdicts)
    given = number - counts["missed"]
    return {
        "number": number,
        **{key: counts[key] for key in (*verdicts, "exact")},
        "accuracy": round(counts["right"] / number, 3) if number else 0.0,
        "precision": round(counts["right"] / given, 3) if given else 0.0,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", type=Path, help="where to write every label that is not linked right, tab-separated")
    told = parser.parse_args()
    base = knowledge()
    articles = {a.id: a for a in read([str(SAMPLES / "winter-2022")]) if isinstance(a, Article)}
    labelled = labels()
    found_problems = list(problems(labelled, articles, base))
    if found_problems:
        print(*found_problems, sep="\n", file=sys.stderr)
        return 1
    coder = Coder(base=base, kinds=("mention",))
    mentions = {name: [i for i in coder.code(a) if isinstance(i, Mention)] for name, a in articles.items()}
    persons = people(base)
    actors: dict[str, Counter[str]] = defaultdict(Counter)
    others: dict[str, Counter[str]] = defaultdict(Counter)
    errors = []
    for label in labelled:
        found = linked(label, mentions[label.article])
        judged = verdict(label, found, persons)
        counts = actors if label.actors else others
        told_exact = bool(label.actors) and judged == "right" and exact(label, found, persons)
        for key in (label.kind, "overall"):
            counts[key][judged] += 1
            counts[key]["exact"] += told_exact
        if judged != "right":
            errors.append((label, judged, found))
    result = {
        "coder": coder.name,
        "overall": figures(actors["overall"]),
        "kinds": {kind: figures(actors[kind]) for kind in KINDS if kind in actors},
        "no actor": {
            kind: {"number": others[kind]["right"] + others[kind]["false link"], "false links": others[kind]["false link"]}
            for kind in ("overall", *KINDS)
            if kind in others
        },
    }
    print(json.dumps(result, indent=2))
    if told.errors:
        told.errors.write_text("".join(map(_error_line, errors)), encoding="utf-8", newline="\n")
    return 0


def _error_line(error: tuple[Label, str, list[Actor]]) -> str:
    """One error: where it stands, what it is, who was meant, who was linked."""
    label, judged, found = error
    who = "|".join(f"{name} {code}" for name, code in label.actors) or label.note
    linked_to = "|".join(f"{actor.name} {actor.code}" for actor in found)
    return "\t".join([label.article, str(label.start), label.words, label.kind, judged, who, linked_to]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
