"""Passwords of embeds: hashed slowly, so that a stolen hash is of little use and a guess costs time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from praxeo.domain.errors import Refused

if TYPE_CHECKING:
    from argon2 import PasswordHasher

# Some 36 ms and 19 MiB a try, as OWASP recommends at the least: the library's own default is a log-in flood's friend.
MEMORY_KIBIBYTES, PASSES, LANES = 19 * 1024, 2, 1
PASSWORD_CHARS_MIN, PASSWORD_CHARS_MAX = 4, 200

WRONG_OF_ONE = 20  # wrong tries from one address; a class behind one router may mistype
WRONG_OF_ALL = 200  # wrong tries at one embed from wherever
WHILE = timedelta(minutes=10)
COUNTED_MAX = 10_000


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # loaded by those who need it: most visitors need none

    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIBIBYTES, parallelism=LANES)


def password_hash(password: str) -> str:
    """The hash that is kept. Refused("bad_password") for one that is too short or too long."""
    if not PASSWORD_CHARS_MIN <= len(password) <= PASSWORD_CHARS_MAX:
        raise Refused(
            "bad_password",
            f"A password has from {PASSWORD_CHARS_MIN} to {PASSWORD_CHARS_MAX} characters.",
        )
    return _hasher().hash(password)


def is_password(password: str, kept: str) -> bool:
    """Whether this is the password that the hash was made of."""
    from argon2.exceptions import InvalidHashError, VerificationError

    if len(password) > PASSWORD_CHARS_MAX:
        return False
    try:
        return _hasher().verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


@dataclass
class WrongTries:
    """The wrong passwords of the last minutes, in memory alone: by embed, and by embed and address."""

    _counted: OrderedDict[tuple[str, str], tuple[datetime, int]] = field(
        default_factory=OrderedDict
    )
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def seconds_to_wait(self, embed_id: str, address: str, now: datetime) -> int:
        """How long this address may not try this embed; 0 if it may."""
        with self._one_at_a_time:
            waits = [
                self._wait((embed_id, address), WRONG_OF_ONE, now),
                self._wait((embed_id, ""), WRONG_OF_ALL, now),
            ]
        return max(waits)

    def count(self, embed_id: str, address: str, now: datetime) -> None:
        """One more wrong try."""
        with self._one_at_a_time:
            for key in ((embed_id, address), (embed_id, "")):
                begun, wrong = self._counted.pop(key, (now, 0))
                self._counted[key] = (now, 1) if now - begun >= WHILE else (begun, wrong + 1)
            while len(self._counted) > COUNTED_MAX:
                self._counted.popitem(last=False)

    def _wait(self, key: tuple[str, str], most: int, now: datetime) -> int:
        begun, wrong = self._counted.get(key, (now, 0))
        left = begun + WHILE - now
        return int(left.total_seconds()) + 1 if wrong >= most and left > timedelta(0) else 0
