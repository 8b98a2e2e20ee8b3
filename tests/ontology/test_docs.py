"""The page on the ontology says what the data say, and its examples work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from detente.ontology import load, ontology
from detente.ontology.lint import problems
from detente.ontology.load import DATA
from detente.ontology.triggers import read_triggers
from detente.ontology.types import QUADS
from detente.ontology.vocabulary import COMPLEMENTS, CONTENTS, KEYS, REQUIREMENTS, SIZES
from detente.pipeline import code_articles
from detente.sources import read

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = DOCS / "examples" / "codebook"


@pytest.fixture(scope="module")
def page() -> str:
    return (DOCS / "ontology.md").read_text(encoding="utf-8")


def rows(page: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, its head left out."""
    section = page.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    for number, line in enumerate(lines):
        if number > 1 and set(line) <= set("|- "):
            lines = lines[: number - 1]
            break
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def code(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def test_types(page: str) -> None:
    expected = [[t.name, str(t.quad), f"{t.scale:+.1f}", t.definition, t.excludes] for t in ontology().types.values()]
    assert rows(page, "Event types") == expected


def test_quads(page: str) -> None:
    types = ontology().types.values()
    expected = [[str(q), name, ", ".join(t.name for t in types if t.quad == q)] for q, name in QUADS.items()]
    assert rows(page, "Quad classes") == expected


def test_modes(page: str) -> None:
    expected = [[t.name, mode, text] for t in ontology().types.values() for mode, text in t.modes.items()]
    assert rows(page, "Modes") == expected


def test_contexts(page: str) -> None:
    assert rows(page, "Contexts") == [[c.name, c.definition] for c in ontology().contexts.values()]


def test_keys_and_their_values(page: str) -> None:
    table = {key: meaning for keys, meaning in rows(page, "The trigger lexicon") for key in re.findall(r"`(\w+)`", keys)}
    assert set(table) == KEYS
    for key, values in (("complement", COMPLEMENTS), ("content", CONTENTS), ("requires", REQUIREMENTS), ("size", SIZES)):
        assert re.findall(r"`(\w+)`", table[key])[: len(values)] == sorted(values)


def test_the_examples_are_of_the_format(page: str) -> None:
    cameo, triggers = (yaml.safe_load(text) for text in code(page, "yaml"))
    shipped = ontology()
    for number, body in cameo.items():
        entry = shipped.cameo[number]
        assert body == {
            "label": entry.label,
            "event": entry.event,
            "mode": entry.mode,
            "goldstein": entry.goldstein,
        }
    classes = yaml.safe_load((DATA / "triggers" / "classes.yaml").read_text(encoding="utf-8"))
    found = read_triggers("page", triggers, classes)
    assert [t.lemma for t in found] == ["station", "show of force"]
    assert {t.mode for t in found} <= {None, *shipped.types["MOBILIZE"].modes}


def test_the_example_codebook_is_clean(page: str) -> None:
    assert f"({EXAMPLE.relative_to(DOCS).as_posix()})" in page
    assert problems(EXAMPLE) == []
    assert list(load(EXAMPLE).types) == ["OBSERVE", "TAMPER"]


def test_the_example_codebook_codes(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "France deployed observers to Georgia on Monday.\n\n"
        "Belarus barred Polish observers from the polling stations.\n\n"
        "Germany imposed sanctions on Iran.\n",
        encoding="utf-8",
    )
    events = []
    for coded in code_articles(read([str(report)], date=None), kinds=["event"], codebook=EXAMPLE, workers=1):
        assert isinstance(coded, tuple)
        events.extend(coded[1])
    told = [(e.event, e.mode, e.quad_code, e.event_scale, [a.country for a in e.actor]) for e in events]
    # PLOVER's sanctions are none of this codebook's business.
    assert told == [("OBSERVE", "deploy", 2, 4.0, ["FRA"]), ("TAMPER", "exclude", 4, -6.0, ["BLR"])]
    assert events[0].goldstein == 4.0
    assert events[0].context == ["polling"]
    assert "codebook" in events[0].coder
