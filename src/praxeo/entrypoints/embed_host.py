"""The host of the embeds: an origin of its own that serves wrapper pages and apps, and nothing else.

It speaks ASGI itself. What it sends of an embed is made once per version, and a request only looks it up.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from anyio import CapacityLimiter, to_thread
from starlette.types import ASGIApp, Receive, Scope, Send

from praxeo.domain.errors import NotFound, Unavailable
from praxeo.domain.records import Embed
from praxeo.embeds import delivery
from praxeo.embeds.access import Visitor, may_knock, may_view
from praxeo.embeds.doors import Doors
from praxeo.embeds.playing import Playing
from praxeo.embeds.service import Embeds
from praxeo.embeds.serving import AppBytes, Prepared, Preparing
from praxeo.embeds.snippets import HOST_SCRIPT
from praxeo.embeds.usage.counting import UsageCounting
from praxeo.entrypoints.embed_answers import (
    Answer,
    Visit,
    elsewhere,
    kept,
    never_kept,
    sent,
    told,
    visit_of,
)
from praxeo.entrypoints.embed_cards import Cards
from praxeo.entrypoints.embed_counting import VisitCounter
from praxeo.entrypoints.embed_doors import DoorKeeper
from praxeo.entrypoints.embed_films import EmbedFilms
from praxeo.entrypoints.embed_posts import Posted

READS_MAX = 100  # of a remote store at a time; more visitors wait for one of them to end
METHODS = frozenset({"GET", "HEAD"})
_HASH = re.compile(r"[0-9a-f]{64}")
_FILM = re.compile(r"[0-9a-f]{16}\.mp4")
_POSTS = re.compile(r"/([tvf])/(emb_[0-9a-z]+)")
PostAnswer = Callable[[Scope, Receive, str], Awaitable[Posted]]


def create_embed_host(
    embeds: Embeds,
    wrapper: Path,
    *,
    embed_url: str = "",
    own_origins: tuple[str, ...] = (),
    address_header: str = "",
    remote: bool = False,
) -> ASGIApp:
    """The application. `wrapper` is the built wrapper page; without it visitors are told so.

    `embed_url` is where the embeds are served if something stands in front of it, `own_origins` are those of the
    service's own pages, which may frame what only some hosts may, `address_header` says where a visitor is. Where records or blobs are
    `remote`, visitors are answered in threads, so that a slow read holds up nobody else.
    """
    host_script, source_script = (
        script.read_bytes() if script.exists() else b""
        for script in map(wrapper.with_name, (HOST_SCRIPT, delivery.SOURCE_SCRIPT))
    )
    preparing = Preparing(
        wrapper.read_text("utf-8") if wrapper.exists() else "",
        host_script,
        source_script,
        own=own_origins,
        counted=embeds.tally is not None,
    )
    doors = Doors(embeds)
    usage = UsageCounting(embeds.tally, embeds.clock) if embeds.tally else None
    bytes_of = AppBytes(embeds.blobs)
    cards = Cards(embeds, bytes_of)
    films = EmbedFilms(Playing(embeds))
    host = _EmbedHost(embeds, preparing, bytes_of, doors, cards, films, embed_url)
    posts: dict[str, PostAnswer] = {
        "t": DoorKeeper(doors, address_header.encode()).answer,
        "f": films.answer,
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

    `p/EMBED/TICKET/HASH` is an app that opens with tickets, `f/EMBED/FILM` and `p/EMBED/TICKET/FILM` a recording that it plays, `embed.js` is for pages that embed apps, `source.js` for the page around an app,
    `i/EMBED/VERSION` the picture of an app and `oembed` what editors ask.
    """

    embeds: Embeds
    preparing: Preparing
    bytes_of: AppBytes
    doors: Doors
    cards: Cards
    films: EmbedFilms
    embed_url: str

    def answer(self, scope: Scope) -> Answer:
        """What this request gets; a page in plain words where there is nothing to see."""
        visit = visit_of(scope, self.embed_url)
        if scope["method"] not in METHODS:
            return told(visit, "missing", 405, Allow="GET, HEAD")
        try:
            return self._found(visit)
        except NotFound:
            return told(visit, "missing", 404)
        except Unavailable:
            return told(visit, "busy", 503)

    def _found(self, visit: Visit) -> Answer:
        match visit.parts:
            case ["e", embed_id]:
                return self._page(visit, embed_id)
            case ["a", embed_id, content_hash] if _HASH.fullmatch(content_hash):
                return self._app(visit, embed_id, content_hash)
            case ["p", embed_id, ticket, content_hash] if _HASH.fullmatch(content_hash):
                return self._app(visit, embed_id, content_hash, ticket)
            case ["f", embed_id, name] | ["p", embed_id, _, name] if _FILM.fullmatch(name):
                return self.films.piece(visit, embed_id, name)
            case ["a", content_hash] if _HASH.fullmatch(content_hash):
                return self._former(visit, content_hash)
            case ["i", embed_id, _]:
                return self.cards.picture(visit, embed_id)
            case ["oembed"]:
                return self.cards.oembed(visit)
            case [""]:
                return told(visit, "start", 200)
            case [name] if name == HOST_SCRIPT and self.preparing.script.bodies[""]:
                return sent(visit, self.preparing.script)
            case [delivery.SOURCE_SCRIPT] if self.preparing.source_script:
                return sent(visit, self.preparing.sheet)
            case ["robots.txt"]:
                text = b"User-agent: *\nDisallow: /a/\n"
                return Answer(200, ((b"content-type", b"text/plain; charset=utf-8"),), text)
        return told(visit, "missing", 404)

    def _page(self, visit: Visit, embed_id: str) -> Answer:
        """The wrapper page of an embed."""
        embed = self.embeds.visited(embed_id)
        if not (verdict := may_knock(embed, self._visitor(visit, embed))):
            return told(visit, verdict.notice, verdict.status)
        if not self.preparing.template:
            return told(visit, "not_built", 503)
        return sent(visit, self._prepared(visit, embed).page)

    def _app(
        self, visit: Visit, embed_id: str, content_hash: str, ticket: str | None = None
    ) -> Answer:
        """The app of an embed, in the best encoding that the visitor takes, and only into a frame.

        A page that is a minute old may ask for the version before: it gets the present one, which nobody keeps
        under that address.
        """
        embed = self.embeds.visited(embed_id)
        if not _into_a_frame(visit):
            return elsewhere(f"{'../' if ticket is None else '../../'}../e/{embed.id}")
        if not (verdict := may_view(embed, self._visitor(visit, embed, ticket))):
            return told(visit, verdict.notice, verdict.status)
        app = self._prepared(visit, embed).app
        if known := kept(visit, app):
            return known
        encoding = delivery.best_encoding(visit.encodings)
        body = self.bytes_of.of(embed, encoding)
        if content_hash != embed.content_hash:
            return Answer(200, never_kept(app.headers[encoding]), body)
        return Answer(200, app.headers[encoding], body)

    def _former(self, visit: Visit, content_hash: str) -> Answer:
        """An address from before embeds had addresses of their own: it leads to the embed that had it.

        Where several had it, all of them must admit the visitor: none opens what another has closed.
        """
        former = self.embeds.formerly_at(content_hash)
        for embed in former:
            if not (verdict := may_view(embed, self._visitor(visit, embed))):
                return told(visit, verdict.notice, verdict.status)
        first = former[0]
        if any(embed.owner != first.owner for embed in former):
            return told(visit, "missing", 404)
        return elsewhere(
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


def _into_a_frame(visit: Visit) -> bool:
    """Whether a frame asks. Browsers that do not say what they ask for get the app, which is sandboxed."""
    return visit.destination in {"", "iframe"}
