"""The synthetic canary: from outside, the way a visitor comes. Synthetics calls `handler` and counts what raises.

The API is closed to strangers and so to the canary; the gradual releases and the alarms watch it from within.
"""

from __future__ import annotations

import os
import urllib.error
import urllib.request
from typing import Any

SECONDS = 10
USER_AGENT = "praxeo-canary"


def answer(url: str) -> tuple[int, bytes]:
    """Status and body of what is at this address. OSError if nothing answers."""
    request = urllib.request.Request(url, headers={"User-Agent": USER_AGENT})  # noqa: S310 (ours)
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as reply:  # noqa: S310
            return reply.status, reply.read()
    except urllib.error.HTTPError as fault:
        return fault.code, fault.read()


def faults(studio: str, embeds: str) -> list[str]:
    """What a visitor would miss, as sentences."""
    found = []
    looks = (
        (f"{studio}/", 200, b"<script", "the studio's page"),
        (f"{embeds}/robots.txt", 200, b"User-agent", "the embeds"),
        (f"{embeds}/e/emb_canary_none", 404, b"<", "the page for an embed that does not exist"),
    )
    for url, status, holds, what in looks:
        try:
            got, body = answer(url)
        except OSError as fault:
            found.append(f"{what}: no answer ({fault})")
            continue
        if got != status:
            found.append(f"{what}: status {got} in place of {status}")
        elif holds not in body:
            found.append(f"{what}: not what it should be")
    return found


def handler(event: dict[str, Any], context: Any) -> str:
    """One run."""
    found = faults(os.environ["STUDIO"], os.environ["EMBEDS"])
    if found:
        raise RuntimeError("; ".join(found))
    return "well"
