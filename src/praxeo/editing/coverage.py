"""How much of its source a version of a spec practises, worked out from both as they are now."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.authors.coverage.report import Coverage
from praxeo.compile.soundness import sound_parts
from praxeo.domain.access import Actor
from praxeo.library.examples import Examples
from praxeo.sources.inputs import Inputs


@dataclass(frozen=True, kw_only=True)
class Coverages:
    """Tells of a spec which main ideas it practises, whoever wrote it, and follows every edit."""

    examples: Examples
    inputs: Inputs

    def show(self, actor: Actor, spec_id: str) -> Coverage:
        """The coverage of this version: of a source that is gone, none; faulty items count as not there.

        Raises NotFound, SpecInvalid.
        """
        from praxeo.authors.coverage.covering import (
            coverage_of,  # of the author's rooms: few ask for it
        )

        spec = self.examples.spec(actor, spec_id)
        source = self.inputs.extraction_if_there(self.examples.get(actor, spec.example_id))
        document, _ = sound_parts(self.examples.spec_text(spec), source)
        return coverage_of(document, source.blocks if source else ())
