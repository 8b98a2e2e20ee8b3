from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model import Block
from detente.sources import blocks
from detente.sources.paragraphs import paragraphs


def told(text: str, *, has_headline: bool = True) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start : b.end]) for b in blocks(text, has_headline=has_headline)]


BODY = "The two delegations met for three hours on Monday and agreed to meet again."

LINES = st.sampled_from(
    [
        "Ministers meet on the border",
        BODY,
        "By Ada Lind, Harbour Desk",
        "OSLO, Jan 3 (Harbour Wire) - The talks began.",
        "OSLO, Jan 3 (Harbour Wire) -",
        "(Reporting by Ada Lind)",
        "What comes next",
        "# A heading #",
        "___",
        "  - an item of a list",
        "and so it went on",
        "",
        "   ",
        "It ended. (AP)",
    ]
)
ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(LINES, max_size=12).map("\n".join),
    st.lists(LINES, max_size=8).map("\r\n\r\n".join),
    st.text(alphabet="AB ab.,-—_():#\n\r\t\u2028\u2029\u00a0", max_size=200),
)


@given(ANY_TEXT, st.booleans())
def test_blocks_are_in_order_disjoint_and_cover_all_that_is_not_blank(text: str, has_headline: bool) -> None:
    edge = 0
    left_out = []
    for block in blocks(text, has_headline=has_headline):
        assert edge <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip()
        left_out.append(text[edge : block.start])
        edge = block.end
    left_out.append(text[edge:])
    assert all(not gap.replace("#", "").strip() for gap in left_out)
    if "#" not in text:
        assert all(not gap.strip() for gap in left_out)


@given(ANY_TEXT)
def test_blocks_neither_begin_nor_end_with_blanks(text: str) -> None:
    for block in blocks(text, has_headline=True):
        piece = text[block.start : block.end]
        assert piece == piece.strip()


@given(ANY_TEXT, ANY_TEXT)
def test_known_blocks_are_kept(before: str, after: str) -> None:
    text = before + "Known heading" + after
    known = Block(kind="subhead", start=len(before), end=len(before) + 13)
    found = blocks(text, has_headline=True, known=[known])
    assert known in found
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_wire_report() -> None:
    text = (
        "Ministers reach no deal on grain\n\n"
        f"GENEVA, Jan 21 (Harbour Wire) - {BODY}\n\n"
        f"What was said\n\n{BODY}\n\n"
        "(Reporting by Ada Lind; editing by Per Holm)"
    )
    assert told(text) == [
        ("headline", "Ministers reach no deal on grain"),
        ("dateline", "GENEVA, Jan 21 (Harbour Wire) -"),
        ("body", BODY),
        ("subhead", "What was said"),
        ("body", BODY),
        ("credit", "(Reporting by Ada Lind; editing by Per Holm)"),
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "GENEVA, Jan 21 (Northgate Wire) -",
        "WASHINGTON (AP) --",
        "MOSCOW, Dec. 7 -",
        "O'SMACH, Cambodia (AP)_",
        "ST. JOHN'S, Canada (AP) —",
        "INDEPENDENCE, Mo. _",
        "NEW DELHI:",
        "PORT-AU-PRINCE, Haiti –",
        "MOSCOW/KYIV, 8 February 2022 (Reuters) -",
        "Vienna, March 3 (DPA) -",
        "(Reuters) -",
        "RIO DE JANEIRO —",
        "THE HAGUE, Netherlands (AP) —",
    ],
)
def test_datelines_are_cut_off_with_their_dash(dateline: str) -> None:
    assert told(f"{dateline} {BODY}") == [("dateline", dateline), ("body", BODY)]


def test_a_dateline_may_touch_the_sentence() -> None:
    assert told(f"WASHINGTON—{BODY}") == [("dateline", "WASHINGTON—"), ("body", BODY)]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the Netherlands (ANP)- It refused the offer on Monday.",
        "NATO - Russia's old adversary - said on Monday that it would answer.",
        "US-led forces left the base, the ministry said.",
        "Russia (and others) - said nothing about it.",
        "UPDATE: The ministry has since denied it.",
        "On Jan 21 (Friday) - the third day - talks were broken off.",
        "EU-Russia talks failed, Brussels said.",
        "A ceasefire — the third — was agreed.",
    ],
)
def test_sentences_keep_what_belongs_to_them(sentence: str) -> None:
    assert told(sentence, has_headline=False) == [("body", sentence)]


@pytest.mark.parametrize(
    "byline",
    [
        "By Ada Lind",
        "BY ADA LIND AND PER HOLM",
        "By Ada Lind and Per Holm, Harbour Desk",
        "Reporting by Ada Lind in Oslo",
        "Harbour Desk, Sunday, 16 January 2022",
        "Published 3 January 2022",
        "Ada Lind, Moscow correspondent",
    ],
)
def test_bylines_under_a_headline(byline: str) -> None:
    text = f"Ministers reach no deal on grain\n\n{byline}\n\n{BODY}"
    assert [kind for kind, _ in told(text)] == ["headline", "byline", "body"]


@pytest.mark.parametrize("sentence", ["By Monday the troops had left.", "By agreement of both sides fire ceased at noon"])
def test_sentences_that_begin_with_by_are_no_bylines(sentence: str) -> None:
    assert "byline" not in {kind for kind, _ in told(f"{BODY}\n\n{sentence}\n\n{BODY}")}


@pytest.mark.parametrize(
    "credit",
    [
        "(AP)",
        "(Reuters, AFP, dpa)",
        "Copyright 2022 Harbour Wire. All rights reserved.",
        "More to come at harbour.example.",
        "(Updates with minister's remarks)",
        "___",
        "* * *",
        "SOURCE: News agencies",
        "Ada Lind in Oslo contributed to this report.",
    ],
)
def test_credits(credit: str) -> None:
    assert told(f"{BODY}\n\n{credit}") == [("body", BODY), ("credit", credit)]


def test_a_credit_at_the_end_of_the_last_paragraph_is_cut_off() -> None:
    assert told(f"{BODY} (Reuters, AFP)") == [("body", BODY), ("credit", "(Reuters, AFP)")]
    assert told(f"{BODY} (AFP)\n\n{BODY}")[0] == ("body", f"{BODY} (AFP)")
    assert told("He named the state (Russia)", has_headline=False) == [("body", "He named the state (Russia)")]


def test_a_sentence_in_brackets_is_body() -> None:
    sentence = "(The ministry did not answer questions about the convoy on Monday.)"
    assert told(f"{BODY}\n\n{sentence}")[1] == ("body", sentence)


def test_what_ends_in_a_full_stop_is_no_headline() -> None:
    assert told(f"Talks fail.\n\n{BODY}") == [("body", "Talks fail."), ("body", BODY)]
    assert told(f"Will talks fail?\n\n{BODY}")[0][0] == "headline"
    assert told("Talks fail") == [("body", "Talks fail")]


def test_no_headline_where_there_cannot_be_one() -> None:
    assert "headline" not in {kind for kind, _ in told(f"Talks fail\n\n{BODY}", has_headline=False)}


def test_the_marks_of_headings_stay_outside() -> None:
    assert told(f"# Talks fail #\n{BODY}\n\n## What next\n\n{BODY}") == [
        ("headline", "Talks fail"),
        ("body", BODY),
        ("subhead", "What next"),
        ("body", BODY),
    ]


def test_single_line_breaks_divide_paragraphs() -> None:
    long = "The minister said on Monday that the talks would go on until both sides had agreed on the list of prisoners."
    assert [kind for kind, _ in told(f"{long}\n{long}\n{long}")] == ["body"] * 3


def test_hard_wrapped_paragraphs_stay_whole() -> None:
    first = (
        "The foreign ministers of the two countries met on Monday in the border\n"
        "town of Narva and talked for three hours about the release of the men who\n"
        "were taken prisoner in the spring, but they could not agree on the date\n"
        "on which buses might cross the bridge."
    )
    second = (
        "A second meeting is to be held in a week, a diplomat said, and it will be\n"
        "led by the deputies, who know the lists better than the ministers do and\n"
        "have more time."
    )
    assert told(f"{first}\n\n{second}") == [("body", first), ("body", second)]
    # Without a blank line the short last line shows where the paragraph ends.
    assert told(f"{first}\n{second}") == [("body", first), ("body", second)]


def test_a_line_that_goes_on_in_small_letters_is_no_new_paragraph() -> None:
    text = "The minister, who had come to Narva by train, said on Monday\nthat nothing was agreed."
    assert len(paragraphs(text)) == 1


def test_items_of_a_list_stand_apart() -> None:
    assert len(paragraphs("- the first point\n- the second point\n- the third point")) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The envoy left for home. " * 80_000,
        " " * 2_000_000,
        "A" * 2_000_000,
        "(" * 2_000_000,
        "AB " * 700_000,
        "\n" * 2_000_000,
        "# " * 1_000_000,
        "_" * 2_000_000,
    ],
    ids=["sentences", "blanks", "capitals", "brackets", "words", "line feeds", "marks", "rules"],
)
def test_two_megabytes_in_one_line_take_no_time(text: str) -> None:
    began = time.process_time()
    blocks(text, has_headline=True)
    assert time.process_time() - began < 2.0
