"""How much is claimed: words such as all, only and must, and what stands before, after, because or if."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.rules.held import Held, Objection
from praxeo.claims.word_lists import STRICT_LINKS

_ADDED = frozenset(("all", "only", "must"))


def check_strength(held: Held) -> Iterator[Objection]:
    """Words that claim more than the place does."""
    more = held.claim.strong - held.place.strong - held.around.strong
    for word in sorted(more):
        softened = bool(held.place.weak - held.claim.weak) or "most" in held.place.strong
        yield Objection("strength", doubt=held.asks or not (word in _ADDED or softened))
    if (
        held.place.weak & {"some", "few", "several", "rarely", "seldom"} - held.claim.weak
        and not more
    ):
        yield Objection("strength", doubt=True)


def check_links(held: Held) -> Iterator[Objection]:
    """What orders in time, gives a cause or sets a condition governs the same in both."""
    claim, place, at = held.claim, held.place, held.alignment.at
    governed = {link for link, _ in place.links}
    for link, i in claim.links:
        if link in governed or link in {name for name, _ in held.around.links}:
            position = at[i] if i < len(at) else None
            if (
                position is not None
                and i not in held.alignment.moved
                and _elsewhere(held, link, position)
            ):
                yield Objection("link", doubt=held.asks or link not in STRICT_LINKS)
        else:
            bound = i < len(at) and at[i] is not None
            yield Objection("link", doubt=held.asks or not (link in STRICT_LINKS and bound))


def check_bounds(held: Held) -> Iterator[Objection]:
    """A condition that the place sets and the claim leaves out."""
    if not held.whole:
        return
    free = held.alignment.free
    bounds = [i for link, i in held.place.links if link in ("if", "unless", "until")]
    bounds += [i for i, term in enumerate(held.place.terms) if term.lead == "without"]
    if any(i in free for i in bounds):
        yield Objection("bounds", doubt=True)


def _elsewhere(held: Held, link: str, position: int) -> bool:
    """Whether the place has this link, but behind the term."""
    starts = [start for name, start in held.place.links if name == link]
    return bool(starts) and min(starts) > position
