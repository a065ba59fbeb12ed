"""Where an installation's secrets are: in its data folder, or in Secrets Manager where many work for one library."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from praxeo.adapters.keys import KeyText
from praxeo.adapters.own_secret import FENCE, TICKETS, own_secret
from praxeo.config import Config, name_of_url
from praxeo.domain.errors import Refused, Unavailable
from praxeo.embeds.tickets import AtEdge, unsigned
from praxeo.wiring.cloud import need_sdk


def fence_secret_of(config: Config) -> bytes:
    """What the marks around untrusted text are made of: from where the configuration says.

    Refused("bad_setting") for a place that is none, Unavailable("secret_missing") if nothing is there.
    """
    place = config.models.fence_secret
    if not place:
        return own_secret(config.data_dir, FENCE)
    return _text(_shared(place, "PRAXEO_FENCE_SECRET"), place).encode()


def ticket_keys_of(config: Config) -> Callable[[], Sequence[bytes]]:
    """What tickets to embeds are signed with, as it is now; looked for when it is first needed.

    In the cloud each line of the secret is a key. The first signs and all count, so that keys can be changed
    without an end to what was given out.
    """
    if not config.ticket_secret:
        return cache(lambda: (own_secret(config.data_dir, TICKETS),))
    kept = _shared(config.ticket_secret, "PRAXEO_TICKET_SECRET")
    return lambda: tuple(
        line.encode() for line in _text(kept, config.ticket_secret).split() if line
    )


def at_edge_of(config: Config) -> AtEdge:
    """How addresses of what opens with a ticket are signed for an edge. Refused("bad_setting")."""
    if not config.edge_secret:
        return unsigned
    kept = _shared(config.edge_secret, "PRAXEO_EDGE_SECRET")
    from praxeo.adapters.edge_addresses import EdgeAddresses

    return EdgeAddresses(config.embed_url, kept)


def key_text(place: str) -> Path | KeyText | None:
    """Where keys are read from: a file, a secret in the cloud, or nowhere."""
    if name := name_of_url(place, "secrets"):
        need_sdk("A key file at secrets://")
        from praxeo.adapters.secrets import SecretText

        return SecretText(name, time.monotonic)
    return Path(place) if place else None


def _shared(place: str, variable: str) -> KeyText:
    kept = key_text(place) if name_of_url(place, "secrets") else None
    if kept is None or isinstance(kept, Path):
        raise Refused("bad_setting", f"{variable} has to be secrets://name.")
    return kept


def _text(kept: KeyText, place: str) -> str:
    if kept.state() is None or not kept.text():
        raise Unavailable(
            "secret_missing", f"There is no secret {place}; make it, and let this role read it."
        )
    return kept.text()
