"""A connection of httpx that another thread can cut while this one waits for an answer."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any

# Events of httpx's `trace` extension that give the stream of a connection.
OPENED = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})


class Connection:
    """Notes the socket of one request, given as `extensions={"trace": connection.note}`."""

    def __init__(self) -> None:
        self._sockets: list[socket.socket] = []
        self._is_cut = False

    def note(self, event: str, info: dict[str, Any]) -> None:
        """Take the socket from an event of the request."""
        if event in OPENED:
            self._sockets.append(info["return_value"].get_extra_info("socket"))
            if self._is_cut:
                self.cut()

    def cut(self) -> None:
        """End what is waited for on it. A connection that is closed stays so."""
        self._is_cut = True
        for opened in self._sockets[-1:]:
            with suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)
