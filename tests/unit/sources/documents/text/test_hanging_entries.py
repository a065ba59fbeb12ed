"""Entries of plain text keep their terms: meanings indented below them, lists of a wiki."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.sources.documents.text.plain import read_text_file

ENTRIES = {
    "Anchor": "A heavy hook of iron that holds a ship to the ground of the sea and keeps it there.",
    "Keel": "The lowest beam of a ship, on which all its ribs are set one behind the other.",
    "Mast": "A pole that carries the sails of a ship.",
}
INDENTED = "\n\n".join(
    f"{term}\n    {told[:40]}\n    {told[40:]}" for term, told in ENTRIES.items()
)
WIKI = "\n".join(f"; {term} : {told}" for term, told in ENTRIES.items())
WIKI_BELOW = "\n".join(f"; {term}\n: {told}" for term, told in ENTRIES.items())
COLONS = "\n\n".join(f"{term}::\n  {told}" for term, told in ENTRIES.items())


@pytest.mark.parametrize("text", [INDENTED, WIKI, WIKI_BELOW, COLONS])
def test_a_term_is_read_with_its_meaning(text: str, tmp_path: Path) -> None:
    path = tmp_path / "ships.txt"
    path.write_text(f"Words of ships are old and few of them are in use on land.\n\n{text}\n", "utf-8")  # fmt: skip
    items = [b for b in read_text_file(path).blocks if b.kind == "list_item"]
    said = {b.text[: b.marks[0].end]: " ".join(b.text.split(": ", 1)[1].split()) for b in items}
    assert {term: told.replace(" ", "") for term, told in said.items()} == {
        term: told.replace(" ", "") for term, told in ENTRIES.items()
    }


def test_one_indented_passage_is_no_entry(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("He wrote to her\n    that the ship had come\n\nShe did not answer him.\n", "utf-8")  # fmt: skip
    assert [b.kind for b in read_text_file(path).blocks] == ["paragraph", "paragraph"]


def test_rows_that_semicolons_part_stay_a_table(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("name;depth\nElbe;13\nWeser;9\nEms;7\n", "utf-8")
    assert [b.kind for b in read_text_file(path).blocks] == ["table"]
