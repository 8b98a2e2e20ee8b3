"""The pages on commands and settings are held against the program, so that they cannot lag behind it."""

from __future__ import annotations

import dataclasses
import re
import shlex
from enum import StrEnum
from typing import Any

import pytest
import typer
from command_line import ROOT, run

import detente
from detente.bench import BENCHES
from detente.commands import app
from detente.commands.code import CodeForm
from detente.commands.export import ExportForm
from detente.commands.options import ListForm
from detente.commands.show import What
from detente.model import ITEM_TYPES
from detente.settings import Settings

PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = {part.partition("\n")[0].strip(): part for part in PAGE.split("\n## ")[1:]}
GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = GROUP.commands


def own_parameters(command: Any) -> list[Any]:
    """The parameters of a command, and of the commands that it is made of."""
    own = [parameter for parameter in command.params if parameter.name != "help"]
    return own + [parameter for part in parts(command).values() for parameter in own_parameters(part)]


def parts(command: Any) -> dict[str, Any]:
    return getattr(command, "commands", {})


def words(parameter: Any) -> set[str]:
    """What a parameter is called on the command line."""
    return set(parameter.opts) if parameter.param_type_name == "option" else {parameter.metavar}


def told(section: str) -> set[str]:
    """The first words of the rows of a section's table: options and arguments."""
    return set(re.findall(r"^\| `(--[a-z-]+|[A-Z]+(?:-[A-Z]+)*)", SECTIONS[section], re.M))


def test_every_command_has_its_section_in_the_same_order() -> None:
    assert [section for section in SECTIONS if section != "INPUT"] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_told_and_no_other(name: str) -> None:
    assert told(name) == {word for parameter in own_parameters(COMMANDS[name]) for word in words(parameter)}


@pytest.mark.parametrize(("name", "choices"), [("code", CodeForm), ("show", ListForm), ("show", What), ("export", ExportForm)])
def test_choices_are_told(name: str, choices: type[StrEnum]) -> None:
    told_choices = set(re.findall(r"[a-z]+", SECTIONS[name]))
    assert {choice.value for choice in choices} <= told_choices
    assert {choice.value for choice in choices} <= set(re.findall(r"[a-z]+", run(name, "--help").stdout))


def test_kinds_and_measurements_are_told() -> None:
    assert set(ITEM_TYPES) <= set(re.findall(r"`([a-z]+)`", SECTIONS["code"]))
    for text in (SECTIONS["bench"], run("bench", "--help").stdout):
        assert set(BENCHES) <= set(re.findall(r"[a-z]+", text))


def examples() -> list[tuple[str, str]]:
    blocks = re.findall(r"^```\n(.*?)^```$", PAGE, re.M | re.S)
    return [
        (name, line) for block in blocks for line in block.splitlines() if (name := line.partition("detente ")[2].split(" ")[0])
    ]


def test_every_command_has_an_example() -> None:
    assert {name for name, _ in examples()} == set(COMMANDS)


@pytest.mark.parametrize(("name", "line"), examples())
def test_examples_are_accepted(name: str, line: str) -> None:
    """They are parsed as the program does it, and not run."""
    arguments = shlex.split(line.partition(" > ")[0])[2:]
    command = COMMANDS[name]
    if parts(command):
        command = parts(command)[arguments.pop(0)]
    command.make_context(name, arguments)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command(name: str) -> None:
    for command, called in [(COMMANDS[name], [name]), *((part, [name, of]) for of, part in parts(COMMANDS[name]).items())]:
        result = run(*called, "--help")
        assert result.exit_code == 0
        for parameter in own_parameters(command) if not parts(command) else ():
            assert words(parameter) <= set(re.findall(r"--[a-z-]+|\b[A-Z]+(?:-[A-Z]+)*\b", result.stdout))
            assert parameter.help, f"{parameter.name} has no help"


def test_the_list_of_commands_cuts_nothing_off() -> None:
    listed = run("--help").stdout.partition("Commands:")[2]
    assert set(re.findall(r"^  ([a-z]+)", listed, re.M)) == set(COMMANDS)
    assert "..." not in listed


def test_version() -> None:
    assert run("--version").stdout == f"detente {detente.__version__}\n"


def test_settings() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (`[^`]+`|empty) \|", page, re.M)
    wanted = [(f"DETENTE_{field.name.upper()}", field.default) for field in dataclasses.fields(Settings)]
    assert rows == [(name, "empty" if default == "" else f"`{default}`") for name, default in wanted]
