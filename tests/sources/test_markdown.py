from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import BadDate, BadRecord, InputError
from detente.sources.markdown import from_markdown

REPORT = """\
# Talks *fail* in Narva

*Harbour Live. Closed at noon.*

**Monday.** The [minister](http://x.example/m "title") said `no`
and left.

- First point
- Second point

> A quoted paragraph.

Next
----

![A photo](x.png)

<div>raw</div>

| who | what |
|-----|------|
| Ada | came |
"""


def test_marks_are_gone_and_headings_are_known() -> None:
    article = from_markdown(REPORT, "x.md").article("x.md", None)
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == [
        ("headline", "Talks fail in Narva"),
        ("body", "Harbour Live. Closed at noon."),
        ("body", "Monday. The minister said no and left."),
        ("body", "First point"),
        ("body", "Second point"),
        ("body", "A quoted paragraph."),
        ("subhead", "Next"),
        ("body", "who\twhat"),
        ("body", "Ada\tcame"),
    ]
    assert article.title == "Talks fail in Narva"


def test_a_heading_below_the_first_paragraph_is_no_headline() -> None:
    article = from_markdown("The talks failed on Monday.\n\n# Later\n\nThe minister left.", "x").article("x", None)
    assert [b.kind for b in article.blocks] == ["body", "subhead", "body"]
    assert article.title is None


def test_front_matter() -> None:
    draft = from_markdown(
        "---\nid: 5\ntitle: Talks fail\ndate: 2022-01-21\npublisher: Harbour\nother: [1]\n---\n\nThe talks failed.", "x"
    )
    article = draft.article("x", None)
    assert (article.id, article.title, article.date, article.publisher) == ("5", "Talks fail", dt.date(2022, 1, 21), "Harbour")
    assert article.text == "The talks failed."


def test_a_rule_is_no_front_matter() -> None:
    assert from_markdown("The talks failed.\n\n---\n\nNobody spoke.", "x").text == "The talks failed.\n\nNobody spoke."


@pytest.mark.parametrize(
    ("front", "error"), [("date: soon", BadDate), ("a: [", BadRecord), ("just words", BadRecord), ("date: 2022-99-99", BadDate)]
)
def test_broken_front_matter_is_named(front: str, error: type[InputError]) -> None:
    with pytest.raises(error, match=r"^x\.md: "):
        from_markdown(f"---\n{front}\n---\nText.", "x.md")


@given(st.text(alphabet="#*_`[]()<>!-=|\n ab.\\&;~1", max_size=200))
def test_known_blocks_lie_in_the_text(text: str) -> None:
    try:
        draft = from_markdown(text, "x")
    except InputError:
        return
    edge = 0
    for block in draft.article("x", None).blocks:
        assert edge <= block.start < block.end <= len(draft.text)
        edge = block.end
