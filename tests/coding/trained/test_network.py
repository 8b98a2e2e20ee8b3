"""The trained network itself: what goes in, what comes out."""

from __future__ import annotations

import numpy as np
import pytest

from detente.coding.trained import Network, network
from detente.coding.trained.network import softmax
from detente.coding.trained.words import told_words
from detente.errors import DataError
from detente.ontology import ontology

SENTENCES = [
    "Kenya condemned the shelling of Kismayo by Ethiopian gunners.",
    "It rained.",
    "Norway and Chad signed a treaty on fishing rights on Monday, and the two ministers shook hands for the photographers.",
]


def test_labels_are_those_of_the_ontology():
    labels, codebook = network().labels, ontology()
    assert labels.types == ("none", *codebook.types)
    assert labels.contexts == tuple(codebook.contexts)
    for name, kind in codebook.types.items():
        assert [labels.modes[i] for i in labels.modes_of[name]] == [f"{name}/{mode}" for mode in ("", *kind.modes)]


def test_there_is_a_row_for_each_piece_of_a_word():
    for text, outputs in zip(SENTENCES, network().read(SENTENCES), strict=True):
        pieces = len(outputs.offsets)
        rows = (outputs.types, outputs.told, outputs.statuses, outputs.modes, outputs.contexts, outputs.parties, outputs.hidden)
        assert {len(row) for row in rows} == {pieces}
        words = [text[outputs.offsets[p][0] : outputs.word_end(p)] for p in outputs.begins]
        assert " ".join(words).replace(" .", ".").replace(" ,", ",") == text


def test_what_is_said_of_a_sentence_does_not_depend_on_the_others():
    alone = network().read(SENTENCES[:1])[0]
    among = network().read([*SENTENCES[::-1]])[2]
    assert np.array_equal(alone.types, among.types)
    assert np.array_equal(alone.parties, among.parties)


def test_long_sentences_are_read_as_far_as_the_network_goes():
    text = "Kenya warned that " + "the river rose and " * 60 + "Chad attacked Niger."
    outputs = network().read([text])[0]
    assert outputs.pieces(0, 5)
    assert outputs.pieces(len(text) - 6, len(text)) == []
    assert told_words(network().labels, outputs, network().temperature)


def test_words_of_one_act_are_told_together():
    outputs = network().read(["Tonga called off its visit to Fiji."])[0]
    told = told_words(network().labels, outputs, network().temperature)
    assert len({(t.start, t.end) for t in told}) == len(told)
    assert all(0.0 <= t.sure <= 1.0 for t in told)


def test_what_passes_between_two_parties_sums_to_one():
    text = SENTENCES[0]
    outputs = network().read([text])[0]
    sure, shares = outputs.between(outputs.pieces(0, 5), outputs.pieces(text.index("Ethiopian"), len(text) - 1))
    assert sure.sum() == pytest.approx(1.0, abs=1e-4)
    assert shares.sum() == pytest.approx(1.0, abs=1e-4)
    assert len(shares) == len(outputs.begins)


def test_softmax():
    assert softmax(np.array([[0.0, 0.0], [1000.0, 0.0]], dtype=np.float32)).tolist() == [[0.5, 0.5], [1.0, 0.0]]


def test_the_file_tells_what_it_was_trained_on():
    about = network().about
    assert about["corpus"] in network().name
    assert about["trained_on"]["sentences"] > 5000
    assert 0.3 < about["temperature"] < 3


def test_a_folder_without_a_network_is_told_in_one_line(tmp_path):
    with pytest.raises(DataError, match="the trained network cannot be loaded"):
        Network(tmp_path)
