"""Bad input, end to end: one line that names it, the exit status of the contract, and never a traceback."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from command_line import FEW, command, environment, lines, process, run

from detente.version import __version__

REPORT = "Russia expelled two Polish diplomats on Monday."


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every kind of input that cannot be read, and one report that can."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    good = '{"id": "%d", "date": "2022-02-16", "text": "' + REPORT + '"}\n'
    records = [good % number for number in range(6)]
    records += ['{"id": "broken", "text"\n', '{"id": "mute"}\n', '{"id": "dated", "date": "2022-13-01", "text": "x"}\n', good % 9]
    (folder / "lines.jsonl").write_text("".join(records), encoding="utf-8")
    (folder / "page.html").write_text("<!doctype html><html><body><nav>Home</nav></body></html>", encoding="utf-8")
    return folder


def test_each_bad_input_is_named_and_the_others_are_done(bad: Path) -> None:
    inputs = [bad / name for name in ("nowhere.txt", "empty.txt", "binary.txt", "lines.jsonl", "page.html")]
    done = process("code", *inputs)
    assert done.returncode == 1
    told = done.stderr.decode().splitlines()
    places = [
        "nowhere.txt: ",
        "empty.txt: ",
        "binary.txt: ",
        "lines.jsonl:7: ",
        "lines.jsonl:8: ",
        "lines.jsonl:9: ",
        "page.html: ",
    ]
    assert len(told) == len(places), told
    for line, place in zip(told, places, strict=True):
        assert line.startswith(f"{bad}/{place}"), line
        assert len(line) > len(f"{bad}/{place}") + 5, "there is no reason in it"
    assert {item["article"] for item in lines(done.stdout.decode())} == {"0", "1", "2", "3", "4", "5", "9"}


def test_reading_a_folder_of_bad_input_into_a_record(bad: Path, tmp_path: Path) -> None:
    result = run("read", bad, "--record", tmp_path / "r.duckdb")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1].endswith("7 added, 0 replaced, 0 unchanged, 6 could not be read")


def test_an_empty_folder(tmp_path: Path) -> None:
    result = run("code", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    result = run("code", tmp_path / "a\x1b[31m\nb.txt")
    assert result.exit_code == 1
    assert result.stderr == f"{tmp_path}/a\\x1b[31m\\nb.txt: there is no such file or folder\n"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "Missing argument"),
        (["-", "--date", "2022-13-01"], "'2022-13-01' is no date"),
        (["-", "--date", "20220101"], "'20220101' is no date"),
        (["-", "--kind", "event,wars"], "wars: no such kind"),
        (["-", "--kind", ","], "no kind is named"),
        (["-", "--format", "xml"], "xml"),
        (["-", "--codebook", "/no/such/folder"], "/no/such/folder"),
        (["-", "--workers", "-1"], "--workers"),
        (["-", "--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage(arguments: list[str], reason: str) -> None:
    result = run("code", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr
    assert "Traceback" not in result.stderr


def test_an_unknown_command() -> None:
    assert run("decode").exit_code == 2


def test_an_unknown_measurement(bad: Path) -> None:
    result = run("bench", "luck", bad / "lines.jsonl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "luck: no such measurement" in result.stderr


def test_bench_without_gold(bad: Path) -> None:
    result = run("bench", "times", bad / "nowhere.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["show", "events"], ["explain", "event-1"], ["export", "--format", "csv", "--output", "x"]]
)
def test_a_record_that_is_none(arguments: list[str], tmp_path: Path) -> None:
    for name, content in (("text.duckdb", b"This is no record. " * 500), ("empty.duckdb", b"")):
        path = tmp_path / name
        path.write_bytes(content)
        result = run(*arguments, "--record", path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"detente: {path}: ")
        assert result.stderr.count("\n") == 1
        assert path.read_bytes() == content
    result = run(*arguments, "--record", tmp_path / "nowhere.duckdb")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "nowhere.duckdb").exists()


def test_reading_into_a_file_that_is_no_record_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not to be lost. " * 500, encoding="utf-8")
    result = run("read", FEW[0], "--record", path)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert path.read_text(encoding="utf-8") == "Not to be lost. " * 500


def test_a_record_made_by_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    run("read", FEW[3], "--record", path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("update meta set value = '99' where key = 'format'")
    result = run("show", "events", "--record", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"detente: {path}: made by detente {__version__}, format 99")


def test_output_to_a_full_device() -> None:
    result = run("code", FEW[3], "--output", "/dev/full")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "detente: /dev/full: no room left on the disk\n"


def test_standard_output_to_a_full_device() -> None:
    with Path("/dev/full").open("wb") as full:
        done = process("schema", stdout=full)
        assert (done.returncode, done.stderr) == (1, b"detente: standard output: no room left on the disk\n")
        done = process("doctor", stdout=full)
        assert (done.returncode, done.stderr) == (1, b"detente: standard output: no room left on the disk\n")


def test_output_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path, tmp_path / "file" / "items.jsonl"):
        result = run("code", "-", "--output", path, input=REPORT)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
        assert result.stderr.startswith(f"detente: {path}: ")


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=120k", "tmpfs", tmp_path], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("a small file system cannot be mounted here")
    yield tmp_path
    subprocess.run(["umount", "-l", tmp_path], check=True)


def test_a_record_on_a_full_disk(tiny_disk: Path) -> None:
    path = tiny_disk / "r.duckdb"
    result = run("read", *FEW, "--record", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"detente: {path}: no room left on the disk\n"


def test_a_file_on_a_full_disk_is_left_as_it_was(tiny_disk: Path) -> None:
    path = tiny_disk / "items.jsonl"
    path.write_bytes(b"x" * 90_000)
    result = run("code", *FEW, "--kind", "all", "--output", path)
    assert (result.exit_code, result.stderr) == (1, f"detente: {path}: no room left on the disk\n")
    assert path.read_bytes() == b"x" * 90_000
    assert [p.name for p in tiny_disk.iterdir()] == ["items.jsonl"]


def test_a_reader_that_goes_away() -> None:
    done = subprocess.Popen(command("schema"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    assert done.stdout is not None
    assert done.stderr is not None
    done.stdout.close()  # as `head` does when it has seen enough
    assert done.stderr.read() == b""
    done.stderr.close()
    assert done.wait(60) == 141


def test_interrupted(tmp_path: Path) -> None:
    pipe = tmp_path / "reports.jsonl"
    os.mkfifo(pipe)
    with subprocess.Popen(command("code", pipe), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as running:
        writer, until = None, time.monotonic() + 60
        while writer is None and time.monotonic() < until:
            # A pipe that nobody reads cannot be opened: once it can, the command waits for what comes through it.
            with contextlib.suppress(OSError):
                writer = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
            time.sleep(0.05)
        assert writer is not None
        running.send_signal(signal.SIGINT)
        stdout, stderr = running.communicate(timeout=60)
        os.close(writer)
    assert (running.returncode, stdout, stderr) == (130, b"", b"")


def test_a_setting_of_the_wrong_type() -> None:
    done = process("code", "-", input=REPORT.encode(), env={"DETENTE_WORKERS": "many"})
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"detente: DETENTE_WORKERS: 'many' is no int\n"


def test_a_pipeline_that_is_not_installed() -> None:
    done = process("code", "-", "--date", "2022-02-16", input=REPORT.encode(), env={"DETENTE_PIPELINE": "no_such_pipeline"})
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"detente: spaCy pipeline 'no_such_pipeline' cannot be loaded: ")
    assert done.stderr.count(b"\n") == 1
