"""Keeping coded articles aside."""

from __future__ import annotations

import random
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.commands.spool import Spool
from detente.errors import StorageFull
from detente.model.derived import to_json
from made_items import item, one_of_each


def given_out(spool: Spool) -> bytes:
    return b"".join(spool.chunks(lambda _article, _different: None))


@pytest.mark.parametrize("in_memory", [1, 10_000_000])
def test_articles_come_by_id_from_memory_and_from_disk(in_memory: int) -> None:
    ids = [f"a{number}" for number in range(200)]
    wanted = "".join(to_json(one) + "\n" for id in sorted(ids) for one in one_of_each(id)).encode()
    for seed in range(2):
        random.Random(seed).shuffle(ids)
        with Spool(in_memory) as spool:
            for id in ids:
                spool.keep(id, one_of_each(id))
            assert given_out(spool) == wanted
            assert given_out(spool) == wanted


def test_one_id_twice() -> None:
    met = []
    outputs = set()
    for numbers in ([1, 2, 1], [2, 1, 1], [2, 1]):
        with Spool() as spool:
            for number in numbers:
                spool.keep("a", [item("event", "a", number)])
            outputs.add(b"".join(spool.chunks(lambda article, different: met.append((article, different)))))
    assert met == [("a", 2)] * 3
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") == 2


@pytest.fixture
def tiny_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file system with room for 64 kB, in which temporary files go."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("a small file system cannot be mounted here")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield tmp_path
    subprocess.run(["umount", "-l", tmp_path], check=True)


def test_a_full_disk_is_told(tiny_disk: Path) -> None:
    def fill() -> None:
        with Spool(1) as spool:
            for number in range(200):
                spool.keep(f"a{number}", one_of_each(f"a{number}"))
            given_out(spool)

    with pytest.raises(StorageFull, match=f"{tiny_disk}: no room left on the disk"):
        fill()
