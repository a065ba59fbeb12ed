"""Tesseract, where it is installed: one page picture in, its table of words out, in a confined process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from praxeo.adapters.sandbox.process import (
    OPEN_FILES,
    WALL_SECONDS_PER_PROCESSOR_SECOND,
    ProcessLimits,
    Request,
    ask,
)

MEMORY_BYTES = 300 * 2**20  # of one page; at 300 dpi it takes some 120 MB
PROCESSOR_SECONDS = 60  # of one page; it takes 1 to 3
TABLE_BYTES = 4 * 2**20
ASKED_SECONDS = 20  # for what it has; a busy machine may be slow
ENVIRONMENT = {"OMP_THREAD_LIMIT": "1"}  # its threads cost three times the work they save
ENGINE = str(Path(__file__).with_name("engine.py"))
ORIENTATION = "osd"  # the language data that tells how a page is turned
WITH_ORIENTATION, WITHOUT = "1", "3"  # modes of finding text on a page
LIMITS = ProcessLimits(
    memory_bytes=MEMORY_BYTES,
    processor_seconds=PROCESSOR_SECONDS,
    wall_seconds=PROCESSOR_SECONDS * WALL_SECONDS_PER_PROCESSOR_SECOND,
    result_bytes=TABLE_BYTES,
)


def find_tesseract(configured: str = "") -> str | None:
    """The path of the configured Tesseract, else of the one on PATH, None without one."""
    return shutil.which(configured or "tesseract")


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program at this path."""

    path: str

    def version(self) -> str:
        """As in "Tesseract 5.3.0"; "Tesseract" where it does not say."""
        first, *_ = [*self._said("--version").split("\n"), ""]
        return " ".join(["Tesseract", *first.split()[1:2]])

    def languages(self) -> tuple[str, ...]:
        """What it has learned, by its own names ("eng", "osd"); asked anew each time, as packages come and go."""
        lines = self._said("--list-langs").split("\n")[1:]
        return tuple(sorted(line.strip() for line in lines if line.strip()))

    def recognise(self, png: bytes, *, dpi: float, language: str, oriented: bool = True) -> str:
        """The words of the picture as TSV. `language` is one of `languages`; `oriented`: ORIENTATION is, too.

        Raises Refused("too_complex", "parser_crashed") where the page takes more than a page may, Unavailable.
        """
        command = [
            *(sys.executable, "-I", ENGINE),
            *(str(MEMORY_BYTES), str(PROCESSOR_SECONDS), str(OPEN_FILES)),
            *(os.path.abspath(self.path), "stdin", "stdout"),  # noqa: PTH100 (links stay)
            *("--psm", WITH_ORIENTATION if oriented else WITHOUT, "--dpi", str(round(dpi))),
            *("-l", language, "-c", "tessedit_create_tsv=1"),
        ]
        request = Request(command=command, limits=LIMITS, environment=ENVIRONMENT)
        answer = ask(request, given=png)
        return answer.decode("utf-8", "replace")

    def _said(self, question: str) -> str:
        try:
            return subprocess.run(
                [self.path, question],
                capture_output=True,
                stdin=subprocess.DEVNULL,
                env=ENVIRONMENT,
                timeout=ASKED_SECONDS,
                check=True,
            ).stdout.decode("utf-8", "replace")
        except (OSError, subprocess.SubprocessError):
            return ""
