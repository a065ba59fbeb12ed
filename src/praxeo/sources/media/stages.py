"""The stages by which a recording is made ready to be played; each writes files into a folder and names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from praxeo.domain.media import MediaFacts, Overview
from praxeo.ports.media import MediaTools
from praxeo.ports.proving import Progress
from praxeo.ports.transcoding import Transcoder
from praxeo.sources.media.ladder import cuts_of, gain_of, rungs_of
from praxeo.sources.media.playlists import (
    EVERY_SECONDS,
    MASTER,
    POSTER,
    SHEET_WIDTH,
    SHEETS,
    SOUND,
    master,
    sprites,
)
from praxeo.sources.media.poster import STILL, best_first, unrest


@dataclass(frozen=True, kw_only=True)
class Stages:
    """What is done to the recording at `path`, of which these are the facts."""

    tools: MediaTools
    transcoder: Transcoder
    path: Path
    facts: MediaFacts
    folder: Path
    progress: Progress

    def overview(self) -> Sequence[str]:
        """Sheets of small pictures with their index, and the picture that stands for the recording."""
        video = self.facts.video
        if video is None:
            return ()
        found = self.transcoder.overview(self.path, self.facts, self.folder)
        height = 2 * round(SHEET_WIDTH * video.height / video.width / 2)
        index = sprites(found.sheets, self.facts.seconds, height)
        (self.folder / SHEETS).write_text(index, "utf-8")
        self.progress(0.5)
        self._choose_poster(found)
        return (*found.sheets, SHEETS, POSTER)

    def _choose_poster(self, found: Overview) -> None:
        """Leave the picture of the best second in which nothing changes; else of that in which least does."""
        seconds = [
            min(number * EVERY_SECONDS, self.facts.seconds - 0.1)
            for number in best_first(found.gray, found.width)
        ] or [self.facts.seconds / 2]
        calmest = (float("inf"), seconds[0])
        for second in seconds:
            there = unrest(self.transcoder.look(self.path, self.facts, second, self.folder))
            if there <= STILL:
                return
            calmest = min(calmest, (there, second))
        self.transcoder.look(self.path, self.facts, calmest[1], self.folder)

    def sound(self) -> Sequence[str]:
        """The sound in segments, about as loud as others."""
        if self.facts.audio is None:
            return ()
        gain = gain_of(self.facts.audio, self.transcoder.loudness(self.path, self.facts))
        return self.transcoder.sound(
            self.path, self.facts, self.folder, gain=gain, progress=self.progress
        )

    def picture(self, *, copied: bool) -> Sequence[str]:
        """The renditions that are copied, or those that are encoded: cut in the same seconds as what is copied."""
        rungs = rungs_of(self.facts.video)
        wanted = [rung for rung in rungs if rung.copied == copied]
        if not wanted:
            return ()
        beside_copy = not copied and len(wanted) < len(rungs)
        keyframes = self.tools.keyframes(self.path, self.facts) if beside_copy else ()
        return self.transcoder.picture(
            *(self.path, self.facts, wanted),
            cuts=cuts_of(keyframes),
            folder=self.folder,
            progress=self.progress,
        )

    def film(self) -> Sequence[str]:
        """Of the top rendition and the sound, which are in the folder: one file, and the playlist of all."""
        rungs = rungs_of(self.facts.video)
        picture = self.folder / f"{rungs[0].name}.mp4" if rungs else None
        sound = self.folder / f"{SOUND}.mp4" if self.facts.audio else None
        film = self.transcoder.film(picture, sound, self.folder)
        (self.folder / MASTER).write_text(master(rungs, sound=sound is not None), "utf-8")
        return (film, MASTER)
