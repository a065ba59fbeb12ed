"""One connection to a port, and what its visitor may hold up: limits for the head of a request, and times.

An HTTP server that waits for whoever has begun to send is stopped by a thousand visitors that never go on.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any, cast

import httptools
from uvicorn.protocols.http.httptools_impl import (
    STATUS_LINE,
    HttpToolsProtocol,
    RequestResponseCycle,
)

from praxeo.entrypoints.admission import Admission, VisitorTimes

HEAD_BYTES_MAX = 64_000  # of one request: its address and headers
HEADERS_MAX = 100
WAITING_MAX = 100  # requests that one connection may send before the first of them is answered


class Connection(HttpToolsProtocol):
    """uvicorn's connection, which ends when its visitor is too slow or sends too much of a head."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.url = b""
        self.admission = cast(Admission, self.server_state)
        self.heard_at = self.loop.time()
        self._head_since: float | None = self.heard_at
        self._rest_since: float | None = None
        self._head_bytes = 0
        self._answering: RequestResponseCycle | None = None
        self._unsent, self._unsent_since = 0, self.heard_at

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(cast(asyncio.Transport, transport))
        self.admission.admit(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_answering()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.is_ending:
            return
        self.heard_at = self.loop.time()
        self._unset_keepalive_if_required()
        if self._head_since is None and self._rest_since is None and self.is_idle:
            self._head_since = self.heard_at
        self._head_bytes += len(data)
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            pass  # no other protocol is spoken here; the request is answered as it is
        except httptools.HttpParserError:
            self._refuse_unreadable()
            return
        if self._head_since is None:
            self._head_bytes = 0
        elif self._head_bytes > HEAD_BYTES_MAX:
            self._refuse_unreadable()

    def on_message_begin(self) -> None:
        if self._head_since is None:  # it follows another request, which is still being answered
            self._head_since, self._head_bytes = self.heard_at, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        if self._is_head_too_large():
            raise ValueError("head too large")  # ends the parser; data_received tells it
        if len(self.pipeline) >= WAITING_MAX:
            raise ValueError("too many requests at once")
        self._head_since = None
        super().on_headers_complete()
        if self.parser.should_upgrade():
            self.cycle.keep_alive = False  # what follows would be read as another protocol

    def on_message_complete(self) -> None:
        if self._rest_since is not None:
            self._rest_since, self._head_since = None, self.heard_at
        super().on_message_complete()
        self.cycle.more_body = False

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.cycle.response_complete and self.cycle.more_body:
            self._rest_since = self.loop.time()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._answering = cycle
        super()._start_asgi_task(cycle, app)

    def _stop_answering(self) -> None:
        """Let the request that is being answered write no more, and those behind it never begin."""
        self.pipeline.clear()
        if self._answering is not None:
            self._answering.disconnected = True
            self._answering.message_event.set()

    @property
    def is_idle(self) -> bool:
        """Whether there is no request that is still to be answered."""
        return self.cycle is None or self.cycle.response_complete

    @property
    def is_ending(self) -> bool:
        return self.transport.is_closing()

    @property
    def waits_for_visitor(self) -> bool:
        return self.is_idle or (self.cycle.more_body and not self.flow.read_paused)

    def too_slow(self, now: float, times: VisitorTimes) -> str:
        if not self.is_ending:
            if self._head_since is not None and now - self._head_since > times.head:
                return "head"
            if self._rest_since is not None and now - self._rest_since > times.rest:
                return "rest"
            if not self.is_idle and self.waits_for_visitor and now - self.heard_at > times.body:
                return "body"
        unsent = self.transport.get_write_buffer_size()
        if not unsent or unsent != self._unsent:
            self._unsent, self._unsent_since = unsent, now
        return "reading" if now - self._unsent_since > times.reading else ""

    def end(self, reason: str) -> None:
        if reason == "reading" or not self.url:  # takes no answer, or has not asked for one
            self.cut_off()
        else:
            self.refuse(408, "request_too_slow", "The rest of the request did not come in time.")

    def refuse(self, status: int, code: str, sentence: str) -> None:
        if self.cycle is not None and self.cycle.response_started and not self.is_idle:
            self.cut_off()
            return
        self._stop_answering()
        problem = {"type": f"urn:praxeo:problem:{code}", "status": status, "detail": sentence}
        body = json.dumps(problem | {"code": code}).encode()
        head = b"content-type: application/problem+json\r\ncontent-length: %d\r\nconnection: close\r\n\r\n"
        self.transport.write(STATUS_LINE[status] + head % len(body) + body)
        self.transport.close()

    def cut_off(self) -> None:
        self._stop_answering()
        self.transport.abort()

    def _is_head_too_large(self) -> bool:
        """Of the part that has been read."""
        size = len(self.url) + sum(len(name) + len(value) for name, value in self.headers or ())
        return size > HEAD_BYTES_MAX or len(self.headers or ()) > HEADERS_MAX

    def _refuse_unreadable(self) -> None:
        if self._head_bytes > HEAD_BYTES_MAX or self._is_head_too_large():
            most = f"{HEADERS_MAX} headers and {HEAD_BYTES_MAX // 1000} kilobytes of them"
            self.refuse(431, "head_too_large", f"A request has at most {most}.")
        else:
            self.refuse(400, "bad_request", "The request could not be read.")
        self.admission.count("unreadable")
