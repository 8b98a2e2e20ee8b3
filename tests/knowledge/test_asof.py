"""Questions to the knowledge base in free words."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from detente.errors import DataError
from detente.knowledge import posts
from detente.knowledge.asof import asof
from detente.knowledge.offices import Spell

FLOOR = 0.995
"""Least share of offices that are found by plain wordings."""

WORDINGS = [
    ("2015-03-10", "German chancellor", "Angela Merkel"),
    ("2015-03-10", "Federal Chancellor of Germany", "Angela Merkel"),
    ("2016-05-01", "UN special envoy to Syria", "Staffan de Mistura"),
    ("2016-05-01", "the UN's Syria envoy", "Staffan de Mistura"),
    ("2016-05-01", "UN Secretary-General's special envoy for Syria", "Staffan de Mistura"),
    ("2018-06-01", "Special Representative of the UN Secretary-General for Libya", "Ghassan Salame"),
    ("2019-02-01", "US special envoy for Afghanistan", "Zalmay Khalilzad"),
    ("2022-01-20", "UN envoy for Yemen", "Hans Grundberg"),
    ("2021-05-01", "US Secretary of Defense", "Lloyd Austin"),
    ("2021-05-01", "Pentagon chief", "Lloyd Austin"),
    ("2021-05-01", "Chairman of the Joint Chiefs of Staff of the United States", "Mark Milley"),
    ("2021-05-01", "US top general", "Mark Milley"),
    ("2018-06-01", "director of the CIA", "Gina Haspel"),
    ("2018-06-01", "head of MI6", "Alex Younger"),
    ("2018-06-01", "head of the FSB", "Alexander Bortnikov"),
    ("2018-06-01", "Mossad chief", "Yossi Cohen"),
    ("2018-06-01", "IDF chief of staff", "Gadi Eisenkot"),
    ("2018-06-01", "Israeli military chief of staff", "Gadi Eisenkot"),
    ("2018-06-01", "UK Home Secretary", "Sajid Javid"),
    ("2022-01-20", "UK foreign secretary", "Liz Truss"),
    ("2022-01-20", "US secretary of state", "Antony Blinken"),
    ("2022-01-20", "UN ambassador of Russia", "Vasily Nebenzya"),
    ("2022-01-20", "Russian ambassador to the UN", "Vasily Nebenzya"),
    ("2022-01-20", "Permanent Representative of Russia to the United Nations", "Vasily Nebenzya"),
    ("2018-06-01", "permanent representative of France to the UN", "Francois Delattre"),
    ("2018-06-01", "Minister of External Affairs of India", "Sushma Swaraj"),
    ("2018-06-01", "Indian NSA", "Ajit Doval"),
    ("2018-06-01", "Chief of Army Staff, Pakistan", "Qamar Javed Bajwa"),
    ("2018-06-01", "Iranian Foreign Ministry spokesman", "Bahram Ghasemi"),
    ("2018-06-01", "spokesman of the Ministry of Foreign Affairs of Iran", "Bahram Ghasemi"),
    ("2018-06-01", "Secretary of the Supreme National Security Council of Iran", "Ali Shamkhani"),
    ("2018-06-01", "commander of the Islamic Revolutionary Guard Corps", "Mohammad Ali Jafari"),
    ("2018-06-01", "minister of foreign affairs, Türkiye", "Mevlut Cavusoglu"),
    ("2018-06-01", "King of Saudi Arabia", "King Salman"),
    ("2018-06-01", "president of the European Commission", "Jean-Claude Juncker"),
    ("2018-06-01", "European Council president", "Donald Tusk"),
    ("2018-06-01", "EU High Representative for Foreign Affairs and Security Policy", "Federica Mogherini"),
    ("2022-01-20", "EU foreign policy chief", "Josep Borrell"),
    ("2018-06-01", "Secretary-General of the League of Arab States", "Ahmed Aboul Gheit"),
    ("2018-06-01", "prosecutor of the International Criminal Court", "Fatou Bensouda"),
    ("2018-06-01", "UN human rights chief", "Zeid Ra'ad al-Hussein"),
    ("2018-06-01", "UN High Commissioner for Refugees", "Filippo Grandi"),
    ("2018-06-01", "head of the IMF", "Christine Lagarde"),
    ("2018-06-01", "head of Hamas", "Ismail Haniyeh"),
    ("2018-06-01", "leader of Islamic State", "Abu Bakr al-Baghdadi"),
    ("2022-01-20", "leader of the Houthis", "Abdul-Malik al-Houthi"),
    ("2022-01-20", "leader of Hezbollah", "Hassan Nasrallah"),
    ("2018-06-01", "Premier of the State Council of the People's Republic of China", "Li Keqiang"),
    ("2018-06-01", "North Korean leader", "Kim Jong Un"),
    ("2018-06-01", "minister for foreign affairs of the Republic of Korea", "Kang Kyung-wha"),
    ("2018-06-01", "president of the Democratic Republic of the Congo", "Joseph Kabila"),
    ("2018-06-01", "Dutch PM", "Mark Rutte"),
    ("2018-06-01", "head of the Palestinian Authority", "Mahmoud Abbas"),
    ("2018-06-01", "Secretary of the Security Council of the Russian Federation", "Nikolai Patrushev"),
    ("2018-06-01", "Kremlin chief of staff", "Anton Vaino"),
    ("2022-01-20", "Kremlin spokesman", "Dmitry Peskov"),
    ("2022-01-20", "White House press secretary", "Jen Psaki"),
    ("2018-06-01", "State Department spokeswoman", "Heather Nauert"),
    ("2021-06-01", "head of the office of the president of Ukraine", "Andriy Yermak"),
    ("2018-06-01", "minister of internal affairs of Russia", "Vladimir Kolokoltsev"),
    ("2018-06-01", "Minister of Europe and Foreign Affairs of France", "Jean-Yves Le Drian"),
    ("2018-06-01", "minister of the armed forces of France", "Florence Parly"),
    ("2018-06-01", "Japan's Chief Cabinet Secretary", "Yoshihide Suga"),
    ("2018-06-01", "ruler of Qatar", "Tamim bin Hamad Al Thani"),
    ("2018-06-01", "Pope", "Pope Francis"),
    ("2018-06-01", "supreme allied commander", "Curtis Scaparrotti"),
    ("2022-01-20", "African Union chairperson", "Moussa Faki Mahamat"),
    ("2022-01-20", "Israel's defence minister", "Benny Gantz"),
    ("2022-01-20", "prime minister, Israel", "Naftali Bennett"),
    ("2022-01-20", "Israel: prime minister", "Naftali Bennett"),
    ("2022-01-20", "head of government Lebanon", "Najib Mikati"),
    ("2022-01-20", "supreme leader of Iran", "Ali Khamenei"),
    ("2022-01-20", "chief of the general staff of Russia", "Valery Gerasimov"),
    ("2022-01-20", "UKR foreign minister", "Dmytro Kuleba"),
    ("2022-01-20", "who was foreign minister of Ukraine", "Dmytro Kuleba"),
]


def persons(date, phrase):
    return [answer.person for answer in asof(date, phrase).answers]


@pytest.mark.parametrize(("date", "phrase", "person"), WORDINGS)
def test_wordings(date, phrase, person):
    assert persons(date, phrase) == [person]


def _wordings(base, spell):
    owner = base.owner_entry(spell.owner).name
    country = base.countries.get(spell.owner)
    people = country.demonyms[0] if country and country.demonyms else owner
    title = spell.titles[0] if spell.titles else spell.office
    return (f"{spell.office} of {owner}", f"{people} {spell.office}", f"{owner} {spell.office}", f"{owner}'s {title}")


def test_every_office_of_every_owner_is_found(base):
    """At the middle of every third spell, by its office and its first title, before and behind the owner's name."""
    asked, missed = 0, []
    for spell in base.offices.spells[::3]:
        start = spell.start or dt.date(2000, 1, 1)
        end = spell.end or spell.checked
        middle = start + (max(end, start) - start) / 2
        for phrase in _wordings(base, spell):
            asked += 1
            if (spell.person, spell.owner) not in {(a.person, a.owner) for a in asof(middle.isoformat(), phrase).answers}:
                missed.append((middle.isoformat(), phrase, spell.person))
    assert len(missed) <= (1 - FLOOR) * asked, missed[:20]


@pytest.mark.parametrize(
    ("date", "phrase", "person"),
    [
        ("2022-01-20", "head of state of Sudan", "Abdel Fattah al-Burhan"),
        ("2022-01-20", "king of Jordan", "Abdullah II"),
        ("2022-01-20", "head of state of Canada", "Elizabeth II"),
        ("2022-09-09", "head of state of Jamaica", "Charles III"),
        ("2022-01-20", "head of state of Israel", "Isaac Herzog"),
        ("2022-01-20", "head of government of the USA", "Joe Biden"),
        ("2020-06-15", "head of government of Turkey", "Recep Tayyip Erdogan"),
        ("2016-05-01", "head of government of Turkey", "Ahmet Davutoglu"),
        ("2020-06-15", "head of government of Senegal", "Macky Sall"),
        ("2022-01-20", "head of government of Germany", "Olaf Scholz"),
    ],
)
def test_heads_of_state_and_government(date, phrase, person):
    assert persons(date, phrase) == [person]


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Sergei Lavrov", "Sergei Lavrov"),
        ("Sergej Lawrow", "Sergei Lavrov"),
        ("Lavrov", "Sergei Lavrov"),
        ("Zelenskiy", "Volodymyr Zelensky"),
        ("President Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("German Chancellor Olaf Scholz", "Olaf Scholz"),
        ("Anthony Blinken", "Antony Blinken"),
    ],
)
def test_names(name, person):
    assert set(persons("2022-01-20", name)) == {person}


@pytest.mark.parametrize("name", ["John Smith", "xyzzy", "Ivan Ivanov"])
def test_a_name_that_nobody_bears(name):
    found = asof("2022-01-20", name)
    assert found.answers == []
    assert found.missing == f"nobody and no office is known by {name!r}"


def test_one_who_held_nothing_on_the_date():
    found = asof("2022-01-20", "Mike Pompeo")
    assert {answer.note for answer in found.answers} == {"not in office on 2022-01-20"}
    assert "foreign minister" in {answer.office for answer in found.answers}


def test_a_handover_day_has_two_the_incoming_first():
    assert persons("2017-05-14", "president of France") == ["Emmanuel Macron", "Francois Hollande"]
    assert persons("2017-05", "president of France") == ["Emmanuel Macron", "Francois Hollande"]
    assert persons("2017-05-15", "president of France") == ["Emmanuel Macron"]


def test_a_name_of_two_states_means_both():
    answers = asof("2018-06-01", "Congolese president").answers
    assert [(a.person, a.owner) for a in answers] == [("Joseph Kabila", "COD"), ("Denis Sassou-Nguesso", "COG")] or [
        (a.person, a.owner) for a in answers
    ] == [("Denis Sassou-Nguesso", "COG"), ("Joseph Kabila", "COD")]


def test_what_an_answer_holds():
    (answer,) = asof("2022-01-20", "Ukrainian foreign minister").answers
    assert answer[:9] == (
        "Dmytro Kuleba", "foreign minister", "UKR", "Ukraine", "2020-03-04", "2024-09-05", "GOV", "2024-09-05", ""
    )  # fmt: skip
    assert re.fullmatch(r"offices/UKR\.tsv:\d+", answer.source)


def test_beyond_the_last_check_it_is_said():
    answers = asof("2099-01-01", "president of France").answers
    assert all(answer.note.endswith(f"as last known on {answer.checked}") for answer in answers)
    assert len(answers) == 1


def test_nobody_in_office_names_who_came_before_and_after():
    found = asof("2022-05-20", "ambassador of Ukraine to Atlantis")
    assert found.answers == []
    found = asof("1890", "president of France")
    assert found.missing == "nobody is known to have been president of France on 1890"
    assert found.near


def test_an_office_that_is_not_known_names_near_ones():
    found = asof("2022-01-20", "minister of silly walks of France")
    assert found.missing == "no office of France is known by 'minister of silly walks of France'"
    assert "prime minister" in found.near


def test_no_person_is_made_of_a_place():
    assert asof("2022-01-20", "head of state of Hong Kong").answers == []


def test_a_country_alone_and_an_organisation_alone():
    found = asof("2022-01-20", "Ukraine").answers
    assert [answer.office for answer in found[:2]] == ["president", "prime minister"]
    assert {answer.owner for answer in found} == {"UKR"}
    assert len(found) > 5
    assert persons("2022-01-20", "NATO") == ["Jens Stoltenberg"]


def test_members():
    found = asof("2022-01-20", "members of NATO").answers
    assert len(found) == 30
    assert "Finland" not in [answer.person for answer in found]
    assert persons("2023-12-31", "NATO members").count("Finland") == 1


@pytest.mark.parametrize("date", ["soon", "2022-13", "2022-02-30"])
def test_what_is_no_date_is_told(date):
    with pytest.raises(DataError, match="no date"):
        asof(date, "president of France")


def test_nothing_asked():
    assert asof("2022", " ").missing == "nothing is asked for"
    assert asof("", "president of France").missing == "no date is given"


def _spell(person, start, end=None, checked=None, office="president"):
    return Spell("NLD", person, "m", (), office, (), "GOV", start, end, checked, "x")


def test_an_open_row_is_over_when_another_begins():
    old = _spell("Ann", dt.date(2010, 1, 1), None, dt.date(2012, 1, 1))
    new = _spell("Bo", dt.date(2014, 1, 1), None, dt.date(2015, 1, 1))
    day = dt.date(2014, 6, 1)
    assert posts.standing([old, new], day, day) == [new]
    before = dt.date(2013, 6, 1)
    assert posts.standing([old, new], before, before) == [old]
    shared = [spell._replace(office="adviser") for spell in (old, new)]
    assert posts.standing(shared, day, day) == [shared[1], shared[0]]
