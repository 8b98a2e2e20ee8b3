from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


def test_a_speaker_without_introduction_is_a_note(find: Find) -> None:
    found = find("surname-alone", "The observers counted nine explosions. Drovnik said that his team would stay.")
    assert [(f.span.text, f.severity, f.suggestion) for f in found] == [("Drovnik", "note", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Olena Drovnik leads the team. Drovnik said that her team would stay.",
        "The war went on. Putin said that his army would stay.",
        "The war went on. Moscow said that its army would stay.",
        "The war went on. Drovnik, a doctor, said that his team would stay.",
        "The war went on. Paul H. Drovnik said that his team would stay.",
    ],
)
def test_introduced_and_known_speakers_are_left_alone(find: Find, text: str) -> None:
    assert find("surname-alone", text) == []
