"""Measuring event types where actor and recipient are given: PLOVER roots (PLV), or conflict against cooperation (AW)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.bench.gold import sentence
from detente.bench.marked import MarkedPair
from detente.bench.scoring import accuracy, by_label, calibration_error, macro_f1
from detente.bench.sharing import each
from detente.coding import Coder
from detente.coding.by_lexicon import Option, choose
from detente.coding.candidates import Candidate, candidates
from detente.coding.decide import Decision
from detente.coding.plover import plover_type
from detente.coding.reading import Reading, ReadSentence
from detente.coding.roles import Roles, roles
from detente.coding.status import judge
from detente.coding.trained import TrainedDecider
from detente.coding.trained.decider import Passing
from detente.ontology import Ontology, ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROOTS = "AGREE CONSULT SUPPORT YIELD COOPERATE AID REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
ROOTS = tuple(_ROOTS.split())
"""The 15 roots of PLV: those of PLOVER with CONCEDE and RETREAT as one."""

DEFAULT = "CONSULT"
"""What two parties of whom nothing is known do with each other most often."""
CONFLICT = (3, 4)
_ONE_WORD = 0.2
_NO_WORD = 0.05


@dataclass(frozen=True, slots=True)
class _Fitting:
    """A candidate and its frames, with how well they connect the pair."""

    candidate: Candidate
    options: list[Option]
    score: float


def measure(records: Iterable[dict[str, Any]], coder: Coder | None = None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Scores the type given to each pair, and gives the predictions `{id, event, confidence}`.

    A record has `id`, `text`, `source_span` and `target_span` (or null), and either `gold_root` and `gold_penta` (PLV) or
    `gold_binary` (AW: 1 conflict, 0 cooperation). Scores are shares from 0 to 1.

    Raises `KeyError` where a record lacks a key.
    """
    given = list(records)
    kinds = (coder.ontology if coder else ontology()).types
    quads = {name: kind.quad for name, kind in kinds.items()}
    predictions: list[dict[str, Any]] = []
    by_root: list[tuple[str, str]] = []
    by_quad: list[tuple[int, int]] = []
    by_side: list[tuple[int, int]] = []
    for record, (event, confidence) in zip(given, each(classify, given, "pairs", ("event",), coder), strict=True):
        predictions.append({"id": record["id"], "event": event, "confidence": confidence})
        if "gold_binary" in record:
            by_side.append((record["gold_binary"], int(quads[event] in CONFLICT)))
        else:
            by_root.append((_root(record["gold_root"]), _root(event)))
            by_quad.append((record["gold_penta"], quads[event]))
    scores: dict[str, Any] = {"records": len(predictions)}
    if by_root:
        scores |= {
            "accuracy": accuracy(by_root),
            "macro_f1": macro_f1(by_root, ROOTS),
            "quad_accuracy": accuracy(by_quad),
            "quad_macro_f1": macro_f1(by_quad, (1, 2, 3, 4)),
            "calibration_error": calibration_error(
                [(line["confidence"], gold == found) for line, (gold, found) in zip(predictions, by_root, strict=True)]
            ),
            "by_root": by_label(by_root, ROOTS),
        }
    if by_side:
        scores |= {"binary_accuracy": accuracy(by_side), "binary_macro_f1": macro_f1(by_side, (0, 1))}
    return scores, predictions


def _root(event: str) -> str:
    return "YIELD" if event in ("CONCEDE", "RETREAT") else event


def classify(coder: Coder, record: dict[str, Any]) -> tuple[str, float]:
    """The type of what passes from the source to the target of a record, and how sure (0 to 1)."""
    if isinstance(coder.decider, TrainedDecider):
        passing = coder.decider.between(record["text"], record["source_span"], record["target_span"])
        return _published(coder, record, passing), passing.sure
    reading = coder.read(sentence(record, record["text"]))
    pair = MarkedPair(reading, record["source_span"], record["target_span"])
    found = [f for read in reading.sentences for f in _fitting(read, pair, coder.ontology)]
    for fitting in sorted(found, key=lambda f: -f.score):
        decision = choose(fitting.candidate, fitting.options)
        return _plover(decision, fitting.candidate, coder.ontology), decision.confidence
    return _by_words(reading, pair, coder.ontology)


def _published(coder: Coder, record: dict[str, Any], passing: Passing) -> str:
    """The type by the published mapping of CAMEO, which PLV follows, where it has another for the code of the word."""
    event, codes = passing.event, coder.ontology.cameo
    if event not in {code.event for code in codes.values() if code.published}:
        return event
    for read in coder.read(sentence(record, record["text"])).sentences:
        for candidate in candidates(read, coder.ontology.lexicon):
            if read.sentence.offset + candidate.token.idx == passing.start:
                told = [codes[f.cameo] for f in candidate.frames if f.event == event and f.cameo]
                if told:
                    return told[0].published or event
    return codes[coder.ontology.code_for(event, passing.mode)].published or event


def _plover(decision: Decision, candidate: Candidate, codebook: Ontology) -> str:
    judgement = judge(candidate.token, candidate.read.clauses)
    return plover_type(decision.event, codebook.types[decision.event].quad, judgement.status, negated=judgement.negated)


def _fitting(read: ReadSentence, pair: MarkedPair, codebook: Ontology) -> Iterable[_Fitting]:
    for candidate in candidates(read, codebook.lexicon):
        if pair.marks(candidate.token):
            continue
        scored: list[tuple[float, Option]] = []
        for frame in candidate.frames:
            if frame.shuts_out:
                break
            filled = roles(candidate, frame, pair)
            scored.append((_filled(filled, reciprocal=frame.reciprocal), Option(frame, filled)))
        if scored:
            best = max(score for score, _ in scored)
            options = [option for score, option in scored if score == best]
            yield _Fitting(candidate, options, best + _closeness(candidate, pair))


def _filled(filled: Roles, *, reciprocal: bool) -> float:
    """How well a frame's roles agree with the pair: each side in its role counts for it, each in the other's against it."""
    actors, recipients = {a.name for a in filled.actors}, {a.name for a in filled.recipients}
    right = ("source" in actors) + ("target" in recipients)
    crossed = ("target" in actors) + ("source" in recipients)
    return 3.0 * max(right, crossed) if reciprocal else 3.0 * right - 1.5 * crossed


def _closeness(candidate: Candidate, pair: MarkedPair) -> float:
    """How near a trigger stands to the words that join the pair in the parse, and in the text; never as much as one role."""
    token = candidate.token
    path = pair.path(candidate.read.sentence.index)
    score = 0.0
    if token in path:
        score += 1.2
    elif token.head in path or any(child in path for child in token.children):
        score += 0.6
    # The word that governs the others says what is done: "agreed to send" is AGREE.
    score -= 0.1 * min(5, sum(1 for _ in token.ancestors))
    score += 0.05 * max(frame.weight for frame in candidate.frames) + (0.2 if candidate.clause else 0.0)
    return score - 0.02 * min(20, pair.distance(token))


def _by_words(reading: Reading, pair: MarkedPair, codebook: Ontology) -> tuple[str, float]:
    """Where no frame fits: the types of which the lexicon has words of the text, the nearest to the pair first."""
    votes: dict[str, float] = defaultdict(float)
    for read in reading.sentences:
        for token in read.sentence.tokens:
            if not pair.marks(token) and token.pos_ in ("VERB", "NOUN"):
                for event in _types_of(token, codebook):
                    votes[event] += 1.0 / (1 + pair.distance(token))
    best = max(sorted(votes), key=lambda event: votes[event], default=None)
    return (best, _ONE_WORD) if best else (DEFAULT, _NO_WORD)


def _types_of(token: Token, codebook: Ontology) -> Sequence[str]:
    lemma = token.lemma_.lower()
    entries = (codebook.lexicon.verbs if token.pos_ == "VERB" else codebook.lexicon.nouns).get(lemma, [])
    return sorted({entry.event for entry in entries if not entry.shuts_out})
