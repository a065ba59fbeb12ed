"""Answers that stand below their question and say no more than it: "D" below its options, a paragraph in a set."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.harvest.options import LETTERS
from praxeo.domain.blocks import Block

FEWEST_OPTIONS = 2
SHORTEST_ANSWER, LONGEST_ANSWER = 3, 70  # words

_LETTER_ALONE = re.compile(r"^\(?(?P<letter>[A-Ha-h])[.)]?$")
_BEGINS_ANOTHER = re.compile(  # what comes is a task, a heading of a kind, or a line for the answer
    r"^(?:\d{1,3}\s*[.):]|\(?[a-h][.)]\s|[-–•☐☑☒]|_{3,}|(?:hint|tip|note|see|refer|use|explain|describe|discuss|compare|list|name|define|calculate|draw|"
    r"write|give|show|consider|imagine|suppose|find|identify|complete|choose|match|fill|answer the|state|outline|summari[sz]e|"
    r"hinweis|tipp|siehe|nenne\w*|erkläre\w*|beschreibe\w*|voir|expliqu\w+|ver|explica\w*)\b)",
    re.IGNORECASE,
)


def is_answer_below(asked: str, options: int, block: Block, *, apart: bool) -> bool:
    """Whether a block is the answer of the question right above it. `apart`: it stands among questions.

    A letter alone answers a question with so many `options`; a paragraph in whole sentences answers one
    without, where questions stand apart from what they ask about.
    """
    text = even(block.text)
    if options >= FEWEST_OPTIONS:
        letter = _LETTER_ALONE.match(text)
        return letter is not None and LETTERS.find(letter["letter"].upper()) < options
    if options or not apart or block.kind != "paragraph" or not asked.endswith("?"):
        return False
    if (
        _BEGINS_ANOTHER.match(text)
        or text.endswith(("?", ":"))
        or not text.endswith((".", "!", ")"))
    ):
        return False
    return SHORTEST_ANSWER <= count_words(text) <= LONGEST_ANSWER
