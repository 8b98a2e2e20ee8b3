"""A head of one's own, learned from a few examples."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from detente.bench.scoring import macro_f1
from detente.coding import Coder
from detente.coding.trained import network
from detente.coding.trained.head import cross_validated, learn, load, words_of
from detente.errors import DataError
from detente.examples import read_documents
from detente.model import Article, Block, Event
from detente.ontology import load as load_codebook

CODEBOOK = Path(__file__).parents[3] / "docs" / "examples" / "codebook"
TYPES = ("none", "OBSERVE", "TAMPER")


@pytest.fixture(scope="module")
def words():
    examples = [e for d in read_documents(CODEBOOK / "examples.txt") for e in d.examples]
    return words_of(examples, TYPES, network())


def test_sentences_that_a_head_never_saw_are_mostly_told_right(words):
    assert macro_f1(cross_validated(words, TYPES, network().name), TYPES[1:]) > 0.6


def test_the_same_examples_give_the_same_head(words):
    one, other = (learn(words, TYPES, network().name) for _ in range(2))
    assert np.array_equal(one.weights, other.weights)


def test_a_head_is_kept_and_codes(words, tmp_path):
    for name in ("types.yaml", "contexts.yaml"):
        (tmp_path / name).write_bytes((CODEBOOK / name).read_bytes())
    codebook = load_codebook(tmp_path)
    learn(words, TYPES, network().name).save(codebook.head)
    text = "Nigerian soldiers stuffed ballot boxes in Kano. The European Union sent two hundred observers to Nigeria."
    article = Article(id="h", text=text, blocks=(Block(kind="body", start=0, end=len(text)),))
    events = [i for i in Coder(codebook=codebook, kinds={"event"}).code(article) if isinstance(i, Event)]
    assert {"TAMPER", "OBSERVE"} <= {e.event for e in events}
    assert all(e.quad_code == codebook.types[e.event].quad for e in events)


def test_a_head_of_another_network_is_refused(words, tmp_path):
    path = tmp_path / "head.npz"
    learn(words, TYPES, "network-other").save(path)
    with pytest.raises(DataError, match="train again"):
        load(path, network())
    path.write_bytes(b"no head")
    with pytest.raises(DataError, match="no trained head"):
        load(path, network())
    assert load(tmp_path / "none.npz", network()) is None


def test_a_type_that_the_codebook_lacks_is_told():
    examples = [e for d in read_documents(CODEBOOK / "examples.txt") for e in d.examples]
    with pytest.raises(DataError, match="OBSERVE is no type of the codebook"):
        words_of(examples, ("none", "TAMPER"), network())
