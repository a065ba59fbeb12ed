"""The words of an RTF file that surely stand in its text, counted apart from its reader, group by group.

A word with a sign that needs a code page is not sure; nor is what stands in a group of whose kind the count knows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxeo.sources.documents.markup.sure_words import SURE
from praxeo.sources.documents.rtf.tokens import tokens
from praxeo.sources.documents.rtf.words import PARAGRAPH_ENDS, SIGNS, SKIPPED
from praxeo.sources.documents.word_count import Words, words_of

# Tables, pictures, formulas, numbers of items, and fields, which say twice what they show.
NOT_COUNTED = SKIPPED | {"fonttbl", "stylesheet", "info", "pict", "sp", "listtext", "pntext"} | {
    "moMath", "moMathPara", "object", "shp", "do", "header", "footer", "headerl", "headerr", "headerf", "footerl",
    "footerr", "footerf", "annotation", "*",
}  # fmt: skip
PARTING = PARAGRAPH_ENDS | SIGNS.keys() | {"cell", "nestcell", "row", "nestrow"}
# A field with an equation, and what of it is in brackets of its own.
EQUATION = re.compile(rb"\\fldinst[\s{]*(?:\\[a-z]+-?\d*\s*)*EQ\s([^{}]{1,2000})")
OPERAND = re.compile(rb"[(,]\s*([A-Za-z0-9]+)(?=\s*[),])")
UNSURE = "\ufffd"


def seen_in_rtf(data: bytes) -> Words:
    """How often each of them stands there."""
    equations = (word for code in EQUATION.findall(data) for word in OPERAND.findall(code))
    told = words_of(word.decode("ascii") for word in equations)
    return words_of(SURE.findall("".join(_pieces(data)))) + told


def _pieces(data: bytes) -> Iterator[str]:
    depth, silent = 0, 0  # `silent`: from which depth nothing is counted; 0 for nowhere
    for token in tokens(data):
        if token.kind == "{":
            depth += 1
        elif token.kind == "}":
            silent = 0 if silent == depth else silent
            depth = max(0, depth - 1)
        elif silent:
            continue
        elif token.text in NOT_COUNTED and token.kind in ("word", "sign"):
            silent = depth
        elif token.kind == "text":
            yield token.data.decode("ascii", "replace")
        elif token.text in PARTING:
            yield " "
        elif token.kind in ("byte", "sign") or token.text == "u":
            yield UNSURE
