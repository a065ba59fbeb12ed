"""The commands that move a library: between two places, and from one release to the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from praxeo.domain.access import LOCAL_ACCOUNT, local_user
from praxeo.domain.errors import Conflict, NotFound, Refused
from praxeo.entrypoints.cli_output import configuration, opened_library, say
from praxeo.library.saving import noted

if TYPE_CHECKING:
    from praxeo.app import Praxeo


def transfer(
    direction: Literal["export", "import"], file: Path, project: str, force: bool, trusted: bool
) -> None:
    """Write a project, or everything, to an archive, or read one into this library."""
    with opened_library(restoring=direction == "import") as praxeo:
        if direction == "import":
            _import(praxeo, file, trusted)
            return
        if file.exists() and not force:
            raise Refused("file_exists", f"{file} exists already; use --force to replace it.")
        _export(praxeo, file, project)


def _export(praxeo: Praxeo, file: Path, project: str) -> None:
    from praxeo.ops.transfer.exporting import export_archive

    outside = praxeo.outside
    found = praxeo.projects.find(local_user(), project) if project else None
    if project and found is None:
        raise NotFound("not_found", f"There is no project named {project}.")
    project_id = found.id if found else ""
    moved = export_archive(
        outside.records, outside.blobs, file, owner=LOCAL_ACCOUNT, project_id=project_id
    )
    noted(outside, local_user(), "library.exported", project_id, "done")
    say(f"Exported: {moved.records} records and {moved.blobs} files to {file}")


def _import(praxeo: Praxeo, file: Path, trusted: bool) -> None:
    from praxeo.ops.transfer.checking import check_imported
    from praxeo.ops.transfer.importing import import_archive

    outside = praxeo.outside
    moved = import_archive(
        outside.records, outside.blobs, file, owner=LOCAL_ACCOUNT, trusted=trusted
    )
    noted(outside, local_user(), "library.imported", "", "done")
    say(
        f"Imported: {moved.records} records and {moved.blobs} files; "
        f"{moved.there_already} records were there already"
    )
    if waiting := check_imported(praxeo, local_user(), moved.unchecked):
        say(
            f"{waiting} apps are to be checked: `praxeo serve` or `praxeo worker` does so. Their embeds "
            "are withdrawn until you publish them again."
        )


def migrate(check: bool) -> None:
    """Rewrite what an earlier release stored in the form of this one; with `check` only say so."""
    from praxeo.ops import migrate as migration
    from praxeo.wiring.alone import system_clock
    from praxeo.wiring.library import open_library

    records, _ = open_library(configuration())
    try:
        pending = migration.pending(records)
        for table, form in pending:
            say(f"To be migrated: {table.name}, to form {form}")
        if check and pending:
            raise Conflict("migration_pending", "Run `praxeo migrate` before this release is used.")
        for done in migration.migrate(records, system_clock()):
            say(f"Rewrote {done.rewritten} records of {done.table} in the form of this release.")
        if not pending:
            say("There is nothing to migrate.")
    finally:
        records.close()
