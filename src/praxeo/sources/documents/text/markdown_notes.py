"""The notes of a Markdown text: those that only a table refers to stand below it, the others behind the text."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token


def notes_below_tables(tokens: list[Token]) -> list[Token]:
    """The tokens with each note moved behind the table that refers to it first."""
    notes = dict(_notes(tokens))
    if not notes:
        return tokens
    moved: list[Token] = []
    given: set[int] = set()
    wanted: list[int] = []
    in_table = False
    for token in tokens:
        if token.type == "footnote_block_open":
            break
        in_table = (in_table or token.type == "table_open") and token.type != "table_close"
        new = [note for note in _referred(token) if note not in given and note in notes]
        given.update(new)
        if in_table:
            wanted += new
        moved.append(token)
        if token.type == "table_close":
            for note in wanted:
                moved += notes.pop(note)
            wanted = []
    return moved + [token for note in notes.values() for token in note]


def _notes(tokens: list[Token]) -> Iterator[tuple[int, list[Token]]]:
    """The tokens of each note, by its number."""
    first = -1
    for index, token in enumerate(tokens):
        if token.type == "footnote_open":
            first = index
        elif token.type == "footnote_close" and first >= 0:
            yield tokens[first].meta["id"], tokens[first : index + 1]


def _referred(token: Token) -> Iterator[int]:
    for child in token.children or ():
        if child.type == "footnote_ref":
            yield child.meta["id"]
