"""Errors of sums, planted: totals, shares and votes that do not add up, parts larger than the whole."""

from __future__ import annotations

import random

from detente.bench.planting.change import Planter
from detente.bench.planting.figure_words import CITIES, COUNTRIES, LEADERS, PARTS, VICTIMS, number, slipped
from detente.bench.planting.inserted import inserted, pick


def _total(chance: random.Random) -> tuple[str, str]:
    first, second = chance.sample(PARTS, 2)
    a, b = chance.randint(2, 40), chance.randint(2, 30)
    made = a + b
    wrong = slipped(made, chance, least=max(a, b) + 1)
    whole, place = number(wrong, chance), chance.choice(CITIES)
    parts = f"{number(a, chance)} {first} and {number(b, chance)} {second}"
    victims = pick(chance, "people", "people", "persons")
    return (
        pick(
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
        pick(
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


def _parts(chance: random.Random) -> tuple[str, str]:
    first, second, third = chance.sample(CITIES, 3)
    a, b, c = (chance.randint(3, 40) for _ in range(3))
    whole = slipped(a + b + c, chance, least=max(a, b, c) + 1)
    one, two, three = (number(n, chance) for n in (a, b, c))
    left = slipped(whole - a if whole > a else a, chance)
    return (
        pick(
            chance,
            f"The ministry counted [{whole} arrests: {one} in {first}, {two} in {second} and {three} in {third}].",
            f"It put the number of dead at [{whole}: {one} in {first}, {two} in {second} and {three} in {third}].",
            f"The airline cancelled [{whole} flights, {one} to {first}, {two} to {second} and {three} to {third}].",
            (
                f"Police in {first} counted {whole} arrests. Of these, [{one} were made at night, {two} at noon and the other "
                f"{three}] later."
            ),
            f"He said that [{one} of the {whole} posts near {first} had been cleared, leaving {left}].",
            f"[{one.capitalize()} envoys came from {first}, {two} from {second} and {three} from {third}, {whole} in all].",
        ),
        "",
    )


def _shares(chance: random.Random) -> tuple[str, str]:
    a = chance.randint(48, 72)
    b = chance.randint(105, 140) - a
    per = pick(chance, " per cent", " percent", "%")
    one, other = chance.sample(LEADERS, 2)
    country = chance.choice(COUNTRIES)
    c = chance.randint(15, 35)
    rest = slipped(100 - a - 12, chance)
    return (
        pick(
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


def _listed(chance: random.Random) -> tuple[str, str]:
    a, b = chance.randint(35, 55), chance.randint(20, 34)
    c = chance.randint(104, 130) - a - b
    per = pick(chance, " per cent", " percent", "%")
    first, second, third = chance.sample(CITIES, 3)
    return (
        pick(
            chance,
            f"Of the aid, [{a}{per} came by road, {b}{per} by sea and {c}{per}] by air.",
            f"Of the grain, [{a}{per} went to {first}, {b}{per} to {second} and {c}{per}] to {third}.",
            f"Of its imports [{a}{per} come from {first}, {b}{per} from {second} and {c}{per}] from {third}.",
        ),
        "",
    )


def _over(chance: random.Random) -> tuple[str, str]:
    value = chance.choice((101, 104, 108, 110, 112, 115, 120, 125, 130, 140, 150, 168))
    per = pick(chance, " per cent", " percent", "%")
    country = chance.choice(COUNTRIES)
    return (
        pick(
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


def _whole(chance: random.Random) -> tuple[str, str]:
    whole = chance.randint(5, 60)
    part = whole + chance.randint(1, 30)
    what, city = chance.choice(VICTIMS), chance.choice(CITIES)
    return (
        pick(
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
        pick(
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


PLANTERS: dict[str, Planter] = {
    "total": inserted(_total),
    "rest of a total": inserted(_rest),
    "parts": inserted(_parts),
    "shares": inserted(_shares),
    "shares of one": inserted(_listed),
    "percent over 100": inserted(_over),
    "part of a whole": inserted(_whole),
    "votes": inserted(_votes),
}
