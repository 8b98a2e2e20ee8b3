"""The trigger lexicon: the words that tell of an event, and who is actor and who recipient in their frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from detente.errors import DataError
from detente.ontology.vocabulary import COMPLEMENTS, CONTENTS, KEYS, REQUIREMENTS, SIZES, is_role

Pos = Literal["verb", "noun"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of the lexicon.

    - `words`: the lemma's words; for a verb the first is the verb, the others its particle or preposition.
    - `objects`, `not_objects`, `subjects`, `of`: lemmas that the head of that argument must (must not) be;
      empty: any.
    - `prepositions`: preposition to the lemmas that it must govern.
    - `actor`, `recipient`: roles in order of preference ("subject", "object.owner", "to", ...; for nouns
      "owner", "by", ...).
    - `content`: the status that it gives to acts told in its complement, or "".
    - `requires`: "actor", "recipient", "both" or "".
    - `modals`: modal verbs one of which the verb must have ("would respond"); the words are then the act, and it is done.
    - `complement`: the clause that the verb must govern: "other" (another's act is asked for), "any", "none", or "".
    - `size`: what a number on the object counts, or "".
    """

    event: str
    pos: Pos
    words: tuple[str, ...]
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    prepositions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    reciprocal: bool = False
    mode: str | None = None
    cameo: str = ""
    context: tuple[str, ...] = ()
    content: str = ""
    complement: str = ""
    requires: str = ""
    size: str = ""

    @property
    def lemma(self) -> str:
        return " ".join(self.words)

    @property
    def weight(self) -> int:
        """How many constraints the entry sets; of entries that fit, the one with most is meant."""
        constraints = (self.objects, self.subjects, self.of)
        words = 2 * (len(self.words) - 1) + bool(self.complement) + 2 * bool(self.modals)
        return words + 2 * sum(map(bool, constraints)) + 2 * len(self.prepositions) + bool(self.not_objects)

    @property
    def breadth(self) -> int:
        """How many lemmas its constraints allow; of two entries as heavy the narrower one is meant."""
        sets = (self.objects, self.subjects, self.of, *self.prepositions.values())
        return sum(map(len, sets))

    @property
    def shuts_out(self) -> bool:
        """Whether it only says that the word tells of no event ("heart attack"): both required, no roles."""
        return self.requires == "both" and not self.actor and not self.recipient

    @property
    def conditions(self) -> tuple[object, ...]:
        """All that must hold for the entry to fit; entries with the same conditions cannot be told apart."""
        governed = frozenset(self.prepositions.items())
        words = (self.pos, self.words, self.modals, self.complement)
        return (*words, self.objects, self.not_objects, self.subjects, self.of, governed)


class Lexicon:
    """Triggers by their first word (verbs) or by their last (nouns)."""

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        self.triggers = tuple(triggers)
        self.verbs: dict[str, list[Trigger]] = {}
        self.nouns: dict[str, list[Trigger]] = {}
        for trigger in self.triggers:
            if trigger.pos == "verb":
                self.verbs.setdefault(trigger.words[0], []).append(trigger)
            else:
                self.nouns.setdefault(trigger.words[-1], []).append(trigger)
        for entries in (*self.verbs.values(), *self.nouns.values()):
            entries.sort(key=lambda t: (-t.weight, t.breadth))


def read_triggers(name: str, data: Mapping[str, Any], classes: Mapping[str, list[str]], *, linted: bool = False) -> list[Trigger]:
    """The triggers of one file, given as parsed YAML.

    The files that ship with détente are `linted` in its own checks; to look for faults again at each start takes time.

    Raises `DataError`, naming file and entry, for an unknown key, class, role or other value.
    """
    event = data.get("type")
    if not isinstance(event, str):
        raise DataError(f"{name}: no type")
    own = data.get("own_classes") or {}
    if not isinstance(own, Mapping):
        raise DataError(f"{name}: own_classes is not a mapping")
    known = {**classes, **own}
    triggers = []
    expanded: dict[str, frozenset[str]] = {}
    for pos, where, entry in entries(name, data):
        for fault in () if linted else faults(pos, entry, known):
            raise DataError(f"{where}: {fault}")
        if not expanded:
            # A class that is no list is a fault of its own, told by the linter; no entry can mean it.
            listings = {f"${key}": words for key, words in known.items() if isinstance(words, list)}
            expanded = {key: frozenset(str(word).lower() for word in words) for key, words in listings.items()}
        triggers.append(_trigger(event, pos, entry, expanded))
    return triggers


def entries(name: str, data: Mapping[str, Any]) -> Iterator[tuple[Pos, str, Any]]:
    """The entries of one file, as (part of speech, where it stands in words, the entry as parsed)."""
    parts: tuple[tuple[Pos, str], ...] = (("verb", "verbs"), ("noun", "nouns"))
    for pos, key in parts:
        for entry in listed(data.get(key)):
            lemma = entry.get("lemma") if isinstance(entry, Mapping) else entry
            yield pos, f"{name}: {pos} {lemma!r}", entry


def faults(pos: Pos, entry: Any, classes: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the form of an entry, one message for each fault."""
    if not isinstance(entry, Mapping):
        yield "not a mapping"
        return
    # YAML reads a bare `on` or `no` as a truth value; as a key it must be quoted.
    unknown = sorted(str(key) for key in entry if key not in KEYS)
    if unknown:
        yield f"unknown keys {unknown}"
    lemma = entry.get("lemma")
    if not isinstance(lemma, str) or not lemma.strip():
        yield "no lemma"
    prepositions = entry.get("prep") or {}
    if not isinstance(prepositions, Mapping):
        yield "prep is not a mapping"
        prepositions = {}
    for key, words in ((k, entry.get(k)) for k in ("object", "not_object", "subject", "of", "modal")):
        yield from _word_faults(key, words, classes)
    for preposition, words in prepositions.items():
        if not isinstance(preposition, str):
            yield f"prep: {preposition!r} is not a word; quote it"
        yield from _word_faults("prep", words, classes)
    for key in ("actor", "recipient"):
        for role in listed(entry.get(key)):
            if not is_role(pos, role):
                yield f"{key}: unknown role {role!r}"
    for key, known in (("content", CONTENTS), ("complement", COMPLEMENTS), ("requires", REQUIREMENTS), ("size", SIZES)):
        value = entry.get(key)
        if value is not None and (not isinstance(value, str) or value not in known):
            yield f"{key}: unknown value {value!r}"
    for key in ("mode", "context"):
        for word in listed(entry.get(key)):
            if not isinstance(word, str):
                yield f"{key}: {word!r} is not a word; quote it"
    if not isinstance(entry.get("reciprocal", False), bool):
        yield f"reciprocal: {entry['reciprocal']!r} is neither true nor false"
    if isinstance(entry.get("mode"), list):
        yield "mode: more than one"
    if entry.get("cameo") is not None and not isinstance(entry["cameo"], str):
        yield f"cameo: {entry['cameo']!r} is a number; quote it"


def _word_faults(key: str, words: Any, classes: Mapping[str, Any]) -> Iterator[str]:
    for word in listed(words):
        if not isinstance(word, str):
            yield f"{key}: {word!r} is not a word; quote it"
        elif word.startswith("$"):
            if word[1:] not in classes:
                yield f"{key}: unknown class {word}"
            elif not isinstance(classes[word[1:]], list):
                yield f"{key}: class {word} is not a list of words"


def _trigger(event: str, pos: Pos, entry: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> Trigger:
    def lemmas(words: Any) -> frozenset[str]:
        return _lemmas(words, classes)

    return Trigger(
        event=event,
        pos=pos,
        words=tuple(entry["lemma"].split()),
        objects=lemmas(entry.get("object")),
        not_objects=lemmas(entry.get("not_object")),
        subjects=lemmas(entry.get("subject")),
        of=lemmas(entry.get("of")),
        modals=lemmas(entry.get("modal")),
        prepositions={p: lemmas(w) for p, w in (entry.get("prep") or {}).items()},
        actor=tuple(listed(entry.get("actor"))),
        recipient=tuple(listed(entry.get("recipient"))),
        reciprocal=bool(entry.get("reciprocal", False)),
        mode=entry.get("mode"),
        cameo=entry.get("cameo") or "",
        context=tuple(listed(entry.get("context"))),
        content=entry.get("content") or "",
        complement=entry.get("complement") or "",
        requires=entry.get("requires") or "",
        size=entry.get("size") or "",
    )


_NONE: frozenset[str] = frozenset()


def _lemmas(words: Any, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if not words:
        return _NONE
    named = listed(words)
    if len(named) == 1 and str(named[0]) in classes:
        return classes[str(named[0])]
    return frozenset().union(*(classes.get(word) or (str(word).lower(),) for word in named))


def listed(value: Any) -> list[Any]:
    """A value that may be given alone or as a list, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]
