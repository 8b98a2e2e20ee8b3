"""The loader: the shipped ontology, small folders, and what it says of broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import DataError
from detente.ontology import Trigger, load, ontology
from detente.ontology.types import Context

TYPES = """
PRAISE:
  definition: Somebody speaks well of another.
  quad: 1
  scale: 3
  modes:
    loud: so that all can hear
"""
CAMEO = """
"05": {label: kind acts, event: PRAISE, goldstein: 3.5}
"051": {label: praise, event: PRAISE, mode: loud, goldstein: 3.4}
"""
TRIGGERS = """
type: PRAISE
verbs:
  - lemma: call for
    actor: subject
    recipient: [for.owner, object]
  - lemma: praise
    object: [$persons, Hero]
    not_object: [self]
    prep: {in: [public]}
    actor: subject
    recipient: object
    mode: loud
    cameo: "051"
    context: [court]
nouns:
  - lemma: word of praise
    of: [warm]
    actor: [owner, by]
    recipient: for
    reciprocal: true
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "triggers").mkdir()
    (tmp_path / "types.yaml").write_text(TYPES, encoding="utf-8")
    (tmp_path / "cameo.yaml").write_text(CAMEO, encoding="utf-8")
    (tmp_path / "triggers" / "classes.yaml").write_text("persons: [king, Queen]\n", encoding="utf-8")
    (tmp_path / "triggers" / "PRAISE.yaml").write_text(TRIGGERS, encoding="utf-8")
    return tmp_path


def test_shipped_types_are_plover() -> None:
    names = (
        "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
        "MOBILIZE COERCE ASSAULT"
    )
    shipped = ontology()
    assert shipped.name == "plover"
    assert " ".join(shipped.types) == names
    assert "".join(str(t.quad) for t in shipped.types.values()) == "1111222333344444"
    assert {t.event for t in shipped.lexicon.triggers} == set(shipped.types)


def test_shipped_scale_has_the_sign_of_its_quad() -> None:
    for kind in ontology().types.values():
        assert (kind.scale > 0) == (kind.quad in (1, 2)), kind.name


@pytest.mark.parametrize(
    ("code", "event", "goldstein"),
    [("0871", "RETREAT", 9.0), ("042", "CONSULT", 1.9), ("1385", "THREATEN", -7.0), ("057", "SUPPORT", 8.0)],
)
def test_shipped_cameo(code: str, event: str, goldstein: float) -> None:
    entry = ontology().cameo[code]
    assert (entry.event, entry.goldstein) == (event, goldstein)


def test_goldstein_falls_back_to_parent_and_then_to_scale(folder: Path) -> None:
    loaded = load(folder)
    assert loaded.goldstein("051", "PRAISE") == 3.4
    assert loaded.goldstein("0519", "PRAISE") == 3.4
    assert loaded.goldstein("059", "PRAISE") == 3.5
    assert loaded.goldstein("99", "PRAISE") == 3.0
    assert loaded.goldstein("", "PRAISE") == 3.0


def test_entries_are_read_whole(folder: Path) -> None:
    loaded = load(folder)
    assert loaded.name == folder.name
    assert loaded.contexts == {}
    call, praise = loaded.lexicon.verbs["call"][0], loaded.lexicon.verbs["praise"][0]
    assert call.words == ("call", "for")
    assert call.recipient == ("for.owner", "object")
    assert praise == Trigger(
        event="PRAISE",
        pos="verb",
        words=("praise",),
        objects=frozenset({"king", "queen", "hero"}),
        not_objects=frozenset({"self"}),
        prepositions={"in": frozenset({"public"})},
        actor=("subject",),
        recipient=("object",),
        mode="loud",
        cameo="051",
        context=("court",),
    )
    (word,) = loaded.lexicon.nouns["praise"]
    assert word.lemma == "word of praise"
    assert word.reciprocal
    assert word.actor == ("owner", "by")


def test_the_most_constrained_entry_comes_first(folder: Path) -> None:
    path = folder / "triggers" / "PRAISE.yaml"
    path.write_text(
        "type: PRAISE\nverbs:\n"
        "  - {lemma: hail, mode: loud}\n"
        "  - {lemma: hail, object: [king], prep: {as: [hero]}}\n"
        "  - {lemma: hail, object: [king]}\n",
        encoding="utf-8",
    )
    weights = [t.weight for t in load(folder).lexicon.verbs["hail"]]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 3


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("types.yaml", "PRAISE: {quad: 1, scale: 3}", "no definition"),
        ("types.yaml", "PRAISE: {definition: d, quad: 5, scale: 3}", "quad is 5"),
        ("types.yaml", "PRAISE: {definition: d, quad: [1], scale: 3}", "quad is"),
        ("types.yaml", "PRAISE: {definition: d, quad: 1, scale: 11}", "from -10 to 10"),
        ("types.yaml", "PRAISE: {definition: d, quad: 1, scale: high}", "from -10 to 10"),
        ("types.yaml", "PRAISE: {definition: d, quad: 1, scale: 1, modes: [loud]}", "modes is not a mapping"),
        ("types.yaml", "PRAISE: praise", "PRAISE: not a mapping"),
        ("types.yaml", "- PRAISE", "not a mapping"),
        ("types.yaml", "PRAISE: {", "types.yaml"),
        ("cameo.yaml", "051: {label: praise, event: PRAISE, goldstein: 3.4}", "quote it"),
        ("cameo.yaml", '"051": {event: PRAISE, goldstein: 3.4}', "no label"),
        ("cameo.yaml", '"051": {label: praise, goldstein: 3.4}', "no event"),
        ("cameo.yaml", '"051": {label: praise, event: PRAISE}', "no goldstein"),
        ("contexts.yaml", "court: [king]", "court: not a mapping"),
        ("triggers/PRAISE.yaml", "verbs: []", "no type"),
        ("triggers/PRAISE.yaml", "type: BLAME", "BLAME is not in types.yaml"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nown_classes: [king]", "own_classes is not a mapping"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [hail]", "'hail': not a mapping"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [{actor: subject}]", "no lemma"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [{lemma: hail, objekt: king}]", "objekt"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [{lemma: hail, object: [$kings]}]", r"unknown class \$kings"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [{lemma: hail, prep: [to]}]", "prep is not a mapping"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [{lemma: hail, actor: owner}]", "unknown role 'owner'"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nnouns: [{lemma: hail, actor: object}]", "unknown role 'object'"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [{lemma: hail, recipient: [on]}]", "unknown role True"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [{lemma: hail, content: maybe}]", "unknown value 'maybe'"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [{lemma: hail, requires: all}]", "unknown value 'all'"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [{lemma: hail, size: cows}]", "unknown value 'cows'"),
        ("triggers/PRAISE.yaml", "type: PRAISE\nverbs: [{lemma: hail, cameo: 051}]", "quote it"),
    ],
)
def test_a_broken_folder_is_refused_by_name(folder: Path, file: str, text: str, message: str) -> None:
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message) as caught:
        load(folder)
    assert file in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_no_codebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"types\.yaml"):
        load(tmp_path)
    (tmp_path / "types.yaml").write_bytes(b"PRAISE: {definition: \xff}")
    with pytest.raises(DataError, match="not UTF-8"):
        load(tmp_path)


def test_context_cues() -> None:
    context = Context("human_rights", "", frozenset({"torture", "human right"}))
    assert context.told_by(["the", "torture", "stop"])
    assert context.told_by(["abuse", "of", "human", "right"])
    assert not context.told_by(["a", "human", "who", "be", "right"])
    assert not context.told_by(["superhuman", "right"])
    assert not context.told_by([])
