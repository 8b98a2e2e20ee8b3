"""A passage put through a thesaurus, planted: what a text spinner makes of clean words.

The table is its own and small, as those of cheap spinners are; it owes nothing to the phrases that the check knows.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from detente.bench.planting.change import Change, Planter
from detente.checks.report import Report
from detente.coding.reading import ReadSentence

if TYPE_CHECKING:
    from spacy.tokens import Token

LENGTH = 80
"""Words and stops in a passage, about."""

LEAST = 6
"""Words changed in a passage, at least: fewer is what any writer may do."""

OF_ALL = 0.12
"""The same as a share of its words: a spinner changes every fifth or so, names and numbers not."""

_CHANGED = 0.9
"""How often a word that the table has is changed."""

_NOUNS = {
    row.split(":")[0].strip(): tuple(word.strip() for word in row.split(":")[1].split(","))
    for row in (
        "adviser: counsellor, mentor; agreement: accord, understanding; aid: assistance, help; alliance: coalition, "
        "partnership; ally: partner, confederate; ambassador: envoy, emissary; answer: reply, retort; army: soldiery, "
        "military; attack: assault, onslaught; border: boundary, frontier; capital: metropolis, money; ceasefire: "
        "truce, armistice; chief: boss, leader; child: youngster, kid; conference: gathering, meeting; conflict: clash, "
        "battle; consequence: outcome, repercussion; council: chamber, board; country: nation, land; crisis: emergency, "
        "predicament; decision: choice, determination; defence: protection, guard; demand: request, requirement; door: "
        "portal, entryway; election: poll, ballot; embassy: mission, consulate; exercise: drill, workout; fear: dread, "
        "apprehension; fire: blaze, flame; force: power, might; government: administration, regime; guarantee: "
        "assurance, warranty; house: residence, dwelling; leader: chieftain, boss; letter: missive, epistle; line: row, "
        "queue; meeting: gathering, encounter; minister: clergyman, pastor; ministry: department, clergy; missile: "
        "rocket, projectile; month: thirty days, lunar cycle; nation: country, land; number: quantity, tally; offer: "
        "proposition, bid; office: bureau, workplace; official: functionary, bureaucrat; party: faction, celebration; "
        "path: trail, road; peace: harmony, tranquillity; people: folk, individuals; pipeline: conduit, duct; plan: "
        "scheme, blueprint; president: chief, chairman; price: cost, fee; promise: pledge, vow; proposal: suggestion, "
        "proposition; reporter: journalist, newsman; response: reaction, reply; right: privilege, entitlement; "
        "sanction: penalty, punishment; secretary: clerk, assistant; security: safety, protection; side: flank, facet; "
        "sign: indication, token; soldier: warrior, trooper; spokesman: mouthpiece, representative; staff: personnel, "
        "workforce; state: country, realm; statement: declaration, assertion; step: stride, pace; support: backing, "
        "help; talk: discussion, chat; territory: terrain, land; threat: menace, danger; troop: soldier, fighter; war: "
        "conflict, combat; weapon: armament, gun; week: seven days, workweek; woman: lady, female; word: term, "
        "utterance"
    ).split(";")
}
_OTHERS = {
    row.split(":")[0].strip(): tuple(word.strip() for word in row.split(":")[1].split(","))
    for row in (
        "about: approximately, concerning; accused: blamed, charged; added: appended, supplemented; after: following, "
        "subsequent to; again: afresh, anew; agreed: concurred, consented; also: additionally, likewise; although: "
        "albeit, though; announced: proclaimed, declared; armed: equipped, weaponised; asked: inquired, requested; "
        "because: since, as; before: prior to, ahead of; began: commenced, initiated; big: large, sizeable; but: "
        "however, yet; called: termed, named; clear: evident, plain; close: near, adjacent; cold: chilly, frosty; "
        "demanded: insisted on, requested; denied: refuted, disavowed; deputy: assistant, substitute; diplomatic: "
        "tactful, political; economic: financial, monetary; eastern: easterly, oriental; foreign: overseas, alien; "
        "full: complete, entire; general: common, universal; heavy: weighty, hefty; high: elevated, lofty; human: "
        "mortal, humane; if: provided that, in case; international: worldwide, global; killed: slain, murdered; large: "
        "big, huge; last: final, previous; left: departed, exited; local: neighbourhood, regional; many: numerous, "
        "plenty of; met: encountered, gathered; military: army, martial; national: countrywide, domestic; near: close "
        "to, adjacent to; new: fresh, novel; next: following, subsequent; nuclear: atomic, thermonuclear; offered: "
        "proposed, tendered; only: merely, solely; ordered: commanded, instructed; political: governmental, partisan; "
        "prime: chief, principal; public: open, communal; ready: prepared, set; refused: declined, rejected; rejected: "
        "dismissed, spurned; repeated: reiterated, echoed; said: stated, uttered, expressed; saying: stating, uttering; "
        "senior: elder, high-ranking; sent: dispatched, transmitted; serious: grave, earnest; severe: harsh, extreme; "
        "small: little, tiny; soon: shortly, presently; special: particular, distinct; spoke: talked, conversed; still: "
        "yet, nevertheless; strong: robust, powerful; supreme: highest, paramount; swift: quick, rapid; told: informed, "
        "notified; took: grabbed, seized; tried: attempted, endeavoured; under: beneath, below; united: joined, "
        "unified; use: utilise, employ; used: utilised, employed; very: extremely, exceedingly; wanted: desired, "
        "wished; warned: cautioned, alerted; western: occidental, westerly; while: whilst, as; white: pale, ivory; "
        "written: penned, composed"
    ).split(";")
}


def rewritten(report: Report, chance: random.Random) -> Iterator[Change]:
    """Each passage that offers enough words, with most of these changed; names of people and places are left."""
    for passage in _passages(report.sentences):
        start, end = passage[0].sentence.start, passage[-1].sentence.end
        text, last, number = "", start, 0
        tokens = [(read.sentence, token) for read in passage for token in read.sentence.tokens]
        for sentence, token in tokens:
            new = _spun(token, chance)
            if new:
                at = sentence.offset + token.idx
                text += report.text[last:at] + new
                last, number = at + len(token), number + 1
        text += report.text[last:end]
        if number >= max(LEAST, OF_ALL * len(tokens)):
            yield Change(start, end, text, (0, len(text)))


def _passages(sentences: Iterable[ReadSentence]) -> Iterator[list[ReadSentence]]:
    """Whole sentences of one paragraph, enough words of them to be worth a spinner's while."""
    for _, run in groupby(sentences, key=lambda read: read.sentence.block.start):
        passage: list[ReadSentence] = []
        for read in run:
            passage.append(read)
            if sum(len(one.sentence.tokens) for one in passage) >= LENGTH:
                yield passage
                passage = []
        if passage:
            yield passage


def _spun(token: Token, chance: random.Random) -> str:
    """Another word for the token in its form; "" where the table has none, or by chance."""
    word = token.lower_
    number = word.endswith("s") and word[:-1] in _NOUNS
    found = _OTHERS.get(word) or (_NOUNS.get(word[:-1] if number else word) if token.pos_ in ("NOUN", "PROPN") else None)
    if not found or chance.random() > _CHANGED:
        return ""
    new = chance.choice(found)
    if number and word not in _OTHERS:
        new = _plural(new)
    return new[0].upper() + new[1:] if token.text[0].isupper() else new


def _plural(words: str) -> str:
    if words.endswith(("s", "x", "ch", "sh")):
        return words if " " in words else f"{words}es"
    if words.endswith("man"):
        return f"{words[:-3]}men"
    return f"{words[:-1]}ies" if words.endswith("y") and words[-2] not in "aeiou" else f"{words}s"


PLANTERS: dict[str, Planter] = {"machine-rewriting": rewritten}
