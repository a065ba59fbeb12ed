"""Sections out of headings: front and back matter aside, short ones joined, long ones divided."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from praxeo.authors.offline.boilerplate import is_back_matter, is_navigation, is_noise
from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.material import Part
from praxeo.authors.offline.repeated_headings import below_their_chapter
from praxeo.authors.offline.roles.blocks import is_section_of_glossary
from praxeo.authors.offline.roles.numbered_terms import numbered_terms, without_number
from praxeo.authors.offline.roles.words import role_of_heading
from praxeo.authors.offline.sheets.names import named_task, names_of_tasks
from praxeo.domain.blocks import Block

SHORT_SECTION = 120  # words; a shorter one joins its neighbour
SHORTEST_SECTION = 25  # words; in a handout of a page or two even a section this short stands alone
FEW_SECTIONS = (
    12  # a small source may have as many; only from here on are they joined for being short
)
TITLE_SHARE = 0.9  # of a source's words; a heading over more is its title, never a section's
LONG_SECTION = 450  # words; a longer one is divided at the headings inside it
OVERDUE = 0.5  # of a part's words; from here on a long section is divided inside a list, too
EARLY = 0.3  # of a part's words that may be wanting where a heading begins the next one
UNBROKEN_SECTION = 1000  # words; a longer one without headings is divided in equal parts
WANTED_SECTIONS = 24  # in a long source sections grow rather than get more than this
LONGEST_TITLE = 90  # characters
FEWEST_NAMED = 3  # terms of a piece of a glossary that is called by them
SHORTEST_ENTRY = 3  # characters of a term; a letter alone is a part of a glossary

_NUMBERING = re.compile(
    r"^(?:(?:chapter|section|part|unit|lesson|module|kapitel|chapitre|capítulo)\s+[\dIVXLC]++(?:\s?[.:–—-]\s*|\s+(?-i:(?=[^a-zà-ÿ]))|$)"
    r"|(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)])\s+)(?=\S)",
    re.IGNORECASE,
)


@dataclass
class _Node:
    """A heading with the blocks below it, and the nodes of the headings below that."""

    heading: Block | None
    blocks: list[Block] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)
    entries: set[str] = field(default_factory=set)

    def all_blocks(self) -> list[Block]:
        own = ([self.heading] if self.heading else []) + self.blocks
        for child in self.children:
            own.extend(child.all_blocks())
        return own

    def all_entries(self) -> set[str]:
        """The ids of the headings that are terms of a glossary, here and below."""
        return self.entries.union(*(child.all_entries() for child in self.children))

    def size(self) -> int:
        return sum(count_words(block.text) for block in self.all_blocks())


def parts_of(blocks: tuple[Block, ...], title: str) -> list[Part]:
    """The sections of a source, in reading order; every one has something to read."""
    told = [block for block in blocks if block.text.strip() or block.picture]
    root = _without_back_matter(_tree(below_their_chapter(told), title))
    words = root.size()
    nodes = _descend(root, longest=_longest(words), title=words * TITLE_SHARE)
    joined = _join_short(nodes, short=_short(words))
    parts = [part for group in joined for part in _parts_of(group, title)]
    return _numbered(parts)


def clean_title(text: str) -> str:
    """A heading without its number, shortened at a word if it is very long."""
    text = even(text).strip(" :#*_-–—.¶§")
    text = _NUMBERING.sub("", text) or text
    if len(text) > LONGEST_TITLE:
        text = text[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    return text


def _longest(words: int) -> int:
    return max(LONG_SECTION, words // WANTED_SECTIONS)


def _short(words: int) -> int:
    """What counts as a short section in a source of so many words."""
    return min(SHORT_SECTION, max(SHORTEST_SECTION, words // FEW_SECTIONS))


def _tree(blocks: list[Block], title: str) -> _Node:
    """The headings of a source; the entries of a glossary, printed as headings, are none."""
    root = _Node(heading=None)
    path: list[tuple[int, _Node]] = [(0, root)]
    whole = role_of_heading(title) == "glossary"
    numbered = numbered_terms(blocks)
    for block in blocks:
        if block.kind != "heading":
            path[-1][1].blocks.append(block)
            continue
        while path[-1][0] >= max(block.level, 1):
            path.pop()
        within = whole or any(_is_glossary(node) for _, node in path)
        plain = not (whole and numbered) and _is_entry(
            block
        )  # among numbered terms the rest are sections
        if within and (block.id in numbered or plain):
            path[-1][1].blocks.append(block)
            path[-1][1].entries.add(block.id)
            continue
        node = _Node(heading=block)
        path[-1][1].children.append(node)
        path.append((max(block.level, 1), node))
    return root


def _is_glossary(node: _Node) -> bool:
    return node.heading is not None and role_of_heading(node.heading.text) == "glossary"


def _is_entry(heading: Block) -> bool:
    """Whether a heading below that of a glossary is a term of it, and no part ("A", "2. Units")."""
    text = even(heading.text)
    named = role_of_heading(text) or len(text) < SHORTEST_ENTRY
    return not (named or is_section_of_glossary(text))


def _without_back_matter(node: _Node) -> _Node:
    """Without what is for looking up. A glossary or questions below such a heading stay."""
    kept: list[_Node] = []
    for child in node.children:
        own = _without_back_matter(child)
        if not (child.heading and is_back_matter(child.heading.text)):
            kept.append(own)
        else:
            kept += [c for c in own.children if c.heading and role_of_heading(c.heading.text)]
    return _Node(heading=node.heading, blocks=node.blocks, children=kept, entries=node.entries)


def _descend(node: _Node, longest: int, title: float) -> list[_Node]:
    """The nodes that become sections: as few as possible, none longer than the limit if it can."""
    if not node.children or (node.heading and node.size() <= min(longest, title)):
        return [node]
    own = _Node(heading=node.heading, blocks=node.blocks, entries=node.entries)
    found = [own] if own.heading or own.blocks else []
    for child in node.children:
        found.extend(_descend(child, longest, title))
    return found


def _join_short(nodes: list[_Node], short: int) -> list[list[_Node]]:
    """Neighbours together until each group is long enough; a title page joins what follows it.

    What comes from two sources stays apart, however short it is, and questions do not join a glossary.
    """
    groups: list[list[_Node]] = []
    size = 0
    for node in nodes:
        own = sum(count_words(block.text) for block in node.all_blocks())
        one_source = bool(groups) and _may_join(groups[-1][-1], node)
        if one_source and (size < short or (own < short and size + own < LONG_SECTION)):
            groups[-1].append(node)
            size += own
        else:
            groups.append([node])
            size = own
    return groups


def _may_join(before: _Node, node: _Node) -> bool:
    """Whether both come from one source, and neither are questions that would stand under the title of a glossary."""
    asks = node.heading is not None and role_of_heading(node.heading.text) == "questions"
    return _source(before) == _source(node) and not (asks and _is_glossary(before))


def _source(node: _Node) -> int | None:
    first = next(iter(node.all_blocks()), None)
    return first.locator.source if first else None


def _parts_of(group: list[_Node], title: str) -> list[Part]:
    blocks = [block for node in group for block in node.all_blocks()]
    blocks = [block for block in blocks if not is_noise(block)]
    if not any(block.kind != "heading" for block in blocks) or is_navigation(blocks):
        return []
    headings = [node.heading for node in group if node.heading]
    name = _name(group, headings, title)
    total = sum(count_words(block.text) for block in blocks)
    count = max(1, round(total / UNBROKEN_SECTION * 1.2)) if total > UNBROKEN_SECTION else 1
    pieces = _divided(blocks, total, count)
    entries = {entry for node in group for entry in node.all_entries()}
    names = [name]
    for piece in pieces[1:]:
        names.append(_begun(piece, names[-1], entries))
    return [
        Part(title=_of_entries(own, piece, entries, pieces), blocks=tuple(piece))
        for own, piece in zip(names, pieces, strict=True)
    ]


def _begun(piece: list[Block], name: str, entries: set[str]) -> str:
    """What a later piece of a long section is called: by the heading with which it begins, else like the one before."""
    first = piece[0]
    named = first.kind == "heading" and first.id not in entries and not role_of_heading(first.text)
    return clean_title(first.text) if named else name


def _of_entries(name: str, piece: list[Block], entries: set[str], pieces: list[list[Block]]) -> str:
    """A title; a piece of a glossary is called by its first and its last term as well."""
    terms = [block for block in piece if block.id in entries]
    if len(pieces) == 1 or len(terms) < FEWEST_NAMED:
        return name
    first, last = (clean_title(without_number(even(term.text))) for term in (terms[0], terms[-1]))
    return f"{name}: {first} – {last}"


def _name(group: list[_Node], headings: list[Block], title: str) -> str:
    """The first heading of a subject that has text of its own; the document's title if there is none.

    Of several tasks ("Aufgabe 2: …", "Aufgabe 3: …") none names the others: what stands above them does, else all their numbers.
    """
    telling = [node.heading for node in group if node.heading and (node.blocks or node.children)]
    subjects = [heading for heading in telling if not role_of_heading(heading.text)]
    tasks = names_of_tasks([heading.text for heading in headings])
    if tasks:
        others = (h for h in (*subjects, *headings[:1]) if not named_task(even(h.text))[0])
        above = next((h for h in others if not role_of_heading(h.text)), None)
        return clean_title(above.text) if above else tasks
    if subjects or telling:
        return clean_title((subjects or telling)[0].text)
    return clean_title(headings[0].text) if headings else title


def _divided(blocks: list[Block], total: int, count: int) -> list[list[Block]]:
    pieces: list[list[Block]] = [[]]
    done = 0
    for block in blocks:
        parts = done / total * count - len(pieces)  # of a piece, beyond the end of this one
        breaks_list = block.kind in ("list_item", "table", "code", "caption")
        wanted = OVERDUE if breaks_list else -EARLY if block.kind == "heading" else 0
        due = parts >= wanted and len(pieces) < count
        if due and pieces[-1] and pieces[-1][-1].kind != "heading":
            pieces.append([])
        pieces[-1].append(block)
        done += count_words(block.text)
    return pieces


def _numbered(parts: list[Part]) -> list[Part]:
    """Equal titles told apart: "Cells", "Cells (2)"."""
    seen: dict[str, int] = {}
    result = []
    for part in parts:
        seen[part.title] = seen.get(part.title, 0) + 1
        number = seen[part.title]
        name = part.title if number == 1 else f"{part.title} ({number})"
        result.append(Part(title=name, blocks=part.blocks))
    return result
