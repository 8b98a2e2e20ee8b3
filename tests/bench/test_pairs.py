from __future__ import annotations

from typing import Any

import pytest

from detente.bench import pairs
from detente.coding import Coder
from detente.coding.by_lexicon import LexiconDecider
from detente.coding.plover import plover_type
from detente.ontology import ontology


def record(text: str, source: str | None, target: str | None, **gold: Any) -> dict[str, Any]:
    def span(words: str | None) -> list[int] | None:
        return [text.index(words), text.index(words) + len(words)] if words else None

    return {"id": text[:20], "text": text, "source_span": span(source), "target_span": span(target), **gold}


@pytest.fixture(scope="module")
def by_lexicon() -> Coder:
    return Coder(decider=LexiconDecider(ontology()))


@pytest.mark.parametrize(
    ("text", "source", "target", "event"),
    [
        ("The harbour board condemned the Vandal Front over the fires.", "The harbour board", "the Vandal Front", "ACCUSE"),
        ("The Vandal Front was condemned by the harbour board.", "the harbour board", "The Vandal Front", "ACCUSE"),
        ("Gunmen of the Vandal Front killed two port guards.", "the Vandal Front", "two port guards", "ASSAULT"),
        ("Peru urged Chile to reopen the pass.", "Peru", "Chile", "REQUEST"),
        ("Peru expelled Chile's envoy.", "Peru", "Chile", "SANCTION"),
    ],
)
def test_type_follows_the_marked_parties_whoever_they_are(
    coder: Coder, by_lexicon: Coder, text: str, source: str, target: str, event: str
) -> None:
    asked = record(text, source, target)
    assert (pairs.classify(coder, asked)[0], pairs.classify(by_lexicon, asked)[0]) == (event, event)


def test_the_gold_has_the_published_type_of_a_code(coder: Coder) -> None:
    # CAMEO 163, an embargo, is COERCE in the mapping that PLV was made by.
    assert pairs.classify(coder, record("Peru imposed sanctions on Chile.", "Peru", "Chile"))[0] == "COERCE"


def test_the_act_of_the_marked_pair_is_taken_not_that_of_others(coder: Coder) -> None:
    text = "Peru condemned Chile on Monday while Brazil invaded Guyana."
    assert pairs.classify(coder, record(text, "Peru", "Chile"))[0] == "ACCUSE"
    assert pairs.classify(coder, record(text, "Brazil", "Guyana"))[0] == "ASSAULT"


def test_a_type_is_given_even_without_any_word_for_it(coder: Coder, by_lexicon: Coder) -> None:
    assert pairs.classify(coder, record("Peru and Chile.", "Peru", None))[0] in pairs.ROOTS
    event, confidence = pairs.classify(by_lexicon, record("Peru and Chile.", "Peru", None))
    assert event == pairs.DEFAULT
    assert confidence < 0.1


def test_scores_merge_concede_and_retreat_and_count_quads(coder: Coder) -> None:
    scores, lines = pairs.measure(
        [
            record("Peru withdrew its troops from Chile.", "Peru", "Chile", gold_root="YIELD", gold_penta=2),
            record("Peru condemned Chile.", "Peru", "Chile", gold_root="AID", gold_penta=2),
        ],
        coder,
    )
    assert lines[0]["event"] == "RETREAT"
    assert (scores["accuracy"], scores["quad_accuracy"]) == (0.5, 0.5)
    assert scores["by_root"]["YIELD"]["f1"] == 1.0
    assert scores["macro_f1"] == pytest.approx(1 / 3, abs=1e-4)  # YIELD right, AID and ACCUSE not


def test_binary_gold_is_scored_by_side(coder: Coder) -> None:
    scores, _ = pairs.measure([record("Peru condemned Chile.", "Peru", "Chile", gold_binary=1)], coder)
    assert scores == {"records": 1, "binary_accuracy": 1.0, "binary_macro_f1": 1.0}


@pytest.mark.parametrize(
    ("event", "quad", "status", "negated", "given"),
    [
        ("AID", 2, "promised", False, "AGREE"),
        ("AID", 2, "denied", True, "REJECT"),
        ("ASSAULT", 4, "threatened", False, "THREATEN"),
        ("ASSAULT", 4, "happened", False, "ASSAULT"),
        ("ASSAULT", 4, "demanded", False, "REQUEST"),
        ("REQUEST", 3, "promised", False, "REQUEST"),
    ],
)
def test_plover_reads_acts_not_done_by_what_is_said(event: str, quad: int, status: Any, negated: bool, given: str) -> None:
    assert plover_type(event, quad, status, negated=negated) == given
