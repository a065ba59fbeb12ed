"""Completes what a document states about itself; a field that nothing states stays empty."""

from __future__ import annotations

import re
from dataclasses import replace

from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.unparted_scripts import unparted_words
from praxeo.sources.documents.language import detect_language

LANGUAGE_SAMPLE_CHARACTERS = 20_000
LICENCE_SEARCH_BLOCKS = 40
TITLE_SEARCH_BLOCKS = 5

WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:['’\-]\w+)*")
# Names of files, and what scanners, cameras and office programs write where nobody has given a title.
NO_TITLE = re.compile(
    r"(?:microsoft (?:office )?(?:word|powerpoint|excel) - )?\S.*\.(?:docx?|pptx?|xlsx?|pdf|tex|dvi|indd|odt|odp|rtf|html?|jpe?g|png|tiff?|heic)"
    r"|microsoft (?:office )?(?:word|powerpoint) - .*|powerpoint.pr[eä]sentation|presentation ?\d*|pr[eäé]sentation ?\d*"
    r"|(?:untitled|unbenannt|unnamed|ohne titel|sans titre|sin título)(?: \w+)?[ -]?\d*"
    r"|(?:scan|scanned|scanned document|scanned from \w.*|document|dokument|documento|img|image|bild|foto|photo|page|seite|dsc[nf]?|pxl|doc|title|titel)"
    r"[\d ._:()-]*",
    re.IGNORECASE,
)
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")
DATE = re.compile(r"[Dd]?:?\s*(\d{4})(?:[-/]?(\d{2})(?:[-/]?(\d{2}))?)?")
CC_URL = re.compile(
    r"creativecommons\.org/(?:licenses/(by(?:-nc)?(?:-nd|-sa)?)/(\d\.\d)|publicdomain/(zero|mark)/(\d\.\d))",
    re.I,
)
CC_SHORT = re.compile(r"\bCC[ -](BY(?:-NC)?(?:-ND|-SA)?)(?:[ -](\d\.\d))?\b")
CC_ZERO = re.compile(r"\bCC0(?:[ -](1\.0))?\b")
CC_LONG = re.compile(
    r"\bCreative Commons (Attribution(?:[ -]Non[ -]?Commercial)?(?:[ -](?:No[ -]?Deriv\w*|Share[ -]?Alike))?)"
    r"(?:\s+(\d\.\d))?",
    re.I,
)
OTHER_LICENCES = (
    (re.compile(r"\bGNU Free Documentation Licen[cs]e", re.I), "GFDL"),
    (re.compile(r"\bOpen Government Licen[cs]e", re.I), "OGL"),
    (re.compile(r"\bApache Licen[cs]e,? Version 2\.0", re.I), "Apache-2.0"),
    (
        re.compile(
            r"\b(?:released|licensed|available|distributed) under the (?:terms of the )?MIT Licen[cs]e",
            re.I,
        ),
        "MIT",
    ),
    (re.compile(r"\bis in the public domain\b", re.I), "public domain"),
)


def complete(extraction: Extraction, *, media_type: str, content_hash: str) -> Extraction:
    """The extraction with every metadata field that its own text or head states."""
    metadata = extraction.metadata
    blocks = extraction.blocks
    return replace(
        extraction,
        metadata=replace(
            metadata,
            media_type=media_type,
            content_hash=content_hash,
            title=_title(metadata.title, blocks),
            language=_language(metadata.language, blocks),
            date=iso_date(metadata.date),
            licence=stated_licence(metadata.licence) or metadata.licence or _licence(blocks),
            word_count=sum(len(WORD.findall(b.text)) + unparted_words(b.text) for b in blocks),
        ),
    )


def _title(stated: str, blocks: tuple[Block, ...]) -> str:
    """What the document calls itself; the first heading at its very top where that is nothing, or what a program
    calls any file.
    """
    if stated and not NO_TITLE.fullmatch(stated.strip()):
        return stated
    for block in blocks[:TITLE_SEARCH_BLOCKS]:
        if block.kind == "heading":
            return " ".join(block.text.split())
    return stated


def _language(stated: str, blocks: tuple[Block, ...]) -> str:
    """What the text is in; the stated tag where the text is too short to tell or agrees."""
    sample: list[str] = []
    length = 0
    for block in blocks:
        if block.kind == "code" or length > LANGUAGE_SAMPLE_CHARACTERS:
            continue
        sample.append(block.text)
        length += len(block.text)
    found = detect_language(" ".join(sample))
    stated = stated.replace("_", "-") if LANGUAGE_TAG.match(stated) else ""
    if not found or stated.lower().split("-")[0] == found:
        return stated
    return found


def iso_date(text: str) -> str:
    """A date as stated; of ISO-like and PDF dates only the calendar part, in ISO 8601."""
    match = DATE.match(text)
    if not match:
        return text
    year, month, day = match.groups()
    if not 1000 <= int(year) <= 2999 or (month and not 1 <= int(month) <= 12):
        return ""
    if day and not 1 <= int(day) <= 31:
        return f"{year}-{month}"
    return "-".join(part for part in (year, month, day) if part)


def stated_licence(text: str) -> str:
    """The open licence that a text names, as a short name, or ""."""
    if match := CC_URL.search(text):
        kind, version, domain, domain_version = match.groups()
        if domain:
            return f"CC0 {domain_version}" if domain.lower() == "zero" else "public domain"
        return f"CC {kind.upper()} {version}"
    if match := CC_SHORT.search(text):
        return f"CC {match.group(1)} {match.group(2) or ''}".strip()
    if CC_ZERO.search(text):
        return "CC0 1.0"
    if match := CC_LONG.search(text):
        return f"CC {_cc_letters(match.group(1))} {match.group(2) or ''}".strip()
    return next((name for pattern, name in OTHER_LICENCES if pattern.search(text)), "")


def _cc_letters(words: str) -> str:
    words = words.lower().replace("-", "").replace(" ", "")
    letters = "BY"
    if "noncommercial" in words:
        letters += "-NC"
    if "noderiv" in words:
        letters += "-ND"
    if "sharealike" in words:
        letters += "-SA"
    return letters


def _licence(blocks: tuple[Block, ...]) -> str:
    """Stated in the first or the last pages, where such statements stand."""
    ends = (
        blocks
        if len(blocks) <= 2 * LICENCE_SEARCH_BLOCKS
        else (*blocks[:LICENCE_SEARCH_BLOCKS], *blocks[-LICENCE_SEARCH_BLOCKS:])
    )
    return next((name for block in ends if (name := _own_licence(block.text))), "")


ABOUT_THIS = re.compile(
    r"\b(this|these|the (?:article|document|book|text|author)|licensed|distributed|published|open access|©|copyright"
    r"|(?:diese[rs]?|lizenz)|cette|ce (?:texte|document)|est[ea])\b",
    re.I,
)


def _own_licence(text: str) -> str:
    """A licence named in a sentence about the work itself, not merely mentioned."""
    return stated_licence(text) if len(text) < 3000 and ABOUT_THIS.search(text) else ""
