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
_TO_COME = frozenset(
    "be set due schedule expect plan intend go slate prepare hope aim want seek mean wait promise vow pledge threaten".split()
)
"""What stands in the present before "to" and what is to come."""
OCCURS = frozenset(
    (
        "hold take meet die kill arrest shell bomb strike attack invade sign resign arrive elect detonate explode storm "
        "raid seize visit assassinate shoot execute crash injure wound capture detain sack dismiss gather discuss speak talk fly "
        "convene happen occur declare announce publish adopt approve ratify reject veto sit watch hear address receive welcome "
        "host swear inaugurate land flee cross withdraw depart expel abduct kidnap free release testify sentence convict acquit "
        "hang bury mourn march protest rally sink test explode collapse surrender concede win lose defeat topple oust overthrow "
        "hand deliver accept lift impose chair toast embrace brief greet join vote drill exercise stage launch lead tell "
        "fire go trade shut block besiege retake recapture"
    ).split()
)
"""What is told in the past only when it has happened."""
_AWAITED = frozenset({"expect", "schedule", "slate"})
"""What is told in the present of what is to come: "is expected in Geneva on 4 March"."""
BOUNDS = frozenset({"begin", "start", "open", "end", "close", "expire", "leave"})
"""Told in the past only when it has come, unless what somebody said or planned is told."""
_FUTURATE = frozenset(
    (
        "begin start open meet take hold resume visit arrive travel fly leave vote convene gather host end expire close receive "
        "address launch sign return sit depart go come enter expire"
    ).split()
)
"""What is told in the present of what is to come: "the talks open on 4 March"."""
DATED_NOUNS = frozenset(
    (
        "vote election referendum poll ballot summit meeting talk negotiation consultation conference attack strike war "
        "battle protest demonstration rally march raid coup crash murder death killing arrest verdict trial hearing visit "
        "call speech address ceremony session round exercise drill test launch blast explosion fire shooting siege invasion "
        "assault offensive deadline anniversary holiday game match riot uprising revolt revolution statement announcement "
        "decision ruling interview broadcast debate inauguration handover withdrawal exchange operation incident massacre "
        "event festival parade congress mission flight bombing bombardment clash fighting violence truce ceasefire accord "
        "agreement pact resolution disaster earthquake flood outbreak release escape appointment resignation departure "
        "arrival return celebration commemoration gathering runoff plan proposal letter report article order law decree bill "
        "post tweet message comment remark appearance race contest show opening closure closing start end beginning move "
        "change increase rise cut"
    ).split()
)
"""Nouns that a date with "on" may belong to, though the parser hangs it on the verb: "will review the vote on 4 March"."""
_FOR_LATER = frozenset({"plan", "schedule", "set", "slate", "fix", "prepare", "pencil", "due", "expect", "book", "intend"})
"""What stands before "for" and a day to come: "is scheduled for 4 March"."""
_ABOUT_ACTS = frozenset({"discuss", "speak", "talk", "declare", "announce", "publish", "reject", "attack"})
"""Verbs whose object may itself be what has the date: "will discuss the vote on 4 March"."""
_WHERE = frozenset({"with", "in", "at", "near", "outside", "by", "inside"})
_LIGHT = frozenset(
    {"effect", "place", "force", "talk", "meeting", "election", "summit", "vote", "power", "office", "session", "poll"}
)
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
        present = above.predicate.tag_ in ("VBZ", "VBP") and above.lemma not in ("go", "set", "due", "slate", "schedule")
        auxiliary = any(word in ("is", "are", "'s", "’s", "'re", "’re") for word in above.auxiliaries)
        return "will" if (present or auxiliary) and clause.relation == "xcomp" else ""
    return ""


def awaits(clause: Clause) -> bool:
    """Whether a clause tells in the present of what is to come: "opens on 4 March", "is meeting him on 4 March"."""
    verb = clause.predicate
    if clause.modal or clause.infinitive or clause.negated or clause.marker in ("if", "unless", "when", "whenever", "before"):
        return False
    if verb.tag_ == "VBG":
        return clause.lemma in _FUTURATE and bool({"is", "are"} & set(clause.auxiliaries))
    return clause.lemma in _FUTURATE and verb.tag_ in ("VBZ", "VBP") and not clause.auxiliaries


def planned_for(above: Token) -> bool:
    """Whether a word before "for" tells in the present of what is to come: "is scheduled for 4 March", "plans a rally for it"."""
    if above.dep_ in ("dobj", "pobj") and above.pos_ in ("NOUN", "PROPN", "PRON"):
        above = above.head
    if above.lemma_.lower() not in _FOR_LATER:
        return False
    if above.tag_ in ("VBZ", "VBP"):
        return True
    if above.tag_ == "VBN" and above.dep_ == "acl":
        return now(above.sent.root)
    words = {t.lower_ for t in (*above.children, above.head) if t.pos_ == "AUX"}
    return bool(words & {"is", "are"}) and not words & {"was", "were", "had"}


def now(verb: Token) -> bool:
    """Whether a sentence of this verb is told in the present, or of what is to come."""
    helping = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    return verb.tag_ in ("VBZ", "VBP") or bool(helping & {"will", "would", "is", "are", "has", "have"})


def in_view(clause: Clause) -> bool:
    """Whether "to be circulated on 7 July" stands with a noun, in a sentence that is not told in the past."""
    if not clause.infinitive or not clause.passive or clause.relation not in ("acl", "relcl"):
        return False
    return now(clause.predicate.sent.root)


def its_own(read: ReadSentence, clause: Clause, start: int, preposition: str = "") -> bool:
    """Whether nothing stands between verb and date that the date could belong to: "will review the vote of 4 March"."""
    for token in words_before(read, clause.predicate, start):
        if token.lemma_.lower() in _MEANS and token.head.lower_ in ("by", "via", "over"):
            continue
        light = clause.lemma in _LIGHT_VERBS and token.lemma_.lower() in _LIGHT
        plain = preposition in ("on", "by") and token.lemma_.lower() not in DATED_NOUNS
        if token.pos_ == "NOUN" and not light and not plain and not token.ent_type_ and not _of_act(token, clause):
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
