"""What kind of source an address is of, by its form alone: no list of good and bad sites, no judgement of truth."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from praxeo.domain.snapshot_records import SourceKind

# The first that fits counts. Each looks at the host with its path, such as "www.nih.gov/health".
_FORMS: tuple[tuple[SourceKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))  # type: ignore[misc]
    for kind, pattern in (
        ("scholarly", r"(?:^|\.)(?:doi|arxiv)\.org/|/doi/(?:abs/|full/|pdf/)?10\.\d{4,9}/|/10\.\d{4,9}/"),
        ("scholarly", r"^[^/]*\.(?:edu|ac\.[a-z]{2}|edu\.[a-z]{2})/.*\.pdf$"),
        ("encyclopaedia", r"^[^/]*(?:wiki|pedia|encyclop|britannica)[^/]*\.[a-z]+/"),
        ("official", r"^[^/]*\.(?:gov|mil|int|edu)/|^[^/]*\.(?:gov|gob|gouv|go|gv|govt|edu|ac)\.[a-z]{2}/"),
        ("documentation", r"^(?:docs|developer|devdocs|manual|help|api)\.|(?:^|\.)readthedocs\.|^[^/]+/(?:docs|documentation|manual|reference)/"),
        ("forum", r"^(?:forum|forums|community|discuss|answers|ask)\.|^[^/]+/(?:forum|forums|questions|threads?|topic|viewtopic)\b"),
        ("news", r"^(?:news)\.|^[^/]*(?:news|times|herald|tribune|zeitung|gazette)[^/]*\.[a-z]+/|^[^/]+/(?:news|nachrichten|actualites)/"),
        ("shop", r"^(?:shop|store)\.|^[^/]+/(?:shop|store|product|products|cart|dp)/"),
        ("blog", r"^(?:blog|blogs)\.|(?:^|\.)(?:wordpress|blogspot|substack|medium)\.|^[^/]+/(?:blog|blogs)\b"),
    )
)  # fmt: skip


def kind_of(address: str) -> SourceKind:
    """The kind; "unknown" where the form of the address does not say."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    place = f"{host}{parts.path or '/'}".lower()
    return next((kind for kind, form in _FORMS if form.search(place)), "unknown")
