"""Fetches a page without being led to where it must not go.

Every name is looked up once, all its addresses are checked, and the connection goes to an address that was checked: a
name that answers differently the second time (DNS rebinding) gains nothing. The same holds for every redirect.
"""

from __future__ import annotations

import dataclasses
import gzip
import io
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import urllib3.exceptions
from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util.ssl_match_hostname import CertificateError

from detente.errors import EmptyInput, FetchError, ForbiddenAddress, NotText
from detente.settings import settings
from detente.sources.files import ending_kind

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": "detente (reads news reports)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/x-ndjson;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip",
}
_KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/x-ndjson": "jsonl",
    "application/ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/x-jsonlines": "jsonl",
}
_CHUNK = 65_536


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """What an address sent. `address` is where the redirects led; `kind` is None where the server did not say."""

    address: str
    body: bytes
    kind: str | None
    charset: str | None


def fetch(address: str, *, allow_private: bool = False) -> Page:
    """The page at an http(s) address, under the limits of `detente.settings`: time, size and redirects.

    Raises `ForbiddenAddress` for other schemes and for addresses off the public internet (private, loopback,
    link-local, reserved, multicast), unless `allow_private`; `NotText` for content that is no report; `EmptyInput`;
    `FetchError` for everything else. All name the address as it was given.
    """
    limits = settings()
    deadline = time.monotonic() + limits.fetch_timeout
    current = address
    for _ in range(limits.fetch_redirects + 1):
        current = _checked(current, address)
        answer = _get(current, address, deadline, allow_private)
        if isinstance(answer, Page):
            return answer
        current = answer
    raise FetchError(address, f"it redirects more than {limits.fetch_redirects} times")


def _checked(current: str, name: str) -> str:
    """The address in the form in which it is sent: no fragment, everything in ASCII."""
    try:
        parts = urlsplit(current.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if ":" not in (parts.hostname or "") else parts.hostname
    except (ValueError, UnicodeError):
        raise FetchError(name, f"{current!r:.200} is no address") from None
    if parts.scheme not in {"http", "https"}:
        raise ForbiddenAddress(name, f"only http and https are fetched, not {parts.scheme!r:.40}")
    if not host:
        raise FetchError(name, f"{current!r:.200} names no host")
    if "@" in parts.netloc:
        raise ForbiddenAddress(name, "addresses with a user name in them are not fetched")
    netloc = f"[{host}]" if ":" in host else host
    if port is not None:
        netloc += f":{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def _get(current: str, name: str, deadline: float, allow_private: bool) -> Page | str:
    """The page at one address, or the address that it redirects to."""
    parts = urlsplit(current)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    failure = ""
    for found in _addresses(host, port, name, allow_private):
        left = deadline - time.monotonic()
        if left <= 0:
            break
        connection = _connection(parts.scheme, host, found, port, left)
        try:
            with _cut_off(connection, left):
                connection.connect()
        except (OSError, urllib3.exceptions.HTTPError, ValueError) as error:
            # A certificate for another name is a ValueError in urllib3.
            failure = _why(error)
            connection.close()
            continue
        try:
            with _cut_off(connection, deadline - time.monotonic()):
                return _exchange(connection, current, name, deadline)
        except (OSError, urllib3.exceptions.HTTPError, ValueError) as error:
            failure = _why(error)
        finally:
            connection.close()
        break
    if time.monotonic() >= deadline:
        raise FetchError(name, f"it did not answer in full within {settings().fetch_timeout:g} seconds")
    raise FetchError(name, failure)


def _addresses(host: str, port: int, name: str, allow_private: bool) -> list[str]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(name, f"the name {host} cannot be looked up") from None
    found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not allow_private:
        for each in found:
            # One bad address among good ones is enough: an honest host has none.
            if not is_public(each):
                raise ForbiddenAddress(name, f"{host} is {each}, which is not on the public internet")
    return found


def is_public(address: str) -> bool:
    """Whether an IP address is a public unicast one; an IPv4 address wrapped in an IPv6 one counts as itself."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.teredo is not None or ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_unspecified)


def _connection(scheme: str, host: str, ip: str, port: int, timeout: float) -> HTTPConnection:
    if scheme == "http":
        return HTTPConnection(ip, port, timeout=timeout)
    # The certificate is checked for the name, though the connection goes to the number.
    return HTTPSConnection(
        ip, port, timeout=timeout, server_hostname=host, assert_hostname=host, ssl_context=ssl.create_default_context()
    )


@contextmanager
def _cut_off(connection: HTTPConnection, seconds: float) -> Iterator[None]:
    """Breaks the connection when the time is over: a server that sends a byte now and then never times out by itself."""

    def cut() -> None:
        sock = connection.sock
        if sock is not None:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # closed already, by either side

    timer = threading.Timer(max(0.0, seconds), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _exchange(connection: HTTPConnection, current: str, name: str, deadline: float) -> Page | str:
    parts = urlsplit(current)
    target = urlunsplit(("", "", parts.path, parts.query, ""))
    connection.request("GET", target, headers={"Host": parts.netloc, **_HEADERS}, preload_content=False)
    response = connection.getresponse()
    if response.status in _REDIRECTS:
        location = response.headers.get("Location")
        if not location:
            raise FetchError(name, f"it answered {response.status} without saying where to go")
        return urljoin(current, location)
    if response.status != 200:
        raise FetchError(name, f"it answered {response.status} {response.reason or ''}".rstrip())
    kind, charset = _content(response.headers.get("Content-Type"), parts.path, name)
    body = _body(response, name, deadline)
    if not body.strip():
        raise EmptyInput(name, "what it sent is empty")
    return Page(current, body, kind, charset)


def _body(response: BaseHTTPResponse, name: str, deadline: float) -> bytes:
    """The body, uncompressed. The limit counts uncompressed bytes, so a small answer cannot swell without end."""
    limit = settings().fetch_limit
    too_large = FetchError(name, f"it is larger than {limit:,} bytes")
    length = response.headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and int(length) > limit:
        raise too_large
    body = bytearray()
    while chunk := response.read1(_CHUNK, decode_content=False):
        body += chunk
        if len(body) > limit:
            raise too_large
        if time.monotonic() >= deadline:
            break
    if time.monotonic() >= deadline:
        raise FetchError(name, f"it did not answer in full within {settings().fetch_timeout:g} seconds")
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding in {"", "identity"}:
        return bytes(body)
    if encoding not in {"gzip", "x-gzip"}:
        raise FetchError(name, f"it is compressed in a way that was not asked for: {encoding!r:.40}")
    try:
        # urllib3 would uncompress by itself, but takes a stream that breaks off for a whole one.
        plain = gzip.GzipFile(fileobj=io.BytesIO(body)).read(limit + 1)
    except (OSError, EOFError, zlib.error):
        raise FetchError(name, "what it sent is damaged: it cannot be uncompressed") from None
    if len(plain) > limit:
        raise too_large
    return plain


def _content(header: str | None, path: str, name: str) -> tuple[str | None, str | None]:
    """What the server says that it sends: the kind of report and the charset, each None where it does not say."""
    if not header:
        return None, None
    essence, *parameters = (part.strip() for part in header.split(";"))
    charset = next((p[8:].strip("\"' ") for p in parameters if p.lower().startswith("charset=")), None)
    essence = essence.lower()
    if essence in {"text/plain", "application/octet-stream"}:
        # Servers send files whose kind they do not know as these two.
        return ending_kind(path), charset
    if essence not in _KINDS:
        raise NotText(name, f"it sent {essence!r:.80}, not a report")
    return _KINDS[essence], charset


def _why(error: Exception) -> str:
    """A failure in one line, without the objects that urllib3 prints."""
    if isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError) or isinstance(error, CertificateError):
        return "the connection is not secure: its certificate or its encryption is not accepted"
    # NewConnectionError is a TimeoutError too in urllib3's tree, so it is looked for first.
    if isinstance(error, urllib3.exceptions.NewConnectionError | ConnectionRefusedError):
        return "no connection could be made"
    if isinstance(error, urllib3.exceptions.TimeoutError | TimeoutError):
        return "it did not answer in time"
    return "the connection broke off"
