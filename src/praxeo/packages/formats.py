"""FORMATS: the only description of what an app can be packed as. A new format is a row here and its writer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from praxeo.domain.package_formats import PackageFormat
from praxeo.domain.package_offers import LeftOut
from praxeo.domain.spec import Played
from praxeo.packages.anki.collection import apkg
from praxeo.packages.lms.cmi5 import cmi5
from praxeo.packages.lms.h5p import h5p
from praxeo.packages.lms.scorm import scorm12, scorm2004
from praxeo.packages.packing import Packing
from praxeo.packages.practice import Practice
from praxeo.packages.questions.gift import PLAYED as GIFT_PLAYED
from praxeo.packages.questions.gift import gift
from praxeo.packages.questions.handout import markdown, printed
from praxeo.packages.questions.qti import qti

ZIP = "application/zip"
TEXT = "text/plain; charset=utf-8"
ALL: frozenset[Played] = frozenset(get_args(Played))


@dataclass(frozen=True, kw_only=True)
class Format:
    """How an app becomes a file whose name ends like this; `played` are the ways of practising that have a
    place in it.

    A `whole` one carries the app itself, so that one that was written as a whole goes into it too.
    """

    ending: str
    media_type: str
    write: Callable[[Packing], bytes]
    played: frozenset[Played] = ALL
    whole: bool = False

    def left_out(self, practice: Practice) -> tuple[LeftOut, ...]:
        """What of this practice has no place in it."""
        return tuple(
            LeftOut(kind=group.kind, title=group.title, exercises=len(group.exercises))
            for group in practice.groups
            if group.row.played not in self.played
        )


FORMATS: dict[PackageFormat, Format] = {
    "html": Format(
        ending=".html",
        media_type="text/html; charset=utf-8",
        write=lambda packing: packing.app,
        whole=True,
    ),
    "scorm12": Format(ending="-scorm12.zip", media_type=ZIP, write=scorm12, whole=True),
    "scorm2004": Format(ending="-scorm2004.zip", media_type=ZIP, write=scorm2004, whole=True),
    "cmi5": Format(ending="-cmi5.zip", media_type=ZIP, write=cmi5, whole=True),
    "h5p": Format(ending=".h5p", media_type=ZIP, write=h5p, whole=True),
    "anki": Format(ending=".apkg", media_type=ZIP, write=apkg),
    "gift": Format(ending=".gift.txt", media_type=TEXT, write=gift, played=GIFT_PLAYED),
    "qti": Format(ending="-qti3.zip", media_type=ZIP, write=qti),
    "markdown": Format(ending=".md", media_type="text/markdown; charset=utf-8", write=markdown),
    "print": Format(ending="-print.html", media_type="text/html; charset=utf-8", write=printed),
}
