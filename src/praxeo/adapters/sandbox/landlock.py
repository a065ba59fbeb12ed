"""Landlock: the kernel lets this process, and what it becomes, touch nothing but these paths. Linux only.

The numbers are those of `linux/landlock.h`; where the kernel knows none of it, nothing happens.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same on every machine
VERSION_ASKED = 1
PATH_BENEATH = 1
NO_NEW_PRIVILEGES = 38  # of prctl
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
TRUNCATE = 1 << 14
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE
ALL_BY_VERSION = ((1, (1 << 13) - 1), (2, 1 << 13), (3, TRUNCATE), (5, 1 << 15))
TCP_SINCE, TCP = 4, 3  # bind and connect


def allow_only(reads: Iterable[str], writes: Iterable[str]) -> bool:
    """From now on files can be read (and run) below `reads` and written below `writes` only, and no TCP port used.

    Whether the kernel holds to that; a path that is not there is passed over.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(CREATE_RULESET, None, 0, VERSION_ASKED)
    if version < 1:
        return False
    handled = sum(bits for since, bits in ALL_BY_VERSION if version >= since)
    attributes = struct.pack("QQ", handled, TCP if version >= TCP_SINCE else 0)
    size = len(attributes) if version >= TCP_SINCE else len(attributes) // 2
    ruleset = libc.syscall(CREATE_RULESET, attributes, size, 0)
    if ruleset < 0:
        return False
    for paths, rights in ((reads, EXECUTE | READ_FILE | READ_DIR), (writes, handled)):
        for path in paths:
            _allow(libc, ruleset, path, rights & handled)
    held: bool = (
        libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
        and libc.syscall(RESTRICT_SELF, ruleset, 0) == 0
    )
    os.close(ruleset)
    return held


def _allow(libc: ctypes.CDLL, ruleset: int, path: str, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return
    if not os.path.isdir(path):  # noqa: PTH112 (this module loads nothing that it does not need)
        rights &= OF_FILES
    libc.syscall(ADD_RULE, ruleset, PATH_BENEATH, struct.pack("=Qi", rights, place), 0)
    os.close(place)
