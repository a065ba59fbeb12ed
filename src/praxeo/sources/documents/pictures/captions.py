"""Ties captions and credits, which readers find as blocks of their own, to the figures that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from praxeo.domain.blocks import Block, Mark
from praxeo.domain.sentences import split_sentences

# "Figure 3", "Fig. 2.1:", "Abb. 4", "Figura 1", "图 5" … at the start of a paragraph that is a caption.
NUMBERED = re.compile(
    r"(?:Fig(?:ure|\.)?|Abb(?:ildung|\.)?|Figur[ae]?|Ilustración|Illustration|Schema|Chart|Diagram|Grafik"
    r"|Obr(?:ázek|\.)|Rys(?:unek|\.)|Afbeelding|Kuva"
    r"|图|圖|図|그림|Рис(?:унок|\.)?)\s*(?:[A-Z]?\d+(?:[.\-–]\d+)*[a-z]?|[IVX]+)\s*(?:[.:|–—)\]]|\s|$)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"©|\(c\)\s|\bCC[ -]BY|\bCC0\b|public domain|gemeinfrei|^\(?(?:photo|foto|image|picture|credit|source|"
    r"quelle|bild|bildnachweis|courtesy|crédit|fuente|adapted from|modified from|attribution)\b",
    re.IGNORECASE,
)
_OF_A_TABLE = re.compile(r"(?:Tab(?:\w{1,5}|\.)?|表|Табл\w*\.?)\s*[\dIVX]", re.IGNORECASE)
# A caption that says nothing but whose the picture is.
_ONLY_CREDIT = re.compile(
    r"\(?(?:(?:photo|foto|image|picture|bild|illustration)?\s*(?:credits?|source|quelle|courtesy|fuente|crédits?)\b"
    r"|(?:photo|foto|image|bild|picture|illustration|grafik)s?\s*(?::|by\b|von\b|©)|©|\(c\)\s)",
    re.I,
)
CREDIT_CHARACTERS_MAX = 200
CAPTION_CHARACTERS_MAX = 1_500  # a longer paragraph that begins with "Figure 3" speaks of it


def is_caption(block: Block) -> bool:
    """Whether the block says what is to be seen on a figure beside it."""
    if block.kind == "caption":
        return _OF_A_TABLE.match(block.text.strip()) is None
    return (
        block.kind == "paragraph"
        and len(block.text) <= CAPTION_CHARACTERS_MAX
        and starts_caption(block.text)
    )


def starts_caption(text: str) -> bool:
    """Whether a text, or its first line, begins as the caption of a figure does: "Figure 3. The cell"."""
    return NUMBERED.match(text.strip()) is not None and not _speaks_of_it(text)


def with_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, each figure with the caption that stood next to it and its credit."""
    bound: list[Block] = []
    for run in _runs(blocks):
        bound += _bound(run) if len(run) > 1 else run
    return tuple(_with_credit(block) for block in bound)


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Figures and captions that stand together, at one place; every other block alone."""
    run: list[Block] = []
    for block in blocks:
        belongs = block.kind == "figure" or is_caption(block)
        if run and not (belongs and _same_place(run[-1], block)):
            yield run
            run = []
        if belongs:
            run.append(block)
        else:
            yield [block]
    if run:
        yield run


def _same_place(a: Block, b: Block) -> bool:
    return (a.locator.slide, a.locator.chapter) == (b.locator.slide, b.locator.chapter)


def _bound(run: list[Block]) -> Iterator[Block]:
    """Captions stand below their figures; where a run begins with one and ends with a figure, above."""
    above = run[0].kind != "figure" and run[-1].kind == "figure"
    ordered = list(reversed(run)) if above else run
    made: list[Block] = []
    for block in ordered:
        last = made[-1] if made else None
        if block.kind != "figure" and last is not None and last.kind == "figure" and not last.text:
            made[-1] = replace(last, text=block.text, marks=block.marks)
        else:
            made.append(block)
    return iter(reversed(made)) if above else iter(made)


def _with_credit(block: Block) -> Block:
    """The figure with the last sentence of its caption that says whose it is kept apart as its credit."""
    if block.picture is None or block.picture.credit or not block.text:
        return block
    if _ONLY_CREDIT.match(block.text) and len(block.text) <= CREDIT_CHARACTERS_MAX:
        credit = block.text.strip("() ")
        return replace(block, text="", marks=(), picture=replace(block.picture, credit=credit))
    spans = split_sentences(block.text)
    start, end = spans[-1]
    if len(spans) < 2 or not _CREDIT.search(block.text[start:end]):
        return block
    kept = block.text[: spans[-2][1]]
    credit = block.text[start:end].strip("() ")
    marks = tuple(_cut(mark, len(kept)) for mark in block.marks if mark.start < len(kept))
    return replace(block, text=kept, marks=marks, picture=replace(block.picture, credit=credit))


def _cut(mark: Mark, end: int) -> Mark:
    return replace(mark, end=min(mark.end, end))


def _speaks_of_it(text: str) -> bool:
    """ "Figure 3 shows …" is a sentence of the text, unlike "Figure 3. The cell" or "Figure 3: …"."""
    matched = NUMBERED.match(text.strip())
    assert matched is not None
    after = text.strip()[matched.end() :].lstrip()
    return not matched.group().rstrip().endswith((".", ":", "|", "–", "—", ")", "]")) and (
        after[:1].islower() or not after
    )
