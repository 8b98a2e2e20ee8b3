"""What begins or ends a paragraph without being part of its telling: datelines, bylines, credits."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
_DATE = rf"(?:{_WEEKDAY},?\s)?(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’`-]+"
_PLACE_IN_CAPITALS = rf"{_CAPITALS}(?:(?:\s(?:(?:de|da|do|du|la|le|al|el|of|and)\s)?|\s?/\s?){_CAPITALS}){{0,4}}"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’`-]*"
_PLACE_AS_WRITTEN = rf"{_NAME}(?:[\s/]{_NAME}){{0,3}}"
_COUNTRY = rf"(?:,\s(?!{_MONTH}\b){_NAME}(?:\s{_NAME}){{0,3}})"
_AGENCY = r"\(\s?[A-Z][\w .,/&'’-]{1,40}\)"
_DASH = r"(?:\s?(?:—|–|--+)|(?:(?<=\))|\s)[-_]|:(?=\s))"
_NEXT = r"(?=\s*[\"'“‘«(\[]*[A-ZÀ-ÖØ-Þ0-9])"

_FULL_DATELINE = re.compile(
    # A place with its date, its agency or both: 'GENEVA, Jan 21 (Northgate Wire) -'.
    rf"(?:(?P<capitals>{_PLACE_IN_CAPITALS})|(?P<written>{_PLACE_AS_WRITTEN})){_COUNTRY}?"
    rf"(?:,?\s(?P<date>{_DATE}),?)?(?:\s?(?P<agency>{_AGENCY}))?{_DASH}"
)
_PLACE_AND_DASH = re.compile(rf"(?P<capitals>{_PLACE_IN_CAPITALS}){_COUNTRY}?{_DASH}{_NEXT}")
_AGENCY_AND_DASH = re.compile(rf"{_AGENCY}{_DASH}")
_PLACE_AND_DATE_ALONE = re.compile(rf"{_PLACE_IN_CAPITALS}{_COUNTRY}?,?\s{_DATE}(?:\s?{_AGENCY})?[.:]?$")
_LONGEST_DATELINE = 120

_NO_PLACE = re.compile(
    r"\b(?:"
    r"ACCESS|ANALYSIS|ASEAN|BACKGROUND|BREAKING|CASUALTIES|COMMENT|CORRECTION|CSTO|EDITORIAL|"
    r"EXCLUSIVE|EXPLAINER|FACTBOX|FEATURE|HEADLINES|HEALTH|INTERVIEW|LIVE|NATO|NEEDS|NEWS|NOTE|"
    r"OPCW|OPEC|OPINION|OSCE|OVERVIEW|PROFILE|QUOTE|REVIEW|SECURITY|SITUATION|SOURCE|SUMMARY|"
    r"TIMELINE|UNESCO|UNHCR|UNICEF|UPDATE|URGENT|WATCH"
    r")\b"
)
_NO_PLACE_WRITTEN = re.compile(r"(?:A|After|An|As|At|Before|By|During|For|From|If|In|On|Since|The|Under|When|While|With)\b")
_BY = re.compile(r"(?:by|from)\s+(?=[A-ZÀ-ÖØ-Þ])", re.I)
_BY_WORK = re.compile(
    r"(?:additional reporting|reporting|report|writing|editing|compiled|edited|written|translated|photographs?|photos?"
    r"|words|story)(?: and (?:writing|editing|additional reporting))?\s+by\s+\S",
    re.I,
)
_PUBLISHED = re.compile(r"(?:first |last )?(?:published|updated|posted|modified)\b", re.I)
_NAME_WORD = re.compile(
    r"[A-ZÀ-ÖØ-Þ0-9(][\w.'’`)-]*,?|and,?|in|of|the|for|at|with|on|de|da|van|von|der|bin|al|el|la|/|\||&|[-–—·]"
)
_ROLE = re.compile(
    r"\b(?:correspondents?|newsroom|staff|desk|reporters?|writers?|editors?|agencies|bureau|news service)(?:,.*)?$", re.I
)
_ENDS_WITH_DATE = re.compile(rf"(?:{_DATE})(?:\s(?:19|20)\d\d)?(?:,?\s\d{{1,2}}[:.]\d{{2}}.{{0,12}})?$")

_AGENCY_NAMES = (
    r"AFP|Agence France-Presse|Anadolu|ANI|ANSA|AP|Associated Press|The Associated Press|BBC|Bloomberg|CNN|DPA|dpa|EFE"
    r"|IANS|Interfax|ITAR-TASS|Kyodo|NYT|PTI|Reuters|RIA|RIA Novosti|TASS|UPI|Xinhua|Xinhua News Agency|Yonhap|agencies"
)
_AGENCY_LIST = rf"\((?:{_AGENCY_NAMES})(?:\s?(?:,|/|and|&|with)\s?(?:{_AGENCY_NAMES})|,?\s{_DATE})*\)\.?"
_WHOLE_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,300})[)\]]\.?")
_CREDIT_IN_BRACKETS = re.compile(r"(?:\w+ ){0,3}(?:by|from|with files from)\s", re.I)
# Notes from one desk to the next on what has changed since the last version.
_VERSION_IN_BRACKETS = re.compile(r"(?:updates?|adds|recasts|corrects|refiles|repeats|changes|removes)\b", re.I)
_CREDIT_WORDS = re.compile(
    r"(?:copyright\b|©|\(c\)\s|all rights reserved|sources?:\s|more to come\b|more to follow\b|with (?:files|reporting|"
    r"additional reporting|inputs?|material) (?:from|by)\b|follow \S.{0,60}\bcoverage\b|this (?:story|article|report) "
    r"(?:was|has been|is) (?:first |originally |)(?:published|produced|supported)\b|continue reading\b|read more\b|"
    r"-30-|ends?$|\(ends\)$)",
    re.I,
)
_CONTRIBUTED = re.compile(r"\bcontributed (?:reporting|to this (?:report|story|article))\b")
_TRAILING_CREDIT = re.compile(
    rf"(?<=\s)(?:{_AGENCY_LIST}|[(\[](?:additional reporting|reporting|writing|editing|compiled)\s[^()\[\]]{{1,300}}[)\]]\.?)$",
    re.I,
)
_LONGEST_CREDIT = 300
_HAS_WORD = re.compile(r"\w")


def dateline_length(paragraph: str) -> int:
    """How many characters the dateline at the beginning of the paragraph takes, its dash with it; 0 where there is none.

    'In the United States (AFP)-' is none: without it the sentence would lose its place.
    """
    head = paragraph[:_LONGEST_DATELINE]
    if len(paragraph) <= _LONGEST_DATELINE and _PLACE_AND_DATE_ALONE.match(paragraph):
        return len(paragraph)
    match = _FULL_DATELINE.match(head)
    if match and (match["date"] or match["agency"]):
        if not _NO_PLACE_WRITTEN.match(head) and not _NO_PLACE.match(head):
            return match.end()
    match = _PLACE_AND_DASH.match(head)
    if match and len(match["capitals"]) >= 4 and not _NO_PLACE.search(match["capitals"]):
        return match.end()
    match = _AGENCY_AND_DASH.match(head)
    return match.end() if match else 0


def is_byline(paragraph: str, *, under_headline: bool) -> bool:
    """Whether the paragraph says who wrote the report, or when it was put out.

    `under_headline` is true while nothing but the headline and its like has come before; names and dates on a line of
    their own are bylines only there.
    """
    if len(paragraph) > 250:
        return False
    if _BY_WORK.match(paragraph):
        return len(paragraph.split()) <= 30
    words = paragraph.split()
    if len(words) > 20:
        return False
    by = _BY.match(paragraph)
    if by and not _ends_sentence(paragraph):
        return _all_names(paragraph[by.end() :])
    if not under_headline or _ends_sentence(paragraph):
        return False
    if _PUBLISHED.match(paragraph):
        return True
    return bool(_ROLE.search(paragraph) or _ENDS_WITH_DATE.search(paragraph)) and len(words) <= 15


def is_credit(paragraph: str) -> bool:
    """Whether the paragraph names agencies, rights or further reading, or holds no word at all."""
    if not _HAS_WORD.search(paragraph[:_LONGEST_CREDIT]) or not paragraph.strip("_*-=~#• "):
        return True
    if len(paragraph) > _LONGEST_CREDIT:
        return False
    if _CREDIT_WORDS.match(paragraph) or _CONTRIBUTED.search(paragraph):
        return True
    bracketed = _WHOLE_IN_BRACKETS.fullmatch(paragraph)
    if bracketed is None:
        return False
    inside = bracketed.group(1)
    if _CREDIT_IN_BRACKETS.match(inside) or _VERSION_IN_BRACKETS.match(inside) or re.fullmatch(_AGENCY_LIST, f"({inside})", re.I):
        return True
    return len(inside.split()) <= 6 and not _ends_sentence(inside) and _all_names(inside)


def trailing_credit(paragraph: str) -> int | None:
    """Where the credit at the end of the report's last paragraph begins: '(Reuters, AFP)'."""
    tail = max(0, len(paragraph) - _LONGEST_CREDIT)
    match = _TRAILING_CREDIT.search(paragraph, tail)
    return match.start() if match and match.start() > 0 else None


def _ends_sentence(paragraph: str) -> bool:
    return paragraph.rstrip("\"'”’»)").endswith((".", "!", "?", "…"))


def _all_names(words: str) -> bool:
    return all(_NAME_WORD.fullmatch(word.rstrip(";:,|")) or word in {"dpa", ","} for word in words.split())
