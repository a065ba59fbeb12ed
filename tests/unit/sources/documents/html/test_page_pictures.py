"""The pictures of a page's text become figures; those around it, and what only adorns, do not."""

from __future__ import annotations

import base64
import zipfile
from pathlib import Path

import pytest

from praxeo.domain.blocks import Block, Extraction
from praxeo.sources.documents.html.file import read_page
from praxeo.sources.documents.html.image_addresses import image_addresses
from praxeo.sources.documents.html.tree import parse_html
from praxeo.sources.documents.pictures.archive_files import ArchiveFiles
from praxeo.sources.documents.pictures.captions import with_captions
from praxeo.sources.documents.pictures.picture_file import PictureFile
from praxeo.sources.documents.readers import read
from tests.hostile.builders import office_files as office
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing

PROSE = (
    "The Moon pulls on the water of the oceans, and the pull is strongest on the side that faces it. "
    "The water there rises into a bulge, which the coast passes once every lunar day."
)
FILES = {f"p{n}.png": bytes_of(drawing(seed=n)) for n in range(1, 7)}


def page(inside: str, after: str = "") -> bytes:
    return (
        "<html><head><title>How tides arise</title></head><body><nav><a href=/>Home</a><img src=p6.png></nav>"
        f"<main><article><h1>How tides arise</h1><p>{PROSE}</p>{inside}<p>{PROSE} Twice.</p></article>{after}</main>"
        "<footer><p>All rights reserved by the Society of Coasts</p><img src=p5.png></footer></body></html>"
    ).encode()


def found_in(data: bytes) -> Extraction:
    def find(address: str) -> PictureFile | None:
        return PictureFile(address, lambda: FILES[address]) if address in FILES else None

    return read_page(data, find)


def seen(extraction: Extraction) -> list[str]:
    """The figures as "[alt|caption]", what else stands between first and last paragraph by its first word."""
    blocks = with_captions(extraction.blocks)
    return [_shown(block) for block in blocks if block.kind != "heading"]


def _shown(block: Block) -> str:
    if block.picture is None:
        return block.text.split()[0]
    return f"[{block.picture.alt}|{block.text}]"


@pytest.mark.parametrize(
    ("inside", "figures"),
    [
        ('<img src=p1.png alt="A bulge">', ["[A bulge|]"]),
        (
            "<figure><a href=big.html><img src=p1.png alt='A bulge'></a><figcaption>Two <b>bulges</b>.</figcaption></figure>",
            ["[A bulge|Two bulges.]"],
        ),
        (
            "<figure><figcaption><p>Above it.</p><p>In two parts.</p></figcaption><img src=p1.png></figure>",
            ["[|Above it. In two parts.]"],
        ),
        (
            "<figure><img src=p1.png alt=One><img src=p2.png alt=Two><figcaption>Both of them</figcaption></figure>",
            ["[One|]", "[Two|Both of them]"],
        ),
        (
            "<div class=wp-caption><img src=p1.png alt=A><p class=wp-caption-text>The coast</p></div>",
            ["[A|The coast]"],
        ),
        ("<p><img src=p1.png alt=A></p><p>Figure 2: The coast.</p>", ["[A|Figure 2: The coast.]"]),
        ("<p>Words <img src=p1.png alt=A> and words.</p>", ["Words", "[A|]"]),
        ("<ul><li>Item<img src=p1.png alt=A></li><li>Next</li></ul>", ["Item", "[A|]", "Next"]),
        (
            "<table><tr><th>Coast</th><th>Look</th></tr><tr><td>Hull</td><td><img src=p1.png alt=A></td></tr></table>",
            ["Coast", "[A|]"],
        ),
        ("<picture><source srcset='p2.png 1200w'><img src=x.png alt=A></picture>", ["[A|]"]),
        ("<img class=lazy style='opacity:0' data-src=p1.png src=data:image/gif;base64,R0lGOD alt=A>", ["[A|]"]),
        ("<img src=x.gif alt=A><noscript><img src=p1.png alt=A></noscript>", ["[A|]"]),
        ("<div class=lazy></div><noscript><img src=p1.png alt=A></noscript>", ["[A|]"]),
        ("<svg><image xlink:href=p1.png /></svg>", ["[|]"]),
    ],
)  # fmt: skip
def test_pictures_of_the_text_stand_in_it_with_their_captions(
    inside: str, figures: list[str]
) -> None:
    found = found_in(page(inside))
    assert seen(found) == ["The", *figures, "The"]
    assert not found.warnings


DRAWN = "<rect width=200 height=90 fill=red /><text x=9 y=50>Label</text>"


@pytest.mark.parametrize(
    ("drawing", "figures"),
    [
        (f"<svg viewBox='0 0 400 200' aria-label='A plan'>{DRAWN}</svg>", ["[A plan|]"]),
        (
            f"<figure><svg width=400 height=200><title>A plan</title>{DRAWN}</svg><figcaption>The harbour</figcaption></figure>",
            ["[A plan|The harbour]"],
        ),
        ("<svg viewBox='0 0 24 24' aria-label=Menu><path d='M1 1L9 9'/></svg>", []),
        (f"<svg viewBox='0 0 400 200' aria-hidden=true>{DRAWN}</svg>", []),
        (f"<a href=x><svg viewBox='0 0 400 200'>{DRAWN}</svg></a>", []),
    ],
)  # fmt: skip
def test_drawings_in_a_page_are_shown_and_signs_are_not(drawing: str, figures: list[str]) -> None:
    found = found_in(page(drawing))
    assert seen(found) == ["The", *figures, "The"]
    assert not found.warnings


def test_a_drawing_that_takes_its_colours_from_the_page_is_told() -> None:
    found = found_in(
        page(f"<svg viewBox='0 0 400 200'>{DRAWN.replace('fill=red', 'class=bar')}</svg>")
    )
    assert seen(found) == ["The", "The"]
    assert [w.details for w in found.warnings] == [{"unknown_kind": 1}]


@pytest.mark.parametrize(
    "image",
    [
        "<img src=p1.png alt=''>",
        "<img src=p1.png role=presentation>",
        "<img src=p1.png alt=A width=1 height=1>",
        "<img src=p1.png alt=Ada class='avatar photo'>",
        "<img src=p1.png style=display:none alt=A>",
        "<div hidden><img src=p1.png alt=A></div>",
        "<div class=share-buttons><img src=p1.png alt=Post></div>",
        "<img src=p1.png alt=A>" * 4,
        "<img alt=A>",
    ],
)
def test_what_adorns_or_is_hidden_is_left_out(image: str) -> None:
    found = found_in(page(image))
    assert seen(found) == ["The", "The"]
    assert not [w for w in found.warnings if w.code == "pictures_left_out"]


def test_pictures_beside_the_article_are_left_out() -> None:
    teaser = (
        "<div class=card><img src=p1.png alt=Boat><h3><a href=a>Boats of the north</a></h3></div>"
    )
    found = found_in(
        page("", f"<section class=related><h2>Related posts</h2>{teaser * 3}</section>")
    )
    assert seen(found) == ["The", "The"]


def test_a_page_saved_without_its_pictures_says_how_many_are_missing() -> None:
    found = found_in(page("<img src=https://x.test/a.png alt=A><img src=b_files/b.png alt=B>"))
    (told,) = found.warnings
    assert (told.code, told.details) == ("pictures_left_out", {"missing": 2})


def test_a_picture_that_was_to_be_loaded_late_is_missing_and_not_its_placeholder() -> None:
    kept = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 900 600'%3E%3C/svg%3E"
    found = found_in(page(f'<img src="{kept}" data-src=lost.png alt=A>'))
    assert [w.details for w in found.warnings] == [{"missing": 1}]


def test_the_largest_picture_that_is_not_too_large_is_taken() -> None:
    image = parse_html(
        "<img src=s.png srcset='a.png 400w, b.png 1500w,c.png 3000w, d,1.png 5000w' data-src=l.png>"
    ).find(".//img")
    assert image_addresses(image) == ["b.png", "a.png", "c.png", "d,1.png", "l.png", "s.png"]


def test_a_picture_written_into_the_page_is_shown() -> None:
    written = base64.b64encode(FILES["p1.png"]).decode()
    found = found_in(page(f"<img alt=A src='data:image/png;base64,{written}'>"))
    assert seen(found) == ["The", "[A|]", "The"]


@pytest.mark.parametrize(
    "address", ["https://tides.test/img/p1.png", "../img/p1.png", "cid:one@page"]
)
def test_a_page_saved_in_one_file_brings_its_pictures(tmp_path: Path, address: str) -> None:
    html = page(f'<img src="{address}" alt="A bulge">').decode()
    picture = base64.encodebytes(FILES["p1.png"]).decode()
    path = tmp_path / "a.mhtml"
    path.write_text(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://tides.test/a/how.html\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="----x"\n\n'
        f"------x\nContent-Type: text/html\nContent-Location: https://tides.test/a/how.html\n\n{html}\n"
        "------x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-ID: <one@page>\n"
        f"Content-Location: https://tides.test/img/p1.png\n\n{picture}\n------x--\n"
    )
    assert seen(read("mhtml", path)) == ["The", "[A bulge|]", "The"]


def test_chapters_of_a_book_show_their_pictures_but_not_the_cover(tmp_path: Path) -> None:
    parts = office.epub_parts(
        "<p><img src='images/cover.png' alt='Cover'/></p>",
        f"<h1>Tides</h1><p>{PROSE}</p><figure><img src='images/p%31.png' alt='A bulge'/>"
        "<figcaption>Figure 1. Two bulges. Image: NASA.</figcaption></figure>"
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='../OEBPS/images/p2.png'/></svg>"
        "<p><img src='../../../etc/passwd' alt='x'/></p>",
    )
    opf = str(parts["OEBPS/book.opf"])
    item = '<item id="cv" href="images/cover.png" media-type="image/png" properties="cover-image"/>'
    parts["OEBPS/book.opf"] = opf.replace("<manifest>", f"<manifest>{item}")
    parts |= {f"OEBPS/images/{name}": data for name, data in FILES.items()}
    parts["OEBPS/images/cover.png"] = FILES["p6.png"]
    path = tmp_path / "a.epub"
    path.write_bytes(office.zipped(parts))
    found = read("epub", path)
    assert seen(found) == ["The", "[A bulge|Figure 1. Two bulges.]", "[|]"]
    (credit,) = [b.picture.credit for b in found.blocks if b.picture and b.picture.credit]
    assert credit == "Image: NASA."
    assert [w.details for w in found.warnings] == [{"missing": 1}]
    assert {b.locator.chapter for b in found.blocks} == {1}


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("img/a.png", "notes/img/a.png"),
        ("IMG/A.PNG?v=2#x", "notes/img/a.png"),
        ("../top.jpg", "top.jpg"),
        ("/top.jpg", "top.jpg"),
        ("img/a", "notes/img/a.png"),
        ("C:\\Users\\ada\\a.png", "notes/img/a.png"),
        ("file:///C:/Users/ada/a.png", "notes/img/a.png"),
        ("https://x.test/top.jpg", None),
        ("//x.test/top.jpg", None),
        ("../../../../top.jpg", "top.jpg"),
        ("two.png", None),
        ("", None),
    ],
)
def test_pictures_are_found_in_the_archive_and_nowhere_else(
    tmp_path: Path, address: str, found: str | None
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("notes/img/a.png", "top.jpg", "x/two.png", "y/two.png"):
            archive.writestr(name, b"-")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        file = ArchiveFiles(archive).beside("notes")(address)
    assert (file.name if file else None) == found
