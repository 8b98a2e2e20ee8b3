from __future__ import annotations

import gzip
import re
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from urllib3.util.ssl_match_hostname import CertificateError

from detente.errors import EmptyInput, FetchError, ForbiddenAddress, InputError, NoArticle, NotText
from detente.model import Article
from detente.settings import Settings
from detente.sources import read, web

PAGE = (
    '<!doctype html><html lang="en"><head><title>Talks fail in Narva</title></head><body><article><h1>Talks fail in Narva</h1>'
    "<p>The two delegations met for three hours on Monday in the café of the old customs house and agreed on nothing at all.</p>"
    "<p>A second round is to be held within a week, a diplomat said, and the deputies will lead it.</p>"
    "</article></body></html>"
)


class Site(BaseHTTPRequestHandler):
    """One path for each way in which a server can behave."""

    seen: list[tuple[str, str]] = []  # noqa: RUF012  # what was asked for, by all requests of one test

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers["Host"]))
        getattr(self, "page_" + self.path.split("?")[0].strip("/").split(".")[0].replace("-", "_"), self.page_missing)()

    def log_message(self, format: str, *args: object) -> None:
        pass  # the test's output is not a server's log

    def send(self, body: bytes, kind: str | None = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def page_missing(self) -> None:
        self.send(b"no", status=404)

    def page_article(self) -> None:
        self.send(PAGE.encode())

    def page_latin(self) -> None:
        self.send(PAGE.encode("iso-8859-1"), "text/html; charset=ISO-8859-1")

    def page_packed(self) -> None:
        self.send(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def page_bomb(self) -> None:
        self.send(gzip.compress(b"<p>word " * 1_000_000), Content_Encoding="gzip")

    def page_damaged(self) -> None:
        self.send(gzip.compress(PAGE.encode())[:40] + b"xxxxxxxxxxxxxxxxxxx", Content_Encoding="gzip")

    def page_untyped(self) -> None:
        self.send(PAGE.encode(), None)

    def page_text(self) -> None:
        self.send(b"Talks fail in Narva\n\nThe delegations agreed on nothing.", "text/plain")

    def page_records(self) -> None:
        self.send(b'{"id": "a", "text": "The talks failed."}\n{"id": "b"}\n', "application/x-ndjson")

    def page_image(self) -> None:
        self.send(b"\x89PNG\r\n\x1a\n", "image/png")

    def page_empty(self) -> None:
        self.send(b"")

    def page_menu(self) -> None:
        self.send(b"<html><body><nav>Home World Sport</nav></body></html>")

    def page_large(self) -> None:
        self.send(b"<p>word " * 20_000)

    def page_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(100_000):
                self.wfile.write(b"<p>word " * 100)
        except OSError:
            return  # the other side has had enough

    def page_silent(self) -> None:
        time.sleep(1.5)

    def page_dripping(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.drip()

    def page_dripping_headers(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        self.drip()

    def drip(self) -> None:
        try:
            for _ in range(30):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return  # the other side has had enough

    def page_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def page_moved(self) -> None:
        self.send(b"", status=301, Location="/article?from=moved#part")

    def page_circle(self) -> None:
        self.send(b"", status=302, Location="/circle")

    def page_nowhere(self) -> None:
        self.send(b"", status=302)

    def page_to_file(self) -> None:
        self.send(b"", status=302, Location="file:///etc/passwd")

    def page_to_private(self) -> None:
        self.send(b"", status=302, Location="http://10.0.0.1/secret")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    limits = Settings(fetch_timeout=0.8, fetch_limit=100_000, fetch_redirects=3)
    monkeypatch.setattr(web, "settings", lambda: limits)
    Site.seen.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def one(address: str, *, allow_private: bool = True) -> Article | InputError:
    return next(read([address], allow_private=allow_private))


def article(address: str) -> Article:
    found = one(address)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("path", ["article", "latin", "packed", "untyped"])
def test_a_page(site: str, path: str) -> None:
    found = article(f"{site}/{path}")
    assert found.title == "Talks fail in Narva"
    assert "café" in found.text
    assert (found.url, found.source, found.publisher) == (f"{site}/{path}", f"{site}/{path}", site.removeprefix("http://"))


def test_a_redirect_is_followed_and_the_article_says_where_it_was(site: str) -> None:
    found = article(f"{site}/moved")
    assert found.url == f"{site}/article?from=moved"
    assert found.source == f"{site}/moved"


def test_text_and_json_lines(site: str) -> None:
    found = article(f"{site}/text.txt")
    assert (found.title, found.url) == ("Talks fail in Narva", f"{site}/text.txt")
    record, error = read([f"{site}/records"], allow_private=True)
    assert isinstance(record, Article)
    assert isinstance(error, InputError)
    assert error.name == f"{site}/records:2"


@pytest.mark.parametrize(
    ("path", "error", "reason"),
    [
        ("missing", FetchError, "answered 404"),
        ("image", NotText, "image/png"),
        ("empty", EmptyInput, "empty"),
        ("menu", NoArticle, "page"),
        ("large", FetchError, "larger than 100,000 bytes"),
        ("endless", FetchError, "larger than 100,000 bytes"),
        ("bomb", FetchError, "larger than 100,000 bytes"),
        ("damaged", FetchError, "uncompressed"),
        ("short", FetchError, "broke off"),
        ("circle", FetchError, "redirects more than 3 times"),
        ("nowhere", FetchError, "without saying where"),
        ("to-file", ForbiddenAddress, "only http and https"),
        ("silent", FetchError, "within 0.8 seconds|in time"),
        ("dripping", FetchError, "within 0.8 seconds"),
        ("dripping-headers", FetchError, "within 0.8 seconds"),
    ],
)
def test_what_goes_wrong_is_named(site: str, path: str, error: type[InputError], reason: str) -> None:
    began = time.monotonic()
    found = one(f"{site}/{path}")
    assert time.monotonic() - began < 3
    assert type(found) is error, found
    assert found.name == f"{site}/{path}"
    assert re.search(reason, found.reason), found.reason
    assert "\n" not in str(found)


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = one(f"http://127.0.0.1:{port}/")
    assert isinstance(found, FetchError)
    assert "no connection" in found.reason


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "0.0.0.0",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "2130706433",
        "0x7f.1",
        "[::1]",
        "[::]",
        "[fe80::1]",
        "[fc00::1]",
        "[ff02::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
    ],
)
def test_addresses_off_the_public_internet_are_refused(host: str) -> None:
    found = one(f"http://{host}/", allow_private=False)
    assert type(found) is ForbiddenAddress, found


@pytest.mark.parametrize(
    "address", ["ftp://host.example/a", "file:///etc/passwd", "gopher://host.example", "http://ada:secret@host.example/"]
)
def test_other_schemes_and_user_names_are_refused(address: str) -> None:
    assert type(one(address)) is ForbiddenAddress


@pytest.mark.parametrize("address", ["http://", "http://[::1", "http://host.example:99999/", "http://" + "a" * 300 + ".example/"])
def test_what_is_no_address(address: str) -> None:
    assert type(one(address)) is FetchError


def test_a_name_is_looked_up_once_and_its_checked_address_is_used(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second answer of a rebinding name server must never be asked for."""
    port = int(site.rsplit(":", 1)[1])
    real = socket.getaddrinfo
    asked = []

    def lookup(host: str, *args: object, **kwargs: object) -> object:
        if host == "news.example":
            asked.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
        return real(host, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    found = article(f"http://news.example:{port}/article")
    assert asked == ["news.example"]
    assert Site.seen == [("/article", f"news.example:{port}")]
    assert found.url == f"http://news.example:{port}/article"
    assert type(one(f"http://news.example:{port}/article", allow_private=False)) is ForbiddenAddress


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    assert type(one("http://news.example/", allow_private=False)) is ForbiddenAddress


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first address is let through as if it were public; the one that it leads to is not."""
    monkeypatch.setattr(web, "is_public", lambda ip, real=web.is_public: ip == "127.0.0.1" or real(ip))
    found = one(f"{site}/to-private", allow_private=False)
    assert type(found) is ForbiddenAddress
    assert "10.0.0.1" in found.reason


def test_public_addresses() -> None:
    assert web.is_public("93.184.216.34")
    assert web.is_public("2606:2800:220:1:248:1893:25c8:1946")
    assert not web.is_public("fe80::1%eth0")


def test_a_server_that_does_not_speak_tls(site: str) -> None:
    found = one(site.replace("http:", "https:") + "/article")
    assert isinstance(found, FetchError)


def test_a_certificate_for_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(_self: object) -> None:
        raise CertificateError("hostname 'a' doesn't match 'b'")

    monkeypatch.setattr("urllib3.connection.HTTPSConnection.connect", connect)
    found = one("https://127.0.0.1/")
    assert type(found) is FetchError
    assert "not secure" in found.reason
