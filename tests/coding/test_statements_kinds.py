"""Kinds of statement: who can speak, whose words they are, and how far they go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding import Coder
from detente.coding.attribution import cue_span, cue_token, speaker_span
from detente.model import Article, Block, Item, Statement

Code = Callable[..., list[Item]]


def told(code: Code, text: str) -> set[tuple[str | None, str, str]]:
    """Speaker, cue and content of each statement."""
    found = set()
    for item in code(text, "statement"):
        assert isinstance(item, Statement)
        found.add((item.speaker.name if item.speaker else None, item.cue, item.content.text))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The dispute turned into a costly war, claiming hundreds of lives.",
        "The showdown warned Europe that gas might run out.",
        "More planes were sent, confirming that the threat was real.",
        "The president accepted the resignation of the finance minister.",
        "The governor declared an emergency in two districts.",
        "Police questioned a suspect on Monday.",
    ],
)
def test_no_statement(code: Code, text: str) -> None:
    assert told(code, text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry accepted the report.", ("ministry", "accepted", "the report")),
        ("A Kremlin statement said the gas would flow again.", ("Russia", "said", "the gas would flow again")),
        ("The survey found that most voters want peace.", ("The survey", "found", "that most voters want peace")),
        ("Macron, who said he would travel to Kyiv, spoke to reporters.", ("Emmanuel Macron", "said", "he would travel to Kyiv")),
        ("Ms Truss said the sanctions would stay.", ("Liz Truss", "said", "the sanctions would stay")),
        ("The army published a letter saying that the bridge was mined.", ("army", "saying", "that the bridge was mined")),
        ("However, he added, the number of refugees was falling.", ("he", "added", "the number of refugees was falling")),
        ("Boycotting the summit, critics say, would be a mistake.", ("critics", "say", "would be a mistake")),
    ],
)
def test_speaker_and_content(code: Code, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(code, text)


def test_a_document_speaks_for_its_owner(code: Code) -> None:
    (found,) = code("A Kremlin statement said the gas would flow again.", "statement")
    assert isinstance(found, Statement)
    assert found.speaker is not None
    assert (found.speaker.code, found.speaker.entity_text, found.medium) == ("RUSGOV", "Kremlin statement", "Kremlin statement")


def test_coordinated_cues_part_the_content(code: Code) -> None:
    assert told(code, 'Lavrov called the talks "difficult" but said another round would follow.') == {
        ("Sergei Lavrov", "called", 'the talks "difficult"'),
        ("Sergei Lavrov", "said", "another round would follow"),
    }
    assert told(code, "The minister said the talks were hard but warned that war was possible.") == {
        ("minister", "said", "the talks were hard"),
        ("minister", "warned", "that war was possible"),
    }


def test_coordinated_contents_stay_together(code: Code) -> None:
    assert told(code, "Scholz said the pipeline was dead and that Germany would buy gas elsewhere.") == {
        ("Olaf Scholz", "said", "the pipeline was dead and that Germany would buy gas elsewhere")
    }


def test_conjuncts_of_a_pluperfect_have_its_subject(code: Code) -> None:
    found = told(code, "The White House said that Biden had voiced concern, reiterated his offer and called for restraint.")
    assert {("Joe Biden", "reiterated", "his offer"), ("Joe Biden", "called", "restraint")} <= found


def test_who_denies_a_report_has_not_made_it(code: Code) -> None:
    assert told(code, "The ministry rejected reports that it had sold the tanks.") == {
        ("ministry", "rejected", "reports that it had sold the tanks")
    }


def test_a_second_quotation_goes_on_by_the_same_speaker(code: Code) -> None:
    assert told(code, '"The border is quiet," Kozak said. "Nobody is preparing an attack there. We want peace."') == {
        ("Dmitry Kozak", "said", "The border is quiet"),
        ("Dmitry Kozak", "said", "Nobody is preparing an attack there. We want peace"),
    }


def test_full_extents_of_cue_and_speaker() -> None:
    text = "Olena Hrytsenko, a deputy mayor, has repeatedly pointed out that the road is shut."
    made = Article(id="a", text=text, blocks=(Block(kind="body", start=0, end=len(text)),))
    (said,) = Coder().read(made).sentences[0].said
    assert said.speaker_head is not None
    assert cue_span(said).text == "has repeatedly pointed out"
    assert speaker_span(said.speaker_head, said.sentence).text == "Olena Hrytsenko, a deputy mayor"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor, who had come by boat, said that the road is shut.", "The mayor, who had come by boat"),
        ("Nobody believed the mayor who said that the road is shut.", "the mayor"),
    ],
)
def test_a_clause_is_the_speakers_where_it_tells_who_it_is(text: str, speaker: str) -> None:
    made = Article(id="a", text=text, blocks=(Block(kind="body", start=0, end=len(text)),))
    said = next(s for s in Coder().read(made).sentences[0].said if s.lemma == "say")
    assert said.speaker_head is not None
    assert speaker_span(said.speaker_head, said.sentence, cue_token(said)).text == speaker


BROKEN = [
    # Short words are somebody's as well, and so is what follows the cue, however short.
    ('"Never," said the captain. "Not now."', {("captain", "said", "Never"), ("captain", "said", "Not now")}),
    (
        '"We are late, "said Lavrov. "Nobody waits."',
        {("Sergei Lavrov", "said", "We are late"), ("Sergei Lavrov", "said", "Nobody waits")},
    ),
    ('"We are late and nobody waits, said Lavrov.', {("Sergei Lavrov", "said", "We are late and nobody waits")}),
    (
        '"We are late" , Lavrov said . " Nobody waits for us in Geneva now . "',
        {("Sergei Lavrov", "said", "We are late"), ("Sergei Lavrov", "said", "Nobody waits for us in Geneva now")},
    ),
]


def test_a_word_in_a_paragraph_of_its_own_is_not_given_to_who_spoke_before(code: Code) -> None:
    assert ("captain", "said", "Never") not in told(code, '"We shall sail at noon," said the captain.\n\n"Never."')


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_broken_and_badly_set_quotations(code: Code, text: str, expected: set[tuple[str | None, str, str]]) -> None:
    assert told(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ships are believed to have left.", (None, "believed", "to have left")),
        ("The general has reportedly fled to Chad.", (None, "reportedly", "fled to Chad")),
        ("Moscow is said to be preparing an offer.", (None, "said", "to be preparing an offer")),
        ("The rebels appear to have left the town.", (None, "appear", "to have left the town")),
        ("The plan was criticised by the Kenyan president.", ("Uhuru Kenyatta", "criticised", "The plan")),
    ],
)
def test_passive_and_impersonal(code: Code, text: str, expected: tuple[str | None, str, str]) -> None:
    assert expected in told(code, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The associates say that the deal is dead.", ("The associates", "say", "that the deal is dead")),
        ("The general wagered that the siege would end in May.", ("general", "wagered", "that the siege would end in May")),
        ("In an interview with Der Spiegel, Olaf Scholz said the pact was dead.", ("Olaf Scholz", "said", "the pact was dead")),
        ("Lavrov was quoted as saying that the talks were over.", ("Sergei Lavrov", "saying", "that the talks were over")),
        ("The minister is wary of the plan.", ("minister", "wary", "the plan")),
        ("Berlin announced its refusal to sign the pact.", ("Germany", "refusal", "to sign the pact")),
        ("She called for all sides to hand in their arms.", ("She", "called", "all sides to hand in their arms")),
        ("As Lavrov put it, the talks were a waste of time.", ("Sergei Lavrov", "put", "the talks were a waste of time")),
        (
            "The Kremlin told the BBC it was sad there had been no talks.",
            ("Russia", "told", "it was sad there had been no talks"),
        ),
        (
            "The delay of the treaty signals the end of the union, said Geert Wilders.",
            ("Geert Wilders", "said", "The delay of the treaty signals the end of the union"),
        ),
        ('Lavrov called the use of force "quite dangerous."', ("Sergei Lavrov", "called", 'the use of force "quite dangerous')),
        (
            '"If you look back," the captain said, "I could have left the harbour last week."',
            ("captain", "said", "I could have left the harbour last week"),
        ),
        (
            "According to Andriy Yermak, an aide to Volodymyr Zelensky, the talks went well, as he said on Twitter.",
            ("Andriy Yermak", "said", "the talks went well"),
        ),
    ],
)
def test_who_speaks_and_how_far(code: Code, text: str, expected: tuple[str | None, str, str]) -> None:
    assert expected in told(code, text)


def test_what_is_quoted_from_another_has_both_sources(code: Code) -> None:
    assert told(code, "The agency quoted fishermen as saying tanks were in the harbour.") == {
        ("The agency", "quoted", "tanks were in the harbour"),
        ("fishermen", "saying", "tanks were in the harbour"),
    }


def test_three_sources_deep(code: Code) -> None:
    found = told(code, "The Times said that a spokesman said that intelligence shows that troops have moved.")
    assert [cue for _, cue, content in sorted(found, key=lambda f: -len(f[2]))] == ["said", "said", "shows"]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Lavrov said in a post on X that the talks were over.", "a post on X"),
        ("Lavrov said in an interview with Kommersant on Friday that the talks were over.", "an interview with Kommersant"),
        ("Lavrov told state television that the talks were over.", "state television"),
        ("Lavrov told reporters that the talks were over.", None),
    ],
)
def test_medium(code: Code, text: str, medium: str | None) -> None:
    (found,) = code(text, "statement")
    assert isinstance(found, Statement)
    assert found.medium == medium


def test_a_content_in_pieces_keeps_them_all() -> None:
    text = "The pipeline, Scholz said, will be closed in May."
    made = Article(id="a", text=text, blocks=(Block(kind="body", start=0, end=len(text)),))
    (said,) = Coder().read(made).sentences[0].said
    assert [text[start:end] for start, end in ((said.start, said.end), *said.others)] == ["will be closed in May", "The pipeline"]


def test_an_anonymous_source_has_its_country_and_sector(code: Code) -> None:
    (found,) = code("A senior Ukrainian official, who gave no name, said the talks were over.", "statement")
    assert isinstance(found, Statement)
    assert found.speaker is not None
    assert (found.speaker.country, found.speaker.sector) == ("UKR", "GOV")
