"""Traced call by call, ffmpeg opens nothing of what hostile recordings name, and connects to nobody."""

from __future__ import annotations

import pytest

from benchmarks.media.hostile import Trace, main


def test_whoever_becomes_ffmpeg_is_watched_with_its_threads_and_nobody_else() -> None:
    trace = Trace().read(
        """
7 execve("/usr/bin/python", ["python"], 0x1) = 0
7 openat(AT_FDCWD, "/home/somebody/module.py", O_RDONLY) = 3
8 execve("/usr/bin/ffmpeg", ["ffmpeg"], 0x1) = 0
8 openat(AT_FDCWD, "/usr/lib/libx264.so", O_RDONLY) = 3
8 openat(AT_FDCWD, "input", O_RDONLY) = 4
8 clone3({flags=CLONE_VM}, 88) = 9
9 openat(AT_FDCWD, "/home/somebody/secret.ts", O_RDONLY) = -1 EACCES
9 openat(AT_FDCWD, "../secret.ts", O_RDONLY) = -1 ENOENT
8 connect(3, {sa_family=AF_INET, sin_port=htons(80)}, 16) = -1 ENETUNREACH
""".splitlines()
    )
    assert trace.others == ["/home/somebody/secret.ts", "../secret.ts"]
    assert len(trace.connections) == 1
    assert trace.runs == 1


@pytest.mark.nightly
def test_none_of_forty_has_it_open_or_reach_anything_else() -> None:
    assert main([]) == 0
