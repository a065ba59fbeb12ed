"""Short texts from outside (names, titles): cleaned of what no person typed, and kept within limits."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from praxeo.domain.errors import Refused, TooLarge
from praxeo.domain.limits import (
    NAME_CHARACTERS_MAX,
    TAG_CHARACTERS_MAX,
    TAGS_MAX,
    TEXT_CHARACTERS_MAX,
    TITLE_CHARACTERS_MAX,
    WISH_CHARACTERS_MAX,
)

_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn"}  # controls, invisible formats, halves and unassigned
_KEPT_FORMATS = {"\u200c", "\u200d"}  # joiners that some scripts and emoji need


def one_line(text: str) -> str:
    """The text on one line, without control or invisible characters."""
    kept = (
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", text)
        if character in _KEPT_FORMATS
        or character.isspace()
        or unicodedata.category(character) not in _DROPPED
    )
    return " ".join("".join(kept).split())


def title(text: str) -> str:
    """A title that a person gave. Raises Refused if nothing is left of it or it is too long."""
    cleaned = one_line(text)
    if not cleaned:
        raise Refused("empty_title", "Give a title or name with at least one visible character.")
    if len(cleaned) > TITLE_CHARACTERS_MAX:
        raise TooLarge("title_too_long", f"A title has at most {TITLE_CHARACTERS_MAX} characters.")
    return cleaned


def tags(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Tags in the order given, each cleaned and standing once whatever its case.

    Raises TooLarge if there are too many or one is too long.
    """
    first: dict[str, str] = {}
    for tag in filter(None, map(one_line, texts)):
        first.setdefault(tag.casefold(), tag)
    kept = tuple(first.values())
    if len(kept) > TAGS_MAX or any(len(tag) > TAG_CHARACTERS_MAX for tag in kept):
        raise TooLarge(
            "too_many_tags",
            f"An example has at most {TAGS_MAX} tags of at most {TAG_CHARACTERS_MAX} characters.",
        )
    return kept


def note(text: str) -> str:
    """A description or note. Raises TooLarge past the limit."""
    if len(text) > TEXT_CHARACTERS_MAX:
        raise TooLarge("text_too_long", f"This text has at most {TEXT_CHARACTERS_MAX} characters.")
    return "\n".join(one_line(line) for line in text.splitlines()).strip()


def wish(text: str) -> str:
    """What a person asks of a model. Raises TooLarge past the limit."""
    if len(text) > WISH_CHARACTERS_MAX:
        raise TooLarge("text_too_long", f"A wish has at most {WISH_CHARACTERS_MAX} characters.")
    return note(text)


def file_name(text: str) -> str:
    """The last part of a file's name as it is shown; never used as a path."""
    name = one_line(text.replace("\\", "/").rstrip("/").rpartition("/")[2]).strip(". ")
    return name[-NAME_CHARACTERS_MAX:] or "document"


def attachment(name: str) -> str:
    """The header Content-Disposition of a file to be kept under this name (RFC 6266)."""
    plain = "".join(
        character if (character.isascii() and character.isalnum()) or character in "._-" else "_"
        for character in name
    )
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
