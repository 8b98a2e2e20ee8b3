"""Words that do not go with the next one, since a machine put one of the two there afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.wording.set_phrases import Trace

WEIGHT = 0.4
"""A writer may slip once."""

_ARTICLE = re.compile(
    r"\b(?P<article>[Aa](?P<n>n)?)\s(?P<word>(?(n)[bcdfgjklmnpqrstvwxyz]"
    r"|(?!uni|us[aeu]|ut[io]|eu|ewe|one\b|once|ub|ur[aio]|uk)[aeiou])[a-z]{2,})\b(?!['’.])"
)
_NUMBER = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|half|hundreds?|thousands?|millions?"
    r"|midnight|noon|every|equal|equivalent|the)\b"
)
_APPROXIMATELY = re.compile(rf"\b[Aa]pproximately\s(?P<word>(?!{_NUMBER})[a-z]{{2,}})\b")
_EVERY = re.compile(r"\b[Ee]very\s(?P<word>(?!news\b|series\b|means\b|species\b)[a-z]+[b-hj-rtv-z]s)\b(?!['’])")


def misfits(text: str) -> Iterator[Trace]:
    """An article before the wrong sound, "approximately" where no number follows, "every" before many."""
    for match in _ARTICLE.finditer(text):
        yield _trace(match, f"{'a' if match['n'] else 'an'} {match['word']}", "the sound of the next word")
    for match in _APPROXIMATELY.finditer(text):
        yield _trace(match, f"about {match['word']}", "no number follows")
    for match in _EVERY.finditer(text):
        yield _trace(match, f"all {match['word']}", "the next word means many")


def _trace(match: re.Match[str], usual: str, basis: str) -> Trace:
    return Trace(match.start(), match.end(), match.group().lower(), usual, basis, WEIGHT)
