"""Trains the network from the corpus and writes it where détente finds it. Usage: python -m training.train [--help]

Needs the weights to start from (training/README.md tells where they come from) and, for what they weigh, two cores.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import AutoModel

from detente.bench.labelled import measure, records
from detente.coding.trained import Network
from detente.examples import Example
from detente.ontology import ontology
from training import corpus
from training.calibration import temperature
from training.export import export, tell
from training.fit import Schedule, Taught, fit
from training.labels import Labels
from training.loss import Loss
from training.names import Names
from training.network import EventNetwork
from training.others import with_others
from training.teacher import Kept, UpperLayers
from training.teaching import key, teach
from training.tensors import Encoder, Item

HOME = Path(__file__).parent
SCORES = ("type_macro_f1", "type_of_found_macro_f1", "status_macro_f1", "mode_macro_f1", "calibration_error")
"""Of the test split; the file tells them of itself."""
TARGET = HOME.parent / "src" / "detente" / "coding" / "data" / "network"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=HOME / "weights" / "minilm", help="the small encoder to start from")
    parser.add_argument("--teacher", type=Path, help="the large encoder to teach it; none unless given")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rounded", type=int, default=1, help="last epochs in which it learns under the roundings of 8 bits")
    parser.add_argument("--taught", type=Path, help="what the teacher of an earlier run said, instead of training another")
    parser.add_argument("--teacher-epochs", type=int, default=2)
    parser.add_argument("--teacher-rate", type=float, default=5e-5)
    parser.add_argument("--teacher-frozen", type=int, default=8, help="lowest layers of the teacher left as they are")
    parser.add_argument("--seed", type=int, default=20260)
    parser.add_argument("--output", type=Path, default=TARGET)
    chosen = parser.parse_args()
    torch.set_num_threads(2)
    codebook = ontology()
    labels = Labels.of(codebook)
    train = with_others(corpus.examples("train"))
    rounds = _Rounds(train, chosen.seed)
    said = _said(chosen, labels, train)
    taught = [said.get(key(example)) for example in train]
    network, encoder = _network(chosen.weights, labels, chosen.seed)
    schedule = Schedule(chosen.epochs, chosen.rate, chosen.batch, rounded=chosen.rounded)
    fit(
        network,
        lambda epoch: rounds.items(encoder, epoch),
        Loss(labels),
        schedule,
        chosen.seed,
        taught=taught,
        tell=_tell("network"),
    )
    torch.save(network.state_dict(), HOME / "weights" / "trained.pt")
    chosen.output.mkdir(parents=True, exist_ok=True)
    dev = [encoder.item(example) for example in with_others(corpus.examples("dev"))]
    told = {
        "corpus": corpus.version(),
        "temperature": temperature(network, dev),
        "commit": _commit(),
        "started_from": chosen.weights.name,
        "taught_by": (chosen.taught.stem if chosen.taught else chosen.teacher.name) if said else None,
        "trained_on": {
            "sentences": len(train),
            "taught": sum(words is not None for words in taught),
            "epochs": chosen.epochs,
            "seed": chosen.seed,
        },
    }
    size = export(network, labels, chosen.output / "events.onnx", told)
    shutil.copyfile(chosen.weights / "tokenizer.json", chosen.output / "tokenizer.json")
    scores, _ = measure(records(corpus.FOLDER / "test"), Network(chosen.output))
    tell(chosen.output / "events.onnx", {"scores": {name: scores[name] for name in SCORES}})
    print(json.dumps({"file": str(chosen.output / "events.onnx"), "megabytes": round(size / 1e6, 1)}))


def _said(chosen: argparse.Namespace, labels: Labels, train: list[Example]) -> dict[str, Taught]:
    """What a teacher says of sentences, by their `key`. It is kept, so that a corpus that has grown needs no new teacher."""
    if chosen.taught:
        kept: dict[str, Taught] = torch.load(chosen.taught)
        return kept
    if not chosen.teacher:
        return {}
    encoder = _encoder(chosen.teacher, labels)
    items = [encoder.item(example) for example in train]
    torch.manual_seed(chosen.seed)
    upper = UpperLayers(AutoModel.from_pretrained(chosen.teacher), chosen.teacher_frozen)
    lower = Kept(upper.lower(items))
    teacher = EventNetwork(upper, labels)
    schedule = Schedule(chosen.teacher_epochs, chosen.teacher_rate)
    fit(teacher, lambda _: items, Loss(labels), schedule, chosen.seed, inputs=lower, tell=_tell("teacher"))
    said = {key(example): taught for example, taught in zip(train, teach(teacher, items, lower), strict=True)}
    torch.save(said, HOME / "weights" / f"{chosen.teacher.name}-{corpus.version('train')}.pt")
    return said


class _Rounds:
    """The items of each epoch: as written in the first, then with other names; an epoch is the same for teacher and pupil."""

    def __init__(self, examples: list[Example], seed: int) -> None:
        self._examples = examples
        self._names = Names()
        self._seed = seed

    def items(self, encoder: Encoder, epoch: int) -> list[Item]:
        chance = random.Random(f"{self._seed} {epoch}")
        return [encoder.item(self._names.swapped(e, chance) if chance.random() < 0.5 else e) for e in self._examples]


def _encoder(weights: Path, labels: Labels) -> Encoder:
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Encoder(tokenizer, labels, ontology())


def _network(weights: Path, labels: Labels, seed: int) -> tuple[EventNetwork, Encoder]:
    torch.manual_seed(seed)
    return EventNetwork(AutoModel.from_pretrained(weights), labels), _encoder(weights, labels)


def _commit() -> str:
    return subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=HOME, capture_output=True, text=True, check=True
    ).stdout.strip()


def _tell(who: str):  # type: ignore[no-untyped-def]
    return lambda line: print(f"{who}: {line}", flush=True)


if __name__ == "__main__":
    main()
