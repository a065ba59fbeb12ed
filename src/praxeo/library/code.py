"""New versions of an example's code: stored, their records still to be saved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from praxeo.domain.records import CodeSnippet, Example, created, utc_text
from praxeo.domain.spec import WHOLE_KINDS, SpecDocument
from praxeo.library.examples import Examples
from praxeo.library.versions import PERSON, blob_area


def new_code(
    examples: Examples,
    example: Example,
    html: str,
    document: SpecDocument,
    *,
    spec_id: str,
    author: str,
    note: str = "",
) -> CodeSnippet:
    """The example's next code, made of this spec; `author` is "" for what the compiler made."""
    return created(
        CodeSnippet,
        examples.clock.now(),
        id=examples.ids.new("cod"),
        owner=example.owner,
        example_id=example.id,
        spec_id=spec_id,
        number=examples.next_code_number(example.id),
        author=author,
        note=note,
        title=document.title,
        text_language=document.language,
        section_count=len(document.sections),
        exercise_count=exercise_count(document),
        **_stored(examples, example, html.encode()),
    )


def edited_code(
    examples: Examples,
    example: Example,
    earlier: CodeSnippet,
    text: bytes,
    *,
    machine_id: str,
    **fields: Any,
) -> CodeSnippet:
    """The next version with a person's text, an edit of earlier code and in the end of the machine's."""
    stored = _stored(examples, example, text)
    return next_code(
        examples, example, earlier, author=PERSON, machine_id=machine_id, **{**stored, **fields}
    )


def next_code(
    examples: Examples, example: Example, earlier: CodeSnippet, **fields: Any
) -> CodeSnippet:
    """The next version of the example's code, like an earlier one but for these fields; not checked yet."""
    now = utc_text(examples.clock.now())
    fresh: dict[str, Any] = {
        "id": examples.ids.new("cod"),
        "version": 0,
        "created_at": now,
        "updated_at": now,
        "based_on": example.code_snippet_id,
        "merged_id": "",
        "label": "",
        "restored_number": 0,
        "check_status": "pending",
        "check_summary": "",
        "report_blob": "",
        "screenshots": (),
    }
    if "number" not in fields:
        fresh["number"] = examples.next_code_number(example.id)
    return replace(earlier, **{**fresh, **fields})


def exercise_count(document: SpecDocument) -> int:
    """How many exercises the app of this spec has."""
    return sum(
        1 if activity.kind in WHOLE_KINDS else len(activity.items)
        for section in document.sections
        for activity in section.activities
    )


def _stored(examples: Examples, example: Example, text: bytes) -> dict[str, Any]:
    blob = examples.blobs.put(blob_area(example.id), text)
    return {"code_blob": blob.key, "size": blob.size, "content_hash": blob.content_hash}
