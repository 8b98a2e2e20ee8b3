"""What `docs/knowledge.md` shows is what comes out: its corrections are written to a folder, its commands are run."""

from __future__ import annotations

import json
import os
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.commands import app
from detente.knowledge import overlay

PAGE = (Path(__file__).parent.parent / "docs" / "knowledge.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    corrections = re.findall(r"^`(my-facts/\S+\.tsv)`:\n\n```tsv\n(.*?)^```$", PAGE, re.M | re.S)
    assert len(corrections) == 3
    for name, text in corrections:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        assert text.count("\n") == 2, f"{name}: a correction is one line under its header"
    return folder


def run(folder, *args, input=None):
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner().invoke(app, list(args), input=input, prog_name="detente")
    finally:
        os.chdir(before)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def examples():
    for block in re.findall(r"^```\n(\$ .*?)^```$", PAGE, re.M | re.S):
        for part in block.split("$ ")[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def test_there_are_examples():
    assert len(list(examples())) == 5


@pytest.mark.parametrize(("command", "output"), examples())
def test_commands_print_what_the_page_shows(facts, command, output):
    shown = run(facts, *shlex.split(command)[1:]).stdout

    def unnumbered(text):
        # A row added above another moves it by a line, which makes the page no less true.
        return re.sub(r"(\.tsv):\d+$", r"\1", text, flags=re.M)

    assert unnumbered(shown) == unnumbered(output)


def test_the_phrase_is_coded_as_the_page_says(facts):
    sentence, code = re.search(r'the actor of "(.+?)" is `(\w+)`', PAGE).groups()
    args = ("code", "-", "--date", "2024-01-01", "--kind", "event")
    events = [json.loads(line) for line in run(facts, *args, "--knowledge", "my-facts", input=sentence).stdout.splitlines()]
    assert [event["actor"][0]["code"] for event in events] == [code]
    assert re.search(r" overlay-[0-9a-f]{8}$", events[0]["coder"])
    without = [json.loads(line) for line in run(facts, *args, input=sentence).stdout.splitlines()]
    assert code not in [actor["code"] for event in without for actor in event["actor"]]


def test_the_corrections_pass_the_check(facts):
    found = run(facts, "knowledge", "check", "--knowledge", "my-facts").stdout
    assert "my-facts" not in found


def test_the_keys_are_told():
    told = dict(re.findall(r"^\| `([a-z*/]+(?:\.tsv)?)` \| ((?:`\w+`(?:, )?)+) \|$", PAGE, re.M))
    keys = {("offices/*.tsv" if name == "offices" else name): key for name, key in overlay.KEYS.items()}
    assert {name: tuple(re.findall(r"\w+", cell)) for name, cell in told.items()} == keys
