"""The chapter as files: a page with its pictures in a ZIP file, a book (EPUB), a Word document, Markdown in a ZIP file."""

from __future__ import annotations

import re

from tests.figured_chapter.content import TITLE, Figure, Formula, Part, chapter
from tests.hostile.builders import office_files as office
from tests.hostile.builders.pictured_files import media, word_drawing, word_line
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing

BOLD = re.compile(r"\*\*(.+?)\*\*")
ORNAMENT = bytes_of(drawing(300, 200, seed=99))


def as_page() -> bytes:
    """A page saved with its pictures, as browsers save it: navigation, adverts and a logo around the text."""
    body = "".join(_html(part, "wave_files/") for part in chapter())
    page = (
        f"<!DOCTYPE html><html lang=en><head><title>{TITLE} | Coast School</title></head><body><header><a href=/>"
        "<img class=logo src=wave_files/ornament.png alt='Coast School'></a><nav><ul><li><a href=/a>Courses</a></li>"
        "<li><a href=/b>About us</a></li></ul></nav></header><main><article>"
        f"<h1>{TITLE}</h1>{body}</article></main><aside class=related><h2>Related posts</h2><div class=card>"
        "<img src=wave_files/ornament.png alt='Boats'><a href=/c>Boats of the north</a></div></aside>"
        "<footer><p>Coast School, all rights reserved</p><img src=wave_files/ornament.png alt='Seal'></footer></body></html>"
    )
    return office.zipped({"wave.html": page, **_pictures("wave_files/")})


def as_book() -> bytes:
    """A book of one chapter, with a cover."""
    body = f"<h1>{TITLE}</h1>" + "".join(_html(part, "images/") for part in chapter())
    parts = office.epub_parts("<p><img src='images/ornament.png' alt='Cover'/></p>", body)
    item = (
        '<item id="cv" href="images/ornament.png" media-type="image/png" properties="cover-image"/>'
    )
    opf = str(parts["OEBPS/book.opf"])
    parts["OEBPS/book.opf"] = opf.replace("<manifest>", f"<manifest>{item}")
    return office.zipped(parts | _pictures("OEBPS/images/"), stored=("mimetype",))


def as_word() -> bytes:
    """A Word document with captions as Word writes them, and a picture in the header of its pages."""
    body = office.word_paragraph(TITLE, "Titel") + "".join(map(_word, chapter()))
    parts = office.docx_parts(body)
    figures = [part.figure for part in chapter() if part.figure]
    pictures = {f"f{figure.number}": figure.data for figure in figures}
    parts |= media("word/", "word/_rels/document.xml.rels", pictures, parts)
    parts["word/header1.xml"] = (
        f'<w:hdr xmlns:w="{office.W}">{word_line(word_drawing("f1", "Letterhead"))}</w:hdr>'
    )
    return office.zipped(parts)


def as_markdown() -> bytes:
    """A Markdown text with its pictures."""
    body = "\n\n".join(_markdown(part) for part in chapter())
    return office.zipped({"wave.md": f"# {TITLE}\n\n{body}\n", **_pictures("img/")})


def _pictures(folder: str) -> office.Parts:
    figures = [part.figure for part in chapter() if part.figure]
    named: office.Parts = {f"{folder}{figure.name}": figure.data for figure in figures}
    return named | {f"{folder}ornament.png": ORNAMENT}


def _html(part: Part, folder: str) -> str:
    if part.figure:
        figure = part.figure
        return (
            f'<figure id="fig{figure.number}"><img src="{folder}{figure.name}" alt="{figure.alt}"/>'
            f"<figcaption>{figure.caption}</figcaption></figure>"
        )
    if part.formula:
        return f"<p>{_mathml(part.formula)}</p>"
    if part.item:
        return f"<ul><li>{_bold(part.text, '<strong>{}</strong>')}</li></ul>"
    return (
        f"<h2>{part.heading}</h2>"
        if part.heading
        else f"<p>{_bold(part.text, '<strong>{}</strong>')}</p>"
    )


def _bold(text: str, form: str) -> str:
    """The text with what stands between asterisks in the form of bold text."""
    return BOLD.sub(lambda found: form.format(found[1]), text)


def _mathml(formula: Formula) -> str:
    name, base, value = (f"<mi>{part}</mi>" for part in formula.parts)
    value = value.replace("mi>", "mn>")
    fraction = f"<mfrac>{base}{value}</mfrac>"
    forms = (
        f"<msup>{base}{value}</msup>",
        fraction,
        f"<msqrt>{base}<mo>+</mo>{value}</msqrt>",
        f"<msub>{base}{value}</msub>",
        f"<msup><mrow><mo>(</mo>{fraction}<mo>)</mo></mrow><mn>2</mn></msup>",
    )
    return (
        '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">'
        f"{name}<mo>=</mo>{forms[formula.number % 5]}</math>"
    )


def _word(part: Part) -> str:
    if part.figure:
        return _word_figure(part.figure)
    if part.formula:
        return f"<w:p><m:oMathPara><m:oMath>{_omml(part.formula)}</m:oMath></m:oMathPara></w:p>"
    if part.heading:
        return office.word_paragraph(part.heading, "berschrift1")
    run = '<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>'.format
    pieces = BOLD.split(part.text)  # every second one is bold
    runs = "".join(
        run("<w:rPr><w:b/></w:rPr>" if n % 2 else "", text) for n, text in enumerate(pieces) if text
    )
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'
    return f"<w:p>{listed if part.item else ''}{runs}</w:p>"


def _omml(formula: Formula) -> str:
    run = "<m:r><m:t>{}</m:t></m:r>".format
    name, base, value = map(run, formula.parts)
    fraction = f"<m:f><m:num>{base}</m:num><m:den>{value}</m:den></m:f>"
    forms = (
        f"<m:sSup><m:e>{base}</m:e><m:sup>{value}</m:sup></m:sSup>",
        fraction,
        f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:e>{base}{run("+")}{value}</m:e></m:rad>',
        f"<m:sSub><m:e>{base}</m:e><m:sub>{value}</m:sub></m:sSub>",
        f"<m:sSup><m:e><m:d><m:e>{fraction}</m:e></m:d></m:e><m:sup>{run('2')}</m:sup></m:sSup>",
    )
    return f"{name}{run('=')}{forms[formula.number % 5]}"


def _word_figure(figure: Figure) -> str:
    """Every third picture is anchored in its caption, the others stand in a line above it."""
    number = (
        f'<w:fldSimple w:instr=" SEQ Figure "><w:r><w:t>{figure.number}</w:t></w:r></w:fldSimple>'
    )
    words = figure.caption.removeprefix(f"Figure {figure.number}")
    anchored = figure.number % 3 == 0
    shown = word_drawing(f"f{figure.number}", figure.alt, kind="anchor" if anchored else "inline")
    caption = ("Figure ", number, words)
    if anchored:
        return word_line(shown, *caption, style="Caption")
    return word_line(shown) + word_line(*caption, style="Caption")


def _markdown(part: Part) -> str:
    if part.figure:
        return f"![{part.figure.alt}](img/{part.figure.name})\n\n{part.figure.caption}"
    if part.formula:
        return f"$${part.formula.tex}$$"
    if part.item:
        return f"- {part.text}"
    return f"## {part.heading}" if part.heading else part.text
