"""Makes the text of a source safe to show and to hand on, without changing what a reader sees.

Control characters, direction overrides, invisible and private characters go; letters are composed
(NFC). What stays is data: `fence` marks it as such for anything that follows instructions.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from praxeo.domain.asides import numbered
from praxeo.domain.blocks import Block, Cell, Extraction, Mark, Metadata, Picture
from praxeo.domain.errors import Refused

LANGUAGE_LIMIT_CHARACTERS = 30
METADATA_LIMIT_CHARACTERS = 500
ALT_LIMIT_CHARACTERS = 2_000
AUTHORS_LIMIT = 200
COMBINING_RUN_LIMIT = 8

# Bullets of the Symbol and Wingdings fonts stand in the private use area.
SYMBOL_BULLETS = str.maketrans(
    {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0A8: "◆", 0xF0E0: "→", 0xF0DE: "⇒"}
)
LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
WIDE_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f]")
# Tag characters spell the flags of England, Scotland, Wales, ...; anywhere else they hide text.
FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f")
INVISIBLE = re.compile(
    "[\0-\b\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
SURROGATES = re.compile("[\ud800-\udfff]")
# A joiner or a variation selector changes a shape only right after a character that has one.
JOINER = re.compile("[\u200c\u200d]+")
SELECTOR = re.compile("[\ufe00-\ufe0f]+")
JOINING_SCRIPTS = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdcf\ufe70-\ufefc]"
)
PICTOGRAPHS = re.compile("[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\ufe0f]")
COMBINING = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
COMBINING_RUN = re.compile(f"({COMBINING}{{{COMBINING_RUN_LIMIT}}}){COMBINING}+")
LANGUAGE = re.compile(r"[A-Za-z0-9+#._-]+")


def sanitize(extraction: Extraction) -> Extraction:
    """The same extraction with safe text; blocks without text or picture are left out, ids stay in order."""
    blocks = [b for b in map(_block, extraction.blocks) if b.text.strip() or b.picture]
    cleaned = (replace(aside, block=_block(aside.block)) for aside in extraction.asides)
    safe = replace(
        extraction,
        metadata=_metadata(extraction.metadata),
        asides=tuple(a for a in cleaned if a.block.text.strip() or a.block.picture),
        warnings=tuple(
            replace(
                warning,
                message=sanitize_text(warning.message),
                details={
                    name: sanitize_text(value) if isinstance(value, str) else value
                    for name, value in warning.details.items()
                },
            )
            for warning in extraction.warnings
        ),
    )
    return numbered(safe, blocks)


def sanitize_text(text: str) -> str:
    """The text as a reader sees it; line breaks and tabs stay."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    text = LINE_ENDS.sub("\n", SURROGATES.sub("\ufffd", text)).translate(SYMBOL_BULLETS)
    flags = FLAG.findall(text)
    if flags:
        parts = [_without_invisible(part) for part in FLAG.split(text)]
        text = "".join(a + b for a, b in zip(parts, [*flags, ""], strict=True))
    else:
        text = _without_invisible(text)
    # Long runs of accents are cut before composing, which takes quadratic time on them, and after.
    text = unicodedata.normalize("NFC", COMBINING_RUN.sub(r"\1", text))
    return COMBINING_RUN.sub(r"\1", text)


def _without_invisible(text: str) -> str:
    text = INVISIBLE.sub("", WIDE_SPACES.sub(" ", text))
    text = SELECTOR.sub(_kept_selector, text)
    return JOINER.sub(_kept_joiner, text)


def _kept_selector(match: re.Match[str]) -> str:
    """At most one, and only on a character that has a second look."""
    before = match.string[: match.start()][-1:]
    selector = match.group()[0]
    if selector in "\ufe0e\ufe0f":
        return (
            selector if before and (PICTOGRAPHS.match(before) or before in "#*0123456789") else ""
        )
    return selector if before and unicodedata.category(before) in ("Lo", "Sm", "So") else ""


def _kept_joiner(match: re.Match[str]) -> str:
    """One, and only between letters or signs that it joins or parts visibly."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() :][:1]
    joins = JOINING_SCRIPTS.match(before) and JOINING_SCRIPTS.match(after)
    draws = PICTOGRAPHS.match(before) or "\U0001f3fb" <= before <= "\U0001f3ff"
    if joins or (draws and PICTOGRAPHS.match(after) and match.group()[0] == "\u200d"):
        return match.group()[0]
    return ""


def fence(text: str, nonce: str) -> str:
    """The text between marks that it cannot contain: data for a model's prompt, never orders.

    `nonce` is fresh and unguessable for each prompt; raises Refused("bad_nonce") for a weak one.
    """
    if len(nonce) < 8 or not nonce.isalnum():
        raise Refused("bad_nonce", "A fence needs at least eight letters or digits chosen anew.")
    inner = sanitize_text(text)
    while nonce in inner:
        inner = inner.replace(nonce, "")
    return f"<<<source {nonce}>>>\n{inner}\n<<<end of source {nonce}>>>"


def _block(block: Block) -> Block:
    text = sanitize_text(block.text)
    language = block.language if LANGUAGE.fullmatch(block.language) else ""
    return replace(
        block,
        text=text,
        number=one_line(block.number),
        language=language[:LANGUAGE_LIMIT_CHARACTERS],
        marks=_marks(block, text),
        cells=tuple(_cell(cell) for cell in block.cells),
        picture=_picture(block.picture) if block.picture else None,
    )


def _picture(picture: Picture) -> Picture:
    return replace(picture, alt=_said(picture.alt), credit=one_line(picture.credit))


def _said(text: str) -> str:
    """What a picture shows, on one line."""
    return " ".join(sanitize_text(text).split())[:ALT_LIMIT_CHARACTERS].strip()


def _cell(cell: Cell) -> Cell:
    text = sanitize_text(cell.text)
    return replace(cell, text=text, marks=_marks(cell, text))


def _marks(block: Block | Cell, text: str) -> tuple[Mark, ...]:
    """The marks moved to where their characters are now."""
    if text == block.text:
        return block.marks
    kept = []
    for mark in block.marks:
        start = min(len(text), len(sanitize_text(block.text[: mark.start])))
        end = min(len(text), len(sanitize_text(block.text[: mark.end])))
        if start < end:
            kept.append(replace(mark, start=start, end=end))
    return tuple(kept)


def one_line(text: str) -> str:
    """A short statement: safe, on one line, of bounded length."""
    return " ".join(sanitize_text(text).split())[:METADATA_LIMIT_CHARACTERS].strip()


def _metadata(metadata: Metadata) -> Metadata:
    authors = tuple(author for author in map(one_line, metadata.authors) if author)
    return replace(
        metadata,
        title=one_line(metadata.title),
        authors=authors[:AUTHORS_LIMIT],
        language=one_line(metadata.language),
        date=one_line(metadata.date),
        licence=one_line(metadata.licence),
    )


def display_name(name: str) -> str:
    """A file name as it may be shown: the last part of any path, without tricks."""
    last = re.split(r"[/\\]", one_line(name))[-1]
    return last.strip(". ")[:120] or "document"
