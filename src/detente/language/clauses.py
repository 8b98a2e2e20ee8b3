"""Clauses: a predicate with its deep subject, object and prepositional arguments.

Passives are turned round, the subjects of infinitives, participles and coordinated verbs are filled in from the
clause that controls them, and a relative pronoun is replaced by its antecedent. Labels are those of spaCy's English
pipelines (ClearNLP style).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.language.nominals import MANNER, conjuncts, owners, prefixed, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.parse import Sentence

_RELATIVE = frozenset({"who", "whom", "which", "that"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither", "nobody", "none", "nothing"})
_NEGATIVE_ADVERBS = frozenset({"never", "hardly", "barely", "scarcely", "no longer"})
_NO_PREDICATE = frozenset({"aux", "auxpass", "amod", "compound", "case", "prep", "nmod", "punct"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "dative"})
_ASKING = frozenset({"appeal", "call", "count", "lean", "lobby", "plead", "press", "prevail", "push", "rely"})
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "swear", "agree"})


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate with its arguments, each a list of head tokens (coordination expanded).

    - `lemma`: lower-case lemma of the verb; `particle`: its particle ("down" in "turn down"), or "".
    - `subjects`, `objects`: deep roles; `surface`: heads of the grammatical subject.
    - `datives`: indirect objects; `preps`: preposition to the heads it governs.
    - `parent`, `relation`: the clause above, and how this one hangs on it (spaCy's label; "root" for none).
    - `marker`: the conjunction that opens it ("if", "that", "after"), or "".
    """

    predicate: Token
    lemma: str
    particle: str = ""
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    surface: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)
    passive: bool = False
    negated: bool = False
    infinitive: bool = False
    modal: str = ""
    auxiliaries: tuple[str, ...] = ()
    marker: str = ""
    parent: Clause | None = None
    relation: str = "root"

    def heads(self, preposition: str) -> list[Token]:
        """What a preposition of the clause governs; where the verb has none, one that hangs on its object.

        "imposed sanctions on Russia" is read with "on Russia" at either word.
        """
        found = self.preps.get(preposition)
        if found:
            return found
        for obj in self.objects:
            found = prepositions(obj).get(preposition)
            if found:
                return found
        return []


def clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in the order of their predicates."""
    made: dict[int, Clause] = {}
    order = [token for token in sentence.tokens if _is_predicate(token)]
    # Controllers come before what they control, so that a subject can be handed down.
    for token in sorted(order, key=_depth):
        made[token.i] = _clause(token, made)
    return [made[token.i] for token in order]


def _is_predicate(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in _NO_PREDICATE:
        return False
    # A finite verb is nobody's object: a name or noun taken for one ("Trump", "rebel").
    return token.dep_ not in _NOMINAL or token.tag_ == "VBG"


def _depth(token: Token) -> int:
    depth = 0
    while token.head is not token and token.head.i != token.i:
        token = token.head
        depth += 1
    return depth


def governor(token: Token) -> Iterator[Token]:
    """The tokens above, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def _clause(verb: Token, made: dict[int, Clause]) -> Clause:
    clause = Clause(verb, prefixed(verb))
    own_subject: list[Token] = []
    own_object: list[Token] = []
    auxiliaries: list[str] = []
    for child in verb.children:
        dep = child.dep_
        if dep in ("nsubj", "csubj"):
            own_subject += conjuncts(child)
        elif dep in ("nsubjpass", "csubjpass"):
            clause.passive = True
            own_subject += conjuncts(child)
        elif dep in ("dobj", "obj"):
            own_object += conjuncts(child)
        elif dep in ("dative", "iobj"):
            if child.pos_ == "ADP":
                clause.datives += [x for p in child.children if p.dep_ == "pobj" for x in conjuncts(p)]
                clause.preps.setdefault(child.lower_, []).extend(clause.datives)
            else:
                clause.datives += conjuncts(child)
        elif dep == "prt":
            clause.particle = child.lower_
        elif dep == "neg":
            clause.negated = True
        elif dep == "auxpass":
            clause.passive = True
            auxiliaries.append(child.lower_)
        elif dep == "aux":
            if child.tag_ == "MD":
                clause.modal = child.lemma_.lower() if child.lower_ not in ("'d", "’d") else "would"
            elif child.tag_ == "TO" or child.lower_ == "to":
                clause.infinitive = True
            auxiliaries.append(child.lower_)
        elif dep == "mark" or (dep == "advmod" and child.lower_ in ("when", "whenever")):
            clause.marker = clause.marker or child.lower_
        elif dep == "advmod" and child.lower_ in _NEGATIVE_ADVERBS:
            clause.negated = True
    clause.auxiliaries = tuple(auxiliaries)
    for preposition, heads in prepositions(verb).items():
        clause.preps.setdefault(preposition, []).extend(h for h in heads if h not in clause.preps.get(preposition, []))
    for child in verb.children:
        # "called it unacceptable", "declared him persona non grata": what something is called, with or without "as".
        if child.dep_ in ("oprd", "acomp", "ccomp") and child.pos_ in ("ADJ", "NOUN", "PROPN") and own_object:
            clause.preps.setdefault("as", []).append(child)
    clause.parent, clause.relation = _parent(verb, made)
    if clause.relation in ("relcl", "acl") and not clause.passive and verb.tag_ == "VBN" and not auxiliaries:
        clause.passive = True
    elif clause.relation in ("advcl", "conj") and verb.tag_ == "VBN" and not auxiliaries and not own_subject and not own_object:
        # "Backed by Russia, they ..."; a coordinated "was arrested and charged" shares the auxiliary.
        clause.passive = clause.relation == "advcl" or bool(clause.parent and clause.parent.passive)
    clause.surface = _antecedent(own_subject, verb) or _controlled(clause)
    _assign(clause, own_object)
    if any(_negative(head) for head in [*own_subject, *own_object]):
        clause.negated = not clause.negated
    return clause


def _assign(clause: Clause, own_object: list[Token]) -> None:
    """Grammatical subject and object to deep subject and object."""
    verb = clause.predicate
    if clause.passive:
        clause.objects = list(clause.surface)
        agents = clause.preps.pop("by", [])
        # "warned against an invasion by France": the phrase that ends a passive clause without an agent names it, though
        # it stands next to the noun.
        if not agents:
            agents = [
                head
                for preposition, heads in clause.preps.items()
                if preposition in MANNER
                for noun in heads
                for head in prepositions(noun).get("by", [])
            ]
        clause.subjects = [a for a in agents if a.ent_type_ not in ("DATE", "TIME", "CARDINAL", "PERCENT", "MONEY")]
        # "was given assurances": the second object stays an object.
        if own_object:
            clause.datives = clause.objects
            clause.objects = own_object
    else:
        clause.subjects = list(clause.surface)
        clause.objects = own_object or _gap(verb) or _shared_object(verb)


def _negative(head: Token) -> bool:
    return head.lower_ in _NEGATIVE_DETERMINERS or any(
        c.dep_ in ("det", "neg") and c.lower_ in _NEGATIVE_DETERMINERS for c in head.children
    )


def _parent(verb: Token, made: dict[int, Clause]) -> tuple[Clause | None, str]:
    for above in governor(verb):
        if above.i in made:
            return made[above.i], verb.dep_
    return None, "root" if verb.dep_ == "ROOT" else verb.dep_


def _antecedent(subjects: list[Token], verb: Token) -> list[Token]:
    """Replaces a relative pronoun by the noun that it stands for."""
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in ("VERB", "AUX"):
        top = top.head
    if not subjects or top.dep_ != "relcl":
        return subjects
    return [x for s in subjects for x in ([top.head] if s.lower_ in _RELATIVE and s.tag_ in ("WP", "WDT", "DT", "IN") else [s])]


def _gap(verb: Token) -> list[Token]:
    """The object of a relative clause is its antecedent, unless the pronoun or gap has another place."""
    if verb.dep_ != "relcl":
        return []
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in _RELATIVE:
            return []
        if child.dep_ == "prep" and not any(True for _ in child.children):
            return []
        if child.dep_ in ("prep", "advmod") and any(g.lower_ in ("which", "whom", "where", "when") for g in child.subtree):
            return []
        if child.dep_ in ("ccomp", "xcomp", "acomp", "attr"):
            return []
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return [verb.head] if has_subject and verb.head.pos_ in ("NOUN", "PROPN", "PRON") else []


def _shared_object(verb: Token) -> list[Token]:
    """ "criticised and condemned Russia": the first verb has the object of the second."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3:
            shared = [x for c in child.children if c.dep_ == "dobj" for x in conjuncts(c)]
            if shared and not any(c.dep_ in ("ccomp", "xcomp", "prep") for c in verb.children):
                return shared
    return []


def _controlled(clause: Clause) -> list[Token]:
    """The subject of a clause that names none."""
    verb, parent = clause.predicate, clause.parent
    relation = clause.relation
    if relation in ("acl", "relcl"):
        noun = verb.head
        if noun.pos_ not in ("NOUN", "PROPN", "PRON"):
            return list(parent.surface) if parent else []
        if not clause.infinitive:
            return [noun]
        owner = owners(noun)
        if owner:
            return owner
        return list(parent.subjects or parent.surface) if parent else []
    if parent is None:
        return []
    if relation == "pcomp":
        preposition = verb.head
        noun = preposition.head
        if noun.pos_ in ("NOUN", "PROPN") and noun.i != parent.predicate.i:
            return owners(noun) or list(parent.subjects or parent.surface)
        if preposition.lower_ in ("of", "from", "for", "into") and parent.objects and not parent.passive:
            return list(parent.objects)
        return list(parent.surface)
    asking = relation == "advcl" and clause.infinitive and parent.lemma in _ASKING
    if (relation in ("xcomp", "ccomp") or asking) and verb.head.i == parent.predicate.i:
        if parent.passive or parent.lemma in _SUBJECT_CONTROL:
            return list(parent.surface)
        if parent.datives and clause.infinitive:
            return list(parent.datives)
        before = [o for o in parent.objects if o.i < verb.i]
        # "call on Russia to withdraw", "appeal to both sides to talk"
        if not before and clause.infinitive:
            before = [
                h for p in ("on", "upon", "for", *(("to",) if asking else ())) for h in parent.preps.get(p, []) if h.i < verb.i
            ]
        return before or list(parent.surface)
    return list(parent.surface)
