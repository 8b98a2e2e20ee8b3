"""Forecasts: what somebody expects to happen, in which window, and how likely in the words used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.coding.attribution import source_of
from detente.coding.complements import clause_below, is_infinitive, is_negated, span_below
from detente.coding.reading import Reading, ReadSentence, Said
from detente.coding.wordlist import wordlist
from detente.language.clauses import Clause
from detente.language.nominals import owners
from detente.model import Actor, Forecast, Span, Window, item_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_EXPECTING = frozenset({"expect", "predict", "forecast", "anticipate", "foresee", "project", "bet", "fear"})
_THINKING = frozenset({"believe", "think", "estimate", "assess", "reckon", "suspect", "conclude", "doubt", "convince"})
_WARNING = frozenset({"warn", "caution"})
_COMING = frozenset({"will", "would", "could", "may", "might", "shall"})
_ADJECTIVES = wordlist("likely unlikely certain bound possible probable inevitable imminent poised set sure")
_WITH_INFINITIVE = frozenset({"likely", "unlikely", "certain", "bound", "poised", "sure", "set"})
_GRADED = frozenset({"likely", "probable", "imminent"})
_THAT = frozenset({"likely", "unlikely", "certain", "sure", "possible", "probable", "inevitable"})
_OF_EVENTS = frozenset({"imminent", "inevitable", "likely", "unlikely", "probable", "possible"})
_NOUNS = wordlist(
    "indication sign expectation prospect likelihood chance possibility risk danger forecast prediction probability evidence"
)
_VERB_FORMS = ("VERB", "AUX")
_UNTIL = frozenset({"by", "before", "until"})


def find_forecasts(reading: Reading, coder: str) -> Iterator[Forecast]:
    """The forecasts of an article in its order; of two on the same words the first counts, of one inside another the outer."""
    for read in reading.sentences:
        kept: list[Span] = []
        for token, what, by, likelihood in _candidates(reading, read):
            what = _balanced(read, what)
            if any(what.start < other.end and other.start < what.end for other in kept):
                continue
            kept.append(what)
            yield _forecast(reading, read, token, what, by, likelihood, coder)


Found = tuple["Token", Span, Actor | None, Span]


def _candidates(reading: Reading, read: ReadSentence) -> list[Found]:
    """What may be a forecast, those that say so in as many words first."""
    strong: list[Found] = []
    weak: list[Found] = []
    for clause in read.clauses.values():
        if found := _by_verb(reading, read, clause) or _by_adjective(read, clause):
            strong.append(found)
        elif found := _by_modal(reading, read, clause):
            weak.append(found)
    for token in read.sentence.tokens:
        if token.pos_ == "NOUN" and token.lemma_.lower() in _NOUNS and (found := _by_noun(reading, read, token)):
            strong.append(found)
    return [*sorted(strong, key=lambda f: f[1].start), *weak]


def _by_verb(reading: Reading, read: ReadSentence, clause: Clause) -> Found | None:
    verb, lemma = clause.predicate, clause.lemma
    if _is_unheld(clause):
        return None
    likelihood = _worded(read, verb, clause)
    if lemma in _EXPECTING:
        if clause.passive and (below := clause_below(verb, infinitive=True)) is not None:
            # "is expected to rise": the subject belongs to what is expected.
            what = _with_subject(read, clause, below)
            return (verb, what, _speaker(read, what), likelihood) if what else None
        below = clause_below(verb)
        if below is not None:
            if is_infinitive(below) and not any(c.dep_ in ("nsubj", "nsubjpass") for c in below.children) and lemma != "expect":
                return None
            what = span_below(read, below, after=verb.i)
        else:
            objects = [o for o in clause.objects if o.i > verb.i and o.pos_ == "NOUN"]
            what = span_below(read, objects[0], after=verb.i) if objects else None
        return (verb, what, _who(reading, read, clause, what), likelihood) if what else None
    if lemma in _THINKING or lemma in _WARNING:
        below = clause_below(verb, infinitive=False)
        inner = read.clauses.get(below.i) if below is not None else None
        if below is None or inner is None or not (inner.modal in _COMING or _going(inner)):
            return None
        subjects = {a.country or a.code for s in clause.subjects for a in reading.linker.actors(s)}
        doers = {a.country or a.code for s in inner.subjects for a in reading.linker.actors(s)}
        if lemma in _WARNING and inner.modal in ("will", "would", "shall") and subjects & doers:
            # Who warns that he will do something threatens.
            return None
        what = span_below(read, below, after=verb.i)
        modal = next((c for c in below.children if c.tag_ == "MD"), None)
        worded = read.sentence.span(modal) if modal is not None and inner.modal in ("could", "may", "might") else likelihood
        return (verb, what, _who(reading, read, clause, what), worded) if what else None
    return None


def _by_adjective(read: ReadSentence, clause: Clause) -> Found | None:
    """ "is likely to invade", "an attack is imminent", "it is likely that ..."."""
    if clause.lemma not in ("be", "seem", "appear", "look", "remain"):
        return None
    for child in clause.predicate.children:
        if child.lower_ not in _ADJECTIVES or child.dep_ not in ("acomp", "oprd", "attr") or child.i < clause.predicate.i:
            continue
        below = clause_below(child) or clause_below(clause.predicate)
        if is_negated(clause) and child.lower_ not in _GRADED:
            # "is not inevitable" leaves it open; "is not likely" says how likely it is.
            continue
        negation = next((c for c in clause.predicate.children if c.dep_ == "neg" and c.i < child.i), None)
        likelihood = read.sentence.span(negation or _degree(child), child)
        if below is not None and is_infinitive(below) and child.lower_ in _WITH_INFINITIVE:
            what = _with_subject(read, clause, below)
        elif below is not None and not is_infinitive(below) and below.i > child.i and child.lower_ in _THAT:
            what = span_below(read, below, after=child.i)
        elif below is None and child.lower_ in _OF_EVENTS and clause.surface and clause.surface[0].pos_ == "NOUN":
            what = span_below(read, clause.surface[0])
        else:
            continue
        if what is not None:
            return child, what, _speaker(read, what), likelihood
    return None


def _is_unheld(clause: Clause) -> bool:
    """Whether nobody holds what a verb of expecting says: "nobody should expect", "never believed", "no reason to fear"."""
    if clause.modal in ("should", "must", "can", "could", "need", "ought", "may", "might"):
        return True
    if not is_negated(clause):
        return False
    verb = clause.predicate
    plain = any(c.dep_ == "neg" and c.lower_ in ("not", "n't", "n’t") for c in verb.children)
    return not plain or (clause.lemma in _THINKING and "did" in clause.auxiliaries)


def _by_modal(reading: Reading, read: ReadSentence, clause: Clause) -> Found | None:
    """ "could attack by mid-February": a modal with a time until which it is to happen."""
    if (
        clause.modal not in ("may", "might", "could")
        or clause.marker in ("if", "unless", "whether", "so")
        or "have" in clause.auxiliaries
        or is_negated(clause)
    ):
        return None
    if clause.predicate.tag_ == "VBG" or not _has_time(reading, read, clause):
        return None
    what = span_below(read, clause.predicate)
    modal = next((c for c in clause.predicate.children if c.tag_ == "MD"), None)
    if what is None or modal is None:
        return None
    return clause.predicate, what, _speaker(read, what), read.sentence.span(modal)


def _by_noun(reading: Reading, read: ReadSentence, noun: Token) -> Found | None:
    """ "every indication that ...", "the risk that ...", "no sign that ..."."""
    below = clause_below(noun, infinitive=False)
    inner = read.clauses.get(below.i) if below is not None else None
    if below is None or inner is None or not (inner.modal in _COMING or _going(inner)):
        return None
    what = span_below(read, below, after=noun.i)
    above = read.clauses.get(noun.head.i)
    if what is None or (above is not None and any(c.dep_ == "neg" for c in above.predicate.children)):
        return None
    first = min((c.left_edge.i for c in noun.lefts if c.dep_ in ("det", "amod")), default=noun.i)
    clause = read.clauses.get(noun.head.i)
    said = [a for o in owners(noun) for a in reading.linker.actors(o)]
    holders = (
        [a for s in clause.subjects for a in reading.linker.actors(s)] if clause is not None and noun in clause.objects else []
    )
    by = next(iter(said or holders), None) or _speaker(read, what)
    return noun, what, by, read.sentence.span(noun.doc[first], noun)


def _balanced(read: ReadSentence, what: Span) -> Span:
    """To the end of the statement or sentence where the parser has cut the words within brackets."""
    if what.text.count("(") <= what.text.count(")"):
        return what
    end = min((s.end for s in read.said if s.start <= what.start and s.end > what.end), default=read.sentence.end)
    end = min(end, read.sentence.end)
    text = read.sentence.article_text
    while end > what.end and text[end - 1] in ' .,;:!?”"':
        end -= 1
    return Span.of(text, what.start, max(end, what.end))


# Words, sources and windows


def _going(clause: Clause) -> bool:
    return clause.lemma == "go" and clause.predicate.tag_ == "VBG"


def _degree(adjective: Token) -> Token:
    return min(
        (c for c in adjective.children if c.dep_ in ("advmod", "neg") and c.i < adjective.i), key=lambda t: t.i, default=adjective
    )


def _worded(read: ReadSentence, verb: Token, clause: Clause) -> Span:
    negation = next((c for c in verb.children if c.dep_ == "neg"), None)
    helper = next((c for c in verb.children if c.dep_ == "aux" and negation is not None), None)
    first = helper or negation or verb
    return read.sentence.span(first if first.i < verb.i and clause.negated else verb, verb)


def _with_subject(read: ReadSentence, clause: Clause, below: Token) -> Span | None:
    own = [c for c in clause.predicate.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < clause.predicate.i]
    tokens = [t for o in own for t in o.subtree] + list(below.subtree)
    tokens = [t for t in tokens if read.sentence.tokens.start <= t.i < read.sentence.tokens.end]
    while tokens and max(tokens, key=lambda t: t.i).is_punct:
        tokens.remove(max(tokens, key=lambda t: t.i))
    return read.sentence.span_of(tokens) if tokens else None


def _who(reading: Reading, read: ReadSentence, clause: Clause, what: Span | None) -> Actor | None:
    for subject in clause.subjects:
        linked = reading.linker.actors(subject)
        if linked:
            return linked[0]
    return _speaker(read, what) if what is not None else None


def _speaker(read: ReadSentence, what: Span) -> Actor | None:
    """The innermost source of what is told; None where it is the paper's own forecast."""
    covering: list[Said] = [s for s in read.said if s.covers(what.start, what.end)]
    for said in sorted(covering, key=lambda s: s.end - s.start):
        source = source_of(said)
        if source is not None:
            return source
    return None


def _window(reading: Reading, read: ReadSentence, first: int, last: int) -> Window | None:
    """From the first expression of time between two tokens: "by" and "before" leave its beginning open."""
    if not reading.times:
        return None
    tokens = read.sentence.tokens
    begin = tokens.start_char
    low, high = tokens.doc[first].idx - begin, tokens.doc[last].idx - begin
    found = [t for t in reading.times[read.index] if low <= t.start <= high and (t.first is not None or t.last is not None)]
    found = [t for t in found if t.last is None or reading.day is None or t.last >= reading.day]
    if not found:
        return None
    before = read.sentence.text[: found[0].start].lower().split()[-2:]
    start, end = found[0].first, found[-1].last
    if any(t.value == "PRESENT_REF" and low <= t.start < found[0].start for t in reading.times[read.index]):
        # "between now and May"
        start = reading.day
    if set(before) & _UNTIL:
        return Window.model_validate({"from": None, "to": _until(found[0].first, found[-1].last, before)})
    if len(found) == 1 and before[-1:] == ["after"]:
        return Window.model_validate({"from": end, "to": None})
    return Window.model_validate({"from": start, "to": end})


def _has_time(reading: Reading, read: ReadSentence, clause: Clause) -> bool:
    """Whether an expression of time to come stands in the clause itself, not in one below it."""
    begin = read.sentence.tokens.start_char
    at = {t.idx - begin: t for t in read.sentence.tokens}
    for timex in reading.times[read.index] if reading.times else []:
        token = at.get(timex.start)
        if token is None or timex.last is None or (reading.day is not None and timex.last < reading.day):
            continue
        while token.i not in read.clauses and token.head.i != token.i:
            token = token.head
        if token.i == clause.predicate.i:
            return True
    return False


def _until(first: dt.date | None, last: dt.date | None, before: list[str]) -> dt.date | None:
    """ "before March" ends with the day before it, "by March" with its last day."""
    if "before" in before and first is not None:
        return first - dt.timedelta(days=1)
    return last


def _forecast(
    reading: Reading, read: ReadSentence, token: Token, what: Span, by: Actor | None, likelihood: Span, coder: str
) -> Forecast:
    sentence = read.sentence
    inside = [t for t in sentence.tokens if what.start <= sentence.offset + t.idx < what.end]
    return Forecast(
        id=item_id("forecast", reading.article.id, what.start, what.end),
        article=reading.article.id,
        date=reading.day,
        text=sentence.text,
        text_info=sentence.info,
        confidence=0.7 if token.lemma_.lower() in _EXPECTING | _NOUNS else 0.6,
        evidence={"trigger": [sentence.span(token)], "what": [what], "likelihood": [likelihood]},
        coder=coder,
        by=by,
        what=what,
        window=_window(reading, read, inside[0].i, inside[-1].i) if inside else None,
        likelihood=likelihood.text,
    )
