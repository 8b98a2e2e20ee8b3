"""Where a report puts a town: the town and the country as printed, in the wordings that say that one lies in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.checks.places.towns import capital_of, country_named
from detente.checks.report import Report
from detente.coding.reading import ReadSentence
from detente.knowledge import Knowledge

_WORD = r"[A-Z][\w’'-]*\w"
_WORDS = rf"{_WORD}(?: (?:(?:de|del|la|le|sur|am|al|el|es|of|and|the) )?{_WORD}){{0,2}}"
_WHICH = (
    r"(?:(?:second|third|fourth|fifth)[- ](?:largest |biggest )?)?(?:(?:border|port|capital|coastal|garrison|industrial|resort|"
    r"frontier|mountain|market|eastern|western|northern|southern|central|north-?eastern|north-?western|south-?eastern|south-?western|holy|"
    r"besieged|ancient|historic|largest|biggest) )*"
)
_QUALIFIED = re.compile(
    rf"(?<![\w-])(?P<country>[A-Z]\w+(?:[ -][A-Z]\w+)?) {_WHICH}"
    rf"(?:city|town|port|village|resort|suburb|province|region|governorate|oblast|district)(?: of|,)? (?P<town>{_WORDS})"
)
_NEAR = (
    r"(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]t|[Ff]rom|of|to|around|into|towards?|through|against|over"
    r"|entered|left|visited|reached|hit|struck|shelled|seized|captured)"
)
_SPOT = r"(?:(?:airport|airfield|air base|harbour|harbor|docks|prison|hospital|university|province|region|district) )?"
_INSIDE = re.compile(
    rf"(?<![\w-])(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]t|[Aa]round|into|towards|shelled|bombed|seized|captured|entered|reached|stormed"
    rf"|occupied|besieged|(?:city|town|village|port) of) (?P<town>{_WORDS}) {_SPOT}in "
    rf"(?:(?:far )?(?:north|south|east|west|central)[\w-]* )?(?P<country>{_WORDS})"
)
_COMMA = re.compile(rf"(?<![\w-]){_NEAR} (?P<town>{_WORDS}), (?P<country>{_WORDS})")
_OPENING = re.compile(rf"^(?P<town>{_WORDS}), (?P<country>{_WORDS})(?=, (?:was|were|is|has|had|on|after|where|which|in)\b)")
_BRACKET = re.compile(rf"(?<![\w-])(?P<town>{_WORDS}) \((?P<country>{_WORDS})\)")
_DATELINE = re.compile(
    rf"(?P<town>[A-Z][A-Z’' -]{{2,30}}|{_WORDS}), (?P<country>{_WORDS})(?=,? ?(?:\(|[-–—]|[A-Z][a-z]+\.? \d|$))"
)

_RANKED = (
    r"(?:(?:(?:second|third|fourth|fifth|sixth)(?:[- ](?:largest|biggest))?|main|chief|major|principal|biggest|largest|busiest"
    r"|important|key|oldest|richest|small|large|big|little|border|frontier|port|capital|coastal|garrison|industrial|resort|mountain|mining|oil|market"
    r"|desert|river|farming|southern|northern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western"
    r"|holy|besieged|ancient|historic|strategic|quiet|naval|commercial"
    r"|Black|Red|Baltic|Mediterranean|Caspian|Sea|Aegean|Adriatic|Gulf) )*"
)
_KIND = r"(?:city|town|port|village|resort|suburb|harbour|harbor|seaport|metropolis|oasis|spa|settlement)"
_ENDS = (
    r"(?=[,.;:)]|$|[”\"’'] | (?:on|in|at|near|from|where|that|which|under|by|with|close|along|about|across|some"
    r"|north|south|east|west|of [\da-z])\b)"
)
_SIDE = r"(?:(?:the )?(?:far )?(?:north|south|east|west|cent(?:ral|re|er))[\w-]*,? (?:of )?)"
_FAR_SIDE = (
    r"['’]s? (?:far )?(?:\w+ ){0,2}(?:north\w*|south\w*|east\w*|west\w*|cent(?:re|er)|interior|coast|coastline|shore|heartland)\b"
)

_APPOSED = re.compile(
    rf"(?P<town>{_WORDS})(?:,| is| \(|,? which is) (?:an?|the|another) {_RANKED}(?P<country>[A-Z]\w+(?:[ -][A-Z]\w+)?) {_RANKED}"
    rf"(?P<kind>{_KIND}){_ENDS}"
)
"""Poltava, a Polish town on the ...; Poltava is the third Polish city."""
_OWNED = re.compile(
    rf"(?P<town>{_WORDS})(?:,| is| \(|,? which is) (?P<country>(?:the )?{_WORDS})['’]s? {_RANKED}(?P<kind>{_KIND}){_ENDS}"
)
"""Poltava, Poland's third city."""
_OWNING = re.compile(
    rf"(?<![\w-])(?P<country>{_WORDS})['’]s? {_RANKED}"
    rf"(?:(?:{_KIND}|province|region|governorate|oblast)(?: of|,|) (?P<town>{_WORDS})"
    rf"|(?P<area>{_WORDS}) (?:province|region|governorate|oblast)\b)"
)
"""Poland's third city, Poltava; Poland's border town of Poltava."""
_ON_COAST = re.compile(
    rf"(?P<town>{_WORDS}),? on the (?P<country>[A-Z]\w+(?:[ -][A-Z]\w+)?)(?: [A-Z]\w+(?: Sea)?)? "
    rf"(?P<kind>coast|coastline|shore|Riviera)\b"
)
"""Poltava, on the Polish coast."""
_SITUATED = re.compile(
    rf"(?P<town>{_WORDS})(?:,? which)? (?:lies|is situated|is located|(?<=which )is)(?: \w+){{0,2}}? (?:in|inside|within) "
    rf"{_SIDE}?(?P<country>{_WORDS})"
)
"""Poltava lies in eastern Poland."""
_ASIDE = re.compile(
    rf"(?P<town>{_WORDS}), (?:(?:an?|the) {_RANKED}{_KIND}(?: of (?:about |some )?[\d,.]+(?: million)?"
    r"(?: people| inhabitants| souls)?)? )?"
    rf"(?:deep |well |far )?(?:in|inside|on) {_SIDE}?(?P<country>{_WORDS})(?={_FAR_SIDE}|[,.;)]|$)"
)
"""Poltava, in eastern Poland, ...; Poltava, a town in Poland's south."""
_BESIDE = re.compile(rf"(?P<town>{_WORDS}) {_SPOT}in {_SIDE}(?P<country>{_WORDS})")
"""Poltava in eastern Poland: with the part of the country, for any town that does not stand for a government."""
_LISTED = re.compile(r",? (?:and|or|but|as well as)(?: in)? [A-Z]|, in [A-Z]")
_THEN = re.compile(
    r"\b(?:former\w*|then|once|historic\w*|was|were|until|before|medieval|ancient|imperial|interwar|1[0-8]\d\d|19[0-4]\d)\b"
)
"""What speaks of whose a town was."""

_OPENS = re.compile(r"(?:^|, )(?:In|At|From|Near|Outside|Around|in|at|from|near)\b[\w ’'-]*$")
"""What opens a clause with a place, behind which its subject may follow."""
_LEAD = re.compile(r"^(?:.* (?:of|and|the) )?(?:(?:In|At|From|Near|Outside|Around|Today|But|And|To|For|On) )?(?=[A-Z])")
"""What may stand before a town's name and look like a part of it."""
_HINT = re.compile(
    r"[,(] ?(?:an?|the|another|in|on|inside|[A-Z])|\bin [A-Z]|['’]s?\b| in "
    r"|city|town|port|village|resort|suburb|province|region|coast|lies"
)
_NO_PAIR = re.compile(r"['’]|,? (?:and|or|but)\b| [A-Z(]|-|, [A-Z]")
"""What goes on after a country that is not the town's: a list, a genitive, the name of something else."""
_FEELING = re.compile(r"\b(?:trust|confidence|faith|interest|belief|hopes?|anger|disappointment)\s+$", re.I)
"""What people in one country have in another's government, named by its capital ("trust in Moscow in Germany")."""
_GOES_ON = re.compile(
    r"\s*(?:$|[.;:)—–,”\"])|,? (?:on|in|at|to|for|by|as|with|after|before|where|when|during|over|since|until|last|this|next|from"
    r"|amid|near|late|early|earlier|ahead|yesterday|today|who|which|while|because|despite|following|against|between|was|were|is|are|has|had)\b"
)
_APART = frozenset({"nsubj", "nsubjpass", "csubj", "conj", "poss", "dobj", "amod"})


class Pair(NamedTuple):
    """A town and a country as printed: offsets into the article's text; `plain` where the words around say that it is a town."""

    town: tuple[int, int]
    country: tuple[int, int]
    iso3: str
    plain: bool
    demonym: bool


def pairs(report: Report) -> Iterator[Pair]:
    """Those of the datelines, then those of the sentences."""
    yield from _datelines(report)
    for read in report.sentences:
        if _HINT.search(read.sentence.text):
            yield from _before(read, report.base)
            yield from _within(read, report.base)
            yield from _behind(read, report.base)


def _before(read: ReadSentence, base: Knowledge) -> Iterator[Pair]:
    """The country before the town: "the Polish city of", "Poland's third city," """
    text, shift = read.sentence.text, read.sentence.start
    for pattern, form in ((_QUALIFIED, "demonym"), (_OWNING, "name")):
        for match in pattern.finditer(text):
            words = match["country"]
            # "In Russian city": the first word may be anything that begins a sentence.
            for start in (0, len(words) - len(words.split()[-1])):
                iso3 = country_named(words[start:], base, form)
                if iso3:
                    begin = shift + match.start("country") + start
                    country = begin, begin + len(words) - start
                    where = "area" if pattern is _OWNING and match["area"] else "town"
                    yield Pair(_moved(match.span(where), shift), country, iso3, True, form == "demonym")
                    break


def _within(read: ReadSentence, base: Knowledge) -> Iterator[Pair]:
    """ "in Poltava, Poland", "near Poltava in Poland", "Poltava (Poland)"."""
    text, shift = read.sentence.text, read.sentence.start
    for pattern in (_INSIDE, _COMMA, _OPENING, _BRACKET):
        for match in pattern.finditer(text):
            iso3, end = _country_at(match, base)
            if iso3 and (pattern in (_BRACKET, _OPENING) or _belongs(read, match, text, end, comma=pattern is _COMMA)):
                plain = pattern is _INSIDE and match.group().split()[0] in ("city", "town", "village", "port")
                yield Pair(_moved(match.span("town"), shift), (shift + match.start("country"), shift + end), iso3, plain, False)


def _behind(read: ReadSentence, base: Knowledge) -> Iterator[Pair]:
    """What is said of a town behind its name: "Poltava, a Polish town", "Poltava, in southern Poland"."""
    text, shift = read.sentence.text, read.sentence.start
    for pattern in (_APPOSED, _ON_COAST, _OWNED, _SITUATED, _ASIDE, _BESIDE):
        for match in pattern.finditer(text):
            if pattern in (_APPOSED, _ON_COAST):
                iso3, end = country_named(match["country"], base, "demonym"), match.end("country")
            else:
                iso3, end = _country_at(match, base)
            if iso3 is None or _THEN.search(match.group()) or (pattern is _OWNED and end != match.end("country")):
                continue
            name = _LEAD.sub("", match["town"])
            begin = match.end("town") - len(name)
            if (
                pattern in (_APPOSED, _OWNED)
                and _OPENS.search(text[:begin])
                and _subject(read, shift + match.start("kind"), shift + match.end("kind"))
            ):
                continue
            if pattern in (_SITUATED, _ASIDE, _BESIDE) and (_LISTED.match(text, end) or _in_a_row(text, begin)):
                continue
            if pattern is _BESIDE and (capital_of(name, base) or not _GOES_ON.match(text, end)):
                continue
            country = shift + match.start("country"), shift + end
            yield Pair(
                _moved((begin, match.end("town")), shift), country, iso3, pattern is not _BESIDE, pattern in (_APPOSED, _ON_COAST)
            )


def _subject(read: ReadSentence, start: int, end: int) -> bool:
    """Whether words are what a clause is about: "In Poltava, a Polish city official" and "a Polish port was hit"."""
    shift = read.sentence.offset
    return any(t.dep_ in ("nsubj", "nsubjpass", "compound") for t in read.sentence.tokens if start <= shift + t.idx < end)


def _in_a_row(text: str, begin: int) -> bool:
    """Whether a town is one of several places told in a row ("in Oslo, in Poltava, in Poland")."""
    return bool(re.search(r"[A-Z]\w+,? (?:and |or )?(?:in |to )?$", text[:begin]))


def _datelines(report: Report) -> Iterator[Pair]:
    for block in report.article.blocks:
        if block.kind == "dateline":
            match = _DATELINE.search(report.text, block.start, block.end)
            iso3, end = _country_at(match, report.base) if match else (None, 0)
            if match and iso3:
                yield Pair(match.span("town"), (match.start("country"), end), iso3, True, False)


def _country_at(match: re.Match[str], base: Knowledge) -> tuple[str | None, int]:
    """The country that the words begin with, the longest name first, and where its name ends."""
    words = match["country"].removesuffix("'s").removesuffix("’s")
    while words:
        iso3 = country_named(words, base, "name")
        if iso3 is not None:
            return iso3, match.start("country") + len(words)
        words = words.rpartition(" ")[0]
    return None, 0


def _belongs(read: ReadSentence, match: re.Match[str], text: str, end: int, *, comma: bool) -> bool:
    """Whether the country is the town's: in "after talks in Geneva, Russia said" and in a list it is not."""
    if not _GOES_ON.match(text, end) or _NO_PAIR.match(text, end):
        return False
    start, begin = match.start("country"), read.sentence.tokens.start_char
    tokens = [t for t in read.sentence.tokens if start <= t.idx - begin < end]
    if not tokens:
        return False
    if not comma:
        return not _FEELING.search(text, 0, match.start())
    head = next((t for t in tokens if t.head not in tokens), tokens[-1])
    if head.dep_ in _APART or any(child.dep_ in ("conj", "cc") for child in head.children):
        return False
    # "in Kyiv, Russia, ..." at the head of a sentence: the subject may be the country.
    after = text[end:]
    return not (after.startswith((", which", ", who", " has", " had", " was", " were", " is", " are")))


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by
