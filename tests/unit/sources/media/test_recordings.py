"""A recording is taken, looked at, and read by the captions that it is given; what cannot be done has its own code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from devtools.recordings import captions, recording
from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.domain.access import local_user
from praxeo.domain.errors import Conflict, PraxeoError
from praxeo.domain.input_records import MediaInput
from praxeo.domain.jobs import ReadRecording, work_of
from praxeo.domain.limits import RECORDING_BYTES_MAX
from praxeo.domain.media import MediaChapter
from praxeo.domain.records import Job
from praxeo.sources.media.kinds import TAKEN, media_kind
from praxeo.sources.media.service import Recordings

SAID = ("The heart is a muscle that pumps blood.", "An artery carries blood away from the heart.")
ME = local_user()


@pytest.fixture(scope="module")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return recording(tmp_path_factory.mktemp("media") / "lecture.mp4").read_bytes()


@pytest.fixture
def room() -> Recordings:
    clock, found = SystemClock(), find_ffmpeg()
    assert found, "ffmpeg is not installed"
    return Recordings(
        records=MemoryRecords(),
        blobs=MemoryBlobs(),
        clock=clock,
        ids=RandomIds(clock),
        read_document=DocumentReader(),
        media_tools=Ffmpeg(*found),
        text_recognition=None,
    )


def given(room: Recordings, data: bytes, said: str = "") -> MediaInput:
    new = room.create(ME, project_id="prj_1", name="lecture.mp4", captions=said.encode())
    with room.receive(ME, new.id) as upload:
        upload.write(data)
        upload.finish()
    return room.confirm(ME, new.id)


def probed(room: Recordings, source: MediaInput) -> MediaInput:
    (after,) = room.records.save(*room.probe(source.id).changes())
    assert isinstance(after, MediaInput)
    return after


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(PraxeoError) as error:
        act()
    return error.value.code


def test_what_was_said_leads_to_its_second_under_the_chapters_of_the_file(
    room: Recordings, lecture: bytes
) -> None:
    source = given(room, lecture, captions(SAID))
    job = room.records.get(Job, source.job_id)
    assert job
    assert (work_of(job), job.lane) == (ReadRecording(input_id=source.id), "reading")
    source = probed(room, source)
    assert (source.duration_seconds, source.media_type) == (6, "video/mp4")
    assert source.facts
    parts = (MediaChapter(start=0, title="The heart"), MediaChapter(start=3, title="Vessels"))
    told = replace(source, facts=replace(source.facts, chapters=parts))
    read = room.read(told, lambda share: None)
    assert next((block.kind, block.text, block.locator.second) for block in read.blocks) == (
        "heading",
        "The heart",
        0,
    )
    assert any(SAID[0] in block.text for block in read.blocks)
    assert (read.sources[0].kind, read.sources[0].input_id) == ("media_input", source.id)
    assert read.metadata.content_hash == source.content_hash


def test_without_captions_it_is_said_that_nobody_wrote_down_what_is_said(
    room: Recordings, lecture: bytes
) -> None:
    source = probed(room, given(room, lecture))
    assert code_of(lambda: room.read(source, lambda share: None)) == "recording_without_words"


def test_captions_that_are_no_good_leave_the_recording_for_better_ones(
    room: Recordings, lecture: bytes
) -> None:
    for bad, code in (
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n[music]\n", "nothing_said"),
        ("The heart pumps. " * 30, "captions_without_times"),
    ):
        source = probed(room, given(room, lecture, bad))
        with pytest.raises(Conflict) as error:
            room.read(source, lambda share: None)
        assert error.value.code == code


def test_captions_that_go_on_long_after_the_end_are_those_of_another(
    room: Recordings, lecture: bytes
) -> None:
    late = captions([f"Sentence {number} is said about the heart." for number in range(40)])
    source = probed(room, given(room, lecture, late))
    assert code_of(lambda: room.read(source, lambda share: None)) == "captions_of_another"


def test_captions_can_come_before_the_bytes_after_them_and_in_place_of_others(
    room: Recordings, lecture: bytes
) -> None:
    new = room.create(ME, project_id="prj_1", name="a.mp4")
    waiting = room.give_captions(ME, new.id, captions(SAID).encode())
    assert (waiting.status, waiting.job_id, bool(waiting.captions_blob)) == ("waiting", "", True)
    source = given(room, lecture)
    assert code_of(lambda: room.give_captions(ME, source.id, b"WEBVTT")) == "being_read"
    room.records.save(replace(source, status="refused"))
    again = room.give_captions(ME, source.id, captions(SAID).encode())
    assert (again.status, again.job_id != source.job_id) == ("queued", True)
    assert code_of(lambda: room.give_captions(ME, new.id, b"")) == "empty"
    large = b"x" * 5_000_001
    assert code_of(lambda: room.give_captions(ME, new.id, large)) == "captions_too_large"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"#EXTM3U\n", b"<svg/>", b"plain text", b"PK\x03\x04", b"\0" * 99]
)
def test_what_begins_like_no_recording_is_not_kept(room: Recordings, data: bytes) -> None:
    assert code_of(lambda: given(room, data)) == "not_a_recording"
    assert not list(room.blobs.stored("media_inputs"))


def test_a_recording_that_is_said_to_be_too_large_is_refused_before_it_is_sent(
    room: Recordings,
) -> None:
    most = RECORDING_BYTES_MAX

    def create(size: int) -> MediaInput:
        return room.create(ME, project_id="prj_1", name="a.mp4", size=size)

    assert create(most).status == "waiting"
    assert code_of(lambda: create(most + 1)) == "upload_too_large"


def test_where_there_is_no_ffmpeg_it_is_said_how_to_get_it(
    room: Recordings, lecture: bytes
) -> None:
    source = given(room, lecture)
    bare = replace(room, media_tools=None)
    assert code_of(lambda: bare.probe(source.id)) == "no_media_tool"


def test_all_kinds_that_are_named_are_taken(tmp_path: Path) -> None:
    made = {
        "mp4": (), "mov": (), "webm": ("-c:v", "libvpx", "-c:a", "libvorbis"), "mkv": (),
        "avi": (), "mpg": ("-c:v", "mpeg1video", "-c:a", "mp2", "-r", "25"), "ts": (),
    }  # fmt: skip
    heard = {
        "mp3": ("-c:a", "libmp3lame"), "m4a": (), "aac": (), "ogg": ("-c:a", "libvorbis"),
        "flac": ("-c:a", "flac"), "wav": ("-c:a", "pcm_s16le"),
    }  # fmt: skip
    for name, codecs in (made | heard).items():
        default = ("-c:a", "aac") if name in heard else ("-c:v", "libx264", "-c:a", "aac")
        file = recording(
            tmp_path / f"a.{name}",
            seconds=1,
            picture="" if name in heard else "testsrc2=size=64x64:rate=5:duration={seconds}",
            codecs=codecs or default,
        )
        assert media_kind(file.read_bytes()[:65536]), name
    assert len(TAKEN.replace(" and ", ", ").split(", ")) == 12
