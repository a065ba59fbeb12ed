"""What an OpenDocument file states of itself."""

from __future__ import annotations

from typing import Any

from praxeo.domain.blocks import Metadata
from praxeo.sources.documents.xml_tree import child, local


def odf_metadata(root: Any) -> Metadata:
    """Title, author, language and date of the part meta.xml; empty if there is none."""
    stated = child(root, "meta")
    values = {
        local(node): (node.text or "").strip() for node in (stated if stated is not None else ())
    }
    author = values.get("initial-creator", "") or values.get("creator", "")
    return Metadata(
        title=values.get("title", ""),
        authors=(author,) if author else (),
        language=values.get("language", ""),
        date=values.get("creation-date", "") or values.get("date", ""),
    )
