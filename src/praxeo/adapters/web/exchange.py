"""One request and its answer over a connection of its own, under one deadline.

httpcore directly, without httpx above it: that would read the address once more with a parser of its
own, and bring cookies, redirects and proxies of the environment, none of which is wanted here.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import certifi
import httpcore

from praxeo.adapters.connections import Connection
from praxeo.adapters.web.addresses import PageAddress
from praxeo.adapters.web.bodies import body_of, broken_off
from praxeo.adapters.web.deadline import Deadline
from praxeo.adapters.web.dialling import Dialler, Lookup, look_up
from praxeo.domain.cancellation import cancellation
from praxeo.domain.errors import Refused, Unavailable

HEADER_BYTES_MAX = 65_536
HEADER_LINES_MAX = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What is asked: a GET, or with `content` a POST. `configured` is the one host that may be anywhere."""

    address: PageAddress
    headers: Mapping[str, str]
    content: bytes | None = None
    configured: str = ""

    @property
    def method(self) -> str:
        return "GET" if self.content is None else "POST"

    @property
    def head(self) -> list[tuple[str, str]]:
        """The headers as they go over the wire."""
        size = [] if self.content is None else [("Content-Length", str(len(self.content)))]
        fixed = [("Host", self.address.authority), ("Connection", "close")]
        return [*fixed, *size, *self.headers.items()]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What came back: headers by their names in small letters, the first of each; the body unpacked."""

    address: PageAddress
    status: int
    dialled: str
    headers: Mapping[str, str]
    body: bytes = b""


def trusted() -> ssl.SSLContext:
    """The authorities of this machine, and beside them those that browsers trust."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchanges:
    """Makes exchanges; its fields are how it reaches the network, which tests put in the way of."""

    lookup: Lookup = look_up
    network: httpcore.NetworkBackend | None = None
    timer: Callable[[], float] = time.monotonic
    tls: Callable[[], ssl.SSLContext] = trusted
    _tls: list[ssl.SSLContext] = field(default_factory=list)

    def ask(
        self,
        question: Question,
        *,
        seconds: float,
        bytes_max: Callable[[Mapping[str, str]], int],
        reads: Callable[[int], bool],
    ) -> Answer:
        """The answer within so many seconds; its body only where `reads` says so of the status, of at most
        `bytes_max` bytes, by the headers.

        Raises what `Dialler`, `body_of` and `Deadline` do, Refused("page_headers").
        """
        deadline = Deadline(seconds, self.timer)
        dialler = Dialler(
            deadline,
            lookup=self.lookup,
            network=self.network,
            configured=question.configured,
        )
        with _translated(deadline), self._asked(question, dialler) as reply:
            told, body = _headers(reply.headers), b""
            if reads(reply.status):
                chunks = _in_time(reply.iter_stream(), deadline)
                body = body_of(chunks, told.get("content-encoding", ""), bytes_max(told))
        return Answer(
            address=question.address,
            status=reply.status,
            dialled=dialler.dialled,
            headers=told,
            body=body,
        )

    @contextmanager
    def _asked(self, question: Question, dialler: Dialler) -> Iterator[httpcore.Response]:
        """The answer as it comes, over a connection of its own that a stopped job cuts."""
        connection = Connection()
        tls = self._context(question.address)
        with (
            cancellation().calling(connection.cut),
            httpcore.ConnectionPool(
                ssl_context=tls, network_backend=dialler, retries=0
            ) as pool,
            pool.stream(
                question.method,
                _wire(question.address),
                headers=question.head,
                content=question.content,
                extensions={"trace": connection.note},
            ) as reply,
        ):
            yield reply

    def _context(self, address: PageAddress) -> ssl.SSLContext | None:
        if address.scheme != "https":
            return None
        if not self._tls:
            self._tls.append(self.tls())
        return self._tls[0]


def _wire(address: PageAddress) -> httpcore.URL:
    """The address in httpcore's parts, so that nothing reads its text again."""
    return httpcore.URL(
        scheme=address.scheme, host=address.host, port=address.port, target=address.target
    )


def _headers(lines: list[tuple[bytes, bytes]]) -> dict[str, str]:
    if (
        len(lines) > HEADER_LINES_MAX
        or sum(len(name) + len(value) for name, value in lines) > HEADER_BYTES_MAX
    ):
        raise Refused(
            "page_headers",
            "The head of this site's answer is larger than any page needs. Save the page and add the file.",
        )
    told: dict[str, str] = {}
    for name, value in lines:
        told.setdefault(name.decode("ascii", "replace").lower(), value.decode("latin-1").strip())
    return told


def _in_time(chunks: Iterator[bytes], deadline: Deadline) -> Iterator[bytes]:
    """The chunks, however small: unpacking many of them takes time that no socket sees."""
    for chunk in chunks:
        deadline.left()
        yield chunk


@contextmanager
def _translated(deadline: Deadline) -> Iterator[None]:
    """Errors of the wire as ours, without their text, which may hold what was sent."""
    try:
        yield
    except (httpcore.TimeoutException, TimeoutError):
        cancellation().check()
        raise deadline.passed() from None
    except httpcore.ConnectError:
        cancellation().check()
        raise Unavailable(
            "page_unreachable",
            "The site does not answer. Look whether the page opens in a browser, and try again.",
        ) from None
    except (httpcore.NetworkError, httpcore.ProtocolError):
        cancellation().check()
        raise broken_off() from None
