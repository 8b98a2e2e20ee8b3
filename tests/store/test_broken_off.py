"""A process that is killed while it writes leaves whole articles and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from detente.model import ITEM_TYPES
from detente.store import open_store
from made_items import item

WRITE = """
import sys
sys.path.insert(0, sys.argv[2])
from made_items import article, item
from detente.model import ITEM_TYPES
from detente.store import open_store
with open_store(sys.argv[1]) as store:
    for number in range(100_000):
        # Every second article takes the place of the one before it, so that replacing is broken off too.
        id = f"a{number // 2:05}"
        items = [item(kind, id, k) for kind in ITEM_TYPES for k in range(20)]
        store.put(article(id, text=f"Version {number % 2}. " + "x" * 5000), items)
        print(number, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
@pytest.mark.parametrize("after", [0.0, 0.003, 0.011, 0.02])
def test_killed_in_the_middle_of_a_run(tmp_path: Path, after: float) -> None:
    path = tmp_path / "record.duckdb"
    child = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(path), str(Path(__file__).parents[1])], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    told = -1
    for line in child.stdout:
        told = int(line)
        if told >= 6:
            time.sleep(after)
            child.send_signal(signal.SIGKILL)
            break
    rest = child.stdout.read().split()
    assert child.wait() == -signal.SIGKILL
    told = int(rest[-1]) if rest else told
    with open_store(path) as store:
        articles = [a.id for a in store.articles()]
        assert told // 2 + 1 <= len(articles) <= (told + 1) // 2 + 1
        for kind in ITEM_TYPES:
            assert Counter(i.article for i in store.items(kind)) == dict.fromkeys(articles, 20)
        assert store.put(store.article(articles[-1]), [item("event", articles[-1])], coder="other") == "replaced"
