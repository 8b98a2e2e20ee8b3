from __future__ import annotations

from detente.bench import speed
from detente.coding import Coder

TEXT = "Peru condemned Chile on Monday. The ministers will meet in Lima, a spokesman said."


def test_coding_is_timed_beside_a_bare_pass(coder: Coder) -> None:
    scores, lines = speed.measure([{"id": str(n), "text": TEXT} for n in range(4)], coder)
    assert (scores["articles"], scores["words"]) == (4, 4 * 14)
    assert scores["cpu_seconds"] == round(sum(line["cpu_code"] for line in lines), 2)
    assert scores["cpu_ratio"] > 0.3
    assert scores["words_per_second"] > 0
    assert scores["peak_memory_mb"] is None or scores["peak_memory_mb"] > 50
    assert set(scores["stages"]) == set(speed.STAGES)
    assert 0.99 < sum(stage["share"] for stage in scores["stages"].values()) < 1.01
    assert scores["stages"]["parse"]["share"] > scores["stages"]["times"]["share"]


def test_it_stops_when_enough_words_are_read(coder: Coder) -> None:
    scores, _ = speed.measure([{"id": str(n), "text": TEXT} for n in range(9)], coder, words=20)
    assert scores["articles"] == 2


def test_pieces_hold_the_whole_text() -> None:
    text = "one two three\nfour five six seven " * 20
    pieces = list(speed._pieces(text, 50))
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 50
