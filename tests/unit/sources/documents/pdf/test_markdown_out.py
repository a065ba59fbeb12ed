from __future__ import annotations

from praxeo.domain.blocks import Block, Cell, Extraction, Mark, Metadata
from praxeo.sources.documents.markdown_out import render_markdown, render_text


def extraction(*blocks: Block) -> Extraction:
    return Extraction(
        metadata=Metadata(media_type="application/pdf", content_hash="0"), blocks=blocks
    )


def block(kind: str, text: str, **more: object) -> Block:
    return Block(id="b1", kind=kind, text=text, **more)  # type: ignore[arg-type]


def test_blocks_are_parted_by_blank_lines_and_list_items_are_not() -> None:
    out = render_markdown(
        extraction(
            block("heading", "Enzymes", level=2),
            block("list_item", "one", level=1),
            block("list_item", "two", level=2, number="2."),
            block("paragraph", "End."),
        )
    )
    assert out == "## Enzymes\n\n- one\n  2. two\n\nEnd.\n"


def test_marks_are_written_around_the_words_and_not_their_spaces() -> None:
    marks = (Mark(start=2, end=11, style="strong"), Mark(start=15, end=20, style="code"))
    text = "a catalyst and x_one too"
    assert render_markdown(extraction(block("paragraph", text, marks=marks))) == (
        "a **catalyst** and `x_one` too\n"
    )


def test_text_that_looks_like_markdown_is_escaped() -> None:
    out = render_markdown(extraction(block("paragraph", "# no heading, *no* emphasis <b>")))
    assert out == "\\# no heading, \\*no\\* emphasis \\<b\\>\n"


def test_a_simple_table_is_a_pipe_table() -> None:
    cells = (
        Cell(text="a|b", row=0, column=0),
        Cell(text="c", row=0, column=1),
        Cell(text="d", row=1, column=1),
    )
    out = render_markdown(extraction(block("table", "", cells=cells)))
    assert out == "| a\\|b | c |\n| --- | --- |\n|  | d |\n"


def test_a_table_with_spans_is_an_html_table() -> None:
    cells = (
        Cell(text="both", row=0, column=0, column_span=2, header=True),
        Cell(text="x<y", row=1, column=0),
        Cell(text="z", row=1, column=1),
    )
    out = render_markdown(extraction(block("table", "", cells=cells)))
    assert '<th colspan="2">both</th>' in out
    assert "<td>x&lt;y</td><td>z</td>" in out


def test_code_is_fenced_by_more_ticks_than_it_holds() -> None:
    out = render_markdown(extraction(block("code", "```\nx", language="md")))
    assert out == "````md\n```\nx\n````\n"


def test_plain_text_keeps_the_numbers_of_list_items() -> None:
    out = render_text(extraction(block("list_item", "Heat.", number="1."), block("paragraph", "x")))
    assert out == "1. Heat.\n\nx\n"


def test_an_empty_extraction_is_empty_text() -> None:
    assert render_markdown(extraction()) == render_text(extraction()) == ""
