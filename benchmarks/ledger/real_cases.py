"""Real files of a folder of corpora: as they are, and with something planted in their XML or HTML.

What a real file says of itself in plain words (a comment part, a hidden slide, `display:none`) may be warned of.
"""

from __future__ import annotations

import gzip
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2

from benchmarks.ledger.cases import Case, Prose

OFFICE = ("docx", "pptx", "xlsx", "odt")
IN_NAMES = (
    ("comments", re.compile(r"comments?\d*\.xml$"), "comments_left_out"),
    ("notes", re.compile(r"notesSlide\d+\.xml$"), "speaker_notes_left_out"),
    (
        "embedded",
        re.compile(r"/(?:embeddings|media)/.*\.(?!png|jpe?g|gif)\w+$|oleObject"),
        "embedded_left_out",
    ),
    ("pictures", re.compile(r"/media/|Pictures/"), "pictures_left_out"),
)
IN_OFFICE = (
    (
        re.compile(rb'<w:(?:d?strike)\b|strike="(?:sng|dbl)Strike"|text-line-through'),
        "struck_text_left_out",
    ),
    (
        re.compile(
            rb'w:vanish|show="0"|state="(?:veryH|h)idden"|hidden="1"|w:sz w:val="[12]"|text:display="none"|visibility="(?:collapse|filter)"'
        ),
        "hidden_text_removed",
    ),
    (re.compile(rb"office:annotation"), "comments_left_out"),
    (re.compile(rb"<f[ >]"), "formulas_not_calculated"),
    (re.compile(rb"<(?:v:imagedata|a:blip|draw:image)"), "pictures_left_out"),
    (re.compile(rb"r:link=|TargetMode=\"External\""), "pictures_left_out"),
    (re.compile(rb"altChunk"), "part_not_read"),
)
IN_PAGES = (
    (
        re.compile(
            r"display\s*:\s*none|visibility|opacity|hidden|-\d{4,}px|noscript|font-size\s*:\s*0|clip|scale\(|color|aria-",
            re.I,
        ),
        "hidden_text_removed",
    ),
    (re.compile(r"<(?:del|s|strike)\b|line-through", re.I), "struck_text_left_out"),
    (re.compile(r"srcdoc", re.I), "embedded_left_out"),
    (re.compile(r"<img|<picture|<svg", re.I), "pictures_left_out"),
)
IN_PDFS = frozenset(
    {
        "figure_text_left_out",
        "hidden_text_removed",
        "pictures_left_out",
        "scanned_page",
        "damaged_file",
    }
)


def real_cases(corpora: Path, chance: random.Random, pages: int) -> Iterator[Case]:
    """The office files, PDFs and a choice of the web pages below `corpora`, half of those that can be spoilt spoilt."""
    prose = Prose(chance)
    for path in sorted((corpora / "office" / "files").glob("*")):
        label = path.suffix[1:]
        if label in OFFICE:
            data = path.read_bytes()
            allowed = _allowed_in_office(data)
            yield Case(name=path.name, format=label, data=data, allowed=allowed)
            if (spoilt := _spoilt_office(label, data, prose)) is not None:
                yield Case(
                    name=f"{path.name}+",
                    format=label,
                    data=spoilt,
                    kind="real: unknown container",
                    codes=("text_lost",),
                )
    for path in sorted((corpora / "pdf" / "pdf").glob("*.pdf")):
        data = path.read_bytes()
        own = {"embedded_left_out"} if b"EmbeddedFile" in data else set()
        own |= (
            {"comments_left_out"}
            if re.search(rb"/Subtype\s*/(?:Text|FreeText|Highlight|Stamp)\b", data)
            else set()
        )
        own |= {"characters_unreadable"} if "\ufffd" in _pdf_text(data) else set()
        yield Case(name=path.name, format="pdf", data=data, allowed=IN_PDFS | own)
    found = sorted((corpora / "web" / "pages").glob("*.html.gz"))
    for path in chance.sample(found, min(pages, len(found))):
        data = gzip.decompress(path.read_bytes())
        text = data.decode("utf-8", "replace")
        own = {code for sign, code in IN_PAGES if sign.search(text)}
        own |= {"characters_unreadable"} if "\ufffd" in text else set()
        yield Case(name=path.name, format="html", data=data, allowed=frozenset(own))
        end = data.lower().rfind(b"</body>")
        if end > 0:
            kind, codes, put = chance.choice(_IN_PAGES)
            yield Case(
                name=f"{path.name}+",
                format="html",
                data=data[:end] + put(prose).encode() + data[end:],
                kind=kind,
                codes=codes,
            )


Put = Callable[[Prose], str]
_IN_PAGES: tuple[tuple[str, tuple[str, ...], Put], ...] = (
    (
        "real: page inside the page",
        ("embedded_left_out",),
        lambda prose: f"<iframe srcdoc='<p>{prose.lost()}</p>'></iframe>",
    ),
    (
        "real: struck",
        ("struck_text_left_out",),
        lambda prose: f"<p>Now <del>{prose.lost()}</del> it is.</p>",
    ),
    (
        "real: hidden by style",
        ("hidden_text_removed",),
        lambda prose: f'<p style="display:none">{prose.lost()}</p>',
    ),
    (
        "real: nested too deep",
        ("nested_too_deep",),
        lambda prose: "<div>" * 2100 + prose.lost() + "</div>" * 2100,
    ),
)


def _pdf_text(data: bytes) -> str:
    with closing(pypdfium2.PdfDocument(data)) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def _allowed_in_office(data: bytes) -> frozenset[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        found = {code for _, sign, code in IN_NAMES if any(sign.search(name) for name in names)}
        for name in names:
            if name.endswith((".xml", ".rels")):
                found |= {code for sign, code in IN_OFFICE if sign.search(archive.read(name))}
    return frozenset(found)


SPOTS = {
    "docx": (
        "word/document.xml",
        r"(<w:body(?:\s[^>]*)?>)",
        r"\1<w:novel><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:novel>",
    ),
    "pptx": (
        "ppt/slides/slide1.xml",
        r"(</p:spTree>)",
        r"<p:novel><p:sp><p:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp></p:novel>\1",
    ),
    "odt": ("content.xml", r"(</office:text>)", r"<text:novel><text:p>{}</text:p></text:novel>\1"),
}


def _spoilt_office(label: str, data: bytes, prose: Prose) -> bytes | None:
    if label not in SPOTS:
        return None
    part, spot, put = SPOTS[label]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            if name == part:
                text, count = re.subn(
                    spot, put.format(prose.lost()), content.decode("utf-8"), count=1
                )
                if not count:
                    return None
                content = text.encode()
            copy.writestr(name, content)
    return out.getvalue()
