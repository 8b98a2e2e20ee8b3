"""What an entry of the record rests on."""

from __future__ import annotations

from dataclasses import dataclass

from detente.glance import glance
from detente.model import Article, Attribution, Item


@dataclass(frozen=True, slots=True)
class Explanation:
    """An item with the article that it was read in. As text: the entry, whose word it stands on, and the evidence."""

    item: Item
    article: Article

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> list[str]:
        """The explanation line by line, without line ends."""
        item, article = self.item, self.article
        seen = glance(item)
        entry = " | ".join(part for part in (seen.date, seen.who, seen.what, seen.whom, seen.status) if part)
        told = [f"{item.id}  {_flat(entry)}"]
        from_where = [article.publisher, article.date.isoformat() if article.date else None, article.url or article.source]
        told.append(f"article   {article.id}" + "".join(f", {part}" for part in from_where if part))
        told.append(f"sentence  {_flat(item.text)}  [{item.text_info.start}-{item.text_info.end}]")
        chain: list[Attribution] = getattr(item, "attribution", [])
        if chain:
            told.append("on whose word  " + " < ".join(f"{link.source.name} ({link.cue})" for link in chain))
        told.append("evidence")
        for role, spans in item.evidence.items():
            told += [f"  {role:<10}{_flat(article.text[s.start : s.end])}  [{s.start}-{s.end}]" for s in spans]
        told.append(f"coded by  {item.coder}, confidence {item.confidence:g}")
        return told


def _flat(text: str) -> str:
    return " ".join(text.split())
