"""What the doctor says of one thing that was looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

NAMED_MAX = 3  # of the things that a finding is about, in its sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing that was looked at. What is not `needed` only limits what Praxeo can do.

    `code` names a fault of the library in one stable word; `damage` says that something of it is lost or
    will be. `items` are what the fault was found at: ids, keys of blobs, paths.
    """

    name: str
    ok: bool
    message: str
    remedy: str = ""
    needed: bool = True
    code: str = ""
    damage: bool = False
    items: tuple[str, ...] = ()

    def as_fields(self) -> dict[str, object]:
        """The finding as plain JSON values."""
        return asdict(self)


def damaged(code: str, name: str, message: str, remedy: str, items: Sequence[str] = ()) -> Finding:
    """A fault by which something of the library is lost; the sentence begins with how often."""
    return Finding(
        name=name,
        ok=False,
        message=with_items(message, items),
        remedy=remedy,
        code=code,
        damage=True,
        items=tuple(items),
    )


def warned(code: str, name: str, message: str, remedy: str, items: Sequence[str] = ()) -> Finding:
    """Something that should be seen to, though nothing is lost by it."""
    return Finding(
        name=name,
        ok=False,
        message=with_items(message, items),
        remedy=remedy,
        needed=False,
        code=code,
        items=tuple(items),
    )


def with_items(message: str, items: Sequence[str]) -> str:
    """The sentence with the first of the things that it is about."""
    if not items:
        return message
    more = f" and {len(items) - NAMED_MAX} more" if len(items) > NAMED_MAX else ""
    return f"{message}: {', '.join(items[:NAMED_MAX])}{more}"
