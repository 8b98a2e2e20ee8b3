"""On whose word something stands, outermost first."""

from __future__ import annotations

import pytest

CHAINS = [
    ("Chad attacked Niger.", "ASSAULT", []),
    ("Kenya said that Chad had attacked Niger.", "ASSAULT", [("KEN", "said")]),
    ("According to Peru, Chad attacked Niger.", "ASSAULT", [("PER", "According to")]),
    ("Chad attacked Niger, the Kenyan foreign minister said.", "ASSAULT", [("KENGOV", "said")]),
    ("Kenya said that Uganda claimed that Chad had attacked Niger.", "ASSAULT", [("KEN", "said"), ("UGA", "claimed")]),
    ("Poland reported that Kenya had said that Chad had attacked Niger.", "ASSAULT", [("POL", "reported"), ("KEN", "said")]),
    ("“Chad attacked Niger,” Angela Merkel said.", "ASSAULT", [("DEUGOV", "said")]),
    ("Canada imposed sanctions on Iran, according to Norwegian officials.", "SANCTION", [("NORGOV", "according to")]),
    ("Armenia accused Azerbaijan of attacking Georgia.", "ASSAULT", [("ARM", "accused")]),
    ("Armenia accused Azerbaijan of attacking Georgia.", "ACCUSE", []),
    ("It was reported that Chad had attacked Niger.", "ASSAULT", []),
]


@pytest.mark.parametrize(("text", "event", "expected"), CHAINS)
def test_chain(code, text, event, expected):
    found = [e for e in code(text, "event") if e.event == event]
    assert found
    assert [(link.source.code, link.cue) for link in found[0].attribution] == expected


def test_a_source_that_nobody_knows_keeps_its_words(code):
    (event,) = (e for e in code("Witnesses said that Chad had attacked Niger.", "event") if e.event == "ASSAULT")
    assert [link.source.name for link in event.attribution] == ["Witnesses"]


def test_the_medium_is_kept(code):
    text = "Angela Merkel said in an interview that Chad had attacked Niger."
    (event,) = (e for e in code(text, "event") if e.event == "ASSAULT")
    assert [(link.source.code, link.medium) for link in event.attribution] == [("DEUGOV", "an interview")]


def test_what_a_quotation_runs_over_is_attributed_in_every_sentence(code):
    text = "“We are sad. Chad attacked Niger. Nobody knows why,” the Kenyan president said."
    (event,) = (e for e in code(text, "event") if e.event == "ASSAULT")
    assert [link.source.code for link in event.attribution] == ["KENGOV"]
