"""The items beside the report, each on a card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.formats.html.escape import safe
from detente.formats.wording import (
    PLURALS,
    amount,
    day,
    duration,
    is_done,
    next_round,
    party,
    sizes,
    state,
    status_word,
    when,
    where,
    window,
    word_of,
)
from detente.model import (
    Actor,
    Commitment,
    Event,
    Figure,
    Finding,
    Forecast,
    Item,
    Position,
    Statement,
    Talks,
)

CARDED = ("event", "statement", "figure", "talks", "commitment", "position", "forecast", "finding")
"""Kinds that get a card, in the order of the filters."""

_ARROW = ' <span class="arrow" aria-label="to">\N{RIGHTWARDS ARROW}</span> '


def cards(items: Sequence[Item], anchors: Mapping[int, str], prefix: str) -> str:
    """The cards of an article in reading order, as the `<li>` of a list.

    `anchors` gives the id of each item's first mark; a card has the id `{prefix}c{n}`, n the item's place in `items`.
    """
    numbered = [(n, item) for n, item in enumerate(items) if item.kind in CARDED]
    numbered.sort(key=lambda pair: (_first(pair[1]), CARDED.index(pair[1].kind), pair[0]))
    return "\n".join(_card(n, item, anchors.get(n), prefix) for n, item in numbered)


def _first(item: Item) -> int:
    return min((span.start for spans in item.evidence.values() for span in spans), default=item.text_info.start)


def _card(n: int, item: Item, anchor: str | None, prefix: str) -> str:
    classes = ["card", f"c-{item.kind}"]
    if isinstance(item, Event):
        classes += [f"q{item.quad_code}", "done" if is_done(item) else "undone"]
    if isinstance(item, Finding):
        classes.append(f"s-{item.severity}")
    tag, aside = _head(item)
    head = f'<span class="tag">{safe(tag)}</span><span class="aside">{safe(aside)}</span>'
    link = f'<a class="head" href="#{anchor}">{head}</a>' if anchor else f'<span class="head">{head}</span>'
    facts = "".join(f"<dt>{safe(name)}</dt><dd>{safe(told)}</dd>" for name, told in _facts(item) if told)
    rows = [_line(item)]
    if plainly := " · ".join(part for part in _plainly(item) if part):
        rows.append(f'<p class="plain">{safe(plainly)}</p>')
    if facts:
        rows.append(f"<dl>{facts}</dl>")
    return f'<li class="{" ".join(classes)}" id="{prefix}c{n}" data-i="{n}" data-kind="{item.kind}">{link}{"".join(rows)}</li>'


def _head(item: Item) -> tuple[str, str]:
    """What stands on a card's first line: its tag, and what stands at the other end."""
    if isinstance(item, Event):
        mode = f" · {item.mode}" if item.mode else ""
        return f"{item.event}{mode}", state(item)
    if isinstance(item, Statement):
        return item.cue, "direct speech" if item.quoted else "reported speech"
    if isinstance(item, Talks):
        return f"talks · {item.channel}", status_word(item.status)
    if isinstance(item, Position):
        return item.stance, "position"
    if isinstance(item, Finding):
        return item.check, item.severity
    if isinstance(item, Figure):
        return amount(item), "figure"
    return item.kind, ""


def _line(item: Item) -> str:
    """Who and whom, or what was said: the line that is read first."""
    if isinstance(item, Event):
        to = f"{_ARROW}{_side(item.recipient)}" if item.recipient else ""
        return f'<p class="who-whom">{_side(item.actor, "nobody named")}{to}</p>'
    if isinstance(item, Statement):
        to = f"{_ARROW}{_side([item.addressee])}" if item.addressee else ""
        speaker = _side([item.speaker] if item.speaker else [], "no source named")
        return f'<p class="who-whom">{speaker}{to}</p>{_quote(item.content.text, quoted=item.quoted)}'
    if isinstance(item, Figure):
        return f'<p class="what">{safe(item.what)}</p>'
    if isinstance(item, Talks):
        return f'<p class="who-whom">{_side(item.parties, "parties not named")}</p>'
    if isinstance(item, Commitment):
        to = f"{_ARROW}{_side(item.to)}" if item.to else ""
        return f'<p class="who-whom">{_side(item.by, "nobody named")}{to}</p>{_quote(item.what.text)}'
    if isinstance(item, Forecast):
        return f'<p class="who-whom">{_side([item.by] if item.by else [], "no source named")}</p>{_quote(item.what.text)}'
    if isinstance(item, Position):
        return f'<p class="who-whom">{_side([item.actor])}</p><p class="what">{safe(item.issue)}</p>'
    if isinstance(item, Finding):
        return f'{_quote(item.span.text)}<p class="what">{safe(item.message)}</p>'
    return ""


def _side(actors: Iterable[Actor], nobody: str = "") -> str:
    sides = list(dict.fromkeys(_actor(actor) for actor in actors))
    return ", ".join(sides) or (f'<span class="nobody">{safe(nobody)}</span>' if nobody else "")


def _actor(actor: Actor) -> str:
    code, name = party(actor)
    title = safe(" · ".join(part for part in (actor.code, actor.office) if part))
    shown = f"<b>{safe(code)}</b>" if code else ""
    if name:
        shown += f' <bdi class="name">{safe(name)}</bdi>' if code else f'<bdi class="name">{safe(name)}</bdi>'
    return f'<span class="side" title="{title}">{shown}</span>'


def _quote(words: str, *, quoted: bool = False) -> str:
    marks = ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}") if quoted else ("", "")
    return f"<blockquote>{marks[0]}{safe(words)}{marks[1]}</blockquote>"


def _plainly(item: Item) -> list[str | None]:
    """When, where and the like: what needs no name to be understood."""
    if isinstance(item, Event):
        return [when(item), where(item), sizes(item)]
    if isinstance(item, Talks):
        return [item.format, item.level, when(item), item.venue, duration(item.duration) if item.duration else None]
    return []


def _facts(item: Item) -> list[tuple[str, str | None]]:
    if isinstance(item, Event):
        return [
            ("if", item.condition.text if item.condition else None),
            ("word of", word_of(item.attribution)),
        ]
    if isinstance(item, Statement):
        return [("in", item.medium)]
    if isinstance(item, Figure):
        return [("since", day(item.since) if item.since else None), ("word of", word_of(item.attribution))]
    if isinstance(item, Talks):
        return [
            ("mediator", item.mediator.name if item.mediator else None),
            ("outcome", item.outcome),
            ("next", next_round(item)),
        ]
    if isinstance(item, Commitment):
        return [("due", day(item.due) if item.due else None), ("if", item.condition.text if item.condition else None)]
    if isinstance(item, Forecast):
        return [("window", window(item)), ("likelihood", item.likelihood)]
    if isinstance(item, Finding):
        return [("better", item.suggestion), ("rests on", item.basis)]
    return []


def filters(counts: Mapping[str, int]) -> str:
    """The buttons that choose which cards are shown, for the kinds that there are."""
    buttons = [f'<button type="button" data-show="all" aria-pressed="true">all <b>{sum(counts.values())}</b></button>']
    for kind in CARDED:
        if counts.get(kind):
            buttons.append(
                f'<button type="button" data-show="{kind}" aria-pressed="false">{PLURALS[kind]} <b>{counts[kind]}</b></button>'
            )
    return "".join(buttons)
