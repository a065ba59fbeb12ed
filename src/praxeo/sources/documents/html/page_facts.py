"""What a page states about itself in its head: titles, JSON-LD, Open Graph, meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from praxeo.sources.documents.html.tree import Element, name_of

LARGEST_JSON_CHARACTERS = 2_000_000
MOST_NODES = 20_000
TEXT_KEYS = {"articleBody", "text", "description", "reviewBody", "abstract", "headline"}
# Kinds of page that schema.org types and Open Graph types speak of.
TYPE_WORDS = {
    "article": re.compile(r"article|posting|report|recipe|howto$", re.IGNORECASE),
    "product": re.compile(r"product|offer|vehicle|book$", re.IGNORECASE),
    "forum": re.compile(r"discussion|qapage|question|comment", re.IGNORECASE),
    "faq": re.compile(r"faqpage", re.IGNORECASE),
    "list": re.compile(r"itemlist|collectionpage|searchresults", re.IGNORECASE),
    "service": re.compile(r"service|course|event|softwareapplication", re.IGNORECASE),
    "business": re.compile(r"business|organization|store$", re.IGNORECASE),
    "website": re.compile(r"^website$", re.IGNORECASE),
}


@dataclass(kw_only=True, slots=True)
class PageFacts:
    """`stated_text` is text that structured data repeats; `types` the kinds the page claims,
    `addresses` those that it calls its own."""

    title: str = ""
    stated_text: str = ""
    types: dict[str, bool] = field(default_factory=dict)
    meta: dict[str, list[str]] = field(default_factory=dict)
    data: list[dict[str, Any]] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)


def page_facts(root: Element) -> PageFacts:
    """Read once per page; broken structured data is left aside."""
    meta: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.lower(), []).append(content)
    data = list(_structured(root))
    claimed = [t for node in data for t in _strings(node.get("@type"))]
    claimed += [f"og:{t}" for t in meta.get("og:type", [])]
    claimed += [str(value).rpartition("/")[2] for value in root.xpath("//@itemtype")]
    flat = [t.removeprefix("og:") for t in claimed]
    title = next((" ".join(t.itertext()) for t in root.iter("title") if name_of(t)), "")
    stated = [s for node in data for key in TEXT_KEYS for s in _strings(node.get(key))]
    stated += meta.get("og:description", []) + meta.get("description", [])
    return PageFacts(
        title=" ".join(title.split()),
        stated_text="\n".join(re.sub(r"<[^>]+>|&\w+;", " ", s) for s in stated),
        types={name: any(pattern.search(t) for t in flat) for name, pattern in TYPE_WORDS.items()},
        meta=meta,
        data=data,
        addresses=[str(address) for address in root.xpath("//link[@rel='canonical']/@href")],
    )


def _structured(root: Element) -> Iterator[dict[str, Any]]:
    """Every JSON-LD object of the page, nested ones too."""
    budget = MOST_NODES
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        text = (script.text or "")[:LARGEST_JSON_CHARACTERS].strip()
        text = text.removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[")
        try:
            stack: list[Any] = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while stack and budget > 0:
            node = stack.pop()
            budget -= 1
            if isinstance(node, dict):
                yield node
                stack.extend(reversed(list(node.values())))
            elif isinstance(node, list):
                stack.extend(reversed(node))


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [v for v in value if isinstance(v, str)]
    return []
