"""Documents whose pictures mean harm: bombs in them, addresses that lead elsewhere, drawings that multiply."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Callable

from tests.hostile.builders import office_files as office
from tests.hostile.builders.hostile_files import Hostile
from tests.hostile.builders.picture_files import png
from tests.hostile.builders.pictured_files import pictured_docx, word_drawing, word_line

TEXT = f"# Enzymes\n\n{office.SENTENCE}\n\n"
PAGE = f"<html><body><h1>Enzymes</h1><p>{office.SENTENCE * 3}</p>"
SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
ELSEWHERE = (
    *("../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "..\\..\\etc\\passwd"),
    *(
        "http://169.254.169.254/latest/meta-data",
        "//x.test/a.png",
        "%2e%2e/%2e%2e/etc/passwd",
        "a\0b",
    ),
)


def word(pictures: dict[str, bytes]) -> bytes:
    """A Word document with these pictures, each in a line of its own."""
    line = word_line("Text.", *map(word_drawing, pictures))
    return pictured_docx(word_line(office.SENTENCE) + line, pictures)


def book(name: str, data: bytes) -> bytes:
    """A book with one picture."""
    parts = office.epub_parts(f"<p>{office.SENTENCE}</p><img src='{name}' alt='x'/>")
    return office.zipped(parts | {f"OEBPS/{name}": data})


def folder(name: str, data: bytes | str) -> bytes:
    """A Markdown text with one picture beside it."""
    return office.zipped({"a.md": f"{TEXT}![x]({name})\n", name: data})


def drawing(inside: str, head: str = "") -> bytes:
    """A folder with an SVG."""
    return folder("a.svg", f'{head}<svg {SPACE} viewBox="0 0 400 300">{inside}</svg>')


def multiplied(wrap: str, shown: str) -> str:
    """Ten to the twelfth of one rectangle."""
    levels = "".join(wrap.format(level, shown.format(level - 1) * 10) for level in range(1, 13))
    return f'<g id="a0"><rect width="9" height="9"/></g>{levels}{shown.format(12)}'


def inside_drawing(data: bytes) -> str:
    written = base64.b64encode(data).decode()
    return f'<image xlink:href="data:image/png;base64,{written}" width="300" height="300"/>'


LAUGHS = "<!DOCTYPE svg [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12)
) + "]>"  # fmt: skip

BUILT: dict[str, Callable[[], bytes]] = {
    "a picture of 13,000² in Word": lambda: word({"p1": png(13_000, 13_000)}),
    "a picture of 13,000² in a book": lambda: book("a.png", png(13_000, 13_000)),
    "a picture of 60,000² beside a text": lambda: folder("a.png", png(60_000, 60_000, rows=9)),
    "10,000 pictures in Word": lambda: word({f"p{n}": png(60 + n % 97, 60 + n // 97) for n in range(9_990)}),
    "300 large pictures in Word": lambda: word({f"p{n}": png(4_600 + n, 4_600) for n in range(300)}),
    "one picture 10,000 times in a book": lambda: office.zipped(
        office.epub_parts(f"<p>{office.SENTENCE}</p>" + "<img src='a.png'/>" * 10_000)
        | {"OEBPS/a.png": png(4_000, 4_000)}
    ),
    "a packed drawing of 400 MB in Word": lambda: word({"p1": gzip.compress(bytes(400 * 2**20), 9)}),
    "addresses that lead elsewhere, beside a text": lambda: office.zipped(
        {"a.md": TEXT + "\n\n".join(f"![x](<{name}>)" for name in ELSEWHERE), "../../etc/passwd": "root"}
    ),
    "addresses that lead elsewhere, in a book": lambda: office.zipped(
        office.epub_parts(
            f"<p>{office.SENTENCE}</p>"
            + "".join(f"<img src='{name}'/>" for name in ELSEWHERE[:-1])
        )
    ),
    "a picture in 300,000 sizes": lambda: (
        PAGE + "<img srcset='" + "".join(f"a{n}.png {n}w, " for n in range(300_000)) + "'>"
    ).encode(),
    "a list of sizes without an end": lambda: (PAGE + "<img srcset='" + "a" * 6_000_000 + "'>").encode(),
    "sizes of nothing but spaces": lambda: (PAGE + "<img srcset='" + " \t" * 3_000_000 + "'>").encode(),
    "200,000 pictures in a page": lambda: (PAGE + "<img src=data:,x>" * 200_000).encode(),
    "a picture of 25 MB written into a page": lambda: (
        PAGE + "<img src='data:image/png;base64," + "A" * 25_000_000 + "'>"
    ).encode(),
    "50,000 pictures inside each other": lambda: (PAGE + "<picture><source>" * 50_000 + "<img src=a>").encode(),
    "a drawing in a page, nested 1,900 deep": lambda: (
        PAGE + "<svg width=400 height=300 aria-label=x>" + "<g>" * 1_900 + "<rect>"
    ).encode(),
    "5,000 drawings in a page": lambda: (
        PAGE + "<svg width=400 height=300><text>x</text><path d='M0 0L99 99'/></svg>" * 5_000
    ).encode(),
    "5,000 different drawings in a page": lambda: (
        PAGE + "".join(f"<svg width=400 height=300><text>{n}</text><path d='M0 0L99 {n}'/></svg>" for n in range(5_000))
    ).encode(),
    "a drawing of ten billion laughs": lambda: drawing("<text>&m;</text>", LAUGHS),
    "a drawing that uses itself tenfold, twelve times": lambda: drawing(
        multiplied('<g id="a{}">{}</g>', '<use xlink:href="#a{}"/>')
    ),
    "a drawing of patterns of patterns": lambda: drawing(
        multiplied(
            '<pattern id="a{}" width=".1" height=".1">{}</pattern>',
            '<rect width="99" height="99" fill="url(#a{})"/>',
        )
    ),
    "a drawing of masks of masks": lambda: drawing(
        multiplied('<mask id="a{}">{}</mask>', '<rect width="99" height="99" mask="url(#a{})"/>')
    ),
    "a drawing of endless noise": lambda: drawing(
        '<filter id="f"><feTurbulence baseFrequency=".9" numOctaves="100000"/></filter>'
        '<rect width="400" height="300" filter="url(#f)"/>'
    ),
    "a drawing of 49 blurs on 500 shapes": lambda: drawing(
        "".join(
            f'<filter id="f{n}"><feGaussianBlur stdDeviation="900"/></filter>' for n in range(49)
        )
        + '<rect width="400" height="300" filter="url(#f1)"/>' * 500
    ),
    "a drawing of 39 layers": lambda: drawing("<g opacity='.5'>" * 37 + "<rect width='9' height='9'/>" + "</g>" * 37),
    "a drawing with a picture of 13,000²": lambda: drawing(inside_drawing(png(13_000, 13_000))),
    "a drawing with an endless line of dashes": lambda: drawing(
        '<path d="M0 0' + "L400 300L0 0" * 20_000 + '" stroke="red" stroke-dasharray=".0001"/>'
    ),
    "a drawing that is a file of this machine": lambda: drawing('<image href="/etc/passwd" width="9" height="9"/>'),
    "a drawing of 1e30 pixels": lambda: folder(
        "a.svg", f'<svg {SPACE} width="1e30" height="1e-30" viewBox="0 0 1e30 1e-30"><rect/></svg>'
    ),
    "a metafile of records without an end": lambda: word({"p1": b"\1\0\0\0\x58\0\0\0" + bytes(32) + b" EMF" + bytes(44) + b"\x09\0\0\0\x08\0\0\0" * 900_000}),
    "20,000 texts in one folder": lambda: office.zipped({f"{n}.md": "" for n in range(19_000)}),
    "a folder whose text unpacks to 64 MB": lambda: office.zipped({"a.md": b"a " * 2**25}),
}  # fmt: skip
CODES = {
    "20,000 texts in one folder": ("several_texts",),
    "a folder whose text unpacks to 64 MB": ("zip_bomb", "part_too_large"),
}
PICTURED: tuple[Hostile, ...] = tuple(
    Hostile(name=name, build=build, codes=CODES.get(name, ("reads",)))
    for name, build in BUILT.items()
)
