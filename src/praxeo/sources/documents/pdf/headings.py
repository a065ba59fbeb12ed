"""Finds headings by what sets them apart from the running text, and ranks them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from praxeo.sources.documents.pdf.captions import CAPTION
from praxeo.sources.documents.pdf.contents_entries import entries_of_contents
from praxeo.sources.documents.pdf.draft import LETTERS, Draft
from praxeo.sources.documents.pdf.formula_regions import reads_as_formula
from praxeo.sources.documents.pdf.paragraphs import BOX, BULLET, NUMBER
from praxeo.sources.documents.pdf.plain_headings import (
    in_known_looks,
    leading_to_tables,
    lettered_below,
    numbered_runs,
    numbered_siblings,
    set_apart,
    slide_titles,
)
from praxeo.sources.documents.pdf.section_names import FRONT, front_names, named_sections
from praxeo.sources.documents.pdf.section_numbers import LEADERS, is_next_section
from praxeo.sources.documents.pdf.text_styles import NUMBERED, Look, Style, look_of
from praxeo.sources.documents.pdf.titles import find_title

MAX_HEADING_WORDS = 30
MAX_HEADING_LINES = 4
LARGER = 1.08  # times the body's size; from here on larger type alone makes a heading
SMALLEST_HEADING = 0.7  # times the body's size
SAME_SIZE = 0.94  # times the body's size; from here on text counts as running text
MAX_LEAD = 3.5  # heights of the font between a heading and its text
LOOK_AHEAD = 6  # drafts (figures, notes) that may stand between a heading and its text
MIN_LARGER = 3  # larger headings without numbers, beside which numbered lines are list items
CONSISTENT = 0.6  # share of a look's drafts that must behave like headings

IDEOGRAPHS = "\u3040"  # from here on: Japanese and Chinese, whose words are shorter

SIMPLE_NUMBER = re.compile(r"^\d{1,2}\.\s")
BRACKETED = re.compile(
    r"^\[[^\[\]]*\]$|^\([^()]*\)$"
)  # "[5 points]": said of what stands beside it
OF_A_PROGRAM = re.compile(
    r"[<>|&{}=+~\u02dc^\\/]|\[\w\]\S"
)  # begins a line of code or the name of a file
DEPTH = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s")


def find_headings(
    drafts: Sequence[Draft], style: Style, *, stated_title: str = ""
) -> tuple[set[int], int | None]:
    """The indexes of all headings, and that of the title (None where there is none).

    `stated_title` is what the file says of itself; it counts only where it stands on the page, too.
    """
    contents = entries_of_contents(drafts)
    shaped = [at not in contents and _has_shape(draft, style) for at, draft in enumerate(drafts)]
    running = [at in contents or _is_running(draft, style) for at, draft in enumerate(drafts)]
    leads = _leads(drafts, shaped, running, style)
    title = find_title(drafts, shaped, leads, running, style, stated_title)
    good_looks, accepted = _looks_of_headings(drafts, shaped, leads, style)
    kept = [good for good in accepted if not _are_items(drafts, good, accepted)]
    headings = {i for good in kept for i in good}
    headings |= leading_to_tables(drafts, shaped, kept)
    headings |= named_sections(drafts, shaped, style, headings) | front_names(drafts, shaped)
    headings |= numbered_runs([g for g in good_looks if _stands_out(drafts[g[0]], style)], drafts)
    headings |= in_known_looks(drafts, shaped, kept, style.size)
    headings |= numbered_siblings(drafts, shaped, headings, style.face)
    headings |= lettered_below(drafts, shaped, leads, headings)
    headings |= slide_titles(drafts, shaped, style.size)
    if not headings and title is None:
        return set_apart(drafts, shaped, running)
    if not headings - {title}:
        headings |= set_apart(drafts, shaped, running)[0]
    if title is not None and _is_one_of_many(drafts, headings, title):
        title = None
    if title is not None:
        authors = _authors(drafts, title, running)
        headings = {
            i for i in headings - authors if i > title and not _is_byline(drafts[i], drafts[title])
        }
        headings.add(title)
    return headings, title


def _looks_of_headings(
    drafts: Sequence[Draft], shaped: Sequence[bool], leads: Sequence[bool], style: Style
) -> tuple[list[list[int]], list[list[int]]]:
    """What of each look may be a heading, and of the looks that are those of headings."""
    by_look: dict[Look, list[int]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        if not draft.is_table:
            by_look[look_of(draft)].append(index)
    looks: list[list[int]] = []
    accepted: list[list[int]] = []
    for members in by_look.values():
        good = [i for i in members if shaped[i] and leads[i]]
        if good:
            looks.append(good)
            if _is_headinglook_of(drafts, members, good, style):
                accepted.append(good)
    return looks, accepted


def _has_shape(draft: Draft, style: Style) -> bool:
    """Whether a draft is short and begins and ends as headings do."""
    text = draft.text
    if draft.is_table or draft.angle or draft.mono or draft.line_count > MAX_HEADING_LINES:
        return False
    if draft.size < SMALLEST_HEADING * style.size:
        return False
    letters = LETTERS.findall(text)
    least = 2 if max(letters, default="") >= IDEOGRAPHS else 3
    if len(text.split()) > MAX_HEADING_WORDS or len(letters) < least:
        return False
    if CAPTION.match(text) or BULLET.match(text) or "@" in text or "://" in text:
        return False
    if BRACKETED.match(text) or OF_A_PROGRAM.match(text):
        return False
    if reads_as_formula(text) or LEADERS.search(text):
        return False
    words = NUMBER.sub("", text).lstrip()
    if words[:1].islower() and draft.size < 1.3 * style.size:
        return False
    if text.endswith((",", ";", "-")):
        return False
    return not text.endswith(".") or bool(NUMBERED.match(text)) or draft.size > 1.3 * style.size


def _leads(
    drafts: Sequence[Draft], shaped: Sequence[bool], running: Sequence[bool], style: Style
) -> list[bool]:
    """Whether running text follows each draft, directly or under further headings."""
    leads = [False] * len(drafts)
    for index in range(len(drafts) - 1, -1, -1):
        for at in range(index + 1, min(index + 1 + LOOK_AHEAD, len(drafts))):
            following = drafts[at]
            if _is_far_below(drafts[index], following):
                break
            if running[at]:
                leads[index] = True
                break
            other = look_of(following) != look_of(drafts[index])
            if (
                shaped[at]
                and leads[at]
                and (other or is_next_section(drafts[index].text, following.text))
            ):
                leads[index] = drafts[index].size >= 0.94 * following.size
                break
            if (
                not following.is_table
                and not CAPTION.match(following.text)
                and (
                    following.page == drafts[index].page
                    and following.size >= SAME_SIZE * style.size
                )
            ):
                break
    return leads


def _is_far_below(draft: Draft, following: Draft) -> bool:
    """Whether a draft of the same column stands too far below to be led by this one."""
    if following.page != draft.page:
        return False
    overlap = min(draft.place[2], following.place[2]) - max(draft.place[0], following.place[0])
    gap = following.place[1] - draft.place[3]
    if following.is_table or CAPTION.match(following.text):
        return False
    return overlap > 0 and (gap < -1.6 * draft.size or gap > MAX_LEAD * draft.size)


def _is_running(draft: Draft, style: Style) -> bool:
    if draft.is_table or (draft.bold and not style.face.bold) or draft.angle:
        return False
    if draft.mono and not style.face.mono:
        return True
    return (
        draft.size >= SAME_SIZE * style.size
        and draft.size <= 1.1 * style.size
        and (
            len(draft.text) > 60
            or draft.text.endswith((".", ":", "?"))
            or draft.line_count > 1
            or bool(BULLET.match(draft.text) or BOX.match(draft.text))
        )
    )


def _is_headinglook_of(
    drafts: Sequence[Draft], members: Sequence[int], good: Sequence[int], style: Style
) -> bool:
    """Whether a look is that of headings: apart from the body, and used for little else."""
    first = drafts[good[0]]
    larger = first.size >= LARGER * style.size
    bold = first.bold and not style.face.bold
    characters = sum(len(drafts[i].text) for i in members)
    leading = sum(len(drafts[i].text) for i in good)
    if larger or ((bold or first.underlined) and first.size >= SAME_SIZE * style.size):
        return leading >= 0.3 * characters
    if first.size >= SAME_SIZE * style.size and first.capitals:
        return leading >= 0.4 * characters
    if not bold and not first.italic and first.face == style.face:
        return False
    apart = [i for i in good if _stands_apart(drafts[i])]
    return len(apart) >= 2 and sum(len(drafts[i].text) for i in apart) >= CONSISTENT * characters


def _stands_out(draft: Draft, style: Style) -> bool:
    """Whether it is larger than the text, or bold in a text that is not."""
    bold = draft.bold and not style.face.bold and draft.size >= SAME_SIZE * style.size
    return bold or draft.size >= LARGER * style.size


def _are_items(
    drafts: Sequence[Draft], good: Sequence[int], accepted: Sequence[Sequence[int]]
) -> bool:
    """Whether bold numbered lines are list items, since the headings are larger and unnumbered."""
    if not all(SIMPLE_NUMBER.match(drafts[i].text) for i in good):
        return False
    size = max(drafts[i].size for i in good)
    larger = [i for other in accepted for i in other if drafts[i].size >= LARGER * size]
    unnumbered = [i for i in larger if not NUMBER.match(drafts[i].text)]
    return len(unnumbered) >= MIN_LARGER and len(unnumbered) >= 0.8 * len(larger)


def _is_one_of_many(drafts: Sequence[Draft], headings: set[int], title: int) -> bool:
    """Whether a heading of the same look stands before the title: then there is no title, only headings."""
    return any(i < title and look_of(drafts[i]) == look_of(drafts[title]) for i in headings)


def _stands_apart(draft: Draft) -> bool:
    return draft.gap_above is None or draft.gap_above > 1.3 or draft.line_count == 1


def _is_byline(draft: Draft, title: Draft) -> bool:
    """Whether a draft near the title holds names with marks of their institutions."""
    if draft.page != title.page:
        return False
    if NUMBERED.match(draft.text):
        return False
    return bool(BYLINE.search(draft.text) or PERSONS.match(draft.text))


def _authors(drafts: Sequence[Draft], title: int, running: Sequence[bool]) -> set[int]:
    """Names between the title and the abstract, or the first running text if something else than text follows them."""
    first = [i for i in range(title + 1, len(drafts)) if drafts[i].page == drafts[title].page]
    abstract = next((i for i in first if ABSTRACT.match(drafts[i].text)), None)
    if abstract is None:
        text = next((i for i in first if running[i]), len(drafts) - 1)
        return {i for i in first if i + 1 < text and PERSON.match(drafts[i].text)}
    return {i for i in first if i < abstract and _names_authors(drafts[i].text)}


def _names_authors(text: str) -> bool:
    """Whether it says who wrote a paper or where they work."""
    if FRONT.fullmatch(text.strip()) or NUMBERED.match(text):
        return False
    return bool(PERSON.match(text) or ADDRESS.search(text))


ABSTRACT = re.compile(r"(?:abstract|summary|zusammenfassung|résumé|resumen)\b", re.IGNORECASE)
NAME = r"(?:[^\W\d_a-z]\S*\s)+[^\W\d_a-z][^\W\d]+"  # of two words or more, each with a capital
PERSON = re.compile(rf"(?=(?:\S+\s){{1,4}}\S+$){NAME}\W?$")
ADDRESS = re.compile(r"[\d,]")
PERSONS = re.compile(rf"{NAME}(?:,\s{NAME})+(?:,?\s(?:and|und|et|&)\s{NAME})?$")
BYLINE = re.compile(r"\w\s?[¹²³⁴⁵⁶⁷⁸⁹⁰*∗†‡§¶]|\w,? and [A-Z]\S+ [A-Z]")


def rank_looks(headings: Sequence[Draft]) -> list[Look]:
    """The looks of headings from most to least prominent."""
    return sorted(
        {look_of(d) for d in headings}, key=lambda x: (-x[1], not x[2], not x[4], x[3], x[0])
    )


def levels_of(headings: Sequence[Draft]) -> list[int]:
    """The levels of headings below the title: by their numbers, else by their looks.

    A heading without a number stands as deep as the numbered ones in its look, and below those in more prominent ones.
    """
    looks = rank_looks(headings)
    numbered: dict[Look, set[int]] = defaultdict(set)
    depths = [
        match.group(1).count(".") + 2 if (match := DEPTH.match(d.text)) else 0 for d in headings
    ]
    for draft, depth in zip(headings, depths, strict=True):
        if depth:
            numbered[look_of(draft)].add(depth)
    plain: dict[Look, int] = {}
    deepest = 1
    for look in looks:
        plain[look] = min(numbered[look]) if look in numbered else deepest + 1
        deepest = max(deepest, plain[look])
    return [min(depth or plain[look_of(d)], 6) for d, depth in zip(headings, depths, strict=True)]
