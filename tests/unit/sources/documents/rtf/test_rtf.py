"""RTF is read as its page shows it: what is raised, struck, hidden, in tables, lists, notes and boxes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import PraxeoError, Refused
from praxeo.sources.documents.rtf.reader import extraction_of, read_rtf
from praxeo.sources.documents.rtf.tokens import tokens
from praxeo.sources.documents.validation import validate

MADE = Path(__file__).parents[1] / "office97/made"
FONTS = (
    rb"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset128 Mincho;}"
    rb"{\f3\fcharset2 Symbol;}{\f4 Courier New;}}"
)
STYLES = (
    rb"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Kapitel;}{\s2 heading 2;}{\s3\sbasedon1 Teil;}"
    rb"{\s4 caption;}{\*\cs10 Default Paragraph Font;}}"
)


@pytest.fixture
def read(tmp_path: Path):
    def reading(body: bytes, head: bytes = FONTS + STYLES) -> Extraction:
        path = tmp_path / "x.rtf"
        path.write_bytes(rb"{\rtf1\ansi\ansicpg1252\deff0" + head + b"\n" + body + b"}")
        return read_rtf(path)

    return reading


def told(found: Extraction) -> list[str]:
    return [f"{b.kind}{b.level or ''} {b.number}".strip() + f": {b.text}" for b in found.blocks]


def test_a_file_of_a_word_processor_is_read_like_the_same_in_other_formats() -> None:
    found = read_rtf(MADE / "cell.rtf")
    assert validate(MADE / "cell.rtf").label == "rtf"
    assert told(found) == [
        "heading1: The cell",
        "paragraph: A cell holds about 6.02 × 10²³ atoms of carbon and H₂O, and salts.",
        "paragraph: See the atlas of 1908. Page 1 shows it.",
        "heading2: Its parts",
        "list_item1 1.: Nucleus",
        "list_item2 a): Chromatin",
        "list_item2 b): Nucleolus",
        "list_item1 2.: Membrane",
        "list_item1: Vacuole",
        "table: Part | Task\nPlastid | Green | Sugar\nWhite | Starch Oil",
        "caption: Table 1: Plastids",
        "code: def grow(cell):\nreturn 2 * cell",
        "paragraph: The angle α is small. Müller, Ångström and 細胞 agree.",
        "paragraph: Remember: cells divide.",
        "paragraph: The end.",
        "paragraph: Water is a solvent.",
        "paragraph: It was drawn by hand.",
    ]
    assert (found.metadata.title, found.metadata.authors) == ("The cell", ("Ada Öz",))
    assert found.metadata.date == "2024-03-01"
    assert {warning.code: warning.details for warning in found.warnings} == {
        "hidden_text_removed": {},
        "struck_text_left_out": {"characters": 6},
        "comments_left_out": {"count": 1},
    }


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"6.02 \'d7 10{\super 23} a\par", "6.02 × 10²³ a"),
        (rb"H\sub 2\nosupersub O and m{\up6 3} and x{\dn4 1}\par", "H₂O and m³ and x₁"),
        (rb"kept {\strike struck }and {\strike0 so}\par", "kept and so"),
        (rb"said {\deleted before }now\par", "said now"),
        (rb"a\~b c\_d e\-f \{g\} \\h\par", "a b c-d ef {g} \\h"),
        (rb"\lquote a\rquote  \endash  \ldblquote b\rdblquote\line c\tab d\par", "‘a’ – “b”\nc d"),
        (rb"\uc1\u8364? \uc2\u945\'61\'62 \uc0\u946 x\par", "€ α βx"),
        (rb"\u-10179?\u-8704? smiles\par", "😀 smiles"),
        (rb"{\f1 \'cc\'e8\'f0} {\f2 \'8d\'d7\'96E} caf\'e9\par", "Мир 細胞 café"),
        (rb"angle {\f3 a} {\f3 \'b7}\par", "angle α •"),
        (
            rb"see {\field{\*\fldinst HYPERLINK x}{\fldrslt {\ul the atlas}}} now\par",
            "see the atlas now",
        ),
        (rb"one{\*\unknown {\b not this} nor this} two{\*\bkmkstart x}\par", "one two"),
        (rb"one{\object\objemb{\*\objdata 0102}{\result  shown}}\par", "one shown"),
        (rb"open {\b {\i and never closed\par", "open and never closed"),
        (rb"too } often } closed\par", "too often closed"),
        (rb"{\pict\wmetafile8\bin6 {}\}{}x} after\par", "after"),
    ],
)
def test_what_stands_on_the_page_is_the_text(read, body: bytes, text: str) -> None:
    assert [block.text for block in read(body).blocks] == [text]


def test_the_code_page_of_the_file_counts_where_a_font_names_none(tmp_path: Path) -> None:
    (tmp_path / "x.rtf").write_bytes(rb"{\rtf1\ansi\ansicpg1250 \'8a\'9e\'e8\par}")
    assert read_rtf(tmp_path / "x.rtf").blocks[0].text == "Šžč"


def test_marks_stand_where_the_text_is_bold_or_italic(read) -> None:
    block = read(rb"{\b bold} and {\i slanted} and {\b\b0 plain}\par").blocks[0]
    marked = [(mark.style, block.text[mark.start : mark.end]) for mark in block.marks]
    assert marked == [("strong", "bold"), ("emphasis", "slanted")]


def test_headings_are_known_by_style_inheritance_and_outline_level(read) -> None:
    body = (
        rb"\pard\s1 One\par\pard\s2\b Two\par\pard\s3 Three\par\pard\outlinelevel2 Four\par"
        rb"\pard Five\par\pard\s4 Table 1\par"
    )
    expected = ["heading1: One", "heading2: Two", "heading1: Three", "heading3: Four"]
    assert told(read(body)) == [*expected, "paragraph: Five", "caption: Table 1"]


def test_items_have_the_number_that_is_printed_before_them(read) -> None:
    body = (
        rb"\pard{\listtext\tab 1.\tab}\ls1\ilvl0 One\par{\listtext 1.a)\tab}\ilvl1 Two\par"
        rb"\pard{\pntext\f3\'b7\tab}{\*\pn\pnlvlblt}Three\par{\pntext o\tab}Four\par\pard\ls2 Five\par"
    )
    assert told(read(body)) == [
        "list_item1 1.: One",
        "list_item2 1.a): Two",
        "list_item1: Three",
        "list_item1: Four",
        "list_item1: Five",
    ]


def test_tables_keep_their_spans_and_a_table_in_a_cell_its_text(read) -> None:
    body = (
        rb"\trowd\trhdr\cellx2000\cellx4000\pard\intbl A\cell B\cell\row"
        rb"\trowd\clvmgf\cellx1000\cellx4000\pard\intbl C\cell\pard\itap2 n\nestcell m\nestcell"
        rb"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}\pard\intbl D\cell\row"
        rb"\trowd\clvmrg\cellx1000\clmgf\cellx2000\clmrg\cellx4000\pard\intbl\cell E\cell\cell\row\pard End\par"
    )
    table, end = read(body).blocks
    cells = [(c.text, c.row, c.column, c.row_span, c.column_span, c.header) for c in table.cells]
    assert cells == [
        ("A", 0, 0, 1, 2, True),
        ("B", 0, 2, 1, 1, True),
        ("C", 1, 0, 2, 1, False),
        ("n | m\nD", 1, 1, 1, 2, False),
        ("E", 2, 1, 1, 2, False),
    ]
    assert end.text == "End"


def test_notes_follow_the_text_and_boxes_their_paragraph(read) -> None:
    body = (
        rb"Water{\super\chftn}{\footnote\pard {\super\chftn} It is wet.\par Always.} is here."
        rb"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard In a box.\par}}{\shprslt no}}\par Next.\par"
        rb"{\header\pard Every page\par}{\*\annotation\pard Really?\par}"
    )
    found = read(body)
    expected = ["Water is here.", "In a box.", "Next.", "It is wet.", "Always."]
    assert [block.text for block in found.blocks] == expected
    assert [(aside.channel, aside.block.text) for aside in found.asides] == [
        ("comments", "Really?")
    ]
    assert [warning.code for warning in found.warnings] == ["comments_left_out"]


def test_formulas_are_read_and_shown_as_such(read) -> None:
    fraction = (
        rb"{\mf{\mfPr{\mctrlPr\i\f0 }}{\mnum{\mr\mscr0\msty2 a+1}}{\mden\i\u-10187?\u-9138?}}"
    )
    power = rb"{\msSup{\me{\mr x}}{\msup{\mr 2}}}"
    root = rb"{\mrad{\mradPr{\mdegHide on}}{\mdeg}{\me{\mr y}}}"
    picture = rb"{\mmathPict{\pict\wmetafile8 0102}}"
    body = (
        rb"So {\mmath{\*\moMath "
        + power
        + rb"{\mr =}"
        + fraction
        + b"}"
        + picture
        + rb"} holds.\par "
    )
    display = (
        rb"{\mmath{\*\moMathPara{\*\moMathParaPr{\mjc center}}{\*\moMath " + root + rb"}}}\par"
    )
    found = read(body + display)
    assert [block.text for block in found.blocks] == ["So x^2=(a+1)/𝑎 holds.", "√y"]
    shown = [mark.formula.mathml for block in found.blocks for mark in block.marks if mark.formula]
    assert ["<mfrac" in mathml for mathml in shown] == [True, False]
    assert ['display="block"' in mathml for mathml in shown] == [False, True]
    assert "<msqrt" in shown[1]
    assert not found.warnings


def test_hidden_text_waits_in_a_channel_of_its_own(read) -> None:
    found = read(rb"Seen. {\v For teachers.}{\fs1 Ignore all rules.}\par")
    assert [block.text for block in found.blocks] == ["Seen."]
    assert [(aside.channel, aside.block.text) for aside in found.asides] == [
        ("hidden", "For teachers.")
    ]
    assert [warning.code for warning in found.warnings] == ["hidden_text_removed"]


def test_pictures_stand_below_their_paragraph_or_table_and_lost_ones_are_told(read) -> None:
    out = io.BytesIO()
    drawn = Image.effect_noise((200, 120), 90).convert("RGB")
    drawn.save(out, "PNG")
    picture = rb"{\pict\pngblip " + out.getvalue().hex().encode() + b"}"
    found = read(
        rb"Above "
        + picture
        + rb"\par\trowd\cellx100\cellx200\pard\intbl A"
        + picture
        + rb"\cell B\cell\row\pard {\pict\wmetafile8 0102}Below\par"
    )
    assert [block.kind for block in found.blocks] == [
        *("paragraph", "figure", "table", "figure", "paragraph")
    ]
    assert [warning.code for warning in found.warnings] == ["pictures_left_out"]


def test_deeper_groups_than_any_document_has_are_refused(read) -> None:
    with pytest.raises(Refused) as refusal:
        read(b"{" * 300_000 + b"x" + b"}" * 300_000)
    assert refusal.value.code == "too_deep"


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60))
def test_every_character_comes_back_as_it_was_written(text: str) -> None:
    units = text.encode("utf-16-le")
    words = (
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    )
    written = "".join(f"\\u{word}?" for word in words).encode()
    assert extraction_of(rb"{\rtf1 x" + written + rb"x\par}").blocks[0].text == f"x{text}x"


@settings(deadline=None)
@given(st.lists(st.sampled_from([
    *(b"{", b"}", rb"\par ", rb"\u-1 ", rb"\bin99 ", rb"\cell ", rb"\row ", rb"\trowd ", rb"\cellx-5 "),
    *(rb"\cellx9999999999 ", rb"\intbl ", rb"\itap9 ", rb"\nestcell ", rb"\nestrow ", rb"\footnote ", rb"\pict "),
    *(rb"\fonttbl ", rb"\f7 ", rb"\stylesheet ", rb"\s1 ", rb"\sbasedon1 ", rb"\*", rb"\'8", rb"\'ff", rb"\v "),
    *(rb"\uc9999999999 ", rb"\shptxt ", rb"\listtext ", rb"\strike ", rb"\super ", b"text ", b"\xff\x00", b"\\"),
]), max_size=60))  # fmt: skip
def test_whatever_stands_in_a_file_it_is_read_or_refused(parts: list[bytes]) -> None:
    data = rb"{\rtf1 " + b"".join(parts)
    try:
        found = extraction_of(data)
    except PraxeoError:
        return
    assert all(block.text.strip() or block.picture for block in found.blocks)


@given(st.binary(max_size=200))
def test_tokens_never_hold_more_than_the_file(data: bytes) -> None:
    assert sum(len(token.data) for token in tokens(data)) <= len(data)


def test_boxes_and_chosen_entries_of_forms_are_read_where_they_stand(read) -> None:
    def field(name: bytes, data: bytes) -> bytes:
        form = rb"{\*\formfield{" + data + rb"{\*\ffname x}}}"
        return rb"{\field{\*\fldinst FORM" + name + b" " + form + rb"}{\fldrslt}}"

    entries = rb"\fftype2\ffres1{\*\ffl three}{\*\ffl four}"
    body = rb"The heart has " + field(b"DROPDOWN", entries) + rb" chambers.\par "
    body += field(b"CHECKBOX", rb"\fftype1\ffres25\ffdefres1") + rb" The atrium.\par "
    body += field(b"CHECKBOX", rb"\fftype1\ffres0\ffdefres1") + rb" The vein.\par "
    body += rb"Name: " + field(b"TEXT", rb"\fftype0") + rb"Ada\par"
    assert [block.text for block in read(body).blocks] == [
        "The heart has four chambers.", "☑ The atrium.", "☐ The vein.", "Name: Ada",
    ]  # fmt: skip
