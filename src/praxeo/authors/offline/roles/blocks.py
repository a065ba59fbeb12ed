"""The blocks of a source with their roles: a heading gives its role to all below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.roles.numbered_terms import numbered_terms
from praxeo.authors.offline.roles.words import Role, names_a_set, role_of_heading
from praxeo.domain.blocks import Block

LONGEST_ENTRY = 6  # words of a heading that may be an entry of a glossary
LONGEST_UNDERSTOOD = 4  # words of a paragraph that stands in for a heading

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NUMBERED = re.compile(r"\d+\.\d+")
_ANSWERED = re.compile(r"\d\s?[:.–—-]\s*\S")
_LICENCE = re.compile(r"\b(?:public|documentation|software|commons) licen[cs]e\b", re.IGNORECASE)
_GOALS_LEAD = re.compile(
    r"\b(?:you (?:will|should) (?:be able|learn|know|understand)|students (?:will|should) be able)\b.*:$|"
    r"\b(?:können|sollten?|werden|wissen|lernen) (?:sie|die studierenden|die lernenden|schüler\w*)\b.*:$|"
    r"^(?:\W?(?:lern)?ziele?\W+)?(?:nach|am ende|in) (?:diese\w|der|des|dem)\b.*\b(?:kannst|weißt|lernst|können|wissen|lernen) (?:du|sie|ihr|wir)\b[^.]{0,40}$|"
    r"\b(?:du kannst|ihr könnt)(?: \w+)?:$|^das (?:kannst|weißt|lernst|könnt|wisst) (?:du|ihr)\b[^.]{0,40}:$|"
    r"\bvous (?:serez capables?|saurez|pourrez|apprendrez)\b[^.]{0,40}$|\b(?:serás capaz|podrás|sabrás|aprenderás)\b[^.]{0,40}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class RoledBlock:
    """A block, what it is there for, the heading it stands under, and the headings above that."""

    block: Block
    index: int
    role: Role = "body"
    topic: str = ""
    above: tuple[str, ...] = ()


def placed_blocks(blocks: Iterable[Block], title: str = "") -> list[RoledBlock]:
    """Every block with its role, in reading order. `title` is the source's: it may be a glossary as a whole.

    A role ends at the next heading that is as high or names a role of its own; "Glossary" inside
    the references is a glossary. A short bold paragraph that says no more than such a heading counts as one.
    """
    placed: list[RoledBlock] = []
    whole = "references" if _LICENCE.search(title) else role_of_heading(title)
    told = bool(whole and (whole != "references" or _LICENCE.search(title)))
    path: list[tuple[int, str, Role]] = [(0, title, whole)] if told and whole else []
    every = list(blocks)
    numbered = numbered_terms(every)
    for index, block in enumerate(every):
        said = _said(block, every[index + 1] if index + 1 < len(every) else None)
        if said is None and path and path[-1][2] in ("questions", "key") and _names_set(block):
            said = even(block.text)
        if said is None and path and path[-1][2] == "goals" and _stands_for_heading(block):
            said = even(block.text)  # "**Procedure**" below "**Goals**": what follows is to be done
        if said is not None:
            level = _level(block)
            while path and path[-1][0] >= level:
                path.pop()
            own = role_of_heading(said)
            above = path[-1][2] if path else "body"
            if above == "glossary" and block.id not in numbered and is_section_of_glossary(said):
                above = "body"  # "4. Basic terms" was the title of a chapter
            if above == "key" and own == "questions" and _names_task(block):
                own = "key"  # "Solutions", below it "Exercise 1" or "Exercise 1: 1b, 2a"
            path.append((level, said, own or above))
        role: Role = path[-1][2] if path else "body"
        before = placed[-1].block if placed else None
        if block.kind == "list_item" and before and _leads_to_goals(before, placed):
            role = "goals"
        if block.is_doubtful:
            role = "references"  # what was read with doubt is there to be looked at
        topic = path[-1][1] if path else ""
        above_it = tuple(text for _, text, _ in path[:-1])
        placed.append(RoledBlock(block=block, index=index, role=role, topic=topic, above=above_it))
    return placed


def _said(block: Block, after: Block | None) -> str | None:
    """The words of a heading, or of a paragraph that stands in for one ("**Key terms**").

    One that only a colon marks as such is a glossary's where its entries are a list, right `after` it.
    """
    text = even(block.text)
    if block.kind == "heading":
        return text
    bare = text.rstrip(" :")
    if block.kind != "paragraph" or len(bare.split()) > LONGEST_UNDERSTOOD:
        return None
    bold = any(m.style == "strong" and m.end - m.start >= len(bare) - 1 for m in block.marks)
    stands_alone = text[:1].isupper() and not text.endswith((".", ",", ";", "!"))
    role = role_of_heading(bare) if bold or stands_alone else None
    if role == "glossary" and not (bold or bare.isupper()) and (after is None or after.kind != "list_item"):  # fmt: skip
        return None
    return bare if role not in (None, "references") else None


def is_section_of_glossary(heading: str) -> bool:
    """Whether a heading below that of a glossary is no term of it: numbered, a question, or long."""
    return bool(_NUMBERED.match(heading)) or heading.endswith("?") or len(_BRACKETS.sub("", heading).split()) > LONGEST_ENTRY  # fmt: skip


def _stands_for_heading(block: Block) -> bool:
    """Whether a short paragraph is printed bold as a whole."""
    bare = even(block.text).rstrip(" :")
    bold = any(m.style == "strong" and m.end - m.start >= len(bare) - 1 for m in block.marks)
    return block.kind == "paragraph" and bold and len(bare.split()) <= LONGEST_UNDERSTOOD


def _names_set(block: Block) -> bool:
    """Whether a paragraph among questions or answers stands for a heading: "Section 1"."""
    return block.kind == "paragraph" and names_a_set(block.text)


def _names_task(block: Block) -> bool:
    """Whether a line below that of a key says to which task the answers belong, and begins no new ones."""
    return block.kind == "heading" or bool(_ANSWERED.search(block.text))


def _level(block: Block) -> int:
    """How high a heading is; a paragraph that stands in for one is lower than any, one of a set the lowest."""
    if block.kind == "heading":
        return max(block.level, 1)
    return 8 if names_a_set(block.text) else 7


def _leads_to_goals(before: Block, placed: list[RoledBlock]) -> bool:
    if before.kind == "list_item":
        return placed[-1].role == "goals"
    return bool(_GOALS_LEAD.search(even(before.text)))
