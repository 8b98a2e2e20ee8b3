"""Positions: where parties stand on the issues of a crisis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.coding.complements import clause_below, governed_by, is_accusation, is_infinitive, is_negated, span_below
from detente.coding.issue_words import issue_of
from detente.coding.reading import Reading, ReadSentence
from detente.coding.status import judge
from detente.coding.wordlist import wordlist
from detente.language.clauses import Clause
from detente.language.nominals import owners, prepositions
from detente.model import DONE, Actor, Event, Position, Span, Stance, item_id
from detente.ontology.issues import issues

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS: dict[str, Stance] = {
    **dict.fromkeys(("oppose", "reject", "denounce", "condemn", "resist", "veto", "protest", "dismiss", "block"), "against"),
    **dict.fromkeys(("refuse", "decline"), "refuses"),
    **dict.fromkeys(("support", "back", "favour", "favor", "welcome", "endorse", "advocate", "champion", "approve"), "for"),
    **dict.fromkeys(("demand", "insist", "call", "urge", "want", "seek", "request", "press", "push", "exhort"), "demands"),
    **dict.fromkeys(("offer", "propose", "suggest", "volunteer"), "offers"),
}
_PARTICLES: dict[tuple[str, str], Stance] = {("rule", "out"): "refuses", ("turn", "down"): "refuses"}
_PREPOSITIONS = {
    "insist": ("on", "upon"),
    "call": ("for", "on", "upon"),
    "press": ("for",),
    "push": ("for",),
    "object": ("to",),
    "appeal": ("for", "to"),
    "approve": ("of",),
}
_NEEDS_PREPOSITION = frozenset({"call", "insist", "press", "push", "object", "appeal"})
_GIVING_WAY = wordlist("accept recognise recognize allow permit agree negotiate tolerate concede renounce cede lift")
_LOOSE = wordlist("want seek back welcome push press block dismiss approve champion suggest support")
_NEGATED: dict[Stance, Stance | None] = {
    "for": "against",
    "against": None,
    "demands": None,
    "offers": None,
    "refuses": None,
    "unclear": None,
}
_OF_NEGATED: dict[Stance, Stance] = {"demands": "against", "against": "demands"}
_TELLING = wordlist(
    "say comment describe name discuss elaborate answer identify confirm specify speak disclose reveal detail explain respond"
)
_NOUNS: dict[str, tuple[Stance, tuple[str, ...]]] = {
    "opposition": ("against", ("to",)),
    "objection": ("against", ("to",)),
    "rejection": ("against", ("of",)),
    "refusal": ("refuses", ("of",)),
    "support": ("for", ("for", "to")),
    "backing": ("for", ("for",)),
    "demand": ("demands", ("for",)),
    "call": ("demands", ("for",)),
    "appeal": ("demands", ("for",)),
    "insistence": ("demands", ("on",)),
    "offer": ("offers", ("of", "on")),
    "proposal": ("offers", ("for", "of", "on")),
}
_ADJECTIVES: dict[str, Stance] = {
    "opposed": "against",
    "against": "against",
    "undecided": "unclear",
    "divided": "unclear",
    "ambivalent": "unclear",
}
_VOICING = wordlist("express voice repeat reiterate renew make issue declare announce reaffirm state offer pledge maintain have")
_MIXED = frozenset({"conflicting", "mixed", "contradictory", "ambiguous", "unclear"})
_SIGNALS = frozenset({"signal", "message", "statement", "answer"})
_ABOUT = ("on", "about", "over", "regarding")
_REPORTED = frozenset({*DONE, "demanded", "proposed", "denied"})

Found = tuple["Token", "list[Token]", Stance, "Token"]


def find_positions(reading: Reading, events: Sequence[Event], coder: str) -> Iterator[Position]:
    """The positions of an article in its order; one party's same stance on the same issue is given once a sentence."""
    told = {span.start: event for event in events for span in event.evidence.get("trigger", ())}
    for read in reading.sentences:
        seen: set[tuple[str, str, str]] = set()
        for trigger, holders, stance, content in _in_sentence(read):
            actors = [a for h in holders for a in reading.linker.actors(h)] or reading.linker.possessors(trigger)
            if not actors:
                event = told.get(read.sentence.offset + trigger.idx)
                actors = list(event.actor) if event is not None else []
            span = span_below(read, content, after=-1 if content.left_edge.i > trigger.i else trigger.i)
            if span is None or is_accusation(trigger):
                continue
            issue = issue_of(content, trigger)
            # Who "seeks a way out" or "backs the rebels" takes no position, unless it is on an issue of the list.
            if issue is None or (trigger.lemma_.lower() in _LOOSE and issue not in issues().cues):
                continue
            for actor in actors:
                key = (actor.name, issue, stance)
                if not actor.code or key in seen:
                    continue
                seen.add(key)
                yield _position(reading, read, trigger, actor, issue, stance, span, coder)


def _position(
    reading: Reading, read: ReadSentence, trigger: Token, actor: Actor, issue: str, stance: Stance, content: Span, coder: str
) -> Position:
    here = read.sentence.span(trigger)
    return Position(
        id=item_id("position", reading.article.id, here.start, actor.name, issue, stance),
        article=reading.article.id,
        date=reading.day,
        text=read.sentence.text,
        text_info=read.sentence.info,
        confidence=0.75 if issue in issues().cues else 0.55,
        evidence={"trigger": [here], "content": [content]},
        coder=coder,
        actor=actor,
        issue=issue,
        stance=stance,
    )


def _in_sentence(read: ReadSentence) -> Iterator[Found]:
    for token in read.sentence.tokens:
        clause = read.clauses.get(token.i)
        if clause is not None:
            found = _by_verb(read, clause) or _by_adjective(read, clause) or _by_refusal(clause)
        elif token.pos_ == "NOUN":
            found = _by_noun(read, token) or _by_signals(read, token)
        else:
            continue
        if found is not None:
            yield found


def _by_verb(read: ReadSentence, clause: Clause) -> Found | None:
    verb = clause.predicate
    stance = _PARTICLES.get((clause.lemma, clause.particle)) or _VERBS.get(clause.lemma)
    if clause.lemma == "object":
        stance = "against"
    if stance is None or not clause.subjects or clause.modal in ("would", "could", "might", "may", "should", "can"):
        return None
    if clause.particle and (clause.lemma, clause.particle) not in _PARTICLES:
        return None
    if judge(verb, read.clauses).status not in _REPORTED or _is_attribute(verb):
        return None
    if is_negated(clause):
        stance = _NEGATED[stance]
        if stance is None:
            return None
    content = _content(clause)
    if content is None or (stance == "offers" and clause.preps.get("as")):
        return None
    if stance == "refuses" and content.lemma_.lower() in _TELLING:
        # Who "declined to comment" has refused no side anything.
        return None
    below = read.clauses.get(content.i)
    if below is not None and below.infinitive and is_negated(below):
        # "called on Chile not to sign" is against signing.
        stance = _OF_NEGATED.get(stance)
        if stance is None:
            return None
    return verb, clause.subjects, stance, content


def _is_attribute(verb: Token) -> bool:
    """Whether a participle only tells of what kind a thing is: "announced blocking sanctions"."""
    if verb.tag_ != "VBG" or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    return verb.dep_ in ("xcomp", "ccomp", "dobj", "amod")


def _content(clause: Clause) -> Token | None:
    """What such a verb is about: its clause, what its preposition governs, or its object."""
    verb = clause.predicate
    below = clause_below(verb)
    if below is not None and clause.lemma == "insist" and not is_infinitive(below):
        # "insisted that it pay" demands; "insisted that it is no party" only claims.
        modal = any(c.tag_ == "MD" for c in below.children)
        return below if modal or below.tag_ == "VB" else None
    if below is not None and (clause.lemma != "call" or is_infinitive(below)):
        return below
    nouns = governed_by(clause, _PREPOSITIONS.get(clause.lemma, ()))
    if nouns:
        # "called on Russia for ..." is settled by the infinitive; alone, a person called upon is no issue.
        return (
            nouns[0]
            if nouns[0].pos_ in ("NOUN", "VERB", "PROPN") and not (clause.lemma == "call" and clause.preps.get("on"))
            else None
        )
    if clause.lemma in _NEEDS_PREPOSITION:
        return None
    objects = [
        o for o in clause.objects if o.pos_ in ("NOUN", "PROPN") and o.ent_type_ not in ("PERSON", "DATE") and o.i != verb.i
    ]
    return objects[0] if objects else None


def _by_refusal(clause: Clause) -> Found | None:
    """ "will never recognise the annexation", "would not negotiate with ..."."""
    if clause.lemma not in _GIVING_WAY or not is_negated(clause) or clause.modal not in ("will", "would", "shall", "can"):
        return None
    verb = clause.predicate
    content = clause_below(verb) or next((o for o in clause.objects if o.pos_ in ("NOUN", "PROPN")), None)
    if content is None:
        nouns = governed_by(clause, ("with", "to", "over", "on"))
        content = nouns[0] if nouns else None
    return (verb, clause.subjects, "refuses", content) if content is not None and clause.subjects else None


def _by_adjective(read: ReadSentence, clause: Clause) -> Found | None:
    """ "is opposed to ...", "is against ...", "is undecided on ..."; "has not said whether"."""
    verb = clause.predicate
    if clause.lemma in ("say", "decide", "clarify") and clause.negated and not clause.modal:
        below = clause_below(verb, infinitive=False)
        inner = read.clauses.get(below.i) if below is not None else None
        if below is not None and inner is not None and inner.marker == "whether":
            return verb, clause.subjects, "unclear", below
    if clause.lemma not in ("be", "remain", "stay", "stand"):
        return None
    for child in clause.predicate.children:
        stance = _ADJECTIVES.get(child.lower_)
        if stance is None or is_negated(clause) or clause.modal:
            continue
        for inner_token in (*child.children, child):
            for noun in inner_token.children:
                if noun.dep_ in ("pobj", "pcomp") and noun.i > child.i:
                    return child, clause.subjects or clause.surface, stance, noun
    return None


def _by_noun(read: ReadSentence, noun: Token) -> Found | None:
    known = _NOUNS.get(noun.lemma_.lower())
    if known is None or noun.dep_ in ("compound", "amod"):
        return None
    stance, names = known
    clause = read.clauses.get(noun.head.i)
    content = clause_below(noun)
    if content is None:
        phrases = prepositions(noun)
        nouns = [n for name in names for n in phrases.get(name, ())]
        nouns += [g for c in noun.children if c.dep_ == "prep" and c.lower_ in names for g in c.children if g.dep_ == "pcomp"]
        content = nouns[0] if nouns else None
    if content is None or content.pos_ not in ("NOUN", "VERB", "PROPN", "AUX"):
        return None
    if any(c.dep_ == "det" and c.lower_ in ("no", "any") for c in noun.lefts):
        return None
    holders = owners(noun) or prepositions(noun).get("from", [])
    if not holders and clause is not None and noun in clause.objects and not is_negated(clause) and clause.lemma in _VOICING:
        holders = clause.subjects
    return noun, holders, stance, content


def _by_signals(read: ReadSentence, noun: Token) -> Found | None:
    """ "gave conflicting signals on whether it will ..."."""
    if noun.lemma_.lower() not in _SIGNALS or not any(c.lower_ in _MIXED for c in noun.lefts):
        return None
    clause = read.clauses.get(noun.head.i)
    holders = owners(noun) or (clause.subjects if clause is not None and noun in clause.objects else [])
    for above in (noun, noun.head):
        for child in above.children:
            if child.dep_ == "prep" and child.lower_ in _ABOUT and child.i > noun.i:
                for content in child.children:
                    if content.dep_ in ("pobj", "pcomp"):
                        return noun, holders, "unclear", content
    return None
