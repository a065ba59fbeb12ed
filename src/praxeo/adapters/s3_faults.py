"""What S3 answers, in our words."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from praxeo.adapters.aws import client_error, error_code, translated
from praxeo.domain.errors import NotFound, Unavailable

_MISSING = frozenset({"404", "NoSuchKey", "NotFound"})


def checksum_of(digest: bytes) -> str:
    """A SHA-256 as S3 writes it."""
    return b64encode(digest).decode()


def blob_not_found() -> NotFound:
    """What to tell of a key that is not there."""
    return NotFound("blob_not_found", "These bytes are not stored any more.")


@contextmanager
def blobs_translated() -> Iterator[None]:
    """While inside, what S3 refuses is told in our words: NotFound, Unavailable."""
    with _unavailable():
        try:
            yield
        except client_error() as fault:
            if error_code(fault) in _MISSING:
                raise blob_not_found() from fault
            raise


def _unavailable() -> AbstractContextManager[None]:
    return translated(
        lambda reason, passing: Unavailable(
            "blobs_unavailable", f"The stored files do not answer: {reason}.", retryable=passing
        )
    )
