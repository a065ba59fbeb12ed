"""Which of the pages that engines name are read: the best of each, few of one site, none twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, zip_longest
from urllib.parse import urldefrag, urlsplit

from praxeo.ports.search import SearchHit

_ASIDE = ("www.", "m.", "amp.")
# Endings under which names are given out below the second label, as in bbc.co.uk.
_WIDE = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "gob", "go", "or", "ne"})


def chosen(found: Sequence[Sequence[SearchHit]], of_one_site: int) -> list[SearchHit]:
    """The pages in the order in which they are to be tried: the first of each engine, then the second.

    Of one site at most `of_one_site`; an address that several engines name stands once.
    """
    of_site: Counter[str] = Counter()
    seen: set[str] = set()
    kept = []
    for hit in chain.from_iterable(zip_longest(*found)):
        if hit is None or (address := urldefrag(hit.url).url.rstrip("/")) in seen:
            continue
        seen.add(address)
        site = hit.site or site_of(hit.url)
        if of_site[site] < of_one_site:
            of_site[site] += 1
            kept.append(hit)
    return kept


def site_of(address: str) -> str:
    """The site of an address: the last two labels of its host, three where names are given out below two.

    Of a page that is on this machine it is the source that has it.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https", ""):
        return parts.path.partition("/")[0]
    host = (parts.hostname or "").lower()
    for start in _ASIDE:
        host = host.removeprefix(start)
    labels = host.split(".")
    wide = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _WIDE
    return ".".join(labels[-3:] if wide else labels[-2:])
