"""Files of the built front end as responses: compressed copies made at build time, kept for good or
asked for again, unchanged ones not sent twice."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from praxeo.embeds.delivery import ASK_AGAIN, FOREVER, best_encoding, is_unchanged

SUFFIX_OF = {"br": ".br", "gzip": ".gz", "": ""}
TYPES = {
    ".js": "text/javascript",
    ".md": "text/markdown",
    ".vtt": "text/vtt",
}  # the same everywhere
CHARSET = "; charset=utf-8"


def inside(root: Path, path: str) -> Path | None:
    """The file of that path below a folder, or None if there is none or it leads out of it."""
    if not path or "\0" in path:
        return None
    file = (root / path).resolve()
    return file if file.is_relative_to(root) and file.is_file() else None


def file_response(
    request: Request, file: Path, headers: Mapping[str, str], *, forever: bool = False
) -> Response:
    """The file in the best encoding that it lies there in and the visitor takes.

    `forever` is for names that hold their content's hash; other files are asked for again.
    """
    encoding = best_encoding(request.headers.get("accept-encoding", ""))
    packed = file.with_name(file.name + SUFFIX_OF[encoding])
    if not packed.is_file():
        encoding, packed = "", file
    state = packed.stat()
    etag = f'W/"{state.st_mtime_ns:x}-{state.st_size:x}"'
    everything = {
        **headers,
        "Content-Type": _content_type(file),
        "Cache-Control": FOREVER if forever else ASK_AGAIN,
        "ETag": etag,
        "Vary": "Accept-Encoding",
    }
    if is_unchanged(request.headers, etag):
        return Response(status_code=304, headers=everything)
    if encoding:
        everything["Content-Encoding"] = encoding
    return Response(packed.read_bytes(), headers=everything)


def _content_type(file: Path) -> str:
    kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    kind = kind or "application/octet-stream"
    return kind + CHARSET if kind.startswith("text/") else kind
