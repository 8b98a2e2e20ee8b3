"""The words by which a report tells who spoke, where they stand within what would be direct speech."""

from __future__ import annotations

import re

_LONG_SPEECH = 600
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)\b")
_TELLING_WORD = re.compile(r"\b(?:said|told|added|warned|announced|according to|reported|tweeted)\b")
_SAID = r"(?:said|says|added|told|warned|replied|insisted|argued|wrote|declared|explained|stressed)"
TOLD_INSIDE = re.compile(
    rf",\s(?:{_SAID}\s(?:\w+\s){{0,3}}?[A-Z]"
    rf"|(?:he|she|they|(?:the\s)?(?:[A-Z][\w’'-]+\s?){{1,3}})\s{_SAID}(?=[.,;]|\s(?:on|in|at|to|after|during|late|early|[A-Z])))"
)
TELLING = re.compile(
    r"(?:(?:said|says|added|warned|replied|told)\s(?:[a-z]+\s){0,4}[A-Z]\w+"
    r"|(?:he|she|they|(?:[Tt]he\s)?(?:[a-z]+\s){0,2}(?:[A-Z][\w’'-]+\s?){1,4})\s?(?:also|then|later|has|had)?\s?"
    r"(?:said|says|added|told|warned|replied|insisted|argued|wrote|declared|explained|stressed|expressed|shared|stated"
    r"|noted|called))\b"
)


def is_told(stretch: str) -> bool:
    """Whether what would be direct speech is plainly the telling of the report.

    So where somebody is told to have said something with no "I" or "we" around, and where it is longer than a
    paragraph of a speech is.
    """
    later = stretch.partition(". ")[2]
    spoken = _SPOKEN.search(later) is not None
    if TOLD_INSIDE.search(stretch) or len(stretch) > 2 * _LONG_SPEECH:
        return True
    begun_inside = stretch[:1].islower() and len(stretch) > _LONG_SPEECH // 2
    return not spoken and (len(stretch) > _LONG_SPEECH or begun_inside or _TELLING_WORD.search(stretch) is not None)
