"""What a slide shows that is also said stands in the words of the captions."""

from __future__ import annotations

from dataclasses import replace

from praxeo.domain.blocks import Block, Locator
from praxeo.sources.media.said_and_shown import as_said, lines_said

SAID = Block(
    id="",
    kind="paragraph",
    text="Now to veins. A vein is a vessel that carries blood back to the heart.",
    locator=Locator(second=4),
)


def test_glued_words_of_a_slide_are_parted_as_they_were_said() -> None:
    said = lines_said([SAID])
    shown = replace(SAID, text="A veinis a vessel that carries blood back tothe heart")
    assert as_said(shown, said).text == "A vein is a vessel that carries blood back to the heart."


def test_what_has_other_letters_or_is_short_stays_as_it_is_shown() -> None:
    said = lines_said([SAID, replace(SAID, text="Now to veins.")])
    for text in ("A vein is a vessel that carries blood away from the heart.", "now to ve ins", "Veins"):  # fmt: skip
        assert as_said(replace(SAID, text=text), said).text == text
    heading = replace(
        SAID, kind="heading", text="A veinis a vessel that carries blood back to the heart"
    )
    assert as_said(heading, said) == heading
