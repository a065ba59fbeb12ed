"""Finds the title of a document among the large lines of its first page.

The largest line is the title in most documents, but not where a journal, a publisher or a label has set its
name larger. Such names are short, as are the titles of many chapters and books; what tells them
apart is what stands below them and whether the text speaks of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from praxeo.sources.documents.pdf.draft import Draft
from praxeo.sources.documents.pdf.text_styles import NUMBERED, Style, look_of

TITLE_SIZE = 1.15  # times the body's size
LARGER = 1.05  # times the size of a line, from which on another one is larger
SHORT = 3  # words; from four on, large type is a title without further signs
SUBTITLE_GAP = 1.8  # heights of the title between it and a subtitle
SUBTITLE_SIZE = 0.85  # times the title's size, at most
MENTIONS = 3  # of a word in the running text, which then speaks of it
REPEATED = 2  # further headings of a look, whose headings are then not titles
CHAPTER_SIZE = (
    1.3  # times the next; a numbered line that is so much larger is the title of a chapter
)

SERIES = re.compile(
    r"^(?:the )?(?:[\w&-]+ ){0,4}(?:journal|medicine|letters|reports|proceedings|transactions|bulletin)\b"
    r"|\bjournal of\b|^(?:original |research |review |short )(?:article|paper|report)",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^(?:chapter|part|unit|lesson|lecture|module|section|appendix|kapitel|teil|lektion|anhang)"
    r"\s+(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)\W?$",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{3,}")


def find_title(
    drafts: Sequence[Draft],
    shaped: Sequence[bool],
    leads: Sequence[bool],
    running: Sequence[bool],
    style: Style,
    stated: str,
) -> int | None:
    """The index of the title: a heading of the first page with text, clearly larger than the body.

    `shaped` and `leads` say which drafts have the shape of headings and lead to text, `running` which are running text,
    `stated` what the file says its title is. None where no draft stands out.
    """
    first = next((d.page for d in drafts if not d.is_table and d.text), 0)
    large = [
        i
        for i, draft in enumerate(drafts)
        if draft.page == first and shaped[i] and _stands_out(draft, style)
    ]
    plain = [i for i in large if not NUMBERED.match(drafts[i].text)]
    chapter = _chapter(drafts, large, plain)
    if chapter is not None:
        return chapter
    plain = [i for i in plain if not _is_below_larger(i, drafts, large)]
    if not plain:
        return None
    mentions = _mentions(drafts, running)
    looks = Counter(look_of(drafts[i]) for i in range(len(drafts)) if shaped[i] and leads[i])

    def weight(i: int) -> float:
        heads = _heads(i, drafts, plain, running, mentions)
        own = _weight(drafts[i], repeated=looks[look_of(drafts[i])] > REPEATED, stated=stated)
        return own if heads else own * _share(drafts[i], mentions)

    return max(plain, key=lambda i: (weight(i), -i))


def _weight(draft: Draft, *, repeated: bool, stated: str) -> float:
    """How much a line looks like the title by itself: its size, and what speaks for or against it."""
    series = SERIES.search(draft.text) or LABEL.match(draft.text)
    return (
        draft.size
        * (0.6 if series else 1.0)
        * (0.75 if repeated else 1.0)
        * (1.1 if draft.line_count > 1 else 1.0)
        * (1.6 if stated and _letters(draft.text) == _letters(stated) else 1.0)
    )


def _stands_out(draft: Draft, style: Style) -> bool:
    if draft.size >= TITLE_SIZE * style.size:
        return True
    return (
        draft.bold and draft.size >= 1.04 * style.size and draft.place[1] < draft.page_size[1] / 2
    )


def _chapter(drafts: Sequence[Draft], large: Sequence[int], plain: Sequence[int]) -> int | None:
    """A numbered line that opens the page and is far larger than all others, as "3 Memory" does."""
    unnumbered = set(plain)
    numbered = [i for i in large if i not in unnumbered]
    if not numbered or (plain and plain[0] < numbered[0]):
        return None
    others = [drafts[i].size for i in large if i != numbered[0]]
    if drafts[numbered[0]].size >= CHAPTER_SIZE * max(others, default=float("inf")):
        return numbered[0]
    return None


def _is_below_larger(index: int, drafts: Sequence[Draft], large: Sequence[int]) -> bool:
    """Whether a numbered line above is larger: then a section begins there, of a document whose title is elsewhere."""
    return any(
        i < index
        and NUMBERED.match(drafts[i].text)
        and drafts[i].size > LARGER * drafts[index].size
        for i in large
    )


def _mentions(drafts: Sequence[Draft], running: Sequence[bool]) -> Counter[str]:
    """How often the running text says each word."""
    return Counter(
        _stem(word)
        for draft, is_text in zip(drafts, running, strict=True)
        if is_text
        for word in WORD.findall(draft.text)
    )


def _share(draft: Draft, mentions: Counter[str]) -> float:
    """What the size of a line counts for, if nothing below says that it is the title."""
    count = len(draft.text.split())
    if count > SHORT:
        return 1.0
    if count == SHORT:
        return 0.8
    return 0.6 if count > 1 or _is_spoken_of(draft, mentions) else 0.45


def _is_spoken_of(draft: Draft, mentions: Counter[str]) -> bool:
    words = [_stem(word) for word in WORD.findall(draft.text)]
    return bool(words) and all(mentions[word] >= MENTIONS for word in words)


def _heads(
    index: int,
    drafts: Sequence[Draft],
    large: Sequence[int],
    running: Sequence[bool],
    mentions: Counter[str],
) -> bool:
    """Whether a line that the text speaks of has a subtitle or running text right below it.

    The name of a journal has neither: lines about the issue follow, and the title further down.
    """
    draft = drafts[index]
    if not _is_spoken_of(draft, mentions):
        return False
    below = index + 1
    if below >= len(drafts) or drafts[below].page != draft.page:
        return False
    if running[below]:
        return True
    gap = drafts[below].place[1] - draft.place[3]
    overlap = min(drafts[below].place[2], draft.place[2]) - max(
        drafts[below].place[0], draft.place[0]
    )
    return (
        below in large
        and overlap > 0
        and 0 <= gap <= SUBTITLE_GAP * draft.size
        and drafts[below].size <= SUBTITLE_SIZE * draft.size
    )


def _letters(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def _stem(word: str) -> str:
    return word.casefold().rstrip("s")
