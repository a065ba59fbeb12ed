"""Notes below a table stand right behind it as texts of their own, and never in its grid."""

from __future__ import annotations

import pytest

from praxeo.domain.blocks import Block
from praxeo.sources.documents.html.blocks import blocks_from_html
from praxeo.sources.documents.html.reader import read_html

ROWS = "<tr><th>Port</th><th>Range</th></tr><tr><td>Dover</td><td>6.0 m*</td></tr><tr><td>Brest</td><td>7.2 m†</td></tr>"
LINKS = "".join(f"<li><a href=/{n}>Harbours of the north, part {n}</a></li>" for n in range(9))


def page(table: str) -> list[Block]:
    prose = "<p>The water of the oceans rises twice a day, and each coast has a range of its own, which pilots know.</p>"
    return read_html(
        f"<html><head><title>Tides</title></head><body><nav><ul>{LINKS}</ul></nav><main><h1>Tides</h1>{prose * 3}"
        f"{table}{prose}</main><footer><ul>{LINKS}</ul></footer></body></html>".encode()
    ).blocks


@pytest.mark.parametrize(
    "notes",
    [
        "<tfoot><tr><td colspan=2>* At springs.</td></tr></tfoot>",
        "<tfoot><tr><td colspan=2>At springs.</td></tr></tfoot>",
        "<tr><td colspan=2>* At springs.</td></tr>",
        "<tr><td colspan=2>Note: at springs.</td></tr>",
        "<tr><td colspan=2><sup>a</sup> At springs.</td></tr><tr><td colspan=2>† At neaps.</td></tr>",
        "<tr><td colspan=2>Quelle: Hafenamt.</td></tr>",
    ],
)
def test_rows_of_notes_leave_the_grid_and_follow_it(notes: str) -> None:
    table, *behind = blocks_from_html(f"<table>{ROWS}{notes}</table>")
    assert [cell.text for cell in table.cells] == [
        "Port",
        "Range",
        "Dover",
        "6.0 m*",
        "Brest",
        "7.2 m†",
    ]
    assert [block.kind for block in behind] == ["paragraph"] * notes.count("<tr>")


@pytest.mark.parametrize(
    "last",
    [
        "<tfoot><tr><td>All ports</td><td>6.6 m</td></tr></tfoot>",  # a sum
        "<tr><td colspan=2>Ports of the south</td></tr>",  # a heading within
        "<tr><td>* Calais</td><td>6.5 m</td></tr>",
    ],
)
def test_rows_that_are_no_notes_stay_in_the_grid(last: str) -> None:
    (table,) = blocks_from_html(f"<table>{ROWS}{last}</table>")
    assert table.text.count("\n") == 3


@pytest.mark.parametrize(
    "note",
    [
        "<p>* Measured at springs.</p>",
        "<p>† Mean of ten years.</p>",
        "<div class=table-wrap-foot><p>Ranges were rounded.</p></div>",
        "<ul class=table-notes><li>Ranges were rounded.</li></ul>",
        "<p>Source: harbour office.</p>",
    ],
)
def test_notes_behind_a_table_that_is_read_are_read(note: str) -> None:
    found = page(f"<table>{ROWS}</table>{note}")
    at = next(i for i, block in enumerate(found) if block.kind == "table")
    assert found[at + 1].text[-9:] in note


def test_rows_of_notes_are_read_with_their_table() -> None:
    found = page(f"<table>{ROWS}<tfoot><tr><td colspan=2>* At springs.</td></tr></tfoot></table>")
    at = next(i for i, block in enumerate(found) if block.kind == "table")
    assert found[at + 1].text == "* At springs."
    assert found[at].text.count("\n") == 2
