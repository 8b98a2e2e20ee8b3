from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from detente.knowledge import Linker, knowledge
from detente.language.parse import parse
from detente.model import Actor, Article, Block

Link = Callable[..., dict[str, list[Actor]]]


@pytest.fixture(scope="module")
def link() -> Link:
    """Links a text and gives the last linked phrase of each head word."""

    def run(text: str, day: str, dateline: str = "") -> dict[str, list[Actor]]:
        whole = dateline + text
        blocks = [Block(kind="body", start=len(dateline), end=len(whole))]
        if dateline:
            blocks.insert(0, Block(kind="dateline", start=0, end=len(dateline)))
        article = Article(id="a", text=whole, date=dt.date.fromisoformat(day), blocks=tuple(blocks))
        linker = Linker(knowledge(), article, article.date)
        for sentence in parse(article).sentences:
            linker.read(sentence)
        return {token.text: actors for token, actors in sorted(linker.mentions(), key=lambda pair: pair[0].i)}

    return run


def names(actors: list[Actor]) -> list[tuple[str, str]]:
    return [(actor.name, actor.code) for actor in actors]


@pytest.mark.parametrize(
    ("text", "day", "word", "name"),
    [
        ("President Clinton flew to Cairo.", "1998-05-05", "Clinton", "Bill Clinton"),
        ("Secretary of State Clinton flew to Cairo.", "2010-05-05", "Clinton", "Hillary Clinton"),
        ("Mrs Clinton flew to Cairo.", "1998-05-05", "Clinton", "Hillary Clinton"),
        ("President Bush flew to Cairo.", "1990-05-05", "Bush", "George H.W. Bush"),
        ("President Bush flew to Cairo.", "2004-05-05", "Bush", "George W. Bush"),
        ("Prime Minister Blair flew to Cairo.", "1998-05-05", "Blair", "Tony Blair"),
        ("Sen. McCain flew to Cairo.", "1998-05-05", "McCain", "John McCain"),
        ("Mr al-Assad flew to Cairo.", "2010-05-05", "Assad", "Bashar al-Assad"),
        ("Ms von der Leyen flew to Cairo.", "2021-05-05", "Leyen", "Ursula von der Leyen"),
    ],
)
def test_a_title_before_a_surname_tells_whose_it_is(link: Link, text: str, day: str, word: str, name: str) -> None:
    assert [actor.name for actor in link(text, day)[word]] == [name]


def test_the_family_name_comes_first_in_east_asia(link: Link) -> None:
    found = link("Moon Jae-in received Kim Jong Un on Monday. Later Moon thanked Kim.", "2018-06-01")
    assert names(found["Moon"]) == [("Moon Jae-in", "KORGOV")]
    assert names(found["Kim"]) == [("Kim Jong Un", "PRKGOV")]


def test_the_title_of_a_person_means_that_person_from_then_on(link: Link) -> None:
    found = link("Iraq rejected what President Clinton proposed. Iraq's army stood by. The president flew home.", "1998-05-05")
    assert names(found["president"]) == [("Bill Clinton", "USAGOV")]


def test_a_known_person_keeps_the_country_that_the_scene_does_not_share(link: Link) -> None:
    text = "Iraq closed its border. Iraq's army moved north. Envoy Jimmy Carter arrived in Iraq with an adviser."
    assert [actor.country for actor in link(text, "1990-10-05")["Carter"]] == ["USA"]


def test_a_person_out_of_politics_is_not_taken_for_a_minister_of_long_ago(link: Link) -> None:
    found = link("John Prescott won the chess match.", "2024-05-05").get("Prescott", [])
    assert all(actor.code == "" for actor in found)


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("The secretary of state left early.", "secretary", "USAGOV"),
        ("Congress rejected the plan.", "Congress", "USALEG"),
        ("The House of Commons rejected the plan.", "House", "GBRLEG"),
        ("The Philippine Senate rejected the plan.", "Senate", "PHLLEG"),
        ("The Clinton administration rejected the plan.", "administration", "USAGOV"),
    ],
)
def test_offices_of_one_country_need_no_country_named(link: Link, text: str, word: str, code: str) -> None:
    assert [actor.code for actor in link(text, "1998-05-05")[word]] == [code]


def test_a_shared_name_belongs_to_the_country_of_the_report(link: Link) -> None:
    text = "Pakistan raised fuel prices. In Pakistan, shops closed. Pakistan then waited. The senate approved the budget."
    assert [actor.code for actor in link(text, "2008-05-05")["senate"]] == ["PAKLEG"]


def test_an_indefinite_description_is_nobody_in_particular(link: Link) -> None:
    found = link("A Kremlin spokesman denied it. A Foreign Office spokesman agreed.", "1999-05-05")
    assert names(found["spokesman"]) == [("spokesman", "GBRGOV")]


def test_a_ministry_speaks_through_its_own_spokesman(link: Link) -> None:
    assert names(link("The Foreign Office spokesman denied it.", "1999-05-05")["spokesman"]) == [("spokesman", "GBRGOV")]


def test_the_police_are_those_of_the_report_not_of_a_place_named_in_passing(link: Link) -> None:
    text = "Kazakhstan closed its roads to Russia. Kazakhstan is calm. The police, who trained for a month in Belarus, stood by."
    assert [actor.code for actor in link(text, "2022-01-08")["police"]] == ["KAZCOP"]
    text = "Kazakhstan closed its roads. Kazakhstan is calm. In Belarus the police stood by."
    assert [actor.code for actor in link(text, "2022-01-08")["police"]] == ["BLRCOP"]


@pytest.mark.parametrize("dateline", ["JERUSALEM (AP)_ ", "TEL AVIV, Israel (Northgate Wire) -- ", "JERUSALEM, June 3 - "])
def test_the_dateline_tells_where_a_report_plays(link: Link, dateline: str) -> None:
    found = link("The police stopped a march on Sunday.", "1998-03-01", dateline)
    assert [actor.code for actor in found["police"]] == ["ISRCOP"]


def test_a_city_is_never_he(link: Link) -> None:
    found = link("Kyiv said he had been wrong.", "2022-03-01")
    assert names(found["Kyiv"]) == [("Ukraine", "UKRGOV")]
    assert "he" not in found


def test_its_on_the_second_of_two_nouns_is_the_owner_of_the_first(link: Link) -> None:
    found = link("Iraq's invasion of Kuwait and its buildup of troops drew protests.", "1990-08-16")
    assert names(found["its"]) == [("Iraq", "IRQ")]


@pytest.mark.parametrize("noun", ["agreements", "process", "talks", "protocol"])
def test_what_is_called_after_a_capital_is_not_that_governments(noun: str) -> None:
    text = f"Envoys praised the Minsk {noun}. Envoys praised Minsk's {noun}."
    article = Article(id="a", text=text, date=dt.date(2016, 1, 1), blocks=(Block(kind="body", start=0, end=len(text)),))
    linker = Linker(knowledge(), article, article.date)
    owners = []
    for sentence in parse(article).sentences:
        linker.read(sentence)
        owners += [names(linker.owners(token)) for token in sentence.tokens if token.text == noun]
    assert owners == [[], [("Belarus", "BLRGOV")]]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("1995-05-05", "AFGREBTALIBAN"),
        ("1999-05-05", "AFGGOVTALIBAN"),
        ("2010-05-05", "AFGREBTALIBAN"),
        ("2022-05-05", "AFGGOVTALIBAN"),
    ],
)
def test_a_group_is_what_it_was_on_the_day(link: Link, day: str, code: str) -> None:
    assert [actor.code for actor in link("The Taliban refused.", day)["Taliban"]] == [code]


def test_a_capital_stands_for_the_state_of_the_day(link: Link) -> None:
    assert [actor.code for actor in link("Moscow refused.", "1985-05-05")["Moscow"]] == ["SUNGOV"]
    assert [actor.code for actor in link("Moscow refused.", "1995-05-05")["Moscow"]] == ["RUSGOV"]


def test_opposition_to_something_is_no_side(link: Link) -> None:
    assert [actor.code for actor in link("The Syrian opposition refused.", "2014-05-05")["opposition"]] == ["SYROPP"]
    assert "opposition" not in link("The Syrian opposition to the plan grew.", "2014-05-05")


def test_what_follows_the_name_tells_more_than_a_rank(link: Link) -> None:
    found = link("Gen. Tomas Varga, a rebel leader from Colombia, refused.", "1998-05-05")
    assert [actor.code for actor in found["Varga"]] == ["COLREB"]


def test_a_surname_has_no_article(link: Link) -> None:
    assert "West" not in link("Moscow will reply if the West keeps to its line.", "2022-01-10")
    assert [actor.code for actor in link("Putin refused.", "2022-01-10")["Putin"]] == ["RUSGOV"]
