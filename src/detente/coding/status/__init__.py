"""Status: whether an act was done, and if not, what is said of it.

The words above the act are climbed, nearest first, until one says something of it: its own modal ("would invade"), the
conjunction that opens its clause ("if Russia invades"), the verb, noun or adjective that governs it ("threatened to
invade", "a plan to invade", "ready to invade"), a word before a noun ("a possible invasion"). What each says is in
`data/status.yaml`.
"""

from detente.coding.status.conditions import condition_of
from detente.coding.status.judge import judge
from detente.coding.status.judgement import Judgement, with_denial
from detente.coding.status.words import StatusWords, status_words

__all__ = ["Judgement", "StatusWords", "condition_of", "judge", "status_words", "with_denial"]
