"""Single texts inside and below an article that promote something, share it, or say who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.sources.documents.html.text_unit import TextUnit

LONGEST_WORDS = 60
LINKED_SHARE = 0.5
SHOWN_ALONE = re.compile(
    r"\W*(?:advertisements?|anzeige|werbung|publicité|publicidad|sponsored(?: content)?|gesponsert"
    r"|(?:share|tweet|pin|print|email|teilen|twittern|drucken|partager|compartir)(?: (?:this|it|now|on \w+|auf \w+))?"
    r"|(?:share|tweet|pin|print|email|facebook|twitter|linkedin|whatsapp|pinterest|reddit|copy link|[|·/,\s])+"
    r"|(?:story|article) continues below(?: advertisement)?|(?:scroll|continue) (?:down )?(?:to continue|reading)\b.{0,40})\W*",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\W*(?:(?:and |please |don.t forget to |make sure to |want more.{0,60}\? )?follow (?:us|me|along)\b.{0,30}\bon\b"
    r"|(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletter|emails?|inbox|channel|podcast|updates)\b"
    r"|get (?:the latest|more|our|weekly|daily|free)\b.{0,60}\b(?:news|updates|newsletter|inbox|emails?|tips)\b"
    r"|download\b.{0,40}\b(?:our|the|brand new)\b.{0,40}\bapp\b"
    r"|(?:abonnieren|folgen) sie\b.{0,60}\b(?:newsletter|kanal|uns|instagram|facebook)\b"
    r"|this (?:post|article|page|site|story)\b.{0,30}\b(?:contains?|may contain|includes?)\b.{0,20}\baffiliate links?"
    r"|as an amazon associate\b|(?:we|i) may (?:earn|receive|get)\b.{0,40}\bcommission"
    r"|this (?:story|article)\b.{0,80}\bwas (?:originally |first )?(?:written|produced|published|reported) by\b)",
    re.IGNORECASE | re.DOTALL,
)
LEADS_ON = re.compile(
    r"\W*(?:read (?:more|next|also)|also read|related|see also|you (?:may|might) also like|more on this|watch|recommended"
    r"|lesen sie auch|mehr zum thema|auch interessant|à lire aussi|lire aussi|lea también|leer más)\b\s*[:–—|-]",
    re.IGNORECASE,
)
IS_SOMEBODY = re.compile(
    r"\s*,?\s+(?:is|was|has been|works|writes|lives|holds|ist|schreibt|arbeitet|est|es)\b",
    re.IGNORECASE,
)


def promotes(unit: TextUnit) -> bool:
    """Whether a short text of its own is there to be clicked, followed or bought, and says nothing of the matter."""
    if unit.kind in ("table", "code") or len(unit.text.split()) > LONGEST_WORDS:
        return False
    if SHOWN_ALONE.fullmatch(unit.text) or ASKS.match(unit.text):
        return True
    linked = unit.link_characters > LINKED_SHARE * len(unit.text)
    return linked and bool(LEADS_ON.match(unit.text))


def without_biography(chosen: Sequence[TextUnit], authors: Sequence[str]) -> list[TextUnit]:
    """The texts without those at the end that tell who the author is."""
    kept = list(chosen)
    while len(kept) > 1 and _tells_of(kept[-1].text, authors):
        kept.pop()
        if kept[-1].kind == "heading" and kept[-1].text.strip() in authors:
            kept.pop()
    return kept


def _tells_of(text: str, authors: Sequence[str]) -> bool:
    return any(
        text.startswith(name) and (text == name or IS_SOMEBODY.match(text[len(name) :]))
        for name in authors
        if " " in name
    )
