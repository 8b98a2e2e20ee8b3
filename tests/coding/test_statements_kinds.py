"""Kinds of statement: who can speak, whose words they are, and how far they go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding import Coder
from detente.coding.attribution import cue_span, speaker_span
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
