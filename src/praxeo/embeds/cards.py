"""How other sites show an embed before anybody opens it: its card in a chat or a feed, and oEmbed for editors.

A card tells no more than the address does. Of what opens with a ticket it tells nothing.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from praxeo.domain.records import Embed, Screenshot
from praxeo.embeds.access import needs_ticket
from praxeo.embeds.snippets import SANDBOX

WIDTH, HEIGHT = 720, 640  # CSS pixels, where nobody asks for less
SMALLEST = 200
KEPT_SECONDS = 60  # by whoever asked: what is withdrawn is no longer offered after that
_DESCRIPTIONS = {
    "en": "A learning app: read, practise, and see what you know.",
    "de": "Eine Lern-App: lesen, üben und sehen, was man kann.",
    "fr": "Une application pour apprendre : lire, s’exercer et voir ce que l’on sait.",
    "es": "Una aplicación para aprender: leer, practicar y ver lo que se sabe.",
}
_PATH = re.compile(r"/e/(emb_[0-9a-z]+)")


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What room a page has, in CSS pixels; None for any."""

    width: int | None = None
    height: int | None = None


def picture_of(embed: Embed) -> Screenshot | None:
    """The picture that anybody may see: none of what is closed, or shown on certain pages only."""
    if needs_ticket(embed) or embed.domains:
        return None
    return next(iter(embed.pictures), None)


def picture_path(embed: Embed, picture: Screenshot) -> str:
    """Where it is below the origin of the embeds; the end tells versions apart."""
    return f"i/{embed.id}/{picture.blob.rpartition('/')[2][:16]}"


def card(embed: Embed, origin: str) -> str:
    """What stands in the head of an embed's page for robots that read it; "" where nothing is told."""
    if needs_ticket(embed):
        return ""
    address = f"{origin}/e/{embed.id}"
    about = _DESCRIPTIONS.get(embed.language[:2], _DESCRIPTIONS["en"])
    properties = {
        "og:type": "website",
        "og:title": embed.title,
        "og:description": about,
        "og:url": address,
    }
    if picture := picture_of(embed):
        properties["og:image"] = f"{origin}/{picture_path(embed, picture)}"
        properties["og:image:width"] = str(picture.width)
        properties["og:image:height"] = str(picture.height)
    found = f"{origin}/oembed?url={quote(address, safe='')}"
    told = [
        f'<meta property="{name}" content="{html.escape(text)}">'
        for name, text in properties.items()
    ]
    link = f'<link rel="alternate" type="application/json+oembed" href="{html.escape(found)}">'
    return "".join((link, *told))


def embed_at(address: str, origin: str) -> str:
    """The id in the address of an embed of this host; "" for any other address."""
    try:
        given, own = urlsplit(address), urlsplit(origin)
    except ValueError:
        return ""
    found = _PATH.fullmatch(given.path.removeprefix(own.path))
    return found[1] if found and given.netloc.lower() == own.netloc.lower() else ""


def oembed(embed: Embed, origin: str, limits: Limits) -> bytes:
    """The answer to an editor that was given the address: one frame, no script beside it (oEmbed 1.0)."""
    width, height = _within(WIDTH, limits.width), _within(HEIGHT, limits.height)
    frame = (
        f'<iframe src="{html.escape(origin)}/e/{embed.id}" title="{html.escape(embed.title)}" width="{width}" '
        f'height="{height}" sandbox="{SANDBOX}" allow="fullscreen" style="max-width: 100%; border: 0"></iframe>'
    )
    answer: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "provider_name": "Praxeo",
        "provider_url": origin,
        "cache_age": KEPT_SECONDS,
        "html": frame,
        "width": width,
        "height": height,
    }
    picture = picture_of(embed)
    if picture and _fits(picture, limits):
        answer["thumbnail_url"] = f"{origin}/{picture_path(embed, picture)}"
        answer["thumbnail_width"] = picture.width
        answer["thumbnail_height"] = picture.height
    return json.dumps(answer, ensure_ascii=False).encode()


def _within(usual: int, most: int | None) -> int:
    return usual if most is None else max(min(usual, most), min(SMALLEST, most))


def _fits(picture: Screenshot, limits: Limits) -> bool:
    """oEmbed's thumbnails obey the same limits as what they stand for."""
    room = (limits.width or picture.width, limits.height or picture.height)
    return picture.width <= room[0] and picture.height <= room[1]
