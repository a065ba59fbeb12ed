"""The commands that move a library: between two places, and from one release to the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from praxeo.domain.access import LOCAL_ACCOUNT, local_user
from praxeo.domain.errors import Conflict, NotFound, Refused
from praxeo.entrypoints.cli_output import configuration, opened_library, say
from praxeo.library.saving import noted

if TYPE_CHECKING:
    from praxeo.app import Praxeo

DIRECTIONS = ("export", "import")


def transfer(
    direction: Annotated[str, typer.Argument(metavar="export|import", help="Which way.")],
    file: Annotated[Path, typer.Argument(dir_okay=False, help="The archive.")],
    project: Annotated[
        str, typer.Option(help="Export only the project with this name and all that belongs to it.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
    trusted: Annotated[
        bool,
        typer.Option(
            "--trusted",
            help="Import everything as it is: for an archive that you made and nobody could change.",
        ),
    ] = False,
) -> None:
    """Move a project, or everything, to another library by one archive.

    An import changes nothing if anything in the archive is damaged, or is here with other contents. Apps that
    come from others are checked here before they count as proven, and their embeds are published by you or not
    at all; settings, bills and the trail of changes stay behind. Libraries are named by DATABASE_URL and
    BLOBS_URL, on this machine or in the cloud.

    praxeo transfer export everything.zip
    praxeo transfer export biology.zip --project Biology
    praxeo transfer import biology.zip
    praxeo transfer import everything.zip --trusted
    """
    if direction not in DIRECTIONS:
        raise typer.BadParameter("choose export or import", param_hint="export|import")
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


def migrate(
    check: Annotated[
        bool,
        typer.Option("--check", help="Change nothing; exit with 7 if something is to be done."),
    ] = False,
) -> None:
    """Rewrite what an earlier release stored in the form of this one.

    A library on this machine is migrated by itself when it is opened. One in the cloud is migrated by this
    command before the release gets any traffic; the release before goes on reading and writing it meanwhile.

    praxeo migrate
    praxeo migrate --check
    """
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
