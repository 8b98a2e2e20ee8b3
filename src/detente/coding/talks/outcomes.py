"""What came of talks, and how long they took, in the words that an article says of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.coding.figures.counting import counts
from detente.coding.reading import ReadSentence
from detente.coding.talks.mention import Mention
from detente.coding.wordlist import wordlist
from detente.language.clauses import Clause
from detente.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDING = wordlist("end conclude finish produce yield result fail collapse bring stall lead achieve make break founder")
_AGREEING = frozenset({"agree", "reaffirm", "sign"})
_SPOKEN_FOR = wordlist(
    "envoy side party delegation negotiator official diplomat minister leader president representative they both two"
)
_WORD_LIMIT = 14
_ISO = {"hours": "H", "minutes": "M", "seconds": "S"}
_ISO_DAYS = {"days": "D", "weeks": "W", "months": "M", "years": "Y"}
_LASTING = frozenset({"last", "take", "run", "go", "continue", "stretch"})


def outcome_of(mentions: Iterable[Mention]) -> Span | None:
    """What the text says came of the talks: what was agreed or how they ended, else how they were called; None where neither."""
    assessed: Span | None = None
    named: Span | None = None
    for mention in mentions:
        if mention.heading and mention.clause is None:
            continue
        ended = _ended(mention) or _agreed(mention)
        if ended is not None:
            return ended
        found, adjective = _assessed(mention)
        assessed = assessed or (found if adjective else None)
        named = named or found
    return assessed or named


def _ended(mention: Mention) -> Span | None:
    clause, noun = mention.clause, mention.token
    if clause is None or clause.predicate.i == noun.i:
        return None
    together = any(c.lower_ == "together" for c in clause.predicate.children)
    if noun in clause.surface and clause.lemma in _ENDING and not clause.modal and not together:
        return _words(mention.read, clause.predicate, clause)
    if noun in clause.objects and clause.lemma in ("end", "conclude", "finish", "leave") and not clause.modal:
        after = [
            t
            for t in clause.predicate.children
            if t.dep_ in ("prep", "advcl") and t.i > noun.i and t.lower_ in ("without", "with")
        ]
        if after:
            return _cut(mention.read, after[0], after[0].right_edge)
    return None


def _agreed(mention: Mention) -> Span | None:
    """An agreement told in the sentence of the mention, by those who talked."""
    here = mention.read
    for clause in here.clauses.values():
        if (
            clause.lemma not in _AGREEING
            or clause.modal
            or clause.negated
            or clause.infinitive
            or clause.predicate.i == mention.token.i
        ):
            continue
        subjects = clause.subjects
        mine = any(s in mention.party_heads or s.lemma_.lower() in _SPOKEN_FOR for s in subjects)
        if mine and (clause.objects or len(list(clause.predicate.children)) > 1):
            return _words(here, clause.predicate, clause)
    return None


def _assessed(mention: Mention) -> tuple[Span | None, bool]:
    """What the talks were called, and whether by an adjective."""
    clause, noun = mention.clause, mention.token
    if clause is None:
        return None, False
    if noun in clause.surface and clause.lemma in ("be", "prove", "remain"):
        for child in clause.predicate.children:
            if child.dep_ in ("acomp", "attr", "oprd") and child.i > clause.predicate.i:
                return _cut(mention.read, child.left_edge, child.right_edge), child.pos_ == "ADJ"
    if noun in clause.objects or noun.dep_ in ("nsubj", "dobj"):
        verb = noun.head
        if verb.dep_ == "ccomp" and verb.pos_ in ("ADJ", "NOUN"):
            # "called the talks difficult"
            return _cut(mention.read, verb, verb.right_edge), verb.pos_ == "ADJ"
        for child in verb.children:
            if verb.lemma_.lower() in (
                "call",
                "describe",
                "label",
                "brand",
                "term",
                "characterise",
                "characterize",
                "hail",
                "praise",
            ):
                if child.dep_ == "prep" and child.lower_ == "as":
                    inner = list(child.children)
                    return (_cut(mention.read, inner[0].left_edge, child.right_edge), True) if inner else (None, False)
                if child.dep_ in ("oprd", "acomp") and child.i > noun.i:
                    return _cut(mention.read, child.left_edge, child.right_edge), True
    return None, False


def _words(read: ReadSentence, verb: Token, clause: Clause) -> Span:
    """The verb with what it governs, up to the first clause that hangs on that."""
    first = next((c for c in verb.children if c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in ("did",))), verb)
    last = verb
    for child in sorted(verb.children, key=lambda t: t.i):
        if child.i < verb.i:
            continue
        if child.dep_ in ("punct", "conj", "cc", "advcl", "parataxis") or child.ent_type_ == "DATE":
            break
        last = child.right_edge
        inner = [t for t in child.subtree if t.i > verb.i + 1 and _closes(t)]
        if inner:
            edge = min(t.left_edge.i for t in inner)
            last = verb.doc[edge - 1] if edge - 1 > verb.i else last
            break
    del clause
    return _cut(read, first if first.i < verb.i else verb, last)


def _closes(token: Token) -> bool:
    """Whether what was agreed or reached ends before a token: at a clause, a comma, or when it was."""
    if token.dep_ in ("relcl", "advcl") or (token.dep_ == "punct" and token.text in ",;"):
        return True
    return token.dep_ == "prep" and any(c.ent_type_ in ("DATE", "TIME") for c in token.children)


def _cut(read: ReadSentence, first: Token, last: Token) -> Span:
    """At most so many words, without marks at either end."""
    doc = first.doc
    begin, end = first.i, min(last.i, first.i + _WORD_LIMIT, read.sentence.tokens.end - 1)
    if end < last.i:
        # Cut before the last phrase that did not fit.
        while end > begin + 2 and not (doc[end + 1].pos_ in ("ADP", "SCONJ", "PUNCT") or doc[end + 1].dep_ == "prep"):
            end -= 1
    while end > begin and (doc[end].is_punct or doc[end].is_space):
        end -= 1
    while begin < end and (doc[begin].is_punct or doc[begin].is_space):
        begin += 1
    return read.sentence.span(doc[begin], doc[end])


def duration_of(mentions: Iterable[Mention]) -> str | None:
    """How long the talks took, as an ISO 8601 duration (`PT8H`); None where the text does not say."""
    for mention in mentions:
        for count in counts(mention.read.sentence):
            unit, value = count.number.unit, count.number.value
            if unit not in _ISO and unit not in ("days",):
                continue
            if _lasts(count.first, count.last, mention):
                return _iso(value, unit)
    return None


def _iso(value: float, unit: str) -> str:
    if unit in _ISO_DAYS:
        return f"P{value:g}{_ISO_DAYS[unit]}"
    if unit == "hours" and value % 1:
        return f"PT{int(value)}H{round(value % 1 * 60)}M" if value >= 1 else f"PT{round(value * 60)}M"
    return f"PT{value:g}{_ISO[unit]}"


def _lasts(first: Token, last: Token, mention: Mention) -> bool:
    """Whether a length of time is that of the talks: "met for eight hours", "eight hours of talks", "a two-hour call"."""
    before = first.doc[max(first.sent.start, first.i - 4) : first.i]
    words = {t.lower_ for t in before}
    tokens = [t for t in mention.tokens if t.pos_ not in ("VERB", "AUX")]
    if any(t.i > last.i and first in t.subtree for t in tokens) or any(
        0 < t.i - last.i <= 4 and t.doc[last.i + 1].lower_ == "of" for t in tokens
    ):
        return True
    clause = mention.clause
    verb = clause.predicate if clause is not None else None
    inside = verb is not None and first in verb.subtree
    if "for" in words and inside and last.i > mention.token.i:
        return verb is not None and (verb.i == mention.token.i or verb.lemma_ in ("be", "hold", "continue", "go"))
    if verb is not None and verb.lemma_.lower() in _LASTING and mention.token in (clause.surface if clause else []):
        return inside
    return any(first in t.subtree and 0 < first.i - t.i <= 8 and {"lasting", "for"} & words for t in tokens)
