"""Offices as such: which are held by one person alone, and which make their holder head of state or of government."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from detente.knowledge.offices import Spell

SOLE = frozenset(
    (
        "president|prime minister|chancellor|monarch|supreme leader|pope|head of military government|foreign minister|"
        "defence minister|interior minister|finance minister|justice minister|information minister|secretary general|"
        "director general|executive director|managing director|chief of general staff|national security adviser|"
        "director of national intelligence|secretary of security council|ambassador to UN|ambassador to USA|ambassador to Russia|"
        "ambassador to NATO|ambassador to Ukraine|ambassador to EU|ambassador to Germany|ambassador to UK|ambassador to Israel|"
        "chief of staff of president|spokesperson of president|president of commission|president of council|chair of commission|"
        "chief prosecutor|high commissioner for human rights|high commissioner for refugees|emergency relief coordinator|"
        "supreme allied commander Europe|commander of Central Command|speaker of parliament|chief cabinet secretary|"
        "general secretary of Communist Party|emir|sultan|crown prince|head of political bureau|chair of military committee"
    ).split("|")
)
"""Offices that one person alone can hold at a time."""

CONTINUOUS = frozenset({"president", "prime minister", "chancellor", "foreign minister", "defence minister", "secretary general"})
"""Offices that are always held, if only by somebody acting: between two spells of it a holder is missing from the table."""

RIVALS: dict[str, Sequence[tuple[str, str]]] = {
    "AFG": (("1992-06", "2001-12"), ("2020-03", "2020-05"), ("2021-08", "2100")),
    "BIH": (("1992", "2100"),),
    "CIV": (("2010-12", "2011-05"),),
    "GEO": (("2024-12", "2100"),),
    "GMB": (("2017-01", "2017-02"),),
    "GNB": (("2019-10", "2020-03"),),
    "HTI": (("1991-10", "1994-10"),),
    "KGZ": (("2010-04", "2010-05"),),
    "KHM": (("1993-07", "1998-12"),),
    "LBN": (("1988-09", "1990-11"),),
    "LBY": (("2014-08", "2100"),),
    "MDG": (("2002-02", "2002-08"), ("2009-03", "2009-11")),
    "MMR": (("2021-02", "2100"),),
    "PSE": (("2007-06", "2014-06"),),
    "SDN": (("2023-04", "2100"),),
    "SLV": (("1980", "1992"),),
    "SOM": (("1991", "2000-08"),),
    "VEN": (
        ("2002-04", "2002-05"),
        ("2019-01", "2023-01"),
    ),
    "YEM": (("2015-01", "2100"),),
}
"""Times in which two governments claimed to be a state's, or two persons shared an office: both stand in its file."""

_OF_STATE = (
    ("monarch", "emir", "sultan", "pope", "supreme leader"),
    ("head of state", "president", "chair of presidency", "member of presidency"),
    ("head of military government", "acting president"),
    ("chairman of transitional government", "head of interim government", "head of provisional government", "coup leader"),
    ("president of parliament presidium", "paramount leader", "general secretary of Communist Party", "governor-general"),
)
_OF_GOVERNMENT = (
    ("prime minister", "chancellor", "head of government", "chair of council of ministers", "chief minister"),
    ("acting prime minister", "chief executive", "head of interim government", "head of interim administration", "chief adviser"),
    ("secretary of state",),
    ("minister of state", "chief cabinet minister"),
)
NO_PREMIER: dict[str, Sequence[tuple[str, str]]] = {
    "AFG": (("2001-12", "2021-08"),),
    "BDI": (("1998-06", "2020-06"),),
    "CUB": (("1976-12", "2019-12"),),
    "MMR": (("2011-03", "2021-08"),),
    "SDN": (("1989-07", "2017-03"), ("2022-01", "2025-05")),
    "SEN": (("2019-05", "2022-09"),),
    "TCD": (("2018-05", "2021-04"),),
}
"""Times in which a state that has a prime minister at other times had none, and the president led the government."""

_LED_BY_PRESIDENT = frozenset("BDI GUY KOR LKA NAM PER TZA UGA".split())
_REALMS = frozenset("ATG AUS BHS BLZ CAN GRD JAM KNA LCA NZL PNG SLB TUV VCT BRB".split())
_BARBADOS_REPUBLIC = dt.date(2021, 11, 30)


def heads_of_state(spells: list[Spell], first: dt.date, last: dt.date) -> list[Spell]:
    """Who was head of state in those days, of the spells of one state: by title, else by the office."""
    return _heads(spells, "head of state", _OF_STATE, first, last)


def heads_of_government(spells: list[Spell], first: dt.date, last: dt.date) -> list[Spell]:
    """Who led the government in those days: where no office is there for that, the president or military ruler who governs.

    Where a prime minister serves under a president who leads the government himself, both.
    """
    owner = spells[0].owner if spells else ""
    if any(start <= last.isoformat() < end for start, end in NO_PREMIER.get(owner, ())):
        return heads_of_state(spells, first, last)
    if found := _heads(spells, "head of government", _OF_GOVERNMENT, first, last):
        presidents = heads_of_state(spells, first, last) if owner in _LED_BY_PRESIDENT else []
        return list(dict.fromkeys((*found, *presidents)))
    starts = [s.start or dt.date.min for s in spells if s.office in _OF_GOVERNMENT[0]]
    if starts and min(starts) <= last and max(starts) > last:
        return []  # the office is vacant, or its holder missing
    return heads_of_state(spells, first, last)


def realm(owner: str, day: dt.date) -> bool:
    """Whether the British monarch was that state's own head of state on that day."""
    return owner in _REALMS and (owner != "BRB" or day < _BARBADOS_REPUBLIC)


def _heads(spells: list[Spell], title: str, ranks: Sequence[Sequence[str]], first: dt.date, last: dt.date) -> list[Spell]:
    held = [s for s in spells if overlaps(s, first, last)]
    for offices in ranks:
        # A deputy who bears the title as well is none of them: the office decides, the title where no office does.
        if found := [s for s in held if s.office in offices]:
            titled = [s for s in found if s.called(title)]
            return titled or found
    return [s for s in held if s.called(title)]


def overlaps(spell: Spell, first: dt.date, last: dt.date) -> bool:
    """Whether the office was held on any day from the first to the last."""
    return (spell.start is None or spell.start <= last) and (spell.end is None or first <= spell.end)


def rivals(owner: str, day: dt.date) -> bool:
    """Whether two governments claimed to be that state's on that day."""
    return any(start <= day.isoformat() < end for start, end in RIVALS.get(owner, ()))


def standing(spells: list[Spell], first: dt.date, last: dt.date) -> list[Spell]:
    """The spells that hold in those days: offices of one person first, and of each the incoming holder first.

    An open spell that was last checked before somebody else came into the same office of one person is over.
    """
    held = [s for s in spells if overlaps(s, first, last)]
    over = [s for s in held if s.end is None and s.office in SOLE and not rivals(s.owner, last) and _followed(s, spells, last)]
    found = [s for s in held if s not in over]
    return sorted(found, key=lambda s: (s.office not in SOLE, -(s.start or dt.date.min).toordinal(), s.person))


def _followed(spell: Spell, spells: list[Spell], last: dt.date) -> bool:
    """Whether somebody else has come into the office since the spell was last checked, by that day."""
    since = max(spell.start or dt.date.min, spell.checked or dt.date.min)
    others = (s for s in spells if (s.owner, s.office) == (spell.owner, spell.office) and s.person != spell.person)
    return any(since < (s.start or dt.date.min) <= last for s in others)
