"""Whether the stored files of a library are those that its records name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from praxeo.domain.errors import PraxeoError
from praxeo.ops.doctor.contents import Contents
from praxeo.ops.doctor.finding import Finding, damaged, warned
from praxeo.ops.sweep import ORPHANED_AFTER
from praxeo.ports.blobs import BlobStore, StoredBlob

NAME = "Library files"
RESTORE = (
    "Copy these files back from a backup, under the same names; then run praxeo doctor --deep."
)

Stored = Mapping[str, StoredBlob]


def examine_stored(
    contents: Contents, blobs: BlobStore, stored: Stored, now: datetime
) -> list[Finding]:
    """The faults that show without reading the files. What was `stored` was listed before the records."""
    sizes = contents.sizes
    missing = sorted(key for key in sizes if key not in stored and not blobs.exists(key))
    wrong = sorted(
        key for key, size in sizes.items()
        if size is not None and key in stored and stored[key].size != size
    )  # fmt: skip
    orphans = sorted(
        key
        for key, blob in stored.items()
        if key not in sizes
        and key not in contents.outputs
        and now - blob.stored_at > ORPHANED_AFTER
    )
    found = []
    if missing:
        text = f"{len(missing)} files that records name are missing"
        found.append(damaged("file_missing", NAME, text, RESTORE, missing))
    if wrong:
        text = f"{len(wrong)} files have another size than when they were stored"
        found.append(damaged("file_cut_off", NAME, text, RESTORE, wrong))
    if orphans:
        text = f"{len(orphans)} files belong to nothing any more"
        remedy = "Nothing is lost by them; `praxeo serve` sweeps them away within a day."
        found.append(warned("file_orphaned", NAME, text, remedy, orphans))
    return found


def examine_bytes(blobs: BlobStore, stored: Stored) -> list[Finding]:
    """The files whose bytes are not those that were stored, or cannot be read."""
    changed = []
    for key in sorted(stored):
        try:
            with blobs.as_file(key):
                pass
        except PraxeoError as fault:
            if fault.code != "blob_not_found":  # it was deleted just now
                changed.append(key)
    if not changed:
        return []
    text = f"{len(changed)} files have other bytes than were stored, or cannot be read"
    return [damaged("file_changed", NAME, text, RESTORE, changed)]
