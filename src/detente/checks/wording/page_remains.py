"""Lines of the page around a report that stand among its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.around import around

NAME = "page-remains"
SEVERITY = "note"
SAYS = "a line of the page stands among the paragraphs of the report"

_ALONE = (
    r"(?:story continues below|continue reading|article continues (?:after|below)[^\n]{0,40}|advertisement|advertisements"
    r"|sponsored(?: content)?"
    r"|read more|read also|also read|see also|watch(?: now| live)?|related(?: articles| stories| topics| content)?"
    r"|more on this story"
    r"|share this(?: article| story| page)?|share on (?:facebook|twitter|whatsapp|linkedin)|print this page"
    r"|email this(?: article)?|comments?"
    r"|sign up(?: now)?|subscribe(?: now)?|follow us|skip to (?:main )?content|load more|show more|view comments|most read"
    r"|trending(?: now)?"
    r"|getty(?: images)?|image (?:source|copyright|caption)|media caption|photo(?:graph)? by|file photo|copy link"
    r"|back to top|loading\.{0,3})"
)
_LINE = re.compile(
    rf"(?m:^[\s>*•\-–—|\"“]*(?:{_ALONE})[\s.:!|\"”]*$)"
    r"|(?m:^(?:read more|read also|also read|see also|watch|related|more|listen): ?(?-i:(?=[A-Z“\"'‘]))[^\n]{3,160}$)"
    r"|(?m:^(?:image (?:source|copyright|caption)|media caption|video caption)\b[,:]?[^\n]{0,120}$)"
    r"|\bimage (?:source|copyright), ?(?:getty images|reuters|epa|afp|ap|pa media|getty|[A-Z]\w+)(?: images)?"
    r"|(?:^|(?<=\s))(?-i:ADVERTISEMENTS?)(?=\s|$)|\bclick here (?:to|for)\b[^.\n]{0,60}|\bclick here\b"
    r"|\bplease enable (?:javascript|cookies)\b[^.\n]{0,60}"
    r"|\b(?:your browser does not support|this video (?:file )?cannot be played|we use cookies|accept (?:all )?cookies"
    r"|skip advertisement)\b[^.\n]{0,60}"
    r"|\b(?:sign up (?:for|to) (?:our|the) (?:\w+ ){0,4}(?:newsletter|briefing|email)s?"
    r"|subscribe to our (?:\w+ ){0,2}(?:newsletter|channel))\b"
    r"|\bfollow us on (?:twitter|facebook|instagram|telegram|youtube)\b[^.\n]{0,40}"
    r"|(?<=[.!?”\"] )(?:Read more|Read also|See also|Also read):(?= (?-i:[A-Z]))",
    re.I,
)


def find(report: Report) -> Iterator[Problem]:
    """Only a note: it was left by whoever copied the page, and says nothing of the report's facts."""
    for match in _LINE.finditer(report.text):
        start, end = _trimmed(report.text, match)
        if end > start:
            yield Problem(start, end, "this belongs to the page, not to the report", around(report.text, start, end))


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
