"""Keys of a provider: several, used in turn, from the environment and from a file that may change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from praxeo.domain.secrets import Secret
from praxeo.observability import logs

REFUSED_SECONDS = 3600.0  # how long a key that was refused is left alone, unless the file changes


class KeyRing:
    """Some keys. The file (one key a line, # begins a remark) is read again whenever it changed, so
    that keys come and go without a restart. `timer` gives seconds that only grow."""

    def __init__(
        self, fixed: Sequence[Secret], file: Path | None, timer: Callable[[], float]
    ) -> None:
        self._fixed, self._file, self._timer = tuple(fixed), file, timer
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        self._from_file: tuple[Secret, ...] = ()
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
        if self._file is not None:
            self._read_if_changed(self._file)
        return tuple(dict.fromkeys((*self._fixed, *self._from_file)))

    def _read_if_changed(self, file: Path) -> None:
        try:
            state = file.stat()
            seen = (state.st_mtime_ns, state.st_size)
            if seen == self._seen:
                return
            lines = file.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            if self._seen is not None:
                logs.warning("The key file cannot be read any more.")
            self._seen, self._from_file = None, ()
            return
        words = (line.partition("#")[0].strip() for line in lines)
        self._from_file = tuple(Secret(word) for word in words if word)
        self._seen = seen
        self._aside.clear()
        for key in self._from_file:
            logs.hide(key.reveal())
