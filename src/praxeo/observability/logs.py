"""Logs: one JSON object a line on standard error, with request and job ids, without contents or secrets."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TextIO

from praxeo.observability.context import job_id, request_id

NAME = "praxeo"
SHOWN_INSTEAD = "***"
SECRET_CHARACTERS_MIN = 8  # anything shorter would blacken ordinary words
_log = logging.getLogger(NAME)
_secrets: set[str] = set()


def hide(secret: str) -> None:
    """Have this value never appear in a log line, wherever it comes from."""
    if len(secret) >= SECRET_CHARACTERS_MIN:
        _secrets.add(secret)


def without_secrets(text: str) -> str:
    """The text with every hidden value blackened."""
    for secret in _secrets:
        text = text.replace(secret, SHOWN_INSTEAD)
    return text


class JsonLines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            "request_id": getattr(record, "request_id", "") or request_id(),
            "job_id": getattr(record, "job_id", "") or job_id(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            entry["trace"] = self.formatException(record.exc_info)
        return without_secrets(
            json.dumps({key: value for key, value in entry.items() if value != ""})
        )


def start_logging(level: str, stream: TextIO | None = None) -> None:
    """Send Praxeo's logs of this level and above to the stream (standard error)."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    _log.handlers = [handler]
    _log.setLevel(level.upper())
    _log.propagate = False


def info(message: str, **fields: object) -> None:
    """Note something that happened. Fields are ids, counts and times, never contents."""
    _log.info(message, extra={"fields": fields})


def warning(message: str, **fields: object) -> None:
    """Note something that a person who runs Praxeo may want to look at."""
    _log.warning(message, extra={"fields": fields})


def unexpected(message: str, **fields: object) -> None:
    """Note a defect together with the current exception's trace."""
    _log.error(message, exc_info=True, extra={"fields": fields})
