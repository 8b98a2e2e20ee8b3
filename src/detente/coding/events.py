"""Events: from candidates to PLOVER events with roles, status, date, place, sizes and attribution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.coding.attribution import chain
from detente.coding.by_lexicon import VERBAL
from detente.coding.candidates import Candidate
from detente.coding.dates import date_of, first_said
from detente.coding.decide import Decider, Decision
from detente.coding.places import event_place
from detente.coding.reading import Reading, ReadSentence, Said
from detente.coding.sizes import sizes
from detente.coding.status import Judgement, condition_of, judge
from detente.model import DONE, Actor, Event, Span, Status, item_id
from detente.ontology import Ontology, Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_THREATENING = frozenset({"warn", "threaten", "vow", "caution"})
_ANSWERED = frozenset({"AGREE", "REQUEST", "ACCUSE", "THREATEN"})
_CONDITIONAL = frozenset({"AGREE", "REQUEST", "THREATEN"})
_HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_BACKGROUND_DAYS = 365
_SURER = 0.15


@dataclass(frozen=True, slots=True)
class Found:
    """An event as its own sentence tells it, and the lexicon's frame that it was read by, if there is one."""

    event: Event
    frame: Trigger | None


def find_events(reading: Reading, read: ReadSentence, ontology: Ontology, decider: Decider, coder: str) -> Iterator[Found]:
    """The events of one sentence. The same act told twice in it by two words is given once."""
    seen: dict[tuple[object, ...], Found] = {}
    for decision in decider.decisions(reading, read):
        event = _event(reading, decision, ontology, coder)
        key = (event.event, _codes(event.actor), _codes(event.recipient), event.status in DONE)
        if key not in seen:
            seen[key] = Found(event, decision.frame)
    yield from _without_shadows(list(seen.values()))


def _codes(actors: list[Actor]) -> tuple[str, ...]:
    return tuple(a.country or a.code or a.name for a in actors)


def _without_shadows(found: list[Found]) -> Iterator[Found]:
    """Of two events of one type and status whose parties are in part the same, one is dropped: mostly that which says less."""
    events = [one.event for one in found]
    for one in found:
        fuller = any(_says_more(other, one.event) and not _guessed(other, one.event) for other in events)
        guessed = any(_says_more(one.event, other) and _guessed(one.event, other) for other in events)
        if not fuller and not guessed:
            yield one


def _says_more(one: Event, other: Event) -> bool:
    """Whether an event names all the parties of another of its type and status, and further ones."""
    return (
        one.event == other.event
        and one.status == other.status
        and set(_codes(other.actor)) <= set(_codes(one.actor))
        and set(_codes(other.recipient)) <= set(_codes(one.recipient))
        and len(one.actor) + len(one.recipient) > len(other.actor) + len(other.recipient)
    )


def _guessed(one: Event, other: Event) -> bool:
    """Whether the first is so much less sure than the second that what it says beyond it is not to be trusted."""
    return one.confidence < other.confidence - _SURER


def _event(reading: Reading, decision: Decision, ontology: Ontology, coder: str) -> Event:
    candidate, filled = decision.candidate, decision.roles
    read, token = candidate.read, candidate.token
    sentence = read.sentence
    trigger = sentence.span(token)
    judgement = judge(token, read.clauses)
    within = [s for s in read.said if s.covers(trigger.start, trigger.end) and s.cue[0] != trigger.start]
    if judgement.status == "denied" and candidate.clause is None and decision.event in _ANSWERED and judgement.why is not None:
        # Who rejects a demand or an offer does not say that it was not made.
        judgement = Judgement("happened", False, judgement.condition, judgement.why)
    status = decision.status or _status(judgement, decision, within)
    when = date_of(token, read, reading)
    if decision.status is None and status == "happened" and decision.event not in VERBAL and _lasting(candidate):
        status = "ongoing"
    if status in DONE and token.tag_ in ("VBZ", "VBP") and when.day and reading.day and when.day > reading.day:
        # "They meet in Geneva on Monday": the present with a day to come is a plan.
        status = "planned"
    if status in DONE and when.day and reading.day and (reading.day - when.day).days > _BACKGROUND_DAYS:
        status = "background"
    kind = ontology.types[decision.event]
    goldstein = ontology.goldstein(decision.cameo, decision.event)
    evidence = {"trigger": [trigger]}
    for role, heads in (("actor", filled.actor_heads), ("recipient", filled.recipient_heads)):
        if heads:
            parties = filled.actors if role == "actor" else filled.recipients
            evidence[role] = [named_span(sentence, h, parties) for h in heads]
    condition = _condition(judgement, candidate, decision)
    if condition:
        evidence["condition"] = [condition]
    return Event(
        id=item_id("event", reading.article.id, trigger.start, trigger.end, decision.event),
        article=reading.article.id,
        date=when.day,
        text=sentence.text,
        text_info=sentence.info,
        confidence=decision.confidence,
        evidence=evidence,
        coder=coder,
        actor=filled.actors,
        recipient=filled.recipients,
        event=decision.event,
        mode=decision.mode,
        context=_contexts(read, decision, ontology),
        quad_code=kind.quad,
        event_scale=kind.scale,
        cameo=decision.cameo,
        goldstein=goldstein,
        status=status,
        negated=decision.negated if decision.status else judgement.negated,
        condition=condition,
        enddate=when.end,
        date_info=when.info,
        event_loc=event_place(token, read, reading),
        size=sizes(candidate, decision.frame) if decision.frame else {},
        attribution=chain(within),
        said=first_said(within, reading),
    )


def named_span(sentence: Sentence, head: Token, parties: list[Actor]) -> Span:
    """The words that name a party, where they end at the head ("the United States"); else the head alone."""
    here = sentence.span(head)
    for party in parties:
        start = here.end - len(party.entity_text)
        if start >= sentence.start and sentence.article_text[start : here.end] == party.entity_text:
            return Span.of(sentence.article_text, start, here.end)
    return here


def _status(judgement: Judgement, decision: Decision, within: list[Said]) -> Status:
    """The status by the words above the act, mended by whose words they are."""
    status, filled = judgement.status, decision.roles
    frame = decision.frame
    if frame is not None and (frame.modals or ("speaker" in frame.actor and status in ("planned", "hypothetical", "threatened"))):
        # Saying that one would, or that another will pay for it, is the threat; what one would do is not done.
        return "happened" if decision.event == "THREATEN" else "threatened"
    if status == "expected" and decision.event == "CONSULT" and judgement.why is not None and judgement.why.pos_ == "VERB":
        # Of a visit or meeting "is expected to" is how news tells a plan.
        return "planned"
    by_adjective = judgement.why is not None and judgement.why.pos_ == "ADJ"
    if not within or not (status in ("planned", "hypothetical", "expected") or (status == "proposed" and by_adjective)):
        return status
    inner = within[-1] if len(within) == 1 else min(within, key=lambda s: s.end - s.start)
    speakers = {a.country or a.code for a in inner.speaker if a.country or a.code.startswith("IGO")}
    doers = {a.country or a.code for a in filled.actors if a.code}
    own = bool(doers & speakers)
    if inner.lemma in _THREATENING and (own or (not doers and judgement.condition is None)) and status != "expected":
        return "threatened"
    if own and judgement.condition is not None and decision.event in _HARMFUL:
        # What one says one will do to another if he does not give way is a threat by whatever word it is told.
        return "threatened"
    if (status == "planned" or by_adjective) and speakers and doers and not own:
        # Nobody plans what another will do, or is ready for him; he expects it.
        return "expected"
    return status


def _lasting(candidate: Candidate) -> bool:
    """Whether a deed is told in the present: "occupies", "are backing"; a headline's present tells what is done."""
    clause = candidate.clause
    if clause is None or candidate.read.sentence.block.kind != "body" or clause.passive:
        return False
    if clause.auxiliaries:
        return False
    return candidate.token.tag_ in ("VBZ", "VBP")


def _condition(judgement: Judgement, candidate: Candidate, decision: Decision) -> Span | None:
    """The words on which the act depends; of a threat, promise or demand those on which what it says depends."""
    head, read = judgement.condition, candidate.read
    if head is None and decision.event in _CONDITIONAL and candidate.clause is not None:
        below = (read.clauses.get(c.i) for c in candidate.token.children if c.dep_ in ("ccomp", "xcomp"))
        head = next((found for clause in below if clause and (found := condition_of(clause, read.clauses))), None)
    if head is None:
        return None
    tokens = [t for t in head.subtree if not t.is_space]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return read.sentence.span_of(tokens) if tokens else None


def _contexts(read: ReadSentence, decision: Decision, ontology: Ontology) -> list[str]:
    found = {*decision.contexts, *(decision.frame.context if decision.frame else ())}
    lemmas = [t.lemma_.lower() for t in read.sentence.tokens]
    found.update(name for name, context in ontology.contexts.items() if context.told_by(lemmas))
    return sorted(found & set(ontology.contexts) if ontology.contexts else found)
