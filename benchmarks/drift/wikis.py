"""Revisions of wiki pages: an article in the page of a wiki, with its references, its box and its edit links."""

from __future__ import annotations

import html
import random
from collections.abc import Iterator

from benchmarks.drift import editors_hand, plain_hand
from benchmarks.drift.pages import Page, Revision, pages, read
from benchmarks.drift.plain_hand import edited
from praxeo.domain.sentences import evidence_parts

ARTICLES = 20
DELETED = (
    "<!doctype html><html lang='en'><head><title>{title} - Wiki</title></head><body><h1>{title}</h1><div "
    "class='noarticletext'><p>Wiki does not have an article with this exact name. Please search for {title} to check "
    "for alternative titles or spellings.</p><p>A page with this title has previously been deleted.</p></div></body></html>"
)


def wiki_revisions(seed: int = 3) -> Iterator[Revision]:
    """Edits of both hands, references renumbered with each; every fifth article is deleted."""
    for at, source in enumerate(pages(ARTICLES, seed)):
        drawn = random.Random(f"{seed}{at}")
        article = read(f"wiki-{source.id}", _page(source, 1))
        if article is None:
            continue
        if at % 5 == 4:
            title = html.escape(article.extraction.metadata.title)
            yield Revision(
                page=article,
                hand="wikis",
                kind="deleted",
                html=DELETED.format(title=title),
                gone=True,
            )
            continue
        affecting = plain_hand.AFFECTING if at % 2 else editors_hand.AFFECTING
        neutral = [
            e for e in (*plain_hand.NEUTRAL, *editors_hand.NEUTRAL) if e.__name__ != "own_paragraph"
        ]
        yield edited(
            article, at, drawn, affecting, neutral, "wikis", lambda page, _: _renumbered(page)
        )


def _page(source: Page, first_note: int) -> str:
    """The article as MediaWiki shows it."""
    parts, note = [], first_note
    for block in source.extraction.blocks:
        if block.kind == "heading" and block.text:
            parts.append(
                f"<div class='mw-heading mw-heading2'><h2>{html.escape(block.text)}</h2><span class='mw-editsection'>"
                "[<a href='/w/index.php?action=edit'>edit</a>]</span></div>"
            )
        elif block.kind in ("paragraph", "list_item"):
            said = []
            for sentence in evidence_parts(block):
                said.append(
                    f"{html.escape(sentence, quote=False)}<sup class='reference'><a href='#c{note}'>[{note}]</a></sup>"
                )
                note += 1
            parts.append(f"<p>{' '.join(said)}</p>")
    title = html.escape(source.extraction.metadata.title or source.id)
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title} - Wiki</title><meta name='generator' "
        f"content='MediaWiki 1.45'></head><body class='mediawiki'><h1 id='firstHeading'>{title}</h1><div id='mw-content-text'>"
        f"<div class='mw-parser-output'><table class='infobox'><tr><th>{title}</th></tr></table>{''.join(parts)}</div></div>"
        "<div id='footer'><p>This page was last edited on 3 May 2026.</p></div></body></html>"
    )


def _renumbered(page: str) -> str:
    """Every reference one further, as after a new first one."""
    for note in range(page.count("class='reference'"), 0, -1):
        page = page.replace(f"#c{note}'>[{note}]", f"#c{note + 1}'>[{note + 1}]")
    return page.replace("3 May 2026", "12 November 2026")
