"""How a verb tells of what is to come or has been, and whether a date behind it is its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.checks.dates.written import words_before
from detente.coding.reading import ReadSentence
from detente.language.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

AHEAD = frozenset({"will", "shall"})
_TO_COME = frozenset({"be", "set", "due", "schedule", "expect", "plan", "intend", "go", "slate", "prepare"})
"""What stands in the present before "to" and what is to come."""
OCCURS = frozenset(
    (
        "hold take meet die kill arrest shell bomb strike attack invade sign resign arrive elect detonate explode storm "
        "raid seize visit assassinate shoot execute crash injure wound capture detain sack dismiss gather discuss speak talk fly "
        "convene happen occur declare announce publish adopt approve ratify reject veto"
    ).split()
)
"""What is told in the past only when it has happened."""
_AWAITED = frozenset({"expect", "schedule", "slate"})
"""What is told in the present of what is to come: "is expected in Geneva on 4 March"."""
_ABOUT_ACTS = frozenset({"discuss", "speak", "talk", "declare", "announce", "publish", "reject", "attack"})
"""Verbs whose object may itself be what has the date: "will discuss the vote on 4 March"."""
_WHERE = frozenset({"with", "in", "at", "near", "outside", "by", "inside"})
_LIGHT = frozenset({"effect", "place", "force", "talk", "meeting", "election", "summit", "vote", "power", "office", "session"})
_LIGHT_VERBS = frozenset({"take", "hold", "come", "enter", "go", "put", "bring"})
"""Nouns that make one idea with their verb ("take effect", "hold talks"): a date behind them is the verb's."""
_MEANS = frozenset({"phone", "telephone", "video", "link", "videoconference"})
_ACCORDING = re.compile(r"\b[Aa]ccording to\b")


def ahead(clause: Clause) -> str:
    """ "will" for what is told as to come now, "would" for what is told as to come by somebody then, "" for neither."""
    if "have" in clause.auxiliaries or clause.marker in ("if", "unless"):
        return ""
    if clause.modal in AHEAD or (clause.passive and clause.lemma in _AWAITED and {"is", "are"} & set(clause.auxiliaries)):
        return "will"
    if clause.modal == "would":
        by_another = clause.relation in ("ccomp", "relcl", "acl") or _ACCORDING.search(clause.predicate.sent.text)
        return "would" if by_another and clause.marker not in ("when", "after", "before") else ""
    if clause.infinitive and clause.parent is not None and clause.parent.lemma in _TO_COME and not clause.parent.negated:
        above = clause.parent
        present = above.predicate.tag_ in ("VBZ", "VBP") and above.lemma in ("be", "plan", "intend", "expect")
        auxiliary = any(word in ("is", "are", "'s", "’s", "'re", "’re") for word in above.auxiliaries)
        return "will" if (present or auxiliary) and clause.relation == "xcomp" else ""
    return ""


def its_own(read: ReadSentence, clause: Clause, start: int) -> bool:
    """Whether nothing stands between verb and date that the date could belong to: "will review the vote of 4 March"."""
    for token in words_before(read, clause.predicate, start):
        if token.lemma_.lower() in _MEANS and token.head.lower_ in ("by", "via", "over"):
            continue
        light = clause.lemma in _LIGHT_VERBS and token.lemma_.lower() in _LIGHT
        if token.pos_ == "NOUN" and not light and not token.ent_type_ and not _of_act(token, clause):
            return False
        if token.pos_ in ("VERB", "AUX") and token.i in read.clauses:
            return False
    return True


def through_noun(read: ReadSentence, noun: Token) -> Clause | None:
    """The clause of a verb that makes one idea with a noun, if the date hangs on that noun."""
    if noun.lemma_.lower() not in _LIGHT or noun.dep_ not in ("dobj", "pobj"):
        return None
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    clause = read.clauses.get(above.i)
    return clause if clause is not None and clause.lemma in _LIGHT_VERBS else None


def _of_act(noun: Token, clause: Clause) -> bool:
    """Whether a noun is whom or where an act is done: "met his counterpart on 4 March", "was held in the capital on 4 March"."""
    if clause.lemma not in OCCURS or clause.lemma in _ABOUT_ACTS:
        return False
    above = noun.head
    if noun.dep_ == "compound":
        return _of_act(above, clause)
    if noun.dep_ == "pobj" and above.lower_ in _WHERE:
        above = above.head
    return above.i == clause.predicate.i and noun.dep_ in ("dobj", "pobj")


def opening(clause: Clause) -> Token:
    """The first auxiliary of a clause, or its verb."""
    verb = clause.predicate
    return min((t for t in (*verb.children, verb) if t.dep_ in ("aux", "auxpass") or t is verb), key=lambda t: t.i)
