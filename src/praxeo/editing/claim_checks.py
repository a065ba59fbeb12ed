"""What a person says of claims for which no rule vouches, and whether that still holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from praxeo.domain.claim_ledger import ClaimRecord
from praxeo.domain.edit_records import ClaimCheck

_SEPARATOR = "\x1f"


def said_by(claim: ClaimRecord) -> str:
    """A hash of what the claim and its sentences say; another sentence makes it another."""
    words = (claim.text, *(span.text for span in claim.spans))
    return hashlib.sha256(_SEPARATOR.join(words).encode("utf-8")).hexdigest()


def holds(check: ClaimCheck, claim: ClaimRecord) -> bool:
    """Whether it was said of this claim at these sentences, by the rules of today."""
    return check.rules == claim.checked_by and check.said == said_by(claim)


def with_checks(
    claims: Iterable[ClaimRecord], checks: Sequence[ClaimCheck]
) -> Iterator[ClaimRecord]:
    """The claims with what people have said of them."""
    of_item: dict[str, list[ClaimCheck]] = {}
    for check in checks:
        of_item.setdefault(check.item, []).append(check)
    for claim in claims:
        earlier = of_item.get(claim.item, ())
        standing = next((check for check in earlier if holds(check, claim)), None)
        if standing:
            yield replace(claim, confirmed_by=standing.checked_by, confirmed_at=standing.created_at)
        else:
            yield replace(claim, asked_again=bool(earlier) and not claim.proven)
