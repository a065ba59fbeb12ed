"""English steps are told by commands: "Push the end up through the loop." """

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from praxeo.authors.offline import english

SURE = 0.75  # of the lines; a parser misses some verbs that are nouns, too ("Score the surface")

_MAY_COMMAND = re.compile(r"(?:(?:Gently|Carefully|Slowly|Quickly|Now) )?[A-Z][a-z]+ (?:\w|\d|“)")
_TITLE = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|\d\S*|an?|the|of|for|in|on|to|and|or|with|as|at|by|from)\s?)+$"
)
_OTHERWISE = re.compile(
    r"(?:An?|The|This|That|These|Those|It|He|She|They|We|You|I|My|Your|Our|In|On|At|For|With|From|By|No|All|Some|Many|Most|Every|Each|If|When|"
    r"There|Why|How|What|Who|Which|Where)\b"
)


def all_tell_to_do(texts: Sequence[str]) -> bool:
    """Whether all lines begin like commands, and most of them surely are."""
    if not all(_MAY_COMMAND.match(text) and not _OTHERWISE.match(text) for text in texts):
        return False
    if all(_TITLE.match(text) for text in texts):
        return False  # headlines: tips, parts of a plan
    docs = english.parse(list(texts))
    return sum(map(_commands, docs)) >= SURE * len(texts)


def _commands(doc: Any) -> bool:
    """Whether it begins with a bare verb: seen as one by the parser, or right before what it is done to."""
    if len(doc) > 1 and doc[1].tag_ in {"DT", "PRP$"}:
        return True
    verb = next((t for t in doc[:2] if t.tag_ in {"VB", "VBP"}), None)
    return verb is not None and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)  # fmt: skip
