"""A look at an app that works: a model that sees is shown its pictures once, and mends what looks wrong.

It is done where the owner wants it. What it changes is tried out like any other version; a look that comes to
nothing leaves the app as it is: it passed before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from praxeo.authors.writing import Writing
from praxeo.domain.errors import Refused
from praxeo.domain.jobs import Effect
from praxeo.domain.making import Making
from praxeo.domain.records import CodeSnippet, Example, Screenshot
from praxeo.domain.spec import SpecDocument
from praxeo.generation.repair_order import REPAIRS_MAX
from praxeo.library.code import new_code
from praxeo.library.examples import Examples
from praxeo.observability import logs
from praxeo.ports.blobs import BlobStore
from praxeo.ports.models import ModelUnavailable

LOOK = ("critique", "Looking at its pictures")
_CHECK = (f"check_{REPAIRS_MAX + 1}", "Trying it out again")
_NOTE = "Mended after a look at its pictures"
_SHOWN = ("desktop", "phone")  # how the app opens in either window


@dataclass(frozen=True, kw_only=True, slots=True)
class Critique:
    """Decides whether an app is looked at, and has it mended."""

    blobs: BlobStore
    examples: Examples
    writing: Writing

    def wanted(self, owner: str, pictures: Sequence[Screenshot], making: Making) -> bool:
        """Whether an app that passed is to be looked at: once, and not where its owner changes it in words."""
        asked = self.writing.settings(owner).picture_critique == "on"
        return asked and not (making.looked_at or making.calls) and bool(_shown(pictures))

    def __call__(
        self, example: Example, snippet: CodeSnippet, document: SpecDocument, making: Making
    ) -> Effect:
        """The app with what a model mends that sees its pictures, to be tried out next.

        Where no model can look, or what it answers is of no use, the app stays as it is.
        """
        html = self.blobs.read(snippet.code_blob).decode()
        pictures = tuple(self.blobs.read(shot.blob) for shot in _shown(snippet.screenshots))
        making = replace(making, looked_at=snippet.id)
        try:
            written = self.writing.looked_at(example, document, html, pictures)
        except (Refused, ModelUnavailable) as trouble:
            logs.info("Nobody looked at the pictures.", example=example.id, reason=trouble.code)
            return Effect(changes=lambda: (), making=making)
        if written.html == html:
            return Effect(changes=lambda: (), making=making)
        mended = new_code(
            self.examples,
            example,
            written.html,
            document,
            spec_id=snippet.spec_id,
            author=written.author,
            note=_NOTE,
        )
        return Effect(
            changes=lambda: (mended,),
            making=replace(making, code_snippet_id=mended.id, repair_calls=written.calls),
            next_steps=(_CHECK,),
        )


def _shown(pictures: Sequence[Screenshot]) -> list[Screenshot]:
    return [shot for shot in pictures if shot.name in _SHOWN]
