"""Which request or job the current work belongs to, for logs and stored records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_REQUEST: ContextVar[str] = ContextVar("praxeo_request_id", default="")
_JOB: ContextVar[str] = ContextVar("praxeo_job_id", default="")


def request_id() -> str:
    """The id of the request that is being answered, or ""."""
    return _REQUEST.get()


def job_id() -> str:
    """The id of the job that is being run, or ""."""
    return _JOB.get()


@contextmanager
def during_request(identifier: str) -> Iterator[None]:
    """Everything within belongs to this request."""
    token = _REQUEST.set(identifier)
    try:
        yield
    finally:
        _REQUEST.reset(token)


@contextmanager
def during_job(identifier: str, request: str) -> Iterator[None]:
    """Everything within belongs to this job, and to the request that asked for it."""
    token = _JOB.set(identifier)
    try:
        with during_request(request):
            yield
    finally:
        _JOB.reset(token)
