"""What a page, a template, a wrong decoding or a writing machine leaves behind, planted.

In the tables `{0}` is a word of the report, `{1}` a number.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from detente.bench.planting.change import Change
from detente.bench.planting.passages import body_of, end_of, opening, paragraph_ends, telling
from detente.checks.report import Report

_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]+(?![\w’'-])")
_NAME_OR_NUMBER = re.compile(r"(?<=\s)(?:[A-Z][a-z]{3,}|\d[\d,]*)(?=\s(?:on|in|said|told|people|and|at|has|was|were)\b)")
TAGS = (
    "<p>{0}</p>",
    "<b>{0}</b>",
    "{0}<br/>",
    "<strong>{0}</strong>",
    '<a href="/news/{1}">{0}</a>',
    '<span class="quote">{0}</span>',
    "<em>{0}</em>",
    "{0}<br>",
)
ENTITIES = ("&nbsp;{0}", "{0}&nbsp;", "&quot;{0}&quot;", "&#8220;{0}&#8221;", "{0} &amp;", "&lt;{0}&gt;", "{0}&rsquo;s")
CODES = (
    ' [caption id="attachment_{1}" align="alignnone" width="640"]',
    " {{{{ article.body }}}}",
    ' document.getElementById("ad-{1}").style.display = "none";',
    ' googletag.cmd.push(function() {{ googletag.display("div-{1}"); }});',
    " .related-links {{ display: none; }}",
    " **Read on**",
    " [b]More[/b]",
    " \\u2019",
    " [More on this](https://example.org/{1})",
    ' [gallery ids="{1},{1}7"]',
)
MOJIBAKE = {"’": "â€™", "“": "â€œ", "–": "â€“", "é": "Ã©", "ü": "Ã¼", "ç": "Ã§", "…": "â€¦", "£": "Â£", "'": "â€™"}
PAGE_LINES = (
    "ADVERTISEMENT",
    "Advertisement",
    "Story continues below",
    "Image source, Getty Images",
    "Read more: Envoys return to the capital as talks stall",
    "Related:",
    "Share this article",
    "Image caption, Soldiers at a checkpoint",
    "Click here to subscribe",
    "Sign up for our newsletter",
    "Watch: The crisis in three minutes",
    "Please enable JavaScript to view this page",
    "4 min read",
    "Share on: Facebook Twitter WhatsApp",
    "(continued on page 7)",
    "Photo: Anna Weiss/AFP",
    "Last updated 3 hours ago",
    "pic.twitter.com/k3Ld9Xq",
)
TALK_BEFORE = (
    "Sure! Here is the rewritten article:",
    "Certainly! Here's a rephrased version of the article:",
    "Here is the rewritten text:",
    "Sure, here is a summary of the article in 300 words:",
    "Below is the revised version of your text:",
    "Of course! Here is an improved draft:",
    "Rewritten article:",
)
TALK_AFTER = (
    "As an AI language model, I cannot verify these events.",
    "Let me know if you would like me to adjust the tone.",
    "I hope this helps!",
    "I have shortened the second paragraph as you asked.",
    "I'm sorry, but as an AI I cannot continue with this topic.",
    "My knowledge cutoff does not allow me to confirm later developments.",
    "Feel free to ask if you need a shorter version.",
    "Please note that I am a large language model and have no access to real-time news.",
)
SLOTS = (
    "[NAME]",
    "[INSERT NAME]",
    "{name}",
    "[DATE]",
    "TK",
    "[insert number]",
    "[PLACE]",
    "{{city_name}}",
    "XXX",
    "[TK]",
    "${name}",
    "[TBC]",
    "[CHECK SPELLING]",
)


def markup(report: Report, chance: random.Random) -> Iterator[Change]:
    """Tags, entities, code, or signs decoded wrongly."""
    for read in telling(report):
        text = read.sentence.text
        number = chance.randrange(100, 9999)
        kind = chance.randrange(4)
        words = [m for m in _WORD.finditer(text) if len(m.group()) > 3]
        if kind < 2 and words:
            word = chance.choice(words)
            new = chance.choice(TAGS if kind == 0 else ENTITIES).format(word.group(), number)
            yield Change(read.sentence.start + word.start(), read.sentence.start + word.end(), new, (0, len(new)))
        elif kind == 2:
            new = chance.choice(CODES).format("", number)
            yield Change(read.sentence.end, read.sentence.end, new, (1, len(new)))
        else:
            signs = [n for n, sign in enumerate(text) if sign in MOJIBAKE and sign != "'"]
            if signs:
                at = chance.choice(signs)
                new = chance.choice((MOJIBAKE[text[at]], "\ufffd"))
                yield Change(read.sentence.start + at, read.sentence.start + at + 1, new, (0, len(new)))


def page(report: Report, chance: random.Random) -> Iterator[Change]:
    """A line of the page stands between two paragraphs."""
    for end in paragraph_ends(report):
        line = chance.choice(PAGE_LINES)
        words = f"\n\n{line}"
        yield Change(end, end, words, (2, len(words)))


def machine_talk(report: Report, chance: random.Random) -> Iterator[Change]:
    """The machine that rewrote the report speaks before it or after it."""
    body = body_of(report)
    if body:
        before = chance.choice(TALK_BEFORE)
        start = opening(report, body[0])
        yield Change(start, start, f"{before}\n\n", (0, len(before)))
        after = chance.choice(TALK_AFTER)
        end = end_of(report, body[-1])
        yield Change(end, end, f"\n\n{after}", (2, len(after) + 2))


def slot(report: Report, chance: random.Random) -> Iterator[Change]:
    """A name or number that was to be filled in."""
    for read in telling(report):
        for match in _NAME_OR_NUMBER.finditer(report.text, read.sentence.start, read.sentence.end):
            slot = chance.choice(SLOTS)
            yield Change(match.start(), match.end(), slot, (0, len(slot)))
