"""The child's side of `parser_process`: put on the limits, read one file, write one answer.

Run as a file, so that it works without installation: TASK PATH MEMORY SECONDS FILES. The answer goes to what
was standard output, on which nothing else can write.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

NOTE_LIMIT_CHARACTERS = 4000
FORBIDDEN_EVENTS = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def main(arguments: list[str]) -> None:
    """Read the file and answer with `result`, `error` or `crash` and a body."""
    name, path, memory, seconds, files = arguments
    pipe = _taken_from_output()
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from praxeo.adapters.sandbox.tasks import task_of
    from praxeo.domain.errors import PraxeoError

    answer = os.fdopen(pipe, "wb")
    _report_crashes_on(pipe)
    try:
        task = task_of(name)  # imported before the limits are put on
        confine(int(memory), int(seconds), int(files))
        body = b"result\n" + task(Path(path))
    except ImportError as error:
        body = b"error\n" + json.dumps(_missing(error)).encode()
    except PraxeoError as error:
        body = (
            b"error\n" + json.dumps([error.kind, error.code, error.message, error.details]).encode()
        )
    except MemoryError:
        body = b"error\n" + json.dumps(OUT_OF_MEMORY).encode()
    answer.write(body)
    answer.flush()
    os._exit(0)  # nothing to tidy up; a hostile file's objects are not worth visiting again


def _missing(error: ImportError) -> list[object]:
    """What is said where a library that reads this kind of file is not installed: nothing is wrong with the file."""
    return [
        "unavailable",
        "reader_missing",
        f"Praxeo cannot read this kind of file here: its library {error.name or error} is not installed. Install Praxeo's "
        "requirements anew; `praxeo doctor` names what is missing.",
        {"library": error.name or str(error)},
    ]


def _taken_from_output() -> int:
    """A descriptor that writes where standard output did; what libraries print goes nowhere."""
    pipe = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return pipe


OUT_OF_MEMORY = [
    "refused",
    "too_complex",
    "Reading this file takes more memory than one document may use. It may be damaged or built "
    "to overload readers; try to save it anew, or split it into parts.",
]


def confine(memory: int, seconds: int, files: int) -> None:
    """Put this process under its limits for good: bytes beyond what it has, seconds, open files."""
    from praxeo.adapters.sandbox.limits import leave_the_network, set_limits

    leave_the_network()
    set_limits(_mapped() + memory, seconds, files)
    sys.addaudithook(_forbid)


def _mapped() -> int:
    """Bytes that interpreter and parser have mapped already."""
    if sys.platform != "linux":
        return 0
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse network, processes and writing, whatever a parser's library may try."""
    if event.startswith(FORBIDDEN_EVENTS):
        raise PermissionError(f"a parser may not use {event}")
    if event == "open":
        flags = arguments[2]
        if isinstance(flags, int) and flags & WRITING:
            raise PermissionError("a parser may not write files")


def _report_crashes_on(pipe: int) -> None:
    """Let an unforeseen error end as a note to the parent instead of text that nobody reads."""

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))[-NOTE_LIMIT_CHARACTERS:]
        os.write(pipe, b"crash\n" + text.encode("utf-8", "replace"))

    sys.excepthook = report


if __name__ == "__main__":
    main(sys.argv[1:])
