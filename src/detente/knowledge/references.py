"""References back: what a pronoun stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.model import Actor

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})
_ADDRESSING = frozenset({"advise", "assure", "caution", "inform", "notify", "remind", "tell", "threaten", "urge", "warn"})
_DONE_BY_ACTORS = _ADDRESSING | frozenset(
    (
        "accuse accept acknowledge add agree announce appeal argue ask attack back believe blame call claim condemn "
        "confirm demand deny deploy dispatch expect expel fear fight hope impose insist intend invade invite launch mass "
        "note offer oppose order plan pledge promise propose pull refuse reject reply report request respond retaliate "
        "say seek send share sign suggest support suspect think understand want welcome withdraw"
    ).split()
)
"""What only somebody does who can speak or act, whatever else "it" could stand for."""

_OWNED = frozenset(
    (
        "ally ambassador army border capital citizen diplomat embassy envoy force government leader member military "
        "minister ministry navy neighbour neighbor official parliament people president security soldier spokesman "
        "spokeswoman territory troop weapon"
    ).split()
)
_IMPERSONAL = frozenset({"seem", "appear", "rain", "snow", "turn", "happen", "emerge", "matter", "take", "come"})
_MAKING = frozenset({"make", "find", "consider", "deem", "think", "keep", "render"})
_REMEMBERED = 80


@dataclass(frozen=True, slots=True)
class _Mention:
    token: Token
    actors: list[Actor]
    gender: str
    subject: bool
    sentence: int

    @property
    def thing(self) -> bool:
        """Whether it names no actor: a plan, a pipeline, an attack."""
        return not self.actors


class References:
    """The mentions of an article so far, and what pronouns of the third person refer to among them."""

    def __init__(self) -> None:
        self._trail: list[_Mention] = []
        self._sentence = 0
        self._thing_meant = False
        self.countries: set[str] = set()

    def mention(self, token: Token, actors: list[Actor], gender: str) -> None:
        """Remembers a mention; one without actors is of a thing, which "it" and "they" may stand for as well."""
        subject = token.dep_ in _SUBJECT
        self._trail.append(_Mention(token, actors, gender, subject, self._sentence))
        self.countries.update(a.country for a in actors if a.country)

    def end_of_sentence(self) -> None:
        """The next mentions belong to the next sentence."""
        self._sentence += 1
        del self._trail[:-_REMEMBERED]

    def spoken_of(self, country: str | None) -> bool:
        """Whether the article has named the country before."""
        return country in self.countries

    def last_country(self) -> str | None:
        """The country of the last subject that had one, in this or the two sentences before."""
        for mention in reversed(self._trail):
            near = self._sentence - mention.sentence <= 2
            if mention.subject and near and len(mention.actors) == 1 and mention.actors[0].country:
                return mention.actors[0].country
        return None

    def last(self, wanted: int, fits: Callable[[Actor], bool]) -> list[Actor]:
        """The actors last spoken of that fit, as many different ones as are wanted; empty where there are fewer."""
        found: list[Actor] = []
        for mention in reversed(self._trail):
            for actor in mention.actors:
                if fits(actor) and all(actor.country != a.country or actor.code != a.code for a in found):
                    found.append(actor)
                    if len(found) == wanted:
                        return found[::-1]
        return []

    def last_persons(self, wanted: int, fits: Callable[[Actor], bool]) -> list[Actor]:
        """The same for persons, told apart by their names."""
        found: list[Actor] = []
        for mention in reversed(self._trail):
            if mention.gender and len(mention.actors) == 1 and fits(mention.actors[0]):
                if all(mention.actors[0].name != a.name for a in found):
                    found.append(mention.actors[0])
                    if len(found) == wanted:
                        return found[::-1]
        return []

    def resolve(self, pronoun: Token) -> list[Actor]:
        """The actors that a pronoun stands for; empty where that cannot be told."""
        word = pronoun.lower_
        told = self._told_on_condition(pronoun)
        if told and word not in FIRST_PERSON:
            return told
        if word in _HE:
            return self._last(pronoun, lambda m: m.gender in (_HE[word], "p"))
        if pronoun.dep_ == "poss" and (word in _IT or word == "their"):
            owner = self._owner_of_first(pronoun.head)
            if owner:
                return owner
        if word in _IT:
            if _expletive(pronoun):
                return []
            things = not _of_an_actor(pronoun)
            return self._last(pronoun, lambda m: _one(m) or (things and m.thing and m.token.tag_ in ("NN", "NNP")))
        if word in _THEY:
            things = not _of_an_actor(pronoun)
            several = self._last(pronoun, lambda m: _plural(m) and (things or not m.thing), join=True)
            if several or self._thing_meant:
                return several
            return self._last(pronoun, lambda m: not m.gender and not m.thing)
        return []

    def _told_on_condition(self, pronoun: Token) -> list[Actor]:
        """ "warned Russia that if it invades ...": the condition is for the one who is told it, not for the one who tells."""
        clause = pronoun.head
        if pronoun.dep_ not in _SUBJECT or not any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in clause.children):
            return []
        verb = clause.head
        while verb.dep_ in ("ccomp", "advcl", "conj") and verb.head.i != verb.i and verb.lemma_ not in _ADDRESSING:
            verb = verb.head
        if verb.lemma_ not in _ADDRESSING:
            return []
        told = {c for c in verb.children if c.dep_ in ("dobj", "dative", "nsubjpass") and c.i < pronoun.i}
        return next((m.actors for m in reversed(self._trail) if m.token in told and not m.gender), [])

    def _owner_of_first(self, noun: Token) -> list[Actor]:
        """The owner of the first of coordinated nouns: "Varnia's blockade of the port and its threats" are both Varnia's."""
        first = noun
        while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
            first = first.head
        if first is noun:
            return []
        possessors = {child for child in first.children if child.dep_ == "poss" and child.pos_ != "PRON"}
        return next((m.actors for m in reversed(self._trail) if m.token in possessors), [])

    def _last(self, pronoun: Token, fits: _Test, *, join: bool = False) -> list[Actor]:
        """The best antecedent: a subject of a clause above the pronoun, then subjects before others, nearest first."""
        above: set[Token] = set()
        token = pronoun
        while token.head.i != token.i:
            token = token.head
            above.update(child for child in token.children if child.dep_ in _SUBJECT)
        reflexive = pronoun.text.endswith(("self", "selves"))
        barred: set[str] = set()
        if pronoun.dep_ in ("dobj", "pobj", "dative") and not reflexive:
            # "he met him": not the subject of its own clause, nor whoever that subject stands for.
            barred = {a.name for m in self._trail if m.token in _subjects_above(pronoun) for a in m.actors}
        best: tuple[tuple[int, int, int], _Mention] | None = None
        for mention in self._trail:
            if mention.sentence == self._sentence and mention.token.doc is pronoun.doc and mention.token.i >= pronoun.i:
                continue
            same_sentence = mention.sentence == self._sentence
            if not fits(mention) or any(a.name in barred for a in mention.actors):
                continue
            age = self._sentence - mention.sentence
            if age > 3:
                continue
            rank = (
                2 if mention.token in above else 1 if mention.subject else 0,
                -age if not same_sentence else 1,
                mention.token.i,
            )
            # A mention of the same sentence that governs the pronoun comes first; else the sentence counts before the role.
            key = (int(rank[0] == 2), rank[1], rank[0] * 1000 + rank[2])
            if best is None or key > best[0]:
                best = (key, mention)
        self._thing_meant = best is not None and best[1].thing
        if best is None:
            return []
        mention = best[1]
        if not join:
            return mention.actors
        joined: list[Actor] = []
        for other in self._trail:
            if other.token in mention.token.conjuncts or other is mention:
                joined.extend(a for a in other.actors if a not in joined)
        return joined


def _one(mention: _Mention) -> bool:
    return not mention.gender and len(mention.actors) == 1 and bool(mention.actors[0].code)


def _of_an_actor(pronoun: Token) -> bool:
    """Whether only somebody who can speak or act can stand there: who says, wants, has troops."""
    head = pronoun.head
    if pronoun.dep_ == "poss":
        return head.lemma_.lower() in _OWNED
    return pronoun.dep_ in ("nsubj", "agent") and head.lemma_.lower() in _DONE_BY_ACTORS


def _expletive(pronoun: Token) -> bool:
    """ "It is hard to see", "made it clear that", "it seems that", "it was Paris that paid": nothing is meant."""
    verb = pronoun.head
    clause = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "acl", "advcl", "csubj", "relcl")]
    if pronoun.dep_ == "expl":
        return True
    if pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if verb.lemma_ in _IMPERSONAL and (clause or verb.lemma_ != "take"):
        return True
    if verb.lemma_ == "be":
        said = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")]
        inner = [g for c in said for g in c.children if g.dep_ in ("xcomp", "ccomp", "acl", "relcl", "advcl")]
        follows = [c for c in (*clause, *inner) if c.i > pronoun.i]
        return bool(said) and any(_opens_clause(c) for c in follows)
    if verb.dep_ in ("ccomp", "xcomp") and verb.pos_ == "ADJ" and verb.head.lemma_ in _MAKING:
        return bool(clause)
    return verb.pos_ == "VERB" and pronoun.dep_ == "nsubjpass" and any(c.dep_ == "ccomp" and c.i > verb.i for c in clause)


def _opens_clause(head: Token) -> bool:
    """Whether a clause begins with "to" or "that" or the like."""
    first = head.left_edge
    return first.lower_ in ("to", "that", "whether", "how", "what", "for", "who", "which", "if") or any(
        c.lower_ == "to" and c.dep_ == "aux" for c in head.children
    )


def _plural(mention: _Mention) -> bool:
    token = mention.token
    return len(mention.actors) > 1 or token.tag_ in ("NNS", "NNPS") or bool(token.conjuncts)


def _subjects_above(token: Token) -> set[Token]:
    """The subject of the nearest clause above that has one."""
    while token.head.i != token.i:
        token = token.head
        found = {child for child in token.children if child.dep_ in _SUBJECT}
        if found and token.pos_ in ("VERB", "AUX"):
            return found
    return set()


if TYPE_CHECKING:
    _Test = Callable[[_Mention], bool]
