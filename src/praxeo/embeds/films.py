"""Recordings that a published app plays: copies among the bytes of its embed, because its owner wants that."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from praxeo.domain.access import Actor, permitted
from praxeo.domain.asides import all_blocks
from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.errors import Conflict, Refused, TooLarge
from praxeo.domain.input_records import MediaInput
from praxeo.domain.media import MediaFile
from praxeo.domain.records import Embed, Example
from praxeo.domain.sentences import evidence_parts
from praxeo.embeds.service import Embeds
from praxeo.ports.blobs import BlobStore
from praxeo.sources.inputs import Inputs

FILM = "film.mp4"  # of a prepared recording
FILM_BYTES_MAX = 500_000_000
PIECE_BYTES = 1_000_000
LAST_SECONDS = 12  # that a sentence stays which nothing follows


@dataclass(frozen=True, kw_only=True)
class Films:
    """Puts recordings beside the apps that were made of them."""

    embeds: Embeds
    inputs: Inputs

    def of(self, actor: Actor, embed_id: str) -> tuple[MediaFile, ...]:
        """The films of the recordings that the embed's app is made of, each with what is said in it.

        Raises Refused("no_recording"), Conflict("recording_not_prepared"), TooLarge("film_too_large").
        """
        embed = self.embeds.get(actor, embed_id, "change")
        example = permitted(self.embeds.records.get(Example, embed.example_id), actor, Example)
        extraction = self.inputs.all_read(example)
        found: list[MediaFile] = []
        for number, source in enumerate(extraction.sources):
            if source.kind == "media_input":
                kept = self.embeds.records.get(MediaInput, source.input_id)
                film = _prepared(permitted(kept, actor, MediaInput))
                found += self._beside(embed, source.film, film, _said_in(extraction, number))
        if not found:
            raise Refused("no_recording", "This app was made of no recording that it could play.")
        return tuple(found)

    def _beside(
        self, embed: Embed, name: str, film: MediaFile, said: list[tuple[float, float, str]]
    ) -> Iterable[MediaFile]:
        area, blobs = f"embeds/{embed.id}", self.embeds.blobs
        words = blobs.put(area, json.dumps(said, ensure_ascii=False).encode())
        yield MediaFile(name=f"{name}.mp4", blob=_copied(blobs, area, film), size=film.size)
        yield MediaFile(name=f"{name}.json", blob=words.key, size=words.size)


def _prepared(recording: MediaInput) -> MediaFile:
    film = next((file for file in recording.files if file.name == FILM), None)
    if film is None:
        raise Conflict(
            "recording_not_prepared",
            f"“{recording.name}” has to be prepared for playing first: open the tab Source of the app, and have it prepared there.",
        )
    if film.size > FILM_BYTES_MAX:
        most = FILM_BYTES_MAX // 1_000_000
        raise TooLarge(
            "film_too_large",
            f"“{recording.name}” has more than {most} megabytes once it is prepared, too many to be published with an app. Cut it into parts.",
            details={"limit": most},
        )
    return film


def _copied(blobs: BlobStore, area: str, film: MediaFile) -> str:
    """Among the bytes of the embed: whoever serves those reaches no others."""
    key = f"{area}/{film.blob.rpartition('/')[2]}"
    if blobs.exists(key):
        return key
    with blobs.open(film.blob) as file, blobs.writer(area) as writer:
        while piece := file.read(PIECE_BYTES):
            writer.write(piece)
        return writer.finish().key


def _said_in(extraction: Extraction, number: int) -> list[tuple[float, float, str]]:
    """From when to when each sentence of this source is said."""
    spoken = (b for b in all_blocks(extraction) if (b.locator.source or 0) == number)
    starts = [start for block in spoken for start in _sentences(block)]
    ends = [second for second, _ in starts[1:]] + [0.0]
    return [
        (second, min(end, second + LAST_SECONDS) if end > second else second + 1, text)
        for (second, text), end in zip(starts, ends, strict=True)
    ]


def _sentences(block: Block) -> list[tuple[float, str]]:
    second = block.locator.second
    if block.kind != "paragraph" or block.ocr_confidence is not None or second is None:
        return []
    parts = evidence_parts(block)
    if len(parts) != len(block.seconds):
        return [(second, block.text)]
    return list(zip(block.seconds, parts, strict=True))
