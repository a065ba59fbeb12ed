"""The two ports: opened before anything else, so that what stands in the way is told at once."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import ExitStack
from dataclasses import dataclass

from praxeo.config import Config
from praxeo.domain.errors import PraxeoError, Refused, Unavailable

BACKLOG = 128  # connections that wait to be accepted; all of them may be at once
ANY_IPV4, ANY_IPV6 = "0.0.0.0", "::"  # noqa: S104 (compared with)
ELSEWHERE = ("192.0.2.1", 9)  # an address of documentation, to which nothing is sent
LOOPBACK = {ANY_IPV4: "127.0.0.1", ANY_IPV6: "::1"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Listening:
    """The open ports, the addresses that people use, and the name in them.

    `shared_url` is where others reach the apps, as far as they can: what is given out begins with it.
    """

    studio: socket.socket
    embeds: socket.socket
    metrics: socket.socket | None  # where nobody wants them
    name: str
    studio_url: str
    embed_url: str
    shared_url: str


def listen(config: Config) -> Listening:
    """Open the ports. Raises PraxeoError that says which variable to change."""
    metrics: socket.socket | None = None
    with ExitStack() as opened:
        studio = opened.enter_context(_open(config.host, config.port, "PRAXEO_PORT"))
        embeds = opened.enter_context(
            _open(config.embed_host, config.embed_port, "PRAXEO_EMBED_PORT", "PRAXEO_EMBED_HOST")
        )
        if config.metrics_port:
            metrics = _open(config.metrics_host, config.metrics_port, "PRAXEO_METRICS_PORT")
        opened.pop_all()  # nothing stands in the way: they stay open
    name = _name(config.host)
    embed_url = config.embed_url or f"http://{_name(config.embed_host)}:{config.embed_port}"
    other = "" if config.embed_url else _network_name(config.embed_host)
    return Listening(
        studio=studio,
        embeds=embeds,
        metrics=metrics,
        name=name,
        studio_url=f"http://{name}:{config.port}",
        embed_url=embed_url,
        shared_url=f"http://{other}:{config.embed_port}" if other else embed_url,
    )


def _open(host: str, port: int, variable: str, of_host: str = "PRAXEO_HOST") -> socket.socket:
    """A listening socket whose connections send without delay; any address is that of both families.

    Else the second part of each answer on a connection that is kept waits for the visitor's
    delayed acknowledgement of the first, some 40 ms.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, _, _, _, address = min(found, key=lambda each: each[0])  # of a name's IPv4 first
        opened = socket.create_server(
            address, family=family, backlog=BACKLOG, dualstack_ipv6=_speaks_both(host)
        )
    except (OSError, UnicodeError) as fault:
        raise _refusal(fault, host, port, variable, of_host) from fault
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # connections inherit it
    return opened


def _speaks_both(host: str) -> bool:
    return host == ANY_IPV6 and socket.has_dualstack_ipv6()


def _name(host: str) -> str:
    """How the address is written in an URL. An address that stands for any is reached by loopback."""
    name = LOOPBACK[ANY_IPV4] if _speaks_both(host) else LOOPBACK.get(host, host)
    return f"[{name}]" if ":" in name else name


def _network_name(host: str) -> str:
    """This machine's own address, where it listens on any; "" where it has none or listens on one only.

    It is the one from which a packet to elsewhere would go out. None is sent.
    """
    if host not in LOOPBACK:
        return ""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(ELSEWHERE)
        except OSError:
            return ""  # on no network
        found = str(asking.getsockname()[0])
    return "" if found.startswith("127.") else found


def _refusal(
    fault: OSError | UnicodeError, host: str, port: int, variable: str, of_host: str
) -> PraxeoError:
    number = 0 if isinstance(fault, socket.gaierror | UnicodeError) else fault.errno
    if number in (0, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
        return Refused(
            "bad_setting",
            f"{of_host} has to be an address of this machine, and {host!r} is none. "
            "Leave it out to listen on 127.0.0.1.",
        )
    reason = os.strerror(number or 0)
    if number == errno.EACCES:
        return Unavailable(
            "port_not_allowed",
            f"Port {port} may not be used by this user ({reason}). Set {variable} to one from 1024 on.",
            retryable=False,
        )
    return Unavailable(
        "port_taken",
        f"Port {port} of {host} cannot be used ({reason}). Stop what uses it, or set "
        f"{variable} to another port.",
    )
