"""A folder packed as a ZIP file is read as its one text, with the pictures that lie beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from praxeo.adapters.sandbox.document_reader import extract
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from tests.hostile.builders.office_files import Parts, zipped
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing

PROSE = (
    "The Moon pulls on the water of the oceans, and the pull is strongest on the side that faces it. "
    "The water there rises into a bulge, which the coast passes once every lunar day."
)
PICTURE = bytes_of(drawing())
MARKDOWN = f"# Tides\n\n{PROSE}\n\n![A bulge](img/p.png)\n\nFigure 1: The bulge.\n\n{PROSE}"
HTML = (
    f"<html><body><h1>Tides</h1><p>{PROSE}</p><figure><img src=tides_files/p.png alt='A bulge'>"
    f"<figcaption>Figure 1: The bulge.</figcaption></figure><p>{PROSE}</p></body></html>"
)
JATS = (
    '<?xml version="1.0"?><article article-type="research-article" xmlns:xlink="http://www.w3.org/1999/xlink"><front>'
    "<article-meta><title-group><article-title>Tides</article-title></title-group></article-meta></front><body>"
    f"<p>{PROSE}</p><fig><label>Figure 1</label><caption><p>The bulge.</p></caption><alt-text>A bulge</alt-text>"
    f'<graphic xlink:href="img/p"/></fig><p>{PROSE}</p></body></article>'
)
TEX = (
    "\\documentclass{article}\\title{Tides}\\begin{document}\\maketitle\n"
    f"{PROSE}\n\\begin{{figure}}\\includegraphics{{img/p}}\\caption{{Figure 1: The bulge.}}\\end{{figure}}\n{PROSE}\\end{{document}}"
)
RST = f"Tides\n=====\n\n{PROSE}\n\n.. figure:: img/p.png\n   :alt: A bulge\n\n   Figure 1: The bulge.\n\n{PROSE}\n"
ADOC = f"= Tides\n:imagesdir: img\n\n{PROSE}\n\n.Figure 1: The bulge.\nimage::p.png[A bulge]\n\n{PROSE}\n"
ORG = (
    f"#+TITLE: Tides\n\n{PROSE}\n\n#+CAPTION: Figure 1: The bulge.\n[[file:img/p.png]]\n\n{PROSE}\n"
)
NOTEBOOK = json.dumps({"cells": [{"cell_type": "markdown", "source": MARKDOWN}], "metadata": {}})


def seen(extraction: Extraction) -> list[str]:
    return [
        f"[{b.picture.alt}|{b.text}]" if b.picture else b.text.split()[0] for b in extraction.blocks
    ]


def packed(folder: Path, parts: Parts) -> Path:
    path = folder / "a.zip"
    path.write_bytes(zipped(parts))
    return path


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        ({"tides.md": MARKDOWN, "img/p.png": PICTURE}, ["Tides"]),
        ({"x/tides.md": MARKDOWN, "x/img/p.png": PICTURE, "__MACOSX/x/._tides.md": "x"}, ["Tides"]),
        ({"T.textbundle/text.md": MARKDOWN, "T.textbundle/img/p.png": PICTURE}, ["Tides"]),
        ({"notes.md": MARKDOWN, "README.md": "Notes", "img/p.png": PICTURE}, ["Tides"]),
        ({"tides.ipynb": NOTEBOOK, "img/p.png": PICTURE}, ["Tides"]),
        ({"tides.html": HTML, "tides_files/p.png": PICTURE, "tides_files/ad.html": "x"}, ["Tides"]),
        ({"index.html": HTML, "about.html": "<p>x</p>", "tides_files/p.png": PICTURE}, ["Tides"]),
        ({"tides.nxml": JATS, "img/p.png": PICTURE, "more.xml": "<data/>"}, ["Tides"]),
    ],
)
def test_a_text_is_read_with_the_pictures_beside_it(
    tmp_path: Path, parts: Parts, title: list[str]
) -> None:
    found = extract(packed(tmp_path, parts), name="a.zip")
    assert seen(found) == [*title, "The", "[A bulge|Figure 1: The bulge.]", "The"] or (
        "tides.nxml" in parts
        and seen(found) == [*title, "The", "[A bulge|Figure 1 The bulge.]", "The"]
    )
    assert found.metadata.media_type == "application/zip"
    assert not found.warnings


@pytest.mark.parametrize(
    ("name", "text", "alt"),
    [
        ("main.tex", TEX, ""),
        ("a.rst", RST, "A bulge"),
        ("a.adoc", ADOC, "A bulge"),
        ("a.org", ORG, ""),
    ],
)
def test_what_is_written_to_be_typeset_has_its_pictures_too(
    name: str, text: str, alt: str, tmp_path: Path
) -> None:
    found = extract(packed(tmp_path, {name: text, "img/p.png": PICTURE}), name="a.zip")
    assert seen(found) == ["Tides", "The", f"[{alt}|Figure 1: The bulge.]", "The"]
    assert not found.warnings


def test_a_text_of_several_files_is_read_as_one(tmp_path: Path) -> None:
    main = (
        "\\documentclass{book}\n\\begin{document}\n% \\input{old}\n\\input{chapters/one}\n"
        "\\include{two.tex}\n\\input{../../etc/hostname}\n\\end{document}"
    )
    parts: Parts = {
        "main.tex": main,
        "chapters/one.tex": f"\\chapter{{One}}\n{PROSE}",
        "two.tex": "\\documentclass{x}\\begin{document}Two. \\input{chapters/one}\\end{document}",
        "old.tex": "Not read.",
    }
    found = extract(packed(tmp_path, parts), name="a.zip")
    texts = [block.text for block in found.blocks]
    assert texts == ["One", PROSE, "Two."]
    assert not any("Not read" in text for text in texts)
    assert "included_files_missing" in {warning.code for warning in found.warnings}


def test_pictures_outside_the_folder_are_missing(tmp_path: Path) -> None:
    text = f"{PROSE}\n\n![One](../../etc/hostname)\n![Two](/etc/hostname)\n![Three](https://x.test/a.png)"
    found = extract(packed(tmp_path, {"a.md": text}), name="a.zip")
    assert [w.details for w in found.warnings] == [{"missing": 3}]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"a.txt": "Text", "b.txt": "More"}, "wrong_type"),
        ({"p.png": PICTURE}, "wrong_type"),
        ({"a.md": MARKDOWN, "b.md": MARKDOWN}, "several_texts"),
        ({"a.xml": "<data/>"}, "no_text"),
        ({"imsmanifest.xml": "<manifest/>", "test.xml": "<assessmentTest/>"}, "learning_package"),
    ],
)
def test_a_folder_without_one_text_is_refused(tmp_path: Path, parts: Parts, code: str) -> None:
    with pytest.raises(Refused) as refused:
        extract(packed(tmp_path, parts), name="a.zip")
    assert refused.value.code == code
