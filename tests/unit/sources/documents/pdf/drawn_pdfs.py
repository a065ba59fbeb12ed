"""Builds small PDF files by hand: a few pages of text in the standard fonts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

FONTS = {
    "F1": "Helvetica",
    "F2": "Helvetica-Bold",
    "F3": "Helvetica-Oblique",
    "F4": "Courier",
    "F5": "Symbol",
}
WIDTH, HEIGHT = 595, 842


@dataclass
class Sheet:
    """One page under construction; `y` is measured from the top, as in the reader."""

    parts: list[str] = field(default_factory=list)
    rotate: int = 0
    wide: bool = False  # as a slide is; `y` is measured from its top, too
    fields: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, *, size: float = 10, font: str = "F1") -> Sheet:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.parts.append(f"BT /{font} {size} Tf {x} {HEIGHT - y} Td ({escaped}) Tj ET")
        return self

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        *,
        size: float = 10,
        font: str = "F1",
        leading: float = 12,
    ) -> Sheet:
        for number, line in enumerate(lines):
            self.text(x, y + number * leading, line, size=size, font=font)
        return self

    def fill_in(
        self, box: tuple[float, float, float, float], value: str, more: str = "/FT /Tx"
    ) -> Sheet:
        """A filled field of a form; the box is measured from the top, `more` are further entries."""
        left, top, right, bottom = box
        self.fields.append(
            f"<< /Type /Annot /Subtype /Widget /T (f{len(self.fields)}) /V {value} /F 4"
            f" /Rect [{left} {HEIGHT - bottom} {right} {HEIGHT - top}] /DA (/F1 11 Tf 0 g) {more} >>"
        )
        return self

    def draw(self, operators: str) -> Sheet:
        self.parts.append(operators)
        return self


def build_pdf(
    sheets: Sequence[Sheet],
    *,
    info: str = "",
    figure: str = "",
    strong_face: str = "Serif",
    pitch: int = 0,
    alphabet: str = "",
    unnamed: Sequence[int] = (),
) -> bytes:
    """The bytes of a PDF with these pages; `figure` is a form object that pages may draw as /Fig.

    F5 is a face with the name `strong_face` whose stems are as wide as those of a bold one; it
    says that it has a fixed pitch where `pitch` is 1. F6 is Helvetica, whose signs from A on are
    said to be the characters of `alphabet`. U0, U1 … are fonts without
    a name, as browsers embed fonts of the web, for the same characters, each of them so wide.
    """
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
        for name, base in FONTS.items()
    )
    behind = 3 + 2 * len(sheets) + bool(figure) + sum(len(sheet.fields) for sheet in sheets)
    fonts += (
        f" /F5 << /Type /Font /Subtype /TrueType /BaseFont /{strong_face} /FirstChar 32 /LastChar 127"
        f" /Widths [{'500 470 ' * 48}] /Encoding /WinAnsiEncoding /FontDescriptor <<"
        f" /Type /FontDescriptor /FontName /{strong_face} /Flags {34 + pitch} /FontBBox [0 -200 1000 800]"
        " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 150 >> >>"
    )
    if alphabet:
        fonts += (
            f" /F6 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {behind} 0 R >>"
        )
    fonts += "".join(_unnamed_font(f"U{n}", width, behind) for n, width in enumerate(unnamed))
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(sheets)))
    drawable = f"/XObject << /Fig {3 + 2 * len(sheets)} 0 R >>" if figure else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {_form(sheets, bool(figure))} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>",
    ]
    for number, sheet in enumerate(sheets):
        content = "\n".join(sheet.parts)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {_media_box(sheet)} /Rotate {sheet.rotate}"
            f" /Contents {4 + 2 * number} 0 R /Resources << /Font << {fonts} >> {drawable} >>"
            f" /Annots [{_references(sheets, number, bool(figure))}] >>"
        )
        length = len(content.encode("cp1252"))
        objects.append(f"<< /Length {length} >>\nstream\n{content}\nendstream")
    if figure:
        objects.append(figure)
    objects += [entry for sheet in sheets for entry in sheet.fields]
    if alphabet:
        objects.append(_to_unicode(alphabet))
    objects.append(f"<< {info} >>")
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body.encode("cp1252") + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(out)


def _unnamed_font(key: str, width: int, to_unicode: int) -> str:
    return (
        f" /{key} << /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [.001 0 0 .001 0 0]"
        f" /CharProcs << >> /Encoding << /Type /Encoding /Differences [] >> /FirstChar 32 /LastChar 122"
        f" /Widths [{f'{width} ' * 91}] /ToUnicode {to_unicode} 0 R >>"
    )


def _media_box(sheet: Sheet) -> str:
    return f"[0 {HEIGHT - WIDTH} {HEIGHT} {HEIGHT}]" if sheet.wide else f"[0 0 {WIDTH} {HEIGHT}]"


def _to_unicode(alphabet: str) -> str:
    """A character map that gives the codes from A on the characters of an alphabet."""
    pairs = "\n".join(
        f"<{65 + n:02X}> <{character.encode('utf-16-be').hex()}>"
        for n, character in enumerate(alphabet)
    )
    content = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(alphabet)} beginbfchar\n{pairs}\n"
        "endbfchar endcmap end end"
    )
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _references(sheets: Sequence[Sheet], number: int, figure: bool) -> str:
    """References to the fields of one page, which stand behind all pages and the figure."""
    first = 3 + 2 * len(sheets) + figure + sum(len(sheet.fields) for sheet in sheets[:number])
    return " ".join(f"{first + n} 0 R" for n in range(len(sheets[number].fields)))


def _form(sheets: Sequence[Sheet], figure: bool) -> str:
    fields = " ".join(_references(sheets, number, figure) for number in range(len(sheets)))
    return f"/AcroForm << /Fields [{fields}] >>" if fields.strip() else ""


def write_pdf(
    folder: Path,
    *sheets: Sheet,
    info: str = "",
    figure: str = "",
    strong_face: str = "Serif",
    pitch: int = 0,
    alphabet: str = "",
) -> Path:
    """Write a PDF with these pages into a folder."""
    path = folder / "made.pdf"
    path.write_bytes(
        build_pdf(
            sheets,
            info=info,
            figure=figure,
            strong_face=strong_face,
            pitch=pitch,
            alphabet=alphabet,
        )
    )
    return path
