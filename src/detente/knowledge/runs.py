"""Runs of words that can be a person's name, before and behind a title."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from detente.knowledge.phrases import honorific

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_LONGEST = 8
_PARTICLES = frozenset(
    (
        "al el as ash ad an ar at az bin ben ibn bint abu de da di do dos du del della der den von van la le ter ul ur ud af zu"
    ).split()
)
_ABBREVIATED = ("sec", "gen", "min", "dep", "amb", "lt", "col", "adm", "maj", "gov", "pres", "sen", "rep")
_NOT_NAMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
        "october november december on in at to and but the a an he she they it we i who that this his her its their"
    ).split()
)


def head_of(tokens: list[Token]) -> Token:
    """The token of a phrase that what governs it hangs on; the last where the parser sees no one phrase."""
    inside = set(tokens)
    above = [token for token in tokens if token.head not in inside or token.head.i == token.i]
    return tokens[-1] if tokens[-1] in above or not above else above[0]


def ends_abbreviated(tokens: Tokens) -> bool:
    """Whether words end with an abbreviated title, behind which no sentence ends ("NATO Sec.")."""
    last = tokens[-2:].text.lower().replace(" ", "").rpartition("\n")[2]
    return any(last.endswith(f"{short}.") for short in _ABBREVIATED)


def name_after(doc: Doc, at: int, end: int, named: Callable[[Token], bool]) -> list[Token]:
    """The tokens of a name that begins at a token; empty where none does.

    `named`: whether a token is part of the name of something that is no person.
    """
    found: list[Token] = []
    while at < end and len(found) < _LONGEST:
        token = doc[at]
        if _begins_name(token) and not (named(token) and not _part_of_name(doc, found, at, end, named)):
            if found and token.pos_ in ("VERB", "AUX") and token.text.istitle() and _verb_in_headline(token):
                break
            found.append(token)
        elif (found or token.lower_ in _PARTICLES) and _joins(doc, at, end):
            found.append(token)
        else:
            break
        at += 1
    return _trimmed(found)


def name_before(doc: Doc, at: int, start: int, named: Callable[[Token], bool]) -> list[Token]:
    """The tokens of a name that ends right before a token; empty where none does."""
    found: list[Token] = []
    at -= 1
    while at >= start and len(found) < _LONGEST:
        token = doc[at]
        if not (_begins_name(token) and not named(token)) and not _joins(doc, at, doc[at].sent.end):
            break
        found.insert(0, token)
        at -= 1
    while found and (found[0].lower_ in ("-", "'") or honorific(found[0]) is not None):
        del found[0]
    while (
        len(found) > 1
        and found[0].i == start
        and found[0].pos_ not in ("PROPN", "X", "NOUN", "ADJ")
        and found[0].ent_type_ != "PERSON"
    ):
        del found[0]
    return _trimmed(found)


def _begins_name(token: Token) -> bool:
    text = token.text
    return text[:1].isalpha() and text[:1].isupper() and token.lower_ not in _NOT_NAMES


def _part_of_name(doc: Doc, found: list[Token], at: int, end: int, named: Callable[[Token], bool]) -> bool:
    """Whether a word that is also a place's or group's name is part of a person's ("Michael Jordan", "Riyadh al-Asad")."""
    if found:
        return bool(doc[at].ent_type_ == "PERSON")
    after = at + 1
    while after < end and doc[after].lower_ in _PARTICLES | {"-"}:
        after += 1
    return after < end and _begins_name(doc[after]) and not named(doc[after]) and doc[after].pos_ == "PROPN"


def _joins(doc: Doc, at: int, end: int) -> bool:
    """Whether a token joins words of a name: a hyphen without blanks, a particle or a small syllable ("Jae-in")."""
    token = doc[at]
    if token.text in ("-", "'", "’", "`", "‑") and at + 1 < end:
        return not token.whitespace_ and not doc[at - 1].whitespace_ and doc[at + 1].is_alpha
    if token.text.isalpha() and at > 0 and doc[at - 1].text in ("-", "'", "’", "‑") and not doc[at - 1].whitespace_:
        return True
    follows = doc[at + 1] if at + 1 < end else None
    return (
        token.lower_ in _PARTICLES
        and follows is not None
        and (follows.text[:1].isupper() or follows.text == "-" or follows.lower_ in _PARTICLES)
    )


def _verb_in_headline(token: Token) -> bool:
    """ "President Varga Meets King"; where a verb follows, the word itself is none ("Truss met")."""
    follows = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if follows is not None and follows.pos_ in ("VERB", "AUX"):
        return False
    return token.tag_ in ("VBZ", "VBD", "VBP") and token.ent_type_ != "PERSON"


def _trimmed(found: list[Token]) -> list[Token]:
    while found and not found[-1].is_alpha and not found[-1].text[:1].isalpha():
        del found[-1]
    while found and found[-1].lower_ in ("'s", "’s"):
        del found[-1]
    return found if any(len(token.text) > 1 and token.text[:1].isupper() for token in found) else []
