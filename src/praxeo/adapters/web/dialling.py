"""Where names become addresses, addresses are judged, and those that were judged are dialled.

httpcore asks for a connection to a name and gets one to an address that was looked at here: nothing
lies between judging and dialling in which another answer of the name service could count.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from praxeo.adapters.web.addresses import check_host, closed
from praxeo.adapters.web.deadline import Deadline
from praxeo.adapters.web.networks import is_public
from praxeo.domain.errors import PraxeoError, Refused, Unavailable

CONNECT_SECONDS = 8.0  # for one address, before the next one of the name is tried
ADDRESSES_TRIED = 3  # of one name

Lookup = Callable[[str, int], tuple[str, ...]]
"""All IP addresses of a name. Raises OSError as `socket.getaddrinfo` does."""


def look_up(host: str, port: int) -> tuple[str, ...]:
    """All addresses that the machine's name service knows of this host, in its order, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class Dialler(httpcore.NetworkBackend):
    """The network of one exchange; `dialled` is the address that was dialled last.

    `configured` is the one host that whoever runs Praxeo has named, as that of a search engine of their own:
    it may be anywhere. What users name never comes there.
    """

    def __init__(
        self,
        deadline: Deadline,
        *,
        lookup: Lookup = look_up,
        network: httpcore.NetworkBackend | None = None,
        configured: str = "",
    ) -> None:
        self._deadline, self._lookup, self._configured = deadline, lookup, configured
        self._network = network or httpcore.SyncBackend()
        self.dialled = ""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the host, if every one of its addresses is public.

        Raises Refused("link_private"), Refused("host_unknown"), Unavailable.
        """
        addresses = self._judged(host, port)
        for address in addresses[:ADDRESSES_TRIED]:
            self.dialled = address
            seconds = self._deadline.left(CONNECT_SECONDS)
            try:
                stream = self._network.connect_tcp(address, port, seconds, None, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return TimedStream(stream, self._deadline)
        raise Unavailable(
            "page_unreachable",
            f"{host} does not answer. Look whether the page opens in a browser, and try again.",
            details={"host": host},
        )

    def _judged(self, host: str, port: int) -> tuple[str, ...]:
        """All addresses of the host, none of them closed to us."""
        if self._configured and host == self._configured:
            return self._addresses(host, port)
        check_host(host)
        addresses = self._addresses(host, port)
        if not addresses or not all(map(is_public, addresses)):
            raise closed(host)
        return addresses

    def _addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of the host, within the time that is left: a name service may hang."""
        if is_public(host):
            return (host,)
        answer: list[tuple[str, ...] | OSError | UnicodeError] = []

        def ask() -> None:
            try:
                answer.append(self._lookup(host, port))
            except (OSError, UnicodeError) as failed:
                answer.append(failed)

        thread = threading.Thread(target=ask, name="lookup", daemon=True)
        thread.start()
        thread.join(self._deadline.left())
        found = answer[0] if answer else None
        if found is None:
            raise self._deadline.passed()
        if isinstance(found, tuple):
            return found
        raise _not_found(host, found)


class TimedStream(httpcore.NetworkStream):
    """A stream whose every act ends with the exchange, however slowly bytes drip."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The stream under TLS, the certificate held against the name. Refused("page_certificate")."""
        try:
            secured = self._stream.start_tls(
                ssl_context, server_hostname, self._deadline.left(timeout)
            )
        except httpcore.ConnectError as failed:
            if isinstance(failed.__cause__, ssl.SSLError):
                raise _no_tls(server_hostname or "") from failed
            raise
        return TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _not_found(host: str, failed: OSError | UnicodeError) -> PraxeoError:
    if isinstance(failed, socket.gaierror) and failed.errno == socket.EAI_AGAIN:
        return Unavailable(
            "host_lookup_failed",
            f"{host} could not be looked up now. Check the connection to the internet, and try again.",
            details={"host": host},
        )
    return Refused(
        "host_unknown",
        f"There is no site {host}. Check the spelling of the link.",
        details={"host": host},
    )


def _no_tls(host: str) -> Refused:
    return Refused(
        "page_certificate",
        f"{host} cannot prove that it is this site: its certificate is not valid. "
        "If you trust it, save the page and add the file.",
        details={"host": host},
    )
