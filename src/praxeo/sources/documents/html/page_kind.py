"""What a page is of which nobody is the author or no day is the day: a front page, a thing for sale."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from praxeo.sources.documents.html.page_facts import PageFacts
from praxeo.sources.documents.html.tree import Element

ARTICLE_TYPE = re.compile(r"article|posting|report|recipe|howto", re.IGNORECASE)


def is_product(facts: PageFacts) -> bool:
    """Whether a page is that of a thing for sale; an article about one says that it is an article."""
    if any("product" in kind for kind in facts.meta.get("og:type", [])):
        return True
    articles = any(ARTICLE_TYPE.search(str(node.get("@type") or "")) for node in facts.data)
    return facts.types["product"] and not articles


def is_book(facts: PageFacts) -> bool:
    """Whether the thing that a page sells is a book."""
    stated = [str(node.get("@type")) for node in facts.data] + facts.meta.get("og:type", [])
    return any("book" in kind.lower() for kind in stated)


def is_front_page(facts: PageFacts, root: Element) -> bool:
    """Whether a page is the first of its site: what is dated and signed there are the texts that it leads to."""
    stated = root.xpath("//link[@rel='canonical']/@href") or facts.meta.get("og:url", [])
    parts = urlsplit(stated[0].strip()) if stated else None
    return bool(parts and parts.netloc and not parts.path.strip("/") and not parts.query)
