"""Errors of measures, planted: changes, bounds, times, units and conversions that cannot be."""

from __future__ import annotations

import random

from detente.bench.planting.change import Planter
from detente.bench.planting.figure_words import CITIES, COUNTRIES, FORCES, THINGS, number, slipped
from detente.bench.planting.inserted import inserted, pick


def _change(chance: random.Random) -> tuple[str, str]:
    low = chance.randint(2, 60) * chance.choice((1, 10, 100, 1000))
    high = int(low * chance.uniform(1.25, 3)) + 1
    unit, thing = chance.choice(THINGS)
    a, b = f"{low:,}", f"{high:,}"
    percent = pick(chance, " per cent", "%", " percent")
    right = round(100 * (high - low) / low)
    wrong = slipped(right, chance, least=5)
    return (
        pick(
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
    degree = pick(chance, "", "", "about ", "roughly ")
    per = pick(chance, " per cent", " percent", "%")
    country, low = chance.choice(COUNTRIES), chance.randint(22, 43)
    return (
        pick(
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


def _bounds(chance: random.Random) -> tuple[str, str]:
    high = chance.randint(2, 90) * chance.choice((1, 10, 100, 1000)) + 3
    low = max(1, int(high * chance.uniform(0.3, 0.8)))
    force = chance.choice(FORCES)
    a, b = f"{low:,}", f"{high:,}"
    return (
        pick(
            chance,
            f"Officials spoke of [between {b} and {a}] {force} in the region.",
            f"[Between {b} and {a}] {force} are thought to be there.",
            f"The ministry put the number of {force} at [between {b} and {a}].",
            f"Monitors counted an average of [{high * 2:,}] violations a day, ranging from {a} to {b}.",
            f"The fund is to lend [between ${b} million and ${a} million].",
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
        pick(
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
        pick(
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
            pick(
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
        pick(
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
        pick(
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


PLANTERS: dict[str, Planter] = {
    "change": inserted(_change),
    "fraction": inserted(_fraction),
    "bounds": inserted(_bounds),
    "length of time": inserted(_hours),
    "unit": inserted(_unit),
    "conversion": inserted(_conversion),
    "exchange": inserted(_exchange),
}
