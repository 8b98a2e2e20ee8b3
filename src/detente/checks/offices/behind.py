"""Titles and countries that a sentence gives to a name in ways that need the parser or the tables to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.checks.names.written import Written, names
from detente.checks.report import Report
from detente.knowledge.phrases import DETERMINERS, FORMER, TO_COME
from detente.knowledge.posts import SOLE
from detente.knowledge.runs import head_of
from detente.knowledge.titled import Titled, titles_of
from detente.knowledge.titles import plain, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.coding.reading import ReadSentence

_OPENING = frozenset({",", "(", "–", "—", "-"})
_NOW = frozenset({"now", "currently", "still", "also", "today"})
_ASSERTING = re.compile(
    r"^(?:who )?(?:is|remains|(?:was |is |has been |were )?(?:sworn in|inaugurated|installed) as|"
    r"(?:took|takes|has taken) (?:office|the oath|over) as|(?:speaking|acting|in (?:his|her) capacity) as)"
    r"(?: (?:now|still|also))? "
)
_AS = re.compile(r"^(?:Speaking as|Acting as|In (?:his|her) capacity as|As) ")
_NOT_HELD = FORMER | TO_COME | {"deputy", "vice", "assistant", "not", "no", "longer", "acting", "like", "as"}
_OF_A_SPELL = frozenset({"from", "until", "till", "between", "before", "during", "when", "in", "under", "-", "candidate"})
_CLOSING = frozenset({",", ".", ";", ":", ")", "!", "?", "–", "—"})
LEADERS = frozenset({"president", "prime minister", "chancellor", "monarch", "supreme leader"})
_FARTHEST = 8
"""Tokens between a name and the end of the words that say whose the title behind it is."""


def titled_behind(report: Report) -> Iterator[tuple[ReadSentence, Titled]]:
    """Titles of those whose full name the tables print: "X, president of Jordan and host", "X is the Jordanian king".

    Those that the linker reads by itself, closed by a stop or comma, are not among them, but for words with a verb.
    """
    for name in names(report).full:
        if name.text not in report.base.offices.by_name:
            continue
        found = _stated(report, name) or _as_such(report, name) or _of_country(report, name) or _counterpart(report, name)
        if found:
            yield name.read, found


def _stated(report: Report, name: Written) -> Titled | None:
    doc, at, end = name.tokens[0].doc, name.tokens[-1].i + 1, name.read.sentence.tokens.end
    opening = doc[at].text if at < end and doc[at].text in _OPENING else ""
    at += bool(opening)
    asserted = _ASSERTING.match(f"{doc[at:end].text} ")
    if asserted:
        at += len(asserted[0].split())
    elif not opening:
        return None
    while at < end and doc[at].lower_ in _NOW:
        at += 1
    found = _title(report, doc, at, min(end, at + _FARTHEST))
    if found is None:
        return None
    first, after = found
    noun = head_of(list(doc[first:after]))
    owned = _owned(report, doc, at, first, after, end)
    if owned is None:
        return None
    owners, words, follow = owned
    behind = doc[follow] if follow < end else None
    if behind is not None and (behind.lower_ in _OF_A_SPELL or behind.pos_ in ("NOUN", "PROPN", "ADJ", "PART")):
        return None
    sworn = asserted is not None and " as " in asserted[0]
    if behind is not None and behind.pos_ in ("ADP", "SCONJ") and behind.lower_ != "since" and not sworn:
        # "The top diplomat against piracy" is not the top diplomat.
        return None
    if not asserted and not _apposed(opening, name, noun, behind):
        return None
    return Titled(list(name.tokens), words, noun, plain(doc[first:after].text), owners, None, "holds")


def _as_such(report: Report, name: Written) -> Titled | None:
    """ "As Ukraine's prime minister, X called for calm"."""
    doc, start, comma = name.tokens[0].doc, name.read.sentence.tokens.start, name.tokens[0].i - 1
    if comma <= start or doc[comma].text != ",":
        return None
    opened = _AS.match(f"{doc[start:comma].text} ")
    at = start + len(opened[0].split()) if opened else comma
    found = _title(report, doc, at, comma)
    owned = _owned(report, doc, at, *found, comma) if found else None
    if found is None or owned is None or owned[2] != comma:
        return None
    first, after = found
    return Titled(
        list(name.tokens), owned[1], head_of(list(doc[first:after])), plain(doc[first:after].text), owned[0], None, "holds"
    )


def _apposed(opening: str, name: Written, noun: Token, behind: Token | None) -> bool:
    """Whether a title without a verb is the name's: the words in brackets, or those that the parser hangs on the name."""
    if opening == "(":
        return behind is not None and behind.text == ")"
    closed = behind is None or behind.text in _CLOSING
    return not closed and noun.dep_ == "appos" and noun.head in name.tokens


def _title(report: Report, doc: Doc, at: int, end: int) -> tuple[int, int] | None:
    """The first and the token behind the last of the title that a phrase says, past an article and whose it is."""
    titles = titles_of(report.base.offices)
    for first in range(at, end):
        token = doc[first]
        if token.lower_ in _NOT_HELD or (token.is_punct and token.text != "-"):
            return None
        longest, so_far, found = titles.longest.get((words_of(token.text) or [""])[0], 0), [], None
        for i in range(first, min(end, first + longest)):
            so_far += words_of(doc[i].text)
            found = i + 1 if titles.known(tuple(so_far)) else found
        if found:
            return first, found
        if token.lower_ not in DETERMINERS and not token.text[:1].isupper() and token.text not in ("'s", "’s", "'", "’"):
            return None
    return None


def _owned(
    report: Report, doc: Doc, at: int, first: int, after: int, end: int
) -> tuple[tuple[str, ...], list[Token], int] | None:
    """Whose a title is, the words of both, and the token behind them; None where words that say so name nothing known."""
    linker, words = report.reading.linker, list(doc[at:after])
    if after + 1 < end and doc[after].lower_ in ("of", "for", "at"):
        for token in doc[after + 1 : min(end, after + _FARTHEST)]:
            actors = linker.actors(token)
            if actors and token.dep_ != "compound":
                return _keys(report, actors[0].country, actors[0].code), list(doc[at : token.i + 1]), token.i + 1
            if not token.text[:1].isupper() and token.lower_ not in DETERMINERS:
                return None
        return None
    if not any(t.text[:1].isupper() for t in doc[at:first]):
        return (), words, after
    noun = head_of(list(doc[first:after]))
    actors = linker.possessors(noun) or [a for t in doc[at:first] for a in linker.actors(t)]
    keys = _keys(report, actors[0].country, actors[0].code) if actors else _by_demonym(report, doc, at, first)
    return (keys, words, after) if keys else None


def _by_demonym(report: Report, doc: Doc, at: int, first: int) -> tuple[str, ...]:
    states = report.base.countries.items()
    return tuple(key for token in doc[at:first] for key, state in states if token.text in state.demonyms)


def _keys(report: Report, country: str | None, code: str) -> tuple[str, ...]:
    return tuple(key for key in (code[3:], country) if key and key in report.base.offices.by_owner)[:1]


def _of_country(report: Report, name: Written) -> Titled | None:
    """ "President X of Jordan", "Jordan's X", "Jordan, whose president, X": the title is the one that X has."""
    doc, first, last = name.tokens[0].doc, name.tokens[0], name.tokens[-1]
    tokens, linker = name.read.sentence.tokens, report.reading.linker
    words: list[Token] = []
    if last.i + 2 < tokens.end and last.nbor(1).lower_ == "of" and last.nbor(1).head in name.tokens:
        at = last.i + 3 if last.nbor(2).lower_ in DETERMINERS else last.i + 2
        while at < tokens.end and doc[at].text[:1].isupper():
            words.append(doc[at])
            at += 1
        if at < tokens.end and (doc[at].lower_ in ("'s", "’s", "'", "’") or doc[at].pos_ in ("NOUN", "PROPN")):
            return None
        state = words[-1:]
    elif first.i - 1 > tokens.start and first.nbor(-1).lower_ in ("'s", "’s"):
        state = [first.nbor(-2)]
        words = [*state, first.nbor(-1)]
    else:
        whose = next((t for t in doc[tokens.start : first.i] if t.lower_ in ("whose", "its")), None)
        between = doc[whose.i + 1 : first.i].text.lower().removesuffix(",").strip() if whose is not None else ""
        if whose is None or whose.i - 1 <= tokens.start or between not in LEADERS | {"foreign minister", "defence minister"}:
            return None
        state = _subjects(whose) if whose.lower_ == "its" else [whose.nbor(-2 if whose.nbor(-1).text == "," else -1)]
        words = state[:1]
    actors = linker.actors(state[0]) if state else []
    if not actors or actors[0].code != actors[0].country or actors[0].country not in report.base.countries:
        return None
    held = _held(report, name)
    return Titled(list(name.tokens), words, words[-1], held, (actors[0].country,), None, "holds") if held else None


def _subjects(its: Token) -> list[Token]:
    """The subjects of the clauses that a pronoun stands in, the nearest first."""
    return [t for above in its.ancestors for t in above.lefts if t.dep_ in ("nsubj", "nsubjpass") and t.i < its.i]


def _held(report: Report, name: Written, offices: frozenset[str] = SOLE) -> str | None:
    """The title of an office of one person that somebody has, as the tables tell."""
    spells = report.base.offices.by_name[name.text]
    return next((plain(s.office) for s in spells if report.first and s.holds(report.first) and s.office in offices), None)


def _counterpart(report: Report, name: Written) -> Titled | None:
    """ "His Jordanian counterpart, X", "the Jordanian leader X": the title is then the one that X has."""
    doc, at, start = name.tokens[0].doc, name.tokens[0].i - 1, name.read.sentence.tokens.start
    comma = at > start and doc[at].text == ","
    noun = doc[at - comma]
    alone = noun.lower_ == "counterpart" and noun.i - 2 >= start and not any(t.text == "," for t in doc[noun.i - 2 : noun.i])
    led = noun.lower_ == "leader" and not comma and noun.i > start
    if not (alone or led):
        return None
    if comma and name.tokens[-1].i + 1 < name.read.sentence.tokens.end and doc[name.tokens[-1].i + 1].lower_ == "and":
        return None
    actors, before = report.reading.linker.qualifying(noun), doc[noun.i - 1]
    held = _held(report, name, SOLE if alone else LEADERS)
    if not actors or not before.text[:1].isupper() or actors[0].country not in report.base.countries or not held:
        return None
    keys = (str(actors[0].country),)
    return Titled(list(name.tokens), [before, noun], noun, held, keys, None, "holds")
