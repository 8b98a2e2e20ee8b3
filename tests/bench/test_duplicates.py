from __future__ import annotations

from detente.bench import duplicates

BRIDGE = "A lorry fell from the Orla bridge near Varnholt on Tuesday and blocked the river for 9 hours."
REWRITTEN = "The river was blocked for 9 hours on Tuesday after a lorry had fallen from the Orla bridge near Varnholt."
CHEESE = "Dairy farmers of the Sule valley won a prize in Kestrel for a cheese that is smoked over juniper."


def pair(a: str, b: str, same: int) -> dict[str, object]:
    return {"id": f"{same}", "a": a, "b": b, "paraphrase": same}


def test_rewritten_sentences_are_the_same_and_others_are_not() -> None:
    scores, lines = duplicates.measure([pair(BRIDGE, REWRITTEN, 1), pair(BRIDGE, CHEESE, 0), pair(CHEESE, CHEESE, 0)])
    assert [line["same"] for line in lines] == [True, False, True]
    assert scores["accuracy"] == round(2 / 3, 4)
    assert scores["same"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667}


def test_other_figures_make_another_fact() -> None:
    rarity = {word: 1.0 for text in (BRIDGE, CHEESE) for word in duplicates.words(text)} | {"19": 1.0}
    other = BRIDGE.replace("9 hours", "19 hours")
    assert duplicates.likeness(BRIDGE, other, rarity) < 0.85 < duplicates.likeness(BRIDGE, BRIDGE, rarity)


def test_documents_of_one_story_share_a_cluster() -> None:
    texts = [BRIDGE, CHEESE, REWRITTEN, BRIDGE]
    assert duplicates.cluster(texts) == [0, 1, 0, 0]
    records = [{"id": str(n), "text": t, "subtopic": "cheese" if t == CHEESE else "bridge"} for n, t in enumerate(texts)]
    scores, lines = duplicates.measure(records)
    assert scores["b_cubed"]["f1"] == scores["pairwise"]["f1"] == 1.0
    assert [line["cluster"] for line in lines] == [0, 1, 0, 0]


def test_scores_of_clusters_by_hand() -> None:
    # Gold {a, b}, {c}; found {a}, {b, c}: precision (1 + 1/2 + 1/2) / 3, recall (1/2 + 1/2 + 1) / 3.
    assert duplicates._b_cubed(["x", "x", "y"], [0, 1, 1]) == {"precision": 0.6667, "recall": 0.6667, "f1": 0.6667}
    assert duplicates._pairwise(["x", "x", "y"], [0, 1, 1])["f1"] == 0.0
