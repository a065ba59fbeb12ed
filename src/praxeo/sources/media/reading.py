"""From a recording to one extraction: what is said in it and what stands on its slides, each with its second."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.errors import Conflict
from praxeo.domain.media import MediaFacts
from praxeo.ports.documents import TextRecognition
from praxeo.ports.media import MediaTools
from praxeo.ports.proving import Progress
from praxeo.ports.speech import SpeechRecognition
from praxeo.sources.documents.metadata import complete
from praxeo.sources.media.filmed import filmed_chapters
from praxeo.sources.media.heard import Listening
from praxeo.sources.media.joining import OnScreen, joined
from praxeo.sources.media.slide_text import with_text
from praxeo.sources.media.slides import Slide, shown_slides
from praxeo.sources.youtube.chapters import with_chapters

LATE_SECONDS = 60  # by which captions may pass the end of the recording that they are of
WATCHED_FROM, WATCHED_SHARE, READ_SHARE = 0.3, 0.3, 0.25  # of the whole progress
WORDS_MIN = 20  # on all slides together, for them to teach anything by themselves
WORDED_SHARE = 0.5  # of what might be slides, to be such
UNREAD_SLIDES_MIN = 3  # where nothing recognises words: fewer may be a room with a speaker


@dataclass(frozen=True, kw_only=True)
class RecordingReader:
    """Reads recordings with these tools; without an `engine` slides are pictures only, without `speech` nobody listens."""

    tools: MediaTools
    engine: TextRecognition | None
    speech: SpeechRecognition | None = None

    def __call__(
        self,
        path: Path,
        facts: MediaFacts,
        captions: Extraction | None,
        *,
        language: str,
        progress: Progress,
    ) -> Extraction:
        """What the recording says and shows, its slides as sections, else below the chapters that its file lists.

        `language` is the likely one, as a BCP 47 tag. Raises Conflict: "recording_without_words" where nobody wrote
        down what is said and no slide has words, "captions_of_another". Those are no refusals, so that the recording
        is kept: its captions can still be given.
        """
        if captions:
            _check_end(captions, facts)
        elif self.speech:
            listening = Listening(tools=self.tools, speech=self.speech)
            captions = listening(path, facts, language=language, progress=_listened(progress))
        likely = captions.metadata.language if captions else ""
        slides = self._slides(path, facts, likely or language, progress)
        if captions is None and sum(len(s.words.split()) for s in slides) < WORDS_MIN:
            raise _without_words()
        if slides:
            found = self._with_slides(path, facts, captions, slides)
        else:
            assert captions
            found = with_chapters(captions, filmed_chapters(path, facts, self.tools))
        title = (captions.metadata.title if captions else "") or facts.title
        return replace(found, metadata=replace(found.metadata, title=title or found.metadata.title))

    def _with_slides(
        self,
        path: Path,
        facts: MediaFacts,
        captions: Extraction | None,
        slides: tuple[Slide, ...],
    ) -> Extraction:
        silences = self.tools.silences(path, facts) if facts.audio else None
        shown = OnScreen(slides=slides, listed=facts.chapters, silences=silences)
        found = joined(captions, shown)
        told = () if captions else (_slides_only(),)
        found = replace(found, warnings=(*found.warnings, *told))
        return complete(found, media_type="", content_hash="")

    def _slides(
        self, path: Path, facts: MediaFacts, language: str, progress: Progress
    ) -> tuple[Slide, ...]:
        """The slides with their texts; () where what is shown are none."""

        def watched(share: float) -> None:
            progress(WATCHED_FROM + share * WATCHED_SHARE)

        def read(share: float) -> None:
            progress(WATCHED_FROM + WATCHED_SHARE + share * READ_SHARE)

        slides = shown_slides(path, facts, self.tools, watched)
        if self.engine is None:
            return slides if len(slides) >= UNREAD_SLIDES_MIN else ()
        with_words = with_text(slides, self.engine, language=language, progress=read)
        worded = sum(bool(slide.words) for slide in with_words)
        return with_words if worded >= WORDED_SHARE * len(with_words) and worded else ()


def _listened(progress: Progress) -> Progress:
    return lambda share: progress(share * WATCHED_FROM)


def _check_end(captions: Extraction, facts: MediaFacts) -> None:
    last = max((block.locator.second or 0 for block in captions.blocks), default=0)
    if last > facts.seconds + LATE_SECONDS:
        raise _of_another(last, facts)


def _slides_only() -> ReadingWarning:
    return ReadingWarning(
        code="slides_only",
        message="Nobody has written down what is said in this recording, so only its slides were read. Add its "
        "captions with times, such as WebVTT or SubRip, for more.",
    )


def _without_words() -> Conflict:
    return Conflict(
        "recording_without_words",
        "Nobody has written down what is said in this recording, and no slides with words are shown, so nothing can be asked of it. Add its captions "
        "with times, such as WebVTT or SubRip, together with it.",
    )


def _of_another(last: int, facts: MediaFacts) -> Conflict:
    return Conflict(
        "captions_of_another",
        f"These captions go on until second {last}, but the recording ends after {round(facts.seconds)} seconds: they "
        "belong to another one. Add those of this recording.",
        details={"last": last, "seconds": round(facts.seconds)},
    )
