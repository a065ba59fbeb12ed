"""Bombs for the formats in which a kind of bomb had no file yet (see `tests/hostile/bomb_table.py`)."""

from __future__ import annotations

import io
import struct

from PIL import Image

from tests.hostile.builders import office_files as office
from tests.hostile.builders.compound_files import biff, compound, label
from tests.hostile.builders.hostile_files import BOMB, DAMAGED, Hostile, big_member
from tests.hostile.builders.markup_files import anki_deck
from tests.hostile.builders.spoken_files import ASS, JATS, LONG, SBV, SRT, TTML, VTT, notebook

MUCH = (*LONG, "reads")
DEEP = ("too_deep", "too_complex", "damaged", "no_text", "reads")
LAUGHS = "<!DOCTYPE article [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
ODF_KINDS = {"odt": "text", "odp": "presentation", "ods": "spreadsheet"}
LINE = b"word " * 2_200_000


def packages() -> dict[str, tuple[str, office.Parts]]:
    """A sound package of each kind, and the part that holds its text."""
    return {
        "docx": ("word/document.xml", office.docx_parts()),
        "pptx": ("ppt/slides/slide1.xml", office.pptx_parts()),
        "xlsx": ("xl/worksheets/sheet1.xml", office.xlsx_parts()),
        "epub": ("OEBPS/c1.xhtml", office.epub_parts()),
        **{
            label: ("content.xml", office.odf_parts(kind=kind)) for label, kind in ODF_KINDS.items()
        },
    }


def laughing(kind: str) -> bytes:
    """The main part begins with entities that make a billion letters of a few."""
    name, parts = packages()[kind]
    text = str(parts[name]).removeprefix(office.HEAD)
    inside = text.index("</") if "</" in text else text.rindex("<")
    return office.zipped(
        {**parts, name: f"{office.HEAD}{LAUGHS}]>{text[:inside]}&i;{text[inside:]}"}
    )


def with_parts(kind: str, count: int = 20_001) -> bytes:
    """As many parts as a directory of some megabytes holds."""
    parts = packages()[kind][1]
    return office.zipped({**parts, **{f"x/{n}": b"" for n in range(count)}})


def slide_table(rows: int, span: int = 1) -> bytes:
    cell = (
        f'<a:tc gridSpan="{span}"><a:txBody><a:p><a:r><a:t>sea</a:t></a:r></a:p></a:txBody></a:tc>'
    )
    table = f"<a:graphic><a:graphicData><a:tbl>{f'<a:tr>{cell}</a:tr>' * rows}</a:tbl></a:graphicData></a:graphic>"
    return office.pptx((office.slide(f"<p:graphicFrame>{table}</p:graphicFrame>"),))


def nested_odf(kind: str, depth: int = 20_000) -> bytes:
    return office.odf(
        "<text:section>" * depth + "<text:p>a</text:p>" + "</text:section>" * depth, kind
    )


def open_table(rows: int, repeat: int = 1) -> str:
    cell = f'<table:table-cell table:number-columns-repeated="{repeat}"><text:p>a</text:p></table:table-cell>'
    return f'<table:table table:name="T">{f"<table:table-row>{cell * 10}</table:table-row>" * rows}</table:table>'


def claiming_box(brand: bytes, side: int = 65_000) -> bytes:
    """An AVIF whose box of dimensions claims that side, under a brand of the family."""
    held = io.BytesIO()
    Image.new("L", (64, 64)).save(held, "AVIF")
    data = bytearray(held.getvalue())
    at = data.index(b"ispe") + 8
    struct.pack_into(">II", data, at, side, side)
    return bytes(data).replace(b"avif", brand)


def deck(size: int) -> bytes:
    return big_member("collection.anki2", {"collection.anki2": b"", "media": b"{}"}, size)


def deep_deck() -> bytes:
    """A packed deck with one card of elements inside each other."""
    return anki_deck(
        "CREATE TABLE col AS SELECT '{}' AS models, '{}' AS decks",
        "CREATE TABLE cards (nid, did)",
        f"CREATE TABLE notes AS SELECT 1 AS id, 1 AS mid, '{'<div>' * 100_000}front' || char(31) || 'back' AS flds",
    )


FURTHER: tuple[Hostile, ...] = (
    *(Hostile(name=f"entities that multiply in {kind}", build=lambda kind=kind: laughing(kind), codes=("xml_bomb", "no_text", "reads") if kind == "epub" else ("xml_bomb",)) for kind in packages() if kind != "docx"),
    *(Hostile(name=f"20,001 parts in {kind}", build=lambda kind=kind: with_parts(kind), codes=BOMB) for kind in packages() if kind != "docx"),
    *(Hostile(name=f"64 MB in one part of {kind}", build=lambda kind=kind: big_member(packages()[kind][0], packages()[kind][1], 64 * 2**20), codes=BOMB) for kind in ("odp", "ods")),
    *(Hostile(name=f"{kind} of 20,000 sections in each other", build=lambda kind=kind: nested_odf(kind), codes=DEEP) for kind in ODF_KINDS.values()),
    Hostile(name="a Word table of 30,000 cells", build=lambda: office.docx("<w:tbl>" + ("<w:tr>" + "<w:tc><w:p><w:r><w:t>sea</w:t></w:r></w:p></w:tc>" * 20 + "</w:tr>") * 1_500 + "</w:tbl>"), codes=MUCH),
    Hostile(name="a slide's table of 20,000 rows", build=lambda: slide_table(20_000), codes=MUCH),
    Hostile(name="a slide's cells across a billion columns", build=lambda: slide_table(40, 10**9), codes=MUCH),
    Hostile(name="a sheet of 100,000 cells", build=lambda: office.xlsx("".join(f'<row r="{row}">{office.text_cell(f"A{row}", "sea") * 10}</row>' for row in range(1, 10_001))), codes=(*MUCH, "sheet_too_large")),
    Hostile(name="a sheet whose rows nest 100,000 deep", build=lambda: office.xlsx("<row>" * 100_000 + "</row>" * 100_000), codes=DEEP),
    Hostile(name="an OpenDocument table of 30,000 cells", build=lambda: office.odf(open_table(3_000)), codes=(*MUCH, *BOMB)),
    Hostile(name="an OpenDocument sheet of 50,000 cells", build=lambda: office.odf(open_table(5_000), "spreadsheet"), codes=(*MUCH, *BOMB)),
    Hostile(name="OpenDocument slides of 10,000 pages", build=lambda: office.odf("<draw:page><draw:frame><draw:text-box><text:p>The sea rises.</text:p></draw:text-box></draw:frame></draw:page>" * 10_000, "presentation"), codes=MUCH),
    Hostile(name="OpenDocument slides with cells repeated a billion times", build=lambda: office.odf(f"<draw:page><draw:frame>{open_table(3, 10**9)}</draw:frame></draw:page>", "presentation"), codes=MUCH),
    Hostile(name="a book of 3,000 chapters", build=lambda: office.epub(*("<p>The sea rises.</p>",)* 3_000), codes=MUCH),
    Hostile(name="a book whose chapter nests 200,000 deep", build=lambda: office.epub("<div>" * 200_000 + "sea"), codes=(*DEEP, "xml_bomb")),
    Hostile(name="a binary sheet of 60,000 cells", build=lambda: compound({"Workbook": biff(b"".join(label(n // 4, n % 4, "sea") for n in range(60_000)))}), codes=(*MUCH, "sheet_too_large", *DAMAGED)),
    Hostile(name="an Anki collection that unpacks to 64 MB", build=lambda: deck(64 * 2**20), codes=BOMB),
    Hostile(name="AVIF that claims 65,000 by 65,000", build=lambda: claiming_box(b"avif"), codes=("picture_too_large", "too_complex", "damaged")),
    Hostile(name="HEIC that claims 65,000 by 65,000", build=lambda: claiming_box(b"heic"), codes=("picture_too_large", "too_complex", "damaged", "no_heic_reader")),
    Hostile(name="a page's cells across a billion columns", build=lambda: b"<html><body><p>The sea rises.</p><table>" + b'<tr><td colspan="999999999" rowspan="999999999">a</td><td>b</td></tr>' * 3_000 + b"</table></body></html>", codes=MUCH),
    Hostile(name="a page's table of 40,000 cells", build=lambda: b"<html><body><p>The sea rises.</p><table>" + (b"<tr>" + b"<td>sea</td>" * 20 + b"</tr>") * 2_000 + b"</table></body></html>", codes=MUCH),
    Hostile(name="a page of one line of 11 MB", build=lambda: b"<html><body><p>" + LINE + b"</p></body></html>", codes=LONG),
    Hostile(name="a saved page of one line of 11 MB", build=lambda: b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>' + LINE + b"</p>\r\n--b--", codes=LONG),
    Hostile(name="an article of one line of 11 MB", build=lambda: JATS + b"<p>" + LINE + b"</p></sec></body></article>", codes=LONG),
    Hostile(name="an article of entities that multiply", build=lambda: JATS.replace(b"?><", b"?>" + LAUGHS.encode() + b"]><", 1) + b"<p>&i;</p></sec></body></article>", codes=("xml_bomb",)),
    Hostile(name="a notebook of one line of 11 MB", build=lambda: notebook({"cell_type": "markdown", "source": LINE.decode()}), codes=LONG),
    *(Hostile(name=f"{name} of 30,000 cues", build=lambda head=head, cue=cue: head + b"".join(cue % (n % 60) for n in range(30_000)), codes=MUCH) for name, head, cue in (("WebVTT", VTT, b"00:%02d.000 --> 00:59.000\nsea\n\n"), ("SBV", SBV, b"0:00:%02d.000,0:00:59.000\nsea\n\n"), ("ASS", ASS, b"Dialogue: 0,0:00:%02d.00,0:00:59.00,D,,0,0,0,,sea\n"))),
    *(Hostile(name=f"{name} of one line of 11 MB", build=lambda head=head: head + LINE, codes=LONG) for name, head in (("WebVTT", VTT + b"00:03.000 --> 00:04.000\n"), ("SBV", SBV + b"0:00:05.000,0:00:06.000\n"), ("ASS", ASS + b"Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,"), ("Markdown", b"# Tides\n\n- a\n\n"))),
    Hostile(name="TTML of 30,000 cues", build=lambda: TTML + b'<p begin="1s" end="2s">sea</p>' * 30_000 + b"</div></body></tt>", codes=MUCH),
    Hostile(name="SubRip of 50,000 open tags", build=lambda: SRT + b"2\n00:00:03,000 --> 00:00:04,000\n" + b"<i><font color={" * 50_000, codes=(*MUCH, "no_text")),
    Hostile(name="a Markdown table of 300,000 cells", build=lambda: b"# Tides\n\n|a|b|\n|-|-|\n" + b"|sea|sea|\n" * 150_000, codes=MUCH),
    Hostile(name="a Markdown text of 4,000 notes", build=lambda: b"# Tides\n\n" + b"".join(b"a[^%d]\n\n[^%d]: b[^%d]\n\n" % (n, n, n + 1) for n in range(4_000)), codes=MUCH),
    Hostile(name="a separated text of 180,000 cells", build=lambda: b"sep=;\na;b;c\n" + b"1;2;3\n" * 60_000, codes=MUCH),
    Hostile(name="a plain text of 100,000 list items", build=lambda: b"".join(b"%d. sea\n" % n for n in range(1, 100_001)), codes=MUCH),
    Hostile(name="an Org table of 40,000 cells", build=lambda: b"#+TITLE: Tides\n#+OPTIONS: toc:nil\n\nThe sea rises.\n\n" + b"| sea | sea |\n" * 20_000, codes=MUCH),
    Hostile(name="a LaTeX table of 300,000 cells", build=lambda: b"\\documentclass{article}\n\\begin{document}\n\\begin{tabular}{ll}\n" + b"sea & sea \\\\\n" * 150_000 + b"\\end{tabular}\\end{document}", codes=MUCH),
    Hostile(name="an AsciiDoc table of 40,000 cells", build=lambda: b"= Tides\n:toc:\n\nThe sea rises.\n\n|===\n" + b"|sea |sea\n" * 20_000 + b"|===\n", codes=MUCH),
    Hostile(name="reStructuredText of 8,000 list items", build=lambda: b".. _a:\n\n.. note:: Tides\n\n" + b"- sea\n" * 8_000, codes=MUCH),
    Hostile(name="GIFT of 400,000 open braces", build=lambda: b"::a:: sea {=b ~c}\n\n" + b"{=" * 400_000, codes=("reads", *MUCH)),
    Hostile(name="GIFT of 60,000 questions", build=lambda: b"".join(b"::q%d:: sea {=tide ~wave ~foam}\n\n" % n for n in range(60_000)), codes=MUCH),
    Hostile(name="GIFT of one answer of 11 MB", build=lambda: b"::a:: sea {=" + b"tide " * 2_200_000 + b"}", codes=MUCH),
    Hostile(name="flashcards with tags 100,000 deep", build=lambda: b"#separator:tab\n#html:true\nfront\t" + b"<div>" * 100_000 + b"back\n", codes=(*DEEP, "text_too_long")),
    Hostile(name="a deck whose card nests 100,000 deep", build=deep_deck, codes=DEEP),
    Hostile(name="a notebook of one word of 8 MB in an output", build=lambda: notebook({"cell_type": "code", "source": "x", "outputs": [{"output_type": "stream", "name": "stdout", "text": "a" * 8_000_000}]}), codes=MUCH),
)  # fmt: skip
