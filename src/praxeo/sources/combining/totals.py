"""What was seen and kept of several sources, added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from praxeo.domain.reading_ledger import KINDS, REASONS, LedgerLine, Reason


def summed_ledger(ledgers: Sequence[tuple[LedgerLine, ...]]) -> tuple[LedgerLine, ...]:
    """One line for each kind of thing that any of them has seen."""
    lines = [line for ledger in ledgers for line in ledger]
    found = []
    for kind in KINDS:
        own = [line for line in lines if line.kind == kind]
        left_out: Counter[Reason] = Counter()
        for line in own:
            left_out.update(dict(line.left_out))
        if own:
            found.append(
                LedgerLine(
                    kind=kind,
                    seen=sum(line.seen for line in own),
                    kept=sum(line.kept for line in own),
                    left_out=tuple((why, left_out[why]) for why in REASONS if left_out[why]),
                )
            )
    return tuple(found)
