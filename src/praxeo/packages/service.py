"""Packages: an example's app as a file that other programs take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from praxeo.compile.titles import under_its_name
from praxeo.domain.access import Actor
from praxeo.domain.errors import Refused
from praxeo.domain.package_formats import PackageFormat
from praxeo.domain.package_offers import PackageOffer
from praxeo.library.examples import Examples

if TYPE_CHECKING:
    from praxeo.packages.formats import Format
    from praxeo.packages.packing import Package, Packing


@dataclass(frozen=True, kw_only=True)
class Packages:
    """Packs the current app of an example; `page` gives the script of the page in packages for platforms."""

    examples: Examples
    page: Callable[[], str]

    def offers(self, actor: Actor, example_id: str) -> tuple[PackageOffer, ...]:
        """The formats that the app can be had in. Raises as `Examples.app` does."""
        # Loaded when something is packed: the API starts without it.
        from praxeo.packages.formats import FORMATS

        packing = self._packing(actor, example_id)
        return tuple(
            PackageOffer(
                format=name,
                file=_file(packing, each),
                exercises=_count(packing, each),
                left_out=each.left_out(packing.practice),
            )
            for name, each in FORMATS.items()
            if each.whole or _count(packing, each)
        )

    def pack(self, actor: Actor, example_id: str, wanted: PackageFormat) -> Package:
        """The app in a format of `FORMATS`. Raises as `Examples.app` does;
        Refused("nothing_to_pack") if nothing of the app has a place in it."""
        from praxeo.packages.formats import FORMATS
        from praxeo.packages.packing import Package

        packing = self._packing(actor, example_id)
        row = FORMATS[wanted]
        if not row.whole and not _count(packing, row):
            raise Refused(
                "nothing_to_pack",
                "Nothing of this app has a place in this format. Take the HTML file or a SCORM package, which hold "
                "every app.",
            )
        return Package(
            file=_file(packing, row),
            media_type=row.media_type,
            data=row.write(packing),
            left_out=row.left_out(packing.practice),
        )

    def _packing(self, actor: Actor, example_id: str) -> Packing:
        from praxeo.packages.packing import Packing
        from praxeo.packages.practice import practice_of

        example = self.examples.get(actor, example_id)
        snippet = self.examples.app(actor, example_id)
        app = under_its_name(example, self.examples.code(snippet))
        return Packing(
            name=example.id,
            app=app,
            practice=practice_of(app, title=example.title, language=snippet.text_language),
            made_at=datetime.fromisoformat(snippet.created_at),
            page=self.page,
        )


def _count(packing: Packing, wanted: Format) -> int:
    """How many exercises of the app go into the format."""
    groups = packing.practice.groups
    return sum(len(group.exercises) for group in groups if group.row.played in wanted.played)


def _file(packing: Packing, wanted: Format) -> str:
    return f"{packing.practice.title}{wanted.ending}"
