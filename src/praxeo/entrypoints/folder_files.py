"""The files of a folder that can be learned from: what is hidden stays out, and so do pictures beside texts."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from praxeo.domain.errors import Refused, TooLarge
from praxeo.sources.media.kinds import is_recording


def sources_in(given: Sequence[Path], tell: Callable[[str], None]) -> list[Path]:
    """The files given, with the files in it in place of each folder, in the order of their numbers and names.

    Raises Refused("not_a_folder_of_documents"), TooLarge("bad_folder_size").
    """
    files: list[Path] = []
    for path in given:
        files += _of_folder(path, tell) if path.is_dir() else [path]
    return files


def documents_in(folder: Path, *, recordings: bool = False) -> list[Path]:
    """The documents in a folder and below it by the ends of their names, without hidden ones."""
    return [file for file in _seen(folder) if _is_read(file) or (recordings and is_recording(file))]


def _of_folder(folder: Path, tell: Callable[[str], None]) -> list[Path]:
    from praxeo.sources.combining.service import PARTS_MAX

    found = documents_in(folder, recordings=True)
    texts = [file for file in found if not _is_picture(file)] or found
    if not texts:
        raise Refused(
            "not_a_folder_of_documents",
            f"There is no document in {folder} that could be read. Name a folder that holds some, or the files themselves.",
        )
    if len(texts) > PARTS_MAX:
        raise TooLarge(
            "bad_folder_size",
            f"{folder} holds {len(texts)} documents, and one app is made of at most {PARTS_MAX} sources. Name the files of one "
            "lesson, or look a topic up in them: praxeo make --topic TOPIC --within FOLDER.",
        )
    names = ", ".join(str(file.relative_to(folder)) for file in texts)
    tell(f"{len(texts)} document{'s'[: len(texts) != 1]} in {folder}: {names}.")
    if left := len(_seen(folder)) - len(texts):
        tell(
            f"{left} other file{'s'[: left != 1]} there {'were' if left != 1 else 'was'} left out: pictures beside texts, and what "
            "Praxeo does not read."
        )
    return texts


def _seen(folder: Path) -> list[Path]:
    found = []
    for place, within, names in os.walk(folder):
        within[:] = [name for name in within if not name.startswith(".")]
        found += [Path(place, name) for name in names if not name.startswith(".")]
    return sorted(found, key=_counted)


def _counted(path: Path) -> list[tuple[int, str]]:
    """So that chapter 10 stands behind chapter 9."""
    return [
        (int(part) if part.isdecimal() else 0, part.casefold())
        for part in re.split(r"(\d+)", str(path))
    ]


def _is_read(file: Path) -> bool:
    from praxeo.sources.documents.formats import FORMATS

    return any(file.suffix.lower() in each.suffixes for each in FORMATS)


def _is_picture(file: Path) -> bool:
    from praxeo.sources.documents.formats import FORMATS

    return any(
        file.suffix.lower() in each.suffixes and each.media_type.startswith("image/")
        for each in FORMATS
    )
