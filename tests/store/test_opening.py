from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from detente.errors import NewerRecord, NotARecord, RecordError, StorageFull
from detente.model import ITEM_TYPES
from detente.store import Store, open_store
from detente.store.opening import FORMAT
from made_items import article, item, one_of_each


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.duckdb"


def test_made_if_missing_and_kept(path: Path) -> None:
    with open_store(path) as store:
        store.put(article(), one_of_each())
    with open_store(str(path)) as store:
        assert store.counts()["event"] == 1


def test_for_reading_only(path: Path) -> None:
    with pytest.raises(NotARecord, match="no such file"):
        open_store(path, read_only=True)
    assert not path.exists()
    with open_store(path) as store:
        store.put(article(), one_of_each())
    before = path.read_bytes()
    with open_store(path, read_only=True) as store, open_store(path, read_only=True) as again:
        assert store.item("event-a1-0") == again.item("event-a1-0")
        with pytest.raises(RecordError):
            store.put(article("a2"), [])
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"no record", b"x" * 20_000, b"\0" * 20_000], ids=["empty", "short", "long", "noughts"])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_is_no_database(path: Path, content: bytes, read_only: bool) -> None:
    path.write_bytes(content)
    with pytest.raises(NotARecord, match=r"record\.duckdb") as caught:
        open_store(path, read_only=read_only)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


def test_a_record_cut_short(path: Path) -> None:
    with open_store(path) as store:
        store.put(article(), one_of_each())
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(NotARecord):
        open_store(path)


@pytest.mark.parametrize(
    "statements",
    [
        ["create table other (a int)"],
        ["create table meta (a int)"],
        ["create table meta (key varchar, value varchar)"],
        ["create table meta (key varchar, value varchar)", "insert into meta values ('format', 'one')"],
        ["create table meta (key varchar, value varchar)", "insert into meta values ('format', '1')"],
        ["create view meta as select 'format' as key, '1' as value"],
    ],
    ids=str,
)
def test_a_database_that_is_no_record(path: Path, statements: list[str]) -> None:
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement)
    with pytest.raises(NotARecord):
        open_store(path)


def test_a_view_in_a_tables_place_is_refused(path: Path) -> None:
    open_store(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("drop table event")
        connection.execute("create view event as select * from read_text('/etc/hostname')")
    with pytest.raises(NotARecord):
        open_store(path)


def test_an_empty_database_becomes_a_record(path: Path) -> None:
    duckdb.connect(str(path)).close()
    with pytest.raises(NotARecord):
        open_store(path, read_only=True)
    with open_store(path) as store:
        assert store.counts() == dict.fromkeys(["article", *ITEM_TYPES], 0)


def test_a_newer_record(path: Path) -> None:
    open_store(path).close()
    with duckdb.connect(str(path)) as connection:
        assert dict(connection.execute("select * from meta").fetchall())["format"] == str(FORMAT)
        connection.execute("update meta set value = ? where key = 'format'", [str(FORMAT + 1)])
    with pytest.raises(NewerRecord, match=f"format {FORMAT + 1}"):
        open_store(path)


def test_places_where_no_record_can_be(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="folder"):
        open_store(tmp_path)
    with pytest.raises(RecordError, match="no folder"):
        open_store(tmp_path / "nowhere" / "record.duckdb")


HOLD = """
import sys
from detente.store import open_store
with open_store(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_held_by_another_process(path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        for read_only in (True, False):
            with pytest.raises(RecordError, match="in use by another process") as caught:
                open_store(path, read_only=read_only)
            assert str(child.pid) in str(caught.value)
            assert "\n" not in str(caught.value)
    finally:
        child.communicate("")
    with open_store(path) as store:
        assert store.counts()["article"] == 0


def test_open_for_writing_and_reading_at_once_in_one_process(path: Path) -> None:
    with open_store(path), pytest.raises(RecordError, match="already open"):
        open_store(path, read_only=True)


@pytest.fixture
def small_disk(tmp_path: Path):  # type: ignore[no-untyped-def]
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], capture_output=True, check=False)
    if mounted.returncode != 0:
        pytest.skip("a small disk cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root mounts disks")
def test_a_full_disk(small_disk: Path) -> None:
    path = small_disk / "record.duckdb"
    put = 0

    def fill(store: Store) -> None:
        nonlocal put
        for number in range(2000):
            id = f"a{number:04}"
            text = "".join(chr(33 + (number * 7919 + k * k * 31) % 90) for k in range(9000))
            store.put(article(id, text=text), [item("event", id, k) for k in range(9)])
            put += 1

    with open_store(path) as store:
        with pytest.raises(StorageFull, match="no room left"):
            fill(store)
        with pytest.raises(StorageFull):
            store.put(article("z", text="".join(chr(33 + k * k * 17 % 90) for k in range(2_000_000))), [])
    assert put > 10
    with open_store(path, read_only=True) as store:
        assert store.counts()["article"] == put
        assert store.counts()["event"] == 9 * put


def test_a_record_of_an_older_format_is_brought_up_to_date(path: Path) -> None:
    kept = [one for one in one_of_each() if one.kind == "statement"]
    with open_store(path) as store:
        store.put(article(), kept)
    with duckdb.connect(str(path)) as old:
        for column in ("published", "thought", "said", "denies"):
            old.execute(f'alter table statement drop column "{column}"')
        old.execute("update meta set value = '1' where key = 'format'")
    with pytest.raises(RecordError, match="made by an older détente"):
        open_store(path, read_only=True)
    with open_store(path) as store:
        assert list(store.items("statement")) == [kept[0].model_copy(update={"published": None, "said": None, "denies": None})]
        # What comes anew stands beside it, whatever the order of the columns.
        store.put(article("a2"), [one.model_copy(update={"article": "a2", "id": "statement-a2-0"}) for one in kept])
        assert store.counts()["statement"] == 2
