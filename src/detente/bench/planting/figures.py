"""Errors of figures, planted: those of sums and of measures, lists miscounted, numbers that are told otherwise elsewhere."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from detente.bench.planting import figure_measures, figure_sums
from detente.bench.planting.change import Change, Planter
from detente.bench.planting.figure_words import CITIES, COUNTRIES, FORCES, LEADERS, number, slipped
from detente.bench.planting.inserted import inserted, pick
from detente.checks.report import Report
from detente.coding.figures import numbers

_AIMS = (
    "a lasting truce", "the release of all prisoners", "open roads for aid", "new elections", "a retreat of heavy guns",
    "free passage for grain", "an inquiry into the shelling", "the return of refugees", "talks on the border",
)  # fmt: skip


def _list(chance: random.Random) -> tuple[str, str]:
    kind = chance.randrange(3)
    names, nouns = (
        (COUNTRIES, ("countries", "states", "nations")),
        (LEADERS, ("leaders", "politicians")),
        (CITIES, ("cities", "towns")),
    )[kind]
    named = chance.sample(names, chance.randint(2, 5))
    told = len(named)
    while told == len(named) or told < 2:
        told = len(named) + chance.choice((-2, -1, 1, 2))
    words, noun = number(told, chance), chance.choice(nouns)
    listed = f"{', '.join(named[:-1])} and {named[-1]}"
    right = number(len(named), random.Random(0))
    return (
        pick(
            chance,
            f"The [{words} {noun}, {listed}], are to be heard next week.",
            f"The plan names [{words} {noun}: {listed}].",
            f"He mentioned [{words} {noun} — {listed} —] by name.".replace(" —] by", "] — by"),
            f"The draft speaks of [{words} {noun} ({listed})].",
            f"The note was sent to [{words} {noun}, {listed}].",
            f"The [{words} {noun} - {listed}] - were not asked.",
        ),
        right,
    )


def _enumerated(chance: random.Random) -> tuple[str, str]:
    """Aims or charges, one more or fewer than told."""
    named = chance.sample(_AIMS, chance.randint(3, 5))
    told = len(named) + chance.choice((-1, 1))
    words, noun = number(told, chance), pick(chance, "demands", "aims", "conditions", "points")
    city = chance.choice(CITIES)
    comma, semicolon = f"{', '.join(named[:-1])} and {named[-1]}", f"{'; '.join(named[:-1])}; and {named[-1]}"
    return (
        pick(
            chance,
            f"The envoys in {city} agreed on [{words} {noun}: {comma}].",
            f"The plan drawn up in {city} has [{words} {noun}: {semicolon}].",
            f"The rebels near {city} named [{words} {noun}: {comma}].",
        ),
        "",
    )


def _headline(report: Report, chance: random.Random) -> Iterator[Change]:
    """The lead's first figure of dead or of what is sent, put in the headline's place with another number."""
    heads = [b for b in report.article.blocks if b.kind == "headline"]
    lead = next(
        (b for b in report.article.blocks if b.kind == "body" and report.text[b.start : b.end].rstrip().endswith(".")), None
    )
    if not heads or lead is None:
        return
    city, value = chance.choice(CITIES), chance.randint(12, 90)
    force = chance.choice(FORCES)
    wrong = slipped(value, chance)
    title, line = chance.choice(
        (
            (f"Blast kills [{wrong}] in {city}", f"An explosion killed {value} people in {city}, officials said."),
            (f"[{wrong}] dead after shelling of {city}", f"The shelling of {city} left {value} people dead."),
            (f"Attack on {city} kills [{wrong}]", f"The attack on {city} killed {value} people, the governor said."),
            (
                f"{chance.choice(COUNTRIES)} sends [{wrong * 100:,}] {force}",
                f"The government is sending {value * 100:,} {force} to the region, it said.",
            ),
            (f"Police arrest [{wrong}] in {city}", f"Police arrested {value} people in {city} on the day."),
            (f"[{wrong}] killed in {city}, officials say", f"Officials said that {value} people had been killed in {city}."),
        )
    )
    before, _, rest = title.partition("[")
    word, _, after = rest.partition("]")
    head = heads[0]
    between = report.text[head.end : lead.end]
    if any(n.value in (wrong, wrong * 100) for n in numbers(between)) or re.search(
        r"\b(?:dead|kill|arrest|died|death)", report.text[head.start :]
    ):
        return
    if re.search(rf"\b{force}\b", report.text):
        return
    yield Change(
        head.start,
        lead.end,
        f"{before}{word}{after}{between} {line}",
        (len(before), len(before) + len(word)),
        f"{value * 100:,}" if force in title else str(value),
    )


def _changed(report: Report, chance: random.Random) -> Iterator[Change]:
    """A number told, and another for the same thing some paragraphs on."""
    bodies = [b for b in report.article.blocks if b.kind == "body" and report.text[b.start : b.end].rstrip().endswith(".")]
    value = chance.randint(11, 90) * chance.choice((1, 10, 100))
    wrong = slipped(value, chance)
    city = chance.choice(CITIES)
    for force in chance.sample(FORCES, len(FORCES)):
        if not re.search(rf"\b{force}\b", report.text, re.IGNORECASE):
            break
    else:
        return
    for first, last in pairwise(bodies):
        between = report.text[first.end : last.end]
        blast = chance.choice(("explosion", "collision", "avalanche", "raid"))
        told, again = chance.choice(
            (
                (
                    f"The ministry said that {value:,} {force} would go to {city}.",
                    f"The [{wrong:,}] {force} are to stay for a year.",
                ),
                (
                    f"Some units left and {value:,} {force} came to {city}.",
                    f"The [{wrong:,}] {force} will be replaced in spring.",
                ),
                (
                    f"{chance.choice(COUNTRIES)} has sent {value:,} {force}.",
                    f"These [{wrong:,}] {force} were promised in autumn.",
                ),
                (
                    f"A group of {value:,} {force} left {city} at dawn.",
                    f"Nothing has been heard of the [{_turned(value, wrong):,}] {force}.",
                ),
                (
                    f"An {blast} killed {value:,} people in {city}.".replace("An c", "A c").replace("An r", "A r"),
                    f"The {blast}, which killed [{wrong:,}] people, was the worst there for years.",
                ),
            )
        )
        if re.search(rf"\b{blast}\b", report.text, re.IGNORECASE):
            continue
        before, _, rest = again.partition("[")
        word, _, after = rest.partition("]")
        head = f" {told}{between} {before}"
        yield Change(first.end, last.end, f"{head}{word}{after}", (len(head), len(head) + len(word)), f"{value:,}")


def _turned(value: int, other: int) -> int:
    """The value with its figures in another order, the other where that changes nothing."""
    turned = int(str(value)[::-1])
    return turned if turned != value and len(str(turned)) == len(str(value)) else other


PLANTERS: dict[str, Planter] = {
    **figure_sums.PLANTERS,
    **figure_measures.PLANTERS,
    "counted list": inserted(_list),
    "enumeration": inserted(_enumerated),
    "headline figure": _headline,
    "changed figure": _changed,
}
