"""The words of saying."""

from __future__ import annotations

import pytest

from detente.coding import cues as module
from detente.coding.cues import FRAMES, cues
from detente.errors import DataError


def test_frames_are_known():
    assert {frame for cue in cues().verbs.values() for frame in cue.frames} == FRAMES
    assert all(cue.frames for cue in cues().verbs.values())


@pytest.mark.parametrize(("lemma", "thought", "dative"), [("say", False, False), ("believe", True, False), ("tell", False, True)])
def test_verbs(lemma, thought, dative):
    cue = cues().verbs[lemma]
    assert (cue.lemma, cue.thought, cue.dative) == (lemma, thought, dative)


def test_phrases_are_split_into_words():
    assert ("according", "to") in cues().phrases
    assert all(word == word.lower() for phrase in cues().phrases for word in phrase)


def test_an_unknown_frame_is_told(tmp_path, monkeypatch):
    (tmp_path / "cues.yaml").write_text("verbs: {hum: {frames: [tune]}}\n", encoding="utf-8")
    monkeypatch.setattr(module, "DATA", tmp_path)
    cues.cache_clear()
    try:
        with pytest.raises(DataError, match=r"hum.*tune"):
            cues()
    finally:
        monkeypatch.undo()
        cues.cache_clear()
