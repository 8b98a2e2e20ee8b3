"""The places of a report as items, each toponym once."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.places.candidates import candidates
from detente.coding.places.resolving import resolve
from detente.coding.places.toponyms import Toponym, toponyms
from detente.coding.reading import Reading
from detente.knowledge.places import PlaceRow
from detente.model import Place, Span, item_id


def located(reading: Reading) -> list[tuple[Toponym, PlaceRow | None]]:
    """The toponyms of an article in reading order, each with the place that it stands for; worked out once an article."""
    if reading.located is None:
        found = list(toponyms(reading.article, [read.sentence for read in reading.sentences], reading.base))
        rows = resolve(reading.article, [(t.start, t.end) for t in found], reading.base)
        reading.located = list(zip(found, rows, strict=True))
    return reading.located


def find_places(reading: Reading, coder: str) -> Iterator[Place]:
    """Every toponym of an article with the place that it was taken for; place fields are null where none is known."""
    article = reading.article
    for toponym, row in located(reading):
        span = Span.of(article.text, toponym.start, toponym.end)
        yield Place(
            id=item_id("place", article.id, span.start, span.end),
            article=article.id,
            date=reading.day,
            text=article.text[toponym.info.start : toponym.info.end],
            text_info=toponym.info,
            confidence=_confidence(toponym, row, reading),
            evidence={"place": [span]},
            coder=coder,
            name=row.name if row else toponym.name,
            lat=row.lat if row else None,
            lon=row.lon if row else None,
            geonameid=(row.geonameid or None) if row else None,
            country=(row.country or None) if row else None,
            province=(row.province or None) if row else None,
            use=toponym.use,
        )


def _confidence(toponym: Toponym, row: PlaceRow | None, reading: Reading) -> float:
    if row is None:
        return 0.3
    rivals = candidates(toponym.name, reading.base)
    if row not in rivals:
        # Somewhere in the town that the report tells of.
        return 0.5
    return 0.9 if row.kind == "country" or len(rivals) == 1 else 0.7
