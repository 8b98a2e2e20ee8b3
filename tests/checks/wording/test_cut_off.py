from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]
HEADLINE = "Talks go on in Berlin\n\n"


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("The envoys met in Berlin. They spoke of the\n\nNobody knows what comes next.", "of the", "error"),
        (
            "The envoys met in Berlin on Monday. They spoke at length of the missiles near the border\n\nNobody knows more.",
            "near the border",
            "warning",
        ),
        ("The envoys met in Berlin. They spoke of missiles and the. Nobody knows more.", "the.", "error"),
        ("The envoys met in Berlin.\n\nThey will meet again in two we… [+1432 chars]", "… [+1432 chars]", "error"),
        ("The envoys met in Berlin. Officials said on Monday that they\n\nNobody knows more.", "that they", "error"),
        ("The envoys met in Berlin. They walked past the ministry's\n\nNobody knows more.", "the ministry's", "error"),
        ("The envoys met in Berlin. One car was a. Nobody knows more.", "was a.", "error"),
        ("The envoys met in Berlin. spoke of the missiles. Nobody knows more.", "Berlin. spoke", "warning"),
        ("The envoys met in Berlin.\n\nAfter the talks the minister told the press:", "press:", "warning"),
        ("The envoys met in Berlin.\n\nspoke of the missiles near the border for two hours.", "spoke of the missiles", "warning"),
        ("The envoys met in Berlin.\n\nThey spoke of the missiles near the ...", "the ...", "warning"),
    ],
)
def test_what_is_cut_off_is_found(text: str, words: str, severity: str, find: Find) -> None:
    found = find("cut-off", HEADLINE + text)
    assert len(found) == 1
    assert found[0].span.text.endswith(words) or found[0].span.text.startswith(words)
    assert found[0].severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "By Ruth Callan in Berlin\n\nThe envoys met.\n\nNo date yet\n\nThey will meet again.",
        "They agreed on three things:\n\n- a ceasefire\n\n- the exchange of prisoners\n\n- to meet again in the summer",
        "“It is late,” he said, “and we are …”\n\nNobody spoke.",
        "He asked: “What are you waiting for?”\n\nThe hall was silent (it was late).",
        "The letter reads:\n\nto the members of the council of ministers, greetings and good health.",
    ],
)
def test_headings_items_and_ends_of_speech_are_right(text: str, find: Find) -> None:
    assert find("cut-off", HEADLINE + text) == []


def test_a_report_that_has_no_end_marks_is_let_be(find: Find) -> None:
    lines = [f"The envoy came to town number {n} and told the people there that it was late" for n in range(5)]
    assert find("cut-off", HEADLINE + "The tour began. It was cold.\n\n" + "\n\n".join(lines) + "\n\nIt is over.") == []


def test_a_headline_that_ends_in_its_middle_is_found(find: Find) -> None:
    body = "\n\nBERLIN - The envoys met on Monday. They will meet again."
    assert [f.span.text for f in find("cut-off", "Envoys leave Berlin after ten hours of talks with" + body)] == ["of talks with"]
    assert find("cut-off", "What the envoys in Berlin have to live with" + body) == []
    assert find("cut-off", "Envoys call on both sides not to give in" + body) == []
