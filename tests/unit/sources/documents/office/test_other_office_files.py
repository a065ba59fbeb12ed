"""Slides, workbooks, OpenDocument files and books become ordered blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.office.epub import read_epub
from praxeo.sources.documents.office.opendocument import read_opendocument
from praxeo.sources.documents.office.pptx import read_pptx
from praxeo.sources.documents.office.xlsx import read_xlsx
from tests.hostile.builders import office_files as office


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a"


def seen(found: Extraction) -> list[tuple[str, int, str, str]]:
    return [(b.kind, b.level, b.number, b.text) for b in found.blocks]


def test_slides_come_in_order_with_title_and_items_and_their_notes_in_a_channel(path: Path) -> None:
    first = office.slide(
        office.shape("body first\nthen more", "body")
        + office.shape("The title", "title")
        + office.shape("7", "sldNum")
    )
    second = office.slide(office.shape("Start", "ctrTitle") + office.shape("A free text"))
    path.write_bytes(office.pptx((first, second), notes="Say hello."))
    found = read_pptx(path)
    assert seen(found) == [
        ("heading", 2, "", "The title"),
        ("list_item", 1, "", "body first"),
        ("list_item", 1, "", "then more"),
        ("heading", 1, "", "Start"),
        ("paragraph", 0, "", "A free text"),
    ]
    assert [
        (aside.channel, aside.after, aside.block.id, aside.block.text) for aside in found.asides
    ] == [("speaker_notes", "b3", "b6", "Say hello.")]
    assert [b.locator.slide for b in found.blocks] == [1, 1, 1, 2, 2]
    assert found.metadata.page_count == 2


def test_numbered_lines_of_a_slide_are_counted(path: Path) -> None:
    numbered = '<a:buAutoNum type="arabicPeriod"/>'
    path.write_bytes(office.pptx((office.slide(office.shape("one\ntwo", "", numbered)),)))
    assert [b.number for b in read_pptx(path).blocks] == ["1.", "2."]


def test_grouped_shapes_are_read(path: Path) -> None:
    group = f"<p:grpSp><p:grpSp>{office.shape('Deep inside')}</p:grpSp></p:grpSp>"
    path.write_bytes(office.pptx((office.slide(group),)))
    assert [b.text for b in read_pptx(path).blocks] == ["Deep inside"]


def test_a_footer_that_repeats_is_left_out(path: Path) -> None:
    one = office.slide(office.shape("A", "title") + office.shape("Our course", "ftr"))
    two = office.slide(office.shape("B", "title") + office.shape("Our course", "ftr"))
    path.write_bytes(office.pptx((one, two)))
    assert [b.text for b in read_pptx(path).blocks] == ["A", "B"]


def test_a_sheet_is_a_table_under_its_name(path: Path) -> None:
    path.write_bytes(office.xlsx())
    found = read_xlsx(path)
    assert seen(found)[:2] == [
        ("heading", 1, "", "Rates"),
        ("table", 0, "", "Enzyme | Rate\nLipase | 12.5"),
    ]
    assert [c.header for c in found.blocks[1].cells] == [True, True, False, False]


def test_a_hidden_sheet_is_left_out_and_said_to_be(path: Path) -> None:
    path.write_bytes(office.xlsx(state="hidden"))
    found = read_xlsx(path)
    assert "Of the second sheet" not in [b.text for b in found.blocks]
    assert [w.code for w in found.warnings] == ["hidden_text_removed"]


def test_dates_percentages_and_shared_strings_look_as_in_the_workbook(path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" s="1"><v>45000</v></c><c r="B1" s="2"><v>0.125</v></c>'
        '<c r="C1" t="s"><v>0</v></c><c r="D1" t="b"><v>1</v></c></row>'
    )
    strings = "<si><r><t>shared </t></r><r><t>text</t></r><rPh><t>reading</t></rPh></si>"
    path.write_bytes(office.xlsx(rows, strings=strings))
    assert read_xlsx(path).blocks[1].text == "2023-03-15 | 12.50% | shared text | TRUE"


def test_areas_of_a_sheet_that_empty_rows_or_columns_part_are_tables_of_their_own(
    path: Path,
) -> None:
    def row(number: int, *places: str) -> str:
        cells = "".join(office.text_cell(f"{c}{number}", f"{c}{number}") for c in places)
        return f'<row r="{number}">{cells}</row>'

    rows = (
        row(1, "A", "B")
        + row(2, "A", "B")
        + row(4, "A", "B", "D", "E")
        + row(5, "A", "B")
        + row(7, "A")
    )
    path.write_bytes(office.xlsx(rows))
    assert [b.text for b in read_xlsx(path).blocks[1:5]] == [
        "A1 | B1\nA2 | B2",
        "A4 | B4\nA5 | B5",
        "D4 | E4",
        "A7",
    ]


def test_a_narrow_empty_column_does_not_split_a_table(path: Path) -> None:
    rows = "".join(
        f'<row r="{n}">{office.text_cell(f"A{n}", "a")}{office.text_cell(f"C{n}", "c")}</row>'
        for n in (1, 2, 3)
    )
    path.write_bytes(office.xlsx(rows))
    assert read_xlsx(path).blocks[1].text == "a | c\na | c\na | c"


def test_merged_cells_span(path: Path) -> None:
    rows = (
        f'<row r="1">{office.text_cell("A1", "Both")}</row>'
        f'<row r="2">{office.text_cell("A2", "x")}{office.text_cell("B2", "y")}</row>'
    )
    path.write_bytes(office.xlsx(rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))
    assert read_xlsx(path).blocks[1].cells[0].column_span == 2


ODF_STYLES = (
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="a" style:num-suffix=")"/></text:list-style>'
)


def test_an_opendocument_text_keeps_headings_lists_marks_notes_and_tables(path: Path) -> None:
    body = (
        '<text:h text:outline-level="2">Enzymes</text:h>'
        '<text:p>An <text:span text:style-name="B">enzyme</text:span><text:s text:c="3"/>acts.'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
        "</text:note-body></text:note></text:p>"
        '<text:p>Shown<text:span text:style-name="H"> hidden</text:span>.</text:p>'
        '<text:list text:style-name="L"><text:list-item><text:p>one</text:p></text:list-item>'
        "<text:list-item><text:p>two</text:p></text:list-item></text:list>"
        "<table:table><table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>Head</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    path.write_bytes(office.odf(body, styles=ODF_STYLES))
    found = read_opendocument(path)
    assert seen(found) == [
        ("heading", 2, "", "Enzymes"),
        ("paragraph", 0, "", "An enzyme acts.[1]"),
        ("paragraph", 0, "", "Shown."),
        ("list_item", 1, "a)", "one"),
        ("list_item", 1, "b)", "two"),
        ("table", 0, "", "Head\na | b"),
        ("paragraph", 0, "", "[1] A note."),
    ]
    assert [(m.start, m.end, m.style) for m in found.blocks[1].marks] == [
        (3, 9, "strong"),
        (15, 18, "note"),
    ]
    assert [w.code for w in found.warnings] == ["hidden_text_removed"]


def test_an_opendocument_presentation_is_read_slide_by_slide(path: Path) -> None:
    page = (
        '<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>{0}</text:p>'
        "</draw:text-box></draw:frame><draw:frame><draw:text-box><text:list><text:list-item>"
        "<text:p>item</text:p></text:list-item></text:list></draw:text-box></draw:frame></draw:page>"
    )
    path.write_bytes(office.odf(page.format("A") + page.format("B"), "presentation"))
    found = read_opendocument(path)
    assert [(b.kind, b.text, b.locator.slide) for b in found.blocks] == [
        ("heading", "A", 1),
        ("list_item", "item", 1),
        ("heading", "B", 2),
        ("list_item", "item", 2),
    ]


def test_a_book_is_read_in_the_order_of_its_spine(path: Path) -> None:
    path.write_bytes(
        office.epub("<h1>One</h1><p>First.</p>", "<h1>Two</h1><p>Second.</p>", rights="CC BY 4.0")
    )
    found = read_epub(path)
    assert [(b.text, b.locator.chapter) for b in found.blocks] == [
        ("One", 1),
        ("First.", 1),
        ("Two", 2),
        ("Second.", 2),
    ]
    assert [b.id for b in found.blocks] == ["b1", "b2", "b3", "b4"]
    assert found.blocks[2].locator.offset == 0
    metadata = found.metadata
    assert (metadata.title, metadata.authors) == ("The Cell", ("Rosalind Franklin",))
    assert (metadata.date, metadata.licence) == ("1952-05-06", "CC BY 4.0")


CHART = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:chart>'
    "<chart:chart><chart:title><text:p>Heights</text:p></chart:title><table:table><table:table-row><table:table-cell><text:p>Hull</text:p></table:table-cell>"
    "<table:table-cell><text:p>7.25</text:p></table:table-cell></table:table-row></table:table></chart:chart></office:chart></office:body></office:document-content>"
)
FRAME = (
    '<draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><draw:object xlink:href="./Object 1"/>'
    '<draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>'
)


def test_the_numbers_of_an_opendocument_chart_are_a_table(path: Path) -> None:
    parts = office.odf_parts(f"<text:p>Tides.{FRAME}</text:p>")
    parts["Object 1/content.xml"] = CHART
    parts["ObjectReplacements/Object 1"] = b"VCLMTF"
    path.write_bytes(office.zipped(parts))
    found = read_opendocument(path)
    assert [block.text for block in found.blocks] == ["Tides.", "Heights", "Hull | 7.25"]
    assert found.warnings == ()


def test_remarks_and_hidden_columns_of_a_sheet_are_left_out_and_told(path: Path) -> None:
    sheet = (
        '<table:table table:name="Tides"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/><table:table-row>'
        "<table:table-cell><office:annotation><text:p>Check this</text:p></office:annotation><text:p>Hull</text:p></table:table-cell>"
        "<table:table-cell><text:p>secret</text:p></table:table-cell><table:table-cell><text:p>7 m</text:p></table:table-cell></table:table-row></table:table>"
    )
    path.write_bytes(office.odf(sheet, "spreadsheet"))
    found = read_opendocument(path)
    assert [block.text for block in found.blocks] == ["Tides", "Hull | 7 m"]
    assert {w.code for w in found.warnings} == {"hidden_text_removed", "comments_left_out"}
    assert {(aside.channel, aside.block.text) for aside in found.asides} == {
        ("hidden", "secret"),
        ("comments", "Check this"),
    }


def test_what_a_tracked_change_deleted_is_counted(path: Path) -> None:
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone away</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    path.write_bytes(office.odf(f"{deleted}<text:p>Tides.</text:p>"))
    found = read_opendocument(path)
    assert [block.text for block in found.blocks] == ["Tides."]
    assert dict({line.kind: line for line in found.ledger}["words"].left_out) == {"struck": 2}


@pytest.mark.parametrize("shape", ["polygon", "path", "line", "circle", "connector", "caption"])
def test_text_in_any_drawn_shape_of_a_slide_or_text_is_read(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    drawn = f"<draw:g><draw:{shape}><text:p>Ebb</text:p></draw:{shape}></draw:g>"
    page = f'<draw:page draw:name="A">{drawn}</draw:page>'
    for data in (office.odf(page, "presentation"), office.odf(f"<text:p>Tide.{drawn}</text:p>")):
        path.write_bytes(data)
        found = read_opendocument(path)
        assert [block.text for block in found.blocks][-1] == "Ebb"
        assert found.warnings == ()


def test_boxes_and_chosen_entries_of_an_opendocument_form_are_read(path: Path) -> None:
    def field(kind: str, **values: str) -> str:
        params = "".join(
            f'<field:param field:name="{name.strip("_")}" field:value="{value}"/>'
            for name, value in values.items()
        )
        return (
            '<field:fieldmark xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" '
            f'field:type="vnd.oasis.opendocument.field.{kind}">{params}</field:fieldmark>'
        )

    entries = {"Dropdown_ListEntry": "three", "Dropdown_ListEntry_": "four"}
    chosen = field("FORMDROPDOWN", **entries, Dropdown_Selected="1")
    path.write_bytes(
        office.odf(
            f"<text:p>The heart has {chosen} chambers.</text:p>"
            f"<text:p>{field('FORMCHECKBOX', Checkbox_Checked='true')} The atrium.</text:p>"
            f"<text:p>{field('FORMCHECKBOX')} The vein.</text:p>"
        )
    )
    assert [block.text for block in read_opendocument(path).blocks] == [
        "The heart has four chambers.", "☑ The atrium.", "☐ The vein.",
    ]  # fmt: skip


def test_an_item_that_states_its_number_counts_from_there(path: Path) -> None:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/></text:list-style>'
    )

    def items(*stated: str) -> str:
        inside = "".join(
            f"<text:list-item{number}><text:p>a</text:p></text:list-item>" for number in stated
        )
        return f'<text:list text:style-name="L" text:continue-numbering="true">{inside}</text:list>'

    body = items("", "") + "<text:p>Answers</text:p>" + items("", ' text:start-value="1"', "")
    path.write_bytes(office.odf(body, styles=style))
    assert [block.number for block in read_opendocument(path).blocks] == [
        "1.", "2.", "", "3.", "1.", "2.",
    ]  # fmt: skip
