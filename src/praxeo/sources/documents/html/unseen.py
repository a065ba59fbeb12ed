"""What the page's own style sheet hides, and what is only for browsers without scripts, is left out."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.ledger import Ledger

LEAST_SEEN_SHARE = 0.2  # of the text; where a page would show less, its scripts show the rest


def seen(units: Sequence[TextUnit]) -> list[TextUnit]:
    """The units that a reader sees: all of them where a page shows itself only once its scripts have run."""
    shown = [unit for unit in units if not unit.unseen]
    return shown if _size(shown) >= LEAST_SEEN_SHARE * _size(units) else list(units)


def left_out(units: Sequence[TextUnit]) -> int:
    """How many characters `seen` leaves out."""
    return _size(units) - _size(seen(units))


def _size(units: Sequence[TextUnit]) -> int:
    return sum(len(unit.text) for unit in units)


def leave_out_unseen(units: Sequence[TextUnit], kept: Sequence[TextUnit], ledger: Ledger) -> None:
    """Count the words of what `seen` did not keep."""
    shown = {id(unit) for unit in kept}
    for unit in units:
        if id(unit) not in shown:
            ledger.leave_out_text("unseen", f"{unit.number} {unit.text}")
