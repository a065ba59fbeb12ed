"""What kramdown (Jekyll, open textbooks) adds to Markdown: attributes in braces, and Markdown inside HTML."""

from __future__ import annotations

import re

SEEN = re.compile(
    r"\{:[^{}\n]*\}|^#{1,6} .*\{[#.][^{}\n]*\}\s*$|\bmarkdown=[\"'](?:1|block|span)[\"']", re.M
)
_FENCED = re.compile(r"^(?: {0,3})(`{3,}|~{3,}).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.M | re.S)
_ATTRIBUTES = re.compile(r"(?<!`)\{:[^{}\n]*\}(?!`)")
_OF_HEADING = re.compile(r"^(#{1,6} .*?)\s*\{[#.][^{}\n]*\}[ \t]*$", re.M)
_END_OF_BLOCK = re.compile(r"^\^[ \t]*$", re.M)
_TAG_ALONE = re.compile(r"^[ \t]*(</?(?:div|section|aside|article|figure)\b[^<>\n]*>)[ \t]*$", re.M)


def without_kramdown(text: str) -> str:
    """The text as plain Markdown; what stands inside of HTML blocks is Markdown there. Listings stay as they are."""
    if not SEEN.search(text):
        return text
    made, at = [], 0
    for listing in _FENCED.finditer(text):
        made += [_plain(text[at : listing.start()]), listing[0]]
        at = listing.end()
    return "".join([*made, _plain(text[at:])])


def _plain(text: str) -> str:
    """A text without attributes, and with every tag that stands alone set apart from its neighbours."""
    text = _END_OF_BLOCK.sub("", _ATTRIBUTES.sub("", _OF_HEADING.sub(r"\1", text)))
    return _TAG_ALONE.sub(r"\n\1\n", text)
