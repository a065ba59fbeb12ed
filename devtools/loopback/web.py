"""A web on this machine: names with addresses that look public, all of them answered by loopback servers.

The guard sees what it would see outside. Only behind it, where a connection is made, does an address
become a port of this machine; one that nobody gave out raises, and every dial is noted.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import httpcore

from devtools.loopback.certificates import Authority

FIRST_ADDRESS = (44 << 24) + 1  # of the addresses that are given out; nothing is ever sent there


class LoopbackWeb(httpcore.NetworkBackend):
    """Names, their addresses, and the servers behind them. `dials` are all addresses asked for."""

    def __init__(self) -> None:
        self.dials: list[tuple[str, int]] = []
        self.answers: dict[str, list[tuple[str, ...]]] = {}  # for the next look-ups of a name
        self._addresses: dict[str, str] = {}
        self._ports: dict[str, Mapping[int, int]] = {}
        self._network = httpcore.SyncBackend()
        self._lock = threading.Lock()

    def add(self, host: str, ports: Mapping[int, int]) -> str:
        """Give the host an address, whose ports lead to these ones of this machine."""
        with self._lock:
            number = FIRST_ADDRESS + len(self._addresses)
            address = ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))
            self._addresses[host], self._ports[address] = address, ports
        return address

    def add_address(self, address: str, ports: Mapping[int, int]) -> None:
        """Have an address answered that no name leads to."""
        self._ports[address] = ports

    def lookup(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a name: the next of those that were set, else its own."""
        if queued := self.answers.get(host):
            return queued.pop(0) if len(queued) > 1 else queued[0]
        if host not in self._addresses:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return (self._addresses[host],)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the server behind an address that was given out."""
        with self._lock:
            self.dials.append((host, port))
        behind = self._ports.get(host, {}).get(port)
        if behind is None:
            raise httpcore.ConnectError(f"nobody answers at {host}")
        return self._network.connect_tcp("127.0.0.1", behind, timeout, None, socket_options)


def serve_raw(handle: Callable[[socket.socket], None], stop: threading.Event) -> int:
    """A server that leaves each connection to `handle`, until `stop` is set; gives its port."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=64)
    listening.settimeout(0.05)

    def run() -> None:
        with listening:
            while not stop.is_set():
                try:
                    connection, _ = listening.accept()
                except TimeoutError:
                    continue
                threading.Thread(target=_handled, args=(handle, connection), daemon=True).start()

    threading.Thread(target=run, daemon=True).start()
    return int(listening.getsockname()[1])


def _handled(handle: Callable[[socket.socket], None], connection: socket.socket) -> None:
    with connection:
        try:
            handle(connection)
        except OSError:
            return  # the client went away, which is what is tried here


def under_tls(
    handle: Callable[[socket.socket], None], authority: Authority, names: Iterable[str]
) -> Callable[[socket.socket], None]:
    """The same under TLS, with a certificate for these names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.load_into(context, names)

    def secured(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as stream:
            handle(stream)

    return secured
