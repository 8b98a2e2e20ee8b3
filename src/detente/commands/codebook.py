"""`detente codebook`: an ontology of one's own, checked and learned from examples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from detente.commands.failures import FAILED
from detente.commands.output import opened
from detente.commands.terminal import say

codebook = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Check a codebook, and train a coder for it.")

_Folder = Annotated[Path, typer.Argument(metavar="DIR", exists=True, file_okay=False, help="The codebook's folder.")]


@codebook.command("check")
def check(folder: _Folder) -> None:
    """Tell what is wrong in a codebook: one line a fault; exit status 1 where there is one."""
    from detente.ontology.lint import problems

    found = list(problems(folder))
    with opened(None) as out:
        out.write("".join(f"{problem}\n" for problem in found).encode())
    if found:
        raise typer.Exit(FAILED)


@codebook.command("train")
def train(folder: _Folder) -> None:
    """Train a coder for a codebook from its examples.

    The folder holds types.yaml and examples.txt (or a folder examples/): labelled sentences, some twenty a type, with some that
    hold no event. Writes head.npz into the folder, which --codebook DIR then codes by, and prints what a five-fold
    cross-validation gives: precision, recall and F1 of each type.
    """
    from detente.bench.scoring import by_label, macro_f1
    from detente.coding.trained import network
    from detente.coding.trained.head import cross_validated, examples_of, learn, words_of
    from detente.errors import EmptyInput
    from detente.examples import read_documents
    from detente.ontology import load

    types = ("none", *load(folder).types)
    examples = [e for path in examples_of(folder) for document in read_documents(path) for e in document.examples]
    if not examples:
        raise EmptyInput(str(folder), "there is no example in it (examples.txt)")
    trained = network()
    words = words_of(examples, types, trained)
    say(f"{len(examples)} sentences, {int((words.gold > 0).sum())} words that tell of an event")
    pairs = cross_validated(words, types, trained.name)
    path = load(folder).head
    learn(words, types, trained.name).save(path)
    scores = {
        "sentences": len(examples),
        "macro_f1": macro_f1(pairs, types[1:]),
        "by_type": by_label(pairs, types[1:]),
        "head": str(path),
    }
    with opened(None) as out:
        out.write((json.dumps(scores, ensure_ascii=False) + "\n").encode())
