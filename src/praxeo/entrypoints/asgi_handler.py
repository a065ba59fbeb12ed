"""An ASGI application as a Lambda's handler whose answers are counted.

Lambda sees a call that went well even where the answer says 500; alarms need what the caller saw.
"""

from __future__ import annotations

import time
from typing import Any

from mangum import Mangum
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from praxeo.observability.metrics import emit

SERVER_ERROR = 500
TEXTS = ["text/", "application/json", "application/problem+json"]  # anything else goes as base64
WAITING = b"wait="  # such a request takes as long as it was told to


class Counted:
    """Counts each answer: whether it is an error of ours, and the time it took unless it was to wait."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

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
            values = {"ServerErrors": float(status >= SERVER_ERROR)}
            if WAITING not in scope["query_string"]:
                values["Milliseconds"] = round((time.perf_counter() - start) * 1000, 1)
            emit(**values)


def handler_of(app: ASGIApp) -> Any:
    """What Lambda calls with the events of the API Gateway."""
    return Mangum(Counted(app), lifespan="off", text_mime_types=TEXTS)
