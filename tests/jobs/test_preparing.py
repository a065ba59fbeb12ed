"""A recording is prepared for playing stage by stage: killed anywhere it goes on, and a file that kills the program ends it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from plain_praxeo import HandClock, outside_in_memory, run_all

from devtools.recordings import recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.ffmpeg.transcoder import FfmpegTranscoder
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.errors import Conflict, Unavailable
from praxeo.domain.input_records import MediaInput
from praxeo.domain.records import Job
from praxeo.jobs.control import cancel_job, retry_job
from praxeo.jobs.runner import run_job
from praxeo.jobs.taking import take
from praxeo.sources.media.parts import PartUploads

ME = local_user()
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nThe heart pumps blood.\n"
STAGES = ("overview", "sound", "copied", "encoded", "film")


class Killed(BaseException):
    """The end of a worker, as `kill -9` brings it: nothing catches it."""


class Counted(FfmpegTranscoder):
    """ffmpeg, which counts its stages and ends the worker once after the stage that `dies` names."""

    dies: str = ""
    done: Counter[str]

    def picture(self, path: Path, facts: Any, rungs: Any, **more: Any) -> tuple[str, ...]:
        made = super().picture(path, facts, rungs, **more)
        return self._noted("copied" if rungs[0].copied else "encoded", made)

    def overview(self, *given: Any) -> Any:
        return self._noted("overview", super().overview(*given))

    def sound(self, *given: Any, **more: Any) -> tuple[str, ...]:
        return self._noted("sound", super().sound(*given, **more))

    def film(self, *given: Any) -> str:
        return self._noted("film", super().film(*given))

    def _noted(self, stage: str, made: Any) -> Any:
        self.done[stage] += 1
        if self.dies == stage:
            object.__setattr__(self, "dies", "")
            raise Killed
        return made


@pytest.fixture(scope="module")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("media")
    picture = "testsrc2=size=854x600:rate=10:duration={seconds}"
    return recording(folder / "lecture.mp4", picture=picture, seconds=9).read_bytes()


def praxeo_with(dies: str = "") -> tuple[Praxeo, Counted]:
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    transcoder = Counted(found[0])
    object.__setattr__(transcoder, "dies", dies)
    object.__setattr__(transcoder, "done", Counter())
    outside = replace(
        outside_in_memory(),
        read_document=DocumentReader(),
        media_tools=Ffmpeg(*found),
        transcoder=transcoder,
    )
    return build(outside), transcoder


def looked_at(praxeo: Praxeo, data: bytes) -> MediaInput:
    new = praxeo.recordings.create(ME, project_id="prj_1", name="lecture.mp4")
    with praxeo.recordings.receive(ME, new.id) as upload:
        upload.write(data)
        upload.finish()
    praxeo.recordings.confirm(ME, new.id)
    run_all(praxeo)
    return praxeo.recordings.get(ME, new.id)


def ended(praxeo: Praxeo, source: MediaInput) -> tuple[str, str]:
    job = praxeo.outside.records.get(Job, source.preparation_job_id)
    assert job
    return source.preparation, job.error_code


def names(source: MediaInput) -> set[str]:
    return {file.name for file in source.files}


def test_a_recording_becomes_what_players_read(lecture: bytes) -> None:
    praxeo, _ = praxeo_with()
    source = looked_at(praxeo, lecture)
    source = praxeo.preparations.start(ME, source)
    assert praxeo.preparations.start(ME, source) == source
    run_all(praxeo)
    source = praxeo.recordings.get(ME, source.id)
    assert source.preparation == "ready"
    assert names(source) == {
        "sprite-001.jpg", "sprites.vtt", "poster.jpg", "sound.m3u8", "sound.mp4", "600p.m3u8", "600p.mp4",
        "480p.m3u8", "480p.mp4", "film.mp4", "master.m3u8",
    }  # fmt: skip
    blobs = praxeo.outside.blobs
    text = {f.name: blobs.read(f.blob).decode() for f in source.files if f.name.endswith("m3u8")}
    lengths = {
        name: [line for line in playlist.splitlines() if line.startswith("#EXTINF")]
        for name, playlist in text.items()
    }
    assert lengths["600p.m3u8"] == lengths["480p.m3u8"]
    area = f"media_inputs/{source.id}"
    assert len(list(blobs.keys(area))) == len(names(source)) + 1
    praxeo.inputs.delete(ME, source.id, version=source.version)
    assert list(blobs.keys(area)) == []


def test_deleted_while_it_is_prepared_nothing_of_it_stays(lecture: bytes) -> None:
    praxeo, transcoder = praxeo_with()
    source = praxeo.preparations.start(ME, looked_at(praxeo, lecture))
    sound = transcoder.sound

    def meanwhile(*given: Any, **more: Any) -> tuple[str, ...]:
        there = praxeo.recordings.get(ME, source.id)
        assert there.files
        praxeo.inputs.delete(ME, there.id, version=there.version)
        return sound(*given, **more)

    object.__setattr__(transcoder, "sound", meanwhile)
    run_all(praxeo)
    assert list(praxeo.outside.blobs.stored("media_inputs")) == []
    job = praxeo.outside.records.get(Job, source.preparation_job_id)
    assert job
    assert (job.status, job.error_code) == ("failed", "not_found")
    assert transcoder.done == Counter(overview=1, sound=1)


def test_deleting_a_recording_deletes_its_captions_and_the_parts_that_are_not_joined(
    lecture: bytes,
) -> None:
    praxeo, _ = praxeo_with()
    new = praxeo.recordings.create(ME, project_id="prj_1", name="a.mp4", captions=CAPTIONS)
    PartUploads(room=praxeo.recordings).put(ME, new.id, 1, lecture)
    source = praxeo.recordings.get(ME, new.id)
    assert len(list(praxeo.outside.blobs.stored("media_inputs"))) == 2
    praxeo.inputs.delete(ME, source.id, version=source.version)
    assert list(praxeo.outside.blobs.stored("media_inputs")) == []


@pytest.mark.parametrize("stage", STAGES)
def test_killed_after_any_stage_it_goes_on_and_repeats_that_one_alone(
    stage: str, lecture: bytes
) -> None:
    praxeo, transcoder = praxeo_with(stage)
    source = praxeo.preparations.start(ME, looked_at(praxeo, lecture))
    job = take(praxeo.outside.records, praxeo.outside.clock, worker="first", lane="media")
    assert job
    with pytest.raises(Killed):
        run_job(praxeo, job)
    half = praxeo.recordings.get(ME, source.id)
    assert "master.m3u8" not in names(half)
    assert half.preparation == "under_way"
    clock = praxeo.outside.clock
    assert isinstance(clock, HandClock)
    clock.move(3600)
    run_all(praxeo)
    assert praxeo.recordings.get(ME, source.id).preparation == "ready"
    assert transcoder.done == Counter(dict.fromkeys(STAGES, 1)) + Counter({stage: 1})


def test_a_file_on_which_the_program_dies_twice_alike_is_given_up(lecture: bytes) -> None:
    praxeo, transcoder = praxeo_with()
    source = praxeo.preparations.start(ME, looked_at(praxeo, lecture))
    tries = 0

    def die(*_: Any) -> Any:
        nonlocal tries
        tries += 1
        raise Unavailable("media_tool_failed", "ffmpeg crashed on this recording.")

    object.__setattr__(transcoder, "overview", die)
    clock = praxeo.outside.clock
    assert isinstance(clock, HandClock)
    for _ in range(5):
        run_all(praxeo)
        clock.move(3600)
    assert tries == 2
    source = praxeo.recordings.get(ME, source.id)
    assert ended(praxeo, source) == ("failed", "media_tool_failed")
    object.__delattr__(transcoder, "overview")
    retry_job(praxeo, ME, source.preparation_job_id)
    run_all(praxeo)
    assert praxeo.recordings.get(ME, source.id).preparation == "ready"


def test_it_can_be_stopped_and_begun_again(lecture: bytes) -> None:
    praxeo, _ = praxeo_with()
    source = praxeo.preparations.start(ME, looked_at(praxeo, lecture))
    cancel_job(praxeo, ME, source.preparation_job_id)
    source = praxeo.recordings.get(ME, source.id)
    assert ended(praxeo, source) == ("failed", "cancelled")
    again = praxeo.preparations.start(ME, source)
    assert again.preparation_job_id != source.preparation_job_id
    run_all(praxeo)
    assert praxeo.recordings.get(ME, source.id).preparation == "ready"


def test_before_it_was_looked_at_nothing_is_begun() -> None:
    praxeo, _ = praxeo_with()
    new = praxeo.recordings.create(ME, project_id="prj_1", name="lecture.mp4")
    with pytest.raises(Conflict) as error:
        praxeo.preparations.start(ME, new)
    assert error.value.code == "not_looked_at"
    assert not list(praxeo.outside.records.scan(Job, limit=9).records)
