"""Files that are played: whole, or the part that a player asks for (RFC 9110, one range of bytes)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from fastapi import Request
from starlette.background import BackgroundTask
from starlette.responses import Response, StreamingResponse

from praxeo.domain.media import MediaFile
from praxeo.entrypoints.api.replies import elsewhere
from praxeo.entrypoints.byte_ranges import wanted_bytes
from praxeo.ports.blobs import BlobStore
from praxeo.sources.uploads import ADDRESS_SECONDS

PIECE_BYTES = 256_000
MEDIA_TYPES = {
    "m3u8": "application/vnd.apple.mpegurl",
    "mp4": "video/mp4",
    "jpg": "image/jpeg",
    "vtt": "text/vtt; charset=utf-8",
}
NAMES_OTHERS = ("m3u8", "vtt")  # what they name lies beside them, so they are given from here


def part_of_file(request: Request, blobs: BlobStore, file: MediaFile) -> Response:
    """The file or its part; from the store itself, where that has addresses."""
    kind = file.name.rpartition(".")[2]
    media_type = MEDIA_TYPES[kind]
    if kind not in NAMES_OTHERS:
        address = blobs.presigned_download(
            file.blob, name=file.name, media_type=media_type, seconds=ADDRESS_SECONDS
        )
        if address:
            return elsewhere(address)
    tag = f'"{file.blob.rpartition("/")[2]}"'
    headers = {"Accept-Ranges": "bytes", "ETag": tag, "Cache-Control": "private, max-age=3600"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    wanted = wanted_bytes(request.headers.get("range", ""), file.size)
    if wanted is None:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{file.size}"})
    start, end = wanted
    whole = (start, end) == (0, file.size)
    if not whole:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{file.size}"
    headers |= {"Content-Length": str(end - start), "Content-Security-Policy": "sandbox"}
    opened = blobs.open(file.blob)
    return StreamingResponse(
        _pieces(opened, start, end),
        status_code=200 if whole else 206,
        headers=headers,
        media_type=media_type,
        background=BackgroundTask(opened.close),
    )


def _pieces(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    file.seek(start)
    while start < end and (piece := file.read(min(PIECE_BYTES, end - start))):
        start += len(piece)
        yield piece
