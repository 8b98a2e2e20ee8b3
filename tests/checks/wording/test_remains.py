from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.model import Finding

Find = Callable[..., list[Finding]]
HEADLINE = "Talks go on in Berlin\n\n"


@pytest.mark.parametrize(
    ("check", "text", "words"),
    [
        ("markup-remains", "The envoys <b>met</b>.", ["<b>", "</b>"]),
        ("markup-remains", "The envoys met &amp; parted.", ["&amp;"]),
        (
            "markup-remains",
            'The envoys met. document.getElementById("ad").remove();',
            ['document.getElementById("ad").remove();'],
        ),
        ("markup-remains", "The envoys met. .teaser { display: none; }", [".teaser { display: none; }"]),
        ("markup-remains", "The envoysâ€™ cars left ZÃ¼rich.", ["â€™", "Ã¼"]),
        ("markup-remains", "The envoys\ufffd cars left.", ["s\ufffd"]),
        ("markup-remains", 'The [caption id="a" width="3"] envoys met.', ['[caption id="a" width="3"]']),
        ("markup-remains", "See [the letter](https://example.org/letter) in full.", ["[the letter](https://example.org/letter)"]),
        ("page-remains", "They met.\n\nRead more: The letter in full\n\nThey parted.", ["Read more: The letter in full"]),
        ("markup-remains", "They met,\\nand the ministry\\u2019s cars left.", ["\\n", "\\u2019"]),
        ("markup-remains", "The ministry?s cars left MiloÅ¡eviÄ‡ Street.", ["?s", "Å¡", "Ä‡"]),
        ("markup-remains", "[b]The envoys[/b] met &#8211 and parted.", ["[b]", "[/b]", "&#8211"]),
        ("page-remains", "They met. Photo: Anna Weiss/AFP The hall was full.", ["Photo: Anna Weiss/AFP"]),
        ("page-remains", "They met (continued on page 4) and parted.", ["(continued on page 4)"]),
        ("page-remains", "They met. Share on: Facebook WhatsApp Email They parted.", ["Share on: Facebook WhatsApp Email"]),
        ("page-remains", "They met. 3 min read\n\nThey parted.", ["3 min read"]),
        ("page-remains", "They met. pic.twitter.com/a1B2c3 They parted.", ["pic.twitter.com/a1B2c3"]),
        ("page-remains", "They met. Updated 2 hours ago They parted.", ["Updated 2 hours ago They parted"]),
        (
            "machine-talk",
            "They met. I have shortened the lead as requested. They parted.",
            ["I have shortened the lead as requested."],
        ),
        ("page-remains", "They met.\n\nImage source, Getty Images\n\nThey parted.", ["Image source, Getty Images"]),
        (
            "machine-talk",
            "They met.\n\nLet me know if you would like a shorter version.",
            ["Let me know if you would like a shorter version."],
        ),
        (
            "machine-talk",
            "Certainly! Here's a rephrased version of the text:\n\nThey met.",
            ["Certainly! Here's a rephrased version of the text:"],
        ),
        ("unfilled-slot", "They met in [CITY] on [INSERT DATE].", ["[CITY]", "[INSERT DATE]"]),
        ("unfilled-slot", "They met in {{city_name}}, and TK people came.", ["{{city_name}}", "TK"]),
        ("bracketed-alternatives", "They (met) (gathered) in Berlin.", ["(met) (gathered)"]),
        ("bracketed-alternatives", "They [met/gathered] in Berlin.", ["[met/gathered]"]),
        ("unclosed-bracket", "The alliance (founded in 1949 met in Berlin. It was late.", ["(founded in 1949 met in Berlin"]),
        ("unclosed-bracket", "It was late. The alliance founded in 1949) met in Berlin.", ["The alliance founded in 1949)"]),
        ("dateline-in-sentence", "From Vienna (Reuters) — They met again.", ["From Vienna (Reuters) —"]),
    ],
)
def test_what_is_left_is_found(check: str, text: str, words: list[str], find: Find) -> None:
    assert [f.span.text for f in find(check, HEADLINE + text)] == words


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("markup-remains", "AT&T spent 5 < 6 billions; the A&E ward * closed; snake_case and #hashtag are words."),
        ("markup-remains", "The café in São Paulo: “Ça va?” said Ásgeir."),
        ("page-remains", "Readers want to read more: they click and subscribe. The advertisement ran for weeks."),
        (
            "machine-talk",
            "“As an AI language model, I cannot lie,” the programme wrote. Of course, the minister said, here is our answer: no.",
        ),
        (
            "page-remains",
            "He shared this with Facebook and Twitter, and it was on page 4. The photo: a bridge. It took 3 minutes.",
        ),
        ("markup-remains", "It lies in C:\\new and costs 5 = 5; was it the ministry? So they said."),
        ("machine-talk", "“I kept it short, as you asked,” he wrote. The army held fire, as requested."),
        ("unfilled-slot", "“He [Lavrov] has [the] letter,” she said. It is to be confirmed (TBC in short)."),
        ("bracketed-alternatives", "The EU (27 states) (and NATO) met. He (or she) may speak of him/her and/or them."),
        ("unclosed-bracket", "It has a) missiles, b) drills (two of them [or three]) and 3) a smile :)."),
        ("unclosed-bracket", "The list (it is long:\n\nmissiles and drills) was read out."),
        ("dateline-in-sentence", "In Geneva (Switzerland) the envoys met - again."),
    ],
)
def test_what_only_looks_like_it_is_right(check: str, text: str, find: Find) -> None:
    assert find(check, HEADLINE + text) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("It rejected the offer of the other side on Monday. More will follow.", ["warning"]),
        ("In Geneva (AFP) - He rejected the offer of the other side on Monday.", ["warning"]),
        ("They left the town before dawn. It was cold.", ["note"]),
        ("It is late in the day for talks. It was cold.", []),
        ("It was raining when the envoys came.", []),
        ("Russia rejected the offer. It will answer in writing.", []),
    ],
)
def test_a_report_that_begins_with_a_pronoun(text: str, severity: list[str], find: Find) -> None:
    assert [f.severity for f in find("pronoun-lead", HEADLINE + text)] == severity
