"""The cover of an EPUB, which is no picture of its text."""

from __future__ import annotations

import posixpath
from typing import Any
from urllib.parse import unquote

from praxeo.sources.documents.xml_tree import attribute, child, children


def covers(part: str, root: Any) -> frozenset[str]:
    """The parts that the package file (`part`, its `root`) names as covers, in EPUB 3 and in EPUB 2."""
    named = {
        attribute(node, "content")
        for node in children(child(root, "metadata"), "meta")
        if attribute(node, "name") == "cover"
    }
    found = [
        attribute(item, "href")
        for item in children(child(root, "manifest"), "item")
        if "cover-image" in attribute(item, "properties").split() or attribute(item, "id") in named
    ]
    folder = posixpath.dirname(part)
    return frozenset(posixpath.normpath(posixpath.join(folder, unquote(name))) for name in found)
