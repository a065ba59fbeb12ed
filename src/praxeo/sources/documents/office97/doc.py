"""Word documents of before 2007: everything that a reader of the page sees, in order."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.block_list import BlockList, comments_left_out
from praxeo.sources.documents.office.made_by_hand import mend_by_hand
from praxeo.sources.documents.office97.compound_file import open_compound
from praxeo.sources.documents.office97.embedded_files import embedded_kinds
from praxeo.sources.documents.office97.stated_properties import summary_metadata
from praxeo.sources.documents.office97.word_boxes import Boxes
from praxeo.sources.documents.office97.word_file import (
    COMMENT_TEXTS,
    ENDNOTE_TEXTS,
    FONTS,
    NOTE_TEXTS,
    PIECES,
    STYLES,
    WordFile,
)
from praxeo.sources.documents.office97.word_lists import numbering_of
from praxeo.sources.documents.office97.word_paragraphs import Paragraphs
from praxeo.sources.documents.office97.word_pictures import WordPictures
from praxeo.sources.documents.office97.word_pieces import PieceTable
from praxeo.sources.documents.office97.word_runs import Fonts, RunReader
from praxeo.sources.documents.office97.word_seen import plain_text, seen_words
from praxeo.sources.documents.office97.word_stories import Stories, ranges
from praxeo.sources.documents.office97.word_stylesheet import Stylesheet

NOTES = (("notes", NOTE_TEXTS), ("endnotes", ENDNOTE_TEXTS))
READ = ("text", "notes", "comments", "endnotes", "boxes")


def read_doc(path: Path) -> Extraction:
    """The blocks of a Word document (doc, dot) and its stated metadata."""
    with open_compound(path) as container:
        file, metadata = WordFile.of(container), summary_metadata(container)
        embedded = embedded_kinds(container, "ObjectPool")
    pieces = PieceTable.of(file.part(PIECES), file.document)
    reader = RunReader(styles=Stylesheet.of(file.part(STYLES)), fonts=Fonts.of(file.part(FONTS)))
    boxes = Boxes.of(file)
    stories = Stories(
        paragraphs=Paragraphs.of(file, pieces, reader),
        numbering=numbering_of(file),
        boxes=boxes,
        pictures=WordPictures.of(file, boxes),
        blocks=BlockList(),
    )
    stories.add(file.stories["text"])
    stories.add_rest(stories.boxes.all())
    for name, texts in NOTES:
        notes = ranges(file.part(texts), file.stories[name])
        stories.blocks.ledger.keep("notes", len(notes))
        for note in notes:
            stories.add(note)
    _tell(file, stories, embedded)
    codes = stories.paragraphs.codes
    return stories.blocks.extraction(
        metadata,
        seen=seen_words(pieces.text, codes, [file.stories[name] for name in READ]),
        spare=stories.blocks.ledger.words_elsewhere.total(),
        blocks=mend_by_hand(tuple(stories.blocks.blocks)),
    )


def _tell(file: WordFile, stories: Stories, embedded: list[str]) -> None:
    """Keep remarks of reviewers apart, and warn of what is not read."""
    blocks, text, codes = stories.blocks, stories.paragraphs.pieces.text, stories.paragraphs.codes
    remarks = ranges(file.part(COMMENT_TEXTS), file.stories["comments"])
    with blocks.aside("comments"):
        for remark in remarks:
            stories.add(remark)
    if count := len(remarks):
        blocks.warn(*comments_left_out(count))
        blocks.ledger.leave_out("comments", "comments", count)
    for name in ("headers", "header_boxes"):
        blocks.ledger.leave_out_text("page_furniture", plain_text(text, codes, file.stories[name]))
    if embedded:
        blocks.ledger.leave_out("parts", "not_readable", len(embedded))
        blocks.tell_embedded(embedded)
