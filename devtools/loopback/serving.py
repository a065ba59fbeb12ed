"""A small HTTP server in a thread, with a free hand over the bytes that it sends."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

BODY_BYTES_MAX = 50_000_000


class Exchange(BaseHTTPRequestHandler):
    """One request and its answer. `path_only` and `query` are its address in parts."""

    protocol_version = "HTTP/1.1"
    handle_exchange: Callable[[Exchange], None]
    stopping: threading.Event

    def setup(self) -> None:
        super().setup()
        self.path_only, self.body = "", b""
        self.query: dict[str, str] = {}

    def handle_one(self) -> None:
        """Read the request and have it answered; a client that went away is no concern."""
        parts = urlsplit(self.path)
        self.path_only, self.query = parts.path, dict(parse_qsl(parts.query))
        size = min(int(self.headers.get("Content-Length") or 0), BODY_BYTES_MAX)
        self.body = self.rfile.read(size)
        try:
            type(self).handle_exchange(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    do_GET = do_POST = do_DELETE = do_PATCH = handle_one  # noqa: N815 (names of the library)

    def json_body(self) -> dict[str, Any]:
        """The request's JSON object, {} if it is none."""
        try:
            value = json.loads(self.body or b"{}")
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def send_bytes(
        self,
        status: int,
        data: bytes,
        media_type: str = "application/json; charset=UTF-8",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """A whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def send_json(
        self, value: object, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        """A whole answer of JSON."""
        self.send_bytes(status, json.dumps(value).encode(), headers=headers)

    def begin_stream(self, media_type: str = "text/event-stream") -> None:
        """The head of an answer that comes in chunks."""
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def send_chunk(self, data: bytes) -> None:
        """The next chunk of a stream."""
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def end_stream(self) -> None:
        """The orderly end of a stream."""
        self.wfile.write(b"0\r\n\r\n")

    def cut(self) -> None:
        """Break the connection off."""
        self.close_connection = True
        self.wfile.flush()
        self.connection.close()

    def wait(self, seconds: float) -> bool:
        """Let time pass; True if the server is being stopped."""
        return type(self).stopping.wait(seconds)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: addresses may hold keys."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is part of what is tried here."""


@contextmanager
def served(handle: Callable[[Exchange], None], port: int = 0) -> Iterator[str]:
    """While inside, the server answers at the address that this gives."""
    stopping = threading.Event()
    kind = type(
        "BoundExchange",
        (Exchange,),
        {"handle_exchange": staticmethod(handle), "stopping": stopping},
    )
    server = _Server(("127.0.0.1", port), kind)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
