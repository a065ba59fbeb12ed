"""What every format is made of, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from praxeo.domain.package_offers import LeftOut
from praxeo.packages.practice import Practice


@dataclass(frozen=True, kw_only=True)
class Packing:
    """One version of an app, to be packed. `name` stays the same in all its versions, `made_at` rises with them.

    `page` gives the script of the page around an app in a package for learning platforms.
    """

    name: str
    app: bytes
    practice: Practice
    made_at: datetime
    page: Callable[[], str]


@dataclass(frozen=True, kw_only=True)
class Package:
    """A file to hand on; `left_out` is what of the app is not in it."""

    file: str
    media_type: str
    data: bytes
    left_out: tuple[LeftOut, ...]
