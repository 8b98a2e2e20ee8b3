"""What training makes of labelled sentences, before any of it is a tensor."""

from __future__ import annotations

import random

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing

from detente.examples import read_line
from detente.ontology import ontology
from training.labels import Labels, told_as
from training.names import Names
from training.tensors import Encoder

LINE = (
    "On Monday [1 the Kenyan army] {attacked|ASSAULT 1>2} [2 Somalia], and [1 Nairobi] {offered|AGREE 1>2} [2 Somalia] "
    "{talks|CONSULT 1=2 proposed}."
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    tokenizer = Tokenizer(WordLevel({"?": 0, "[B]": 1, "[E]": 2}, unk_token="?"))
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = TemplateProcessing(single="[B] $A [E]", special_tokens=[("[B]", 1), ("[E]", 2)])
    return Encoder(tokenizer, Labels.of(ontology()), ontology())


def test_other_names_move_every_span_with_them() -> None:
    example = read_line(LINE)
    names = Names()
    seen = set()
    for seed in range(20):
        swapped = names.swapped(example, random.Random(seed))
        text = swapped.text
        assert [text[e.start : e.end] for e in swapped.events] == ["attacked", "offered", "talks"]
        first, second, third, fourth = (text[p.start : p.end] for p in swapped.parties)
        assert first.startswith("the ")
        assert first.endswith(" army")
        assert second == fourth
        assert text.startswith("On Monday the ")
        assert text.endswith(f" offered {fourth} talks.")
        seen.add((first, second, third))
    assert len(seen) > 15


def test_a_sentence_that_names_no_state_stays_as_it_is() -> None:
    example = read_line("[1 Miners] {blocked|PROTEST/obstruct 1>2} [2 the depot].")
    assert Names().swapped(example, random.Random(1)) == example


def test_items_have_types_roles_and_pairs(encoder: Encoder) -> None:
    labels = Labels.of(ontology())
    item = encoder.item(read_line(LINE))
    assert len(item.types) == len(item.begins) == len(item.ids) - 2
    told = [(labels.types[t.event], labels.statuses[t.status], set(t.actors), set(t.recipients)) for t in item.triggers]
    kenya, somalia = {0, 2}, {1, 3}
    assert told == [
        ("ASSAULT", "happened", kenya, somalia),
        ("AGREE", "happened", kenya, somalia),
        ("CONSULT", "proposed", kenya | somalia, kenya | somalia),
    ]
    assert all(item.types[item.begins.index(t.piece)] == t.event for t in item.triggers)
    pairs = {(a, r): {labels.types[e]: w for e, w in weights.items()} for a, r, weights in item.pairs}
    assert pairs[0, 1] == pytest.approx({"ASSAULT": 1 / 3, "AGREE": 2 / 3})
    assert pairs[1, 0] == {"AGREE": 1.0}


def test_words_of_no_name_stay_the_same_when_names_change(encoder: Encoder) -> None:
    example = read_line(LINE)
    one, other = encoder.item(example), encoder.item(Names().swapped(example, random.Random(3)))
    assert len(one.free) == len(other.free)
    assert len(one.free) < len(one.begins)


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("AID 1>2", "AID"),
        ("AID 1>2 promised", "AGREE"),
        ("AID 1>2 denied", "REJECT"),
        ("AID 1>2 demanded", None),
        ("AID 1>2 failed", None),
        ("ASSAULT 1>2 threatened", "THREATEN"),
        ("ASSAULT 1>2 hypothetical", None),
        ("ASSAULT 1>2 background", "ASSAULT"),
        ("REQUEST 1>2 planned", "REQUEST"),
    ],
)
def test_how_plover_would_have_it(label: str, told: str | None) -> None:
    (event,) = read_line(f"[1 Kenya] {{acts|{label}}} on [2 Chad].").events
    assert told_as(event, ontology()) == told
