"""PDF files: sound ones, and ones with something planted that their pages hold and a reader would lose."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.ledger.cases import Prose
from benchmarks.ledger.office_cases import EMBEDDED, HIDDEN, REMARKS, Maker, Planted
from tests.hostile.builders import pdf_files as pdf

LINE = 14


def _text(lines: list[str], top: int = 720) -> bytes:
    shown = (line.replace("(", r"\(").replace(")", r"\)") for line in lines)
    return b"".join(
        f"BT /F1 11 Tf 72 {top - LINE * at} Td ({line}) Tj ET\n".encode("latin-1")
        for at, line in enumerate(shown)
    )


def parts(prose: Prose, content: bytes = b"", resources: bytes = b"") -> pdf.Objects:
    lines = [prose.sentence() for _ in range(prose.chance.randint(6, 14))]
    return pdf.objects(_text(lines) + content, resources)


def _annotated(prose: Prose, annotation: bytes) -> bytes:
    made = parts(prose)
    made[3] = made[3].replace(b"/Contents", b"/Annots [6 0 R] /Contents")
    made[6] = b"<< /Type /Annot /Rect [72 100 300 130] " + annotation + b" >>"
    return pdf.pdf(made)


def planted(prose: Prose) -> Iterator[tuple[str, *Planted]]:
    """Format, kind of loss, bytes and the codes that must be warned of."""
    said = prose.lost().encode()
    for kind in (b"/Text", b"/FreeText", b"/Highlight"):
        remark = _annotated(prose, b"/Subtype " + kind + b" /Contents (" + said + b")")
        yield "pdf", f"remark {kind.decode()}", remark, REMARKS
    made = parts(prose)
    made[1] = (
        b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(q.csv) 7 0 R] >> >> >>"
    )
    made[7] = b"<< /Type /Filespec /F (q.csv) /UF (q.csv) /EF << /F 8 0 R >> >>"
    made[8] = pdf.stream(said, b"/Type /EmbeddedFile")
    yield "pdf", "attached file", pdf.pdf(made), EMBEDDED
    shown = b" BT /F1 11 Tf 72 200 Td (" + said + b") Tj ET"
    yield "pdf", "text that is not painted", pdf.pdf(parts(prose, b" BT 3 Tr ET" + shown)), HIDDEN
    yield "pdf", "white text", pdf.pdf(parts(prose, b" 1 1 1 rg" + shown)), HIDDEN
    yield (
        "pdf",
        "text off the page",
        pdf.pdf(parts(prose, shown.replace(b"72 200", b"2000 200"))),
        HIDDEN,
    )
    unknown = b" BT /F1 11 Tf 72 200 Td <" + b"0103040506070F10" * 3 + b"> Tj ET"
    yield "pdf", "signs without letters", pdf.pdf(parts(prose, unknown)), ("characters_unreadable",)
    yield "pdf", "scanned page", pdf.pdf(_with_scan(prose)), ("scanned_page",)


def _with_scan(prose: Prose) -> pdf.Objects:
    made = parts(prose)
    made[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    made[6] = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 7 0 R "
        b"/Resources << /XObject << /I 8 0 R >> >> >>"
    )
    made[7] = pdf.stream(b"612 0 0 792 0 0 cm /I Do")
    entries = b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"
    made[8] = pdf.stream(bytes(range(0, 256, 4)), entries)
    return made


def sound(prose: Prose) -> bytes:
    """Lines of text, sometimes with the tip of a link."""
    if prose.chance.random() < 0.5:
        return _annotated(prose, b"/Subtype /Link /Contents (Open)")
    return pdf.pdf(parts(prose))


SOUND: dict[str, Maker] = {"pdf": sound}
