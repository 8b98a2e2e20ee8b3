"""Attribution: the chain of sources that something stands on."""

from __future__ import annotations

from detente.coding.reading import Said
from detente.model import Actor, Attribution


def chain(within: list[Said]) -> list[Attribution]:
    """The chain of the statements that cover something, outermost first; a source that nobody names is left out."""
    ordered = sorted(within, key=lambda s: (-(s.end - s.start), s.start, s.cue))
    links: list[Attribution] = []
    for said in ordered:
        source = source_of(said)
        if source is not None:
            links.append(Attribution(source=source, cue=_words(said), medium=said.medium))
    return links


def source_of(said: Said) -> Actor | None:
    """Who speaks: the linked actor, else the words of the text that name the source."""
    if said.speaker:
        return said.speaker[0]
    head = said.speaker_head
    if head is None:
        return None
    first = min((t.i for t in head.lefts if t.dep_ not in ("punct", "relcl", "acl")), default=head.i)
    first = min(first, head.i)
    words = str(head.doc[first : head.i + 1].text)
    return Actor(name=words, entity_text=words, code="")


def _words(said: Said) -> str:
    return said.sentence.article_text[said.cue[0] : said.cue[1]]
