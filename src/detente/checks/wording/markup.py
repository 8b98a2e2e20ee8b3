"""What is left of the markup of a page, of its code, or of a wrong decoding."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from detente.checks.check import Problem
from detente.checks.report import Report
from detente.checks.wording.around import around

NAME = "markup-remains"
SEVERITY = "warning"
SAYS = "remains of markup, code or a wrong decoding stand in the text"

_TAG_NAMES = (
    r"a|abbr|article|aside|b|blockquote|body|br|button|cite|code|div|em|embed|figcaption|figure|font|footer|form|h[1-6]"
    r"|head|header|hr|html"
    r"|i|iframe|img|input|li|link|main|meta|nav|ol|option|p|path|picture|pre|s|script|section|small|source|span|strong"
    r"|style|sub|sup|svg"
    r"|table|tbody|td|th|time|title|tr|tweet|u|ul|video"
)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "a tag",
        re.compile(
            rf"</?(?:{_TAG_NAMES})(?:\s[^<>]{{0,400}})?/?>|<!--.{{0,400}}?-->|<(?:{_TAG_NAMES})\s+[\w-]+=[\"'][^<>\n]*",
            re.I | re.S,
        ),
    ),
    (
        "an entity",
        re.compile(
            r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|bull|copy|euro|pound|shy|[a-z]{1,8}acute);"
            r"|&#x?[0-9a-f]{2,6};|&#\d{2,5}\b|&(?:amp|nbsp|[lr][sd]quo|[mn]dash|hellip)\b",
            re.I,
        ),
    ),
    (
        "a shortcode",
        re.compile(
            r"\[/?(?:caption|gallery|embed|video|audio|youtube|pullquote|related|vc_\w+|su_\w+)\b[^\]\n]{0,300}\]"
            r"|\[/?(?:b|i|u|url|img|quote|media|image|photo|tweet|iframe)(?:[=:][^\]\n]{1,200})?\]|\[(?:citation needed|edit)\]"
            r"|\]\]>|\{\{[^{}\n]{0,200}\}\}|\{%[^\n]{0,200}?%\}|\[\[[^\[\]\n]{1,200}\]\]|<%.{0,200}?%>"
        ),
    ),
    (
        "code",
        re.compile(
            r"\bdocument\.(?:getElementById|write|querySelector|createElement)\b[^\n]{0,80}|\bgetElementById\b"
            r"|\bwindow\.\w+\s*[=(]|"
            r"\bfunction\s*\w*\([\w, ]*\)\s*\{|\baddEventListener\b|\bvar \w+ ?= ?[^\n;]{1,80};|\bconsole\.log\("
            r"|\bgoogletag\.\w+|\badsbygoogle\b|"
            r"(?:[.#][\w-]+|@media[^{\n]{0,60})\s*\{\s*[\w-]+\s*:[^{}]{1,300}\}|\b(?:margin|padding|font-size|display"
            r"|background)\s*:\s*[\w#%. ]+;|\[object Object\]"
        ),
    ),
    (
        "an escaped sign",
        re.compile(
            r"(?<![:\w\\])\\[nrt](?![\\:/])(?=[A-Z\s\"“\\]|[a-z]{2})|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[\"'](?=\W|\w)|(?<=\w)=(?:E2=80=\w\w|C3=\w\w|20)(?=\W|\w|$)"
            r"|(?<=\w)%20(?=\w)|\{\s?\"@?\w+\"\s?:[^\n]{1,120}|^(?:<{7}|={7}|>{7})[^\n]{0,40}",
            re.M,
        ),
    ),
    (
        "Markdown",
        re.compile(
            r"(?<![\w*])\*\*(?=\S)[^*\n]{1,200}\*\*|!?\[[^\[\]\n]{1,120}\]\((?:https?://|/)[^()\s]{0,300}\)"
            r"|(?m:^#{1,6} (?=\S))|(?<!\w)__\w[^_\n]{0,80}\w__(?!\w)|```"
            r"|(?<!\w)~~\w[^~\n]{0,80}~~|(?m:^={2,4} ?\w[^=\n]{1,60}={2,4}$)"
        ),
    ),
    (
        "a wrongly decoded sign",
        re.compile(
            r"â€(?:™|œ|\u009d|\x9d|“|”|˜|¦|¢)?|â\x80[\x90-\xbf]|Ã[\u0080-\u00bf©«¨±¶¼§¡³¤ª¯²®¥¸º]|Â[\u00a0£°«»©®]|ï»¿"
            r"|[\w.,’'\"]?\ufffd+[\w.,]?|[ÄÅ][\u0080-\u00bf‡†™œžŸŒ„‚…‰‹›ˆ¡¾½]|(?:[ÐÑ][\u0080-\u00bf‡†™œžŸŒ„‚…‰‹›ˆ“”’‘•–—]){2,}"
            r"|(?<=[a-z])\?(?:s|t|re|ve|ll)(?=\s)"
        ),
    ),
)


def find(report: Report) -> Iterator[Problem]:
    """Looked for only where one of the few signs that all of them need stands in the text."""
    if not _has_sign(report.text):
        return
    taken = 0
    for start, end, what in sorted(_all(report.text), key=lambda found: (found[0], -found[1])):
        if start >= taken and _in_a_block(report, start):
            taken = end
            yield Problem(
                start, end, f"{what} is left in the text", around(report.text, start, end), _right(report.text[start:end])
            )


def _has_sign(text: str) -> bool:
    return any(sign in text for sign in "<&[]{#*_`(âÃÂï\ufffd\\=%~?ÄÅÐÑ")


def _all(text: str) -> Iterator[tuple[int, int, str]]:
    for what, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), what


def _in_a_block(report: Report, start: int) -> bool:
    """Marks of headings stand outside of the blocks, and are no remains where the format is Markdown."""
    return any(b.start <= start < b.end for b in report.article.blocks)


def _right(found: str) -> str | None:
    plain = html.unescape(found).replace("\u00a0", " ")
    if plain != found and not plain.startswith("&"):
        return plain
    try:
        mended = found.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return mended if mended != found else None
