"""Logs: one JSON object a line on standard error, with request and job ids, without contents or secrets."""

from __future__ import annotations

import json
import logging
import math
import sys
from datetime import UTC, datetime
from typing import TextIO

from praxeo.observability.context import job_id, request_id

NAME = "praxeo"
OTHERS = ("uvicorn", "asyncio")
QUIET_SECONDS = 60
SAID_CHARACTERS = 60  # of a message, that tell it from others
SAYINGS_MAX = 100
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
            "message": record.getMessage().strip(),
            "request_id": getattr(record, "request_id", "") or request_id(),
            "job_id": getattr(record, "job_id", "") or job_id(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            entry["trace"] = self.formatException(record.exc_info)
        return without_secrets(
            json.dumps({key: value for key, value in entry.items() if value != ""})
        )


class OnceAMinute(logging.Filter):
    """Lets what is said over and over through once a minute: others' loggers do not count for themselves."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        said = str(record.msg)[:SAID_CHARACTERS]
        if record.created - self._told.get(said, -math.inf) < QUIET_SECONDS:
            return False
        if len(self._told) >= SAYINGS_MAX:
            self._told.clear()
        self._told[said] = record.created
        return True


def start_logging(level: str, stream: TextIO | None = None) -> None:
    """Send Praxeo's logs of this level and above, and those of the server below it, to the stream (standard error)."""
    own, others = (logging.StreamHandler(stream or sys.stderr) for _ in range(2))
    others.addFilter(OnceAMinute())
    for name, handler in ((NAME, own), *((name, others) for name in OTHERS)):
        handler.setFormatter(JsonLines())
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(level.upper())
        logger.propagate = False


def info(message: str, **fields: object) -> None:
    """Note something that happened. Fields are ids, counts and times, never contents."""
    _log.info(message, extra={"fields": fields})


def warning(message: str, **fields: object) -> None:
    """Note something that a person who runs Praxeo may want to look at."""
    _log.warning(message, extra={"fields": fields})


def unexpected(message: str, **fields: object) -> None:
    """Note a defect together with the current exception's trace."""
    _log.error(message, exc_info=True, extra={"fields": fields})
