"""The host of the embeds: an origin of its own that serves wrapper pages and apps, and nothing else."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from praxeo.domain.errors import NotFound, Unavailable
from praxeo.domain.records import Embed
from praxeo.embeds import delivery
from praxeo.embeds.notices import notice
from praxeo.embeds.service import Embeds
from praxeo.entrypoints.api.threads import in_thread
from praxeo.ports.blobs import BlobStore

CACHE_BYTES = 64_000_000  # of apps kept in memory
_HASH = re.compile(r"[0-9a-f]{64}")


def create_embed_host(embeds: Embeds, wrapper: Path, *, remote: bool = False) -> Starlette:
    """The application. `wrapper` is the built wrapper page; without it visitors are told so.

    Where records or blobs are `remote`, what reads them answers in threads, so that a slow read holds up
    nobody else.
    """
    template = wrapper.read_text("utf-8") if wrapper.exists() else ""
    reading = _RouteInThread if remote else Route
    host = _EmbedHost(embeds, template, AppBytes(embeds.blobs))
    return Starlette(
        routes=[
            Route("/", host.start),
            Route("/robots.txt", host.robots),
            reading("/e/{embed_id}", host.embed),
            reading("/a/{content_hash}", host.app),
        ],
        exception_handlers={
            NotFound: _missing,
            Unavailable: _busy,
            HTTPException: _refused,
        },
    )


class _RouteInThread(Route):
    """A route that answers beside the event loop."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        await in_thread(super().handle, scope, receive, send)


@dataclass
class AppBytes:
    """The bytes of the apps that were asked for last, by blob key; immutable, so never stale."""

    blobs: BlobStore
    limit: int = CACHE_BYTES
    _kept: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    _size: int = 0
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def read(self, key: str) -> bytes:
        """The bytes of a blob. Raises NotFound. Threads wait for each other's memory, never for blobs."""
        with self._one_at_a_time:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        data = self.blobs.read(key)
        with self._one_at_a_time:
            self._keep(key, data)
        return data

    def _keep(self, key: str, data: bytes) -> None:
        if len(data) > self.limit or key in self._kept:  # another thread may have read it meanwhile
            return
        self._kept[key] = data
        self._size += len(data)
        while self._size > self.limit:
            _, dropped = self._kept.popitem(last=False)
            self._size -= len(dropped)


@dataclass(frozen=True)
class _EmbedHost:
    """The routes. They are `async` and short: over a local store they read at once, apps come out of memory."""

    embeds: Embeds
    template: str
    bytes_of: AppBytes

    async def start(self, request: Request) -> Response:
        return _notice(request, "start", 200)

    async def robots(self, _request: Request) -> Response:
        return Response("User-agent: *\nDisallow: /a/\n", media_type="text/plain")

    async def embed(self, request: Request) -> Response:
        """The wrapper page of an embed."""
        embed = self.embeds.visited(request.path_params["embed_id"])
        if not embed.published:
            return _notice(request, "withdrawn", 410)
        if not self.template:
            return _notice(request, "not_built", 503)
        page = delivery.wrapper_page(self.template, embed, f"/a/{embed.content_hash}")
        headers = delivery.wrapper_headers(embed, page.etag)
        if delivery.is_unchanged(request.headers, page.etag):
            return Response(status_code=304, headers=headers)
        return Response(page.body, headers=headers)

    async def app(self, request: Request) -> Response:
        """The app itself, in the best encoding that the visitor takes."""
        content_hash = request.path_params["content_hash"]
        if not _HASH.fullmatch(content_hash):
            return _notice(request, "missing", 404)
        embed = self.embeds.holding(content_hash)
        if not embed.published:
            return _notice(request, "withdrawn", 410)
        headers = delivery.app_headers(content_hash)
        if delivery.is_unchanged(request.headers, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        encoding = delivery.best_encoding(request.headers.get("accept-encoding", ""))
        if encoding:
            headers["Content-Encoding"] = encoding
        return Response(self.bytes_of.read(_blob(embed, encoding)), headers=headers)


def _blob(embed: Embed, encoding: str) -> str:
    return {"br": embed.brotli_blob, "gzip": embed.gzip_blob, "": embed.app_blob}[encoding]


async def _missing(request: Request, _error: Exception) -> Response:
    return _notice(request, "missing", 404)


async def _busy(request: Request, _error: Exception) -> Response:
    return _notice(request, "busy", 503)


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    headers = error.headers if isinstance(error, HTTPException) else None
    response = _notice(request, "missing", status)
    response.headers.update(headers or {})
    return response


def _notice(request: Request, name: str, status: int) -> Response:
    body = notice(name, request.headers.get("accept-language", ""))
    headers = {
        **delivery.SHARED_HEADERS,
        "Content-Security-Policy": delivery.PAGE_POLICY,
        "Cache-Control": "no-store",
        "X-Robots-Tag": "noindex",
    }
    if status == 503:
        headers["Retry-After"] = "60"
    return Response(body, status_code=status, headers=headers)
