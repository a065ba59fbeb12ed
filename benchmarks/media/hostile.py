"""Whether hostile recordings have ffmpeg open another file or a connection: every call of it traced (`strace`).

`python -m benchmarks.media.hostile` makes the files of the hostile suite, does to each all that is done with a
recording, and prints what was opened, how long the slowest took and how much memory the largest had. It leaves with 1
if a bar is missed, or if the trace does not see a plain ffmpeg open what a playlist names.
"""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from devtools.recordings import recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.domain.errors import PraxeoError
from tests.hostile.builders.recordings import hostile_recordings

SECONDS_MAX, MEMORY_KIB_MAX, PORT = 20, 3 * 2**19, 9
CALLS = "open,openat,openat2,connect,execve,clone,clone3,fork,vfork"
LINE = re.compile(r"(\d+) +(\w+)\((.*)")
PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
OWN = re.compile(r"/(usr|lib|lib64|etc|proc|dev|sys|opt|nix)(/|$)|.*/praxeo-media-[^/]+/|[^/.]|\.$")
"""What ffmpeg may open: the system's files, and what is in its own folder."""


@dataclass
class Trace:
    """What ffmpeg and ffprobe opened and connected to, of what `strace` wrote."""

    others: list[str] = field(default_factory=list)
    connections: list[str] = field(default_factory=list)
    runs: int = 0

    def read(self, lines: Iterable[str]) -> Trace:
        """Whoever has become ffmpeg counts, with all threads of it."""
        theirs: set[str] = set()
        for line in lines:
            found = LINE.match(line)
            if not found:
                continue
            who, call, rest = found.groups()
            path = PATH.search(rest)
            if call == "execve" and path and Path(path[1]).name in ("ffmpeg", "ffprobe"):
                theirs.add(who)
                self.runs += 1
            elif who in theirs and call.startswith(("clone", "fork", "vfork")):
                theirs.update(re.findall(r"= (\d+)$", rest))
            elif who in theirs and call == "connect":
                self.connections.append(line)
            elif who in theirs and path and not OWN.match(path[1]):
                self.others.append(path[1])
        return self


def main(arguments: Sequence[str]) -> int:
    """Print every figure beside its bar; 1 if one is missed."""
    if arguments:
        return _do_all(Path(arguments[0]))
    strace = shutil.which("strace")
    assert strace, "strace is not installed"
    with TemporaryDirectory(prefix="praxeo-hostile-") as name:
        folder = Path(name)
        for secret in ("secret.mp4", "secret.ts"):
            recording(folder / secret, seconds=1)
        count = len(list(hostile_recordings(folder, PORT)))
        (folder / "kept").mkdir()
        done, ended = _traced(
            strace, folder, sys.executable, "-m", "benchmarks.media.hostile", name
        )
        plain, _ = _traced(strace, folder, find_ffmpeg()[0], "-v", "quiet", "-i",  # type: ignore[index]
                        str(folder / "playlist-of-a-sibling.mp4"), "-f", "null", "-")  # fmt: skip
    print(f"   {count} files, {done.runs} runs of ffmpeg and ffprobe")
    figures = [
        ("other files opened", len(done.others), 0),
        ("connections", len(done.connections), 0),
        ("what the trace missed of a plain ffmpeg", int(not plain.others), 0),
        ("bars of time and memory that were missed", ended, 0),
    ]
    for title, value, bar in figures:
        print(f"{'ok' if value <= bar else '!!'} {title:<44} {value:5d}  ≤ {bar}")
    for path in sorted({*done.others, *done.connections})[:9]:
        print("  ", path)
    return int(any(value > bar for _, value, bar in figures) or count < 40 or not done.runs)


def _traced(strace: str, folder: Path, *command: str) -> tuple[Trace, int]:
    log = folder / "kept" / "trace"
    ended = subprocess.run(
        [strace, "-f", "-qq", "-e", f"trace={CALLS}", "-s", "300", "-o", str(log), *command],
        check=False,
    ).returncode
    with log.open("r", encoding="utf-8", errors="replace") as lines:
        return Trace().read(lines), ended


def _do_all(folder: Path) -> int:
    """Do all to every hostile one in the folder; 1 if the slowest, the largest or the one after them is at fault."""
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    tools, slowest, codes = Ffmpeg(*found), (0.0, ""), set[str]()
    for path in sorted(folder.glob("*.m*")):
        begun = time.monotonic()
        codes.add(_outcome(lambda path=path: _everything(tools, path)))  # type: ignore[misc]
        slowest = max(slowest, (time.monotonic() - begun, path.name))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    good = _outcome(lambda: _everything(tools, folder / "secret.mp4")) == "taken"
    print(f"   slowest: {slowest[1]}, {slowest[0]:.1f} s while traced (≤ {SECONDS_MAX})")
    print(
        f"   most memory {memory // 1024} MiB (≤ {MEMORY_KIB_MAX // 1024}); the next one is read: {good}"
    )
    print(f"   ended as: {', '.join(sorted(codes))}")
    return int(slowest[0] > SECONDS_MAX or memory > MEMORY_KIB_MAX or not good)


def _outcome(act: Callable[[], object]) -> str:
    try:
        act()
    except PraxeoError as error:
        return error.code
    return "taken"


def _everything(tools: Ffmpeg, path: Path) -> None:
    facts = tools.probe(path)
    tools.silences(path, facts)
    for _ in tools.frames(path, facts, size=(32, 18), per_second=2):
        pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
