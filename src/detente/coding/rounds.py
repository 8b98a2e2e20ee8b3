"""Mentions of talks in an article: the words that tell of them, and what each tells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.coding.dates import When, date_of
from detente.coding.numbers import read_number
from detente.coding.participants import FOLLOWING, NOUNS, around, articles, behind, is_venue, mediator_of
from detente.coding.parties import add_event, formats, is_vague, linked_parties, same_side, sides_of, the_two
from detente.coding.reading import Reading, ReadSentence
from detente.coding.status import judge
from detente.coding.venues import venue_of
from detente.coding.wordlist import wordlist
from detente.language.nominals import modifiers, owners, prepositions
from detente.model import DONE, Actor, Event, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.clauses import Clause

VERBS = wordlist("meet talk speak negotiate confer convene gather telephone phone consult sit reconvene")
_ALWAYS_WITH = {
    "talk": ("with", "to"),
    "speak": ("with", "to"),
    "consult": ("with",),
    "sit": ("with",),
    "gather": (),
    "convene": (),
    "reconvene": (),
}
_TOGETHER = ("with", "between", "among", "to")
_KINDS_OF_CONFERENCE = frozenset({"video", "peace", "donor", "donors", "telephone", "phone", "audio", "ministerial", "virtual"})
_OTHER_SESSIONS = wordlist("parliament parliamentary plenary emergency court training closed legislative cabinet")
_BARE = frozenset({"session", "round", "call", "conversation", "discussion"})
_NOT_MEETING = wordlist("demand condition need requirement target deadline goal challenge standard concern fate obligation")
_ANOTHER = frozenset({"another", "next", "new", "further", "second", "third", "fourth", "fresh", "follow-up", "more"})
_EARLIER = frozenset({"previous", "earlier", "last", "past", "prior", "former"})
_AGAIN = frozenset({"again", "anew", "afresh", "reconvene"})
_AHEAD = re.compile(r"(?:in |within )?(\w+) (days?|weeks?)(?: from now| later)?")
_LENGTH = re.compile(
    r"\b(?:hour|minute)s?\b|^(?:now|then|afterwards?|later|earlier|recently|currently|soon|previously|at present)$"
)
_WEEKDAYS = wordlist("monday tuesday wednesday thursday friday saturday sunday")

Order = str


@dataclass(slots=True, eq=False)
class Mention:
    """One place of the text that tells of talks.

    - `token`: the verb or noun; `tokens`: all the words that carry it ("round", "talks").
    - `order`: "" or how it stands to the round spoken of before: "same" (definite), "next", "earlier".
    - `day`, `end`: only where the sentence itself gives a time. `words`: the words around it that tell channel and level.
    """

    read: ReadSentence
    token: Token
    tokens: list[Token]
    parties: list[Actor]
    status: Status
    order: Order = ""
    venue: str | None = None
    city: bool = False
    day: dt.date | None = None
    end: dt.date | None = None
    format: str | None = None
    mediator: Actor | None = None
    channel: str | None = None
    words: set[str] = field(default_factory=set)
    party_heads: list[Token] = field(default_factory=list)
    clause: Clause | None = None

    @property
    def heading(self) -> bool:
        return self.read.sentence.block.kind in ("headline", "subhead")


def mentions(reading: Reading, events: Iterable[Event]) -> list[Mention]:
    """The mentions of talks, in reading order."""
    told: dict[int, Event] = {}
    for event in events:
        if event.event == "CONSULT" and event.mode not in ("visit",):
            for span in event.evidence.get("trigger", []):
                told.setdefault(span.start, event)
    return [m for read in reading.sentences for m in _in_sentence(reading, read, told)]


def _in_sentence(reading: Reading, read: ReadSentence, told: dict[int, Event]) -> Iterator[Mention]:
    taken: set[int] = set()
    for token in read.sentence.tokens:
        if token.i in taken:
            continue
        clause = read.clauses.get(token.i)
        if clause is not None and clause.lemma in VERBS:
            mention = _of_verb(reading, read, clause, told)
        elif clause is None and token.pos_ in ("NOUN", "PROPN", "VERB") and token.lemma_.lower() in NOUNS:
            mention = _of_noun(reading, read, token, told)
        else:
            continue
        if mention is not None:
            taken.update(t.i for t in mention.tokens)
            yield mention


# Verbs


def _of_verb(reading: Reading, read: ReadSentence, clause: Clause, told: dict[int, Event]) -> Mention | None:
    verb, lemma = clause.predicate, clause.lemma
    if clause.passive and lemma in ("meet", "speak", "talk"):
        return None
    if lemma == "sit" and clause.particle != "down" and not any(c.lower_ == "down" for c in verb.children):
        return None
    if lemma in ("speak", "talk") and any(c.dep_ in ("ccomp", "dobj") for c in verb.children):
        return None
    if lemma == "meet" and any(o.lemma_.lower() in _NOT_MEETING for o in clause.objects):
        return None
    objects = [o for o in clause.objects if o not in clause.subjects]
    if any(o.lemma_.lower() in NOUNS for o in objects) or any(s.lemma_.lower() in NOUNS for s in clause.surface):
        # "convened talks", "the talks convened": the noun tells it.
        return None
    heads = list(clause.subjects)
    if lemma in ("meet", "telephone", "phone", "consult", "convene", "gather"):
        heads += objects
    for preposition in _ALWAYS_WITH.get(lemma, ("with", "between")):
        heads += _with(clause, preposition)
    heads += behind(clause)
    parties, party_heads = linked_parties(reading, heads)
    if len(sides_of(parties)) < 2:
        for head in heads:
            parties += [a for a in the_two(head, read, reading) if not any(same_side(a, p) for p in parties)]
    if len(sides_of(parties)) < 2:
        add_event(parties, told.get(read.sentence.offset + verb.idx))
    plural = len(clause.subjects) > 1 or any(
        s.tag_ in ("NNS", "NNPS") or s.lower_ in ("they", "both", "two", "we") for s in clause.subjects
    )
    if lemma in ("speak", "talk", "consult") and len(sides_of(parties)) < 2 and not (plural and _together(verb)):
        return None
    if len(sides_of(parties)) < 2 and not plural:
        assembly = lemma in ("meet", "convene", "gather", "reconvene") and any(p.code.startswith("IGO") for p in parties)
        if not parties or not (clause.heads("with") or objects or assembly):
            return None
    mention = _mention(reading, read, verb, [verb], parties, party_heads, clause)
    if any(c.lower_ in _AGAIN for c in verb.children) or lemma in _AGAIN:
        mention.order = "next" if mention.status not in ("happened", "ongoing", "background") else ""
    if lemma in ("telephone", "phone"):
        mention.channel = "phone"
    if not mention.order and plural and len(sides_of(parties)) < 2:
        mention.order = "same"
    return mention


def _together(verb: Token) -> bool:
    return any(c.lower_ in ("again", "directly", "together", "on", "by", "for") for c in verb.children)


def _with(clause: Clause, preposition: str) -> list[Token]:
    found: list[Token] = []
    for head in clause.heads(preposition):
        if head.lower_ in ("reporters", "journalists", "media", "press"):
            continue
        found.append(head)
    return found


# Nouns


def _of_noun(reading: Reading, read: ReadSentence, noun: Token, told: dict[int, Event]) -> Mention | None:
    if noun.dep_ == "compound" or (noun.dep_ == "amod" and noun.head.pos_ == "NOUN"):
        return None
    lemma = noun.lemma_.lower()
    before = {t.lower_ for t in modifiers(noun)}
    if lemma == "conference" and not before & _KINDS_OF_CONFERENCE:
        return None
    if lemma == "session" and before & _OTHER_SESSIONS:
        return None
    if lemma == "talk" and (noun.tag_ == "NN" or "of" in prepositions(noun)):
        # "talk of war"
        return None
    if lemma == "face-to-face" and noun.pos_ != "NOUN":
        return None
    tokens = [noun]
    phrases = dict(prepositions(noun))
    if lemma in ("round", "series", "session", "bout"):
        inner = [h for h in phrases.get("of", []) if h.lemma_.lower() in NOUNS]
        if inner:
            tokens += inner
            for token in inner:
                before |= {t.lower_ for t in modifiers(token)}
                for preposition, heads in prepositions(token).items():
                    phrases.setdefault(preposition, []).extend(heads)
        elif lemma == "round" and not (
            articles(noun) & {"another", "next", "this", "that", "the", "first", "second", "third", "new"}
        ):
            return None
    if lemma == "call" and not _is_call(noun, phrases, before, reading):
        return None
    clause = _clause_of(noun, read)
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ in FOLLOWING
        and clause is not None
        and clause.lemma in VERBS
        and "with" not in clause.preps
    ):
        phrases.pop("with", None)
    heads = [*owners(noun)]
    for preposition in _TOGETHER:
        if preposition == "to" and lemma != "call":
            continue
        heads += phrases.get(preposition, [])
    if lemma in ("meeting", "summit", "conference", "session", "conversation", "call", "discussion", "negotiation", "talk"):
        heads += phrases.get("of", [])
    named: list[Actor] = [a for h in heads for a in the_two(h, read, reading)]
    named += [a for t in tokens for a in reading.linker.possessors(t)]
    mediator = mediator_of(reading, noun, phrases, clause)
    heads += around(noun, clause, reading)
    parties, party_heads = linked_parties(reading, heads)
    for actor in named:
        if not is_vague(actor) and not any(same_side(actor, p) for p in parties) and not is_venue(actor, noun):
            parties.append(actor)
    parties = [p for p in parties if p.code.removeprefix("IGO") not in formats()]
    if mediator is not None and not any(h for h in party_heads if mediator in reading.linker.actors(h)):
        parties = [p for p in parties if p.name != mediator.name]
    event = told.get(read.sentence.offset + noun.idx)
    if event is not None and not parties:
        add_event(parties, event)
    mention = _mention(reading, read, noun, tokens, parties, party_heads, clause)
    mention.mediator = mediator
    mention.order = _order(noun, tokens, before, mention)
    if lemma in _BARE and not mention.order and len(sides_of(parties)) < 2 and not (parties and mention.channel):
        return None
    return mention


def _is_call(noun: Token, phrases: dict[str, list[Token]], before: set[str], reading: Reading) -> bool:
    if any(c.dep_ in ("acl", "relcl") and c.tag_ == "VB" for c in noun.children) or ("for" in phrases and "with" not in phrases):
        return False
    if before & {"phone", "telephone", "video", "conference"}:
        return True
    if any(reading.linker.actors(h) for p in ("with", "between") for h in phrases.get(p, [])):
        return True
    return bool(articles(noun) & {"the", "this"}) and noun.tag_ == "NN" and "to" not in phrases and "for" not in phrases


def _clause_of(noun: Token, read: ReadSentence) -> Clause | None:
    """The clause whose verb brings the talks about or says of them that they took place."""
    token = noun
    for _ in range(4):
        head = token.head
        if head.i == token.i:
            return None
        if head.i in read.clauses:
            return read.clauses[head.i]
        token = head
    return None


def _order(noun: Token, tokens: list[Token], before: set[str], mention: Mention) -> Order:
    words = before | {w for t in tokens for w in articles(t)}
    if words & _EARLIER:
        return "earlier"
    done = mention.status in ("happened", "ongoing", "background")
    if words & _ANOTHER and not (done and words & {"new", "further", "more", "fresh"} and not words & {"next", "another"}):
        return "next"
    if words & {"the", "this", "these", "those", "that"} or any(
        c.dep_ == "poss" and c.ent_type_ in ("DATE", "TIME") for c in noun.lefts
    ):
        return "same"
    plain = not words & {"a", "an", "any", "no", "direct"} and noun.tag_ in ("NNS", "NNPS") and len(sides_of(mention.parties)) < 2
    return "same" if plain and mention.heading else ""


# Both


def _mention(
    reading: Reading,
    read: ReadSentence,
    token: Token,
    tokens: list[Token],
    parties: list[Actor],
    heads: list[Token],
    clause: Clause | None,
) -> Mention:
    status = _status(token, read)
    day, end = _day(date_of(token, read, reading), status, reading.day)
    if status == "happened" and day and reading.day and day > reading.day and token.tag_ in ("VBZ", "VBP"):
        # "convenes on Wednesday"
        status = "planned"
    venue, city = venue_of(token, tokens, clause, read, reading)
    near = _near(token, tokens, clause)
    return Mention(
        read=read,
        token=token,
        tokens=tokens,
        parties=parties,
        status=status,
        venue=venue,
        city=city,
        day=day,
        end=end,
        format=_format(reading, read, tokens),
        channel=_channel(token, near),
        words=near,
        party_heads=heads,
        clause=clause,
    )


def _status(token: Token, read: ReadSentence) -> Status:
    clause = read.clauses.get(token.i)
    if clause is not None and clause.infinitive and clause.relation == "xcomp" and clause.parent is not None:
        # "are to meet on Friday"
        if clause.parent.lemma == "be" and not clause.parent.modal:
            return "planned"
    return judge(token, read.clauses).status


def _day(when: When, status: Status, today: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """The day that the sentence itself gives, and the last of several."""
    if when.info is None or when.day is None or when.info.basis == "report date":
        return None, None
    if _LENGTH.search(when.info.basis.lower()):
        # How long they took is no day, and "later" or "now" is none that could tell one round from another.
        return None, None
    ahead = _AHEAD.fullmatch(when.info.basis.lower())
    if ahead and today is not None and (number := read_number(ahead.group(1))) is not None:
        # "in two weeks": the day itself, since a round is announced for a day.
        return today + dt.timedelta(days=int(number.value) * (7 if ahead.group(2).startswith("week") else 1)), None
    weekday = when.info.basis.lower().removeprefix("on ") in _WEEKDAYS
    if weekday and status in DONE and today is not None and when.end is None and 0 < (when.day - today).days < 7:
        # A weekday of what is past is the last one.
        return when.day - dt.timedelta(days=7), None
    return when.day, when.end


def _near(token: Token, tokens: list[Token], clause: Clause | None) -> set[str]:
    """The words of the phrase itself and, for what its clause is about, of the clause's own modifiers."""
    found = {t.lower_ for inner in tokens for t in inner.subtree if abs(t.i - inner.i) <= 8}
    own = clause is not None and (clause.predicate.i == token.i or token in clause.objects or token in clause.surface)
    if own and clause is not None:
        for child in clause.predicate.children:
            if child.dep_ in ("prep", "advmod", "npadvmod", "nsubj", "dobj"):
                found |= {t.lower_ for t in child.subtree if t.i - child.i <= 4}
    return found


def _channel(token: Token, near: set[str]) -> str | None:
    lemma = token.lemma_.lower()
    if (
        near & {"video", "videoconference", "virtual", "virtually", "online", "video-link", "videolink"}
        or lemma == "videoconference"
    ):
        return "video"
    if near & {"phone", "telephone", "teleconference"} or lemma in ("call", "teleconference"):
        return "phone"
    if near & {"person", "face-to-face"}:
        return "in person"
    return None


def _format(reading: Reading, read: ReadSentence, tokens: list[Token]) -> str | None:
    """The name of a format of talks that stands with the mention."""
    text = read.sentence.text
    begin = read.sentence.tokens.start_char
    for match in reading.base.names.find(text):
        entry = match.named[0].entry
        if entry.kind != "organisation" or entry.short not in formats():
            continue
        for token in tokens:
            offset = token.idx - begin
            if match.start <= offset < match.end or 0 < offset - match.end <= 12 or 0 < match.start - offset <= 30:
                return entry.name
    return None
