"""The public surface of the package: pinned here, so that it is changed on purpose or not at all."""

from __future__ import annotations

import datetime as dt
import inspect
import re
import subprocess
import sys

import pytest
from command_line import ROOT, environment, run

import detente
from detente import errors

NAMES = ["Article", "DetenteError", "Items", "Record", "__version__", "code"]


def test_names() -> None:
    assert sorted(detente.__all__) == NAMES
    assert all(getattr(detente, name) is not None for name in NAMES)
    assert set(NAMES) <= set(dir(detente))


def test_no_other_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'codes'"):
        detente.codes  # noqa: B018


def test_names_are_those_of_their_modules() -> None:
    from detente.items import Items
    from detente.model import Article
    from detente.record import Record

    assert (detente.Items, detente.Article, detente.Record) == (Items, Article, Record)
    assert detente.DetenteError is errors.DetenteError


def test_signatures() -> None:
    assert list(inspect.signature(detente.code).parameters) == ["report", "date", "kinds", "codebook"]
    assert list(inspect.signature(detente.Record).parameters) == ["path", "read_only"]


def test_the_page_names_them() -> None:
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in NAMES)
    assert set(re.findall(r"\bdetente\.(\w+)", page)) <= {*NAMES, "errors"}
    told = set(re.findall(r"`(?:record\.)?(\w+)(?:\([^`]*\))?`", page.partition("## A record")[2].partition("## Errors")[0]))
    methods = {name for name, _ in inspect.getmembers(detente.Record, inspect.isfunction) if not name.startswith("_")}
    assert methods <= told


def test_importing_loads_nothing_heavy() -> None:
    heavy = {"spacy", "duckdb", "pydantic", "rich", "yaml", "trafilatura"}
    program = f"import sys, detente, detente.commands; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_code_gives_what_the_command_gives() -> None:
    text = "Russia expelled two Polish diplomats on Monday. Poland said that it would respond."
    items = detente.code(text, date="2022-02-16")
    assert items.to_jsonl() == run("code", "-", "--date", "2022-02-16", input=text).stdout
    assert "event" in {item.kind for item in items}
    assert detente.code(text, date=dt.date(2022, 2, 16), kinds=["event"]) == items.of("event")


def test_code_takes_an_article() -> None:
    text = "Russia expelled two Polish diplomats."
    article = detente.Article(id="wire-17", text=text, blocks=({"kind": "body", "start": 0, "end": len(text)},))
    items = detente.code(article, date="2022-02-16")
    assert {item.article for item in items} == {"wire-17"}
    dated = article.model_copy(update={"date": dt.date(2021, 1, 1)})
    assert {item.date for item in detente.code(dated, date="2022-02-16")} == {dt.date(2021, 1, 1)}


def test_code_raises_its_own_errors() -> None:
    for wrong in (
        {"report": " "},
        {"report": "War.", "date": "soon"},
        {"report": "War.", "kinds": ["wars"]},
        {"report": "War.", "codebook": "/nowhere"},
    ):
        with pytest.raises(detente.DetenteError):
            detente.code(**wrong)
