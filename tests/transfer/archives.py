"""Archives that are changed after they were written, with a manifest that vouches for the change."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Files = dict[str, bytes]
Body = dict[str, Any]


def rewritten(path: Path, change: Callable[[Files], None], *, vouched: bool = False) -> Path:
    """The archive with other contents; `vouched` makes its manifest fit them."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    if vouched:
        manifest = json.loads(files["manifest.json"])
        for name in manifest["files"]:
            data = files[name]
            manifest["files"][name] = {
                "size": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
        manifest["blobs"] = sum(name.startswith("blobs/") for name in files)
        files["manifest.json"] = json.dumps(manifest).encode()
    other = path.with_name("other.zip")
    with zipfile.ZipFile(other, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return other


def records_of(files: Files, table: str) -> list[Body]:
    return [json.loads(line) for line in files[f"records/{table}.jsonl"].splitlines()]


def with_records(files: Files, table: str, bodies: list[Body]) -> None:
    lines = [json.dumps(body, ensure_ascii=False, separators=(",", ":")) for body in bodies]
    files[f"records/{table}.jsonl"] = "".join(f"{line}\n" for line in lines).encode()


def changing(table: str, **fields: Any) -> Callable[[Files], None]:
    """Give the first record of a table other values."""

    def change(files: Files) -> None:
        bodies = records_of(files, table)
        bodies[0] |= fields
        with_records(files, table, bodies)

    return change


def replacing_blob(table: str, field: str, data: bytes, **more: Any) -> Callable[[Files], None]:
    """Put other bytes in the place of those that a field of the first record names."""

    def change(files: Files) -> None:
        (first, *_) = records_of(files, table)
        area = first[field].rpartition("/")[0]
        key = f"{area}/{hashlib.sha256(data).hexdigest()}"
        files[f"blobs/{key}"] = data
        changing(table, **{field: key}, **more)(files)
        if not any(
            first[field].encode() in text for name, text in files.items() if "records/" in name
        ):
            files.pop(f"blobs/{first[field]}")

    return change
