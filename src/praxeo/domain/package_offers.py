"""What a format makes of an app: the file, how many exercises go into it, and which have no place there."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.domain.package_formats import PackageFormat
from praxeo.domain.spec import ActivityKind


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
