"""Where MediaConvert works: a folder of the bucket for each recording and its renditions, cleared away after a day.

In it lie the recording, what was made of it, and the note which job was begun.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from praxeo.adapters.s3_faults import blobs_translated
from praxeo.adapters.s3_streams import INCOMING
from praxeo.domain.errors import NotFound

FOLDER = f"{INCOMING}/encoding"  # a rule of the bucket deletes what is older than a day
SOURCE, NOTE = "source", "note.json"


@dataclass(frozen=True, kw_only=True)
class Note:
    """The job that was begun ("" for none), how many failed before it, and how the last of these failed."""

    job: str = ""
    failed: int = 0
    trouble: str = ""


@dataclass(frozen=True)
class Workplace:
    """The folder `name` in this bucket."""

    client: Any
    bucket: str
    name: str

    @property
    def address(self) -> str:
        """Of the folder, as MediaConvert takes it."""
        return f"s3://{self.bucket}/{FOLDER}/{self.name}"

    def note(self) -> Note:
        """What was noted last."""
        try:
            with blobs_translated():
                answer = self.client.get_object(**self._object(NOTE))
        except NotFound:
            return Note()
        return Note(**json.loads(answer["Body"].read()))

    def keep(self, note: Note) -> None:
        """Have this note in place of the last one."""
        with blobs_translated():
            self.client.put_object(**self._object(NOTE), Body=json.dumps(asdict(note)).encode())

    def bring(self, path: Path) -> None:
        """Put the recording there."""
        with blobs_translated(), path.open("rb") as file:
            self.client.put_object(**self._object(SOURCE), Body=file)

    def fetch(self, name: str, folder: Path) -> Path:
        """What was made under this name, as a file in the folder."""
        with blobs_translated(), (folder / name).open("wb") as file:
            shutil.copyfileobj(self.client.get_object(**self._object(name))["Body"], file)
        return folder / name

    def _object(self, name: str) -> dict[str, str]:
        return {"Bucket": self.bucket, "Key": f"{FOLDER}/{self.name}/{name}"}
