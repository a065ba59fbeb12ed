"""What a route takes: a body of so many bytes at most, and JSON of so many values where it takes JSON."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import AsyncGenerator, Callable
from email.message import Message
from typing import Any, TypeVar

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope

from praxeo.domain.errors import PraxeoError, Refused, TooLarge
from praxeo.domain.limits import TEXT_CHARACTERS_MAX

E = TypeVar("E", bound=Callable[..., Any])

JSON_BYTES_OF_CHARACTER = 12  # at most: two escapes
BODY_BYTES_MAX = (
    TEXT_CHARACTERS_MAX * JSON_BYTES_OF_CHARACTER + 4_000
)  # unless a route says otherwise
VALUES_MAX = 2_000  # in one body; each of them may be wrong, and that has to be told
QUOTES_OF_VALUE = 4  # a name and a text
PIECE_BYTES = 64_000  # looked through at once


def takes_bytes(most: int) -> Callable[[E], E]:
    """Marks an endpoint that takes more (or less) than `BODY_BYTES_MAX`."""

    def mark(endpoint: E) -> E:
        endpoint.body_bytes_max = most  # type: ignore[attr-defined]
        return endpoint

    return mark


def bytes_taken(endpoint: Callable[..., Any]) -> int:
    """How many bytes a body may have that is sent to this endpoint."""
    most: int = getattr(endpoint, "body_bytes_max", BODY_BYTES_MAX)
    return most


class Told(HTTPException):
    """One of our errors while a body is read, where the framework makes one of its own of any other."""

    def __init__(self, error: PraxeoError) -> None:
        super().__init__(400)
        self.error = error


class BoundedRequest(Request):
    """A request whose body is refused as soon as it is too large, whether it says so before or not."""

    def __init__(self, scope: Scope, receive: Receive, bytes_max: int) -> None:
        super().__init__(scope, receive)
        self._bytes_max = bytes_max

    async def stream(self) -> AsyncGenerator[bytes, None]:
        self.check_declared_size()
        size = 0
        async for chunk in super().stream():
            size += len(chunk)
            self._check(size)
            yield chunk

    async def json(self) -> Any:
        if not await _has_few_values(await self.body()):
            raise Told(TooLarge("body_too_large", f"A body has at most {VALUES_MAX} values."))
        return await super().json()

    def check_declared_size(self) -> None:
        """Refuse a body that is said to be too large, before any of it is read."""
        size = self.headers.get("content-length", "")
        self._check(int(size) if size.isascii() and size.isdigit() else 0)

    def _check(self, size: int) -> None:
        if size > self._bytes_max:
            most = self._bytes_max // 1_000
            sentence = f"A body has at most {most} kilobytes here."
            raise Told(TooLarge("body_too_large", sentence, details={"limit": most}))

    @property
    def has_body(self) -> bool:
        """Whether there is one, by what the headers say."""
        size = self.headers.get("content-length", "0")
        return size != "0" or "transfer-encoding" in self.headers


def check_is_json(request: BoundedRequest) -> None:
    """Refuse a body that is too large, or that is said to be anything else: a foreign page may send forms and texts unasked."""
    request.check_declared_size()
    if request.has_body and not _is_json(request.headers.get("content-type", "text/plain")):
        raise Refused("wrong_media_type", "Send JSON, and say so: Content-Type: application/json.")


def _is_json(content_type: str) -> bool:
    if content_type == "application/json":
        return True
    kind = Message()
    kind["content-type"] = content_type
    subtype = kind.get_content_subtype()
    return kind.get_content_maintype() == "application" and (
        subtype == "json" or subtype.endswith("+json")
    )


async def _has_few_values(body: bytes) -> bool:
    """Whether this JSON holds `VALUES_MAX` at most, told without making any of them.

    Every value has a mark before it; those within strings do not count. Others are answered meanwhile.
    """
    if len(body) <= VALUES_MAX:
        return True  # a mark each would take more
    start = marks = quotes = 0
    while start < len(body):
        part = body[start : start + PIECE_BYTES]
        if (len(part) - len(part.rstrip(b"\\"))) % 2:  # an escape is not cut in two
            part = body[start : start + PIECE_BYTES + 1]
        start += len(part)
        texts = part.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')
        outside = b"".join(texts[quotes % 2 :: 2])
        marks += sum(map(outside.count, (b",", b"[", b"{")))
        quotes += len(texts) - 1
        if max(marks, quotes // QUOTES_OF_VALUE) > VALUES_MAX:
            return False
        if start < len(body):
            await sleep(0)
    return True
