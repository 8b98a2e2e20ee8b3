"""Errors of names, planted: letters that slip, other spellings, people whom nobody introduces."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator

from detente.bench.planting.change import Change, Planter
from detente.checks.report import Named, Report
from detente.knowledge.offices import Spell, surname, surnames
from detente.knowledge.spelling import alike, words

_LEAST_LETTERS = 5
_DOUBTFUL = 0.8
"""Links less sure than this are no ground to call a name wrong."""

_NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wqryturoipssddghjkxzcvbmn", strict=False))
_SOUNDS = (("ck", "k"), ("k", "c"), ("sh", "sch"), ("v", "w"), ("f", "ph"), ("z", "s"), ("t", "d"), ("b", "p"), ("g", "k"))
_ENDINGS = (("en", "er"), ("sky", "sen"), ("ov", "an"), ("in", "on"), ("on", "en"), ("er", "el"), ("a", "o"), ("y", "er"))


def misspelt(word: str, chance: random.Random) -> str:
    """The word as a slip of the hand, of the ear or of a machine may leave it: never another transcription of it."""
    while True:
        wrong = chance.choice((_typed, _typed, _heard, _ended))(word, chance)
        plain, right = ("".join(words(one)) for one in (wrong, word))
        if len(wrong) > 3 and plain != right and not alike(plain, right):
            return wrong


def _typed(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + chance.choice("aeioulrnst") + word[at + 1 :],
            word[:at] + _NEIGHBOURS.get(word[at].lower(), "e") + word[at + 1 :],
            word[:at] + chance.choice("aeilnrs") + word[at:],
        )
    )


def _heard(word: str, chance: random.Random) -> str:
    """One sound, and sometimes a vowel too, taken for another."""
    sound, other = chance.choice(_SOUNDS)
    wrong = word[:1] + word[1:].replace(sound, other, 1)
    vowels = [match.start() for match in re.finditer("[aeiou]", wrong[1:])]
    if vowels:
        at = chance.choice(vowels) + 1
        wrong = wrong[:at] + chance.choice("aeiou") + wrong[at + 1 :]
    return wrong


def _ended(word: str, chance: random.Random) -> str:
    ending, other = chance.choice(_ENDINGS)
    return word[: -len(ending)] + other if word.endswith(ending) and len(word) > 5 else word[:-1] + chance.choice("aeiknrst")


def _beside_titles(report: Report, chance: random.Random) -> Iterator[Change]:
    """The surname of a holder of office, where the title stands beside it."""
    for named, spell in _holders(report):
        if named.link.actor.identifier_text and {"title"} & set(named.link.reasons):
            yield from _slip(report, named, spell, chance)


def _full_names(report: Report, chance: random.Random) -> Iterator[Change]:
    """The surname of somebody in office, written in full and without a title."""
    for named, spell in _holders(report):
        if not named.link.actor.identifier_text and "name" in named.link.reasons:
            yield from _slip(report, named, spell, chance)


def _later_surnames(report: Report, chance: random.Random) -> Iterator[Change]:
    """A surname alone, of somebody whose full name has been given before."""
    seen: set[str] = set()
    for named in report.named():
        text = named.span.text
        if len(words(text)) > 1 and named.link.actor.office is not None:
            seen.update(surnames(text, named.link.actor.country))
        elif text in seen and text[:1].isupper() and len(text) >= _LEAST_LETTERS and text.isalpha() and _common(report, text) > 1:
            wrong = misspelt(text, chance)
            yield Change(named.span.start, named.span.end, wrong, (0, len(wrong)), text)


def _other_spellings(report: Report, chance: random.Random) -> Iterator[Change]:
    """A surname alone in another transcription than where the full name is given."""
    seen: dict[str, list[str]] = {}
    for named in report.named():
        text, actor = named.span.text, named.link.actor
        if len(words(text)) > 1:
            spells = report.base.offices.by_name.get(text, [])
            others = {surname(alias) for s in spells for alias in (s.person, *s.aliases)} - {surname(text)}
            seen[surname(text)] = sorted(
                o for o in others if words(o)[-1:] != words(text)[-1:] and alike(words(o)[-1], words(text)[-1])
            )
        elif seen.get(text) and actor.country:
            other = chance.choice(seen[text])
            yield Change(named.span.start, named.span.end, other, (0, len(other)), text)


def _governing(report: Report, chance: random.Random) -> Iterator[Change]:
    """A sentence on whoever governs a country of the report, by a surname that is not quite right."""
    if report.first is None or report.last is None:
        return
    countries = Counter(n.link.actor.country for n in report.named() if n.link.actor.country)
    for country, _ in countries.most_common(3):
        for office in ("president", "prime minister", "chancellor"):
            spell = report.base.offices.holder(str(country), office, report.first)
            if spell is None or not spell.called("leader") or not spell.holds(report.last):
                continue
            family = surname(spell.person)
            if family.isalpha() and len(family) > _LEAST_LETTERS and family not in report.text:
                wrong = misspelt(family, chance)
                rest = chance.choice(
                    (
                        "has so far kept silent on the matter.",
                        "remains firmly opposed to any such step.",
                        "warned that time was running out.",
                        "told aides that nothing had been decided yet.",
                    )
                )
                opening = chance.choice(("", "However, ", "In the meantime, ", "For now, "))
                yield from added(report, f"{opening}{wrong} {rest}", wrong, family)


def _strangers(report: Report, chance: random.Random) -> Iterator[Change]:
    """A sentence said by somebody whose surname no table knows and nobody introduces."""
    offices = report.base.offices
    family = surname(chance.choice(offices.spells).person)
    wrong = misspelt(family, chance) if family.isalpha() and len(family) > _LEAST_LETTERS else ""
    if not wrong or wrong in offices.by_surname or report.base.places.find(wrong) or report.base.names.get(wrong):
        return
    said = chance.choice(
        (
            "said she would wait for a written answer.",
            "told his staff that no decision had been taken.",
            "warned that he saw little room for another round.",
            "added that both sides had asked for more time.",
            "insisted her delegation had kept its word.",
        )
    )
    yield from added(report, f"{wrong} {said}", wrong, "")


def added(report: Report, sentence: str, wrong: str, right: str) -> Iterator[Change]:
    """The sentence at the end of every paragraph that ends with a full stop."""
    for block in report.article.blocks:
        if block.kind == "body" and report.text[block.start : block.end].rstrip().endswith("."):
            end = block.start + len(report.text[block.start : block.end].rstrip())
            at = sentence.index(wrong) + 1
            yield Change(end, end, f" {sentence}", (at, at + len(wrong)), right)


def _holders(report: Report) -> Iterator[tuple[Named, Spell]]:
    """Mentions by full name of those who held an office on every day on which the report can have been published."""
    first, last = report.first, report.last
    if first is None or last is None:
        return
    for named in report.named():
        spells = report.base.offices.by_name.get(named.span.text, [])
        held = [s for s in spells if s.office == named.link.actor.office and s.holds(first) and s.holds(last)]
        if held and named.link.score >= _DOUBTFUL and named.link.holder is None:
            yield named, held[0]


def _slip(report: Report, named: Named, spell: Spell, chance: random.Random) -> Iterator[Change]:
    text = named.span.text
    family = surname(text) if text.split()[0] not in surnames(text, spell.owner) else ""
    if family.isalpha() and len(family) >= _LEAST_LETTERS and text.endswith(family):
        wrong = text[: -len(family)] + misspelt(family, chance)
        if wrong not in report.base.offices.by_name:
            yield Change(named.span.start, named.span.end, wrong, (0, len(wrong)), text)


def _common(report: Report, word: str) -> int:
    return len(re.findall(rf"\b{re.escape(word)}\b", report.text))


PLANTERS: dict[str, Planter] = {
    "governing surname misspelt": _governing,
    "name beside title misspelt": _beside_titles,
    "full name misspelt": _full_names,
    "surname misspelt later": _later_surnames,
    "other transcription later": _other_spellings,
    "speaker not introduced": _strangers,
}
