"""An ASGI application whose answers are counted as the caller saw them."""

from __future__ import annotations

import time
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from praxeo.ports.metrics import Metrics

SERVER_ERROR = 500
WAITING = b"wait="  # such a request takes as long as it was told to
UNKNOWN = "none"  # of an address that no route answers, or a method that there is not
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def route_of(scope: Scope) -> str:
    """The template of the route that answered, such as "/v1/jobs/{job_id}"."""
    return getattr(scope.get("route"), "path", UNKNOWN)


def embed_route(scope: Scope) -> str:
    """What an address of the host of embeds asks for: "/e" a page around an app, "/a" and
    "/p" an app, "/t" a ticket to one, "/f" a recording that one plays, "/v" what a visit tells, "/i" a picture, "/oembed" what to put into a page."""
    first = str(scope["path"]).split("/", 2)[1:2]
    return (
        f"/{first[0]}"
        if first and first[0] in ("e", "a", "p", "t", "f", "v", "i", "oembed")
        else UNKNOWN
    )


class Measured:
    """Counts each answer by its route: its status, whether it is an error of ours, and the time it took
    unless it was to wait."""

    def __init__(
        self, app: ASGIApp, metrics: Metrics, route: Callable[[Scope], str] = route_of
    ) -> None:
        self._app, self._metrics, self._route = app, metrics, route

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, status = time.perf_counter(), SERVER_ERROR

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            values = {"praxeo_requests_total": 1.0}
            values["praxeo_request_errors_total"] = float(status >= SERVER_ERROR)
            if WAITING not in scope["query_string"]:
                values["praxeo_request_seconds"] = round(time.perf_counter() - start, 6)
            method = scope["method"] if scope["method"] in METHODS else UNKNOWN
            labels = {"route": self._route(scope), "method": method, "status": str(status)}
            self._metrics.note(labels, **values)
