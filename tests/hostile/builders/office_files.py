"""Builds small, sound Office files and books from their XML; tests then spoil them."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "application/vnd.openxmlformats-officedocument"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

SENTENCE = "Enzymes are proteins that speed up the reactions of a living cell."

Parts = dict[str, str | bytes]


def zipped(parts: Parts, *, stored: tuple[str, ...] = ()) -> bytes:
    """A ZIP file of the parts, in order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def content_types(main: str, kind: str) -> str:
    return (
        f'{HEAD}<Types xmlns="{TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{OFFICE}.{kind}.main+xml"/></Types>'
    )


def relations(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{entries}</Relationships>'


def core(title: str = "", creator: str = "", created: str = "") -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{RELATIONS.replace("relationships", "metadata/core-properties")}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        f"<dcterms:created>{created}</dcterms:created></cp:coreProperties>"
    )


def word_paragraph(text: str, style: str = "", properties: str = "", run: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f"<w:p><w:pPr>{named}{properties}</w:pPr>"
        f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


WORD_STYLES = (
    f'{HEAD}<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="My section"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="Source Code"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>'
    "</w:styles>"
)
WORD_NUMBERING = (
    f'{HEAD}<w:numbering xmlns:w="{W}">'
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    "</w:numbering>"
)


def word_document(body: str) -> str:
    return (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:m="{M}" xmlns:mc="{MC}" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<w:body>{body}</w:body></w:document>"
    )


def docx_parts(body: str = word_paragraph(SENTENCE), **more: str | bytes) -> Parts:
    """The parts of a Word file; `more` replaces or adds parts by name without its folder."""
    parts: Parts = {
        "[Content_Types].xml": content_types("word/document.xml", "wordprocessingml.document"),
        "_rels/.rels": relations(
            ("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml")
        ),
        "docProps/core.xml": core("Enzymes", "Ada Lovelace; Alan Turing", "2024-05-06T07:08:09Z"),
        "word/document.xml": word_document(body),
        "word/styles.xml": WORD_STYLES,
        "word/numbering.xml": WORD_NUMBERING,
        "word/_rels/document.xml.rels": relations(
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            ("footnotes", "footnotes.xml"),
            ("comments", "comments.xml"),
            ("chart", "charts/chart1.xml"),
        ),
    }
    return parts | more


def docx(body: str = word_paragraph(SENTENCE), **more: str | bytes) -> bytes:
    return zipped(docx_parts(body, **{name.replace("__", "/"): v for name, v in more.items()}))


def slide(shapes: str) -> str:
    return (
        f'{HEAD}<p:sld xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"><p:cSld><p:spTree>'
        f"{shapes}</p:spTree></p:cSld></p:sld>"
    )


def shape(text: str, kind: str = "", properties: str = "") -> str:
    holder = f'<p:ph type="{kind}"/>' if kind else ""
    paragraphs = "".join(
        f"<a:p><a:pPr>{properties}</a:pPr><a:r><a:t>{line}</a:t></a:r></a:p>"
        for line in text.split("\n")
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:nvPr>{holder}</p:nvPr></p:nvSpPr>'
        f"<p:txBody>{paragraphs}</p:txBody></p:sp>"
    )


def pptx_parts(slides: tuple[str, ...] = (), notes: str = "") -> Parts:
    slides = slides or (slide(shape("Enzymes", "title") + shape(SENTENCE, "body")),)
    parts: Parts = {
        "[Content_Types].xml": content_types("ppt/presentation.xml", "presentationml.presentation"),
        "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": (
            f'{HEAD}<p:presentation xmlns:p="{P}" xmlns:r="{R}"><p:sldIdLst>'
            + "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in range(1, len(slides) + 1))
            + "</p:sldIdLst></p:presentation>"
        ),
        "ppt/_rels/presentation.xml.rels": relations(
            *(("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1))
        ),
    }
    for number, text in enumerate(slides, 1):
        parts[f"ppt/slides/slide{number}.xml"] = text
    if notes:
        parts["ppt/slides/_rels/slide1.xml.rels"] = relations(
            ("notesSlide", "../notesSlides/notesSlide1.xml")
        )
        parts["ppt/notesSlides/notesSlide1.xml"] = slide(shape(notes, "body"))
    return parts


def pptx(slides: tuple[str, ...] = (), notes: str = "") -> bytes:
    return zipped(pptx_parts(slides, notes))


def sheet(rows: str, after: str = "") -> str:
    return f'{HEAD}<worksheet xmlns="{S}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def xlsx_parts(rows: str = "", after: str = "", strings: str = "", state: str = "visible") -> Parts:
    rows = rows or (
        f'<row r="1">{text_cell("A1", "Enzyme")}{text_cell("B1", "Rate")}</row>'
        f'<row r="2">{text_cell("A2", "Lipase")}<c r="B2"><v>12.5</v></c></row>'
    )
    return {
        "[Content_Types].xml": content_types("xl/workbook.xml", "spreadsheetml.sheet"),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{S}" xmlns:r="{R}"><sheets>'
            '<sheet name="Rates" sheetId="1" r:id="rId1"/>'
            f'<sheet name="Second" sheetId="2" state="{state}" r:id="rId2"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("worksheet", "worksheets/sheet2.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet(rows, after),
        "xl/worksheets/sheet2.xml": sheet(
            f'<row r="1">{text_cell("A1", "Of the second sheet")}</row>'
        ),
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{S}">{strings}</sst>',
        "xl/styles.xml": (
            f'{HEAD}<styleSheet xmlns="{S}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
            '<xf numFmtId="10"/></cellXfs></styleSheet>'
        ),
    }


def xlsx(rows: str = "", after: str = "", strings: str = "", state: str = "visible") -> bytes:
    return zipped(xlsx_parts(rows, after, strings, state))


ODF = "urn:oasis:names:tc:opendocument:xmlns"


def odf_content(body: str, kind: str = "text", styles: str = "") -> str:
    return (
        f'{HEAD}<office:document-content xmlns:office="{ODF}:office:1.0" '
        f'xmlns:text="{ODF}:text:1.0" xmlns:table="{ODF}:table:1.0" xmlns:draw="{ODF}:drawing:1.0" '
        f'xmlns:style="{ODF}:style:1.0" xmlns:presentation="{ODF}:presentation:1.0" '
        f'xmlns:fo="{ODF}:xsl-fo-compatible:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )


def odf_parts(body: str = "", kind: str = "text", styles: str = "") -> Parts:
    body = body or f"<text:p>{SENTENCE}</text:p>"
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": odf_content(body, kind, styles),
        "META-INF/manifest.xml": f'{HEAD}<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0"/>',
    }


def odf(body: str = "", kind: str = "text", styles: str = "") -> bytes:
    return zipped(odf_parts(body, kind, styles), stored=("mimetype",))


def epub_parts(*chapters: str, rights: str = "") -> Parts:
    texts = chapters or (f"<h1>Enzymes</h1><p>{SENTENCE}</p>",)
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(1, len(texts) + 1)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(1, len(texts) + 1))
    parts: Parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            f'{HEAD}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
        ),
        "OEBPS/book.opf": (
            f'{HEAD}<package xmlns="http://www.idpf.org/2007/opf" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Cell</dc:title>'
            "<dc:creator>Rosalind Franklin</dc:creator><dc:language>en</dc:language>"
            f"<dc:date>1952-05-06</dc:date><dc:rights>{rights}</dc:rights></metadata>"
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
        ),
    }
    for number, text in enumerate(texts, 1):
        parts[f"OEBPS/c{number}.xhtml"] = (
            f'{HEAD}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
            f"<body>{text}</body></html>"
        )
    return parts


def epub(*chapters: str, rights: str = "") -> bytes:
    return zipped(epub_parts(*chapters, rights=rights), stored=("mimetype",))
