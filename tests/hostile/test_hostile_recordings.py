"""Hostile recordings reach no other file and no address; each ends soon, with its own code, and harms nothing after it."""

from __future__ import annotations

import ctypes
import os
import resource
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devtools.recordings import recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.domain.errors import PraxeoError
from tests.hostile.builders.recordings import LISTS, hostile_recordings

SECONDS_MAX = 20
MEMORY_KIB_MAX = 3 * 2**19  # 1.5 GiB
IN_OPEN = 0x20
REFUSED = frozenset(
    {
        "recording_unreadable", "recording_empty", "recording_too_complex", "recording_too_long",
        "too_many_streams", "frame_too_large",
    }
)  # fmt: skip
CODES = {
    "ten hours apart": "recording_too_long",
    "a day of silence": "recording_too_long",
    "three hundred streams": "too_many_streams",
    **dict.fromkeys(
        (*LISTS, "empty", "zeros", "noise", "head alone", "half"), "recording_unreadable"
    ),
}


@pytest.fixture(scope="module")
def tools() -> Ffmpeg:
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    return Ffmpeg(*found)


@pytest.fixture(scope="module")
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tenant")
    recording(folder / "secret.mp4", seconds=1)
    recording(folder / "secret.ts", seconds=1)
    return folder


@pytest.fixture(scope="module")
def files(folder: Path, listener: socket.socket) -> dict[str, Path]:
    return dict(hostile_recordings(folder, listener.getsockname()[1]))


class Watched:
    """Tells of files whether anybody opened them."""

    def __init__(self, *paths: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._queue = libc.inotify_init1(os.O_NONBLOCK)
        for path in paths:
            assert libc.inotify_add_watch(self._queue, str(path).encode(), IN_OPEN) >= 0

    def opened(self) -> bool:
        try:
            return bool(os.read(self._queue, 4096))
        except BlockingIOError:
            return False


def outcome(act: Callable[[], object]) -> str:
    """ "taken", or the code of the refusal."""
    try:
        act()
    except PraxeoError as error:
        return error.code
    return "taken"


def everything(tools: Ffmpeg, path: Path, folder: Path) -> Callable[[], object]:
    """All that is done with a recording, one after the other."""

    def act() -> None:
        facts = tools.probe(path)
        tools.silences(path, facts)
        if facts.audio:
            tools.speech_audio(path, facts, folder)
        if facts.video:
            tools.stills(path, facts, 0, width=160)
        for _ in tools.frames(path, facts, size=(32, 18), per_second=2):
            pass

    return act


def test_none_of_forty_reaches_a_file_or_an_address_and_each_ends_soon(
    tools: Ffmpeg, files: dict[str, Path], folder: Path, listener: socket.socket, tmp_path: Path
) -> None:
    assert len(files) >= 40
    watched = Watched(folder / "secret.mp4", folder / "secret.ts")
    found: dict[str, str] = {}
    for name, path in files.items():
        begun = time.monotonic()
        found[name] = outcome(everything(tools, path, tmp_path))
        assert time.monotonic() - begun < SECONDS_MAX, name
        assert not watched.opened(), name
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert {name: code for name, code in found.items() if CODES.get(name, code) != code} == {}
    assert set(found.values()) <= REFUSED | {"taken", "media_tool_failed"}
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEMORY_KIB_MAX
    good = tools.probe(folder / "secret.mp4")
    assert good.video is not None
    assert watched.opened()  # whoever opens it is seen


@pytest.mark.parametrize(
    "name", ["-i.mp4", "a%03d.mp4", "concat:a|b.mp4", "a'b;$(x).mp4", "http:a.mp4", "ü\n.mp4"]
)
def test_names_of_files_mean_nothing(
    name: str, tools: Ffmpeg, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes((folder / "secret.mp4").read_bytes())
    assert tools.probe(path).seconds == pytest.approx(1, abs=0.1)
