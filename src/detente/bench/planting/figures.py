"""Errors of figures, planted: sums that do not add up, conversions that do not fit, units that cannot be, lists miscounted."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from detente.bench.planting.change import Change, Planter
from detente.bench.planting.figure_words import (
    CITIES,
    COUNTRIES,
    FORCES,
    LEADERS,
    PARTS,
    THINGS,
    VICTIMS,
    number,
    slipped,
)
from detente.checks.report import Report
from detente.coding.figures import numbers

_Sentence = Callable[[random.Random], tuple[str, str]]
"""Makes a sentence with the wrong words between `[` and `]`, and what should stand there ("" where that has no one form)."""


def _inserted(make: _Sentence) -> Planter:
    """A planter that puts one made sentence behind a paragraph."""

    def plant(report: Report, chance: random.Random) -> Iterator[Change]:
        for block in report.article.blocks:
            if block.kind == "body" and report.text[block.start : block.end].rstrip().endswith((".", "”", '"')):
                sentence, right = make(chance)
                before, _, rest = sentence.partition("[")
                wrong, _, after = rest.partition("]")
                start = len(before) + 1
                yield Change(block.end, block.end, f" {before}{wrong}{after}", (start, start + len(wrong)), right)

    return plant


def _pick(chance: random.Random, *options: str) -> str:
    return chance.choice(options)


def _total(chance: random.Random) -> tuple[str, str]:
    first, second = chance.sample(PARTS, 2)
    a, b = chance.randint(2, 40), chance.randint(2, 30)
    made = a + b
    wrong = slipped(made, chance, least=max(a, b) + 1)
    whole, place = number(wrong, chance), chance.choice(CITIES)
    parts = f"{number(a, chance)} {first} and {number(b, chance)} {second}"
    victims = _pick(chance, "people", "people", "persons")
    return (
        _pick(
            chance,
            f"The shelling killed [{whole} {victims}, {parts}], in {place}.",
            f"An attack near {place} left [{whole} dead, {parts}], local officials said.",
            f"Separatists in {place} freed [{whole} hostages: {parts}].",
            f"Police in {place} detained [{whole} {victims} ({parts})] over the weekend.",
            f"The governor of {place} said that [{whole} {victims} had been wounded, {parts}].",
            f"In {place} {parts} were killed, [{whole} people in all].".replace("[", "").replace(parts, f"[{parts}"),
            f"Rockets hit {place} overnight, wounding [{whole} {victims} — {parts}].",
            f"{parts.capitalize()} were wounded near {place}, a total of {whole} {victims}.".replace(
                parts.capitalize(), f"[{parts.capitalize()}"
            ).replace(f"of {whole} {victims}", f"of {whole} {victims}]"),
        ),
        "",
    )


def _rest(chance: random.Random) -> tuple[str, str]:
    whole, part = chance.randint(12, 60), chance.randint(3, 9)
    right = whole - part
    wrong = slipped(right, chance)
    what = chance.choice(VICTIMS)
    return (
        _pick(
            chance,
            (
                f"Of the [{whole} {what}, {number(part, chance)} were freed and the remaining "
                f"{number(wrong, chance)}] are still held."
            ),
            f"Of [{whole} {what}, {number(part, chance)} have been named and the other {number(wrong, chance)}] have not.",
            (
                f"Of the [{whole} {what}, {number(right, chance)} come from {chance.choice(CITIES)} and the "
                f"other {number(slipped(part, chance), chance)}] from abroad."
            ),
        ),
        "",
    )


def _shares(chance: random.Random) -> tuple[str, str]:
    a = chance.randint(48, 72)
    b = chance.randint(105, 140) - a
    per = _pick(chance, " per cent", " percent", "%")
    one, other = chance.sample(LEADERS, 2)
    country = chance.choice(COUNTRIES)
    c = chance.randint(15, 35)
    rest = slipped(100 - a - 12, chance)
    return (
        _pick(
            chance,
            f"In a survey in {country} [{a}{per} were in favour of new sanctions and {b}{per} against].",
            f"A poll found that [{a}{per} of those asked support the deployment, while {b}{per} oppose it].",
            f"{one} won [{a}{per} of the vote and {other} {b}{per}], the electoral commission said.",
            f"{one} beat {other} by [{a}{per} to {b}{per}] in the runoff.",
            f"In the poll [{a}{per} backed the accord, 12{per} opposed it and the remaining {max(2, rest)}{per}] had no opinion.",
            f"{one} came first with [{a}{per} of the vote, ahead of {other} with {b}{per}].",
            f"According to the survey [{a}{per} approve of the government's course and {b}{per} disapprove].",
            f"The referendum in {country} ended with [{a}{per} for the change and {b}{per} against it].",
            f"{one} received [{a}{per} of the votes, {other} {b}{per} and {chance.choice(LEADERS)} {c}{per}].",
        ),
        "",
    )


def _over(chance: random.Random) -> tuple[str, str]:
    value = chance.choice((101, 104, 108, 110, 112, 115, 120, 125, 130, 140, 150, 168))
    per = _pick(chance, " per cent", " percent", "%")
    country = chance.choice(COUNTRIES)
    return (
        _pick(
            chance,
            f"Turnout in the election in {country} was [{value}{per}], according to the authorities.",
            f"The ruling party won [{value}{per}] of the vote.",
            f"Gas deliveries to {country} fell by [{value}{per}] in a year.",
            f"The government in {country} plans to cut its garrison by [{value}{per}].",
            f"Some [{value}{per}] of the population have left the region.",
            f"About [{value}{per}] of voters in {country} want the talks to go on.",
            f"The rebels now control [{value}{per}] of the province's territory.".replace("the province's ", "the "),
            f"Trade with {country} has dropped by [{value}{per}] since the sanctions began.",
            f"The report says that [{value}{per}] of the soldiers had been vaccinated.",
            f"The ministry said exports were down [{value}{per}].",
            f"The president's approval rating stands at [{value}{per}], a pollster said.",
            f"Officials put the turnout at [{value}{per}].",
            f"The number of violations declined by almost [{value}{per}] last week.",
        ),
        "",
    )


def _change(chance: random.Random) -> tuple[str, str]:
    low = chance.randint(2, 60) * chance.choice((1, 10, 100, 1000))
    high = int(low * chance.uniform(1.25, 3)) + 1
    unit, thing = chance.choice(THINGS)
    a, b = f"{low:,}", f"{high:,}"
    percent = _pick(chance, " per cent", "%", " percent")
    right = round(100 * (high - low) / low)
    wrong = slipped(right, chance, least=5)
    return (
        _pick(
            chance,
            f"The {thing} [rose from {b} to {a}]{unit} within a month.",
            f"The {thing} [fell from {a} to {b}]{unit}, the ministry said.",
            f"The {thing} has [dropped to {b}{unit} from {a}] a year ago.",
            f"The {thing} [increased to {a}{unit} from {b}].",
            f"The {thing} stands at [{a}{unit}, up from {b}] in December.",
            f"The {thing} was [{b}{unit}, down from {a}] the week before.",
            f"The {thing} has grown by [{wrong}{percent} from {a} to {b}]{unit}.",
            f"The {thing} [doubled from {a} to {low * 3:,}]{unit}.",
            f"The {thing} has [tripled from {a} to {int(low * 1.8):,}]{unit} since autumn.",
            f"The {thing} was [halved from {low * 4:,} to {low * 3:,}]{unit}.",
            f"Officials want to [cut the {thing} from {a} to {b}]{unit}.",
            f"{chance.choice(COUNTRIES)} will [raise the {thing} from {b} to {a}]{unit}.",
            f"The {thing} [rose by {wrong}{percent}, from {a} to {b}]{unit}.",
        ),
        "",
    )


def _fraction(chance: random.Random) -> tuple[str, str]:
    part, share = chance.choice(
        (
            ("a third", 33),
            ("half", 50),
            ("two thirds", 67),
            ("a quarter", 25),
            ("three quarters", 75),
            ("a fifth", 20),
            ("one in ten", 10),
        )
    )
    wrong = chance.choice([v for v in (12, 22, 38, 44, 58, 63, 81, 88) if abs(v - share) > 9 and not (share == 10 and v == 12)])
    degree = _pick(chance, "", "", "about ", "roughly ")
    per = _pick(chance, " per cent", " percent", "%")
    country, low = chance.choice(COUNTRIES), chance.randint(22, 43)
    return (
        _pick(
            chance,
            f"In {country} {degree}{part} [({wrong}{per})] of those asked fear a war.",
            f"They said that {degree}{part}, or [{wrong}{per}], of the units had left.",
            f"The survey in {country} found that {degree}{part} of voters [({wrong}{per})] back the talks.",
            f"Nearly half [({chance.choice((22, 27, 31, 58, 64))}{per})] of the gas comes through the pipeline.",
            f"More than half, [{low}{per}], said that they trusted the alliance.",
            f"A majority of voters in {country} [({low}{per})] oppose the plan.",
            f"Only a minority [({chance.choice((56, 61, 68, 72))}{per})] want to join.",
            f"More than two thirds [({low}{per})] of the reservists have been called up.",
        ),
        "",
    )


def _whole(chance: random.Random) -> tuple[str, str]:
    whole = chance.randint(5, 60)
    part = whole + chance.randint(1, 30)
    what, city = chance.choice(VICTIMS), chance.choice(CITIES)
    return (
        _pick(
            chance,
            f"The rebels have released [{number(part, chance)} of the {number(whole, chance)} {what}].",
            f"He said that [{number(part, chance)} of its {number(whole, chance)} members] had signed.",
            (
                f"A military plane with {number(whole, chance)} people on board crashed near {city}, killing "
                f"[all {number(part, chance)}]."
            ),
            f"Only [{number(part, chance)} out of {number(whole, chance)} checkpoints] near {city} are open.",
            (
                f"A helicopter carrying {number(whole, chance)} soldiers came down outside {city}. "
                f"[{number(part, chance).capitalize()} were killed]."
            ),
            f"[{number(part, chance).capitalize()} of the {number(whole, chance)} {what}] come from {city}.",
        ),
        "",
    )


def _bounds(chance: random.Random) -> tuple[str, str]:
    high = chance.randint(2, 90) * chance.choice((1, 10, 100, 1000)) + 3
    low = max(1, int(high * chance.uniform(0.3, 0.8)))
    force = chance.choice(FORCES)
    a, b = f"{low:,}", f"{high:,}"
    return (
        _pick(
            chance,
            f"Officials spoke of [between {b} and {a}] {force} in the region.",
            f"[Between {b} and {a}] {force} are thought to be there.",
            f"The ministry put the number of {force} at [between {b} and {a}].",
            f"Monitors counted an average of [{high * 2:,}] violations a day, ranging from {a} to {b}.",
            f"The fund is to lend [between ${b} million and ${a} million].",
        ),
        "",
    )


def _votes(chance: random.Random) -> tuple[str, str]:
    body, seats = chance.choice(
        (("Security Council", 15), ("US Senate", 100), ("State Duma", 450), ("Verkhovna Rada", 450), ("General Assembly", 193))
    )
    ayes = int(seats * chance.uniform(0.55, 0.8))
    noes = seats - ayes + max(2, int(seats * chance.uniform(0.1, 0.2)))
    rest = chance.randint(2, 9)
    total = ayes + noes + rest + chance.choice((-7, -5, -3, 4, 6, 9))
    members = chance.choice((81, 101, 141, 151, 201, 240, 349))
    yes, no = int(members * 0.6), members - int(members * 0.6) + chance.randint(5, 20)
    return (
        _pick(
            chance,
            f"The {body} adopted the text by [{ayes} votes to {noes}].",
            f"The {body} voted [{ayes} to {noes}] for the resolution.",
            f"The {body} passed it with [{ayes} in favour and {noes} against].",
            f"The {body} rejected the motion by [{noes} to {ayes}], with {rest} abstentions.".replace(
                f"{ayes}], with {rest} abstentions", f"{ayes}, with {rest} abstentions]"
            ),
            f"The {members}-member parliament voted [{yes} to {no}] to ratify the treaty.",
            f"In the {members}-seat chamber [{yes} voted for the bill and {no} against].",
            f"The council cast {total} votes: [{ayes} for, {noes} against and {rest} abstentions].",
            f"Of the {members} deputies [{yes} voted in favour and {no} against].",
        ),
        "",
    )


def _hours(chance: random.Random) -> tuple[str, str]:
    start, length = chance.randint(7, 11), chance.randint(1, 6)
    wrong = length + chance.choice((3, 4, 5))
    end = start + length
    style = chance.randrange(3)
    first, last = (
        (f"{start} am", f"{end if end < 12 else (end - 12 or 12)} {'am' if end < 12 else 'pm'}"),
        (f"{start}am", f"{end if end < 12 else (end - 12 or 12)}{'am' if end < 12 else 'pm'}"),
        (f"{start:02d}:00", f"{end:02d}:00"),
    )[style]
    city = chance.choice(CITIES)
    return (
        _pick(
            chance,
            f"The envoys held a [{number(wrong, chance)}-hour] meeting in {city} from {first} to {last}.",
            f"They talked for [{number(wrong, chance)} hours], from {first} to {last}.",
            f"The session in {city} lasted [{number(wrong, chance)} hours], from {first} until {last}.",
            f"From {first} to {last} the ministers met for [{number(wrong, chance)} hours] in {city}.",
            f"The call went on for [{number(wrong, chance)} hours], between {first} and {last}.",
        ),
        "",
    )


def _unit(chance: random.Random) -> tuple[str, str]:
    amount = number(chance.choice((15, 20, 30, 40, 60, 120, 300, 450)), chance)
    mass, length, area, speed = (
        chance.choice(("kilograms", "tonnes", "kg")), chance.choice(("kilometres", "miles", "km")),
        chance.choice(("hectares", "square kilometres", "acres")), chance.choice(("kilometres per hour", "mph", "km/h")),
    )  # fmt: skip
    no_length = chance.choice((mass, area, speed, "litres"))
    city, other = chance.sample(CITIES, 2)
    return (
        _pick(
            chance,
            f"Units have been moved to {city}, [{amount} {no_length}] from the border.",
            f"The depot is about [{amount} {no_length}] north of {city}.",
            f"The base lies some [{amount} {no_length}] from the front line.",
            f"The missile has a range of [{amount} {no_length}], the ministry said.",
            f"Rockets with a range of up to [{amount} {no_length}] were moved to {city}.",
            f"The talks in {city} lasted [{amount} {chance.choice((mass, length, area))}].",
            f"Temperatures of minus [15 {chance.choice((mass, length, speed))}] are forecast for {city}.",
            f"The warhead weighs [{amount} {chance.choice((length, speed, area))}].",
            f"Columns moved towards {city} at a speed of [{amount} {chance.choice((mass, area, 'kilometres'))}].",
            f"The convoy near {city} was [{amount} {chance.choice((mass, area, speed))}] long.",
            f"{city} is [{amount} {no_length}] away from {other}.",
            f"Aircraft flew over {city} at a height of [{amount} {chance.choice((mass, area, speed))}].",
            f"Troops are massed less than [{amount} {no_length}] from the frontier.",
        ),
        "",
    )


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
        _pick(
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


def _conversion(chance: random.Random) -> tuple[str, str]:
    value = chance.choice((5, 8, 12, 20, 30, 50, 60, 80, 150, 200, 300, 500))
    one, other, rate = chance.choice(
        (("km", "miles", 0.621), ("kilometres", "miles", 0.621),
         ("miles", "km", 1.609), ("miles", "kilometres", 1.609),
         ("metres", "feet", 3.281), ("feet", "metres", 0.3048), ("kg", "pounds", 2.205), ("kg", "lb", 2.205),
         ("hectares", "acres", 2.471),
         ("pounds", "kilograms", 0.4536))
    )  # fmt: skip
    if one == "feet":
        value *= 100
    right = round(value * rate) if value * rate >= 10 else round(value * rate, 1)
    factor = chance.choice((0.1, 0.45, 0.6, 0.7, 1.4, 1.6, 2.2, 10))
    put = chance.choice((right * factor, value / rate))
    wrong = round(put) if put >= 10 else round(put, 1)
    celsius = chance.choice((-20, -10, 5, 18, 25, 30))
    heat = round(celsius * 9 / 5 + 32 + chance.choice((-25, -18, 18, 27)))
    city = chance.choice(CITIES)
    good, bad = f"{right:,} {other}", f"{wrong:,} {other}"
    swap = one in ("km", "kilometres", "miles")
    if not swap:
        return (
            _pick(
                chance,
                f"The object near {city} measured {value:,} {one} ([{bad}])."
                if one in ("metres", "feet")
                else f"Inspectors near {city} found {value:,} {one} ([{bad}]) of it."
                if one != "hectares"
                else f"The site near {city} covers {value:,} {one} ([{bad}]).",
            ),
            "" if "." in good else good,
        )
    return (
        _pick(
            chance,
            f"The units are {value} {one} ([{bad}]) from {city}.",
            f"The village lies about {value} {one} ([{bad}]) north of {city}.",
            f"A zone of {value} {one}, or [{bad}], was cleared around {city}.",
            (
                f"The column has moved {value}{one.replace('kilometres', 'km').replace('miles', ' miles')} "
                f"(about [{bad}]) towards {city}."
            ),
            f"In {city} it was {celsius} degrees Celsius ([{heat} degrees Fahrenheit]) on the day.".replace(" -", " minus "),
            f"In {city} it was {celsius}C ([{heat}F]) in the morning.",
        ),
        "",
    )


def _exchange(chance: random.Random) -> tuple[str, str]:
    value = chance.choice((1.2, 2, 3.5, 6, 15, 40, 150, 600))
    one, other, rate = chance.choice((("€", "$", 1.13), ("$", "€", 0.88), ("£", "$", 1.35), ("$", "£", 0.74)))
    put = round(value * rate, 1) if value < 10 else round(value * rate)
    right, wrong = chance.choice((("million", "billion"), ("billion", "million")))
    country = chance.choice(COUNTRIES)
    return (
        _pick(
            chance,
            f"{country} will get {one}{value:g} {right} ([{other}{put:g} {wrong}]) in aid.",
            f"The loan is worth {one}{value:g} {right}, or [{other}{put:g} {wrong}].",
            f"The sanctions cost {country} about {one}{value:g} {right} (some [{other}{put:g} {wrong}]) a year.",
            (
                f"{country} pledged {one}{value:g}{right[0]}{'n' if right[0] == 'b' else ''} "
                f"([{other}{put:g}{wrong[0]}{'n' if wrong[0] == 'b' else ''}])."
            ),
            (
                f"The package of {value:g} {right} "
                f"{dict(zip('€$£', ('euros', 'dollars', 'pounds sterling'), strict=True))[one]} ([{other}{put:g} "
                f"{wrong}]) is for {country}."
            ),
        ),
        f"{other}{put:g} {right}",
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


PLANTERS: dict[str, Planter] = {
    "total": _inserted(_total),
    "rest of a total": _inserted(_rest),
    "shares": _inserted(_shares),
    "percent over 100": _inserted(_over),
    "change": _inserted(_change),
    "fraction": _inserted(_fraction),
    "part of a whole": _inserted(_whole),
    "bounds": _inserted(_bounds),
    "votes": _inserted(_votes),
    "length of time": _inserted(_hours),
    "unit": _inserted(_unit),
    "counted list": _inserted(_list),
    "conversion": _inserted(_conversion),
    "exchange": _inserted(_exchange),
    "headline figure": _headline,
    "changed figure": _changed,
}
