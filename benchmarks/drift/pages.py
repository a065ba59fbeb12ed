"""Pages whose sentences bear claims, and what a revision of one is: its bytes and what it really changed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.web.corpus import cases
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.sentences import evidence_parts
from praxeo.sources.documents.html.reader import read_html

WORDS_LEAST, WORDS_MOST = 8, 45  # of a sentence that bears a claim
OF_SECTION = 3  # claims
SENTENCES_LEAST = 14  # of a page that is used
BODY = re.compile(r"<body[^>]*>", re.I)
UNSEEN = re.compile(r"<(script|style|head|template|noscript)\b.*?</\1>|<[^>]*>", re.I | re.S)
NOTE = re.compile(r"\s*\[\d+\]$")


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page with the sentences that claims rest on, by their references ("b12.1")."""

    id: str
    html: str
    extraction: Extraction
    claims: dict[str, str]
    section_of: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A page as it is later: `affected` are the claims whose sentence says something else or is not there."""

    page: Page
    hand: str
    kind: str
    html: str
    affected: frozenset[str] = frozenset()
    gone: bool = False
    read: Callable[[], Extraction] | None = None


def pages(count: int, seed: int = 7) -> list[Page]:
    """So many pages in English of the corpus beside the repository."""
    found: list[Page] = []
    drawn = random.Random(seed)
    listed = [
        case for case in cases() if case.gold["type"] in ("article", "documentation", "forum")
    ]
    drawn.shuffle(listed)
    for case in listed:
        page = read(case.id, case.html.decode("utf-8", "replace"))
        if page:
            found.append(page)
        if len(found) == count:
            break
    return found


def read(name: str, html: str) -> Page | None:
    """The page, if enough of its sentences stand in one piece in its HTML."""
    try:
        extraction = read_html(html.encode())
    except Refused:
        return None
    if extraction.metadata.language[:2] != "en" or not BODY.search(html):
        return None
    claims, section_of, of_section = dict[str, str](), dict[str, str](), dict[str, int]()
    section, seen = "b0", UNSEEN.sub("\0", html)
    for block in extraction.blocks:
        if block.kind == "heading":
            section = block.id
        if block.kind not in ("paragraph", "list_item"):
            continue
        for number, sentence in enumerate(evidence_parts(block), 1):
            sentence = NOTE.sub("", sentence)
            words = len(sentence.split())
            whole = WORDS_LEAST <= words <= WORDS_MOST and html.count(sentence) == 1 == seen.count(
                sentence
            )
            if whole and of_section.get(section, 0) < OF_SECTION:
                reference = f"{block.id}.{number}"
                claims[reference], section_of[reference] = sentence, section
                of_section[section] = of_section.get(section, 0) + 1
    if len(claims) < 4 or sum(len(evidence_parts(b)) for b in extraction.blocks) < SENTENCES_LEAST:
        return None
    return Page(id=name, html=html, extraction=extraction, claims=claims, section_of=section_of)
