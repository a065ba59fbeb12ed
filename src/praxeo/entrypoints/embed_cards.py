"""What other sites ask the embed host about an embed: its picture, and oEmbed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import parse_qs

from praxeo.domain.errors import NotFound
from praxeo.domain.records import Embed
from praxeo.embeds import cards, delivery
from praxeo.embeds.access import LOCKED, Visitor, may_view
from praxeo.embeds.service import Embeds
from praxeo.embeds.serving import AppBytes, raw
from praxeo.entrypoints.embed_answers import Answer, Visit, told
from praxeo.entrypoints.embed_posts import HEADERS

ADDRESS_MAX = 2_000  # characters


@dataclass(frozen=True)
class Cards:
    """The rules of an embed hold for what is told of it, too."""

    embeds: Embeds
    bytes_of: AppBytes

    def picture(self, visit: Visit, embed_id: str) -> Answer:
        """The picture of the version that is shown now."""
        embed = self.embeds.visited(embed_id)
        if not (verdict := may_view(embed, Visitor(now=self.embeds.clock.now()))):
            return told(visit, verdict.notice, verdict.status)
        picture = cards.picture_of(embed)
        if picture is None:
            raise NotFound("picture_not_found", "There is no picture of this app.")
        return _answered(visit, embed, self.bytes_of.read(picture.blob), "image/png")

    def oembed(self, visit: Visit) -> Answer:
        """oEmbed 1.0 in JSON: 404 for what there is not (any more), 401 for what is closed, 501 for XML."""
        asked = {name: values[0] for name, values in parse_qs(visit.query).items()}
        if asked.get("format", "json") != "json":
            return _refused(501, "This is answered in JSON only.")
        embed_id = cards.embed_at(asked.get("url", "")[:ADDRESS_MAX], visit.origin)
        try:
            embed = self.embeds.visited(embed_id)
        except NotFound:
            return _refused(404, "There is no learning app at this address.")
        verdict = may_view(embed, Visitor(now=self.embeds.clock.now()))
        if verdict is LOCKED:
            return _refused(401, "This learning app opens with a password or a link of its own.")
        if not verdict:
            return _refused(404, "This learning app is not to be seen any more.")
        limits = cards.Limits(width=_pixels(asked, "maxwidth"), height=_pixels(asked, "maxheight"))
        body = cards.oembed(embed, visit.origin, limits)
        return _answered(visit, embed, body, "application/json")


def _pixels(asked: dict[str, str], name: str) -> int | None:
    """A limit as it was given; what is no number of pixels is none."""
    text = asked.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and 0 < len(text) < 6 else None


def _answered(visit: Visit, embed: Embed, body: bytes, content_type: str) -> Answer:
    headers = delivery.told_headers(embed, body, content_type)
    if delivery.has_tag(visit.known, headers["ETag"]):
        return Answer(304, raw(headers))
    return Answer(200, raw(headers), body)


def _refused(status: int, message: str) -> Answer:
    return Answer(status, raw(HEADERS), json.dumps({"message": message}).encode())
