"""ffmpeg is run confined: it reads the one file, writes where it may, and nothing else of this machine."""

from __future__ import annotations

import socket
import wave
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from devtools.recordings import AAC, made, recording
from praxeo.adapters.ffmpeg.confined import Limits, own_folder, run
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.domain.cancellation import Cancellation, Cancelled, cancellable_by
from praxeo.domain.errors import PraxeoError

LIMITS = Limits(processor_seconds=10, written_bytes=1_000_000)


@pytest.fixture(scope="module")
def tools() -> Ffmpeg:
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    return Ffmpeg(*found)


@pytest.fixture(scope="module")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recording(tmp_path_factory.mktemp("media") / "lecture.mp4")


def output(command: tuple[str, ...], folder: Path, limits: Limits = LIMITS) -> str:
    return b"".join(run(command, folder, limits)).decode()


def test_a_recording_is_known_by_its_streams(tools: Ffmpeg, lecture: Path) -> None:
    facts = tools.probe(lecture)
    assert facts.video is not None
    assert facts.audio is not None
    assert abs(facts.seconds - 6) < 0.1
    assert (facts.video.codec, facts.video.width, facts.video.height) == ("h264", 320, 180)
    assert (facts.video.keyframe_seconds, facts.video.frames_per_second) == (2.0, 25.0)
    assert (facts.audio.codec, facts.audio.sample_rate, facts.streams) == ("aac", 44100, 2)


def test_what_is_white_in_hdr_is_white_on_a_common_screen(tools: Ffmpeg, tmp_path: Path) -> None:
    paper = "color=c=#949494:size=64x36:rate=5:duration={seconds},format=yuv420p10le"  # 203 nits
    told = "colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc"
    codec = ("-c:v", "libx264", "-preset", "ultrafast", "-x264-params", told)
    path = recording(tmp_path / "hdr.mp4", picture=paper, sound="", seconds=1, codecs=codec)
    facts = tools.probe(path)
    assert facts.video
    assert facts.video.hdr
    (still,) = tools.stills(path, facts, 0.4, width=64)
    assert min(still.points) > 210


def test_a_sound_alone_is_a_recording(tools: Ffmpeg, tmp_path: Path) -> None:
    facts = tools.probe(recording(tmp_path / "talk.m4a", picture="", codecs=AAC))
    assert facts.video is None
    assert facts.audio is not None
    assert abs(facts.seconds - 6) < 0.1


def test_what_a_browser_recorded_has_a_length_though_its_file_states_none(
    tools: Ffmpeg, tmp_path: Path
) -> None:
    live = ("-c:v", "libvpx", "-deadline", "realtime", "-an", "-f", "webm", "-live", "1")
    facts = tools.probe(recording(tmp_path / "live.webm", sound="", codecs=live))
    assert abs(facts.seconds - 6) < 0.1


def test_small_pictures_come_so_many_a_second(tools: Ffmpeg, lecture: Path) -> None:
    facts = tools.probe(lecture)
    gray = list(tools.frames(lecture, facts, size=(32, 18), per_second=2))
    assert abs(len(gray) - 12) <= 1
    assert {len(each) for each in gray} == {32 * 18}
    assert len(set(gray)) > 6
    coloured = next(tools.frames(lecture, facts, size=(16, 9), per_second=1, colours="rgb24"))
    assert len(coloured) == 16 * 9 * 3


def test_a_still_is_no_wider_than_the_picture_is(tools: Ffmpeg, lecture: Path) -> None:
    facts = tools.probe(lecture)
    for wanted, width in ((160, 160), (1280, 320)):
        (still,) = tools.stills(lecture, facts, 3, width=wanted)
        assert (still.width, still.height) == (width, width * 9 // 16)
        assert len(still.points) == 3 * still.width * still.height
    with pytest.raises(PraxeoError):
        tools.stills(lecture, facts, 99, width=160)


def test_what_a_phone_filmed_upright_is_shown_upright(
    tools: Ffmpeg, lecture: Path, tmp_path: Path
) -> None:
    turned = made(tmp_path / "t.mp4", "-i", lecture, "-c", "copy", "-metadata:s:v", "rotate=90")
    facts = tools.probe(turned)
    assert facts.video is not None
    assert (facts.video.width, facts.video.height) == (180, 320)
    (still,) = tools.stills(turned, facts, 1, width=1000)
    assert (still.width, still.height) == (180, 320)


def test_silence_is_found_where_nothing_is_heard(tools: Ffmpeg, tmp_path: Path) -> None:
    gap = "aevalsrc='if(between(t,2,3.5)+gt(t,5),0,sin(880*t))':d={seconds}"
    talk = recording(tmp_path / "talk.m4a", picture="", sound=gap, codecs=AAC)
    (first, second) = tools.silences(talk, tools.probe(talk))
    assert first == pytest.approx((2, 3.5), abs=0.1)
    assert second == pytest.approx((5, 6), abs=0.1)


def test_sound_for_speech_is_one_channel_of_sixteen_thousand_samples(
    tools: Ffmpeg, lecture: Path, tmp_path: Path
) -> None:
    wav = tools.speech_audio(lecture, tools.probe(lecture), tmp_path)
    with wave.open(str(wav)) as sound:
        assert (sound.getnchannels(), sound.getframerate(), sound.getsampwidth()) == (1, 16000, 2)
        assert sound.getnframes() / 16000 == pytest.approx(6, abs=0.1)


def test_keyframes_are_listed_in_order(tools: Ffmpeg, lecture: Path) -> None:
    assert tools.keyframes(lecture, tools.probe(lecture)) == (0.0, 2.0, 4.0)


def test_chapters_of_the_file_are_listed(tools: Ffmpeg, lecture: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(
        ";FFMETADATA1\ntitle=The heart\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=3\ntitle=Blood\n"
        "[CHAPTER]\nTIMEBASE=1/1\nSTART=3\nEND=6\ntitle=Vessels\n"
    )
    told = made(tmp_path / "a.mp4", "-i", lecture, "-i", notes, "-map_metadata", "1", "-c", "copy")
    facts = tools.probe(told)
    assert facts.title == "The heart"
    assert [(c.start, c.title) for c in facts.chapters] == [(0, "Blood"), (3, "Vessels")]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "given.txt").write_text("given")
    with own_folder(tmp_path / "given.txt") as folder:
        yield folder


def test_a_confined_program_reads_its_input_and_no_other_file(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("other")
    assert output(("/bin/cat", "input"), folder) == "given"
    for name in (str(tmp_path / "other.txt"), "/etc/passwd", "/proc/self/environ"):
        with pytest.raises(PraxeoError) as refusal:
            output(("/bin/cat", name), folder)
        assert "Permission denied" in "".join(refusal.value.__notes__)


def test_a_confined_program_writes_into_its_folder_only(folder: Path, tmp_path: Path) -> None:
    output(("/bin/sh", "-c", "echo made > made"), folder)
    assert (folder / "made").read_text() == "made\n"
    for name in (str(tmp_path / "made"), "input", str(Path.home() / "made"), "../made"):
        with pytest.raises(PraxeoError):
            output(("/bin/sh", "-c", f"echo made > {name}"), folder)
        assert not (tmp_path / "made").exists()
    assert (tmp_path / "given.txt").read_text() == "given"


def test_what_writes_more_than_it_may_is_ended(folder: Path) -> None:
    with pytest.raises(PraxeoError):
        output(("/bin/sh", "-c", "head -c 9000000 /dev/zero > large"), folder)
    assert (folder / "large").stat().st_size <= LIMITS.written_bytes


def test_a_confined_program_has_no_network(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(PraxeoError) as refusal:
            output(("/bin/bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{port}"), folder)
        assert f"/dev/tcp/127.0.0.1/{port}" in "".join(refusal.value.__notes__)
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_time_is_limited(folder: Path) -> None:
    for program in ("while :; do :; done", "sleep 60"):
        with pytest.raises(PraxeoError) as refusal:
            output(("/bin/sh", "-c", program), folder, Limits(processor_seconds=1))
        assert refusal.value.code == "recording_too_complex"


def test_memory_is_limited(folder: Path) -> None:
    with pytest.raises(PraxeoError):
        output(("/bin/sh", "-c", "tail /dev/zero"), folder)


def test_a_run_that_is_given_up_leaves_no_process(folder: Path) -> None:
    command = ("/bin/sh", "-c", "echo $$; while :; do :; done")
    with closing(run(command, folder, LIMITS)) as parts:
        process = int(next(parts))
    assert not Path(f"/proc/{process}").exists()
    mark = Cancellation()
    with cancellable_by(mark):
        parts = run(command, folder, LIMITS)
        process = int(next(parts))
        mark.cancel()
        with pytest.raises(Cancelled):
            list(parts)
    assert not Path(f"/proc/{process}").exists()
