"""Groups of words in class names, ids, roles and headings that tell what a part of a page is for."""

from __future__ import annotations

import re
from functools import lru_cache

from praxeo.sources.documents.html.tree import Element

KNOWN_NAMES = 4_096
"""Distinct class, id and role texts kept; pages repeat the same ones many times."""
NO_GROUPS: frozenset[str] = frozenset()
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
PART_WORDS: dict[str, str] = {
    "comment": r"comment|respond|disqus|replies|reaction",
    "message": r"message|reply|(?:^| )posts? ?(?:body|text|content|list|stream)|topic|thread|answer|question|qa",
    "side": r"side ?bar|aside|widget|rail|(?:^| )col ?right|secondary|complementary|supplement",
    "related": r"related|recommend|similar|also|suggest|popular|trending|latest|more (?:from|posts|stories|articles)|you may|read ?next|recirc|upsell|cross ?sell|carousel|slider|swiper",
    "foot": r"footer|foot(?: |$)|copyright|colophon|legal|disclaimer|contentinfo",
    "menu": r"nav|menu|bread ?crumb|tab ?list|pagination|pager|skip|toolbar|dropdown",
    "head": r"header|masthead|top ?bar|banner|hero|site ?title|branding|logo",
    "share": r"share|sharing|social|follow|facebook|twitter|whatsapp",
    "advert": r"(?:^| )ads?(?: |$)|advert|promo|sponsor|affiliate|outbrain|taboola|commercial|cta|call to action",
    "sign_up": r"newsletter|subscri|sign ?up|sign ?in|log ?in|register|join|paywall",
    "dialog": r"cookie|consent|gdpr|modal|popup|pop ?up|dialog|overlay|drawer|off ?canvas|notice|alert|toast|lightbox",
    "review": r"review|rating|testimonial|feedback|star",
    "byline": r"author|byline|bio|avatar|profile|user|contributor",
    "meta": r"meta|date|time|posted|published|tag|categor|taxonomy|badge|label|eyebrow|kicker",
    "body": r"article|entry|content|body|story|prose|markdown|rich ?text|rte|post|main|text|copy|wysiwyg|cms",
    "product": r"product|description|spec|detail|feature|accordion|pdp|overview|ingredient|dimension",
    "price": r"price|cart|buy|checkout|quantity|shipping|stock|wishlist|basket|variant|swatch",
    "grid": r"card|grid|tile|teaser|listing|results?|collection|catalog|archive|items?(?: |$)|loop",
    "filter": r"filter|facet|sort|refine|search|select|option|form|input|field",
    "contents": r"toc|table of contents|contents|outline|anchor|jump|on this page|index",
    "question": r"faq|frequently|question|accordion|toggle|collaps",
    "unseen": r"sr only|screen ?reader|visually ?hidden|hidden|d none|hide|invisible|print",
    "media": r"caption|figure|image|gallery|photo|video|media|credit|thumb",
    "code": r"code|highlight|syntax|example|snippet|reference|api|docs?(?: |$)|documentation",
}
HEADING_WORDS: dict[str, str] = {
    "more": r"related|recommended|similar|also (?:like|bought|viewed)|you (?:may|might)|more (?:from|in|on|stories|articles|posts)|popular|trending|latest|recent|read (?:next|more)|keep reading|up next|further reading|explore|other|frequently bought|customers|sponsored|recently viewed|from the blog|see also|featured|top stories|what to read",
    "talk": r"comment|reply|replies|responses|discussion|leave a|join the conversation|thoughts on",
    "review": r"review|rating|testimonial|what (?:our|people|customers)|feedback",
    "sign_up": r"newsletter|subscribe|sign up|log in|sign in|join|stay (?:in|up|connected|tuned|informed)|get (?:the|our|updates|started|in touch)|follow us|connect|contact us|download|free (?:trial|quote)",
    "site": r"quick links|company|legal|support|customer (?:service|care)|resources|about us|categories|tags|archives|navigation|menu|products|services|solutions|our (?:company|products|services)|help|locations|privacy|cookie|account|shop|search|share|language|country|region|policies|information",
    "author": r"about the author|written by|author|meet the|contributor",
    "product": r"description|details|specification|specs|features|ingredients|overview|dimensions|materials|highlights|about this|in the box|shipping|returns|warranty|how to use|care",
    "question": r"faq|frequently asked|questions|q&a",
    "contents": r"contents|in this (?:article|guide|post|story)|on this page|jump to|key takeaways",
    "end": r"conclusion|summary|final thoughts|references|sources|notes|footnotes|bibliography|bottom line|citations|external links",
    "filter": r"filter|sort|refine|results|price|size|colou?r|brand|showing",
}  # fmt: skip
_PART = {name: re.compile(words) for name, words in PART_WORDS.items()}
_HEADING = {name: re.compile(r"\b(?:" + words + ")") for name, words in HEADING_WORDS.items()}


def part_groups(element: Element) -> frozenset[str]:
    """The groups that an element's own class, id, role and names fall in."""
    attributes = element.attrib
    stated = " ".join(
        attributes[name]
        for name in ("class", "id", "role", "itemprop", "data-testid", "aria-label")
        if name in attributes
    )
    return _groups_of(stated) if stated else NO_GROUPS


@lru_cache(maxsize=KNOWN_NAMES)
def _groups_of(stated: str) -> frozenset[str]:
    text = re.sub(r"[\s_:-]+", " ", CAMEL.sub(" ", stated)).lower()
    return frozenset(name for name, pattern in _PART.items() if pattern.search(text))


@lru_cache(maxsize=KNOWN_NAMES)
def heading_group(text: str) -> int:
    """The number of the first group that a heading's words fall in, -1 for none."""
    lowered = text.lower()
    for number, pattern in enumerate(_HEADING.values()):
        if pattern.search(lowered):
            return number
    return -1
