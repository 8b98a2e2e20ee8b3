from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import EmptyInput, NotText
from detente.sources.encoding import decode, normalise

GERMAN = "Der Müller sagte: „Nein“ – so geht es nicht weiter, meint der Präsident."


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"]
)
def test_the_encodings_that_are_told_apart(codec: str) -> None:
    assert decode(GERMAN.encode(codec), "x") == GERMAN


def test_big_endian_marks() -> None:
    assert decode(b"\xfe\xff" + GERMAN.encode("utf-16-be"), "x") == GERMAN
    assert decode(b"\x00\x00\xfe\xff" + GERMAN.encode("utf-32-be"), "x") == GERMAN


def test_cyrillic_utf16_without_a_mark() -> None:
    text = "Президент сказал, что переговоры будут продолжены в понедельник, если обе стороны согласятся."
    assert decode(text.encode("utf-16-le"), "x") == text


def test_the_charset_that_a_page_names() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Wałęsa mówił</body></html>'
    assert decode(page.encode("iso-8859-2"), "x") == page
    plain = "Wałęsa mówił"
    assert decode(plain.encode("iso-8859-2"), "x", declared="iso-8859-2") == plain


def test_latin1_is_read_as_browsers_read_it() -> None:
    assert decode(b"\x93No\x94, he said \x96 twice", "x", declared="iso-8859-1") == "“No”, he said – twice"


def test_an_unknown_charset_is_passed_over() -> None:
    assert decode(b"caf\xe9 society", "x", declared="no-such-charset") == "café society"


def test_russian_in_one_byte() -> None:
    text = "Министр иностранных дел заявил в понедельник, что переговоры будут продолжены. " * 3
    assert decode(text.encode("cp1251"), "x") == text


def test_one_broken_byte_does_not_garble_the_rest() -> None:
    data = GERMAN.encode() + b"\xff" + GERMAN.encode()
    assert decode(data, "x") == f"{GERMAN}\ufffd{GERMAN}"


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", "\ufeff \n".encode("utf-16-le")])
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptyInput, match="x: "):
        decode(data, "x")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%abc", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"abc\0def\0\0\0\1ghi", "zero bytes"),
        (b"plain text that holds \0 once, far from the others" * 200, "zero bytes"),
        (bytes(range(1, 32)) * 50, "control characters"),
        (b"\xff\xfea\0b", "UTF-16"),
        (bytes((i * 37 + i // 7) % 256 for i in range(4096)), "zero bytes"),
    ],
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        decode(data, "x")


@given(st.binary(max_size=2000))
def test_any_bytes_give_text_or_a_named_error(data: bytes) -> None:
    try:
        text = decode(data, "name")
    except (EmptyInput, NotText) as raised:
        error = str(raised)
    else:
        assert text == decode(data, "name")
        assert "\0" not in text
        return
    assert error.startswith("name: ")
    assert "\n" not in error


def test_normalising() -> None:
    assert (
        normalise("Go\u00advern\u200bment\r\nof Al\u00a0Bab\rhas\u20091\u202f200 men\ufeff")
        == "Government\nof Al Bab\nhas 1 200 men"
    )
    assert normalise("Mu\u0308ller") == "Müller"
    assert normalise("“No” – ‘yes’…") == "“No” – ‘yes’…"


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
