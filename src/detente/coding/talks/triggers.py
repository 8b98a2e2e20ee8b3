"""The words of an article that tell of talks: its mentions of them, with who takes part in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.coding.reading import Reading, ReadSentence
from detente.coding.talks.mention import Mention, Order, mention_of
from detente.coding.talks.participants import FOLLOWING, NOUNS, around, articles, behind, is_venue, mediator_of
from detente.coding.talks.parties import add_event, can_take_part, linked_parties, same_side, sides_of, the_two
from detente.coding.wordlist import wordlist
from detente.language.nominals import modifiers, owners, prepositions
from detente.model import Actor, Event, Span

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
_ASSEMBLING = frozenset({"meet", "convene", "gather", "reconvene"})
_AGAIN = frozenset({"again", "anew", "afresh", "reconvene"})


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
    assembly = lemma in _ASSEMBLING and any(p.code.startswith("IGO") for p in parties)
    if len(sides_of(parties)) < 2 and not assembly:
        add_event(parties, told.get(read.sentence.offset + verb.idx), _stretch(read, clause))
    plural = len(clause.subjects) > 1 or any(
        s.tag_ in ("NNS", "NNPS") or s.lower_ in ("they", "both", "two", "we") for s in clause.subjects
    )
    if lemma in ("speak", "talk", "consult") and len(sides_of(parties)) < 2 and not (plural and _together(verb)):
        return None
    if len(sides_of(parties)) < 2 and not plural:
        again = any(c.lower_ in _AGAIN for c in verb.children)
        if not parties or not (clause.heads("with") or objects or assembly or again):
            return None
    mention = mention_of(reading, read, verb, [verb], parties, party_heads, clause)
    if any(c.lower_ in _AGAIN for c in verb.children) or lemma in _AGAIN:
        mention.order = "next" if mention.status not in ("happened", "ongoing", "background") else ""
    if lemma in ("telephone", "phone"):
        mention.channel = "phone"
    if not mention.order and plural and len(sides_of(parties)) < 2:
        mention.order = "same"
    return mention


def _stretch(read: ReadSentence, clause: Clause | None) -> Span:
    """The words of a clause with its subject, wherever that stands; the sentence where there is no clause."""
    if clause is None:
        return Span.of(read.sentence.article_text, read.sentence.start, read.sentence.end)
    return read.sentence.span_of([*clause.predicate.subtree, *clause.subjects])


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
        if can_take_part(actor) and not any(same_side(actor, p) for p in parties) and not is_venue(actor, noun):
            parties.append(actor)
    if mediator is not None and not any(h for h in party_heads if mediator in reading.linker.actors(h)):
        parties = [p for p in parties if p.name != mediator.name]
    event = told.get(read.sentence.offset + noun.idx)
    if event is not None and not parties:
        add_event(parties, event, _stretch(read, clause))
    mention = mention_of(reading, read, noun, tokens, parties, party_heads, clause)
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
