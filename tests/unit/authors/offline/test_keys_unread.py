"""The key of a worksheet is not read before its questions, whether they can be practised or not."""

from __future__ import annotations

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.pictures.named import no_files
from praxeo.sources.documents.text.markdown import read_markdown_bytes

GERMAN = """# Das Skelett des Menschen

Das Skelett des Menschen besteht aus etwa 206 Knochen. Es stützt den Körper und schützt die inneren Organe.

## Aufgabe 1: Ordne zu!

| 1) Kugelgelenk | a) Knie |
| --- | --- |
| 2) Scharniergelenk | b) Hüfte |

## Aufgabe 2: Bringe in die richtige Reihenfolge!

Becken – Schädel – Fuß – Wirbelsäule – Knie

## Lösungen

Aufgabe 1: 1b, 2a

Aufgabe 2: Schädel, Wirbelsäule, Becken, Fuß
"""
ENGLISH = """# The heart

The heart pumps blood through the body all day and all night, and it never rests for long.

## Exercises

1. Colour the chambers that carry blood with little oxygen.
2. Draw the way of the blood with arrows into the picture.
3. Cut the picture out.

## Answers

1. The right atrium and the right ventricle, through which all the blood that comes back from the body flows on to the lungs.
4. From the body to the lungs and back.
"""
CHEMISTRY = """# Chemistry

## Review questions

What is a mixture?

## Solutions

A solution is a mixture in which one substance is spread so evenly in another that no part of it can be told from any other part.
"""


def read(text: str) -> tuple[str, set[str]]:
    """The words of a source, and those blocks that its app shows to read."""
    source: Extraction = read_markdown_bytes(text.encode(), no_files)
    shown = {id for section in write_spec(source, name="a.md").sections for id in section.reading}
    return "\n".join(b.text for b in source.blocks if b.id in shown), shown


@pytest.mark.parametrize(
    ("text", "stays", "goes"),
    [
        (GERMAN, "Becken – Schädel – Fuß", "Schädel, Wirbelsäule, Becken"),
        (ENGLISH, "Cut the picture out", "lungs and back"),
    ],
)
def test_answers_are_not_shown_to_read(text: str, stays: str, goes: str) -> None:
    shown, _ = read(text)
    assert stays in shown
    assert goes not in shown
    assert "Lösungen" not in shown
    assert "Answers" not in shown


def test_a_chapter_about_solutions_is_read() -> None:
    assert "A solution is a mixture" in read(CHEMISTRY)[0]
