"""From a recording to one extraction: what was said in it, in paragraphs that know their second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Conflict
from praxeo.domain.media import MediaChapter, MediaFacts
from praxeo.ports.media import MediaTools
from praxeo.ports.proving import Progress
from praxeo.sources.youtube.chapters import Chapter, with_chapters

LATE_SECONDS = 60  # by which captions may pass the end of the recording that they are of


def read_recording(
    path: Path,
    facts: MediaFacts,
    captions: Extraction | None,
    tools: MediaTools,
    progress: Progress,
) -> Extraction:
    """What the recording says, below the chapters that its file lists.

    Raises Conflict: "recording_without_words" where nobody wrote down what is said, "captions_of_another". Those are
    no refusals, so that the recording is kept: its captions can still be given.
    """
    if captions is None:
        raise _without_words()
    last = max((block.locator.second or 0 for block in captions.blocks), default=0)
    if last > facts.seconds + LATE_SECONDS:
        raise _of_another(last, facts)
    progress(0.8)
    title = captions.metadata.title or facts.title
    found = with_chapters(captions, _chapters(facts.chapters))
    return replace(found, metadata=replace(found.metadata, title=title))


def _chapters(listed: Sequence[MediaChapter]) -> list[Chapter]:
    return [Chapter(second=int(chapter.start), title=chapter.title) for chapter in listed]


def _without_words() -> Conflict:
    return Conflict(
        "recording_without_words",
        "Nobody has written down what is said in this recording, so nothing can be asked of it. Add its captions "
        "with times, such as WebVTT or SubRip, together with it.",
    )


def _of_another(last: int, facts: MediaFacts) -> Conflict:
    return Conflict(
        "captions_of_another",
        f"These captions go on until second {last}, but the recording ends after {round(facts.seconds)} seconds: they "
        "belong to another one. Add those of this recording.",
        details={"last": last, "seconds": round(facts.seconds)},
    )
