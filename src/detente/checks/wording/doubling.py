"""Words that may stand twice in a row, and those that never do but by a slip."""

from __future__ import annotations

ARTICLES = frozenset(("a an the").split())
"""No two of them follow each other."""

FUNCTION_WORDS = frozenset(
    (
        "a against an and are as at be been between but by can could down for from has have he his if in into "
        "is it its may might not of on or our out over she should than the their these they this those to up "
        "was we were which who will with would"
    ).split()
)
"""Nobody says them twice on purpose, in speech neither."""

MEANT = frozenset(
    (
        "big blah boo bye chop do etc extra go ha had hear her ho hush knock log long many much never no "
        "please pom really so super that too tut very way well wink yes"
    ).split()
)
"""Right when doubled, for stress or by grammar."""

LINKING = frozenset(("down in is on out over up").split())
"""Right where the first of the two belongs to the verb before: "that came in in May"."""

WITH_PARTICLES = frozenset(
    (
        "back break bring call carry check close come die draw drop fall fill fly get give go hand hold how "
        "let log look move pass point problem pull push put question run send set settle sign sit stand start "
        "stay step take turn walk what where who"
    ).split()
)
"""What such a word can belong to."""

CHAINING = frozenset(("after and by did do does for have in is on or to upon was").split())
"""They link what is doubled on purpose: "day after day after day"."""

DETERMINERS = frozenset(
    ("a all an any both each he his it its many most no our she some the their there these they this those we").split()
)
"""After "that that" they show that one of the two is too many."""

NEVER_DOUBLED = frozenset(
    (
        "ambassador april august chancellor colonel congress december dr february friday general january july "
        "june march minister monday mr mrs ms nato november october parliament president prime saturday "
        "secretary senator september sunday thursday tuesday wednesday"
    ).split()
)
"""Words with a capital that are in no name twice, as those of towns and people may be."""
