"""Repairs of apps that a model wrote: what follows a failed check, and the diagnosis if nothing helps.

A repair is a step of the job, as is the check after it. At most one of each strategy is made; the spec
and its tests are never touched. Each try is a code snippet with its report, so that nothing is lost.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from praxeo.authors.model.changes import Broken
from praxeo.authors.writing import Writing, WrittenCode
from praxeo.domain.checks import CheckReport
from praxeo.domain.errors import Refused
from praxeo.domain.making import Making
from praxeo.domain.records import CodeSnippet, Example, Screenshot
from praxeo.domain.spec import SpecDocument
from praxeo.generation.critique import LOOK, Critique
from praxeo.generation.disputed import disputed
from praxeo.generation.repair_order import (
    ends_repairs,
    is_better,
    repair_after,
    strategy_of,
)
from praxeo.ports.blobs import BlobStore
from praxeo.ports.records import RecordStore
from praxeo.sources.inputs import Inputs

DIAGNOSIS_FORMAT = 1
FINDINGS_KEPT = 10  # of one try, in the diagnosis
PICTURE_NAME = "desktop"

Steps = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Repairs:
    """Decides what follows a check, mends, and tells a person why that did not help."""

    records: RecordStore
    blobs: BlobStore
    inputs: Inputs
    writing: Writing
    critique: Critique

    def after_check(
        self,
        snippet: CodeSnippet,
        document: SpecDocument | None,
        report: bytes,
        making: Making,
        pictures: Sequence[Screenshot] = (),
    ) -> tuple[Making, Steps]:
        """How far the making is after this check, which took these pictures, and the steps that follow it.

        None for code that passed and for code that a model did not write for its spec.
        """
        if not _mendable(snippet, document):
            return making, ()
        read = CheckReport.from_json(report.decode())
        if making.looked_at:
            return self._after_look(snippet, read, making), ()
        if read.status != "failed":
            making = making.checked(snippet.id, read.finding_count, best=True)
            return making, (LOOK,) if self.critique.wanted(snippet.owner, pictures, making) else ()
        if making.repairs:
            self.writing.waive(snippet.owner, making.repair_calls)
        best = is_better(read.finding_count, making.findings.get(making.best))
        earlier = [self._report(self._snippet(key)) for key in making.findings]
        making = making.checked(snippet.id, read.finding_count, best=best)
        if doubt := disputed([*earlier, read]):
            return replace(making, stopped=doubt), ()
        return making, _steps(repair_after(making.repairs))

    def _after_look(self, snippet: CodeSnippet, read: CheckReport, making: Making) -> Making:
        """What was mended after a look counts if it passed; else the app before it does, and nothing is charged."""
        failed = read.status == "failed"
        if failed:
            self.writing.waive(snippet.owner, making.repair_calls)
        return making.checked(snippet.id, read.finding_count, best=not failed)

    def mend(
        self, example: Example, snippet: CodeSnippet, document: SpecDocument, number: int
    ) -> WrittenCode:
        """The code of the best try so far, mended in the way of this number (from 1)."""
        shots = [shot.blob for shot in snippet.screenshots if shot.name == PICTURE_NAME]
        broken = Broken(
            html=self.blobs.read(snippet.code_blob).decode(),
            report=self._report(snippet),
            picture=self.blobs.read(shots[0]) if shots else b"",
        )
        extraction = self.inputs.all_read(example)
        return self.writing.mended(example, strategy_of(number), document, extraction, broken)

    def given_up(self, number: int, trouble: Refused, making: Making) -> tuple[Making, Steps]:
        """How far the making is after a repair that came to nothing, and the steps that follow it."""
        stopped = ends_repairs(trouble)
        steps = () if stopped else _steps(repair_after(number))
        return making.gave_up(number, trouble.message, stopped=stopped), steps

    def diagnosis(self, example_id: str, making: Making) -> tuple[str, bytes]:
        """Why the app failed, for a person: a sentence or two, and the whole story as JSON."""
        tried = [self._try(code_snippet_id) for code_snippet_id in making.findings]
        unusable = [
            {"repair": number, "trouble": trouble}
            for number, trouble in sorted(making.unusable.items())
        ]
        best = self._snippet(making.best)
        count, stopped = making.repairs, making.stopped
        helped = f"{count} repairs did not help" if count != 1 else "one repair did not help"
        why = f"The app failed its check, and {helped}." if count else "The app failed its check."
        advice = (
            "Look at the test that fails: if it asks for something wrong, correct the spec; if it is "
            "right, edit the code, or have the example made again."
        )
        reason = " ".join(filter(None, (why, best.check_summary, stopped, advice)))
        story = {
            "format": DIAGNOSIS_FORMAT,
            "example_id": example_id,
            "spec_id": best.spec_id,
            "best_code_snippet_id": best.id,
            "tries": tried,
            "unusable_answers": unusable,
            "stopped": stopped,
            "advice": advice,
        }
        return reason, json.dumps(story, ensure_ascii=False, indent=1).encode()

    def _snippet(self, code_snippet_id: str) -> CodeSnippet:
        snippet = self.records.get(CodeSnippet, code_snippet_id)
        assert snippet is not None
        return snippet

    def _report(self, snippet: CodeSnippet) -> CheckReport:
        return CheckReport.from_json(self.blobs.read(snippet.report_blob).decode())

    def _try(self, code_snippet_id: str) -> dict[str, Any]:
        snippet = self._snippet(code_snippet_id)
        report = self._report(snippet)
        return {
            "code_snippet_id": snippet.id,
            "number": snippet.number,
            "how": snippet.note or "Written for the spec",
            "status": snippet.check_status,
            "finding_count": report.finding_count,
            "findings": [asdict(finding) for finding in report.findings[:FINDINGS_KEPT]],
        }


def _steps(number: int) -> Steps:
    """The step that makes the repair of this number; none for 0."""
    return ((f"repair_{number}", strategy_of(number).words),) if number else ()


def _mendable(snippet: CodeSnippet, document: SpecDocument | None) -> bool:
    return bool(document and document.bespoke and snippet.author not in ("", "you"))
