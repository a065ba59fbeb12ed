"""Files that were made of a recording: put into the store under its area, and fetched again by their names."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from praxeo.domain.errors import NotFound
from praxeo.domain.input_records import MediaInput
from praxeo.domain.media import MediaFile
from praxeo.ports.blobs import BlobStore
from praxeo.sources.life_cycle import area_of

PIECE_BYTES = 1_000_000


def stored(
    blobs: BlobStore, recording: MediaInput, folder: Path, names: Iterable[str]
) -> tuple[MediaFile, ...]:
    """The files of these names in the folder, as they are kept."""
    return tuple(_stored(blobs, recording, folder / name) for name in names)


def _stored(blobs: BlobStore, recording: MediaInput, path: Path) -> MediaFile:
    with blobs.writer(area_of(recording)) as writer, path.open("rb") as file:
        while part := file.read(PIECE_BYTES):
            writer.write(part)
        blob = writer.finish()
    return MediaFile(name=path.name, blob=blob.key, size=blob.size)


def fetched(blobs: BlobStore, recording: MediaInput, folder: Path, suffix: str) -> None:
    """Put all of its files whose names end so into the folder."""
    for file in recording.files:
        if file.name.endswith(suffix):
            with blobs.as_file(file.blob) as path:
                shutil.copyfile(path, folder / file.name)


def with_files(there: Sequence[MediaFile], files: Sequence[MediaFile]) -> tuple[MediaFile, ...]:
    """Those that are there with the new ones, which take the place of those of the same name."""
    return tuple({file.name: file for file in (*there, *files)}.values())


def file_of(recording: MediaInput, name: str) -> MediaFile:
    """The file of this name; a playlist is shown only once all is there. Raises NotFound("no_such_file")."""
    for file in recording.files:
        if file.name == name:
            return file
    raise NotFound(
        "no_such_file",
        "This recording has no such file. Have it prepared for playing first, or wait until that is done.",
    )
