"""Kinds of loss that no rule of a reader was written with in mind: each was thought of after the readers stood."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.ledger.cases import Prose
from benchmarks.ledger.office_cases import (
    EMBEDDED,
    HIDDEN,
    LOST,
    PART,
    REMARKS,
    Maker,
    Planted,
    odp,
    ods,
    rows,
    slides,
    word_parts,
)
from benchmarks.ledger.text_cases import article, book, message, notebook, page
from tests.hostile.builders import office_files as office
from tests.hostile.builders.pictured_files import word_drawing, word_line

PICTURES = ("pictures_left_out",)


def word_plants(prose: Prose) -> Iterator[Planted]:
    white = office.word_paragraph(prose.lost(), run='<w:color w:val="FFFFFF"/>')
    yield "white on white", office.zipped(word_parts(prose, white)), HIDDEN
    gone = word_parts(prose, word_line(word_drawing("rId77", "A tide")))
    yield (
        "picture that is not there",
        office.zipped(_related(gone, "image", "media/gone.png")),
        PICTURES,
    )
    drawn = word_parts(prose, word_line(word_drawing("rId77", "A tide")))
    drawn["word/media/a.emf"] = b"\1\0\0\0" + bytes(36) + b" EMF" + bytes(60)
    yield "drawing of Windows", office.zipped(_related(drawn, "image", "media/a.emf")), PICTURES
    inner = f'<w:p><w:subDoc xmlns:r="{office.R}" r:id="rId77"/></w:p>'
    parts = word_parts(prose, inner)
    yield "document taken in", office.zipped(parts), EMBEDDED
    picture = f'<w:p><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:novel><w:r><w:t>{prose.lost()}</w:t></w:r></v:novel></w:pict></w:p>'
    yield "unknown form of a drawing", office.zipped(word_parts(prose, picture)), LOST
    table = f"<w:tbl><w:tr><w:novel><w:tc>{office.word_paragraph(prose.lost())}</w:tc></w:novel></w:tr></w:tbl>"
    yield "unknown wrapper of cells", office.zipped(word_parts(prose, table)), LOST


def _related(parts: office.Parts, kind: str, target: str) -> office.Parts:
    at = "word/_rels/document.xml.rels"
    entry = f'<Relationship Id="rId77" Type="{office.R}/{kind}" Target="{target}"/></Relationships>'
    before = str(parts.get(at) or office.relations())
    return parts | {at: before.replace("</Relationships>", entry)}


def sheet_and_slide_plants(prose: Prose) -> Iterator[tuple[str, *Planted]]:
    very = office.xlsx(rows(prose), state="veryHidden")
    yield "xlsx", "sheet that only a macro shows", very, HIDDEN
    remark = (
        f"<table:table-cell><office:annotation><text:p>{prose.lost()}</text:p></office:annotation>"
    )
    yield "ods", "remark", _changed(ods(prose), "<table:table-cell>", remark), REMARKS
    column = '<table:table table:name="Rates"><table:table-column table:visibility="collapse"/>'
    yield (
        "ods",
        "hidden column",
        _changed(ods(prose), '<table:table table:name="Rates">', column),
        HIDDEN,
    )
    yield (
        "odp",
        "remark",
        odp(prose, f"<office:annotation><text:p>{prose.lost()}</text:p></office:annotation>"),
        REMARKS,
    )
    shown = slides(prose)
    table = f"<a:tbl><a:novel><a:tr><a:tc><a:txBody><a:p><a:r><a:t>{prose.lost()}</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:novel></a:tbl>"
    frame = f"<p:graphicFrame><a:graphic><a:graphicData>{table}</a:graphicData></a:graphic></p:graphicFrame></p:spTree>"
    novel = shown[0].replace("</p:spTree>", frame)
    yield "pptx", "unknown wrapper of rows", office.pptx((novel, *shown[1:])), LOST


def _changed(data: bytes, before: str, after: str) -> bytes:
    """An OpenDocument file with the first place of its content changed."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: office.Parts = {name: archive.read(name) for name in archive.namelist()}
    content = parts["content.xml"]
    assert isinstance(content, bytes)
    parts["content.xml"] = content.decode().replace(before, after, 1)
    return office.zipped(parts)


def page_plants(prose: Prose) -> Iterator[Planted]:
    for kind, style in (
        ("see-through", "opacity:0"),
        ("of no size", "font-size:0"),
        ("off the screen", "position:absolute;left:-9999px"),
        ("clipped away", "position:absolute;clip:rect(0,0,0,0)"),
        ("indented away", "text-indent:-9999px"),
    ):
        yield kind, page(prose, f'<p style="{style}">{prose.lost()} {prose.sentence()}</p>'), HIDDEN


def text_plants(prose: Prose) -> Iterator[tuple[str, *Planted]]:
    parts = book(prose)
    first = next(name for name in parts if name.endswith(".xhtml"))
    figure = "<figure><img src='images/gone.png' alt='A tide'/><figcaption>Figure 1: The tide.</figcaption></figure></body>"
    yield (
        "epub",
        "picture that is not there",
        office.zipped(
            parts | {first: str(parts[first]).replace("</body>", figure)}, stored=("mimetype",)
        ),
        PICTURES,
    )
    yield (
        "epub",
        "chapter of no words",
        office.zipped(parts | {first: "<html"}, stored=("mimetype",)),
        PART,
    )
    broken = {
        "cell_type": "code",
        "source": "plot()",
        "outputs": [{"output_type": "display_data", "data": {"image/png": "AAAA"}}],
    }
    yield "ipynb", "picture that cannot be read", notebook(prose, broken), PICTURES
    widget = {
        "cell_type": "code",
        "source": "w",
        "outputs": [
            {
                "output_type": "display_data",
                "data": {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}},
            }
        ],
    }
    yield "ipynb", "what only a program shows", notebook(prose, widget), EMBEDDED
    yield (
        "jats",
        "picture that is not there",
        article(
            prose, '<fig><caption><p>The tide.</p></caption><graphic xlink:href="gone.png"/></fig>'
        ),
        PICTURES,
    )
    yield (
        "eml",
        "white on white",
        message(prose, html=f'<p>{prose.sentences()}</p><p style="color:white">{prose.lost()}</p>'),
        HIDDEN,
    )


def planted(prose: Prose) -> Iterator[tuple[str, *Planted]]:
    """Format, kind of loss, bytes and the codes that must be warned of."""
    for plant in word_plants(prose):
        yield "docx", *plant
    yield from sheet_and_slide_plants(prose)
    for plant in page_plants(prose):
        yield "html", *plant
    yield from text_plants(prose)


SOUND: dict[str, Maker] = {}
