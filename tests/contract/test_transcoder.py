"""One suite for all transcoders: what they make is played alike, whoever encodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from devtools.loopback.mediaconvert import BucketStub, MediaConvertStub
from devtools.recordings import recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.ffmpeg.transcoder import FfmpegTranscoder
from praxeo.adapters.mediaconvert.transcoder import MediaConvertTranscoder
from praxeo.domain.errors import Unavailable
from praxeo.domain.media import MediaFacts, Rung
from praxeo.ports.transcoding import Transcoder
from praxeo.sources.media.ladder import cuts_of, rungs_of

SECONDS = 9


def tools() -> Ffmpeg:
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    return Ffmpeg(*found)


@pytest.fixture(params=["ffmpeg", "mediaconvert"])
def picture(request: pytest.FixtureRequest) -> Callable[..., tuple[str, ...]]:
    """Makes renditions with one of them, asked again until they are there."""
    ffmpeg = tools().ffmpeg
    if request.param == "ffmpeg":
        return FfmpegTranscoder(ffmpeg).picture
    bucket = BucketStub()
    service = MediaConvertStub(bucket)
    encoder = MediaConvertTranscoder(
        ffmpeg, client=service, store=bucket, bucket="p-assets", role="arn:aws:iam::1:role/media"
    )

    def patiently(*given: Any, **more: Any) -> tuple[str, ...]:
        with suppress(Unavailable):  # not yet; other troubles come again below
            return encoder.picture(*given, **more)
        service.work()
        return encoder.picture(*given, **more)

    return patiently


@pytest.fixture(params=["ffmpeg", "mediaconvert"])
def transcoder(request: pytest.FixtureRequest) -> Transcoder:
    ffmpeg = tools().ffmpeg
    if request.param == "ffmpeg":
        return FfmpegTranscoder(ffmpeg)
    bucket = BucketStub()
    return MediaConvertTranscoder(
        ffmpeg, client=MediaConvertStub(bucket), store=bucket, bucket="p-assets", role="arn:x"
    )


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, MediaFacts]:
    path = recording(
        tmp_path_factory.mktemp("media") / "a.mp4",
        picture="testsrc2=size=640x360:rate=50:duration={seconds}",
        seconds=SECONDS,
    )
    return path, tools().probe(path)


def lengths(folder: Path, name: str) -> Sequence[float]:
    lines = (folder / f"{name}.m3u8").read_text().splitlines()
    return [float(line[8:].rstrip(",")) for line in lines if line.startswith("#EXTINF:")]


def rung(width: int, height: int) -> Rung:
    return Rung(width=width, height=height, frames_per_second=25.0, bit_rate=800_000)


def test_all_renditions_have_their_size_and_rate_and_are_cut_in_the_same_seconds(
    picture: Callable[..., tuple[str, ...]], film: tuple[Path, MediaFacts], tmp_path: Path
) -> None:
    path, facts = film
    rungs = [rung(480, 270), rung(320, 180)]
    shares: list[float] = []
    made = picture(path, facts, rungs, cuts=(), folder=tmp_path, progress=shares.append)
    assert made == ("180p.m3u8", "180p.mp4", "270p.m3u8", "270p.mp4")
    assert {file.name for file in tmp_path.iterdir()} == {*made}
    for each in rungs:
        video = tools().probe(tmp_path / f"{each.name}.mp4").video
        assert video
        assert (video.width, video.height) == (each.width, each.height)
        assert round(video.frames_per_second) == 25
        assert video.codec == "h264"
    assert lengths(tmp_path, "180p") == lengths(tmp_path, "270p")
    assert [round(length) for length in lengths(tmp_path, "180p")] == [4, 4, 1]
    assert abs(sum(lengths(tmp_path, "270p")) - SECONDS) < 0.1
    assert shares


def test_what_goes_with_a_copied_picture_is_cut_where_that_is(
    picture: Callable[..., tuple[str, ...]], film: tuple[Path, MediaFacts], tmp_path: Path
) -> None:
    path, facts = film
    (top,) = rungs_of(facts.video)
    assert top.copied
    cuts = cuts_of(tools().keyframes(path, facts))
    picture(path, facts, [top], cuts=(), folder=tmp_path, progress=within_one)
    picture(path, facts, [rung(320, 180)], cuts=cuts, folder=tmp_path, progress=within_one)
    assert lengths(tmp_path, "360p") == pytest.approx(lengths(tmp_path, "180p"), abs=0.05)


def test_pictures_sound_and_film_are_made_of_it(
    transcoder: Transcoder, film: tuple[Path, MediaFacts], tmp_path: Path
) -> None:
    path, facts = film
    shown = transcoder.overview(path, facts, tmp_path)
    assert (len(shown.sheets), len(shown.gray)) == (1, 2)
    assert len(transcoder.look(path, facts, 4.0, tmp_path)) == 10
    assert -40 < transcoder.loudness(path, facts) < 0
    transcoder.sound(path, facts, tmp_path, gain=None, progress=within_one)
    (top,) = rungs_of(facts.video)
    transcoder.picture(path, facts, [top], cuts=(), folder=tmp_path, progress=within_one)
    name = transcoder.film(tmp_path / f"{top.name}.mp4", tmp_path / "sound.mp4", tmp_path)
    whole = tools().probe(tmp_path / name)
    assert whole.video
    assert whole.audio
    assert abs(whole.seconds - SECONDS) < 0.2


def test_what_is_no_recording_is_refused_and_leaves_nothing(
    picture: Callable[..., tuple[str, ...]], film: tuple[Path, MediaFacts], tmp_path: Path
) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(bytes(1000))
    folder = tmp_path / "made"
    folder.mkdir()
    copied = [replace(rung(480, 270), copied=True)]
    with pytest.raises(Exception, match="recording"):
        picture(path, film[1], copied, cuts=(), folder=folder, progress=within_one)
    assert not list(folder.iterdir())


def within_one(share: float) -> None:
    assert 0 <= share <= 1
