"""Reads a web page: its main content as blocks, and what it states about itself."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from urllib.parse import urljoin

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.domain.errors import Refused
from praxeo.domain.reading_ledger import Reason
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.html import byline as shown
from praxeo.sources.documents.html import page_kind as kind
from praxeo.sources.documents.html import page_metadata as stated
from praxeo.sources.documents.html.after_article import without_surroundings
from praxeo.sources.documents.html.blocks import add_units, warnings_of
from praxeo.sources.documents.html.cards import without_cards
from praxeo.sources.documents.html.consent import without_consent
from praxeo.sources.documents.html.encoding import decoded
from praxeo.sources.documents.html.error_page import refuse_error_page
from praxeo.sources.documents.html.figures import with_figures
from praxeo.sources.documents.html.first_post import began_on, begun_by, is_thread
from praxeo.sources.documents.html.headline import beside_headline
from praxeo.sources.documents.html.held_back import walked
from praxeo.sources.documents.html.main_content import main_content
from praxeo.sources.documents.html.page_facts import PageFacts, page_facts
from praxeo.sources.documents.html.page_pictures import PagePictures
from praxeo.sources.documents.html.seen_words import seen_words, svg_labels
from praxeo.sources.documents.html.shown_date import said_published, shown_date
from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.text_units import TextUnitWalker
from praxeo.sources.documents.html.tree import Element, parse_html
from praxeo.sources.documents.html.unread_frames import tell_unread
from praxeo.sources.documents.html.unseen import seen
from praxeo.sources.documents.html.visitors import without_reviews, without_signatures
from praxeo.sources.documents.pictures.named import Files, no_files

MEDIA_TYPE = "text/html"


def read_html(data: bytes, *, base_url: str = "", files: Files | None = None) -> Extraction:
    """The blocks of a page's main content, its metadata and warnings; nothing is ever fetched.

    `base_url` is where the page came from; a relative licence link is completed with it. `files` finds
    the pictures that came with the page; without it none are looked for.
    Raises Refused("empty_page") if the page shows no text, TooLarge if it is far too long.
    """
    text = decoded(data)
    root = parse_html(text)
    walker = walked(root)
    visible = [unit for unit in walker.units if not unit.hidden]
    if not visible:
        raise Refused(
            "empty_page",
            "The page shows no text. If it builds its content with scripts, save it from the "
            "browser and add the saved file.",
        )
    facts = page_facts(root)
    refuse_error_page(seen(visible), facts.title, root)
    chosen = seen(main_content(without_consent(visible), root=root, facts=facts, html=text))
    if all(unit.unseen for unit in chosen):  # only for browsers without scripts
        refuse_error_page(chosen, "", root)
    chosen = without_surroundings(chosen, visible, root=root, facts=facts)
    if kind.is_product(facts):
        chosen = without_reviews(chosen)
    elif is_thread(facts, root):
        chosen = without_signatures(chosen)
    blocks = _block_list(walker, chosen, visible, files)
    blocks.ledger.leave_out_text("figure_labels", svg_labels(root))
    tell_unread(root, blocks)
    blocks.tell_unreadable(text.count("\ufffd"))
    metadata = Metadata(
        media_type=MEDIA_TYPE,
        content_hash=hashlib.sha256(data).hexdigest(),
        word_count=sum(len(block.text.split()) for block in blocks.blocks),
    )
    return blocks.extraction(
        _completed(metadata, facts, root, visible, base_url), seen=seen_words(root)
    )


def _block_list(
    walker: TextUnitWalker,
    chosen: list[TextUnit],
    visible: list[TextUnit],
    files: Files | None,
) -> BlockList:
    """The chosen units and pictures as blocks; what stands around them is left out on purpose."""
    blocks = BlockList(ledger=walker.ledger, files=files or no_files)
    blocks.warnings += warnings_of(walker)
    units = chosen
    if files is not None and walker.pictures:
        units = with_figures(walker, chosen, blocks, PagePictures(visible, chosen).is_content)
    kept = {id(unit) for unit in chosen}
    for unit in visible:
        if id(unit) not in kept:
            reason: Reason = "unseen" if unit.unseen else "around_the_text"
            blocks.ledger.leave_out_text(reason, f"{unit.number} {unit.text}")
    add_units(units, blocks)
    return blocks


def _completed(
    metadata: Metadata, facts: PageFacts, root: Element, visible: list[TextUnit], base_url: str
) -> Metadata:
    """The metadata with what the head states, then what stands beside the headline."""
    title = stated.stated_title(facts, visible)
    beside = beside_headline(visible, title)
    if not facts.types["article"]:
        beside = without_cards(beside, visible)
    authors = stated.stated_authors(facts, root)
    date = stated.stated_date(facts, root)
    if is_thread(facts, root):
        authors = begun_by(root) or authors[:1]
        date = began_on(root, date, shown_date(beside))
    elif kind.is_front_page(facts, root):
        authors, date = (), ""
    elif kind.is_product(facts):
        # of a comment, or of who put it into the shop and when; a book has its writers
        authors, date = authors if kind.is_book(facts) else (), ""
    else:
        authors = authors or shown.shown_authors(beside) or shown.signed_by(visible)
        date = shown_date(beside, date, stated.modified_days(facts)) or said_published(visible)
    licence = stated.stated_licence(facts, root)
    if base_url and licence.startswith(("/", ".")):
        licence = urljoin(base_url, licence)
    return replace(
        metadata,
        title=title,
        authors=authors,
        language=stated.stated_language(facts, root),
        date=date,
        licence=licence,
    )
