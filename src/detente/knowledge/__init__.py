"""Who is who, who was what at the time, and where. The facts are in `data/`, one a line."""

from detente.knowledge.base import Knowledge
from detente.knowledge.compiled import knowledge
from detente.knowledge.entry import Entry
from detente.knowledge.linking import Linker
from detente.knowledge.offices import Spell

__all__ = ["Entry", "Knowledge", "Linker", "Spell", "knowledge"]
