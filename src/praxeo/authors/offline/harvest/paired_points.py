"""Questions in lists whose next point answers them: "1. – Quel est le rôle des dents ? – Elles coupent les aliments."."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.pointing import points_before
from praxeo.domain.spec import Card

RULE = "own_question"
FEWEST_PAIRS = 2
SHORTEST_QUESTION, LONGEST_ANSWER = 3, 40  # words


def paired_points(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """A card for each pair, where lists are made of nothing else."""
    found: list[Candidate] = []
    listed = (one.block.kind == "list_item" and one.role in ("body", "summary", "questions", "glossary") for one in placed)  # fmt: skip
    for is_list, run in groupby(zip(placed, listed, strict=True), key=lambda pair: pair[1]):
        points = [one for one, _ in run if even(one.block.text)] if is_list else []
        level = max((one.block.level for one in points), default=0)
        pairs = _pairs([one for one in points if one.block.level == level])
        found += [_card(asked, answer) for asked, answer in pairs if _is_whole(asked, answer)]
    return found


def _pairs(points: Sequence[RoledBlock]) -> list[tuple[RoledBlock, RoledBlock]]:
    """The points by twos, if the first of every two asks and the second does not; else none."""
    pairs = list(zip(points[::2], points[1::2], strict=False))
    if len(pairs) < FEWEST_PAIRS or len(points) % 2:
        return []
    return pairs if all(_asks(a) and not _asks(b) for a, b in pairs) else []


def _asks(one: RoledBlock) -> bool:
    return even(one.block.text).endswith(("?", "؟"))


def _is_whole(asked: RoledBlock, answer: RoledBlock) -> bool:
    """Whether a question stands alone, and its answer is short."""
    fit = count_words(asked.block.text) >= SHORTEST_QUESTION
    return fit and count_words(answer.block.text) <= LONGEST_ANSWER and not points_before(asked.block.text)  # fmt: skip


def _card(asked: RoledBlock, answer: RoledBlock) -> Candidate:
    question, back = even(asked.block.text), even(answer.block.text)
    return Candidate(
        kind="flashcards",
        item=Card(front=question, back=back, evidence=(f"{asked.block.id}.1", f"{answer.block.id}.1")),
        prompt=question,
        answer=back,
        quote=f"{asked.block.text} {answer.block.text}",
        rule=RULE,
        subject=question,
        taken=(asked.block.id, answer.block.id),
    )  # fmt: skip
