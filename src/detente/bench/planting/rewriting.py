"""A passage put through a thesaurus, planted: what a text spinner makes of clean words.

The table is its own and small, as those of cheap spinners are; it owes nothing to the phrases that the check knows.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.bench.planting.change import Change, Planter
from detente.checks.report import Report
from detente.coding.reading import ReadSentence

if TYPE_CHECKING:
    from spacy.tokens import Token

LENGTH = 120
"""Words and stops in a passage, at least: a machine does not stop after two lines."""

LEAST = 15
"""Words changed in a passage, at least: fewer is what any writer may do."""

OF_ALL = 0.15
"""The same as a share of its words: a spinner changes every fifth or so, names and numbers not."""

_CHANGED = 0.9
"""How often a word that the table has is changed."""

_NOUNS = {
    row.split(":")[0].strip(): tuple(word.strip() for word in row.split(":")[1].split(","))
    for row in (
        "adviser: counsellor, mentor; agreement: accord, understanding; aid: assistance, help; alliance: coalition, "
        "partnership; ally: partner, confederate; ambassador: envoy, emissary; answer: reply, retort; area: zone, "
        "locale; army: soldiery, military; attack: assault, onslaught; border: boundary, frontier; building: edifice, "
        "structure; campaign: crusade, drive; candidate: contender, applicant; capital: metropolis, money; case: "
        "instance, lawsuit; ceasefire: truce, armistice; change: alteration, modification; chief: boss, leader; child: "
        "youngster, kid; city: metropolis, municipality; community: society, neighbourhood; conference: gathering, "
        "meeting; conflict: clash, battle; consequence: outcome, repercussion; council: chamber, board; country: "
        "nation, land; course: route, trajectory; crisis: emergency, predicament; day: daytime, sunrise; death: demise, "
        "passing; decision: choice, determination; defence: protection, guard; demand: request, requirement; door: "
        "portal, entryway; effort: endeavour, exertion; election: poll, ballot; embassy: mission, consulate; enemy: "
        "foe, adversary; evidence: proof, testimony; exercise: drill, workout; expert: specialist, connoisseur; family: "
        "household, kin; fear: dread, apprehension; fighter: combatant, warrior; fire: blaze, flame; force: power, "
        "might; friend: companion, pal; government: administration, regime; group: bunch, cluster; guarantee: "
        "assurance, warranty; hour: sixty minutes, hr; house: residence, dwelling; idea: notion, concept; interview: "
        "audience, questioning; job: occupation, task; law: statute, regulation; leader: chieftain, boss; letter: "
        "missive, epistle; life: existence, lifetime; line: row, queue; man: gentleman, fellow; meeting: gathering, "
        "encounter; member: affiliate, associate; minister: clergyman, pastor; ministry: department, clergy; missile: "
        "rocket, projectile; money: cash, currency; morning: forenoon, daybreak; mother: mum, parent; nation: country, "
        "land; number: quantity, tally; offer: proposition, bid; office: bureau, workplace; official: functionary, "
        "bureaucrat; party: faction, celebration; path: trail, road; peace: harmony, tranquillity; people: folk, "
        "individuals; pipeline: conduit, duct; plan: scheme, blueprint; president: chief, chairman; price: cost, fee; "
        "problem: trouble, predicament; promise: pledge, vow; proposal: suggestion, proposition; question: query, "
        "inquiry; reason: motive, rationale; region: territory, locale; relation: connection, kinship; report: account, "
        "dispatch; reporter: journalist, newsman; response: reaction, reply; result: outcome, upshot; right: privilege, "
        "entitlement; road: street, highway; role: part, function; sanction: penalty, punishment; school: academy, "
        "college; secretary: clerk, assistant; security: safety, protection; side: flank, facet; sign: indication, "
        "token; soldier: warrior, trooper; speech: oration, discourse; spokesman: mouthpiece, representative; staff: "
        "personnel, workforce; state: country, realm; statement: declaration, assertion; step: stride, pace; support: "
        "backing, help; system: framework, scheme; talk: discussion, chat; territory: terrain, land; threat: menace, "
        "danger; time: period, epoch; town: township, borough; troop: soldier, fighter; vote: ballot, poll; voter: "
        "elector, constituent; war: conflict, combat; weapon: armament, gun; week: seven days, workweek; woman: lady, "
        "female; word: term, utterance; worker: labourer, employee; world: globe, planet"
    ).split(";")
}
_OTHERS = {
    row.split(":")[0].strip(): tuple(word.strip() for word in row.split(":")[1].split(","))
    for row in (
        "about: approximately, concerning; accused: blamed, charged; added: appended, supplemented; after: following, "
        "subsequent to; again: afresh, anew; against: versus, opposed to; agreed: concurred, consented; all: every, the "
        "entirety of; already: previously, by now; also: additionally, likewise; although: albeit, though; always: "
        "forever, constantly; announced: proclaimed, declared; another: a further, one more; armed: equipped, "
        "weaponised; around: about, roughly; asked: inquired, requested; because: since, as; before: prior to, ahead "
        "of; began: commenced, initiated; big: large, sizeable; both: each, the two; but: however, yet; called: termed, "
        "named; came: arrived, appeared; clear: evident, plain; clearly: evidently, plainly; close: near, adjacent; "
        "cold: chilly, frosty; could: might, was able to; demanded: insisted on, requested; denied: refuted, disavowed; "
        "deputy: assistant, substitute; despite: notwithstanding, in spite of; diplomatic: tactful, political; during: "
        "throughout, in the course of; each: every, apiece; early: premature, ahead of time; eastern: easterly, "
        "oriental; economic: financial, monetary; even: indeed, yet; ever: at any time, always; failed: faltered, "
        "flopped; few: scant, handful of; foreign: overseas, alien; found: discovered, located; full: complete, entire; "
        "gave: bestowed, handed; general: common, universal; getting: acquiring, obtaining; good: great, fine; great: "
        "grand, terrific; hard: difficult, tough; heavy: weighty, hefty; held: kept, grasped; help: aid, assist; high: "
        "elevated, lofty; human: mortal, humane; if: provided that, in case; important: significant, vital; including: "
        "counting, comprising; instead: rather, alternatively; international: worldwide, global; killed: slain, "
        "murdered; large: big, huge; largely: mostly, principally; last: final, previous; left: departed, exited; "
        "local: neighbourhood, regional; long: lengthy, prolonged; main: principal, chief; major: significant, "
        "foremost; make: create, manufacture; making: creating, producing; many: numerous, plenty of; met: encountered, "
        "gathered; military: army, martial; more: extra, additional; most: the majority of, greatest; moved: shifted, "
        "relocated; much: a great deal, considerable; national: countrywide, domestic; near: close to, adjacent to; "
        "needs: requires, necessitates; never: at no time, not ever; new: fresh, novel; next: following, subsequent; "
        "now: at present, currently; nuclear: atomic, thermonuclear; offered: proposed, tendered; often: frequently, "
        "regularly; old: aged, elderly; only: merely, solely; ordered: commanded, instructed; other: different, "
        "alternate; part: portion, segment; past: previous, bygone; political: governmental, partisan; possible: "
        "conceivable, feasible; prime: chief, principal; public: open, communal; ready: prepared, set; recent: latest, "
        "current; refused: declined, rejected; rejected: dismissed, spurned; repeated: reiterated, echoed; said: "
        "stated, uttered, expressed; same: identical, equivalent; saw: witnessed, beheld; saying: stating, uttering; "
        "says: states, utters; senior: elder, high-ranking; sent: dispatched, transmitted; serious: grave, earnest; "
        "several: numerous, various; severe: harsh, extreme; show: display, exhibit; since: as, because; small: little, "
        "tiny; some: a few, certain; soon: shortly, presently; special: particular, distinct; spoke: talked, conversed; "
        "still: yet, nevertheless; strong: robust, powerful; such: similar, like; supreme: highest, paramount; swift: "
        "quick, rapid; think: believe, reckon; through: via, by means of; together: jointly, collectively; told: "
        "informed, notified; took: grabbed, seized; tried: attempted, endeavoured; trying: attempting, endeavouring; "
        "under: beneath, below; united: joined, unified; until: till, up to; use: utilise, employ; used: utilised, "
        "employed; using: utilising, employing; very: extremely, exceedingly; want: desire, wish; wanted: desired, "
        "wished; wants: desires, wishes; warned: cautioned, alerted; western: occidental, westerly; whether: if, "
        "regardless of whether; while: whilst, as; white: pale, ivory; without: sans, lacking; working: labouring, "
        "toiling; worse: poorer, more awful; written: penned, composed; young: youthful, juvenile"
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
    """Sentences of the body in a row, enough words of them to be worth a spinner's while; what is left over stays as it is."""
    passage: list[ReadSentence] = []
    for read in sentences:
        if read.sentence.block.kind != "body":
            passage = []
            continue
        passage.append(read)
        if sum(len(one.sentence.tokens) for one in passage) >= LENGTH:
            yield passage
            passage = []


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


PLANTERS: dict[str, Planter] = {"machine rewriting": rewritten}
