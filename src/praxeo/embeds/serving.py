"""Embeds as they are sent: bytes and headers made once for each version, then only looked up."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property

import brotli

from praxeo.domain.app_guard import GUARD_HASH
from praxeo.domain.app_policy import guarded
from praxeo.domain.records import Embed
from praxeo.embeds import delivery
from praxeo.embeds.compression import gzip_bytes
from praxeo.ports.blobs import BlobStore

CACHE_BYTES = 64_000_000  # of apps kept in memory
PREPARED_MAX = 1_000  # embeds whose pages and headers are kept
QUICK_BROTLI = 5  # for what is compressed while a visitor waits, once per version

RawHeaders = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True)
class Sent:
    """What is sent of a page or an app: its tag, and headers for each encoding that it exists in."""

    etag: str
    headers: dict[str, RawHeaders]
    unchanged: RawHeaders
    bodies: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Prepared:
    """One version of an embed, ready to be sent."""

    embed: Embed
    page: Sent
    app: Sent


@dataclass
class Preparing:
    """Prepares each version of an embed once, for each origin that it is asked for at.

    `template` is the built wrapper page, `host_script` what pages that embed apps load, `source_script` what that page loads to show a source, `own` are the origins of
    the service itself; `counted` says whether visits are.
    """

    template: str
    host_script: bytes = b""
    source_script: bytes = b""
    own: tuple[str, ...] = ()
    counted: bool = True
    _kept: OrderedDict[tuple[str, str], Prepared] = field(default_factory=OrderedDict)

    @cached_property
    def script(self) -> Sent:
        """The script of host pages."""
        return _sent(delivery.script_headers(self.host_script), _encoded(self.host_script))

    @cached_property
    def sheet(self) -> Sent:
        """The script of the sheet that shows a place of a source."""
        return _sent(delivery.script_headers(self.source_script), _encoded(self.source_script))

    def of(self, embed: Embed, origin: str) -> Prepared:
        """The embed at `origin`, which is where embeds are served."""
        key = (embed.id, origin)
        known = self._kept.get(key)
        if known is not None and (known.embed is embed or known.embed == embed):
            return known
        made = self._kept[key] = Prepared(embed, self._page(embed, origin), self._app(embed))
        while len(self._kept) > PREPARED_MAX:
            self._kept.popitem(last=False)
        return made

    def _page(self, embed: Embed, origin: str) -> Sent:
        page = delivery.wrapper_page(self.template, embed, counted=self.counted, origin=origin)
        headers = delivery.wrapper_headers(embed, page, origin, self.own)
        return _sent(headers, _encoded(page))

    def _app(self, embed: Embed) -> Sent:
        return _sent(delivery.app_headers(embed, self.own), {})


def _encoded(text: bytes) -> dict[str, bytes]:
    return {
        encoding: _packed(text, encoding) if encoding else text
        for encoding in ("", *delivery.ENCODINGS)
    }


def _sent(headers: dict[str, str], bodies: dict[str, bytes]) -> Sent:
    plain = raw(headers)
    encoded = {
        encoding: (*plain, (b"content-encoding", encoding.encode()))
        for encoding in delivery.ENCODINGS
    }
    return Sent(headers["ETag"], {"": plain, **encoded}, plain, bodies)


def raw(headers: dict[str, str]) -> RawHeaders:
    """Headers as they go over the line."""
    return tuple(
        (name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()
    )


@dataclass
class AppBytes:
    """The bytes of the apps that were asked for last, by blob key; immutable, so never stale."""

    blobs: BlobStore
    limit: int = CACHE_BYTES
    _kept: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    _size: int = 0
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def of(self, embed: Embed, encoding: str) -> bytes:
        """The app of an embed with its guard, in this encoding. Raises NotFound.

        What was stored with the guard of another release, or with none, is guarded here.
        """
        stored = {"br": embed.brotli_blob, "gzip": embed.gzip_blob}.get(encoding)
        if not encoding:
            return guarded(self.read(embed.app_blob))
        if stored and embed.guard == GUARD_HASH:
            return self.read(stored)
        key = f"{encoding}:{embed.app_blob}"
        with self._one_at_a_time:
            if (known := self._known(key)) is not None:
                return known
        packed = _packed(guarded(self.read(embed.app_blob)), encoding)
        with self._one_at_a_time:
            self._keep(key, packed)
        return packed

    def read(self, key: str) -> bytes:
        """The bytes of a blob. Raises NotFound. Threads wait for each other's memory, never for blobs."""
        with self._one_at_a_time:
            if (known := self._known(key)) is not None:
                return known
        data = self.blobs.read(key)
        with self._one_at_a_time:
            self._keep(key, data)
        return data

    def _known(self, key: str) -> bytes | None:
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def _keep(self, key: str, data: bytes) -> None:
        if len(data) > self.limit or key in self._kept:  # another thread may have read it meanwhile
            return
        self._kept[key] = data
        self._size += len(data)
        while self._size > self.limit:
            _, dropped = self._kept.popitem(last=False)
            self._size -= len(dropped)


def _packed(data: bytes, encoding: str) -> bytes:
    if encoding == "gzip":
        return gzip_bytes(data)
    packed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=QUICK_BROTLI)
    return packed
