"""What every request passes first: the right host, and no foreign page behind it.

There is no login on one's own machine, so a page from elsewhere must not be able to speak to the API
through the user's browser: not by its own address (Origin, Sec-Fetch-Site), and not by a name that it
has made to point here (Host).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from praxeo.domain.errors import Forbidden, PraxeoError, Refused
from praxeo.entrypoints.api.problems import problem_of
from praxeo.observability.context import during_request
from praxeo.ports.clock import Ids

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
ONLY_ONCE = (b"host", b"origin", b"content-length")
LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
CORS_AGE_SECONDS = 600
_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
_SAME_ORIGIN = (b"cross-origin-resource-policy", b"same-origin")
_CROSS_ORIGIN = (b"cross-origin-resource-policy", b"cross-origin")  # pictures carry no Origin
_FOR_FRIENDS = (
    (
        b"access-control-expose-headers",
        b"ETag, Location, X-Request-Id, X-Page-Width, X-Page-Height",
    ),
    (b"vary", b"Origin"),
)
_PORT = re.compile(r":\d+$")
_OWN_REQUEST_ID = re.compile(r"[A-Za-z0-9_.-]{8,80}")


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Who may speak to the API: host names, and further origins."""

    hosts: frozenset[str]
    origins: frozenset[str]


class Guard:
    """The ASGI application behind these rules."""

    def __init__(self, app: ASGIApp, *, rules: Rules, ids: Ids) -> None:
        self._app, self._rules, self._ids = app, rules, ids

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = _headers(scope)
        request_id = headers.get("x-request-id", "")
        if not request_id or not _OWN_REQUEST_ID.fullmatch(request_id):
            request_id = self._ids.new("req")
        origin = headers.get("origin", "")
        outgoing = self._with_headers(send, request_id, origin)
        with during_request(request_id):
            fault = self._fault(scope, headers)
            if fault:
                await problem_of(fault)(scope, receive, outgoing)
            elif scope["method"] == "OPTIONS" and origin in self._rules.origins:
                await _preflight(outgoing)
            elif scope["method"] == "HEAD":
                await self._app({**scope, "method": "GET"}, receive, _without_body(outgoing))
            else:
                await self._app(scope, receive, outgoing)

    def _fault(self, scope: Scope, headers: Mapping[str, str]) -> PraxeoError | None:
        if len(headers) < len(scope["headers"]) and _says_twice(scope):
            return Refused("header_twice", "Host, Origin and Content-Length may be sent only once.")
        host = headers.get("host", "")
        name = _PORT.sub("", host)
        if name.lower() not in self._rules.hosts:
            return Refused("wrong_host", "This server does not answer to that host name.")
        if scope["method"] not in SAFE_METHODS and not self._is_own_page(headers, host):
            return Forbidden("foreign_page", "Pages from elsewhere may not change anything here.")
        return None

    def _is_own_page(self, headers: Mapping[str, str], host: str) -> bool:
        origin = headers.get("origin")
        if origin is None:
            return headers.get("sec-fetch-site", "none") in ("none", "same-origin")
        return origin in self._rules.origins or origin.split("://")[-1] == host

    def _with_headers(self, send: Send, request_id: str, origin: str) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [
                    *message["headers"],
                    (b"x-request-id", request_id.encode("latin-1")),
                    *_ALWAYS,
                    _CROSS_ORIGIN if self._rules.origins else _SAME_ORIGIN,
                ]
                if origin in self._rules.origins:
                    headers.append((b"access-control-allow-origin", origin.encode("latin-1")))
                    headers += _FOR_FRIENDS
                message = {**message, "headers": headers}
            await send(message)

        return sending


def _headers(scope: Scope) -> Mapping[str, str]:
    """The request's headers; of one that is sent twice the last."""
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def _says_twice(scope: Scope) -> bool:
    names = [name for name, _ in scope["headers"]]
    return any(names.count(name) > 1 for name in ONLY_ONCE)


def _without_body(send: Send) -> Send:
    """HEAD is GET whose answer stops after the headers."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return sending


async def _preflight(send: Send) -> None:
    headers = {
        "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
        "Access-Control-Allow-Headers": "Content-Type, If-Match, If-None-Match, Idempotency-Key, X-Request-Id",
        "Access-Control-Max-Age": str(CORS_AGE_SECONDS),
    }
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": 204, "headers": raw})
    await send({"type": "http.response.body", "body": b""})
