"""The offline author: an extraction in, a spec out, with no key, no network and no chance.

It reads structure first and grammar second, proposes candidate items, lets the gate drop what is
not fit to be shown, and never pads: a source that supports little practice gets little.
"""

from __future__ import annotations

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.spec import SpecDocument
from praxeo.generation.offline.assembly import assembled_sections, goals_of
from praxeo.generation.offline.outline import clean_title, parts_of
from praxeo.generation.offline.phrases import phrases_for
from praxeo.generation.offline.proposals import propose

AUTHOR = "offline 1"


def write_spec(extraction: Extraction, *, name: str) -> SpecDocument:
    """The spec of a source. `name` is its file name or title, shown as the source.

    The same extraction gives the same spec, in every process. Every item carries evidence, and its
    answer stands literally in that evidence. Raises Refused("too_little_text") if the source
    supports no practice at all.
    """
    language = extraction.metadata.language or "en"
    phrases = phrases_for(language)
    title = _title(extraction, name)
    parts = parts_of(extraction.blocks, title)
    proposals = propose(parts, language=language, phrases=phrases)
    sections = assembled_sections(parts, proposals, phrases)
    if not any(section.activities for section in sections):
        raise Refused(
            "too_little_text",
            "The source has too little running text to practise with; add text or another source.",
        )
    return SpecDocument(
        title=title,
        language=language,
        source=name,
        author=AUTHOR,
        sections=sections,
        goals=goals_of(sections, phrases),
    )


def _title(extraction: Extraction, name: str) -> str:
    stated = extraction.metadata.title.strip()
    if stated:
        return clean_title(stated)
    first = next((b for b in extraction.blocks[:5] if b.kind == "heading"), None)
    if first is not None:
        return clean_title(first.text)
    return name.rsplit(".", 1)[0].replace("_", " ").strip() or name
