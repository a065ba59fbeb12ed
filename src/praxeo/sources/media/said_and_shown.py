"""Where a slide shows what is said, too: the captions have it letter by letter, recognition may glue its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from praxeo.domain.blocks import Block
from praxeo.domain.sentences import evidence_parts

FEWEST_LETTERS = 12  # of a line, so that no two are alike by chance
_NO_LETTER = re.compile(r"[\W_]+")


def lines_said(blocks: Iterable[Block]) -> Mapping[str, str]:
    """What is said, sentence by sentence, by its letters alone."""
    parts = (part for block in blocks for part in evidence_parts(block))
    return {letters: part for part in parts if len(letters := _letters(part)) >= FEWEST_LETTERS}


def as_said(block: Block, said: Mapping[str, str]) -> Block:
    """What a slide shows in the words of the captions, if these have the same letters in the same order."""
    same = said.get(_letters(block.text)) if block.kind in ("paragraph", "list_item") else None
    return replace(block, text=same) if same and same != block.text else block


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()
