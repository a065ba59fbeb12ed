"""What is said of one kind of document that can be read; `formats` has the table of all."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentFormat:
    """How one kind of document is told, read and called.

    `label` is what recognition gives (a label of `signatures` needs no more to be told). `words` is how
    a person calls it in English and German; formats that are called the same are named once. `reader` and `told_by` are "module:function" within
    this room: `reader` makes the extraction of a path, `second_reader` tries where it finds nothing or
    gives up; `beside` makes it of the bytes of a text and of what finds the files beside it in a folder.
    `pages` is the module that draws the pages of a format that has some: `draw_page` for the eye, `draw_scan`
    for text recognition; `recognised_reader` makes the extraction of a path once the pages without text
    were recognised.

    How it is told, beside its label: `start` stands within the first `start_within` bytes; `office_part`
    is a pattern of the content type of an Office file's main part; `zip_types` are what the `mimetype`
    member of an archive says; `told_by` looks at the beginning of a text, which is asked
    of every text: it stands in a module that loads no reader.
    """

    label: str
    media_type: str
    suffixes: tuple[str, ...]
    words: tuple[str, str]
    reader: str
    second_reader: str = ""
    recognised_reader: str = ""
    pages: str = ""
    beside: str = ""
    start: bytes = b""
    start_within: int = 0
    office_part: bytes = b""
    zip_types: tuple[bytes, ...] = ()
    told_by: str = ""
