"""Office files with pictures, from their XML: drawings of Word, slides, sheets and OpenDocument texts."""

from __future__ import annotations

from tests.hostile.builders.office_files import (
    Parts,
    R,
    docx_parts,
    pptx_parts,
    relations,
    slide,
    zipped,
)

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PICTURE = f'xmlns:pic="{DRAWING}/picture" xmlns:a="{DRAWING}/main" xmlns:r="{R}"'
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def blip(relation: str, crop: str = "") -> str:
    """A picture fill; `crop` are the attributes of its srcRect."""
    cut = f"<a:srcRect {crop}/>" if crop else ""
    return f'<pic:blipFill {PICTURE}><a:blip r:embed="{relation}"/>{cut}</pic:blipFill>'


def word_drawing(
    relation: str, alt: str = "", *, kind: str = "inline", crop: str = "", decorative: bool = False
) -> str:
    """A run with one picture, in its line or anchored ("anchor")."""
    extra = DECORATIVE if decorative else ""
    return (
        f'<w:r><w:drawing><wp:{kind} xmlns:wp="{DRAWING}/wordprocessingDrawing" {PICTURE}>'
        f'<wp:docPr id="1" name="Picture 1" descr="{alt}">{extra}</wp:docPr>'
        f"<a:graphic><a:graphicData><pic:pic>{blip(relation, crop)}</pic:pic></a:graphicData></a:graphic>"
        f"</wp:{kind}></w:drawing></w:r>"
    )


def word_line(*runs: str, style: str = "") -> str:
    """A paragraph of runs; what does not begin with a tag is the text of one."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inside = "".join(
        run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>'
        for run in runs
    )
    return f"<w:p>{named}{inside}</w:p>"


def pictured_docx(body: str, pictures: dict[str, bytes]) -> bytes:
    """A Word file; `pictures` by the relation that names each (and by file name, with the relation before "|")."""
    parts = docx_parts(body)
    parts |= media("word/", "word/_rels/document.xml.rels", pictures, parts)
    return zipped(parts)


def media(folder: str, rels: str, pictures: dict[str, bytes], parts: Parts) -> Parts:
    """The parts of pictures and the relations that name them, beside those that are there."""
    before = str(parts.get(rels) or relations())
    named = "".join(
        f'<Relationship Id="{relation}" Type="{R}/image" Target="media/{relation}.png"/>'
        for relation in pictures
    )
    made: Parts = {f"{folder}media/{relation}.png": data for relation, data in pictures.items()}
    made[rels] = before.replace("</Relationships>", f"{named}</Relationships>")
    return made


def slide_picture(
    relation: str, alt: str = "", *, at: tuple[int, int] = (0, 0), crop: str = ""
) -> str:
    """A picture on a slide at a place in EMU."""
    fill = blip(relation, crop).replace("pic:", "p:").replace(":pic=", ":pic2=")
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="4" name="x" descr="{alt}"/><p:nvPr/></p:nvPicPr>{fill}'
        f'<p:spPr><a:xfrm><a:off x="{at[0]}" y="{at[1]}"/><a:ext cx="900000" cy="900000"/></a:xfrm></p:spPr>'
        "</p:pic>"
    )


def pictured_pptx(slides: tuple[str, ...], pictures: dict[str, bytes]) -> bytes:
    """Slides of shapes; each slide may name any of the pictures."""
    parts = pptx_parts(tuple(slide(shapes) for shapes in slides))
    for number in range(1, len(slides) + 1):
        rels = f"ppt/slides/_rels/slide{number}.xml.rels"
        made = media("ppt/slides/", rels, pictures, parts)
        parts |= made
    return zipped(parts)
