"""Questions printed bold under a heading such as "Quiz", each with its answer behind or below it, and nothing else there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.harvest.faq import is_often_asked
from praxeo.authors.offline.harvest.options import letter_of
from praxeo.authors.offline.harvest.told_answers import numbered, tells_answer
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.pointing import points_before
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card

RULE = (
    "asked_in_bold"  # where a text teaches they are its own questions; elsewhere notes of somebody
)
FEWEST_PAIRS = 2
SHORTEST_QUESTION, LONGEST_ANSWER = 3, 40  # words

_OF_ONESELF = re.compile(  # nobody else's answer to it is right or wrong
    r"\b(?:[Dd]u|[Dd]ein\w*|Sie|[Ii]hre?\w*|eure\w*|wir|uns\w*|tu|toi|ton|ta|tes|[Vv]ous|votre|vos|nous|usted\w*|tú|tus?|crees|piensas|opin\w+)\b"
)
_NO_ANSWER = re.compile(r"_{3,}|\.{4,}|…|^[-–—]*$|\bindividu\w+|[?؟:]$")


@dataclass(frozen=True, kw_only=True)
class _Asked:
    question: str
    told: str
    held: tuple[Block, ...]


def asked_in_bold(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """A card for each pair of a section of questions that is made of at least two pairs and nothing else."""
    found: list[Candidate] = []
    sections = groupby(placed, key=lambda one: (one.role, one.above, one.topic))
    for (role, above, topic), section in sections:
        if role == "questions" and not is_often_asked((*above, topic)):
            pairs = _pairs([one.block for one in section if one.block.kind != "heading"])
            if len(pairs) >= FEWEST_PAIRS:
                found += [_card(pair) for pair in pairs if _is_whole(pair)]
    return found


def _pairs(blocks: list[Block]) -> list[_Asked]:
    """All blocks as pairs; none where one of them is something else."""
    left, pairs = iter(blocks), []
    for block in left:
        question, told = _split(block)
        held: tuple[Block, ...] = (block,)
        if question and not told and (below := next(left, None)):
            held, told = (block, below), "" if _split(below)[0] else even(below.text)
        if not question or not told or any(each.kind != "paragraph" for each in held):
            return []
        pairs.append(_Asked(question=question, told=told, held=held))
    return pairs if not any(_is_other(pair.told) for pair in pairs) else []


def _split(block: Block) -> tuple[str, str]:
    """A question that is bold, and what stands behind it in its block."""
    bold = next((m for m in block.marks if m.style == "strong" and m.start <= 4), None)
    asked = numbered(even(block.text[: bold.end]))[1] if bold else ""
    ends = bool(bold) and asked.endswith(("?", "؟"))
    return (asked, even(block.text[bold.end :])) if bold and ends else ("", "")


def _is_other(told: str) -> bool:
    """Whether what stands there are options, a further question, or a line to write on."""
    return bool(letter_of(told) or tells_answer(told, one_letter=True) or _NO_ANSWER.search(told))


def _is_whole(pair: _Asked) -> bool:
    fit = count_words(pair.question) >= SHORTEST_QUESTION and count_words(pair.told) <= LONGEST_ANSWER  # fmt: skip
    return fit and not points_before(pair.question) and not _OF_ONESELF.search(pair.question)


def _card(pair: _Asked) -> Candidate:
    blocks = tuple(block.id for block in pair.held)
    return Candidate(
        kind="flashcards",
        item=Card(front=pair.question, back=pair.told, evidence=blocks),
        prompt=pair.question,
        answer=pair.told,
        quote=" ".join(block.text for block in pair.held),
        rule=RULE,
        subject=pair.question,
        taken=blocks,
    )
