"""Libraries for journeys that begin with an app: each is made once in a run, and copied by whoever needs one."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

from studio_server import SAMPLE, SHORT_TEXT, Served

DONE = "made"


def with_the_sample(server: Served, folder: Path) -> None:
    """The library of a first start: the sample's app, proven and published."""
    server.start("--sample", str(SAMPLE))
    server.ready(server.get("examples")["records"][0])


def with_water(server: Served, folder: Path) -> None:
    """A library whose one app is about the water cycle."""
    server.start()
    document = folder / "water.md"
    document.write_text(SHORT_TEXT, "utf-8")
    server.made(document)


class Libraries:
    """Makes each library once, however many workers run tests; `folder` is theirs together."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def copied(self, make: Callable[[Served, Path], None], to: Path) -> None:
        """Put a copy of what `make` makes into the folder `to`."""
        kept = self._folder / make.__name__
        kept.mkdir(parents=True, exist_ok=True)
        with (kept / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (kept / DONE).exists():
                shutil.rmtree(kept / "library", ignore_errors=True)
                server = Served(kept / "library")
                try:
                    make(server, kept)
                finally:
                    server.close()
                (kept / DONE).touch()
        shutil.copytree(kept / "library", to, dirs_exist_ok=True)
