"""A network of its own: every name, connection and packet to the attackers' address is counted.

It has to run in a namespace (`unshare -n -m`), with the rights to make one. A pair of virtual cards carries the addresses, for
WebRTC passes over loopback; what is sent to an address of this machine still goes through `lo`, where it is listened to.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

OURS, EVIL = "203.0.113.1", "203.0.113.66"  # of a range that is for documentation (RFC 5737)
SINK_PORTS = (80, 443, 3478, 5349)
ALL_PROTOCOLS = 0x0003
LOOKED_AT_SECONDS = 2  # how long a sink waits for the first words of a connection
QUIET_SECONDS, SETTLED_SECONDS = 0.5, 10


@dataclass
class Network:
    """What has been seen since it was last asked, as (kind, name or port)."""

    _seen: set[tuple[str, str]] = field(default_factory=set)
    _packets: int = 0

    def start(self) -> None:
        """Set up the cards, the resolver and the sinks. Raises CalledProcessError, OSError."""
        for command in (
            "ip link set lo up",
            "ip link add v0 type veth peer name v1",
            f"ip addr add {OURS}/24 dev v0",
            f"ip addr add {EVIL}/24 dev v1",
            "ip link set v0 up",
            "ip link set v1 up",
            f"ip route add default via {OURS}",
        ):
            subprocess.run(command.split(), check=True)
        resolver = Path(tempfile.mkdtemp()) / "resolv.conf"
        resolver.write_text(f"nameserver {OURS}\n")
        subprocess.run(["mount", "--bind", str(resolver), "/etc/resolv.conf"], check=True)
        self._answer_names()
        for port in SINK_PORTS:
            self._take_connections(port)
        self._count_packets()

    def settle(self) -> None:
        """Wait for the last packets of connections that were cut off, and forget all that was seen."""
        end = time.monotonic() + SETTLED_SECONDS
        known = -1
        while self._packets != known and time.monotonic() < end:
            known = self._packets
            time.sleep(QUIET_SECONDS)
        self._seen.clear()
        self._packets = 0

    def seen(self, name: str) -> list[str]:
        """What reached the attacker named so since the last time, whoever it was named after where no name is told."""
        found = {kind for kind, told in self._seen if name in told or not told}
        if self._packets and not found:
            found.add(f"{self._packets} packets")
        self._seen.clear()
        self._packets = 0
        return sorted(found)

    def _answer_names(self) -> None:
        port = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        port.bind((OURS, 53))

        def answer() -> None:
            while True:
                query, who = port.recvfrom(4096)
                name, end = _name_in(query)
                if name.endswith("evil.test"):
                    self._seen.add(("dns", name))
                address = EVIL if name.endswith("evil.test") else OURS
                port.sendto(_reply(query, end, address), who)

        _beside(answer)

    def _take_connections(self, number: int) -> None:
        listening = socket.create_server((EVIL, number), backlog=256)

        def take() -> None:
            while True:
                connection, _ = listening.accept()
                _beside(lambda: self._look_at(connection, number))  # noqa: B023 (looked at at once)

        _beside(take)

    def _look_at(self, connection: socket.socket, number: int) -> None:
        connection.settimeout(LOOKED_AT_SECONDS)
        with connection, contextlib.suppress(OSError):
            text = connection.recv(4096).decode("latin-1")
            kind = "tls" if text.startswith("\x16") else "http" if "HTTP/" in text else "tcp"
            self._seen.add((kind, text))

    def _count_packets(self) -> None:
        wire = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.ntohs(ALL_PROTOCOLS))
        wire.bind(("lo", 0))
        evil = socket.inet_aton(EVIL)

        def count() -> None:
            while True:
                packet = wire.recv(65535)
                if len(packet) < 24 or packet[0] >> 4 != 4 or packet[16:20] != evil:
                    continue
                self._packets += 1
                if packet[9] == socket.IPPROTO_UDP:
                    start = (packet[0] & 15) * 4
                    self._seen.add(
                        (f"udp[{struct.unpack('!H', packet[start + 2 : start + 4])[0]}]", "")
                    )

        _beside(count)


def _beside(work: Callable[[], None]) -> None:
    threading.Thread(target=work, daemon=True).start()


def _name_in(query: bytes) -> tuple[str, int]:
    """The name that is asked for, and where its question ends."""
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1 : at + 1 + query[at]].decode("latin-1"))
        at += query[at] + 1
    return ".".join(labels).lower(), at + 5


def _reply(query: bytes, end: int, address: str) -> bytes:
    """The address to a question for one; no answer to any other."""
    wanted = struct.unpack("!H", query[end - 4 : end - 2])[0] == 1
    head = query[:2] + b"\x81\x80" + struct.pack("!HHHH", 1, int(wanted), 0, 0)
    found = b"\xc0\x0c\x00\x01\x00\x01" + struct.pack("!IH", 1, 4) + socket.inet_aton(address)
    return head + query[12:end] + (found if wanted else b"")
