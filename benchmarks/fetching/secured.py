"""The same sites under TLS, with one certificate for all their names."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer

from devtools.loopback.certificates import Authority
from devtools.loopback.serving import Exchange


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    context: ssl.SSLContext

    def finish_request(self, request: object, client_address: object) -> None:
        secured = self.context.wrap_socket(request, server_side=True)  # type: ignore[call-overload]
        super().finish_request(secured, client_address)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is no concern."""


@contextmanager
def served_under_tls(
    handle: Callable[[Exchange], None], authority: Authority, names: list[str]
) -> Iterator[int]:
    """While inside, the sites answer at the port that this gives."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.load_into(context, names)
    kind = type(
        "Bound",
        (Exchange,),
        {"handle_exchange": staticmethod(handle), "stopping": threading.Event()},
    )
    server = _Server(("127.0.0.1", 0), kind)
    server.context = context
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
