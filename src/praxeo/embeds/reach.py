"""Who can open an address at all, as far as it tells: a promise of a link that the network does not keep is none."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Literal
from urllib.parse import urlsplit

Reach = Literal["machine", "network", "anyone"]
"""This machine alone; whoever is on its network; anyone, unless something in front of it says no."""

_NETWORKS_OWN = (".local", ".lan", ".internal", ".home.arpa", ".home", ".corp", ".intranet")


def reach_of(address: str) -> Reach:
    """Who can open what begins with this address."""
    name = (urlsplit(address).hostname or "localhost").rstrip(".")
    try:
        number = ip_address(name)
    except ValueError:
        if name == "localhost" or name.endswith(".localhost"):
            return "machine"
        return "network" if "." not in name or name.endswith(_NETWORKS_OWN) else "anyone"
    if number.is_loopback or number.is_unspecified:
        return "machine"
    return "anyone" if number.is_global else "network"
