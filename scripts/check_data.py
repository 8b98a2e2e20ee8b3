"""Lints the data files: ontology, knowledge base, cues, status words, named days, set phrases.

Exit status 1 where one breaks its rules.
"""

from __future__ import annotations

import sys

from detente.checks.wording.set_phrases import problems as phrase_problems
from detente.coding.cues import cues
from detente.coding.status import status_words
from detente.coding.times.named_days import named_days
from detente.coding.times.named_events import known_in, scheduled
from detente.knowledge.founded import lifetimes
from detente.knowledge.happenings import faults as happening_faults
from detente.knowledge.lint import problems as knowledge_problems
from detente.ontology.lint import problems as ontology_problems
from detente.ontology.load import DATA


def main() -> int:
    cues()
    status_words()
    named_days()
    scheduled("")
    known_in([])
    lifetimes()
    found = [*ontology_problems(DATA), *knowledge_problems(), *happening_faults(), *phrase_problems()]
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
