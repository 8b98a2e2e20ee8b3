from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("Ukrainian Foreign Minister Dmytro Kubela spoke in Kyiv.", "Dmytro Kubela", "Dmytro Kuleba"),
        ("The French president, Emmanuel Macorn, spoke in Paris.", "Emmanuel Macorn", "Emmanuel Macron"),
        ("The talks are over, Kremlin spokesman Dmitry Pskov said.", "Dmitry Pskov", "Dmitry Peskov"),
        ("US President Joe Bidan spoke in Washington.", "Joe Bidan", "Joe Biden"),
        ("US President Bidne spoke in Washington.", "Bidne", "Biden"),
        ("Olaf Schultz, the German chancellor, spoke in Berlin.", "Olaf Schultz", "Olaf Scholz"),
        ("Iranian President Ebrahim Riasi spoke in Tehran.", "Ebrahim Riasi", "Ebrahim Raisi"),
        ("Ghanaian President Nana Akuffo-Ado spoke in Accra.", "Nana Akuffo-Ado", "Nana Akufo-Addo"),
        ("Polish Prime Minister Marek Morawiecki spoke in Warsaw.", "Marek Morawiecki", "Mateusz Morawiecki"),
        ("US National Security Adviser Jack Sullivan spoke in Washington.", "Jack Sullivan", "Jake Sullivan"),
    ],
)
def test_a_slip_beside_the_title_is_found(find: Find, text: str, words: str, right: str) -> None:
    assert [(f.span.text, f.suggestion) for f in find("holder-name", text)] == [(words, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian President Volodymyr Zelenskyy spoke in Kyiv.",
        "Ukrainian President Vladimir Zelenskiy spoke in Kyiv.",
        "US President Joseph Biden spoke in Washington.",
        "Turkish President Recep Tayyip Erdoğan spoke in Ankara.",
        "Former Ukrainian Foreign Minister Dmytro Kubela spoke in Kyiv.",
        "German Foreign Minister Sergei Lavrov spoke in Berlin.",
        "Ukrainian Foreign Minister Pavlo Horbatenko spoke in Kyiv.",
        "The Syrian president, Russian officials said, is safe.",
        "French President F. M. spoke in Paris.",
        "Iranian President Ibrahim Raeisi spoke in Tehran.",
        "Syrian President Hafez al-Assad was long dead.",
        "Spanish Foreign Minister Jos\u0041\u0303\u00a9 Manuel Albares spoke in Madrid.",
    ],
)
def test_other_spellings_and_other_people_are_left_alone(find: Find, text: str) -> None:
    assert find("holder-name", text) == []


def test_without_a_date_the_name_still_tells(find: Find) -> None:
    found = find("holder-name", "Ukrainian Foreign Minister Dmytro Kubela spoke in Kyiv.", None)
    assert [f.suggestion for f in found] == ["Dmytro Kuleba"]


def test_another_given_name_is_only_a_warning(find: Find) -> None:
    assert [f.severity for f in find("holder-name", "Polish Prime Minister Marek Morawiecki spoke in Warsaw.")] == ["warning"]
    assert [f.severity for f in find("holder-name", "Polish Prime Minister Mateuzs Morawiecki spoke in Warsaw.")] == ["error"]
