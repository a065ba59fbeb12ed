"""What a source says, as ordered blocks that each know where they stand in it.

Every reader (PDF, DOCX, HTML, ...) turns bytes into these records and nothing else; the author, the
app and the evidence links are built from them alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from praxeo.domain.reading_ledger import Channel, LedgerLine

BlockKind = Literal["heading", "paragraph", "list_item", "table", "figure", "caption", "code"]
MarkStyle = Literal["strong", "emphasis", "code", "raised", "lowered", "note", "formula"]
Box = tuple[float, float, float, float]

FILM_NAME_SIGNS = 16  # of its hash, in hex
DOUBTFUL_BELOW = 70  # confidence of text recognition; a text below it is not to be relied on


@dataclass(frozen=True, kw_only=True, slots=True)
class Locator:
    """Where a block stands in its source. Only the fields that the format has are set.

    `page` and `slide` count from 1. `box` is (left, top, right, bottom) in PDF points (1/72 inch),
    measured from the top left corner of the page. `chapter` counts from 1 in the reading order of
    an EPUB; `second` is when it was said in a recording; `offset` counts characters from the start of
    the chapter or of the file's text. `source` counts from 0 in `Extraction.sources`; None where the
    extraction comes from one source only.
    """

    page: int | None = None
    box: Box | None = None
    slide: int | None = None
    chapter: int | None = None
    second: int | None = None
    offset: int | None = None
    source: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Formula:
    """How a formula is shown: `mathml` is a whole `math` element, `tex` what it was written in ("": unknown)."""

    mathml: str
    tex: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """What is true of characters `start` to `end` (end excluded) of the block's text.

    Raised and lowered digits and signs stand in the text as such ("10²³") and need no mark; letters
    that are raised or lowered have one. A `note` is a mark that points to a note, with the space before it.
    Of a `formula` the text holds one line that can be read aloud; `formula` says how it is shown.
    """

    start: int
    end: int
    style: MarkStyle
    formula: Formula | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One table cell; a cell that spans several rows or columns stands once, at its first place.

    Its text may have several lines; `marks` are those of its text.
    """

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """What a figure shows: a still picture, fitted for showing, as WebP.

    `content_hash` is the SHA-256 of its bytes in hex, by which `Extraction.pictures` gives them; "" while the
    picture is still to be cut out of its page. `width` and `height` are in pixels of CSS, as it is shown at
    first; its bytes may hold more. `alt` is what the source says is to be seen, or the words that stand in
    the picture; `credit` says whose it is. Both are "" where the source says nothing.
    """

    content_hash: str
    width: int
    height: int
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One heading, paragraph, list item, table, figure, caption or code listing of a source.

    `id` is `b1`, `b2`, ... in reading order. `level` is 1-6 for a heading and the nesting depth
    (from 1) for a list item, else 0. `text` of a table holds its rows as lines with cells joined by
    " | ", so that plain search works; `cells` holds the structure. `language` of a code block is
    the declared programming language or "". `number` is a list item's printed number or "". `text` of a
    figure is its caption, which may be ""; only a figure has a `picture`. `ocr_confidence` is how sure
    text recognition is of the least sure quarter of what it read from a picture (1-100); None for text that
    the source holds as such. `seconds` are those in which its sentences begin, one for each, as evidence counts
    them; () where nobody says it, or where it is one sentence.
    """

    id: str
    kind: BlockKind
    text: str
    level: int = 0
    number: str = ""
    language: str = ""
    marks: tuple[Mark, ...] = ()
    cells: tuple[Cell, ...] = ()
    picture: Picture | None = None
    locator: Locator = field(default_factory=Locator)
    ocr_confidence: int | None = None
    seconds: tuple[int, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether it was read from a picture, and not surely enough to be taken at its word."""
        return self.ocr_confidence is not None and self.ocr_confidence < DOUBTFUL_BELOW


@dataclass(frozen=True, kw_only=True, slots=True)
class Aside:
    """A passage that is not meant for the reader of its source: left out, and offered by its channel.

    It stands behind the block `after` ("": before all). Its id counts on from that of the last block, so
    that choosing a channel changes no id.
    """

    channel: Channel
    after: str
    block: Block


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingWarning:
    """Something a person should know about what was read, e.g. a page that is a scan.

    `code` is stable (`scanned_page`, `hidden_text_removed`, ...); `message` is a full sentence,
    `details` what it names.
    """

    code: str
    message: str
    page: int | None = None
    details: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Metadata:
    """What a source states about itself; a field that is not stated stays empty, never guessed.

    `language` is a BCP 47 tag detected from the text ("" if too short to tell); `date` is as
    stated, ISO 8601 where it could be read; `content_hash` is the SHA-256 of the bytes, in hex.
    """

    media_type: str = ""
    content_hash: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    date: str = ""
    licence: str = ""
    page_count: int | None = None
    word_count: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadSource:
    """One of the sources that an extraction was read from.

    `kind` is that of its input, such as "document_input", `source_kind` what it is of ("encyclopaedia", see
    `snapshot_records.SourceKind`). `address` is where it can be visited ("" for a file). `date` is as far as it
    is known, `date_basis` how ("stated", "probably"); `fetched_at` is UTC text; `content_hash` is the SHA-256 of
    the bytes that were read, in hex. `input_id` and `snapshot_id` name what is stored of it here.
    """

    title: str
    kind: str = ""
    source_kind: str = ""
    address: str = ""
    date: str = ""
    date_basis: str = ""
    fetched_at: str = ""
    content_hash: str = ""
    input_id: str = ""
    snapshot_id: str = ""

    @property
    def film(self) -> str:
        """What a recording is called where a published app plays it; "" for what is none."""
        return self.content_hash[:FILM_NAME_SIGNS] if self.kind == "media_input" else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Extraction:
    """Everything that was read, from one source or from several.

    Block ids count through all sources. Of what was fetched `sources` has one entry, of a file that stands
    for itself none: then `metadata` tells of it. Only where there are several a locator names its source. `pictures` gives the bytes of the figures' pictures by their hash;
    one that is missing there cannot be shown. `asides` are what no author is given unless it is chosen
    (`domain.asides`); `ledger` says what was seen and what was kept.
    """

    metadata: Metadata
    blocks: tuple[Block, ...]
    warnings: tuple[ReadingWarning, ...] = ()
    sources: tuple[ReadSource, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict, hash=False)
    asides: tuple[Aside, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
