"""What an example is after work on it: its app, its state and the reason for that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from praxeo.domain.errors import PraxeoError
from praxeo.domain.input_records import InputWarning
from praxeo.domain.records import (
    CheckStatus,
    CodeSnippet,
    Example,
    ExampleStatus,
    Spec,
    changed,
    utc_text,
)
from praxeo.domain.source_visits import SourceState
from praxeo.spec.faults import Fault as SpecFault

STATUS_AFTER_CHECK: dict[CheckStatus, ExampleStatus] = {
    "passed": "ready",
    "failed": "failed",
    "not_run": "unproven",
}
LEFT_OUT = "items_left_out"
COVER_WIDTH_MAX = 600  # CSS pixels; a phone's picture makes the cover
COVER_NAME = "phone"  # the start view there


def specified(
    example: Example, spec: Spec, warnings: tuple[InputWarning, ...], now: datetime, current_id: str
) -> Example:
    """The example after its machine wrote `spec`, which goes on as `current_id` with a person's edits."""
    title = example.title if example.named_by_hand else spec.title or example.title
    return changed(
        example, now, author=spec.author, warnings=warnings, spec_id=current_id, title=title
    )


def waiting(example: Example, now: datetime) -> Example:
    """The example whose spec waits for a person's word, before there is an app of it."""
    return changed(example, now, status="specified", reason_code="", reason="")


def attached(
    example: Example,
    snippet: CodeSnippet,
    before: CodeSnippet | None,
    now: datetime,
    **fields: Any,
) -> Example:
    """The example with this checked code as its app, in place of the one before; only a passed one makes
    it `ready`."""
    return changed(
        example,
        now,
        diagnosis_blob="",
        **_proven(snippet),
        **_shown(example, snippet, before),
        **fields,
    )


def unhelped(
    example: Example,
    best: CodeSnippet,
    current: CodeSnippet | None,
    now: datetime,
    *,
    reason: str,
    diagnosis_blob: str,
) -> Example:
    """The example after no try passed: the best of them is its app only if there is no good one."""
    kept = current if current and current.check_status == "passed" else best
    return changed(
        example,
        now,
        status="failed",
        reason_code="check_failed",
        reason=reason,
        diagnosis_blob=diagnosis_blob,
        **_shown(example, kept, current),
    )


def as_before(
    example: Example, snippet: CodeSnippet | None, now: datetime, **fields: Any
) -> Example:
    """The example in the state that its current app has by its check."""
    state = {
        "status": "failed",
        "reason_code": "no_app_yet",
        "reason": "There is no app of this example yet.",
    }
    if snippet and snippet.check_status in STATUS_AFTER_CHECK:
        state = _proven(snippet)
    return changed(example, now, **state, **fields)


def failed(example: Example, error: PraxeoError, now: datetime) -> Example:
    """The example whose app could not be made, with why; the app before it stays."""
    fields: dict[str, Any] = {"reason_details": error.details}
    return changed(
        example, now, status="failed", reason_code=error.code, reason=error.message, **fields
    )


def with_candidates(example: Example, blob: str, now: datetime) -> Example:
    """The example with what else may be asked of its source."""
    return changed(example, now, candidates_blob=blob)


def visited(example: Example, blob: str, state: SourceState, now: datetime) -> Example:
    """The example with what its sources were found to be."""
    found = {"visit_blob": blob, "source_state": state}
    return changed(example, now, visited_at=utc_text(now), **found)


def visited_in_vain(example: Example, now: datetime) -> Example:
    """The example whose sources could not be looked at; what was found before stays."""
    return changed(example, now, visited_at=utc_text(now))


def returned(example: Example, now: datetime, **state: Any) -> Example:
    """The example back in the state that was noted before work on it began."""
    return changed(example, now, **state)


def judged(snippet: CodeSnippet, now: datetime, **verdict: Any) -> CodeSnippet:
    """The code with what its check found."""
    return changed(snippet, now, **verdict)


def faults_told(
    example: Example, faults: Sequence[SpecFault], now: datetime
) -> tuple[Example, ...]:
    """The example with a warning of what is left out of its app; () where it says so already."""
    others = tuple(warning for warning in example.warnings if warning.code != LEFT_OUT)
    warnings = (*others, _left_out(faults)) if faults else others
    return () if warnings == example.warnings else (changed(example, now, warnings=warnings),)


def _left_out(faults: Sequence[SpecFault]) -> InputWarning:
    count, first = len(faults), min(faults, key=lambda fault: fault.line)
    more = f" and {count - 1} more" if count > 1 else ""
    return InputWarning(
        code=LEFT_OUT,
        message=f"What has a fault in the spec is left out of the app until it is mended: {first}{more}",
        details={"count": count, "line": first.line},
    )


def _proven(snippet: CodeSnippet) -> dict[str, str]:
    status = STATUS_AFTER_CHECK[snippet.check_status]
    if status == "ready":
        return {"status": status, "reason_code": "", "reason": ""}
    code = f"check_{snippet.check_status}"
    return {"status": status, "reason_code": code, "reason": snippet.check_summary}


def _shown(example: Example, snippet: CodeSnippet, before: CodeSnippet | None) -> dict[str, Any]:
    """What an example says of the code that is its app in place of the one before.

    A title that has changed in the spec is its title too, unless a person gave it another.
    """
    retitled = before is not None and before.title != snippet.title != ""
    shots = sorted(snippet.screenshots, key=lambda shot: shot.name != COVER_NAME)
    cover = [shot.blob for shot in shots if shot.width <= COVER_WIDTH_MAX]
    return {
        "title": snippet.title if retitled and not example.named_by_hand else example.title,
        "code_snippet_id": snippet.id,
        "language": snippet.text_language,
        "section_count": snippet.section_count,
        "exercise_count": snippet.exercise_count,
        "cover_blob": cover[0] if cover else "",
    }
