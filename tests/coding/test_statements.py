"""Statements: who is reported to have said or thought what."""

from __future__ import annotations

import pytest

SPOKEN = {
    "indirect": [
        ("Kenya said that Somalia had closed the border.", "KEN", "said", "that Somalia had closed the border"),
        ("Angela Merkel insisted the pact was fair.", "DEUGOV", "insisted", "the pact was fair"),
        ("The Kremlin denied that it had sent troops.", "RUSGOV", "denied", "that it had sent troops"),
        ("NATO announced on Monday that it would send ships.", "IGONATO", "announced", "that it would send ships"),
    ],
    "direct": [
        ("“The pact is fair,” the Kenyan president said.", "KENGOV", "said", "The pact is fair"),
        ("The Kenyan president said: “The pact is fair.”", "KENGOV", "said", "The pact is fair"),
        ('"The pact is dead," Narendra Modi told reporters.', "INDGOV", "told", "The pact is dead"),
    ],
    "inverted": [
        ("“The pact is fair,” said the Kenyan president.", "KENGOV", "said", "The pact is fair"),
        ("The pact is fair, said Angela Merkel.", "DEUGOV", "said", "The pact is fair"),
    ],
    "according to": [
        ("According to Norway, the ships have left.", "NOR", "According to", "the ships have left"),
        ("The ships have left, according to the Peruvian navy.", "PERMIL", "according to", "The ships have left"),
        ("Twelve people died, according to Syrian officials.", "SYRGOV", "according to", "Twelve people died"),
    ],
    "of, as, to": [
        ("Armenia accused Azerbaijan of shelling villages.", "ARM", "accused", "Azerbaijan of shelling villages"),
        ("France warned of a famine.", "FRA", "warned", "of a famine"),
        ("Chile described the talks as useful.", "CHL", "described", "the talks as useful"),
        ("Kenya urged Uganda to withdraw its troops.", "KEN", "urged", "Uganda to withdraw its troops"),
        ("Iran threatened to close the strait.", "IRN", "threatened", "to close the strait"),
    ],
    "object": [
        ("Egypt condemned the raid.", "EGY", "condemned", "the raid"),
        ("Ghana welcomed the truce.", "GHA", "welcomed", "the truce"),
        ("Sweden expressed concern about the arrests.", "SWE", "expressed", "concern about the arrests"),
    ],
    "thought": [
        ("Poland believes that the pact is dead.", "POL", "believes", "that the pact is dead"),
        ("Israel fears that the talks will fail.", "ISR", "fears", "that the talks will fail"),
        ("Greece is confident that the talks will succeed.", "GRC", "confident", "that the talks will succeed"),
    ],
    "nominal": [
        ("The warning from Berlin that the pact may fail was ignored.", "DEUGOV", "warning", "that the pact may fail"),
        ("Turkey's claim that the ship was armed was dismissed.", "TUR", "claim", "that the ship was armed"),
        ("Cuba repeated its denial that it holds the men.", "CUB", "denial", "that it holds the men"),
    ],
    "idiom": [
        ("Qatar made clear that it would not sign.", "QAT", "made", "that it would not sign"),
        ("Britain made it clear that the talks were over.", "GBR", "made", "that the talks were over"),
    ],
}


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"), [pytest.param(*r, id=f"{kind}: {r[0]}") for kind, rows in SPOKEN.items() for r in rows]
)
def test_who_said_what(code, text, speaker, cue, content):
    found = [(s.speaker.code if s.speaker else None, s.cue, s.content.text) for s in code(text, "statement")]
    assert (speaker, cue, content) in found


QUOTED = [
    ("“The pact is fair,” the Kenyan president said.", True),
    ('"The pact is fair," said Angela Merkel.', True),
    ("«The pact is fair», Peru said.", True),
    ("Peru said that the pact was fair.", False),
    ("Peru said that the pact was “fair”.", False),
    ("According to Norway, the ships have left.", False),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_quoted(code, text, quoted):
    assert [s.quoted for s in code(text, "statement")] == [quoted]


NOBODY = [
    "It was reported that the ships had left.",
    "It is believed that the ships have left.",
    "It has been claimed that the men were shot.",
    "It was announced on Monday that the port would close.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_the_impersonal_passive_has_no_speaker(code, text):
    found = code(text, "statement")
    assert [s.speaker for s in found] == [None]


UNKNOWN = [
    ("Witnesses said the ship had left.", "Witnesses"),
    ("A fisherman said the ship had left.", "fisherman"),
    ("The captain said the ship had left.", "captain"),
    ("Two sources said the ship had left.", "Two sources"),
]


@pytest.mark.parametrize(("text", "name"), UNKNOWN)
def test_a_speaker_that_nobody_knows_is_told_in_the_words_of_the_text(code, text, name):
    (found,) = code(text, "statement")
    assert found.speaker.name == name


MEDIA = [
    ("Angela Merkel said in an interview that the pact was dead.", "an interview"),
    ("Emmanuel Macron said on Twitter that the pact was dead.", "Twitter"),
    ("Kenya said that the pact was dead.", None),
]


@pytest.mark.parametrize(("text", "medium"), MEDIA)
def test_medium(code, text, medium):
    (found,) = code(text, "statement")
    assert found.medium == medium


ADDRESSED = [
    ("Kenya told Uganda that the pact was dead.", "UGA"),
    ("Kenya assured Uganda that the pact would last.", "UGA"),
    ("Kenya warned Uganda that the pact would end.", "UGA"),
    ("Angela Merkel told Emmanuel Macron that the pact was dead.", "FRAGOV"),
    ("Kenya said that Uganda was late.", None),
]


@pytest.mark.parametrize(("text", "addressee"), ADDRESSED)
def test_addressee(code, text, addressee):
    (found,) = code(text, "statement")
    assert (found.addressee.code if found.addressee else None) == addressee


SPLIT = [
    ("“No,” said Angela Merkel, “we shall not sign the pact today.”", "DEUGOV", "we shall not sign the pact today"),
    ("“The talks,” Narendra Modi said, “were long and useful for us all.”", "INDGOV", "were long and useful for us all"),
    (
        "“We are late,” the Kenyan president said. “We shall not sign the pact today.”",
        "KENGOV",
        "We shall not sign the pact today",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "words"), SPLIT)
def test_both_parts_of_a_split_quotation_have_the_speaker(code, text, speaker, words):
    found = code(text, "statement")
    assert {s.speaker.code for s in found if s.quoted} == {speaker}
    assert any(words in s.content.text for s in found if s.quoted)


RUNNING = [
    (
        "“The pact is dead. We shall not mourn it. Others may,” the Kenyan president said.",
        "KENGOV",
        "The pact is dead. We shall not mourn it. Others may",
    ),
    (
        "Angela Merkel said: “The pact is dead. We shall not mourn it.”",
        "DEUGOV",
        "The pact is dead. We shall not mourn it",
    ),
    (
        "“The road is long. It is steep,” said Narendra Modi.",
        "INDGOV",
        "The road is long. It is steep",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), RUNNING)
def test_a_quotation_of_several_sentences_is_one_statement(code, text, speaker, content):
    found = [s for s in code(text, "statement") if s.quoted]
    assert [(s.speaker.code, s.content.text) for s in found] == [(speaker, content)]


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker(code):
    text = (
        "“The pact is dead and nobody will mourn it,” the Kenyan president said.\n\n"
        "“We shall write a better one before the year is out.”"
    )
    found = code(text, "statement")
    assert [s.speaker.code for s in found] == ["KENGOV", "KENGOV"]
    assert found[1].content.text == "We shall write a better one before the year is out"


def test_a_quotation_beside_a_verb_that_is_no_cue_is_given_to_who_speaks(code):
    text = "“The road will be long and hard,” Angela Merkel shared her thoughts."
    assert [s.speaker.code for s in code(text, "statement")] == ["DEUGOV"]


NESTED = [
    ("Kenya said Uganda had claimed that the ship was armed.", [("KEN", "said"), ("UGA", "claimed")]),
    ("Peru denied a report that Chile had said the pact was dead.", [("PER", "denied"), ("CHL", "said")]),
]


@pytest.mark.parametrize(("text", "expected"), NESTED)
def test_statements_in_statements(code, text, expected):
    found = [(s.speaker.code if s.speaker else None, s.cue) for s in code(text, "statement")]
    assert [pair for pair in expected if pair not in found] == []


SILENT = ["Kenya closed the border.", "The ship left on Monday.", "Angela Merkel arrived in Lima."]


@pytest.mark.parametrize("text", SILENT)
def test_no_statement_without_a_cue(code, text):
    assert code(text, "statement") == []


def test_the_evidence_of_a_statement(code):
    (found,) = code("Kenya said that the pact was dead.", "statement")
    assert [s.text for s in found.evidence["cue"]] == ["said"]
    assert [s.text for s in found.evidence["speaker"]] == ["Kenya"]
    assert found.evidence["content"] == [found.content]


def test_what_is_thought_is_less_sure_than_what_is_said(code):
    (thought,) = code("Poland believes that the pact is dead.", "statement")
    (said,) = code("Poland says that the pact is dead.", "statement")
    assert thought.confidence < said.confidence
