"""What the commands print, and the exit codes they leave with."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from praxeo.domain.errors import PraxeoError

if TYPE_CHECKING:  # a command that touches no library need not load it
    from praxeo.app import Praxeo
    from praxeo.config import Config
    from praxeo.domain.records import ExampleStatus

EXIT_UNEXPECTED = 1
EXIT_REFUSED = 3
EXIT_CONFLICT = 7
EXIT_UNAVAILABLE = 8
EXIT_DAMAGED = 9
EXIT_CODES = {
    0: "done",
    1: "something inside Praxeo went wrong",
    2: "wrong usage",
    3: "the input was refused",
    4: "the app failed its check",
    5: "the app was made but not proven (no browser)",
    6: "not found",
    7: "changed meanwhile or in the way of something else",
    8: "something needed does not answer",
    9: "the library is damaged",
}
_EXIT_OF_KIND = {
    "refused": 3,
    "too_large": 3,
    "not_found": 6,
    "conflict": 7,
    "forbidden": 7,
    "unavailable": 8,
}
EXIT_OF_STATUS: dict[ExampleStatus, int] = {
    "ready": 0,
    "specified": 0,
    "making": 8,
    "unproven": 5,
    "failed": 4,
}


def configuration() -> Config:
    """The configuration of this process. Raises Refused("bad_setting") that names the variable."""
    from praxeo.config import read_config

    return read_config(os.environ)


@contextmanager
def opened_library(config: Config | None = None, *, restoring: bool = False) -> Iterator[Praxeo]:
    """The library of this configuration, closed at the end; `restoring` takes one without records too.

    One of this machine is migrated first; one in the cloud was, before this release came to it.
    """
    from praxeo.ops.migrate import migrate
    from praxeo.wiring.product import build_praxeo

    config = config or configuration()
    praxeo = build_praxeo(config, restoring=restoring)
    try:
        if config.database_url.startswith("sqlite:"):
            for done in migrate(praxeo.outside.records, praxeo.outside.clock):
                say(
                    f"Rewrote {done.rewritten} records of {done.table} in the form of this release."
                )
        yield praxeo
    finally:
        praxeo.outside.close()


def write_any_sign() -> None:
    """Have every text written, whatever the console can show.

    Files and pipes get UTF-8, as data is everywhere else; a terminal keeps its own encoding, with signs
    in place of those that it lacks. Half characters, such as in odd file names, stop nothing either.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def print_json(value: Mapping[str, Any]) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_text(text: str) -> None:
    """Text on standard output, with one line end at its end."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def say(text: str) -> None:
    """A message for the person, on standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def confirmed(question: str) -> bool:
    """Whether the person says yes on the terminal; nobody there is a no."""
    sys.stderr.write(f"{question} [y/N]: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def complain(error: PraxeoError) -> int:
    """Tell the person what is wrong; gives the exit code."""
    say(f"praxeo: {error.message} [{error.code}]")
    for fault in getattr(error, "faults", ()):
        say(f"  line {fault.line}: {fault.message}")
    return _EXIT_OF_KIND.get(error.kind, EXIT_UNEXPECTED)


def leave(code: int) -> NoReturn:
    """End the command with this exit code."""
    raise SystemExit(code)
