"""The host of the embeds: an origin of its own that serves wrapper pages and apps, and nothing else.

It speaks ASGI itself. What it sends of an embed is made once per version, and a request only looks it up.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from anyio import CapacityLimiter, to_thread
from starlette.types import ASGIApp, Receive, Scope, Send

from praxeo.domain.errors import NotFound, Unavailable
from praxeo.domain.records import Embed
from praxeo.embeds import delivery
from praxeo.embeds.access import Visitor, may_knock, may_view
from praxeo.embeds.doors import Doors
from praxeo.embeds.notices import notice
from praxeo.embeds.service import Embeds
from praxeo.embeds.serving import AppBytes, Prepared, Preparing, RawHeaders, Sent, raw
from praxeo.embeds.snippets import HOST_SCRIPT
from praxeo.embeds.usage.counting import UsageCounting
from praxeo.entrypoints.embed_counting import VisitCounter
from praxeo.entrypoints.embed_doors import DoorKeeper
from praxeo.entrypoints.embed_posts import Posted

READS_MAX = 100  # of a remote store at a time; more visitors wait for one of them to end
METHODS = frozenset({"GET", "HEAD"})
_HASH = re.compile(r"[0-9a-f]{64}")
_POSTS = re.compile(r"/([tv])/(emb_[0-9a-z]+)")
PostAnswer = Callable[[Scope, Receive, str], Awaitable[Posted]]
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")  # anything else could break out of a policy
_NOTICE = {
    **delivery.SHARED_HEADERS,
    "Content-Security-Policy": delivery.PAGE_POLICY,
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a visitor gets."""

    status: int
    headers: RawHeaders
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visitor asks for: the parts of the path, the headers that count, and where embeds are served."""

    parts: list[str]
    origin: str
    encodings: str
    known: str
    languages: str
    destination: str


def create_embed_host(
    embeds: Embeds,
    wrapper: Path,
    *,
    embed_url: str = "",
    usage: UsageCounting | None = None,
    own_origins: tuple[str, ...] = (),
    address_header: str = "",
    remote: bool = False,
) -> ASGIApp:
    """The application. `wrapper` is the built wrapper page; without it visitors are told so.

    `embed_url` is where the embeds are served if something stands in front of it, `own_origins` are those of the
    service's own pages, which may frame what only some hosts may, `usage` counts visits (None: they are not counted), `address_header` says where a visitor is. Where records or blobs are
    `remote`, visitors are answered in threads, so that a slow read holds up nobody else.
    """
    script = wrapper.with_name(HOST_SCRIPT)
    preparing = Preparing(
        wrapper.read_text("utf-8") if wrapper.exists() else "",
        script.read_bytes() if script.exists() else b"",
        own_origins,
        usage is not None,
    )
    doors = Doors(embeds)
    host = _EmbedHost(embeds, preparing, AppBytes(embeds.blobs), doors, embed_url)
    posts: dict[str, PostAnswer] = {
        "t": DoorKeeper(doors, address_header.encode()).answer,
    }
    if usage:
        posts["v"] = VisitCounter(embeds, usage).answer
    return _answering(host, posts, remote)


def _answering(host: _EmbedHost, posts: Mapping[str, PostAnswer], remote: bool) -> ASGIApp:
    limits: list[CapacityLimiter] = []  # made in the event loop that it belongs to

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await _live(scope, receive, send)
            return
        sent_to = _POSTS.fullmatch(scope["path"]) if scope["method"] == "POST" else None
        if sent_to and sent_to[1] in posts:
            answer = Answer(*await posts[sent_to[1]](scope, receive, sent_to[2]))
        elif remote:
            if not limits:
                limits.append(CapacityLimiter(READS_MAX))
            answer = await to_thread.run_sync(host.answer, scope, limiter=limits[0])
        else:
            answer = host.answer(scope)
        length = (b"content-length", b"%d" % len(answer.body))
        headers = answer.headers if answer.status in {204, 304} else (*answer.headers, length)
        start = {"type": "http.response.start", "status": answer.status, "headers": headers}
        await send(start)
        body = b"" if scope["method"] == "HEAD" else answer.body
        await send({"type": "http.response.body", "body": body})

    return answered


async def _live(scope: Scope, receive: Receive, send: Send) -> None:
    """Start and end with the server; anything else than HTTP is turned away."""
    while scope["type"] == "lifespan":
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


@dataclass(frozen=True)
class _EmbedHost:
    """The routes: `e/EMBED` is the page around an app, `a/EMBED/HASH` the app, `a/HASH` where it was formerly.

    `p/EMBED/TICKET/HASH` is an app that opens with tickets, `embed.js` is for pages that embed apps.
    """

    embeds: Embeds
    preparing: Preparing
    bytes_of: AppBytes
    doors: Doors
    embed_url: str

    def answer(self, scope: Scope) -> Answer:
        """What this request gets; a page in plain words where there is nothing to see."""
        visit = self._visit(scope)
        if scope["method"] not in METHODS:
            return _told(visit, "missing", 405, Allow="GET, HEAD")
        try:
            return self._found(visit)
        except NotFound:
            return _told(visit, "missing", 404)
        except Unavailable:
            return _told(visit, "busy", 503)

    def _found(self, visit: Visit) -> Answer:
        match visit.parts:
            case ["e", embed_id]:
                return self._page(visit, embed_id)
            case ["a", embed_id, content_hash] if _HASH.fullmatch(content_hash):
                return self._app(visit, embed_id, content_hash)
            case ["p", embed_id, ticket, content_hash] if _HASH.fullmatch(content_hash):
                return self._app(visit, embed_id, content_hash, ticket)
            case ["a", content_hash] if _HASH.fullmatch(content_hash):
                return self._former(visit, content_hash)
            case [""]:
                return _told(visit, "start", 200)
            case [name] if name == HOST_SCRIPT and self.preparing.script.bodies[""]:
                return _sent(visit, self.preparing.script)
            case ["robots.txt"]:
                text = b"User-agent: *\nDisallow: /a/\n"
                return Answer(200, ((b"content-type", b"text/plain; charset=utf-8"),), text)
        return _told(visit, "missing", 404)

    def _page(self, visit: Visit, embed_id: str) -> Answer:
        """The wrapper page of an embed."""
        embed = self.embeds.visited(embed_id)
        if not (verdict := may_knock(embed, self._visitor(visit, embed))):
            return _told(visit, verdict.notice, verdict.status)
        if not self.preparing.template:
            return _told(visit, "not_built", 503)
        return _sent(visit, self._prepared(visit, embed).page)

    def _app(
        self, visit: Visit, embed_id: str, content_hash: str, ticket: str | None = None
    ) -> Answer:
        """The app of an embed, in the best encoding that the visitor takes, and only into a frame.

        A page that is a minute old may ask for the version before: it gets the present one, which nobody keeps
        under that address.
        """
        embed = self.embeds.visited(embed_id)
        if not _into_a_frame(visit):
            return _elsewhere(f"{'../' if ticket is None else '../../'}../e/{embed.id}")
        if not (verdict := may_view(embed, self._visitor(visit, embed, ticket))):
            return _told(visit, verdict.notice, verdict.status)
        app = self._prepared(visit, embed).app
        if kept := _kept(visit, app):
            return kept
        encoding = delivery.best_encoding(visit.encodings)
        body = self.bytes_of.of(embed, encoding)
        if content_hash != embed.content_hash:
            return Answer(200, _never_kept(app.headers[encoding]), body)
        return Answer(200, app.headers[encoding], body)

    def _former(self, visit: Visit, content_hash: str) -> Answer:
        """An address from before embeds had addresses of their own: it leads to the embed that had it.

        Where several had it, all of them must admit the visitor: none opens what another has closed.
        """
        former = self.embeds.formerly_at(content_hash)
        for embed in former:
            if not (verdict := may_view(embed, self._visitor(visit, embed))):
                return _told(visit, verdict.notice, verdict.status)
        first = former[0]
        if any(embed.owner != first.owner for embed in former):
            return _told(visit, "missing", 404)
        return _elsewhere(
            f"../{delivery.app_path(first)}" if _into_a_frame(visit) else f"../e/{first.id}"
        )

    def _visitor(self, visit: Visit, embed: Embed, ticket: str | None = None) -> Visitor:
        return Visitor(
            now=self.embeds.clock.now(),
            has_ticket=ticket is not None and self.doors.holds_bytes(ticket, embed),
            alone=visit.destination == "document",
        )

    def _prepared(self, visit: Visit, embed: Embed) -> Prepared:
        return self.preparing.of(embed, visit.origin)

    def _visit(self, scope: Scope) -> Visit:
        found: dict[bytes, bytes] = dict(scope["headers"])
        return Visit(
            parts=scope["path"].removeprefix("/").split("/"),
            origin=self.embed_url or _origin(scope.get("scheme", "http"), found.get(b"host", b"")),
            encodings=found.get(b"accept-encoding", b"").decode("latin-1"),
            known=found.get(b"if-none-match", b"").decode("latin-1"),
            languages=found.get(b"accept-language", b"").decode("latin-1"),
            destination=found.get(b"sec-fetch-dest", b"").decode("latin-1"),
        )


def _origin(scheme: str, host: bytes) -> str:
    name = host.decode("latin-1")
    return f"{scheme}://{name}" if _HOST.fullmatch(name) else "http://host.invalid"


def _into_a_frame(visit: Visit) -> bool:
    """Whether a frame asks. Browsers that do not say what they ask for get the app, which is sandboxed."""
    return visit.destination in {"", "iframe"}


def _kept(visit: Visit, sent: Sent) -> Answer | None:
    """The answer to a visitor who has this already."""
    return Answer(304, sent.unchanged) if delivery.has_tag(visit.known, sent.etag) else None


def _sent(visit: Visit, sent: Sent) -> Answer:
    encoding = delivery.best_encoding(visit.encodings)
    return _kept(visit, sent) or Answer(200, sent.headers[encoding], sent.bodies[encoding])


def _never_kept(headers: Iterable[tuple[bytes, bytes]]) -> RawHeaders:
    rest = (pair for pair in headers if pair[0] not in {b"cache-control", b"etag"})
    return (*rest, (b"cache-control", b"no-store"))


def _elsewhere(address: str) -> Answer:
    return Answer(303, raw({"Location": address, "Cache-Control": "no-store"}))


def _told(visit: Visit, name: str, status: int, **more: str) -> Answer:
    body = notice(name, visit.languages).encode()
    later = {"Retry-After": "60"} if status == 503 else {}
    return Answer(status, raw({**_NOTICE, **later, **more}), body)
