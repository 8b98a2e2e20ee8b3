"""What the sentences with planted figures are made of: places, peoples, things counted, and numbers gone wrong."""

from __future__ import annotations

import random

CITIES = (
    "Kharkiv", "Mariupol", "Odessa", "Luhansk", "Donetsk", "Belgorod", "Voronezh", "Brest", "Vilnius", "Lviv", "Tallinn",
    "Tbilisi", "Aleppo", "Idlib", "Homs", "Mosul", "Basra", "Aden", "Benghazi", "Tripoli", "Kandahar", "Herat", "Goma", "Gao",
)  # fmt: skip
COUNTRIES = (
    "Ukraine", "Poland", "Romania", "Estonia", "Latvia", "Lithuania", "Germany", "France", "Italy", "Turkey", "Georgia",
    "Moldova", "Belarus", "Hungary", "Norway", "Sweden", "Finland", "Spain", "Canada", "Japan",
    "Egypt", "Jordan", "Iraq", "Kenya",
)  # fmt: skip
LEADERS = (
    "Emmanuel Macron", "Olaf Scholz", "Boris Johnson", "Vladimir Putin", "Joe Biden", "Mario Draghi", "Andrzej Duda",
    "Klaus Iohannis", "Kaja Kallas", "Justin Trudeau", "Viktor Orban", "Sauli Niinisto",
)  # fmt: skip
PARTS = ("soldiers", "civilians", "policemen", "border guards", "journalists", "firefighters", "rebels", "aid workers")
VICTIMS = ("hostages", "prisoners", "sailors", "suspects", "diplomats", "captives")
FORCES = ("troops", "paratroopers", "marines", "reservists", "instructors", "tanks", "howitzers", "peacekeepers")
THINGS = (
    ("", "number of checkpoints"), ("", "number of daily violations"), (" soldiers", "garrison"), (" tonnes", "grain reserve"),
    (" barrels", "daily output"), ("", "number of refugees"), (" vehicles", "fleet"), ("", "number of troops in the region"),
)  # fmt: skip
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()


def number(value: int, chance: random.Random) -> str:
    """A number as a newspaper spells it: in words up to ten, by some up to twenty."""
    if value < 10 or (value <= 20 and chance.random() < 0.3):
        return _WORDS[value]
    return f"{value:,}"


def slipped(value: int, chance: random.Random, least: int = 2) -> int:
    """Another number such as a slip makes of it: a figure changed, two exchanged, one more or too few; never below `least`."""
    digits = str(value)
    for _ in range(50):
        at = chance.randrange(len(digits))
        put = chance.choice(
            (
                digits[:at] + chance.choice("123456789") + digits[at + 1 :],
                digits[::-1] if len(digits) == 2 else digits[:at] + digits[at:][::-1],
                str(value + chance.choice((-4, -3, -2, 2, 3, 5, 7))),
                digits + "0" if len(digits) < 2 else digits,
            )
        )
        wrong = int(put)
        if wrong >= least and abs(wrong - value) > max(1, 0.12 * value):
            return wrong
    return max(value * 2, least + 3)
