"""Measuring statements: the spans of source, cue and content, against PolNeAR."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from detente.bench.gold import report
from detente.bench.scoring import prf, prf_of
from detente.bench.sharing import each
from detente.coding import Coder
from detente.coding.attribution import cue_span, cue_token, quoted_span, speaker_span
from detente.coding.reading import Reading, Said

Spans = list[list[int]]

ROLES = ("source", "cue", "content")
_HALF = 0.5


def measure(records: Iterable[dict[str, Any]], coder: Coder | None = None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Scores the statements of each article, and gives the predictions `{id, attributions: [{source, cue, content}]}`.

    A record has `id`, `text` and `attributions`, each with `source`, `cue` and `content` as lists of `[start, end]`.
    For each role precision, recall and F1 are over characters: those of all predicted spans of the role against those of all
    gold spans.
    `content_found` counts contents of which the other side's content covers half the characters or more; `with_source`
    those of them whose sources overlap as well, or are missing on both sides.

    Raises `KeyError` where a record lacks a key.
    """
    given = list(records)
    predictions: list[dict[str, Any]] = []
    characters: dict[str, Counter[str]] = {role: Counter() for role in ROLES}
    counts: Counter[str] = Counter()
    found = each(predict, given, "attribution", ("statement",), coder)
    for record, predicted in zip(given, found, strict=True):
        predictions.append({"id": record["id"], "attributions": predicted})
        gold = [{role: entry[role] or [] for role in ROLES} for entry in record["attributions"]]
        gold = [entry for entry in gold if any(entry.values())]
        for role in ROLES:
            mine, theirs = _all(predicted, role), _all(gold, role)
            characters[role].update(both=len(mine & theirs), predicted=len(mine), gold=len(theirs))
        counts.update(_found(gold, predicted, "gold"))
        counts.update(_found(predicted, gold, "predicted"))
    scores: dict[str, Any] = {"records": len(predictions), "gold": counts["gold"], "predicted": counts["predicted"]}
    for role, count in characters.items():
        scores[role] = prf(count["both"], count["predicted"], count["gold"])
    for name, key in (("content_found", "found"), ("with_source", "sourced")):
        scores[name] = prf_of(
            counts[f"predicted_{key}"] / max(1, counts["predicted"]), counts[f"gold_{key}"] / max(1, counts["gold"])
        )
    return scores, predictions


def predict(coder: Coder, record: dict[str, Any]) -> list[dict[str, Spans]]:
    """The statements of an article as spans, as PolNeAR's annotators mark them; the source is empty where none is named.

    They mark no attribution inside the content of another, so a cue that stands there is left out, and what goes on over
    several quotations from one cue is one attribution with several content spans, marks of quotation included.
    """
    reading = coder.read(report(record))
    own = [said for read in reading.sentences for said in read.said if said.sentence is read.sentence]
    by_cue: dict[tuple[int, int], list[Said]] = defaultdict(list)
    for said in own:
        if not any(other.cue != said.cue and _holds(other, *said.cue) for other in own):
            by_cue[said.cue].append(said)
    found: list[dict[str, Spans]] = []
    for together in by_cue.values():
        source = next((s for s in (_source(said, reading) for said in together) if s), None)
        # What is continued has the cue of an earlier sentence, and that sentence knows how far the cue goes.
        cue = cue_span(next((s for s in together if s.sentence.start <= s.cue[0] < s.sentence.end), together[0]))
        content = {piece for said in together for piece in _pieces(said, reading)}
        found.append(
            {"source": [source] if source else [], "cue": [[cue.start, cue.end]], "content": [list(p) for p in sorted(content)]}
        )
    return found


def _holds(said: Said, start: int, end: int) -> bool:
    return said.covers(start, end) or any(first <= start and end <= last for first, last in said.others)


def _pieces(said: Said, reading: Reading) -> list[tuple[int, int]]:
    others = [(start, end) for start, end in said.others if not (said.start < end and start < said.end)]
    return [quoted_span(reading.quotations, start, end) for start, end in ((said.start, said.end), *others)]


def _source(said: Said, reading: Reading) -> list[int] | None:
    """The words that name the speaker; they may stand in another sentence than the words spoken.

    In "the envoy, who said that ..." the annotators take "who" for the source.
    """
    head = said.speaker_head
    if head is None:
        return None
    sentence = next(
        (r.sentence for r in reading.sentences if r.sentence.tokens.doc is head.doc and head in r.sentence.tokens), None
    )
    if sentence is None:
        return None
    cue = cue_token(said)
    relative = [c for c in cue.children if c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT")] if cue is not None else []
    span = sentence.span(relative[0]) if relative else speaker_span(head, sentence, cue)
    return [span.start, span.end]


def _all(entries: Iterable[dict[str, Spans]], role: str) -> set[int]:
    return {position for entry in entries for start, end in entry[role] for position in range(start, end)}


def _found(mine: Sequence[dict[str, Spans]], theirs: Sequence[dict[str, Spans]], side: str) -> Counter[str]:
    """How many of my contents the other side has, and how many of those with a source in common."""
    counts: Counter[str] = Counter({side: len(mine)})
    for entry in mine:
        length = sum(end - start for start, end in entry["content"])
        matching = [other for other in theirs if length and _overlap(entry["content"], other["content"]) >= _HALF * length]
        counts[f"{side}_found"] += bool(matching)
        counts[f"{side}_sourced"] += any(
            _overlap(entry["source"], other["source"]) > 0 or not (entry["source"] or other["source"]) for other in matching
        )
    return counts


def _overlap(one: Spans, other: Spans) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
