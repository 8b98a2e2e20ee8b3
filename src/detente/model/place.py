"""A place that a report names."""

from __future__ import annotations

from typing import Literal

from detente.model.item import Item


class Place(Item):
    """A toponym and the place that it was taken for (WGS 84 degrees; GeoNames' number where there is one).

    `use`: literal, where the text speaks of the place itself; associative, where the name only says whose or what something is
    ("Russian gas", "the Chicago Tribune"). A map wants the literal ones.
    """

    kind: Literal["place"] = "place"
    name: str
    lat: float | None
    lon: float | None
    geonameid: int | None = None
    country: str | None = None
    province: str | None = None
    use: Literal["literal", "associative"] = "literal"
