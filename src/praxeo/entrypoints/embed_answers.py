"""What visitors of the embed host ask for, and the shapes of what they get."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.types import Scope

from praxeo.embeds import delivery
from praxeo.embeds.notices import notice
from praxeo.embeds.serving import RawHeaders, Sent, raw

_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")  # anything else could break out of a policy
_NOTICE = {
    **delivery.SHARED_HEADERS,
    "Content-Security-Policy": delivery.PAGE_POLICY,
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a visitor gets."""

    status: int
    headers: RawHeaders
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visitor asks for: the parts of the path, the headers that count, and where embeds are served.

    The query counts for oEmbed alone, and is never written down.
    """

    parts: list[str]
    origin: str
    encodings: str
    known: str
    languages: str
    destination: str
    query: str = ""
    range: str = ""


def visit_of(scope: Scope, embed_url: str) -> Visit:
    """What is asked for; `embed_url` says where embeds are served, else the visitor's address does."""
    found: dict[bytes, bytes] = dict(scope["headers"])
    return Visit(
        parts=scope["path"].removeprefix("/").split("/"),
        origin=embed_url or _origin(scope.get("scheme", "http"), found.get(b"host", b"")),
        encodings=found.get(b"accept-encoding", b"").decode("latin-1"),
        known=found.get(b"if-none-match", b"").decode("latin-1"),
        languages=found.get(b"accept-language", b"").decode("latin-1"),
        destination=found.get(b"sec-fetch-dest", b"").decode("latin-1"),
        query=scope.get("query_string", b"").decode("latin-1"),
        range=found.get(b"range", b"").decode("latin-1"),
    )


def _origin(scheme: str, host: bytes) -> str:
    name = host.decode("latin-1")
    return f"{scheme}://{name}" if _HOST.fullmatch(name) else "http://host.invalid"


def kept(visit: Visit, prepared: Sent) -> Answer | None:
    """The answer to a visitor who has this already."""
    return Answer(304, prepared.unchanged) if delivery.has_tag(visit.known, prepared.etag) else None


def sent(visit: Visit, prepared: Sent) -> Answer:
    """What was prepared, in the best encoding that the visitor takes."""
    encoding = delivery.best_encoding(visit.encodings)
    return kept(visit, prepared) or Answer(
        200, prepared.headers[encoding], prepared.bodies[encoding]
    )


def never_kept(headers: Iterable[tuple[bytes, bytes]]) -> RawHeaders:
    """Headers of what no cache may keep."""
    rest = (pair for pair in headers if pair[0] not in {b"cache-control", b"etag"})
    return (*rest, (b"cache-control", b"no-store"))


def elsewhere(address: str) -> Answer:
    """What was asked for is at another address."""
    return Answer(303, raw({"Location": address, "Cache-Control": "no-store"}))


def told(visit: Visit, name: str, status: int, **more: str) -> Answer:
    """A page in plain words."""
    body = notice(name, visit.languages).encode()
    later = {"Retry-After": "60"} if status == 503 else {}
    return Answer(status, raw({**_NOTICE, **later, **more}), body)
