"""What of the log of a site breaks the manners that are promised to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from benchmarks.fetching.sites import RETRY_AFTER_SECONDS, Site


def breaches(site: Site) -> Iterator[str]:
    """Each breach, in words."""
    log = sorted(site.log)
    for number, (begun, _, path, agent) in enumerate(log):
        if site.forbids(path):
            yield f"{site.name}: {path} is forbidden"
        if number == 0 and path != "/robots.txt":
            yield f"{site.name}: {path} before robots.txt"
        if not agent.startswith("Praxeo/") or "+mailto:" not in agent:
            yield f"{site.name}: no contact in {agent!r}"
        asked_at = site.left_alone_until - RETRY_AFTER_SECONDS
        if site.was_busy and asked_at < begun < site.left_alone_until:
            yield f"{site.name}: asked {site.left_alone_until - begun:.1f} s too early"
    for (_, ended, _, _), (begun, _, path, _) in pairwise(log):
        if begun - ended < site.gap - 1e-6:
            yield f"{site.name}: {path} after {begun - ended:.2f} s"
    if site.most_inside > 1:
        yield f"{site.name}: {site.most_inside} requests at once"
