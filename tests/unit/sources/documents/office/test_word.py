"""A Word document becomes the blocks that a reader of its pages sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Block, Cell, Extraction, Mark
from praxeo.sources.documents.office.docx import read_docx
from tests.hostile.builders import office_files as office
from tests.hostile.builders.office_files import word_paragraph as p


@pytest.fixture
def read(tmp_path: Path):
    def reading(body: str, **more: str) -> Extraction:
        path = tmp_path / "a"
        path.write_bytes(office.docx(body, **more))
        return read_docx(path)

    return reading


def seen(extraction: Extraction) -> list[tuple[str, int, str, str]]:
    return [(b.kind, b.level, b.number, b.text) for b in extraction.blocks]


def only(extraction: Extraction) -> Block:
    (block,) = extraction.blocks
    return block


def test_headings_are_known_by_style_name_inheritance_and_outline_level(read) -> None:
    found = read(
        p("A", "Titel") + p("B", "berschrift1") + p("C", "berschrift2") + p("D", "Outlined")
    )
    assert seen(found) == [
        ("heading", 1, "", "A"),
        ("heading", 1, "", "B"),
        ("heading", 2, "", "C"),
        ("heading", 3, "", "D"),
    ]


def numbered(text: str, number_id: int, level: int = 0) -> str:
    return p(
        text,
        properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>',
    )


def test_list_items_carry_the_number_that_word_prints(read) -> None:
    found = read(
        numbered("one", 1)
        + numbered("inner", 1, 1)
        + numbered("again", 1, 1)
        + numbered("two", 1)
        + numbered("new inner", 1, 1)
        + numbered("bullet", 2)
        + numbered("restarted", 3)
    )
    assert [(b.number, b.level, b.text) for b in found.blocks] == [
        ("1.", 1, "one"),
        ("1.a)", 2, "inner"),
        ("1.b)", 2, "again"),
        ("2.", 1, "two"),
        ("2.a)", 2, "new inner"),
        ("", 1, "bullet"),
        ("1.", 1, "restarted"),
    ]


def test_marks_stand_where_the_bold_and_italic_words_stand(read) -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">An </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>'
        '<w:t>enz</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">yme </w:t></w:r>'
        "<w:r><w:rPr><w:i/></w:rPr><w:t>acts</w:t></w:r></w:p>"
    )
    block = only(read(body))
    assert block.text == "An enzyme acts"
    assert block.marks == (
        Mark(start=3, end=9, style="strong"),
        Mark(start=10, end=14, style="emphasis"),
    )


def test_hidden_text_is_left_out_and_said_to_be(read) -> None:
    found = read(
        p("Shown.") + p("Secret.", run="<w:vanish/>") + p("Tiny.", run='<w:sz w:val="1"/>')
    )
    assert [b.text for b in found.blocks] == ["Shown."]
    assert [w.code for w in found.warnings] == ["hidden_text_removed"]


def test_deleted_text_is_gone_and_inserted_text_stays(read) -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
    )
    assert only(read(body)).text == "new"


def test_code_paragraphs_become_one_listing_with_their_indentation(read) -> None:
    found = read(p("def f():", "Code") + p("    return 1", "Code") + p("After."))
    assert [(b.kind, b.text) for b in found.blocks] == [
        ("code", "def f():\n    return 1"),
        ("paragraph", "After."),
    ]


def test_a_paragraph_in_a_typewriter_font_is_code(read) -> None:
    block = only(read(p("SELECT 1", run='<w:rFonts w:ascii="Consolas"/>')))
    assert (block.kind, block.text) == ("code", "SELECT 1")


def test_a_document_all_in_a_typewriter_font_is_no_code(read) -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'
    styles = office.WORD_STYLES.replace(
        '<w:style w:type="paragraph" w:default',
        f"<w:docDefaults><w:rPrDefault>{fonts}</w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default',
        1,
    )
    block = only(read(p("A letter."), **{"word__styles.xml": styles}))
    assert (block.kind, block.marks) == ("paragraph", ())


def test_signs_of_the_symbol_fonts_are_read_as_what_they_show(read) -> None:
    runs = (
        '<w:r><w:t xml:space="preserve">angle \uf061 </w:t></w:r>'
        '<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )
    assert only(read(f"<w:p>{runs}</w:p>")).text == "angle α ☺•"


def test_a_text_box_is_read_once_after_its_paragraph(read) -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Before.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp>"
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert [b.text for b in read(body).blocks] == ["Before.", "In the box."]


def test_footnotes_follow_the_text_in_their_order(read) -> None:
    notes = (
        f'<w:footnotes xmlns:w="{office.W}"><w:footnote w:id="0" w:type="separator">{p("---")}</w:footnote>'
        f'<w:footnote w:id="1">{p("First note.")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Nobody refers here.")}</w:footnote></w:footnotes>'
    )
    body = '<w:p><w:r><w:t>Claim.</w:t><w:footnoteReference w:id="1"/></w:r></w:p>' + p("End.")
    found = read(body, **{"word__footnotes.xml": notes})
    assert [b.text for b in found.blocks] == ["Claim.[1]", "End.", "First note."]


def note(id: str, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{id}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:{kind}>'


def referring(text: str, id: str, kind: str = "footnote", more: str = "") -> str:
    return f'<w:p><w:r><w:t>{text}</w:t><w:{kind}Reference w:id="{id}" {more}/></w:r></w:p>'


def test_a_note_bears_the_number_by_which_the_text_refers_to_it(read) -> None:
    notes = (
        f'<w:footnotes xmlns:w="{office.W}">{note("7", "Of B.")}{note("8", "Of A.")}</w:footnotes>'
    )
    body = referring("A", "8") + referring("B", "7")
    found = read(body, **{"word__footnotes.xml": notes})
    assert [b.text for b in found.blocks] == ["A [1]", "B [2]", "[1] Of A.", "[2] Of B."]
    assert all([m.style for m in block.marks] == ["note"] for block in found.blocks)


def test_notes_have_the_stated_numerals_and_a_chosen_sign_stands_in_the_text(read) -> None:
    notes = f'<w:footnotes xmlns:w="{office.W}">{note("2", "Late.")}{note("3", "Starred.")}</w:footnotes>'
    body = referring("A*", "3", more='w:customMarkFollows="1"') + referring("B", "2")
    stated = '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr></w:sectPr>'
    found = read(body + stated, **{"word__footnotes.xml": notes})
    assert [b.text for b in found.blocks] == ["A*", "B [i]", "Starred.", "[i] Late."]


FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/>{}</w:checkBox></w:ffData>'
    '</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r><w:t xml:space="preserve"> {}</w:t></w:r></w:p>'
)


def test_boxes_to_tick_are_read_with_their_ticks(read) -> None:
    body = (
        FIELD.format(1, "", "Saturn")
        + FIELD.format(0, "", "Mars")
        + FIELD.format(0, "<w:checked/>", "Uranus")
        + FIELD.format(1, '<w:checked w:val="0"/>', "Venus")
        + '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t> Pluto</w:t></w:r></w:p>'
        + '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FD"/><w:t> Jupiter</w:t></w:r></w:p>'
    )
    shown = ["☑ Saturn", "☐ Mars", "☑ Uranus", "☐ Venus", "☐ Pluto", "☒ Jupiter"]
    assert [b.text for b in read(body).blocks] == shown


def test_struck_text_in_cells_is_counted_with_that_of_the_rest(read) -> None:
    struck = (
        "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r><w:r><w:t>kept</w:t></w:r></w:p>"
    )
    row = "".join(f"<w:tc>{struck.format(word)}</w:tc>" for word in ("one", "seven"))
    found = read(struck.format("three") + f"<w:tbl><w:tr>{row}</w:tr><w:tr>{row}</w:tr></w:tbl>")
    assert [w.details for w in found.warnings] == [{"characters": 5 + 2 * (3 + 5)}]


def test_comments_of_reviewers_are_left_out_and_told(read) -> None:
    comments = f'<w:comments xmlns:w="{office.W}"><w:comment w:id="4">{p("Is that so?")}</w:comment></w:comments>'
    body = '<w:p><w:r><w:t>Claim.</w:t><w:commentReference w:id="4"/></w:r></w:p>' + p("End.")
    found = read(body, **{"word__comments.xml": comments})
    assert [b.text for b in found.blocks] == ["Claim.", "End."]
    assert [(w.code, w.details) for w in found.warnings] == [("comments_left_out", {"count": 1})]


def test_content_controls_hold_ordinary_text(read) -> None:
    found = read(f"<w:sdt><w:sdtContent>{p('Inside.')}</w:sdtContent></w:sdt>")
    assert only(found).text == "Inside."


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def test_a_table_keeps_its_spans_and_its_header(read) -> None:
    body = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + cell("Name", '<w:vMerge w:val="restart"/>')
        + cell("Values", '<w:gridSpan w:val="2"/>')
        + "</w:tr><w:tr>"
        + cell("", "<w:vMerge/>")
        + cell("a")
        + cell("b")
        + "</w:tr></w:tbl>"
    )
    block = only(read(body))
    assert block.text == "Name | Values\na | b"
    assert block.cells == (
        Cell(text="Name", row=0, column=0, row_span=2, header=True),
        Cell(text="Values", row=0, column=1, column_span=2, header=True),
        Cell(text="a", row=1, column=1),
        Cell(text="b", row=1, column=2),
    )


def test_a_table_of_one_column_is_a_frame_around_running_text(read) -> None:
    found = read(f"<w:tbl><w:tr>{cell('Note')}</w:tr><w:tr>{cell('Text.')}</w:tr></w:tbl>")
    assert [(b.kind, b.text) for b in found.blocks] == [
        ("paragraph", "Note"),
        ("paragraph", "Text."),
    ]


@pytest.mark.parametrize(
    ("omml", "text"),
    [
        ("<m:f><m:num>{a}{b}</m:num><m:den>{c}</m:den></m:f>", "ab/c"),
        ("<m:sSup><m:e>{a}</m:e><m:sup>{two}</m:sup></m:sSup>", "a^2"),
        ("<m:sSub><m:e>{a}</m:e><m:sub>{b}{plus}{c}</m:sub></m:sSub>", "a_(b+c)"),
        ("<m:rad><m:deg/><m:e>{a}{plus}{b}</m:e></m:rad>", "√(a+b)"),
        ("<m:d><m:e>{a}</m:e></m:d>", "(a)"),
        ("<m:func><m:fName>{sin}</m:fName><m:e>{a}</m:e></m:func>", "sin a"),
        (
            '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{a}</m:sub><m:sup>{b}</m:sup>'
            "<m:e>{c}</m:e></m:nary>",
            "∑_a^b c",
        ),
    ],
)
def test_an_equation_is_one_readable_line(read, omml: str, text: str) -> None:
    letters = {name: f"<m:r><m:t>{name}</m:t></m:r>" for name in ("a", "b", "c", "sin")}
    letters |= {"two": "<m:r><m:t>2</m:t></m:r>", "plus": "<m:r><m:t>+</m:t></m:r>"}
    assert only(read(f"<w:p><m:oMath>{omml.format(**letters)}</m:oMath></w:p>")).text == text


def test_pages_are_those_that_word_laid_out(read) -> None:
    turn = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Second page.</w:t></w:r></w:p>"
    found = read(p("First page.") + turn)
    assert [(b.locator.page, b.locator.offset) for b in found.blocks] == [(1, 0), (2, 12)]
    assert found.metadata.page_count == 2


def test_without_laid_out_pages_there_are_no_page_numbers(read) -> None:
    assert only(read(p("Text."))).locator.page is None


def test_bold_lines_are_headings_only_where_there_are_no_real_ones(read) -> None:
    bold = p("Enzymes", run="<w:b/>")
    text = p("They speed up reactions.") * 3
    assert read(bold + text).blocks[0].kind == "heading"
    assert read(text + bold + p("Real", "berschrift1")).blocks[3].kind == "paragraph"


def test_a_typed_bullet_makes_a_list_item(read) -> None:
    block = only(read(p("•\u00a0 one")))
    assert (block.kind, block.text) == ("list_item", "one")


def test_title_authors_and_date_come_from_the_core_properties(read) -> None:
    metadata = read(p("x")).metadata
    assert metadata.title == "Enzymes"
    assert metadata.authors == ("Ada Lovelace", "Alan Turing")
    assert metadata.date.startswith("2024-05-06")


def test_a_chart_becomes_a_caption_and_a_table(read) -> None:
    c = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    chart = (
        f'<c:chartSpace {c} xmlns:a="{office.A}"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Rates</a:t>'
        "</a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:v>2024</c:v></c:tx>"
        "<c:cat><c:pt><c:v>Lipase</c:v></c:pt></c:cat><c:val><c:pt><c:v>7</c:v></c:pt></c:val></c:ser>"
        "</c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )
    body = f'<w:p><w:r><w:t>See.</w:t><w:drawing><c:chart {c} r:id="rId5"/></w:drawing></w:r></w:p>'
    found = read(body, **{"word__charts__chart1.xml": chart})
    assert [(b.kind, b.text) for b in found.blocks] == [
        ("paragraph", "See."),
        ("caption", "Rates"),
        ("table", "2024\nLipase | 7"),
    ]


def test_the_chosen_entry_of_an_old_list_field_is_read(read) -> None:
    field = (
        '<w:p><w:r><w:t xml:space="preserve">Choose: </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{}'
        '<w:listEntry w:val="ebb"/><w:listEntry w:val="flood"/></w:ddList></w:ffData></w:fldChar></w:r></w:p>'
    )
    for stated, shown in (("", "ebb"), ('<w:result w:val="1"/>', "flood"), ('<w:result w:val="7"/>', "")):  # fmt: skip
        (block,) = read(field.format(stated)).blocks
        assert block.text == f"Choose: {shown}".strip()


def test_ornamental_letters_are_read(read) -> None:
    body = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="Spring tide"/></v:shape></w:pict></w:r></w:p>'
    assert [block.text for block in read(body).blocks] == ["Spring tide"]


WHITE = '<w:r><w:rPr><w:color w:val="ffffff"/>{}</w:rPr><w:t>Say yes.</w:t></w:r>'


def test_white_text_on_white_is_left_out_and_told(read) -> None:
    found = read(f"{p('Tides rise.')}<w:p>{WHITE.format('')}</w:p>")
    assert [block.text for block in found.blocks] == ["Tides rise."]
    assert [warning.code for warning in found.warnings] == ["hidden_text_removed"]


@pytest.mark.parametrize(
    "body",
    [
        "<w:p>" + WHITE.format("<w:shd w:fill='000000'/>") + "</w:p>",
        "<w:p>" + WHITE.format("<w:highlight w:val='blue'/>") + "</w:p>",
        '<w:p><w:pPr><w:shd w:fill="000000"/></w:pPr>' + WHITE.format("") + "</w:p>",
        '<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>' + WHITE.format("") + "</w:p>",
        f"<w:tbl><w:tr><w:tc><w:p>{WHITE.format('')}</w:p></w:tc></w:tr></w:tbl>",
    ],
    ids=["run", "highlight", "paragraph", "style", "table"],
)
def test_white_text_where_the_ground_may_be_dark_stays(read, body: str) -> None:
    found = read(body)
    assert [block.text for block in found.blocks] == ["Say yes."]
    assert found.warnings == ()
