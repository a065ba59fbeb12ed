"""The formats that an app can be packed as, by name; `praxeo.packages.formats` says what each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from praxeo.domain.spec import ActivityKind

PackageFormat = Literal["html", "scorm12", "scorm2004", "anki", "gift", "markdown", "print"]
PACKAGE_FORMATS: tuple[PackageFormat, ...] = get_args(PackageFormat)


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """So many exercises of a kind that a format has no place for, under the title that they stand below."""

    kind: ActivityKind
    title: str
    exercises: int


@dataclass(frozen=True, kw_only=True)
class PackageOffer:
    """A format that the app can be had in: the name of the file, how many exercises go into it, and which do not."""

    format: PackageFormat
    file: str
    exercises: int
    left_out: tuple[LeftOut, ...]
