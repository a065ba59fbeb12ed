"""Addresses of pages, read as browsers read them (WHATWG), and judged before anything is resolved.

The same reading is judged and dialled: two parsers that differ are how guards are got round.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

import ada_url

from praxeo.adapters.web.networks import is_public
from praxeo.domain.errors import Refused

ADDRESS_CHARACTERS_MAX = 4_096
PORTS = {"http": 80, "https": 443}
PORTS_ALLOWED = frozenset({80, 443, 8080, 8443})
# Names that mean something within a network only; those of one label do too.
_LOCAL_ENDINGS = frozenset(
    {
        *("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private"),
        *("home.arpa", "onion"),
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class PageAddress:
    """An address that may be asked for. `host` is a name or an IP address, without brackets."""

    href: str
    scheme: str
    host: str
    port: int
    target: str  # path and query, as they go over the wire

    @property
    def authority(self) -> str:
        """The host as a request names it, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: whose rules count, and where the next request has to wait."""
        return f"{self.scheme}://{self.authority}"


def judged(text: str, *, base: str | None = None) -> PageAddress:
    """The address that a text (seen from `base`) means. Raises Refused: link_…"""
    url = _parsed(text, base)
    scheme = url.protocol.removesuffix(":")
    if scheme not in PORTS:
        raise Refused(
            "link_scheme",
            f"Praxeo fetches pages by http and https; this link begins with {scheme[:20]}:.",
            details={"scheme": scheme[:20]},
        )
    if url.username or url.password:
        raise Refused(
            "link_credentials",
            "This link holds a name or password for its site. Give it without, or save the page and add the file.",
        )
    port = int(url.port) if url.port else PORTS[scheme]
    if port not in PORTS_ALLOWED:
        raise Refused(
            "link_port",
            f"Pages are not fetched from port {port}. Save the page and add the file.",
            details={"port": port},
        )
    host = url.hostname.strip("[]").removesuffix(".")
    check_host(host)
    url.hash = ""
    return PageAddress(
        href=url.href, scheme=scheme, host=host, port=port, target=url.pathname + url.search
    )


def configured(text: str) -> PageAddress:
    """The address that whoever runs Praxeo has named; it may be anywhere. Raises Refused("link_malformed")."""
    url = _parsed(text, None)
    scheme = url.protocol.removesuffix(":")
    if scheme not in PORTS or not url.hostname:
        raise _malformed()
    return PageAddress(
        href=url.href,
        scheme=scheme,
        host=url.hostname.strip("[]"),
        port=int(url.port) if url.port else PORTS[scheme],
        target=url.pathname + url.search,
    )


def check_host(host: str) -> None:
    """Refuse a host that cannot be on the public web: an address of a closed network, a local name."""
    if _is_ip(host):
        if not is_public(host):
            raise closed(host)
        return
    labels = host.split(".")
    if len(labels) < 2 or not all(labels):
        raise closed(host)
    if labels[-1] in _LOCAL_ENDINGS or ".".join(labels[-2:]) in _LOCAL_ENDINGS:
        raise closed(host)


def closed(host: str) -> Refused:
    """What is said of a host that is not on the public web."""
    return Refused(
        "link_private",
        f"{host[:100]} is not on the public web, and Praxeo fetches from nowhere else. "
        "Save the page and add the file.",
        details={"host": host[:100]},
    )


def _parsed(text: str, base: str | None) -> ada_url.URL:
    try:
        if len(text) > ADDRESS_CHARACTERS_MAX:
            raise ValueError
        return ada_url.URL(text, base) if base else ada_url.URL(text)
    except ValueError:
        raise _malformed() from None


def _malformed() -> Refused:
    return Refused(
        "link_malformed",
        "This is no address of a web page. Copy it from the browser's address line.",
    )


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
