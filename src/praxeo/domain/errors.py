"""Every error that Praxeo raises on purpose: a stable code, a sentence for the user, a next step.

`entrypoints.api.problems` maps kinds to HTTP statuses; `jobs.retry` retries what is `retryable`.
"""

from __future__ import annotations

from collections.abc import Mapping

Details = Mapping[str, str | int]
"""What a sentence names, by stable names: whoever tells it in another language needs no more."""


class PraxeoError(Exception):
    """Base of all of them. `message` is a whole sentence that a user can act on.

    `code` is stable and documented in docs/reference/errors.md; `retryable` says whether the same
    call may succeed later without any change. `details` is what the sentence names.
    """

    kind = "failed"
    retryable = False

    def __init__(
        self,
        code: str,
        message: str,
        *,
        retryable: bool | None = None,
        details: Details | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = dict(details or {})
        if retryable is not None:
            self.retryable = retryable


class Refused(PraxeoError):
    """The input itself cannot be accepted (wrong type, encrypted, a bomb, a spec with a fault)."""

    kind = "refused"


class TooLarge(Refused):
    """The input passes a documented limit."""

    kind = "too_large"


class EditRefused(Refused):
    """An edit cannot be applied as it is written; nothing of it was. `hunk` counts from 1, 0: all.

    Codes: edit_malformed, edit_not_found, edit_ambiguous, edit_overlaps.
    """

    def __init__(self, code: str, message: str, *, hunk: int = 0) -> None:
        super().__init__(code, f"Hunk {hunk}: {message}" if hunk else message)
        self.hunk = hunk


class OperationRefused(Refused):
    """One of several operations that cannot be done; nothing of any of them was.

    `field` is the one that it is about ("" for the whole); `pointer` leads to it in the request, once
    it is told which operation it is (`at`; they count from 0).
    """

    def __init__(self, code: str, message: str, *, field: str = "") -> None:
        super().__init__(code, message)
        self.field = field
        self.pointer = ""

    def at(self, number: int) -> OperationRefused:
        """The same, told of the operation with this number."""
        self.pointer = "/".join(filter(None, ("/operations", str(number), self.field)))
        return self


class NotFound(PraxeoError):
    """There is no such record, or its owner does not share it."""

    kind = "not_found"


class Conflict(PraxeoError):
    """The record has changed since it was read; read it again and repeat the change."""

    kind = "conflict"


class Forbidden(PraxeoError):
    """The caller may not do this."""

    kind = "forbidden"


class Unavailable(PraxeoError):
    """Something outside (a browser, a disk, a service) does not answer now.

    `retry_after` is how many seconds to wait before it is asked again, None where nobody says.
    """

    kind = "unavailable"
    retryable = True

    def __init__(
        self,
        code: str,
        message: str,
        *,
        retryable: bool | None = None,
        details: Details | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(code, message, retryable=retryable, details=details)
        self.retry_after = retry_after
