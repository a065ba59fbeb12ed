"""SCORM packages, in both editions that platforms know."""

from __future__ import annotations

from typing import Literal

from praxeo.packages.archive import zipped
from praxeo.packages.lms.manifests import manifest
from praxeo.packages.lms.page import FILES, page_files
from praxeo.packages.packing import Packing

Edition = Literal["scorm12", "scorm2004"]


def scorm12(packing: Packing) -> bytes:
    """A package for platforms that know SCORM 1.2, which nearly all do."""
    return _package(packing, "scorm12")


def scorm2004(packing: Packing) -> bytes:
    """A package for platforms that know SCORM 2004 (4th edition)."""
    return _package(packing, "scorm2004")


def _package(packing: Packing, edition: Edition) -> bytes:
    named = manifest(packing.name, packing.practice.title, FILES, edition)
    return zipped({"imsmanifest.xml": named, **page_files(packing, edition)})
