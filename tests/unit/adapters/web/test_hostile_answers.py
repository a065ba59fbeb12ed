"""No answer takes longer than its deadline or more memory than a page, whatever a server sends."""

from __future__ import annotations

import gzip
import resource
import socket
import threading
import time
import zlib
from collections.abc import Callable

import pytest

from devtools.loopback.serving import Exchange
from praxeo.domain.cancellation import Cancellation, Cancelled, cancellable_by
from praxeo.domain.errors import PraxeoError
from tests.unit.adapters.web.loopback_sites import Sites, page

SECONDS = 1.0
MEMORY_BYTES_MAX = 100_000_000
MEGABYTE = 1_000_000
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def drip(connection: socket.socket, head: bytes, piece: bytes) -> None:
    """A byte now and then, for as long as somebody listens."""
    connection.recv(65_536)
    connection.sendall(head)
    pause = threading.Event()
    while not pause.wait(0.1):
        connection.sendall(piece)


def gush(connection: socket.socket, head: bytes, piece: bytes) -> None:
    """The same again and again, as fast as it is taken."""
    connection.recv(65_536)
    connection.sendall(head)
    while True:
        connection.sendall(piece)


def silent(connection: socket.socket) -> None:
    while connection.recv(65_536):
        pass


CHUNK = b"1\r\nx\r\n"
SLOW: dict[str, Callable[[socket.socket], None]] = {
    "says nothing": silent,
    "drips its status": lambda c: drip(c, b"HTTP/1.1 ", b"2"),
    "drips a header": lambda c: drip(c, HEAD, b"x"),
    "drips headers": lambda c: drip(c, HEAD, b"a: b\r\n"),
    "drips a body": lambda c: drip(c, HEAD + b"\r\n", b"x"),
    "drips a body of a known length": lambda c: drip(
        c, HEAD + b"Content-Length: 9000\r\n\r\n", b"x"
    ),
    "drips chunks": lambda c: drip(c, HEAD + b"Transfer-Encoding: chunked\r\n\r\n", CHUNK),
    "drips the size of a chunk": lambda c: drip(
        c, HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"
    ),
    "goes on saying that it will answer": lambda c: gush(c, b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "has headers without end": lambda c: gush(c, HEAD, b"a: b\r\n" * 100),
    "has a header without end": lambda c: gush(c, HEAD + b"a: ", b"x" * 60_000),
    "has a body without end": lambda c: gush(c, HEAD + b"\r\n", b"x" * 60_000),
    "has small chunks without end": lambda c: gush(
        c, HEAD + b"Transfer-Encoding: chunked\r\n\r\n", CHUNK * 5_000
    ),
}


@pytest.mark.parametrize("name", SLOW)
def test_no_server_holds_the_fetcher_longer_than_its_deadline(sites: Sites, name: str) -> None:
    sites.add_raw("slow.org", SLOW[name])
    before, begun = _memory(), time.monotonic()
    code = sites.fault("http://slow.org/", seconds=SECONDS, robots=False)
    assert code in ("page_timeout", "page_too_large", "page_headers", "page_cut")
    assert time.monotonic() - begun <= SECONDS + 1
    assert _memory() - before <= MEMORY_BYTES_MAX


def test_a_handshake_that_never_ends_ends_with_the_deadline(sites: Sites) -> None:
    port = sites.add_raw("slow.org", silent)
    sites.web.add_address(port, {443: sites.web._ports[port][80]})
    begun = time.monotonic()
    assert sites.fault("https://slow.org/", seconds=SECONDS, robots=False) == "page_timeout"
    assert time.monotonic() - begun <= SECONDS + 1


def test_a_name_service_that_hangs_ends_with_the_deadline(sites: Sites) -> None:
    hanging = threading.Event()

    def lookup(host: str, port: int) -> tuple[str, ...]:
        hanging.wait(30)
        return ()

    sites.web.lookup = lookup  # type: ignore[method-assign]
    begun = time.monotonic()
    assert sites.fault("http://slow.org/", seconds=SECONDS, robots=False) == "page_timeout"
    hanging.set()
    assert time.monotonic() - begun <= SECONDS + 1


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_put_out_at_the_limit(sites: Sites, encoding: str) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if encoding == "gzip" else 15)
    zeros = bytes(MEGABYTE)
    bomb = b"".join(packer.compress(zeros) for _ in range(300)) + packer.flush()
    sites.add("bomb.org", page(bomb, Content_Encoding=encoding))
    before = _memory()
    assert sites.fault("http://bomb.org/") == "page_too_large"
    assert _memory() - before <= MEMORY_BYTES_MAX


def test_layers_of_packing_and_kinds_nobody_asked_for_are_refused(sites: Sites) -> None:
    layers = gzip.compress(gzip.compress(b"<p>hello", mtime=0))
    for number, encoding in enumerate(("gzip, gzip", "br", "zstd", "compress", "x")):
        sites.add(f"packed{number}.org", page(layers, Content_Encoding=encoding))
        assert sites.fault(f"http://packed{number}.org/") == "page_encoding", encoding


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (gzip.compress(b"<p>hello", mtime=0), "gzip"),
        (gzip.compress(b"<p>he", mtime=0) + gzip.compress(b"llo", mtime=0), "x-gzip"),
        (zlib.compress(b"<p>hello"), "deflate"),
        (zlib.compress(b"<p>hello")[2:-4], "deflate"),
        (b"<p>hello", "identity"),
        (b"<p>hello", ""),
    ],
)
def test_every_usual_form_of_a_page_is_unpacked(sites: Sites, packed: bytes, encoding: str) -> None:
    sites.add("good.org", page(packed, Content_Encoding=encoding))
    assert sites.fetcher().get("http://good.org/").data == b"<p>hello"


def test_a_page_just_within_the_limit_comes_whole_and_one_byte_more_does_not(sites: Sites) -> None:
    text = bytes(range(256)) * (5 * MEGABYTE // 256 + 1)
    for size, code in ((5 * MEGABYTE, ""), (5 * MEGABYTE + 1, "page_too_large")):
        for host, body, encoding in (
            (f"plain{size}.org", text[:size], ""),
            (f"packed{size}.org", gzip.compress(text[:size]), "gzip"),
        ):
            sites.add(host, page(body, Content_Encoding=encoding))
            assert sites.fault(f"http://{host}/") == code


def test_a_document_behind_a_link_may_be_larger_than_a_page(sites: Sites) -> None:
    def document(exchange: Exchange) -> None:
        exchange.send_bytes(200, b"%PDF" + bytes(8 * MEGABYTE), "application/pdf")

    sites.add("papers.org", document)
    before = _memory()
    assert len(sites.fetcher().get("http://papers.org/a.pdf", robots=False).data) > 8 * MEGABYTE
    assert _memory() - before <= MEMORY_BYTES_MAX


@pytest.mark.parametrize(
    "answer",
    [
        HEAD + b"Content-Length: 100\r\n\r\n<p>he",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n<p>he",
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"<p>hello", mtime=0)[:-9],
        HEAD + b"Content-Encoding: gzip\r\n\r\nno gzip at all",
        b"not HTTP\r\n\r\n",
        b"",
    ],
)
def test_half_a_page_is_never_taken_for_a_whole_one(sites: Sites, answer: bytes) -> None:
    def cut(connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.sendall(answer)

    sites.add_raw("cut.org", cut)
    assert sites.fault("http://cut.org/", robots=False) == "page_cut"


def test_a_stopped_job_does_not_wait_for_the_page(sites: Sites) -> None:
    asked, mark = threading.Event(), Cancellation()

    def never(connection: socket.socket) -> None:
        connection.recv(65_536)
        asked.set()
        connection.recv(65_536)

    sites.add_raw("slow.org", never)
    threading.Thread(target=lambda: asked.wait(20) and mark.cancel(), daemon=True).start()
    begun = time.monotonic()
    with cancellable_by(mark), pytest.raises(Cancelled):
        sites.fetcher(seconds=30).get("http://slow.org/", robots=False)
    assert time.monotonic() - begun < 10


def test_nothing_that_was_sent_stands_in_an_error(sites: Sites) -> None:
    sites.add("cut.org", page(b"", status=418))
    with pytest.raises(PraxeoError) as raised:
        sites.fetcher().get("http://cut.org/?token=hidden", robots=False)
    assert "hidden" not in raised.value.message


def _memory() -> int:
    """The most memory that this process has had so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
