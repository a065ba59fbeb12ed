"""Keeps the lines of code and of what programs print whole: wide gaps in them are spaces, unless the text has columns there."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.pdf.page import Word

SAME_BASELINE = 0.1  # heights of the font by which the baselines of one line may differ
PROSE_WORDS = 5  # words of a line of running text, which shows where the columns of a page are
MAX_PIECES = 400  # pieces of lines in fixed pitch; a page with more is a drawing


def with_whole_code_lines(pieces: list[list[Word]]) -> list[list[Word]]:
    """The pieces of lines, those in fixed pitch that stand side by side joined where running text crosses the gap."""
    mono = [at for at, piece in enumerate(pieces) if _is_code(piece)]
    if not 1 < len(mono) <= MAX_PIECES:
        return pieces
    mono.sort(key=lambda at: (round(pieces[at][0].baseline), pieces[at][0].box[0]))
    prose = [piece for piece in pieces if len(piece) >= PROSE_WORDS and not piece[0].face.mono]
    joined = list(pieces)
    held = mono[0]
    for at in mono[1:]:
        before, piece = joined[held], pieces[at]
        if _on_one_line(before, piece) and _crossed(before[-1].box[2], piece[0].box[0], prose):
            target = min(held, at)
            joined[held], joined[at] = [], []
            joined[target] = [*before, *piece]
            held = target
        else:
            held = at
    return [piece for piece in joined if piece]


def _is_code(piece: Sequence[Word]) -> bool:
    return not piece[0].angle and all(word.face.mono for word in piece)


def _on_one_line(before: Sequence[Word], piece: Sequence[Word]) -> bool:
    last, first = before[-1], piece[0]
    return (
        abs(last.size - first.size) < SAME_BASELINE * last.size
        and abs(last.baseline - first.baseline) < SAME_BASELINE * last.size
        and first.box[0] > last.box[2]
    )


def _crossed(left: float, right: float, prose: Sequence[Sequence[Word]]) -> bool:
    """Whether most lines of running text go on from one side of a gap to the other."""
    crossing = sum(line[0].box[0] < left and line[-1].box[2] > right for line in prose)
    return 2 * crossing > len(prose)
