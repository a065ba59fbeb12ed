"""Small sound files with some bytes changed are read or refused; nothing else ever happens."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from praxeo.adapters.sandbox.document_reader import extract
from praxeo.domain.errors import Refused
from praxeo.sources.documents.ocr.images import draw_scan
from praxeo.sources.documents.readers import read
from tests.hostile.builders import office_files as office
from tests.hostile.builders import pdf_files as pdfs
from tests.hostile.builders.pictured_files import pictured_docx, word_drawing, word_line
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing
from tests.unit.sources.documents.pictures.test_drawings import emf, stretched

MUTATIONS = 120
PDF_MUTATIONS = 6  # each in a process of its own
MARKDOWN = (
    b"---\ntitle: The Cell\n---\n# Enzymes\n\n- **one** `two`\n  1. three\n\n"
    b"| a | b |\n|---|---|\n| c | d |\n\n```python\nx = 1\n```\n\n> quote <b>raw</b>\n"
)
TEXT = "ENZYMES\n\nÀ propos — des protéines.\n\n  - one\n  - two\n\n    x = f(1);\n".encode()
HTML = (
    "<!doctype html><html lang=en><head><title>The Cell</title></head><body><article><h1>Enzymes</h1>"
    f"<p>{office.SENTENCE} <b>Twice</b>.</p><ul><li>one<li>two</ul><table><tr><th colspan=2>A<tr><td>1"
    "<td>2</table><pre><code>x = 1</code></pre><script>let a</script></article></body></html>"
).encode()
MAIL = (
    b'From: a\r\nTo: b\r\nSubject: =?utf-8?q?c=C3=A9?=\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    b"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The sea rises.</p>\r\n"
    b"--x\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nAAAA\r\n--x--\r\n"
)
CARDS = b'#separator:tab\n#html:true\n#tags column:3\n{{c1::Paris::city}} <b>is</b> \\(x\\)\t"a\nb"\tt\nc\td\te\n'
RST = (
    b".. _a:\n\nTides\n=====\n\nThe *sea* :math:`x^2` [1]_ |b|\n\n- one\n\n  1. two\n\nterm\n  Meaning.\n\n"
    b".. |b| replace:: c\n.. [1] Note.\n\n.. code-block:: python\n\n   x = 1\n\n+---+---+\n| a | b |\n+---+---+\n\n.. c\n"
)
TEX = (
    rb"\documentclass{article}\newcommand{\R}{\mathbb{R}}\title{T}\begin{document}\section{The sea}\label{a}"
    rb"It \emph{rises} $x \in \R$\footnote{Note.} \ref{a} \verb|x| % c"
    b"\n\n"
    rb"\begin{itemize}\item one\item[b] two\end{itemize}\begin{tabular}{ll}a&\multicolumn{2}{c}{b}\\ \hline c&d\end{tabular}"
    rb"\begin{lstlisting}[language=C]"
    b"\nx\n"
    rb"\end{lstlisting}\[x^2\]\SI{1}{\meter}\end{document}"
)
ADOC = (
    b"= Tides\nAda Example\n:a: b\n\n== Sea\n\nIt *rises* {a} footnote:[x] stem:[x^2].\n\n* one\n** two\n+\nmore\n\n"
    b'term:: Meaning.\n\n[cols="1,1",options=header]\n|===\n|a |b\n2+|c\n|===\n\n[source,c]\n----\nx\n----\n// y\n'
)

MADE = Path(__file__).parents[1] / "unit/sources/documents/office97/made"
ORG = (
    b"#+TITLE: Tides\n* TODO Sea :a:\nIt *rises* [fn:1] $x^2$ [[a][b]] {{{c}}}.\n- one\n  1. two\n- term :: Meaning.\n"
    b"| a | b |\n|---+---|\n| c | d |\n#+BEGIN_SRC c\nx\n#+END_SRC\n[fn:1] Note.\n# y\n* COMMENT z\n"
)

PICTURED = {"p1": bytes_of(drawing(120, 110)), "p2": emf(stretched(drawing(120, 110)))}
FOLDER: office.Parts = {
    "a.md": "# Tides\n\nThe sea rises.\n\n![A](a.png)\n\nFigure 1: The sea.\n",
    "a.png": PICTURED["p1"],
}
SOUND: dict[str, Callable[[], bytes]] = {
    "folder": lambda: office.zipped(FOLDER),
    "docx": lambda: pictured_docx(word_line("The sea.", *map(word_drawing, PICTURED)), PICTURED),
    "pptx": office.pptx,
    "xlsx": office.xlsx,
    "odt": office.odf,
    "epub": office.epub,
    "markdown": lambda: MARKDOWN,
    "txt": lambda: TEXT,
    "html": lambda: HTML,
    "doc": (MADE / "cell.doc").read_bytes,
    "ppt": (MADE / "cell.ppt").read_bytes,
    "rtf": (MADE / "cell.rtf").read_bytes,
    "xls": (MADE / "enzymes.xls").read_bytes,
    "eml": lambda: MAIL,
    "cards": lambda: CARDS,
    "rst": lambda: RST,
    "latex": lambda: TEX,
    "asciidoc": lambda: ADOC,
    "org": lambda: ORG,
}
MAIN_PARTS: dict[str, tuple[Callable[[], office.Parts], str]] = {
    "docx": (office.docx_parts, "word/document.xml"),
    "pptx": (office.pptx_parts, "ppt/slides/slide1.xml"),
    "xlsx": (office.xlsx_parts, "xl/worksheets/sheet1.xml"),
    "odt": (office.odf_parts, "content.xml"),
    "epub": (office.epub_parts, "OEBPS/c1.xhtml"),
}


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes with a few of them changed, cut out, doubled or swapped for telling values."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        at = dice.randrange(len(out) or 1)
        match dice.randrange(5):
            case 0:
                out[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del out[at : at + dice.choice((1, 4, 40))]
            case 2:
                out[at:at] = out[at : at + dice.choice((1, 8, 80))]
            case 3:
                out[at : at + 4] = dice.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"<w:p", b"&amp"))
            case _:
                out = out[: max(1, at)] if dice.randrange(8) == 0 else out
    return bytes(out)


def read_or_refuse(label: str, data: bytes, path: Path) -> bool:
    path.write_bytes(data)
    try:
        found = read(label, path)
    except Refused:
        return False
    assert all(block.text.strip() or block.picture for block in found.blocks)
    return True


@pytest.mark.parametrize("label", SOUND)
def test_a_file_with_changed_bytes_is_read_or_refused(label: str, tmp_path: Path) -> None:
    sound = SOUND[label]()
    dice = random.Random(zlib.crc32(label.encode()))
    assert read_or_refuse(label, sound, tmp_path / "sound")
    for _ in range(MUTATIONS):
        read_or_refuse(label, mutated(sound, dice), tmp_path / "file")


def test_a_pdf_with_changed_bytes_is_read_or_refused_by_its_process(tmp_path: Path) -> None:
    sound = pdfs.pdf(pdfs.objects())
    dice = random.Random(7)
    for _ in range(PDF_MUTATIONS):
        (tmp_path / "file").write_bytes(mutated(sound, dice))
        try:
            extract(tmp_path / "file", name="file.pdf")
        except Refused as refusal:
            codes = (
                "damaged",
                "damaged_pdf",
                "truncated",
                "no_text",
                "pdf_bomb",
                "wrong_type",
                "empty",
            )
            if refusal.code not in codes:
                raise


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "AVIF"])
def test_a_picture_with_changed_bytes_is_drawn_or_refused(kind: str, tmp_path: Path) -> None:
    data, path = io.BytesIO(), tmp_path / "file"
    drawing(120, 110).convert("RGB").save(data, kind)
    dice = random.Random(zlib.crc32(kind.encode()))
    drawn = 0
    for _ in range(MUTATIONS):
        path.write_bytes(mutated(data.getvalue(), dice))
        with suppress(Refused):
            drawn += draw_scan(path, 1).width > 0
    assert drawn < MUTATIONS


@pytest.mark.parametrize("label", MAIN_PARTS)
def test_a_file_with_changed_xml_is_read_or_refused(label: str, tmp_path: Path) -> None:
    build, name = MAIN_PARTS[label]
    dice = random.Random(zlib.crc32(name.encode()))
    was_read = 0
    for _ in range(MUTATIONS):
        parts = build()
        part = parts[name]
        assert isinstance(part, str)
        parts[name] = mutated(part.encode(), dice)
        was_read += read_or_refuse(label, office.zipped(parts), tmp_path / "file")
    assert was_read > MUTATIONS / 4
