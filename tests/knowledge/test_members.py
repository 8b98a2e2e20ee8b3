"""Who belonged to which organisation when."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.errors import DataError
from detente.knowledge.members import COLUMNS, load, members, memberships

DAY = dt.date(2022, 1, 20)


@pytest.mark.parametrize(
    ("organisation", "member", "day", "belongs"),
    [
        ("NATO", "FIN", dt.date(2023, 4, 3), False),
        ("NATO", "FIN", dt.date(2023, 4, 4), True),
        ("EU", "GBR", dt.date(2020, 1, 31), True),
        ("EU", "GBR", dt.date(2020, 2, 1), False),
        ("UNSC", "RUS", DAY, True),
        ("UNSC", "DEU", dt.date(2019, 6, 1), True),
        ("UNSC", "DEU", DAY, False),
    ],
)
def test_members_by_date(organisation, member, day, belongs):
    assert (member in members(organisation, day)) is belongs
    assert (organisation in memberships(member, day)) is belongs


def test_the_members_of_nato():
    assert len(members("NATO", DAY)) == 30
    assert members("NATO", DAY) == sorted(members("NATO", DAY))


def test_an_organisation_whose_members_are_not_known():
    assert members("NOSUCH", DAY) == []


def test_a_table_of_ones_own(tmp_path):
    lines = ["\t".join(COLUMNS), "PACT\tNLD\t2001-05\t2003\tpress\t2003", "PACT\tBEL\t\t\tpress\t2020-01-01"]
    (tmp_path / "members.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    first, second = load(tmp_path)
    assert first.start == dt.date(2001, 5, 1)
    assert first.end == dt.date(2003, 12, 31)
    assert first.line == "members.tsv:2"
    assert first.holds(dt.date(2003, 12, 31), dt.date(2004, 1, 7))
    assert not first.holds(dt.date(2004, 1, 1), dt.date(2004, 1, 7))
    assert second.holds(DAY, DAY)
    assert load(tmp_path / "nowhere") == []


def test_a_bad_date_is_told(tmp_path):
    (tmp_path / "members.tsv").write_text("\t".join(COLUMNS) + "\nPACT\tNLD\tsoon\t\tpress\t2003\n", encoding="utf-8")
    with pytest.raises(DataError, match="'soon' is no date"):
        load(tmp_path)
