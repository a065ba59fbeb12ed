"""What goes with the items of an app: explanations, and figures shown with the question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from praxeo.compile.pictures import picture_name
from praxeo.compile.sources import Source
from praxeo.domain.blocks import Picture
from praxeo.domain.spec import ItemNote, SpecDocument
from praxeo.sources.formulas.in_text import in_words


def add_notes(
    doc: SpecDocument,
    made: list[list[dict[str, Any]]],
    source: Source,
    pictures: Mapping[str, str],
) -> None:
    """Put its note to each item of the activities that were made of the spec's sections."""
    for section, activities in zip(doc.sections, made, strict=True):
        for activity, payload in zip(section.activities, activities, strict=True):
            for (_, note), item in zip(activity.noted, payload["items"], strict=True):
                item |= note_payload(note, source, pictures)


def note_payload(note: ItemNote, source: Source, pictures: Mapping[str, str]) -> dict[str, Any]:
    """What an app holds of a note; nothing of what is not there."""
    made: dict[str, Any] = {}
    if note.explanation:
        made["explanation"] = in_words(note).explanation
    block = source.blocks.get(note.picture)
    if block and block.picture:
        made["picture"] = picture_payload(block.picture, pictures)
        if note.picture_alt:
            made["picture"]["alt"] = note.picture_alt
    return made


def picture_payload(picture: Picture, pictures: Mapping[str, str]) -> dict[str, Any]:
    """What a figure shows; `name` is "" where the app does not carry the picture."""
    name = picture_name(picture)
    return {
        "name": name if name in pictures else "",
        "width": picture.width,
        "height": picture.height,
        "alt": picture.alt,
        "credit": picture.credit,
    }
