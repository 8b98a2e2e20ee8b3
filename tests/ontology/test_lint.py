"""The linter: clean on what ships, and every rule broken once in a small folder."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import DataError
from detente.ontology.lint import problems
from detente.ontology.load import DATA, load
from detente.ontology.vocabulary import KEYS

FILES = {
    "types.yaml": """
BLAME:
  definition: Somebody speaks ill of another.
  quad: 3
  scale: -2
PRAISE:
  definition: Somebody speaks well of another.
  quad: 1
  scale: 3
  modes:
    loud: so that all can hear
    soft: so that few can hear
""",
    "contexts.yaml": """
court:
  definition: What goes on at court.
  cues: [courtier, royal palace]
""",
    "cameo.yaml": """
"051": {label: praise, event: PRAISE, mode: loud, goldstein: 3.4}
"11": {label: blame, event: BLAME, also: [PRAISE], goldstein: -2.0}
""",
    "triggers/classes.yaml": "persons: [king, queen]\n",
    "triggers/BLAME.yaml": """
type: BLAME
verbs:
  - lemma: scold
    actor: subject
    recipient: object
    cameo: "11"
""",
    "triggers/PRAISE.yaml": """
type: PRAISE
own_classes:
  praise_things: [deed, word]
verbs:
  - lemma: hail
    object: [$persons]
    actor: subject
    recipient: object
    mode: loud
    cameo: "051"
    context: court
  - lemma: hail
    prep: {for: [$praise_things]}
    actor: subject
    recipient: object
  - lemma: mock
    actor: subject
    cameo: "11"
nouns:
  - lemma: praise
    actor: owner
    recipient: for
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "triggers").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def change(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_what_ships_is_clean() -> None:
    assert problems(DATA) == []


def test_a_good_folder_is_clean(folder: Path) -> None:
    assert problems(folder) == []


@pytest.mark.parametrize(
    ("file", "before", "after", "expected"),
    [
        ("triggers/PRAISE.yaml", "mode: loud", "mode: shrill", "shrill is no mode of PRAISE"),
        ("triggers/PRAISE.yaml", 'cameo: "051"', 'cameo: "059"', "unknown CAMEO code 059"),
        ("triggers/BLAME.yaml", 'cameo: "11"', 'cameo: "051"', "CAMEO code 051 is PRAISE, not BLAME"),
        ("triggers/PRAISE.yaml", "context: court", "context: farm", "unknown context farm"),
        ("triggers/PRAISE.yaml", "recipient: for", "recipient: fore", "recipient: unknown role 'fore'"),
        ("triggers/PRAISE.yaml", "actor: owner", "actor: owner\n    content: may", "content: unknown value 'may'"),
        ("triggers/PRAISE.yaml", "actor: owner", "actor: owner\n    requires: all", "requires: unknown value 'all'"),
        ("triggers/PRAISE.yaml", "actor: owner", "actor: owner\n    size: cows", "size: unknown value 'cows'"),
        ("triggers/PRAISE.yaml", "actor: owner", "actor: owner\n    reciprocal: often", "reciprocal: 'often'"),
        ("triggers/PRAISE.yaml", "actor: owner", "requires: both", "requires the actor and names no role for it"),
        ("triggers/PRAISE.yaml", "lemma: mock", "lemma: mock\n    requires: recipient", "requires the recipient"),
        ("triggers/PRAISE.yaml", "lemma: mock", "lemma: admire", "verbs: admire stands after hail"),
        ("triggers/PRAISE.yaml", "[$persons]", "[$people]", "unknown class $people"),
        ("triggers/PRAISE.yaml", "[$praise_things]", "[deed]", "class praise_things is not used"),
        ("triggers/PRAISE.yaml", "own_classes:", "own_classes:\n  persons: [earl]", "hides the common one"),
        ("triggers/PRAISE.yaml", "type: PRAISE", "type: PRAISE\nadverbs: []", "unknown keys ['adverbs']"),
        ("triggers/PRAISE.yaml", "type: PRAISE", "type: LAUD", "type LAUD is not in types.yaml"),
        ("triggers/PRAISE.yaml", "type: PRAISE", "kind: PRAISE", "no type"),
        ("triggers/PRAISE.yaml", "verbs:", "verbs: {", "triggers/PRAISE.yaml"),
        ("triggers/classes.yaml", "queen]", "king]", "persons: twice king"),
        ("triggers/classes.yaml", "queen]", "no]", "persons: False is not a word"),
        ("triggers/classes.yaml", "persons", "things: [deed]\npersons", "class things is not used"),
        ("triggers/classes.yaml", "[king, queen]", "king", "persons is not a list of words"),
        ("triggers/classes.yaml", "[king", "{king", "classes.yaml"),
        ("types.yaml", "definition: Somebody speaks well of another.", 'definition: " "', "PRAISE: no definition"),
        ("types.yaml", "definition: Somebody speaks well of another.", "", "PRAISE: no definition"),
        ("types.yaml", "so that few can hear", "", "mode soft has no definition"),
        ("types.yaml", "loud: so", "zealous: so", "soft stands after zealous"),
        ("types.yaml", "quad: 3", "quad: three", "quad is 'three'"),
        ("contexts.yaml", "definition: What goes on at court.", "", "court: no definition"),
        ("contexts.yaml", "courtier", "Courtier", "cue 'Courtier' is not of lower-case words"),
        ("contexts.yaml", "courtier", "court-house", "cue 'court-house' is not of lower-case words"),
        ("contexts.yaml", "court:", "field:\n  definition: d\ncourt:", "court stands after field"),
        ("contexts.yaml", "court:", "court: [", "contexts.yaml"),
        ("cameo.yaml", "mode: loud", "mode: shrill", "051: shrill is no mode of PRAISE"),
        ("cameo.yaml", "event: BLAME", "event: SCORN", "11: unknown type SCORN"),
        ("cameo.yaml", "also: [PRAISE]", "also: [SCORN]", "11: unknown type SCORN"),
        ("cameo.yaml", '"11"', '"1x"', "1x: not two to four digits"),
        ("cameo.yaml", '"11"', '"041"', "041 stands after 051"),
        ("cameo.yaml", "goldstein: 3.4", "goldstein: 34", "from -10 to 10"),
    ],
)
def test_a_breach_is_told(folder: Path, file: str, before: str, after: str, expected: str) -> None:
    change(folder, file, before, after)
    found = problems(folder)
    assert any(expected in problem for problem in found), found
    assert all("\n" not in problem for problem in found)


def test_the_same_entry_twice_in_one_type(folder: Path) -> None:
    # The class and its words are the same constraint.
    change(folder, "triggers/PRAISE.yaml", "  - lemma: mock", "  - lemma: hail\n    object: [queen, king]\n  - lemma: mock")
    (found,) = problems(folder)
    assert "twice" in found
    assert found.count("'hail'") == 2


def test_the_same_entry_in_two_types(folder: Path) -> None:
    change(folder, "triggers/BLAME.yaml", "lemma: scold", "lemma: mock")
    (found,) = problems(folder)
    assert "(BLAME)" in found
    assert "(PRAISE)" in found


def test_a_narrower_entry_is_no_repetition(folder: Path) -> None:
    change(folder, "triggers/BLAME.yaml", "lemma: scold", "lemma: mock\n    subject: [fool]")
    assert problems(folder) == []


def test_one_fault_does_not_hide_another(folder: Path) -> None:
    change(folder, "types.yaml", "quad: 3", "quad: three")
    change(folder, "triggers/PRAISE.yaml", "recipient: for", "recipient: fore")
    change(folder, "triggers/BLAME.yaml", "verbs:", "verbs: {")
    assert len(problems(folder)) == 3


def test_an_empty_folder_is_a_problem_and_no_error(tmp_path: Path) -> None:
    (found,) = problems(tmp_path)
    assert "types.yaml" in found


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.sampled_from(["king", "$persons", "", "x y"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(KEYS)), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(sorted(FILES)), key=st.sampled_from(["PRAISE", "court", "051", "persons", "verbs"]), value=VALUES)
def test_whatever_stands_in_a_file_nothing_is_raised(folder: Path, file: str, key: str, value: object) -> None:
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    data = yaml.safe_load(FILES[file])
    data[key] = value
    (folder / file).write_text(yaml.safe_dump(data), encoding="utf-8")
    found = problems(folder)
    try:
        load(folder)
    except DataError:
        # What loading refuses, the linter must have seen.
        assert found
