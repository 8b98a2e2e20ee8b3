"""A list of things, not names, that does not have as many as its heading says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.figures.spelt import like, quoted, told, worth
from detente.checks.report import Report
from detente.coding.reading import ReadSentence

NAME = "enumerated"
SEVERITY = "warning"
SAYS = "what is counted out is more or less than the number before it says"

_SETS = {"pair of": 2, "couple of": 2, "trio of": 3, "threesome of": 3, "quartet of": 4, "half-dozen": 6, "both": 2}
_COUNT = rf"(?P<number>(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|{'|'.join(_SETS)})|[2-9]|1[0-2])"
_NOUN = (
    r"(?P<noun>(?:(?!(?:of|and|or|in|to|more|other|per|out|million|billion|thousand|hundred|years?|hours?|days?)\b)"
    r"[A-Za-z’'-]+\s){0,3}?[A-Za-z-]{2,}(?:s|men|women|people|children|criteria))"
)
_HEADED = re.compile(
    rf"\b{_COUNT}[\s-]{_NOUN}(?P<gap>(?:,?\s(?!(?:including|like|such|one|two|three|four|five|six|seven|eight|nine|ten)\b)[\w’'“”-]+){{0,12}}?)"
    r"(?P<mark>\s?(?::|—|–|\s-)\s)(?P<list>[^:]+?)[.”\"]*$"
)
_MEASURES = re.compile(
    r"\b(?:years|months|weeks|days|hours|minutes|seconds|metres|meters|miles|feet|degrees|dollars|euros|pounds|kilomet(?:re|er)s|tonnes"
    r"|tons|times|cents|per|others|votes|goals|was|has|is|as|his|its|thus|this|dozens|hundreds|thousands|millions|billions)$"
)
_SOME = re.compile(
    r"\b(?:includ\w+|among|such as|for example|for instance|notably|mostly|mainly|etc|others?|more"
    r"|respectively|as well as|along with|plus"
    r"|either|neither|not|but|if|because)\b",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"^(?:and\s|or\s)?(?:who|which|whose|where|when|including|a|an|the|his|her|its|their|both|all|one|now|once|then)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?:\bof\s(?:the\s|its\s|their\s|those\s|these\s)?|\b(?:one|first|last|other|another|page|article|chapter|[A-Z]\w+)\s|[-–/.,]|\d\s)$"
)
_DIGITED = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_LIST_OF = re.compile(
    rf"\b{_COUNT}\s(?:[a-z-]+\s){{0,2}}?(?P<noun>demands|conditions|reasons|aims|goals|tasks|steps|phases|stages|options|questions|proposals|priorities"
    r"|points|concessions|promises|rules|tests|objectives|requests|requirements|grounds|principles|changes|choices|lessons|problems|threats|charges"
    r"|arguments|complaints|offers|ways|things|messages|measures|parts)\b"
)
_ORDINALS = (
    re.compile(r"\b(?:first(?:ly)?|one(?=,)|one\sis|the\sfirst)\b", re.IGNORECASE),
    re.compile(r"\b(?:second(?:ly)?|the\ssecond)\b", re.IGNORECASE),
    re.compile(r"\b(?:third(?:ly)?|the\sthird)\b(?!\sof)", re.IGNORECASE),
    re.compile(r"\b(?:fourth(?:ly)?|the\sfourth)\b", re.IGNORECASE),
    re.compile(r"\b(?:fifth(?:ly)?|the\sfifth)\b", re.IGNORECASE),
    re.compile(r"\b(?:sixth(?:ly)?|the\ssixth)\b", re.IGNORECASE),
)
_CLOSES = re.compile(
    r"\b(?:[Ff]inally|[Ll]ast(?:ly)?\b|and\s(?:the\s)?(?:third|fourth|fifth|sixth|last)|[Tt]he\s(?:last|final)\b)"
)
_LEAST, _AHEAD, _LONGEST = 2, 6, 12


def find(report: Report) -> Iterator[Problem]:
    for read in report.sentences:
        if read.sentence.block.kind != "body":
            continue
        text = read.sentence.text
        if re.search(r"[:;—–]|\s-\s", text):
            yield from _headed(report, read, text)
        if _LIST_OF.search(text):
            yield from _first_second(report, read, text)


def _size(words: str) -> int:
    return _SETS.get(words.lower()) or int(worth(words))


def _headed(report: Report, read: ReadSentence, text: str) -> Iterator[Problem]:
    match = _HEADED.search(text)
    if match is None or _MEASURES.search(match["noun"]) or _OF.search(text[: match.start()]) or _SOME.search(match["list"]):
        return
    if _DIGITED.search(match["gap"]) or _SOME.search(match["gap"]):
        return
    fewest, most = _items(match["list"])
    size = _size(match["number"])
    if not most or fewest <= size <= most:
        return
    if ";" not in match["list"] and _is_clause(read, match):
        return
    start, end = read.sentence.start + match.start("number"), read.sentence.start + match.end("list")
    yield Problem(
        start,
        read.sentence.start + match.end("noun"),
        f"{told(size)} {match['noun']} are told, and {told(fewest if size < fewest else most)} follow",
        quoted(report, start, end),
        f"{like(most, match['number'])} {match['noun']}" if fewest == most and match["number"].lower() not in _SETS else None,
    )


def _items(words: str) -> tuple[int, int]:
    """The fewest and the most things that a list can hold; nought where it is no list that ends."""
    if ";" in words:
        parts = [part.strip() for part in words.split(";")]
        inner = sum(" and " in part for part in parts[-1:] if not part.startswith("and "))
        return len(parts), len(parts) + inner
    if _DIGITED.match(words):
        return 0, 0
    parts = re.split(r",\s", words)
    if parts[-1].startswith(("and ", "or ")):
        last = 0
    elif len(re.findall(r"\s(?:and|or)\s", parts[-1])) >= 1:
        last = len(re.findall(r"\s(?:and|or)\s", parts[-1]))
    else:
        return 0, 0
    if len(parts) + bool(last) < _LEAST or any(len(part.split()) > _LONGEST for part in parts):
        return 0, 0
    asides = sum(bool(_NAMELESS.match(part)) for part in parts[1:])
    paired = sum(len(re.findall(r"\s(?:and|or)\s", part)) for part in parts[:-1])
    return len(parts) + bool(last) - asides, len(parts) + last + paired


def _is_clause(read: ReadSentence, match: re.Match[str]) -> bool:
    """Whether a sentence, not a list, follows the colon."""
    offset = match.start("list")
    return any(
        token.tag_ in ("VBD", "VBZ", "VBP", "MD")
        for token in read.sentence.tokens
        if token.idx - read.sentence.tokens.start_char >= offset
    )


def _first_second(report: Report, read: ReadSentence, text: str) -> Iterator[Problem]:
    """ "Two demands. First, ... Second, ... And third, ..."."""
    match = list(_LIST_OF.finditer(text))[-1]
    if _OF.search(text[: match.start()]):
        return
    after = text[match.end() :]
    for near in report.sentences[read.index + 1 : read.index + 1 + _AHEAD]:
        if near.sentence.block is not read.sentence.block and not _ORDINALS[1].match(near.sentence.text):
            break
        after += " " + near.sentence.text
    at, counted = 0, 0
    for ordinal in _ORDINALS:
        found = re.compile(rf"(?:^|[.:;,“\"]\s*|\band\s|\bThe\s|\bthe\s)(?:And\s|and\s)?{ordinal.pattern}", re.IGNORECASE).search(
            after, at
        )
        if found is None:
            break
        at, counted = found.end(), counted + 1
    size = _size(match["number"])
    closed = counted >= _LEAST and _CLOSES.search(after, at) is not None
    if counted > size >= _LEAST:
        start, end = read.sentence.start + match.start(), read.sentence.start + match.end()
        yield Problem(
            start, end, f"{told(size)} {match['noun']} are told, and {told(counted)} follow", quoted(report, start, end)
        )
    elif closed and counted + 1 > size >= _LEAST and counted >= size:
        start, end = read.sentence.start + match.start(), read.sentence.start + match.end()
        yield Problem(
            start, end, f"{told(size)} {match['noun']} are told, and {told(counted + 1)} follow", quoted(report, start, end)
        )
