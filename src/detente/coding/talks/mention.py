"""A mention of talks in an article, and what its sentence tells of them: when, where, by which channel, in which format."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.coding.dates import When, date_of
from detente.coding.figures import read_number
from detente.coding.reading import Reading, ReadSentence
from detente.coding.status import judge
from detente.coding.talks.parties import formats, parties_of_format, same_side
from detente.coding.talks.venues import venue_of
from detente.coding.wordlist import wordlist
from detente.model import DONE, Actor, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.clauses import Clause

_AHEAD = re.compile(r"(?:in |within )?(\w+) (days?|weeks?)(?: from now| later)?")
_LENGTH = re.compile(
    r"\b(?:hour|minute)s?\b|^(?:now|then|afterwards?|later|earlier|recently|currently|soon|previously|at present)$"
)
_WISHING: dict[str, Status] = {
    # The lemmatiser gives "hop" for "hoped".
    **dict.fromkeys(("hope", "hop", "wish", "wait", "long", "plan"), "expected"),
    **dict.fromkeys(("offer", "propose", "suggest", "volunteer"), "proposed"),
    **dict.fromkeys(("ask", "call", "press", "push", "appeal", "plead", "urge", "want", "seek", "demand"), "demanded"),
}
_WHEN = frozenset({"when", "once", "after", "before", "until", "as"})
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


def mention_of(
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
    if status == "happened" and _is_ahead(token, read):
        status = "planned"
    venue, city = venue_of(token, tokens, clause, read, reading)
    named_format = _format(
        reading, read, [*tokens, *(clause.subjects if clause is not None and clause.predicate.i == token.i else [])]
    )
    if named_format is not None:
        # The format is not one of those who meet in it.
        parties = [p for p in parties if p.code.removeprefix("IGO") not in formats()]
        parties += [p for p in parties_of_format(reading, named_format) if not any(same_side(p, q) for q in parties)]
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
        format=named_format,
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
    judged = judge(token, read.clauses).status
    if clause is None and judged in DONE and (wanted := _wanted(token, read)) is not None:
        return wanted
    return judged


def _wanted(noun: Token, read: ReadSentence) -> Status | None:
    """What talks are that somebody only hopes for, offers or hopes to bring about; None where nobody does."""
    token = noun
    while token.head.i != token.i:
        preposition, token = token, token.head
        clause = read.clauses.get(token.i)
        if clause is None:
            continue
        governed = preposition.dep_ == "prep" and preposition.lower_ == "for"
        if clause.lemma in _WISHING and (governed or preposition.dep_ in ("dobj", "xcomp")):
            return _WISHING[clause.lemma]
        if preposition.dep_ not in ("xcomp", "advcl", "ccomp") and not clause.infinitive:
            return None
    return None


def _is_ahead(token: Token, read: ReadSentence) -> bool:
    """ "will not speak when they meet": a clause of time under one that tells of what is to come."""
    clause = read.clauses.get(token.i)
    if clause is None or clause.marker not in _WHEN or clause.parent is None:
        return False
    return clause.parent.modal in ("will", "would", "shall") and not any(a in ("have", "had") for a in clause.auxiliaries)


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
