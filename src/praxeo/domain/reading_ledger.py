"""What a reader saw of each kind of thing, what it kept, and what it left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

SeenKind = Literal[
    "words", "tables", "pictures", "formulas", "notes", "parts", "form_values", "comments"
]
Channel = Literal["speaker_notes", "comments", "hidden", "private"]
KINDS: tuple[SeenKind, ...] = get_args(SeenKind)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
# Why something was left out on purpose: it waits in a channel, or it is no part of what the source teaches.
Reason = (
    Channel
    | Literal[
        "page_furniture", "around_the_text", "unseen", "struck", "figure_labels", "references"
    ]
    | Literal["sounds", "repeated", "controls", "decoration", "not_readable", "missing"]
)
REASONS: tuple[Reason, ...] = tuple(name for part in get_args(Reason) for name in get_args(part))


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerLine:
    """One kind of thing: how many were seen, how many kept; `left_out` counts the rest by its reason.

    Words are seen by a count of their own, apart from the reader's, wherever a format allows one.
    """

    kind: SeenKind
    seen: int
    kept: int
    left_out: tuple[tuple[Reason, int], ...] = ()

    @property
    def lost(self) -> int:
        """How many are neither kept nor left out on purpose."""
        return max(0, self.seen - self.kept - sum(count for _, count in self.left_out))
