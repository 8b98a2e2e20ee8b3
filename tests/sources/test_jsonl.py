from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import BadDate, BadRecord, EmptyInput, InputError, NotText
from detente.model import Article
from detente.sources import read
from detente.sources.jsonl import from_lines

TEXT = "Talks were held.\r\n\r\nThey\u00a0fai\u00adled, he said."


def lines(*records: object) -> list[Article | InputError]:
    data = "".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in records).encode("utf-8", "surrogatepass")
    return list(from_lines(io.BytesIO(data), "f.jsonl", None))


def one(record: object) -> Article:
    (found,) = lines(record)
    assert isinstance(found, Article), found
    return found


def test_a_full_record() -> None:
    article = one(
        {
            "id": "a1",
            "text": TEXT,
            "title": "T",
            "date": "2022-01-21",
            "url": "http://x.example/",
            "publisher": "P",
            "language": "en",
            "n": 1,
        }
    )
    assert article.text == TEXT
    assert (article.id, article.title, article.date) == ("a1", "T", dt.date(2022, 1, 21))
    assert (article.url, article.publisher, article.language, article.source) == ("http://x.example/", "P", "en", "f.jsonl")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda t: t.strip()))
def test_the_text_is_kept_exactly(text: str) -> None:
    assert one({"id": "1", "text": text}).text == text


def test_null_is_as_good_as_missing() -> None:
    article = one({"id": 7, "text": TEXT, "title": None, "date": None, "url": None, "publisher": None, "language": None})
    assert article.id == "7"
    assert article.date is None


def test_source_stands_in_for_the_publisher() -> None:
    assert one({"id": "1", "text": TEXT, "source": "Harbour Wire"}).publisher == "Harbour Wire"
    assert one({"id": "1", "text": TEXT, "source": "Harbour Wire", "publisher": "P"}).publisher == "P"
    assert one({"id": "1", "text": TEXT, "source": {"name": "x"}}).publisher is None


def test_an_id_is_made_from_the_content() -> None:
    first, again, other = lines({"text": TEXT}, {"text": TEXT, "url": "http://x.example"}, {"text": TEXT, "date": "2022-01-21"})
    assert isinstance(first, Article)
    assert isinstance(again, Article)
    assert isinstance(other, Article)
    assert re.fullmatch(r"[0-9a-f]{16}", first.id)
    assert first.id == again.id != other.id


def test_the_title_is_a_headline_only_where_the_text_begins_with_it() -> None:
    title = "Talks fail in Narva"
    within = one({"id": "1", "title": title, "text": f"{title}\n\nThe talks in Narva failed."})
    assert next((b.kind, b.start, b.end) for b in within.blocks) == ("headline", 0, len(title))
    same_line = one({"id": "1", "title": title, "text": f"{title} The talks in Narva failed."})
    assert [b.kind for b in same_line.blocks] == ["headline", "body"]
    sentence = one({"id": "1", "title": title, "text": f"{title} as ministers go home."})
    assert [b.kind for b in sentence.blocks] == ["body"]
    without = one({"id": "1", "title": title, "text": "The talks in Narva failed. No more was said."})
    assert [b.kind for b in without.blocks] == ["body"]
    assert without.text.startswith("The talks")


@pytest.mark.parametrize(
    ("record", "error", "reason"),
    [
        ("{broken", BadRecord, "no JSON"),
        ("[1, 2]", BadRecord, "no JSON object"),
        ("[" * 100_000, BadRecord, "nested|JSON"),
        ('{"id": ' + "1" * 10_000 + "}", BadRecord, "number"),
        ({"id": "1"}, BadRecord, "no text"),
        ({"id": "1", "text": None}, BadRecord, "no text"),
        ({"id": "1", "text": 5}, BadRecord, "not a string"),
        ({"id": "1", "text": " \n"}, BadRecord, "blank"),
        ({"id": "1", "text": "half \ud800"}, BadRecord, "surrogate"),
        ({"id": ["1"], "text": TEXT}, BadRecord, "id"),
        ({"id": True, "text": TEXT}, BadRecord, "id"),
        ({"id": "1", "text": TEXT, "title": 5}, BadRecord, "title"),
        ({"id": "1", "text": TEXT, "date": "21.1.2022"}, BadDate, "no date"),
        ({"id": "1", "text": TEXT, "date": {}}, BadDate, "no date"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(record: object, error: type[InputError], reason: str) -> None:
    first, bad, last = lines({"id": "a", "text": TEXT}, record, {"id": "b", "text": TEXT})
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert type(bad) is error
    assert bad.name == "f.jsonl:2"
    assert re.search(reason, bad.reason)
    assert "\n" not in str(bad)


def test_a_line_in_another_encoding_is_named() -> None:
    data = json.dumps({"id": "a", "text": TEXT}).encode() + b'\n{"text": "caf\xe9"}\n'
    found = list(from_lines(io.BytesIO(data), "f", None))
    assert isinstance(found[0], Article)
    assert isinstance(found[1], BadRecord)
    assert "UTF-8" in found[1].reason


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(codec: str) -> None:
    record = json.dumps({"id": "ä", "text": TEXT}, ensure_ascii=False)
    found = list(from_lines(io.BytesIO(f"{record}\n{record}\n".encode(codec)), "f", None))
    assert [a.id for a in found if isinstance(a, Article)] == ["ä", "ä"]


def test_blank_lines_are_passed_over_and_counted() -> None:
    found = lines("", {"id": "a", "text": TEXT}, "   ", "x")
    assert [type(a) for a in found] == [Article, BadRecord]
    assert isinstance(found[1], BadRecord)
    assert found[1].name == "f.jsonl:4"


def test_nothing_in_it() -> None:
    (found,) = lines("", " ")
    assert isinstance(found, EmptyInput)


def test_a_picture_with_the_wrong_ending() -> None:
    with pytest.raises(NotText, match="PNG"):
        list(from_lines(io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"\n" * 50), "f", None))


def test_a_line_beyond_the_limit_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.sources.jsonl.LINE_LIMIT", 200)
    long = {"id": "b", "text": "word " * 500}
    found = lines({"id": "a", "text": TEXT}, long, {"id": "c", "text": TEXT})
    assert [getattr(a, "id", getattr(a, "name", None)) for a in found] == ["a", "f.jsonl:2", "c"]


def test_lines_are_read_only_as_articles_are_asked_for() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            view = memoryview(buffer)  # type: ignore[arg-type]
            line = b'{"id": "a", "text": "Talks were held."}\n'
            view[: len(line)] = line
            self.given += len(line)
            return len(line)

    stream = Endless()
    articles = from_lines(io.BufferedReader(stream, 1024), "f", None)
    for _ in range(100):
        assert isinstance(next(articles), Article)
    assert stream.given < 10_000


def test_gzip_and_default_date(tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl.gz"
    records = [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT, "date": "2022-01-21"}]
    path.write_bytes(gzip.compress("\n".join(json.dumps(r) for r in records).encode()))
    found = list(read([str(path)], date=dt.date(2020, 1, 1)))
    assert [a.date for a in found if isinstance(a, Article)] == [dt.date(2020, 1, 1), dt.date(2022, 1, 21)]


def test_a_gzip_that_breaks_off_gives_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl.gz"
    import random

    noise = random.Random(1)
    data = b"".join(
        json.dumps({"id": i, "text": "Talks " + "".join(noise.choices("abcdefgh ", k=300))}).encode() + b"\n" for i in range(2000)
    )
    path.write_bytes(gzip.compress(data)[:100_000])
    found = list(read([str(path)]))
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], NotText)
    assert found[-1].name == str(path)
