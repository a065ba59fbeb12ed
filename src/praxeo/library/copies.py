"""A true copy of an example: every version of its spec and code as it is, reports and pictures
included, and what was asked for in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from praxeo.domain import texts
from praxeo.domain.access import Actor
from praxeo.domain.errors import Conflict
from praxeo.domain.records import CodeSnippet, Example, Record, Spec, utc_text
from praxeo.library.examples import Examples
from praxeo.library.saving import saved
from praxeo.library.versions import all_of, blob_area

V = TypeVar("V", Spec, CodeSnippet)
VERSIONS_IN_FIRST_SAVE = 80  # the newest; the example and its event stand beside them
CopyBlob = Callable[[str], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """How the parts of a copy are called: its own id, and by the ids of the parts that are copied theirs.

    `copy_blob` copies the bytes behind a key and gives the key of the copy.
    """

    example_id: str
    ids: Mapping[str, str]
    copy_blob: CopyBlob


@dataclass(frozen=True, kw_only=True, slots=True)
class Others:
    """What belongs to an example and is kept by other features: they make the copies of it."""

    merge: Callable[[str, Names], Record | None]  # of the merge with this id
    requests: Callable[
        [str, Names], Sequence[Record]
    ]  # of all requests for the example with this id


def copy_example(
    examples: Examples, actor: Actor, example_id: str, others: Others, *, title: str = ""
) -> Example:
    """A second example that is the same in all but its title; it goes its own way from now on.

    Embeds stay with the first one. Raises NotFound, Conflict("being_made").
    """
    original = examples.get(actor, example_id, "change")
    if original.status == "making":
        raise Conflict("being_made", "This example is being made; wait until that is done.")
    new_id = examples.ids.new("exa")
    specs = all_of(examples.records, Spec, example_id)
    snippets = all_of(examples.records, CodeSnippet, example_id)
    ids = {spec.id: examples.ids.new("spc") for spec in specs}
    ids |= {snippet.id: examples.ids.new("cod") for snippet in snippets}

    def copy_blob(key: str) -> str:
        return examples.blobs.put(blob_area(new_id), examples.blobs.read(key)).key if key else ""

    ids |= {original.merge_id: examples.ids.new("mrg")} if original.merge_id else {}
    names = Names(example_id=new_id, ids=ids, copy_blob=copy_blob)
    merge = others.merge(original.merge_id, names)
    copy = replace(
        _example_copy(examples, original, names),
        title=texts.title(title or original.title),
        merge_id=merge.id if merge else "",
    )
    versions: list[Spec | CodeSnippet] = [
        *(_spec_copy(spec, new_id, ids, copy_blob) for spec in specs),
        *(_code_copy(snippet, new_id, ids, copy_blob) for snippet in snippets),
    ]
    versions.sort(key=lambda version: version.number)
    first = versions[-VERSIONS_IN_FIRST_SAVE:]
    rest: list[Record] = [*versions[:-VERSIONS_IN_FIRST_SAVE], *others.requests(example_id, names)]
    copy = saved(examples, actor, "example.duplicated", copy, *first, *([merge] if merge else ()))
    for start in range(0, len(rest), VERSIONS_IN_FIRST_SAVE):
        examples.records.save(*rest[start : start + VERSIONS_IN_FIRST_SAVE])
    return copy


def _example_copy(examples: Examples, original: Example, names: Names) -> Example:
    now = utc_text(examples.clock.now())
    return replace(
        original,
        id=names.example_id,
        version=0,
        created_at=now,
        updated_at=now,
        named_by_hand=True,
        spec_id=names.ids.get(original.spec_id, ""),
        code_snippet_id=names.ids.get(original.code_snippet_id, ""),
        job_id="",
        cover_blob=names.copy_blob(original.cover_blob),
        candidates_blob=names.copy_blob(original.candidates_blob),
        visit_blob=names.copy_blob(original.visit_blob),
        diagnosis_blob=_diagnosis_copy(examples, original, names.example_id, names.ids),
    )


def _diagnosis_copy(
    examples: Examples, original: Example, new_id: str, ids: Mapping[str, str]
) -> str:
    """The diagnosis, which names the example and its versions, with the copy's names."""
    if not original.diagnosis_blob:
        return ""
    story = examples.blobs.read(original.diagnosis_blob).decode()
    for old, new in {original.id: new_id, **ids}.items():
        story = story.replace(old, new)
    return examples.blobs.put(blob_area(new_id), story.encode()).key


def _spec_copy(spec: Spec, example_id: str, ids: dict[str, str], copy_blob: CopyBlob) -> Spec:
    return replace(
        spec,
        id=ids[spec.id],
        version=0,
        example_id=example_id,
        text_blob=copy_blob(spec.text_blob),
        based_on=ids.get(spec.based_on, ""),
        machine_id=ids.get(spec.machine_id, ""),
        merged_id=ids.get(spec.merged_id, ""),
    )


def _code_copy(
    snippet: CodeSnippet, example_id: str, ids: dict[str, str], copy_blob: CopyBlob
) -> CodeSnippet:
    return replace(
        snippet,
        id=ids[snippet.id],
        version=0,
        example_id=example_id,
        spec_id=ids.get(snippet.spec_id, ""),
        based_on=ids.get(snippet.based_on, ""),
        machine_id=ids.get(snippet.machine_id, ""),
        merged_id=ids.get(snippet.merged_id, ""),
        code_blob=copy_blob(snippet.code_blob),
        report_blob=copy_blob(snippet.report_blob),
        screenshots=tuple(replace(shot, blob=copy_blob(shot.blob)) for shot in snippet.screenshots),
    )
