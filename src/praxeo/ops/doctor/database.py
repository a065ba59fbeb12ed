"""Whether the database of a library is sound, and whether its records fit together."""

from __future__ import annotations

from praxeo.domain.errors import Unavailable
from praxeo.ops.doctor.contents import Contents, read_contents
from praxeo.ops.doctor.finding import Finding, damaged, warned
from praxeo.ports.inspection import Inspect, Inspection

NAME = "Library database"
RESTORE = (
    "Stop Praxeo, keep a copy of the folder as it is, and bring the database back from a backup."
)


def examine_database(inspect: Inspect, *, deep: bool) -> tuple[list[Finding], Contents | None]:
    """The faults, and the records if all tables can be read to their end."""
    try:
        with inspect() as inspection:
            return _examine(inspection, deep)
    except Unavailable as fault:
        text = f"it cannot be read: {_reason(fault)}"
        return [damaged("database_unreadable", NAME, text, RESTORE)], None


def _examine(inspection: Inspection, deep: bool) -> tuple[list[Finding], Contents | None]:
    missing, damage = inspection.missing_tables(), inspection.damage(deep=deep)
    found = []
    if missing:
        found.append(damaged("table_missing", NAME, "tables are missing", RESTORE, missing))
    if damage:
        found.append(damaged("database_damaged", NAME, "the file is damaged", RESTORE, damage))
    try:
        contents = read_contents(inspection)
    except Unavailable as fault:
        if not damage:
            text = f"a table cannot be read to its end: {_reason(fault)}"
            found.append(damaged("database_damaged", NAME, text, RESTORE))
        return found, None
    return found + _record_faults(contents), contents


def _reason(fault: Unavailable) -> object:
    return fault.details.get("reason", fault.message)


def _record_faults(contents: Contents) -> list[Finding]:
    found = []
    if contents.unreadable:
        found.append(
            damaged(
                "record_unreadable",
                NAME,
                f"{len(contents.unreadable)} records cannot be read",
                RESTORE,
                contents.unreadable,
            )
        )
    if missing := tuple(contents.missing_records()):
        found.append(
            damaged(
                "record_missing",
                NAME,
                f"{len(missing)} records that others need are missing",
                RESTORE,
                missing,
            )
        )
    if contents.newer:
        found.append(
            warned(
                "record_of_another_release",
                NAME,
                f"{len(contents.newer)} records were written by another release",
                "Use the release that wrote them, or run: praxeo migrate.",
                contents.newer,
            )
        )
    return found
