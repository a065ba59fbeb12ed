"""Which pictures an app carries, and how its text leads to them."""

from __future__ import annotations

import dataclasses
import hashlib

import pytest

from praxeo.compile.app import build_payload
from praxeo.compile.soundness import sound_parts
from praxeo.domain.blocks import Block, Extraction, Metadata, Picture
from praxeo.domain.limits import APP_PICTURES_BYTES_MAX
from praxeo.domain.spec import NO_NOTE, Activity, Card, ItemNote, Section, SpecDocument


def _pictured(*sizes: int) -> tuple[SpecDocument, Extraction]:
    """A source of figures whose pictures have so many bytes, and a spec that shows them all."""
    datas = [b"RIFF\0\0\0\0WEBP" + bytes([n]) * size for n, size in enumerate(sizes)]
    names = [hashlib.sha256(data).hexdigest() for data in datas]
    blocks = tuple(
        Block(
            id=f"b{number}",
            kind="figure",
            text=f"Figure {number}. A leaf.",
            picture=Picture(content_hash=name, width=40, height=30),
        )
        for number, name in enumerate(names, 1)
    )
    text = Block(id="b99", kind="paragraph", text="See Fig. 2, Figures 1 and Figure 12.")
    section = Section(id="s1", title="One", reading=(*(block.id for block in blocks), text.id))
    doc = SpecDocument(
        title="Leaves", language="en", source="l.pdf", author="offline 1", sections=(section,)
    )
    pictures = dict(zip(names, datas, strict=True))
    return doc, Extraction(metadata=Metadata(), blocks=(*blocks, text), pictures=pictures)


def test_an_app_carries_each_picture_that_it_shows_once() -> None:
    doc, extraction = _pictured(10, 20)
    payload = build_payload(doc, extraction)
    assert len(payload["pictures"]) == 2
    shown = [b["picture"]["name"] for b in payload["sections"][0]["reading"] if "picture" in b]
    assert shown == list(payload["pictures"])


def test_the_largest_pictures_are_left_out_where_an_app_cannot_carry_all() -> None:
    doc, extraction = _pictured(1_000_000, 1_700_000, 1_200_000, 900_000)
    payload = build_payload(doc, extraction)
    assert sum(map(len, payload["pictures"].values())) <= APP_PICTURES_BYTES_MAX
    names = [b["picture"]["name"] for b in payload["sections"][0]["reading"] if "picture" in b]
    assert [bool(name) for name in names] == [True, False, False, True]


@pytest.mark.parametrize("data", [b"<svg onload=alert(1)>", b"", b"RIFF", b"\x89PNG\r\n"])
def test_what_is_no_webp_is_not_carried(data: bytes) -> None:
    doc, extraction = _pictured(10)
    (name,) = extraction.pictures
    assert "pictures" not in build_payload(
        doc, dataclasses.replace(extraction, pictures={name: data})
    )


def test_text_leads_to_the_figures_that_it_names_and_to_no_others() -> None:
    doc, extraction = _pictured(10, 20)
    (said,) = [
        b["html"]
        for b in build_payload(doc, extraction)["sections"][0]["reading"]
        if b["id"] == "b99"
    ]
    assert said == 'See <a href="#b2">Fig. 2</a>, <a href="#b1">Figures 1</a> and Figure 12.'


def test_an_item_carries_its_explanation_and_its_figure_though_no_section_shows_it() -> None:
    doc, extraction = _pictured(10, 20)
    card = Card(front="What?", back="A leaf.", evidence=("b1",))
    notes = (ItemNote(explanation="As $`x^2`$ says.", picture="b2"), NO_NOTE)
    activity = Activity(kind="flashcards", title="Remember", items=(card, card), notes=notes)
    section = Section(id="s1", title="One", activities=(activity,))
    payload = build_payload(dataclasses.replace(doc, sections=(section,)), extraction)
    first, second = payload["sections"][0]["activities"][0]["items"]
    assert first["picture"]["name"] in payload["pictures"]
    assert "<math" in payload["formulas"][first["explanation"]]
    assert not {"explanation", "picture"} & set(second)
    assert second["id"] == f"{first['id']}-2"


def test_an_item_whose_figure_the_source_does_not_have_is_left_out_and_told() -> None:
    _, extraction = _pictured(10)
    text = (
        "---\nspec: 4\ntitle: x\nlanguage: en\nsource: l.pdf\n---\n## Section: One\n### Flashcards: x\n"
        "- Q: a\n  A: b {b1}\n  ![](b99)\n- Q: c\n  A: d {b1}\n  ![](b1)\n  > why\n"
    )
    doc, faults = sound_parts(text, extraction)
    assert [(fault.line, fault.message) for fault in faults] == [
        (11, "The source has no figure b99.")
    ]
    ((_, note),) = doc.sections[0].activities[0].noted
    assert note == ItemNote(explanation="why", picture="b1")
