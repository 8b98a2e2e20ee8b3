from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.checks.quotations.marks import missets, pairs
from detente.model import Finding
from detente.sources.text import from_text


def faults(text: str) -> list[tuple[str, str]]:
    article = from_text("A headline over it\n\n" + text).article("test", None)
    return [(m.fault, article.text[m.start : m.end]) for m in missets(article)]


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready,” he said. “It is for Moscow to answer.”",
        '"We are ready," he said. "It is for Moscow to answer."',
        "``We are ready,'' he said. ''It is for Moscow to answer.''",
        "He spoke of the '90s, rock 'n' roll, the ministers' cars and a 5'11\" guard.",
        'She called it “a "frozen" conflict” and left.',
        "The minister said: “He told me “no” and left the room.” Nothing came of it.",
        "“I quote: ‘never again.’” He sat down.",
        "He wrote that “… the talks go on” and “we wait ….”",
        'It was the "worst"—or the "best"—of days (as "they" say).',
        "Le Drian spoke of « une chance » for Europe.",
        "“Our offer is there,” he said.\n\n“It will not be there for ever.\n\n“We wait for their word.”",
        "“Our offer is on the table\n\nand will stay there.” So it ended.",
        '<tweet id="123" author="@ministry">No comment.</tweet>',
    ],
)
def test_what_is_right_has_no_fault(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "fault", "words"),
    [
        ("He called it “a step back and left the hall.", "unclosed", "“a step back and left the hall."),
        ('He called it "a step back and left the hall.', "unclosed", '"a step back and left the hall.'),
        ("He called it “a step back and “a shame”.", "unclosed", "“a step back and"),
        ("“We are ready, said Lavrov. “They are not.”", "unclosed", "“We are ready, said Lavrov."),
        ("“We wait, he said.\n\n“They must answer,” said Peskov.", "unclosed", "“We wait, he said."),
        ("We are ready,” said Lavrov.", "unopened", "We are ready,”"),
        ("“Yes,” he said. We are ready now.” He left.", "unopened", "he said. We are ready now.”"),
        ("It would “change the world. “Biden also spoke of sanctions.", "reversed", "world. “Biden"),
        ('It would "change the world. "Biden also spoke of sanctions.', "reversed", 'world. "Biden'),
        ("He said ”we wait” and left.", "reversed", "”we"),
        ("They called him “weak“ and left.", "reversed", "“weak“"),
        ("“ We wait,” he said.", "spaced", "“ We"),
        ("“We wait, ” he said.", "spaced", "wait, ”"),
        ('They were “weak" and left.', "mixed", '“weak"'),
    ],
)
def test_each_fault_is_found_where_it_stands(text: str, fault: str, words: str) -> None:
    assert faults(text) == [(fault, words)]


def test_a_turned_mark_has_its_right_form() -> None:
    article = from_text("A headline over it\n\n“We wait two weeks, “Kozak said.").article("test", None)
    assert [m.right for m in missets(article)] == ["weeks,” Kozak"]


def test_a_long_paragraph_may_hold_a_quotation_that_was_opened_anew() -> None:
    filling = "The envoys of the four states met again on Wednesday in Paris. " * 30
    assert faults(f"{filling}“We wait for their answer. “We will not wait for ever,” he said. {filling}") == []
    told = f"{filling}“We wait for their answer. The envoy said that nobody had written. “We will not wait for ever,” he said."
    assert [fault for fault, _ in faults(told)] == ["unclosed"]


def test_quotations_have_both_marks() -> None:
    article = from_text("A headline over it\n\n“One,” he said. “Two.” Then “three").article("test", None)
    assert [article.text[p.opening.start : p.closing.end] for p in pairs(article)] == ["“One,”", "“Two.”"]


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("The raid was meant “to break their” will, a general said.", "their”", "warning"),
        ("The bishop called it “a dark and” cold day for the town.", "and”", "warning"),
        ("They had “broken the truce and would” be told so.", "would”", "warning"),
        ("He ordered the “full closure of” the border.", "of”", "note"),
        ("They ran along the wall, crying “Let us” go home! and threw stones.", "us” go home!", "warning"),
        ("“The road is open again, the mayor said.”", "the mayor said.”", "warning"),
    ],
)
def test_a_mark_at_the_wrong_word_is_found(text: str, words: str, severity: str, find: Callable[..., list[Finding]]) -> None:
    found = find("misplaced-quotation-mark", "A headline over it\n\n" + text)
    assert [(f.span.text, f.severity) for f in found] == [(words, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke of “the” deal, not of “a” deal, and said they “could and would” keep it.",
        "“We came for the wheat of,” he said, and broke off. “And,” she said, “what then?”",
        "They cried “Let us go!” and ran. Yahoo! said so.",
        "“‘The road is open,’ he said. Nobody came.”",
    ],
)
def test_marks_at_words_that_may_end_there_are_right(text: str, find: Callable[..., list[Finding]]) -> None:
    assert find("misplaced-quotation-mark", "A headline over it\n\n" + text) == []
