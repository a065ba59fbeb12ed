"""Commands for the library: list, show, export, delete."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from praxeo.domain.access import local_user
from praxeo.domain.errors import Conflict, NotFound, Refused
from praxeo.domain.package_formats import PackageFormat
from praxeo.domain.records import Example, ExampleStatus
from praxeo.entrypoints.cli_output import (
    EXIT_CONFLICT,
    configuration,
    confirmed,
    leave,
    opened_library,
    print_json,
    print_text,
    say,
)

if TYPE_CHECKING:
    from praxeo.app import Praxeo


def list_examples(
    project: str, status: ExampleStatus | Literal[""], limit: int, cursor: str, as_json: bool
) -> None:
    """List the examples of the library, newest first."""
    with opened_library() as praxeo:
        project_id = _project_id(praxeo, project) if project else ""
        page = praxeo.examples.list(
            local_user(), project_id=project_id, status=status or None, cursor=cursor, limit=limit
        )
    if as_json:
        print_json({"records": [asdict(record) for record in page.records], "cursor": page.cursor})
        return
    for example in page.records:
        print_text(f"{example.id}  {example.status:<8}  {example.title}")
    if not page.records:
        say(
            f"There are no examples in the library {configuration().data_dir} yet. "
            "Make one: praxeo make FILE"
        )
    if page.cursor:
        say(f"There are more: praxeo list --cursor {page.cursor}")


def show(example: str, as_json: bool) -> None:
    """Show one example: its state, its versions and what its check found."""
    with opened_library() as praxeo:
        record = praxeo.examples.get(local_user(), example)
        details = _details(praxeo, record)
    if as_json:
        print_json(details)
        return
    print_text(f"{record.title}\n\n{'id':<10}{record.id}\n{'status':<10}{record.status}")
    if record.reason:
        print_text(f"{'reason':<10}{record.reason}")
    print_text(
        f"{'contents':<10}{record.section_count} sections, {record.exercise_count} exercises"
    )
    print_text(f"{'made':<10}{record.created_at}")
    for spec in details["specs"]:
        print_text(f"spec {spec['number']:<5}{spec['author']}, {spec['created_at']}")
    for code in details["code_snippets"]:
        print_text(f"code {code['number']:<5}{code['size']} bytes, check {code['check_status']}")


def export(example: str, output: Path, package_format: PackageFormat, force: bool) -> None:
    """Write an example's app to a file in a format that other programs take."""
    with opened_library() as praxeo:
        packed = praxeo.packages.pack(local_user(), example, package_format)
    if output.exists() and not force:
        raise Refused("file_exists", f"{output} exists already; use --force to replace it.")
    try:
        output.write_bytes(packed.data)
    except OSError as error:
        raise Refused(
            "cannot_write",
            f"{output} cannot be written: {error.strerror}. Give another place with -o.",
        ) from error
    for left in packed.left_out:
        say(f"Not in it, for this format has no place for them: {left.title} ({left.exercises})")
    say(f"Written: {output} ({len(packed.data)} bytes)")


def delete(examples: list[str], yes: bool, keep_inputs: bool) -> None:
    """Delete examples for good, once that was confirmed."""
    with opened_library() as praxeo:
        for found in [praxeo.examples.get(local_user(), example) for example in examples]:
            say(f"{found.id}  {found.status:<8}  {found.title}")
        if not yes and not confirmed("Delete for good?"):
            raise Conflict(
                "not_confirmed", "Nothing was deleted. Use --yes where nobody can answer."
            )
        outcome = praxeo.delete_examples(local_user(), examples, with_inputs=not keep_inputs)
    for failure in outcome.failed:
        say(f"praxeo: {failure.id}: {failure.message} [{failure.code}]")
    say(f"Deleted: {len(set(examples)) - len(outcome.failed)}")
    leave(EXIT_CONFLICT if outcome.failed else 0)


def _project_id(praxeo: Praxeo, name: str) -> str:
    project = praxeo.projects.find(local_user(), name)
    if project is None:
        raise NotFound("not_found", f"There is no project named {name}.")
    return project.id


def _details(praxeo: Praxeo, example: Example) -> dict[str, Any]:
    specs = praxeo.examples.specs(local_user(), example.id).records
    snippets = praxeo.examples.code_snippets(local_user(), example.id).records
    return {
        "example": asdict(example),
        "specs": [asdict(spec) for spec in specs],
        "code_snippets": [asdict(snippet) for snippet in snippets],
    }
