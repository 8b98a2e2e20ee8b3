"""How a text is cut into words for the rules of time: what stands for one thing in them is one word."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"""
    (?P<phrase>(?:no\s)?(?:more|less|fewer|longer)\sthan\b|at\s(?:least|most)\b|up\sto\b|just\s(?:over|under)\b)
  | (?P<fixed>couple\sof\b|from\snow\b|right\snow\b|at\spresent\b|at\sthe\smoment\b|these\sdays\b|in\sa\srow\b
      |(?:early|small)\shours\b|the\sother\sday\b
      |the\sday\s(?:before\syesterday|after\stomorrow)\b|the\s(?:near\s|foreseeable\s)?future\b|the\sshort\sterm\b|a\slater\sdate\b
      |(?<=in\s)the\spast\b(?!\s(?:[0-9]|(?:\w+\s){0,2}\w*(?:day|week|month|quarter|year|decade|hour|centur))))
  | (?P<iso>[0-9]{4}-[01][0-9]-[0-3][0-9](?:T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?)?\b)
  | (?P<slash>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9][0-9])\b|[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9][0-9]\b)
  | (?P<clock>[01]?[0-9](?:[:.][0-5][0-9])?\s?(?:[ap]\.m\.|[ap]\.?m\b)
      |(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:\s(?:GMT|UTC)\b)?|[0-2][0-9][0-5][0-9]\s(?:GMT|UTC)\b
      |(?:[0-9][0-9]?|[a-z]{3,6})\so['’]clock\b)
  | (?P<decade>(?:1[0-9]|20)?[0-9]0['’]?s\b|['’][0-9]0s\b)
  | (?P<year>(?:1[0-9]|20)[0-9][0-9](?![0-9,]*[0-9])(?!\.[0-9])\b)
  | (?P<nth>[1-9][0-9]?(?:st|nd|rd|th)\b)
  | (?P<number>(?:[0-9]+\s)?[0-9]/[0-9]\b|[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)
  | (?P<abbreviation>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun)\.)
  | (?P<word>[^\W\d_]+)
  | (?P<genitive>['’]s\b)
  | (?P<paragraph>\n\s*\n)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def cut(text: str) -> list[str]:
    """The words of a text in lower case, with straight apostrophes."""
    return [match[0].lower().replace("’", "'") for match in TOKEN.finditer(text)]
