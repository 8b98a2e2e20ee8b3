from __future__ import annotations

import datetime as dt

from detente.knowledge.founded import lifetimes, named_in


def test_bodies_and_states_that_ended_are_found_with_their_days() -> None:
    found = {match.text: life for match, life in named_in("NATO, the WTO, the Soviet Union, Zaire and South Sudan")}
    assert found["NATO"].start == dt.date(1949, 4, 4)
    assert found["WTO"].forerunner == 1947
    assert found["Soviet Union"].end == dt.date(1991, 12, 26)
    assert (found["Zaire"].start, found["Zaire"].end) == (dt.date(1971, 10, 27), dt.date(1997, 5, 17))
    assert found["South Sudan"].line.startswith("countries.tsv:")


def test_a_land_that_was_there_before_its_state_has_no_lifetime() -> None:
    assert [match.text for match, _ in named_in("Ukraine, Georgia, Algeria and the Congo")] == []


def test_nothing_ends_before_it_begins_and_forerunners_come_first() -> None:
    for life in lifetimes()[1].values():
        assert life.start is None or life.end is None or life.start < life.end
        if life.forerunner is not None:
            assert life.start is not None
            assert life.forerunner <= life.start.year, life.id
