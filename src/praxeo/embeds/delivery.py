"""What a visitor's browser is told about a published app: addresses, headers, encodings, the wrapper page."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from praxeo.domain import app_policy
from praxeo.domain.app_guard import GUARD_HASH
from praxeo.domain.records import Embed
from praxeo.embeds.access import for_everybody, needs_ticket
from praxeo.embeds.cards import card
from praxeo.embeds.domains import ancestors
from praxeo.embeds.themes import theme_json

PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
_PLACEHOLDER = re.compile(r"%PRAXEO_(TITLE|LANG|EMBED|THEME|APP_URL|DOOR|COUNTED|FILMS|CARD)%")
SOURCE_SCRIPT = "source.js"  # of the sheet that shows a place of a source
CLOSED_TITLE = "Praxeo"  # of what is closed nothing is told, its name neither

# Both of the latter are needed by hosts that send `Cross-Origin-Embedder-Policy: require-corp` themselves.
SHARED_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
# A rule that changes holds everywhere within this time, caches included.
RULES_HOLD_SECONDS = 60
# What a cache may keep. A second less, for embeds are remembered for one; and another, for caches count whole ones.
_KEPT_SECONDS = RULES_HOLD_SECONDS - 2
# Browsers ask again at every visit: not every cache tells how old its answer is, and theirs would begin anew.
_SHARED = f"public, max-age=0, s-maxage={_KEPT_SECONDS}, must-revalidate"
_PRIVATE = f"private, max-age={_KEPT_SECONDS}, must-revalidate"
SCRIPT_KEPT_SECONDS = 300

ENCODINGS = ("br", "gzip")  # in order of preference


def app_path(embed: Embed) -> str:
    """Where the bytes of an embed are, below the origin of the embeds. The hash tells versions apart."""
    return f"a/{embed.id}/{embed.content_hash}"


def private_path(embed: Embed, ticket: str) -> str:
    """Where the bytes of an embed are that opens with tickets. The app can read its own address, so a
    ticket in it lasts for the moment of loading.
    """
    return f"p/{embed.id}/{ticket}/{embed.content_hash}"


def door_path(embed: Embed) -> str:
    """Where a password or a link is turned into a ticket."""
    return f"t/{embed.id}"


def films_path(embed: Embed) -> str:
    """Below what the films of an embed are; of one that opens with tickets, a ticket comes next."""
    return f"{'p' if needs_ticket(embed) else 'f'}/{embed.id}"


def wrapper_page(template: str, embed: Embed, *, counted: bool = True, origin: str = "") -> bytes:
    """The page around the app of an embed; every value is escaped as text and attribute.

    It leads to its app by a relative address, so that it works below whatever path it is served; one that is
    closed leads to its door instead. Where visits are not `counted`, it tells nobody of them. `origin` is where
    embeds are served, for other sites that tell of it.
    """
    closed = needs_ticket(embed)
    values = {
        "TITLE": CLOSED_TITLE if closed else embed.title,
        "LANG": "en" if closed else embed.language or "en",
        "EMBED": embed.id,
        "THEME": "" if closed else theme_json(embed.theme),
        "APP_URL": "" if closed else f"../{app_path(embed)}",
        "DOOR": embed.access if closed else "",
        "COUNTED": "yes" if counted else "",
        "FILMS": "yes" if embed.films else "",
    }
    escaped = {name: html.escape(value) for name, value in values.items()}
    escaped["CARD"] = card(embed, origin)
    filled = _PLACEHOLDER.sub(lambda found: escaped[found.group(1)], template)
    return filled.encode("utf-8")


def wrapper_headers(
    embed: Embed, page: bytes, origin: str, own: Sequence[str] = ()
) -> dict[str, str]:
    """The headers of a wrapper page. Only a public embed may be listed by search engines.

    `origin` is where embeds are served, with a path if they are below one, `own` are the origins of the service
    itself, which may frame all. The page is asked for again at every
    visit, so that a version that was rolled back is gone at once; shared caches may answer for the minute.
    """
    framed = f"{origin}/p/{embed.id}/" if needs_ticket(embed) else f"{origin}/{app_path(embed)}"
    headers = {
        **SHARED_HEADERS,
        **app_policy.wrapper_headers(
            framed,
            reached=_reached(embed, origin),
            sheet=f"{origin}/{SOURCE_SCRIPT}",
            films=f"{origin}/{films_path(embed)}/" if embed.films else "",
            ancestors=ancestors(embed.domains, own) if embed.domains else "",
        ),
        "Cache-Control": _SHARED if for_everybody(embed) else f"private, {ASK_AGAIN}",
        "ETag": _tag(page),
        "Vary": "Accept-Encoding",
    }
    return headers if for_everybody(embed) else {**headers, "X-Robots-Tag": "noindex"}


def _reached(embed: Embed, origin: str) -> str:
    """What the page around an app connects to: where visits are counted, and its door where it is closed."""
    reached = [f"v/{embed.id}"]
    reached += [door_path(embed)] if needs_ticket(embed) else []
    reached += [f"f/{embed.id}"] if embed.films else []
    return " ".join(f"{origin}/{path}" for path in reached)


def app_headers(embed: Embed, own: Sequence[str] = ()) -> dict[str, str]:
    """The headers of an app: sandboxed even when it is opened without its wrapper."""
    framing = app_policy.framed_by(ancestors(embed.domains, own)) if embed.domains else {}
    return {
        **SHARED_HEADERS,
        **app_policy.APP_HEADERS,
        **framing,
        "Cache-Control": _SHARED if for_everybody(embed) else _PRIVATE,
        "ETag": f'W/"{embed.content_hash}-{GUARD_HASH}"',
        "Vary": "Accept-Encoding, Sec-Fetch-Dest",
        "X-Robots-Tag": "noindex",
    }


def told_headers(embed: Embed, body: bytes, content_type: str) -> dict[str, str]:
    """The headers of what other sites are told of an embed: its picture, and its oEmbed answer."""
    return {
        **SHARED_HEADERS,
        "Content-Type": content_type,
        "Cache-Control": _SHARED if for_everybody(embed) else _PRIVATE,
        "ETag": _tag(body),
        "Access-Control-Allow-Origin": "*",
        "X-Robots-Tag": "noindex",
    }


def script_headers(script: bytes) -> dict[str, str]:
    """The headers of the scripts that pages load which embed apps, and that the page around an app loads: it may
    have no origin of its own.
    """
    return {
        **SHARED_HEADERS,
        "Content-Type": "text/javascript; charset=utf-8",
        "Cache-Control": f"public, max-age={SCRIPT_KEPT_SECONDS}",
        "Access-Control-Allow-Origin": "*",
        "ETag": _tag(script),
        "Vary": "Accept-Encoding",
    }


def _tag(data: bytes) -> str:
    """Weak, since the same is sent in several encodings."""
    return f'W/"{hashlib.sha256(data).hexdigest()[:32]}"'


@lru_cache(maxsize=256)  # browsers send few different ones
def best_encoding(accepted: str) -> str:
    """The first of ENCODINGS that an Accept-Encoding header allows, "" for none."""
    weights = dict(_weight(part) for part in accepted.lower().split(",") if part.strip())
    rest = weights.get("*", 0.0)
    return next((name for name in ENCODINGS if weights.get(name, rest) > 0), "")


def _weight(part: str) -> tuple[str, float]:
    name, _, parameter = part.partition(";")
    key, _, value = parameter.partition("=")
    if key.strip() != "q":
        return name.strip(), 1.0
    try:
        return name.strip(), float(value)
    except ValueError:
        return name.strip(), 0.0


def is_unchanged(headers: Mapping[str, str], etag: str) -> bool:
    """Whether the visitor has this already, by If-None-Match."""
    return has_tag(headers.get("if-none-match", ""), etag)


def has_tag(given: str, etag: str) -> bool:
    """Whether an If-None-Match header names this tag."""
    if not given or given == etag:
        return bool(given)
    tags = {tag.strip().removeprefix("W/") for tag in given.split(",")}
    return "*" in tags or etag.removeprefix("W/") in tags
