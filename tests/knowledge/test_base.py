"""The knowledge base as loaded."""

from __future__ import annotations

import pytest

from detente.knowledge.entry import Entry, actor_code


@pytest.mark.parametrize(
    ("name", "form", "code"),
    [
        ("Kenya", "name", "KEN"),
        ("Kenyan", "demonym", "KEN"),
        ("Nairobi", "capital", "KENGOV"),
        ("Kremlin", "metonym", "RUSGOV"),
        ("NATO", "name", "IGONATO"),
        ("Taliban", "name", "AFGREBTALIBAN"),
        ("European Union", "name", "IGOEU"),
    ],
)
def test_names(base, name, form, code):
    first = base.names.get(name)[0]
    assert (first.form, first.entry.code) == (form, code)


def test_every_office_belongs_to_somebody_known(base):
    owners = {spell.owner for spell in base.offices.spells}
    assert [o for o in sorted(owners) if o not in base.countries and o not in base.organisations] == []


def test_a_country_has_its_usual_name(base):
    assert base.country_name("KEN") == "Kenya"
    assert base.country_name("QQQ") == "QQQ"
    assert base.owner_entry("KEN") == Entry("state", "Kenya", "KEN")
    assert base.owner_entry("NATO").code == "IGONATO"


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [("prime minister", "GOV"), ("soldier", "MIL"), ("police", "COP"), ("lawmaker", "LEG"), ("judge", "JUD"), ("rebel", "REB")],
)
def test_agent_nouns(base, phrase, sector):
    assert base.agents[phrase].sector == sector


def test_codes():
    assert actor_code("USA", "GOV") == "USAGOV"
    assert actor_code(None, "IGO", "NATO") == "IGONATO"
    assert actor_code("SYR", "REB", "YPG") == "SYRREBYPG"
    assert actor_code(None, None) == ""
    assert Entry("state", "Kenya", "KEN").code == "KEN"
