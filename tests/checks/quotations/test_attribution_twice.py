from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]
HEADLINE = "Talks go on in Berlin\n\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("According to the ministry, two bridges were hit, according to the ministry.", "according to the ministry"),
        ("Dmytro Kuleba said that nobody would yield, Kuleba said.", "Kuleba said"),
        ("Dmytro Kuleba said that nobody would yield, said Kuleba.", "said Kuleba"),
        ("He argued that the border was safe, according to him.", "according to him"),
        ("According to Peskov, the letter is being read, he said on Wednesday.", "he said on Wednesday"),
        ("Moldova's energy ministry said that the pipe was dry, the energy ministry said.", "the energy ministry said"),
        ("The company said the pipe was dry, it said, and that it would be filled.", "it said"),
        ("“It is a long road,” the president said, he said, after the vote.", "he said"),
        ("“It is a long road,” Maia Sandu said on Sunday, Ms Sandu told a news conference.", "Ms Sandu told"),
        ("Sherman said: “There will be costs,” she said.", "she said"),
    ],
)
def test_a_source_at_both_ends_is_found(text: str, words: str, find: Find) -> None:
    assert [f.span.text for f in find("attribution-twice", HEADLINE + text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Dmytro Kuleba said that, according to the Pentagon, more troops had come.",
        "Sherman said Ryabkov had been blunt, according to a diplomat.",
        "The White House said the call was short, according to a White House official.",
        "A friend said it was fine, he said.",
        "Putin told him that there would be no war, he said.",
        "Kuleba had said that nobody would yield, and he said so again on Monday.",
        "According to Peskov, the letter is being read. He said it would take time.",
        "“We wait,” Peskov said. “It will take time,” he said.",
        "The soldier said he was tired, the army said.",
        "A spokesman said the road was closed, he said.",
        "The minister said the road was closed, and the minister’s deputy said so too.",
        "He said it was, as he put it, a bad day.",
        "The minister said the offer stood, as he said last year.",
    ],
)
def test_chains_and_other_sources_are_right(text: str, find: Find) -> None:
    assert find("attribution-twice", HEADLINE + text) == []
