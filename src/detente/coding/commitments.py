"""Commitments: what somebody has promised or agreed to, to whom, and due when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.coding.complements import clause_below, condition_of, governed_by, is_infinitive, is_negated, span_below
from detente.coding.reading import Reading, ReadSentence
from detente.coding.status import judge
from detente.coding.wordlist import wordlist
from detente.language.clauses import Clause
from detente.language.nominals import owners, prepositions
from detente.model import DONE, Actor, Commitment, Event, Span, Talks, item_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = wordlist("promise pledge vow agree commit undertake guarantee assure swear reaffirm ensure")
_NOUNS = frozenset({"promise", "pledge", "agreement", "commitment", "undertaking", "assurance", "guarantee", "vow"})
_TO_SOMEBODY = frozenset({"promise", "assure", "guarantee", "pledge"})
_OPINIONS = frozenset({"agree", "assure", "swear", "reaffirm"})
_FUTURE = frozenset({"will", "would", "shall", "must", "should"})
_OVER = ("to", "on", "for")
_GIVING = wordlist(
    "make give offer renew repeat sign reach result produce win receive secure get obtain extract conclude strike "
    "honour keep break announce confirm reaffirm lead"
)
_RECEIVING = frozenset({"receive", "win", "secure", "get", "obtain", "extract", "have"})
_TALKING = wordlist("envoy side party negotiator delegation participant official minister leader representative")
_MEANS = wordlist("troop soldier force fund money resource aid dollar euro million billion tank ship aircraft personnel")
_NEXT_TO_NOTHING = frozenset({"little", "nothing", "nobody", "no", "few"})
_NEAR = 600
_STANDING = frozenset({*DONE, "promised"})


def find_commitments(reading: Reading, events: Sequence[Event], coder: str, talks: Sequence[Talks] = ()) -> Iterator[Commitment]:
    """The commitments of an article in its order. One that is only demanded, offered or denied is none.

    What "the envoys" or "the sides" agreed on, the parties of the talks told of just before agreed on.
    """
    told = {span.start: e for e in events for span in e.evidence.get("trigger", ()) if e.event in ("AGREE", "CONCEDE", "SUPPORT")}
    seen: set[tuple[int, int]] = set()
    for read in reading.sentences:
        for token in read.sentence.tokens:
            clause = read.clauses.get(token.i)
            if clause is not None and clause.lemma in _VERBS:
                found = _by_verb(reading, read, clause, told)
            elif clause is None and token.pos_ == "NOUN" and token.lemma_.lower() in _NOUNS:
                found = _by_noun(reading, read, token)
            else:
                continue
            if found is None:
                continue
            by, to, what, heads = found
            if clause is not None and any(_speaks_for_talks(s) for s in clause.subjects):
                by = _talking(read, token, talks) or by
            if (what.start, what.end) in seen or not by:
                continue
            seen.add((what.start, what.end))
            yield _commitment(reading, read, token, by, to, what, heads, coder)


def _commitment(
    reading: Reading,
    read: ReadSentence,
    token: Token,
    by: list[Actor],
    to: list[Actor],
    what: Span,
    heads: list[Token],
    coder: str,
) -> Commitment:
    sentence = read.sentence
    trigger = sentence.span(token)
    condition = condition_of(read, token)
    evidence = {"trigger": [trigger], "what": [what]}
    if heads:
        evidence["by"] = [sentence.span(h) for h in heads]
    if condition is not None:
        evidence["condition"] = [condition]
    return Commitment(
        id=item_id("commitment", reading.article.id, trigger.start, what.start, what.end),
        article=reading.article.id,
        date=reading.day,
        text=sentence.text,
        text_info=sentence.info,
        confidence=0.75 if token.i in read.clauses else 0.6,
        evidence=evidence,
        coder=coder,
        by=by,
        to=[a for a in to if not any(a.name == b.name and a.code == b.code for b in by)],
        what=what,
        due=_due(reading, read, what),
        condition=condition,
    )


def _speaks_for_talks(subject: Token) -> bool:
    return (
        subject.tag_ == "NNS"
        and subject.lemma_.lower() in _TALKING
        and not any(c.dep_ in ("amod", "compound", "poss", "relcl") for c in subject.children)
    )


def _talking(read: ReadSentence, token: Token, talks: Sequence[Talks]) -> list[Actor]:
    """The parties of the talks spoken of last before a word, if that is not long before."""
    here = read.sentence.offset + token.idx
    near = [
        (span.start, one.parties)
        for one in talks
        for span in one.evidence["trigger"]
        if here - _NEAR <= span.start <= here and len(one.parties) > 1 and one.status in DONE
    ]
    return max(near, key=lambda n: n[0])[1] if near else []


Found = tuple[list[Actor], list[Actor], Span, "list[Token]"]


def _by_verb(reading: Reading, read: ReadSentence, clause: Clause, told: dict[int, Event]) -> Found | None:
    verb, lemma = clause.predicate, clause.lemma
    if is_negated(clause) or clause.modal in ("would", "could", "might", "may", "should", "must", "can"):
        return None
    if judge(verb, read.clauses).status not in _STANDING:
        return None
    what, taken = _promised(read, clause)
    if what is None or what.text.split()[0].lower() in _NEXT_TO_NOTHING:
        return None
    by, heads = _actors(reading, clause.subjects)
    if not by:
        event = told.get(read.sentence.offset + verb.idx)
        by = list(event.actor) if event is not None else []
    towards = [*clause.datives, *(h for p in ("to", "with") for h in clause.preps.get(p, ())), *_addressed(clause, taken)]
    to, _ = _actors(reading, [h for h in towards if h not in taken])
    if lemma == "agree" and clause.passive:
        return None
    return by, to, what, heads


def _addressed(clause: Clause, taken: list[Token]) -> list[Token]:
    return [o for o in clause.objects if o not in taken] if clause.lemma in _TO_SOMEBODY else []


def _promised(read: ReadSentence, clause: Clause) -> tuple[Span | None, list[Token]]:
    """The text of what a verb of promising governs, and the nouns in it that are not who it is promised to."""
    verb, lemma = clause.predicate, clause.lemma
    below = clause_below(verb)
    if below is not None:
        if not is_infinitive(below) and lemma in _OPINIONS and not _tells_of_acts(below, read):
            return None, []
        return span_below(read, below, after=verb.i), list(below.subtree)
    objects = [o for o in clause.objects if o.pos_ != "PRON"]
    if lemma == "agree":
        nouns = [n for n in governed_by(clause, ("to", "on", "upon")) if n.pos_ in ("NOUN", "VERB")] or objects
        return (span_below(read, nouns[0], after=verb.i), nouns) if nouns else (None, [])
    if lemma == "commit":
        # Whoever "commits" anything but means has done it ("committed crimes").
        nouns = [o for o in objects if o.lemma_.lower() in _MEANS or any(c.ent_type_ == "MONEY" for c in o.subtree)]
        nouns = nouns or [n for n in governed_by(clause, ("to",)) if n.pos_ in ("NOUN", "VERB")]
        return (span_below(read, nouns[0], after=verb.i), nouns) if nouns else (None, [])
    if lemma in ("assure", "reaffirm", "ensure", "swear"):
        nouns = governed_by(clause, ("of",)) if lemma == "assure" else objects
        return (span_below(read, nouns[0], after=verb.i), nouns) if nouns else (None, [])
    things = [o for o in objects if o.pos_ in ("NOUN", "NUM", "SYM")]
    return (span_below(read, things[0], after=verb.i), things) if things else (None, [])


def _tells_of_acts(verb: Token, read: ReadSentence) -> bool:
    """Whether a "that" clause binds those who agreed on it: "agreed that the truce must hold", not "that it is serious"."""
    clause = read.clauses.get(verb.i)
    return clause is not None and (clause.modal in _FUTURE or verb.tag_ == "VB")


def _by_noun(reading: Reading, read: ReadSentence, noun: Token) -> Found | None:
    """ "a promise by Moscow to ...", "gave assurances that ...", "signed an agreement on ..."."""
    if noun.dep_ in ("compound", "amod"):
        return None
    below = clause_below(noun)
    phrases = prepositions(noun)
    if below is None:
        nouns = [n for p in ("on", "for") for n in phrases.get(p, ())]
        nouns += [g for c in noun.children if c.dep_ == "prep" and c.lower_ in _OVER for g in c.children if g.dep_ == "pcomp"]
        if not nouns or nouns[0].pos_ not in ("NOUN", "VERB"):
            return None
        what = span_below(read, nouns[0], after=noun.i)
    else:
        what = span_below(read, below, after=noun.i)
    if what is None or any(c.dep_ == "det" and c.lower_ in ("no", "any") for c in noun.lefts):
        return None
    status = judge(noun, read.clauses).status
    if status not in _STANDING:
        return None
    heads = owners(noun) or [h for p in ("by", "from", "between") for h in phrases.get(p, ())]
    by, heads = _actors(reading, heads)
    if not by:
        by = reading.linker.possessors(noun)
    to, _ = _actors(reading, [*phrases.get("to", ()), *phrases.get("with", ())])
    clause = read.clauses.get(noun.head.i)
    if clause is not None and noun in clause.objects and clause.lemma in _GIVING | _RECEIVING and not clause.negated:
        if clause.lemma in _RECEIVING:
            from_whom, from_heads = _actors(reading, clause.preps.get("from", []))
            to = to or _actors(reading, clause.subjects)[0]
            by, heads = (by, heads) if by else (from_whom, from_heads)
        elif not by:
            by, heads = _actors(reading, clause.subjects)
            to = to or _actors(reading, [*clause.datives, *clause.preps.get("to", [])])[0]
    return by, to, what, heads


def _actors(reading: Reading, heads: list[Token]) -> tuple[list[Actor], list[Token]]:
    found: list[Actor] = []
    named: list[Token] = []
    for head in heads:
        for actor in reading.linker.actors(head):
            if actor not in found:
                found.append(actor)
                if head not in named:
                    named.append(head)
    return found, named


def _due(reading: Reading, read: ReadSentence, what: Span) -> dt.date | None:
    """The last day of the first expression of time in what is promised; None where it sets none to come."""
    begin = read.sentence.start
    for timex in reading.times[read.index] if reading.times else []:
        if what.start <= begin + timex.start < what.end and timex.last is not None:
            if reading.day is None or timex.last >= reading.day:
                return timex.last
    return None
