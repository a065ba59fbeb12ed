"""What the gate says of each item at the places that it names, and how an app is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxeo.claims.verdicts import NOT_FOUND, Judgement
from praxeo.compile.filled_blanks import fills_blank
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import UNSUPPORTED, Item, SpecDocument
from praxeo.sources.formulas.in_text import in_words


def judged(
    document: SpecDocument, extraction: Extraction | None
) -> Iterator[tuple[Item, Judgement | None]]:
    """Each item with its verdict, in order; None for one that names no place: its editor answers for it."""
    # Imported here: the lists of words are of no use to what only looks at an app.
    from praxeo.claims.gate import Gate
    from praxeo.claims.statements import claim_of

    items = [i for section in document.sections for part in section.activities for i in part.items]
    named = (reference for item in items for reference in item.evidence)
    gate = Gate.near(extraction, named) if extraction else None
    for item in items:
        if item.evidence == UNSUPPORTED:
            yield item, NOT_FOUND
        elif not item.evidence or gate is None:
            yield item, None
        else:
            found = gate.judge_at(claim_of(in_words(item)), item.evidence)
            if found.verdict == "not_found" and fills_blank(in_words(item), extraction):
                found = Judgement(verdict="restated", proven=False, evidence=item.evidence)
            yield item, found


def add_verdicts(
    document: SpecDocument, activities: list[list[dict[str, Any]]], extraction: Extraction | None
) -> None:
    """Tell each item of an app its verdict among its evidence: "quoted", "restated" or "unsupported"."""
    made = [item for section in activities for activity in section for item in activity["items"]]
    for item, (_, found) in zip(made, judged(document, extraction), strict=True):
        if found and item["evidence"] != list(UNSUPPORTED):
            mark = UNSUPPORTED[0] if found.verdict == "not_found" else found.verdict
            item["evidence"] = [*item["evidence"], mark]
