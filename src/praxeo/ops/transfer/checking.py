"""What comes from elsewhere is proven here: a check of every app that was taken in."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.app import Praxeo
from praxeo.domain.access import Actor
from praxeo.domain.errors import Conflict, NotFound


def check_imported(praxeo: Praxeo, actor: Actor, example_ids: Sequence[str]) -> int:
    """Have the present app of each of these examples checked; gives how many are under way now.

    One that somebody has deleted or begun to change meanwhile is passed over.
    """
    count = 0
    for example_id in example_ids:
        try:
            praxeo.edits.check_again(actor, example_id)
        except (Conflict, NotFound):
            continue
        count += 1
    return count
