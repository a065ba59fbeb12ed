"""What stands below an article and is not of it: readers' comments, who wrote it, disclaimers, promotion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.sources.documents.html.page_facts import PageFacts
from praxeo.sources.documents.html.page_metadata import stated_authors
from praxeo.sources.documents.html.promotion import promotes, without_biography
from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.tree import Element, name_of
from praxeo.sources.documents.html.whole_texts import holds_whole_texts

ARTICLE_CHARACTERS = 300  # of text that must stand before; a page of answers alone is their content
COMMENTS = re.compile(
    r"^\s*(?:\d+\s+(?:thoughts?\s+on|comments?|responses?|replies|reader comments|kommentare?|antworten"
    r"|commentaires?|réponses?|comentarios?|respuestas?)\b"
    r"|(?:comments?|reader comments|leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)"
    r"|kommentare?|schreibe einen kommentar|leserkommentare|commentaires|laisser un commentaire|comentarios"
    r"|deja (?:un comentario|una respuesta))\s*(?:\(\d+\))?\s*:?\s*$)",
    re.I,
)
COMMENT_PART = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|comment-?list|respond|disqus(?:_thread)?|fb-comments|kommentare?)(?=[\s_-]|$)",
    re.I,
)
# A thread of a forum, a review or an answer is what its page is about.
DISCUSSION = re.compile(r"forum|thread|topic|question|answer|discussion|review", re.I)
DISCUSSION_TYPE = re.compile(r"DiscussionForum|QAPage")
AFTERWORD = re.compile(
    r"^\s*(?:about the (?:authors?|reviewers?|writer|editors?)|(?:über|zu) (?:den|die|der) autor(?:in|en)?"
    r"|à propos de l.aute?ur|sobre (?:el autor|la autora)|disclaimers?|haftungsausschluss|affiliate disclosure"
    r"|share this(?: (?:article|post|page|story))?|(?:diesen )?(?:artikel|beitrag) teilen|related (?:posts?|articles?|stories|reading|content)"
    r"|ähnliche (?:artikel|beiträge)|you (?:may|might) also (?:like|enjoy)|das könnte (?:sie|dich) auch interessieren"
    r"|(?:subscribe|sign up)(?: to| for)? (?:our|the) .{0,30}|newsletter|(?:more|read more) from .{1,40}|recommended (?:for you|reading|articles?|posts?|stories|products?)"
    r"|popular posts?|recent posts?|latest posts?|was this (?:article|page) helpful\??)\s*:?\s*$",
    re.I,
)
KEPT_SHARE = (
    0.12  # of the chosen text; where less would stay, what people say is what the page is about
)
# The same for a page that does not say that it is an article: a thread is known by its answers alone.
KEPT_SHARE_OF_ANY_PAGE = 0.67


def without_surroundings(
    chosen: Sequence[TextUnit], visible: Sequence[TextUnit], *, root: Element, facts: PageFacts
) -> list[TextUnit]:
    """The chosen units without what stands below an article; all of them where that is what the page is about.

    The headings that lead away from it are looked for in all that is `visible`.
    """
    stated = [str(node.get("@type")) for node in facts.data] + root.xpath("//@itemtype")
    if any(DISCUSSION_TYPE.search(kind) for kind in stated):
        return list(chosen)
    article = facts.types["article"] or any(
        not _in_comments(element) for element in root.iter("article")
    )
    commented = _commented(chosen)
    kept = list(_of_the_article(chosen, visible, commented))
    if article:
        kept = [unit for unit in kept if not promotes(unit)]
        kept = without_biography(kept, stated_authors(facts, root))
    least = KEPT_SHARE if article else KEPT_SHARE_OF_ANY_PAGE
    return kept if _size(kept) >= least * _size(chosen) else list(chosen)


def _of_the_article(
    chosen: Sequence[TextUnit], visible: Sequence[TextUnit], commented: set[int]
) -> Iterator[TextUnit]:
    content = {id(unit) for unit in chosen}
    before = 0
    level = 0  # of the heading whose section is left out; 0: none
    for number, unit in enumerate(visible):
        heading = unit.level if unit.kind == "heading" else 0
        if level and heading and heading <= level:
            level = 0
        enough = before >= ARTICLE_CHARACTERS
        if not level and heading and enough and _leads_away(unit):
            level = 0 if holds_whole_texts(visible, number) else heading
        if id(unit) not in content or level or (enough and id(unit) in commented):
            continue
        yield unit
        before += len(unit.text) if unit.kind in ("paragraph", "list_item") else 0


def _commented(chosen: Sequence[TextUnit]) -> set[int]:
    """The units in parts that the page calls comments; none if the text goes on below them."""
    found: set[int] = set()
    below = 0
    for unit in chosen:
        if _in_comments(unit.element):
            found.add(id(unit))
        elif found:
            below += len(unit.text)
    return found if below < ARTICLE_CHARACTERS else set()


def _size(units: Sequence[TextUnit]) -> int:
    return sum(len(unit.text) for unit in units)


def _leads_away(unit: TextUnit) -> bool:
    if AFTERWORD.match(unit.text):
        return True
    return bool(COMMENTS.match(unit.text)) and not _discusses(unit.element)


def _in_comments(element: Element) -> bool:
    """Whether an element stands in a part that its page calls comments."""
    inside = False
    node = element
    while node is not None and name_of(node) not in ("body", "html", ""):
        stated = f"{node.get('id') or ''} {node.get('class') or ''}"
        if DISCUSSION.search(stated):
            return False
        inside = inside or bool(stated.strip() and COMMENT_PART.search(stated))
        node = node.getparent()
    return inside


def _discusses(element: Element) -> bool:
    node = element
    while node is not None and name_of(node) not in ("", "html"):
        if DISCUSSION.search(f"{node.get('id') or ''} {node.get('class') or ''}"):
            return True
        node = node.getparent()
    return False
