"""A folder of documents that a topic is looked up in: read into the library first, each once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from praxeo.domain.access import local_user
from praxeo.domain.errors import Refused, TooLarge
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.entrypoints.cli_inputs import upload
from praxeo.entrypoints.cli_output import configuration, say
from praxeo.entrypoints.folder_files import documents_in

if TYPE_CHECKING:
    from praxeo.app import Praxeo

FILES_MAX = 300  # of one folder


def read_folder(praxeo: Praxeo, folder: Path, project_id: str) -> None:
    """Have every document of a folder read that the library does not have yet, and say what cannot be.

    Raises Refused("not_a_folder_of_documents"), TooLarge("bad_folder_size").
    """
    if not folder.is_dir():
        raise Refused(
            "not_a_folder_of_documents", f"There is no folder {folder}. Look at its name."
        )
    files = documents_in(folder)
    if not files:
        raise Refused(
            "not_a_folder_of_documents", f"There is no document in {folder} that could be read."
        )
    if len(files) > FILES_MAX:
        raise TooLarge(
            "bad_folder_size", f"{folder} has more than {FILES_MAX} documents. Name a part of it."
        )
    known = set(_known(praxeo))
    new = [file for file in files if _hash(file) not in known]
    say(f"{len(files)} documents in {folder}, {len(new)} of them to be read.")
    for file in new:
        _read(praxeo, file, project_id)


def _read(praxeo: Praxeo, file: Path, project_id: str) -> None:
    from praxeo.wiring.product import build_worker

    try:
        document = upload(praxeo, file, project_id, ())
    except (Refused, TooLarge) as refused:
        say(f"{file.name}: {refused.message}")
        return
    worker = build_worker(praxeo, "folder", configuration())
    worker.run_this(document.job_id, threading.Event())
    read = praxeo.inputs.get(local_user(), document.id)
    if read.status != "ready":
        say(f"{file.name}: {read.reason or 'It is read later.'}")


def _known(praxeo: Praxeo) -> Iterator[str]:
    cursor = ""
    while True:
        page = praxeo.inputs.list(
            local_user(), "document_input", cursor=cursor, limit=PAGE_RECORDS_MAX
        )
        for each in page.records:
            if isinstance(each, DocumentInput) and each.status == "ready":
                yield each.content_hash
        if not (cursor := page.cursor):
            return


def _hash(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
