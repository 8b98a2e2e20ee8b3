"""Who acts on whom, at first sight: an arc for every act, from who does it to whom it is done.

The parties stand on one line. Conflict arches over it, cooperation hangs beneath it; material acts are drawn heavier than
words, and what is not done is broken. An act on nobody is a short stem. Wide pages get the line lying, narrow ones standing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from detente.formats.html.escape import safe
from detente.formats.wording import QUADS, is_done, parties_line, place_code, place_name, state
from detente.model import Actor, Event, Item

OTHERS = "others"
_MOST = 10  # parties on the line; more than these could not be told apart on a phone
_ASIDE = 70  # room at the left for the names of the two sides, in pixels


@dataclass(frozen=True, slots=True)
class Act:
    """One act between two parties by their labels; `target` is None where it is on nobody, `source` where nobody is named."""

    card: int
    event: Event
    source: str | None
    target: str | None


@dataclass(frozen=True, slots=True)
class _Axis:
    """The measures of one drawing, in pixels; `lying` tells which way the line of parties runs."""

    lying: bool
    step: float  # from party to party
    band: float  # half the width kept free for the names
    reach: float  # of the highest arc

    def at(self, along: float, out: float) -> str:
        """A point by its distance along the line and out from it; conflict is up when lying, to the right when standing."""
        return f"{along:.1f} {-out:.1f}" if self.lying else f"{out:.1f} {along:.1f}"


def acts_of(items: Sequence[Item]) -> list[Act]:
    """Every act between two parties; an event of several parties gives one for each pair of them."""
    acts: list[Act] = []
    for card, item in enumerate(items):
        if isinstance(item, Event):
            sources: list[str | None] = [*dict.fromkeys(_label(actor) for actor in item.actor)] or [None]
            targets: list[str | None] = [*dict.fromkeys(_label(actor) for actor in item.recipient)] or [None]
            acts += [Act(card, item, s, t) for s in sources for t in targets if s or t]
    weights = _weights(acts)
    if len(weights) <= _MOST:
        return acts
    kept = set(sorted(weights, key=lambda label: (-weights[label], label))[:_MOST])
    return [Act(a.card, a.event, _kept(a.source, kept), _kept(a.target, kept)) for a in acts]


def picture(items: Sequence[Item], prefix: str) -> str:
    """The drawing as a `<figure>`, or "" where no act has a named party. `prefix` starts the ids of the items' cards."""
    acts = acts_of(items)
    if not acts:
        return ""
    order = _order(acts)
    step = min(190.0, max(104.0, 1120 / len(order)))
    lying = _drawing(acts, order, _Axis(True, step, 15, 176), prefix)
    standing = _drawing(acts, order, _Axis(False, 48, 48, 120), prefix)
    return (
        f'<figure class="picture">{lying}{standing}'
        f'<figcaption><span class="keys">{_keys()}</span><span class="told">{safe(_told(acts))}</span></figcaption></figure>'
    )


def _keys() -> str:
    keys = "".join(f'<span class="key q{quad}"><i></i>{name}</span>' for quad, name in QUADS.items())
    return keys + '<span class="key undone"><i></i>not done, or not yet</span>'


def _label(actor: Actor) -> str:
    return place_code(actor) or OTHERS


def _kept(label: str | None, kept: set[str]) -> str | None:
    return label if label is None or label in kept else OTHERS


def _weights(acts: Sequence[Act]) -> Counter[str]:
    return Counter(label for act in acts for label in {act.source, act.target} if label)


def _order(acts: Sequence[Act]) -> list[str]:
    """The parties in the order that keeps arcs short: each in turn, heaviest first, where it costs least."""
    ties = Counter(frozenset((act.source, act.target)) for act in acts if act.source and act.target)
    weights = _weights(acts)
    order: list[str] = []
    for label in sorted(weights, key=lambda name: (name == OTHERS, -weights[name], name)):
        if label == OTHERS:
            return [*order, label]  # whoever they are, they stand apart
        tries = [[*order[:place], label, *order[place:]] for place in range(len(order) + 1)]
        order = min(tries, key=lambda line: _length(line, ties))
    return order


def _length(line: list[str], ties: Counter[frozenset[str]]) -> int:
    place = {label: n for n, label in enumerate(line)}
    total = 0
    for pair, count in ties.items():
        ends = [place[label] for label in pair if label in place]
        total += count * (max(ends) - min(ends)) if len(ends) == 2 else 0
    return total


def _told(acts: Sequence[Act]) -> str:
    named = [(act.source, act.target) for act in acts if act.source and act.target]
    pairs = Counter(pair for pair in named if OTHERS not in pair)
    most = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
    told = [f"{place_name(source)} on {_itself(source, target)}, {count}" for (source, target), count in most]
    return f"Most often: {'; '.join(told)}." if told else ""


def _itself(source: str, target: str) -> str:
    return "itself" if source == target else place_name(target)


def _drawing(acts: Sequence[Act], order: list[str], axis: _Axis, prefix: str) -> str:
    place = {label: axis.step * (n + 0.5) for n, label in enumerate(order)}
    names = "".join(
        f'<text class="{"party other" if label == OTHERS else "party"}" text-anchor="middle" dy=".35em" '
        f"{_xy(axis, place[label])}>{safe(_name(label))}</text>"
        for label in order
    )
    shapes: list[str] = []
    depth = {1: 0.0, -1: 0.0}
    for side in (1, -1):
        here = [act for act in acts if (act.event.quad_code > 2) == (side > 0)]
        arcs, depth[side] = _arcs([a for a in here if a.source and a.target and a.source != a.target], place, axis, side, prefix)
        shapes += arcs
        for label in order:
            alone = [a for a in here if {a.source, a.target} <= {label, None}]
            shapes += _stems(alone, place[label], axis, side, prefix)
            depth[side] = max(depth[side], 36.0 if alone else 24.0)
    length = axis.step * len(order)
    up, down = (axis.band + depth[side] + 8 for side in (1, -1))
    if axis.lying:
        box, wide, high = f"{-_ASIDE} {-up:.0f} {length + _ASIDE:.0f} {up + down:.0f}", length + _ASIDE, up + down
        names += f'<text class="side" x="{-_ASIDE}" y="{-axis.band - 8:.0f}">conflict</text>'
        names += f'<text class="side" x="{-_ASIDE}" y="{axis.band + 16:.0f}">cooperation</text>'
    else:
        most = axis.band + axis.reach + 8
        box, wide, high = f"{-most:.0f} -22 {2 * most:.0f} {length + 22:.0f}", 2 * most, length + 22
        names += f'<text class="side" x="{-most:.0f}" y="-8">cooperation</text>'
        names += f'<text class="side" text-anchor="end" x="{most:.0f}" y="-8">conflict</text>'
    return (
        f'<svg class="{"lying" if axis.lying else "standing"}" viewBox="{box}" width="{wide:.0f}" height="{high:.0f}" '
        f'aria-hidden="true" focusable="false">{"".join(shapes)}{names}</svg>'
    )


def _xy(axis: _Axis, along: float) -> str:
    return f'x="{along:.1f}" y="0"' if axis.lying else f'x="0" y="{along:.1f}"'


def _name(label: str) -> str:
    name = place_name(label)
    return name if len(name) <= 14 else label


def _arcs(acts: Sequence[Act], place: dict[str, float], axis: _Axis, side: int, prefix: str) -> tuple[list[str], float]:
    """Arcs between two different parties, and how far out they reach; those of one pair lie in each other like rings."""
    rings: dict[tuple[float, float], list[Act]] = {}
    for act in acts:
        low, high = sorted((place[str(act.source)], place[str(act.target)]))
        rings.setdefault((low, high), []).append(act)
    shapes, furthest = [], 0.0
    for (low, high), ring in sorted(rings.items()):
        gap = min(6.5, 52 / len(ring))
        spread = min(4.0, axis.step * 0.42 / len(ring))
        size = 1.0 if len(ring) < 7 else 0.75
        floor = min(18 + 0.28 * (high - low), axis.reach - 52)
        for n, act in enumerate(ring):
            lean = ((len(ring) - 1) / 2 - n) * spread
            near, far = low + lean, high - lean
            start, end = (near, far) if place[str(act.source)] < place[str(act.target)] else (far, near)
            foot, peak = side * (axis.band + 1), side * (axis.band + (floor + n * gap) * 4 / 3)
            path = f"M{axis.at(start, foot)}C{axis.at(start, peak)} {axis.at(end, peak)} {axis.at(end, foot + side * 5)}"
            back = foot + side * 7 * size
            head = f"M{axis.at(end, foot)}L{axis.at(end - 3 * size, back)} {axis.at(end + 3 * size, back)}Z"
            shapes.append(_link(act, f'<path class="line" d="{path}"/><path class="head" d="{head}"/>', prefix))
            furthest = max(furthest, floor + n * gap)
    return shapes, furthest


def _stems(acts: Sequence[Act], along: float, axis: _Axis, side: int, prefix: str) -> list[str]:
    """Acts on nobody, by nobody named, or of a party on itself: a fan of short stems with a bud."""
    shapes = []
    for n, act in enumerate(acts):
        angle = math.radians((n - (len(acts) - 1) / 2) * min(15.0, 110 / len(acts)))
        length = 24 + 5 * (n % 2)
        tip = along + math.sin(angle) * length, side * (axis.band + 1 + math.cos(angle) * length)
        foot = along + math.sin(angle) * 5, side * (axis.band + 1 + math.cos(angle) * 2)
        x, y = axis.at(*tip).split()
        line = f'<path class="line" d="M{axis.at(*foot)}L{axis.at(*tip)}"/><circle class="bud" cx="{x}" cy="{y}" r="2.4"/>'
        shapes.append(_link(act, line, prefix))
    return shapes


def _link(act: Act, shape: str, prefix: str) -> str:
    event = act.event
    told = f"{parties_line(event.actor) or '?'} \N{RIGHTWARDS ARROW} {parties_line(event.recipient) or 'nobody named'}: "
    told += f"{event.event}, {state(event)}"
    done = "done" if is_done(event) else "undone"
    return (
        f'<a class="act q{event.quad_code} {done}" href="#{prefix}c{act.card}" data-i="{act.card}" tabindex="-1">'
        f"<title>{safe(told)}</title>{shape}</a>"
    )
