"""Code listings: the declared language, and the line numbers that do not belong to the code."""

from __future__ import annotations

import re

from praxeo.sources.documents.html.tree import Element, name_of

LANGUAGE_CLASS = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:|sourceCode)[-\s]?\s*([A-Za-z][\w+#.-]*)"
)
NOT_A_LANGUAGE = {"none", "text", "plaintext", "plain", "default", "nohighlight", "notranslate"}
GUTTER = re.compile(
    r"(?:^|\s)(?:gutter|linenos?|line-numbers?(?:-rows)?|lineno|hljs-ln-numbers|rouge-gutter|blob-num)(?:\s|$)"
)
LEVELS_UP = 2
"""How many elements above a listing may name its language."""


def code_language(listing: Element) -> str:
    """The programming language that the page declares for a listing, or ""."""
    nodes = [listing, *(c for c in listing if name_of(c) == "code")]
    above = listing.getparent()
    for _ in range(LEVELS_UP):
        if above is None:
            break
        nodes.append(above)
        above = above.getparent()
    for node in nodes:
        stated = node.get("data-lang") or node.get("data-language")
        if not stated:
            found = LANGUAGE_CLASS.search(node.get("class") or "")
            stated = found[1] if found else ""
        if stated and stated.lower() not in NOT_A_LANGUAGE:
            return str(stated.lower())
    return ""


def is_gutter(element: Element) -> bool:
    """Whether an element holds only the line numbers beside a listing."""
    stated = element.get("class")
    if not stated or not GUTTER.search(stated):
        return False
    if name_of(element) not in {"td", "span", "div", "pre"}:
        return False
    return not re.search(r"[^\W\d]", "".join(element.itertext()))
