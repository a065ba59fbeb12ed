"""Nothing is asked about what was recognised doubtfully, nor about a list or table of which a part was."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock


def without_doubtful(candidates: list[Candidate], placed: Sequence[RoledBlock]) -> list[Candidate]:
    """The candidates whose evidence is all sure; of a group (the steps of one list) all or none."""
    doubtful = {one.block.id for one in placed if one.block.is_doubtful}
    if not doubtful:
        return candidates
    unsure = [one for one in candidates if not doubtful.isdisjoint(_blocks(one))]
    groups = {one.group for one in unsure if one.group}
    gone = set(map(id, unsure))
    return [one for one in candidates if id(one) not in gone and one.group not in groups]


def _blocks(candidate: Candidate) -> set[str]:
    return {reference.split(".")[0] for reference in candidate.evidence}
