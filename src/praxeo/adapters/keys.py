"""Keys of a provider: several, used in turn, from the environment and from a file that may change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from praxeo.domain.secrets import Secret
from praxeo.observability import logs

REFUSED_SECONDS = 3600.0  # how long a key that was refused is left alone, unless the file changes


class KeyText(Protocol):
    """A text of keys that may change: one a line, # begins a remark."""

    def state(self) -> object | None:
        """Something that differs whenever the text does; None if there is no text."""

    def text(self) -> str:
        """The text. `OSError` or `UnicodeDecodeError` if it cannot be read."""


class FileText:
    """A file of keys."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def state(self) -> object | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def text(self) -> str:
        return self._path.read_text("utf-8")


class KeyRing:
    """Some keys. The text is read again whenever it changed, so that keys come and go without a
    restart. `timer` gives seconds that only grow."""

    def __init__(
        self,
        fixed: Sequence[Secret],
        source: Path | KeyText | None,
        timer: Callable[[], float],
    ) -> None:
        self._source = FileText(source) if isinstance(source, Path) else source
        self._fixed, self._timer = tuple(fixed), timer
        self._lock = threading.Lock()
        self._seen: object | None = None
        self._from_text: tuple[Secret, ...] = ()
        self._aside: dict[Secret, float] = {}
        self._next = 0
        for key in self._fixed:
            logs.hide(key.reveal())

    def usable(self) -> tuple[Secret, ...]:
        """The keys to try, those first that were used longest ago; without those set aside."""
        with self._lock:
            keys, now = self._all(), self._timer()
            ready = [key for key in keys if self._aside.get(key, 0.0) <= now]
            if not ready:
                return ()
            self._next = (self._next + 1) % len(ready)
            return (*ready[self._next :], *ready[: self._next])

    def any(self) -> bool:
        """Whether there is a key at all, set aside or not."""
        with self._lock:
            return bool(self._all())

    def set_aside(self, key: Secret, seconds: float) -> None:
        """Leave this key alone for a while."""
        with self._lock:
            self._aside[key] = self._timer() + seconds

    def wait_seconds(self) -> float:
        """How long until a key can be used again; 0 if one can be now, or if there is none."""
        with self._lock:
            times = [self._aside.get(key, 0.0) - self._timer() for key in self._all()]
            return max(min(times, default=0.0), 0.0)

    def _all(self) -> tuple[Secret, ...]:
        if self._source is not None:
            self._read_if_changed(self._source)
        return tuple(dict.fromkeys((*self._fixed, *self._from_text)))

    def _read_if_changed(self, source: KeyText) -> None:
        seen = source.state()
        if seen is not None and seen == self._seen:
            return
        try:
            lines = source.text().splitlines() if seen is not None else None
        except (OSError, UnicodeDecodeError):
            lines = None
        if lines is None:
            if self._seen is not None:
                logs.warning("The keys cannot be read any more.")
            self._seen, self._from_text = None, ()
            return
        words = (line.partition("#")[0].strip() for line in lines)
        self._from_text = tuple(Secret(word) for word in words if word)
        self._seen = seen
        self._aside.clear()
        for key in self._from_text:
            logs.hide(key.reveal())
