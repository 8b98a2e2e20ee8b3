from __future__ import annotations

from typing import Any

from detente.bench import events
from detente.coding import Coder

ACCUSED = "Sweden accused Norway of hiding the drift of its oil."


def plover(text: str, source: list[str], target: list[str], event: str, *, reciprocal: bool = False) -> dict[str, Any]:
    def actors(codes: list[str]) -> list[dict[str, str]]:
        return [{"code": code} for code in codes]

    given = {"id": text[:12], "text": text, "date": "2000-01-01", "event_plover2021": event, "reciprocal": reciprocal}
    return {**given, "source": actors(source), "target": actors(target)}


def cameo(text: str, *triples: tuple[str, str, str], **more: Any) -> dict[str, Any]:
    told = [{"source": source, "target": target, "code": code} for source, target, code in triples]
    return {"id": text[:12], "text": text, "date": "19990105", "events": told, **more}


def test_a_right_triple_is_right_by_country(coder: Coder) -> None:
    scores, lines = events.measure([plover(ACCUSED, ["SWEGOV"], ["NOR"], "ACCUSE")], coder)
    assert lines[0]["events"] == [{"source": "SWE", "target": "NOR", "event": "ACCUSE"}]
    assert scores["triple"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_parts_are_scored_apart(coder: Coder) -> None:
    scores, _ = events.measure([plover(ACCUSED, ["SWE"], ["DNK"], "ACCUSE")], coder)
    assert scores["triple"]["f1"] == scores["recipient"]["f1"] == 0.0
    assert scores["type"]["f1"] == scores["actor"]["f1"] == 1.0


def test_mutual_acts_count_in_either_direction(coder: Coder) -> None:
    text = "Sweden held talks with Norway in Oslo."
    right, _ = events.measure([plover(text, ["NOR"], ["SWE"], "CONSULT", reciprocal=True)], coder)
    wrong, _ = events.measure([plover(text, ["NOR"], ["SWE"], "CONSULT")], coder)
    assert right["triple"]["recall"] == 1.0
    assert wrong["triple"]["recall"] == 0.0


def test_several_sides_in_the_source_are_both_directions(coder: Coder) -> None:
    scores, _ = events.measure([plover("Sweden held talks with Norway.", ["SWE", "NOR"], [], "CONSULT")], coder)
    assert scores["triple"]["recall"] == 0.5


def test_cameo_codes_are_mapped_and_false_events_counted(coder: Coder) -> None:
    scores, lines = events.measure(
        [
            cameo(ACCUSED, ("SWE", "NOR", "1121")),
            cameo("Denmark accused Iceland of lying about cod.", negative="noevents"),
            cameo("Denmark is north of Austria.", negative="noevents"),
            cameo("Spain spoke.", ("ESP", "---", "010")),
        ],
        coder,
    )
    assert scores["triple"]["recall"] == 1.0
    assert scores["unmapped_gold"] == 1
    assert scores["negatives"] == {"records": 2, "with_events": 1, "events": 1, "share_with_events": 0.5}
    assert len(lines) == 4


def test_excluded_records_are_left_out_and_toys_kept_apart(coder: Coder) -> None:
    scores, lines = events.measure(
        [
            cameo(ACCUSED, ("SWE", "NOR", "1121")),
            cameo("Mordia accused Lothia of theft.", ("MOR", "LOT", "112"), toy=True),
            cameo("No one knows.", exclude="no expectation"),
        ],
        coder,
    )
    assert scores["records"] == 1
    assert scores["toys"]["records"] == 1
    assert len(lines) == 2


def test_acts_that_were_not_done_are_no_events_of_their_own(coder: Coder) -> None:
    found = events.predict(coder, cameo("Sweden denied that it had invaded Norway."))
    assert all(line["event"] != "ASSAULT" for line in found)
