from __future__ import annotations

from typing import Any

from detente.bench import attribution
from detente.coding import Coder

TEXT = "The deputy harbour master said the lock gates had jammed."


def spans(text: str, **roles: str) -> dict[str, Any]:
    return {role: [[text.index(words), text.index(words) + len(words)]] if words else [] for role, words in roles.items()}


def record(*attributions: dict[str, Any], text: str = TEXT) -> dict[str, Any]:
    return {"id": "a", "text": text, "attributions": list(attributions)}


RIGHT = spans(TEXT, source="The deputy harbour master", cue="said", content="the lock gates had jammed")


def test_spans_of_a_statement_are_found_whole(coder: Coder) -> None:
    scores, lines = attribution.measure([record(RIGHT)], coder)
    assert lines[0]["attributions"] == [RIGHT]
    assert {scores[role]["f1"] for role in ("source", "cue", "content", "content_found", "with_source")} == {1.0}


def test_characters_are_counted(coder: Coder) -> None:
    short = spans(TEXT, source="harbour master", cue="said", content="the lock gates had jammed")
    scores, _ = attribution.measure([record(short)], coder)
    assert scores["source"]["recall"] == 1.0
    assert scores["source"]["precision"] == round(len("harbour master") / len("The deputy harbour master"), 4)


def test_a_content_with_the_wrong_source_is_found_but_not_right(coder: Coder) -> None:
    wrong = {**RIGHT, "source": [[TEXT.index("lock"), TEXT.index("lock") + 4]]}
    scores, _ = attribution.measure([record(wrong)], coder)
    assert scores["content_found"]["f1"] == 1.0
    assert scores["with_source"]["f1"] == 0.0


def test_less_than_half_of_a_content_is_not_found(coder: Coder) -> None:
    longer = TEXT + " Nothing else was known of the night, of the barges or of the men who had been seen beside them."
    gold = {**RIGHT, "content": [[RIGHT["content"][0][0], len(longer)]]}
    scores, _ = attribution.measure([record(gold, text=longer)], coder)
    assert scores["content_found"]["recall"] == 0.0


def test_empty_entries_of_the_gold_are_no_attributions(coder: Coder) -> None:
    scores, _ = attribution.measure([record(RIGHT, {"source": [], "cue": [], "content": []})], coder)
    assert scores["gold"] == 1
