"""The lines of a reading ledger as JSON, as they are stored with what was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from praxeo.domain.reading_ledger import KINDS, REASONS, LedgerLine


def line_out(line: LedgerLine) -> dict[str, Any]:
    """Kind, how many were seen, kept and left out; `left_out` has the number of each reason."""
    return {
        "kind": line.kind,
        "seen": line.seen,
        "kept": line.kept,
        "lost": line.lost,
        "left_out": dict(line.left_out),
    }


def line_in(data: Mapping[str, Any]) -> LedgerLine:
    """What `line_out` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    kind, reasons = data["kind"], data["left_out"]
    counts = (data["seen"], data["kept"], *reasons.values())
    if kind not in KINDS or not set(reasons) <= set(REASONS):
        raise ValueError("unknown word")
    if not all(type(count) is int and count >= 0 for count in counts):
        raise TypeError("whole numbers expected")
    return LedgerLine(
        kind=kind, seen=data["seen"], kept=data["kept"], left_out=tuple(reasons.items())
    )
