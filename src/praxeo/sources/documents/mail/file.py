"""A saved message (.eml) as a document: its text, who wrote it when, and what was attached."""

from __future__ import annotations

from contextlib import suppress
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.html.blocks import add_html
from praxeo.sources.documents.mail.body import (
    PAGES,
    bodies,
    name_of,
    parted_from_signature,
    unwrapped,
)
from praxeo.sources.documents.mail.files import files_of
from praxeo.sources.documents.mail.message import DEEPEST_PART, Part, as_utf8, header, opened
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text.plain import read_plain
from praxeo.sources.documents.word_count import words_of

NAMES_SHOWN = 10
DAMAGED = "This message is damaged: its parts cannot be read. Save it anew from the mail program and add that."
ENCRYPTED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})


def read_mail_file(path: Path) -> Extraction:
    """What a message says. Raises Refused: "only_attachments", "encrypted_message", "damaged", "too_deep"."""
    message = opened(path.read_bytes(), DAMAGED)
    if message.get_content_type() in ENCRYPTED:
        raise Refused(
            "encrypted_message",
            "This message is encrypted. Open it in the mail program and save its text, or print it to a PDF, and add that.",
        )
    blocks = BlockList()
    attached: list[str] = []
    _add(message, blocks, attached)
    if not blocks.blocks and attached:
        raise Refused(
            "only_attachments",
            f"This message has no text of its own, only what is attached: {_list(attached)}. "
            "Save from it what belongs to the lesson, and add each file.",
            details={"names": _list(attached)},
        )
    if attached:
        blocks.warn(
            "attachments_left_out",
            f"What is attached was not read: {_list(attached)}. Save from it what belongs to the lesson, and add each file.",
            details={"names": _list(attached)},
        )
        blocks.ledger.leave_out("parts", "not_readable", len(attached))
    return blocks.extraction(_metadata(message))


def _add(message: Part, blocks: BlockList, attached: list[str], depth: int = 0) -> None:
    for body in bodies(message):
        if body.kind == "attached" or depth > DEEPEST_PART:
            attached.append(name_of(body.part))
        elif body.kind == "message":
            blocks.add("heading", header(body.part, "subject"), level=2)
            _add(body.part, blocks, attached, depth + 1)
        elif body.part.get_content_type() in PAGES:
            with blocks.beside(files_of(message, body.part)), suppress(Refused):  # without a word
                blocks.ledger.words_seen += add_html(as_utf8(body.part), blocks)
        else:
            flowed = str(body.part.get_param("format", "")).lower() == "flowed"
            delsp = str(body.part.get_param("delsp", "")).lower() == "yes"
            text = unwrapped(decode(as_utf8(body.part)), flowed=flowed, delsp=delsp)
            blocks.ledger.words_seen += words_of((text,))
            text, signature = parted_from_signature(text)
            blocks.ledger.leave_out_text("around_the_text", signature)
            read_plain(text, blocks)


def _list(names: list[str]) -> str:
    more = f" (+{len(names) - NAMES_SHOWN})" if len(names) > NAMES_SHOWN else ""
    return ", ".join(names[:NAMES_SHOWN]) + more


def _metadata(message: Part) -> Metadata:
    name, address = parseaddr(header(message, "from"))
    date = ""
    with suppress(ValueError, TypeError, OverflowError, IndexError):
        date = parsedate_to_datetime(header(message, "date")).date().isoformat()
    return Metadata(title=header(message, "subject"), authors=(name or address,), date=date)
