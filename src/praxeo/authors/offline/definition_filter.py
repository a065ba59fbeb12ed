"""Which definitions say enough: a meaning that is complete, tells its term apart, and fits it alone."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.definitions import Definition
from praxeo.authors.offline.lexicon import word_set
from praxeo.authors.offline.material import Sentence

LIST_RULES = frozenset({"list_bold", "list_lead"})

_CUT_OFF = re.compile(
    r"\b(?:and|or|of|the|an?|to|for|with|in|by|from|between|that|which|as|than|is|are)$",
    re.IGNORECASE,
)
_TELLS_APART = re.compile(
    r"\w\)? (?:of|that|which|who|whose|where|by|in|on|for|from|between|with|without|to|at|through|used|"
    r"\w+ing|\w+ed)\b",
    re.IGNORECASE,
)
_PRAISE = re.compile(r"\bthe very\b|\b(?:incredible|amazing|awesome|one-time|radical)\b", re.I)
_NO_TERM = re.compile(r"^[~/]|^\d[\d.,+–-]* \w+$")  # a path, a quantity
_PEOPLE = word_set(
    """man woman boy girl person member developer contributor founder author maintainer researcher
    scientist programmer writer artist engineer teacher student professor friend player user
    volunteer colleague translator designer manager"""
)
_FAMILIES = tuple(
    word_set(family)
    for family in (
        """process movement motion change division diffusion reaction conversion transfer release
        formation growth rise fall increase decrease shift production development loss spread act
        action activity practice procedure operation breakdown flow exchange""",
        """protein molecule substance compound chemical element gas liquid metal acid hormone enzyme
        mineral material mixture fluid pigment powder catalyst""",
        """amount quantity ratio rate measure measurement value angle distance size degree level price
        magnitude brightness difference share sum""",
        "point line circle plane sphere pole axis area region surface place",
        """principle rule law theory idea concept model method technique approach system framework
        scale strategy doctrine belief""",
        "document agreement certificate statement contract letter report record file text",
        """device machine tool instrument part component organ structure tissue cell program
        application software command package service""",
        "right duty power freedom permission obligation",
        "disease disorder condition infection illness syndrome injury",
    )
)


def telling_definitions(
    definitions: list[list[Definition]], sentences: list[Sentence]
) -> list[list[Definition]]:
    """The definitions, section by section, without those whose meaning is cut, empty or another's."""
    texts = [f" {key(sentence.text)} " for sentence in sentences]
    return [[d for d in own if _is_complete(d) and _is_its_own(d, texts)] for own in definitions]


def same_family(one: str, two: str) -> bool:
    """Whether two kinds of thing ("movement", "change") may stand as options side by side."""
    return one == two or any(one in family and two in family for family in _FAMILIES)


def _is_complete(definition: Definition) -> bool:
    term, meaning = definition.term, definition.meaning
    if definition.rule.startswith("code"):
        return True
    if _NO_TERM.match(term) or _CUT_OFF.search(meaning) or _PRAISE.search(meaning):
        return False
    if definition.proper and " " not in term and definition.genus in _PEOPLE:
        return False  # a person named in passing
    return definition.rule in LIST_RULES or bool(_TELLS_APART.search(meaning))


def _is_its_own(definition: Definition, texts: list[str]) -> bool:
    """Whether the source says the same of nothing else."""
    term, meaning = f" {key(definition.term)} ", f" {key(definition.meaning)} "
    return not any(meaning in text and term not in text for text in texts)
