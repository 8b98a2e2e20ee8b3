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

_AGENCY = (
    r"(?:Reuters|AFP|AP|EPA|DPA|TASS|Xinhua|Getty|Getty Images|PA|Bloomberg|Anadolu|Alamy|Shutterstock|Handout|NurPhoto|Sputnik)"
)
_ALONE = (
    r"(?:story continues below|continue reading|article continues (?:after|below)[^\n]{0,40}|advertisements?"
    r"|sponsored(?: content)?|read (?:more|also|next)|also read|see also|watch(?: now| live)?"
    r"|related(?: articles| stories| topics| content)?|more on this story|more from this section|in this story"
    r"|share this(?: article| story| page| post)?|share on (?:facebook|twitter|x|whatsapp|linkedin)|print this page"
    r"|email this(?: article)?|comments?|\d[\d,]* (?:comments|shares|views)|leave a (?:comment|reply)|recommended(?: for you)?"
    r"|sign up(?: now)?|subscribe(?: now)?|follow us|skip to (?:main )?content|load more|show more|view comments|most read"
    r"|trending(?: now)?|getty(?: images)?|image (?:source|copyright|caption)|media caption|photo(?:graph)? by|file photo"
    r"|copy link|back to top|loading\.{0,3}|play video|listen to (?:this )?article|breaking news|editors?['’]? picks?"
    r"|-30-|ends|\(?more\)?(?= to (?:come|follow))[^\n]{0,12}|-+ ?more ?-+)"
)
_NETWORK = (
    r"(?:facebook|twitter|whatsapp|linkedin|telegram|email|e-mail|print|pinterest|reddit|instagram|messenger|tweet|copy link)"
)
_PATTERNS = (
    rf"(?m:^[ \t>*•\-–—|\"“]{{0,20}}(?:{_ALONE})[ \t.:!|\"”]{{0,20}}$)",
    r"(?m:^(?:read more|read also|also read|read next|see also|watch|related|more|listen): ?(?-i:(?=[A-Z“\"'‘]))[^\n]{3,160}$)",
    r"(?m:^(?:image (?:source|copyright|caption)|media caption|video caption)\b[,:]?[^\n]{0,120}$)",
    r"\bimage (?:source|copyright|credit)[,:] ?(?:getty images|reuters|epa|afp|ap|pa media|getty|[A-Z]\w+)(?: images)?",
    r"(?:^|(?<=\s))(?-i:ADVERTISEMENTS?)(?=\s|$)|\bclick here (?:to|for)\b[^.\n]{0,60}|\bclick here\b",
    r"(?:^|(?<=[.!?”\"] )|(?<=\n))(?-i:Advertisement)(?= (?-i:[A-Z]))",
    r"\bplease enable (?:javascript|cookies)\b[^.\n]{0,60}",
    r"\b(?:your browser does not support|this video (?:file )?cannot be played|we use cookies|accept (?:all )?cookies"
    r"|skip advertisement)\b[^.\n]{0,60}",
    r"\b(?:sign up (?:for|to) (?:our|the) (?:\w+ ){0,4}(?:newsletter|briefing|email)s?"
    r"|subscribe to our (?:\w+ ){0,2}(?:newsletter|channel))\b",
    r"\b(?:follow|like|join) us on (?:twitter|x|facebook|instagram|telegram|youtube|whatsapp)\b[^.\n]{0,40}",
    r"(?<=[.!?”\"] )(?:read more|read also|see also|also read|read next|watch|related):(?= (?-i:[A-Z]))",
    # Credits of pictures that have run into the text.
    r"(?<=[.!?”\"] )(?:(?:file )?photo(?:graph)?|picture|image|video|credit)s?(?: credit)?:\s"
    r"(?-i:(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w.’'-]*/\w+"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=\.?(?:\s(?-i:[A-Z])|\n|$))",
    rf"\((?:(?:file )?photo(?:graph)?s?|picture|image)(?: by|:| credit)[^()\n]{{2,80}}\)"
    rf"|(?-i:\b[A-Z][\w.-]+(?: [A-Z][\w.-]+)?/{_AGENCY}\b)",
    r"\b(?-i:[A-Z][\w.-]+) ?/ ?Getty Images\b|\bvia Getty Images\b",
    # What leads from page to page, and from piece to piece of a report sent in pieces.
    r"[(\[]?\b(?:continued|cont\.?['’]?d?\.?) (?:on|from|overleaf|p\.)(?: (?:page|pg\.?|p\.?))? ?[A-Z]?\d{1,3}\b[)\]]?"
    r"|[(\[](?:see|turn to|go to) (?:page|p\.) ?\w?\d{1,3}[^()\n]{0,20}[)\]]"
    r"|[(\[](?:more|more to follow|more to come|mtf|ends)[)\]]",
    rf"\bshare (?:this|on)\b:?(?: (?:article|story|post|page):?)?(?:[ ,|·]+{_NETWORK})+|{_NETWORK}(?:[ ,|·]+{_NETWORK}){{2,}}",
    r"\blike this: ?loading\.*|\blike loading\.\.\.",
    r"\bpic\.twitter\.com/\w+|\bhttps?://t\.co/\w+|(?<![\w/.])t\.co/\w{6,}",
    r"\b\d{1,2}[ -]min(?:ute)?s?(?:['’])? read\b|\b(?:estimated )?reading time:? ?\d{1,2} min(?:ute)?s?\b",
    r"(?:^|(?<=[.!?”\"] )|(?<=\n))(?:last )?(?:updated|published|posted)(?: at| on)?:? (?:\d{1,2}[:.]\d\d"
    r"|\d+ (?:hours?|minutes?|mins?"
    r"|days?) ago)[^.\n]{0,20}",
    r"(?m:^\d+ (?:hours?|minutes?|mins?|days?) ago$)|\b\d+ (?:comments|shares)(?= [|·]|$)",
)
_LINE = re.compile("|".join(_PATTERNS), re.I)


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
