"""Word, PowerPoint, Excel and OpenDocument files: sound ones, and ones with something planted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.ledger.cases import Prose
from tests.hostile.builders import office_files as office

Planted = tuple[str, bytes, tuple[str, ...]]
LOST, HIDDEN, PART = ("text_lost",), ("hidden_text_removed",), ("part_not_read",)
REMARKS, EMBEDDED = ("comments_left_out",), ("embedded_left_out",)
TITLE = '<w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>'


def _relations(parts: office.Parts, part: str, kind: str, target: str) -> None:
    folder, _, name = part.rpartition("/")
    at = f"{folder}/_rels/{name}.rels"
    before = str(parts.get(at) or office.relations())
    entry = f'<Relationship Id="rId77" Type="{office.R}/{kind}" Target="{target}"/></Relationships>'
    parts[at] = before.replace("</Relationships>", entry)


def word_body(prose: Prose) -> str:
    """Headings, split runs, a list, a table, a footnote of one word, a formula."""
    p = office.word_paragraph
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    cell = lambda: f"<w:tc>{p(prose.sentence())}</w:tc>"  # noqa: E731
    table = "".join(f"<w:tr>{cell()}{cell()}</w:tr>" for _ in range(prose.chance.randint(2, 4)))
    half = (
        "<w:p><w:r><w:t>Photo</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>synthesis</w:t></w:r>"
        + note
        + "</w:p>"
    )
    formula = "<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>"
    item = p(
        prose.sentence(), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    )
    return (
        p(prose.word(), "berschrift1")
        + p(prose.sentences())
        + half
        + item
        + item
        + f"<w:tbl>{table}</w:tbl>"
        + formula
    )


def word_parts(prose: Prose, extra: str = "") -> office.Parts:
    notes = (
        f'{office.HEAD}<w:footnotes xmlns:w="{office.W}"><w:footnote w:id="2">'
        f"{office.word_paragraph(prose.word())}</w:footnote></w:footnotes>"
    )
    return office.docx_parts(word_body(prose) + extra, **{"word/footnotes.xml": notes})


def word_plants(prose: Prose) -> Iterator[Planted]:
    p, lost = office.word_paragraph, prose.lost
    yield "hidden run", office.zipped(word_parts(prose, p(lost(), run="<w:vanish/>"))), HIDDEN
    yield "tiny run", office.zipped(word_parts(prose, p(lost(), run='<w:sz w:val="2"/>'))), HIDDEN
    yield (
        "struck run",
        office.zipped(word_parts(prose, p(lost(), run="<w:strike/>"))),
        ("struck_text_left_out",),
    )
    yield (
        "unknown container",
        office.zipped(word_parts(prose, f"<w:novel>{p(lost())}</w:novel>")),
        LOST,
    )
    inner = f"<w:p><w:novel><w:r><w:t>{lost()}</w:t></w:r></w:novel></w:p>"
    yield "unknown wrapper of runs", office.zipped(word_parts(prose, inner)), LOST
    parts = word_parts(prose, '<w:p><w:r><w:commentReference w:id="5"/></w:r></w:p>')
    parts["word/comments.xml"] = (
        f'{office.HEAD}<w:comments xmlns:w="{office.W}"><w:comment w:id="5">{p(lost())}</w:comment></w:comments>'
    )
    yield "comment", office.zipped(parts), REMARKS
    for kind, name in (("unreadable chunk", "c.bin"), ("missing chunk", "gone.html")):
        parts = word_parts(prose, '<w:altChunk r:id="rId77"/>')
        _relations(parts, "word/document.xml", "aFChunk", name)
        if name == "c.bin":
            parts["word/c.bin"] = b"\0\1\2"
        yield kind, office.zipped(parts), PART
    parts = word_parts(prose)
    _relations(parts, "word/document.xml", "oleObject", "embeddings/data.bin")
    parts["word/embeddings/data.bin"] = b"\0\1"
    yield "embedded file", office.zipped(parts), EMBEDDED


def slides(prose: Prose) -> tuple[str, ...]:
    body = lambda: office.shape("\n".join(prose.sentence() for _ in range(3)), "body")  # noqa: E731
    return tuple(
        office.slide(
            office.shape(f"{prose.word()} {n}", "title") + body() + office.shape(str(n), "sldNum")
        )
        for n in range(1, prose.chance.randint(3, 5))
    )


def slide_plants(prose: Prose) -> Iterator[Planted]:
    shown = slides(prose)
    hidden = office.slide(office.shape(prose.lost())).replace("<p:sld ", '<p:sld show="0" ', 1)
    yield "hidden slide", office.pptx((*shown, hidden)), HIDDEN
    yield "speaker's notes", office.pptx(shown, notes=prose.lost()), ("speaker_notes_left_out",)
    novel = shown[0].replace(
        "</p:spTree>", f"<p:novel>{office.shape(prose.lost())}</p:novel></p:spTree>"
    )
    yield "unknown container", office.pptx((novel, *shown[1:])), LOST
    parts = office.pptx_parts(shown)
    del parts[f"ppt/slides/slide{len(shown)}.xml"]
    yield "missing slide", office.zipped(parts), PART
    parts = office.pptx_parts(shown)
    _relations(parts, "ppt/slides/slide1.xml", "comments", "../comments/c1.xml")
    parts["ppt/comments/c1.xml"] = (
        f'{office.HEAD}<p:cmLst xmlns:p="{office.P}"><p:cm><p:text>{prose.lost()}</p:text></p:cm></p:cmLst>'
    )
    yield "comment", office.zipped(parts), REMARKS
    parts = office.pptx_parts(shown)
    _relations(parts, "ppt/slides/slide1.xml", "oleObject", "../embeddings/o.bin")
    parts["ppt/embeddings/o.bin"] = b"\0"
    yield "embedded file", office.zipped(parts), EMBEDDED


def rows(prose: Prose, hidden: str = "") -> str:
    def row(number: int, more: str = "") -> str:
        cells = (
            office.text_cell(f"A{number}", prose.sentence())
            + f'<c r="B{number}"><v>{number / 2}</v></c>'
        )
        return f'<row r="{number}"{more}>{cells}</row>'

    count = prose.chance.randint(3, 6)
    head = (
        f'<row r="1">{office.text_cell("A1", prose.word())}{office.text_cell("B1", "Rate")}</row>'
    )
    return head + "".join(row(n) for n in range(2, count)) + (row(count, hidden) if hidden else "")


def sheet_plants(prose: Prose) -> Iterator[Planted]:
    yield "hidden row", office.xlsx(rows(prose, ' hidden="1"')), HIDDEN
    yield "hidden sheet", office.xlsx(rows(prose), state="hidden"), HIDDEN
    parts = office.xlsx_parts(rows(prose))
    at = "xl/worksheets/sheet1.xml"
    parts[at] = str(parts[at]).replace(
        "<sheetData>", '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
    )
    yield "hidden column", office.zipped(parts), HIDDEN
    formula = '<row r="9"><c r="A9" t="str"><f>SUM(B2:B3)</f></c><c r="B9"><f>B2*2</f></c></row>'
    yield (
        "formula without its result",
        office.xlsx(rows(prose) + formula),
        ("formulas_not_calculated",),
    )
    parts = office.xlsx_parts(rows(prose))
    del parts["xl/worksheets/sheet2.xml"]
    yield "missing sheet", office.zipped(parts), PART
    parts = office.xlsx_parts(rows(prose))
    _relations(parts, at, "comments", "../comments1.xml")
    parts["xl/comments1.xml"] = (
        f'{office.HEAD}<comments xmlns="{office.S}"><commentList><comment ref="A1"><text><t>{prose.lost()}</t></text>'
        "</comment></commentList></comments>"
    )
    yield "comment", office.zipped(parts), REMARKS


def odf_text(prose: Prose, extra: str = "") -> str:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"<text:p>{prose.word()}</text:p></text:note-body></text:note>"
    )
    items = "".join(
        f"<text:list-item><text:p>{prose.sentence()}</text:p></text:list-item>" for _ in range(3)
    )
    cells = "".join(
        f"<table:table-cell><text:p>{prose.word()}</text:p></table:table-cell>" for _ in range(2)
    )
    table = f"<table:table>{f'<table:table-row>{cells}</table:table-row>' * 2}</table:table>"
    half = f"<text:p>Photo<text:span>synthesis</text:span>{note} goes on.</text:p>"
    return f'<text:h text:outline-level="1">{prose.word()}</text:h><text:p>{prose.sentences()}</text:p>{half}<text:list>{items}</text:list>{table}{extra}'


HIDING = (
    '<style:style style:name="gone" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="dp" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
)


def odf_plants(prose: Prose) -> Iterator[Planted]:
    def text(extra: str) -> bytes:
        return office.odf(odf_text(prose, extra), styles=HIDING)

    said = f"<text:p>{prose.lost()}</text:p>"
    yield (
        "comment",
        text(f"<text:p>Seen.<office:annotation>{said}</office:annotation></text:p>"),
        REMARKS,
    )
    yield (
        "hidden section",
        text(f'<text:section text:display="none" text:name="x">{said}</text:section>'),
        HIDDEN,
    )
    yield (
        "hidden paragraph",
        text(f'<text:p text:style-name="gone">{prose.lost()}</text:p>'),
        HIDDEN,
    )
    yield "unknown container", text(f"<text:novel>{said}</text:novel>"), LOST


def ods(prose: Prose, *, style: str = "", row: str = "") -> bytes:
    def line(more: str = "") -> str:
        cells = "".join(
            f"<table:table-cell><text:p>{prose.sentence()}</text:p></table:table-cell>"
            for _ in range(2)
        )
        return f"<table:table-row{more}>{cells}</table:table-row>"

    first = (
        f'<table:table table:name="Rates">{line()}{line()}{line(row) if row else ""}</table:table>'
    )
    second = f'<table:table table:name="Second"{style}>{line()}</table:table>'
    return office.odf(first + second, "spreadsheet", HIDING)


def odp(prose: Prose, last: str = "", *, hidden: bool = False) -> bytes:
    def page(inner: str, more: str = "") -> str:
        box = f"<draw:frame><draw:text-box><text:p>{prose.sentence()}</text:p></draw:text-box></draw:frame>"
        return f"<draw:page{more}>{box}{inner}</draw:page>"

    end = page("", ' draw:style-name="dp"') if hidden else page(last)
    return office.odf(page("") + page("") + end, "presentation", HIDING)


def more_odf_plants(prose: Prose) -> Iterator[tuple[str, *Planted]]:
    yield "ods", "hidden sheet", ods(prose, style=' table:style-name="off"'), HIDDEN
    yield "ods", "hidden row", ods(prose, row=' table:visibility="collapse"'), HIDDEN
    yield "odp", "hidden slide", odp(prose, hidden=True), HIDDEN
    notes = (
        "<presentation:notes><draw:frame><draw:text-box>"
        f"<text:p>{prose.lost()}</text:p></draw:text-box></draw:frame></presentation:notes>"
    )
    yield "odp", "speaker's notes", odp(prose, notes), ("speaker_notes_left_out",)


Maker = Callable[[Prose], bytes]
SOUND: dict[str, Maker] = {
    "docx": lambda prose: office.zipped(word_parts(prose)),
    "pptx": lambda prose: office.pptx(slides(prose)),
    "xlsx": lambda prose: office.xlsx(rows(prose)),
    "odt": lambda prose: office.odf(odf_text(prose)),
    "ods": ods,
    "odp": odp,
}


def planted(prose: Prose) -> Iterator[tuple[str, *Planted]]:
    """Format, kind of loss, bytes and the codes that must be warned of."""
    for label, plants in (
        ("docx", word_plants),
        ("pptx", slide_plants),
        ("xlsx", sheet_plants),
        ("odt", odf_plants),
    ):
        for plant in plants(prose):
            yield label, *plant
    yield from more_odf_plants(prose)
