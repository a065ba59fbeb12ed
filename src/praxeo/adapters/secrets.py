"""Keys in Secrets Manager: read again every few minutes, so that a rotation needs no restart."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from praxeo.adapters import aws_rights
from praxeo.adapters.aws import any_error, new_client
from praxeo.observability import logs

KEPT_SECONDS = 300.0  # how long what was read is taken for current
# What the adapter calls; a role needs this on the secrets.
RIGHTS = aws_rights.SECRETS


class SecretText:
    """The text of a secret, for a `KeyRing`: one key a line. `timer` gives seconds that only grow."""

    def __init__(self, name: str, timer: Callable[[], float], client: Any = None) -> None:
        self._name, self._timer = name, timer
        self._client = client or new_client("secretsmanager")
        self._lock = threading.Lock()
        self._read_at: float | None = None
        self._version: str | None = None
        self._text = ""

    def state(self) -> object | None:
        """The version of the secret; None while there is none. What was read before outlives a trouble."""
        with self._lock:
            now = self._timer()
            if self._read_at is None or now - self._read_at >= KEPT_SECONDS:
                self._read_at = now
                self._read()
            return self._version

    def text(self) -> str:
        """What the secret holds, as of the last `state`."""
        return self._text

    def _read(self) -> None:
        try:
            answer = self._client.get_secret_value(SecretId=self._name)
        except any_error() as fault:
            logs.warning("A secret cannot be read.", secret=self._name, reason=type(fault).__name__)
            return
        self._version, self._text = answer["VersionId"], answer.get("SecretString", "")
