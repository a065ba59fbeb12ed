"""What an example claims and where its source says so, worked out from its current spec and what was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from praxeo.compile.ids import Identifier
from praxeo.compile.soundness import sound_parts
from praxeo.compile.sources import Source, read_source
from praxeo.domain.access import Actor
from praxeo.domain.blocks import Extraction
from praxeo.domain.claim_ledger import ClaimLedger, ClaimRecord, Span
from praxeo.domain.edit_records import ClaimCheck
from praxeo.domain.records import Spec
from praxeo.domain.spec import UNSUPPORTED, WHOLE_KINDS, Evidence, SpecDocument
from praxeo.editing.claim_checks import with_checks
from praxeo.library.examples import Examples
from praxeo.library.versions import all_of
from praxeo.sources.inputs import Inputs


@dataclass(frozen=True, kw_only=True)
class Claims:
    """Keeps the ledger of an example's claims: it follows every edit, whoever made it."""

    examples: Examples
    inputs: Inputs

    def ledger(self, actor: Actor, example_id: str) -> ClaimLedger:
        """The claims of the example's current spec, none while none is written; faulty items count as not there.

        Raises NotFound, SpecInvalid.
        """
        example = self.examples.get(actor, example_id)
        claims: tuple[ClaimRecord, ...] = ()
        if example.spec_id:
            spec = self.examples.spec(actor, example.spec_id)
            extraction = self.inputs.extraction_if_there(example)
            document, _ = sound_parts(self.examples.spec_text(spec), extraction)
            checks = all_of(self.examples.records, ClaimCheck, example_id)
            claims = tuple(with_checks(_records(document, extraction, spec), checks))
        verdicts = [claim.verdict for claim in claims]
        return ClaimLedger(
            spec_id=example.spec_id,
            claims=claims,
            quoted=verdicts.count("quoted"),
            restated=verdicts.count("restated"),
            proven=sum(claim.proven for claim in claims),
            not_found=verdicts.count("not_found"),
            own=verdicts.count("own"),
            confirmed=sum(bool(claim.confirmed_by) and not claim.proven for claim in claims),
        )


def _records(
    document: SpecDocument, extraction: Extraction | None, spec: Spec
) -> Iterator[ClaimRecord]:
    from praxeo.claims.gate import RULES  # of the gate's rooms: few ask for it
    from praxeo.claims.statements import claim_of
    from praxeo.compile.verdicts import judged
    from praxeo.sources.formulas.in_text import in_words

    identifier = Identifier()
    source = read_source(extraction, document.language)
    found = judged(document, extraction)
    for section in document.sections:
        for activity in section.activities:
            together = identifier.of_activity(activity)
            for item, (_, verdict) in zip(activity.items, found, strict=False):
                own = identifier.of_item(activity, item)
                yield ClaimRecord(
                    item=own,
                    exercise=together if activity.kind in WHOLE_KINDS else own,
                    section=section.title,
                    activity=activity.title,
                    text=claim_of(in_words(item)).text,
                    verdict=verdict.verdict if verdict else "own",
                    proven=bool(verdict and verdict.proven),
                    spans=_spans(item.evidence, source),
                    against=verdict.against if verdict else (),
                    checked_by=RULES,
                    checked_at=spec.created_at,
                )


def _spans(evidence: Evidence, source: Source) -> tuple[Span, ...]:
    spans = []
    for reference in () if evidence == UNSUPPORTED else evidence:
        block, _, sentence = reference.partition(".")
        spans.append(
            Span(
                source=source.blocks[block].locator.source or 0,
                block=block,
                sentence=int(sentence or 0),
                text=source.quote(reference) or "",
                label=source.label(reference),
            )
        )
    return tuple(spans)
