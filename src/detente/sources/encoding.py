"""Bytes to text, and text to the form in which it is kept."""

from __future__ import annotations

import codecs
import re
import unicodedata

from detente.errors import EmptyInput, NotText

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript document"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    # UTF-32's little-endian mark begins with UTF-16's, so it is looked for first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,10}=\s{0,10}["']?([A-Za-z0-9._:-]{2,40})""", re.I)
_XML_CHARSET = re.compile(rb"""^\s{0,100}<\?xml[^>]{0,200}?encoding\s{0,10}=\s{0,10}["']([A-Za-z0-9._:-]{2,40})""")
_HEAD = 4096
_CONTROL_SHARE = 0.02
_FOREIGN_SHARE = 0.3

_REMOVED = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_PLAIN = str.maketrans({**dict.fromkeys(_REMOVED, None), **dict.fromkeys(_SPACES, " ")})


def refuse_binary(head: bytes, name: str) -> None:
    """Raises `NotText` when the first bytes are those of a known format that is no text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise NotText(name, f"it is {what}, not text")


def bom(head: bytes) -> str | None:
    """The codec that the byte order mark at the beginning of `head` asks for."""
    return next((codec for mark, codec in _BOMS if head.startswith(mark)), None)


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    """The text in `data`.

    Tried in this order: byte order mark; UTF-16 and UTF-32 by where the zero bytes stand; UTF-8; the charset that the
    page or the server (`declared`) names; UTF-8 with a few broken bytes; Windows-1252, or where most letters would then
    be odd ones, what charset-normalizer takes it for.
    Raises `EmptyInput` when there is nothing but blanks, `NotText` when it is no text.
    """
    if not data:
        raise EmptyInput(name, "the input is empty")
    refuse_binary(data[:_HEAD], name)
    text = _decoded(data, name, declared)
    if not text.strip(" \t\r\n\f\v\x1a\ufeff\u00a0\u200b"):
        raise EmptyInput(name, "there are only blanks in it")
    if "\0" in text:
        raise NotText(name, "it holds zero bytes, so it is no text")
    controls = sum(1 for c in text[:1_000_000] if (c < " " and c not in "\t\n\r\f\v") or "\x7f" <= c <= "\x9f")
    if controls > max(1, _CONTROL_SHARE * min(len(text), 1_000_000)):
        raise NotText(name, "it is full of control characters, so it is no text")
    return text


def normalise(text: str) -> str:
    """The form in which the text of a report is kept: lines end with a line feed, spaces of every width are ordinary
    spaces, soft hyphens and zero-width characters are gone, accents are composed (NFC)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_PLAIN)
    return unicodedata.normalize("NFC", text)


def _decoded(data: bytes, name: str, declared: str | None) -> str:
    codec = bom(data)
    if codec is not None:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            if codec != "utf-8-sig":
                raise NotText(name, f"it begins as {codec.upper()} and then breaks off or is damaged") from None
            data = data[len(codecs.BOM_UTF8) :]
    if b"\0" in data[:_HEAD]:
        return _wide(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass  # not UTF-8: the next guesses follow
    for charset in (declared, _charset_in(data)):
        text = _by_charset(data, charset)
        if text is not None:
            return text
    return _nearly_utf8(data) or _single_byte(data)


def _wide(data: bytes, name: str) -> str:
    """UTF-16 or UTF-32 without a byte order mark: in Western text their zero bytes stand at regular places."""
    head = data[:_HEAD]
    zeros = [head[place::4].count(0) for place in range(4)]
    total = sum(zeros)
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    quarter = len(head) / 4
    if zeros[2] > 0.9 * quarter and zeros[3] > 0.9 * quarter:
        codec = "utf-32-le"
    elif zeros[0] > 0.9 * quarter and zeros[1] > 0.9 * quarter:
        codec = "utf-32-be"
    elif odd > 0.95 * total and total > 0.04 * len(head):
        codec = "utf-16-le"
    elif even > 0.95 * total and total > 0.04 * len(head):
        codec = "utf-16-be"
    else:
        raise NotText(name, "it holds zero bytes, so it is no text")
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        raise NotText(name, f"it looks like {codec.upper()} but is damaged") from None


def _charset_in(data: bytes) -> str | None:
    head = data[:_HEAD]
    found = _XML_CHARSET.search(head) or (_META_CHARSET.search(head) if b"<" in head else None)
    return found.group(1).decode("ascii") if found else None


def _by_charset(data: bytes, charset: str | None) -> str | None:
    if charset is None:
        return None
    try:
        codec = codecs.lookup(charset).name
    except LookupError:
        return None
    if codec in {"iso8859-1", "ascii"}:
        # Pages that say Latin-1 mean Windows-1252; browsers read them so (WHATWG Encoding, label table).
        return _windows1252(data)
    try:
        text = data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None
    return text if isinstance(text, str) else None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 in which a few bytes are broken: one bad byte must not garble all the others."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - broken
    return text if good >= 4 * broken else None


def _single_byte(data: bytes) -> str:
    text = _windows1252(data)
    letters = sum(1 for c in text if c.isalpha())
    foreign = sum(1 for c in text if c.isalpha() and c > "\x7f")
    if foreign <= _FOREIGN_SHARE * letters:
        return text
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:100_000]).best()
    guessed = _by_charset(data, best.encoding if best else None)
    return text if guessed is None else guessed


def _windows1252(data: bytes) -> str:
    # Five bytes mean nothing in Windows-1252; read as Latin-1 they are control characters, and counted as such.
    return data.decode("windows-1252", "latin1_for_undefined")


def _undefined(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("latin1_for_undefined", _undefined)
