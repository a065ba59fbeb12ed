"""Tables that are glossaries: "Term | Meaning", "Begriff | Erklärung", and those of two columns in a glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import count_words, even, looks_plural
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.copula import without_copula
from praxeo.authors.offline.harvest.decks import is_deck
from praxeo.authors.offline.harvest.entries import LONGEST_TERM, tidy
from praxeo.authors.offline.harvest.tables import rows_of
from praxeo.authors.offline.material import Sentence
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.words import role_of_heading

SHORTEST_MEANING = 2  # words

_TERM = re.compile(
    r"(?:key )?(?:term|word|concept|vocabulary|name|front|(?:fach)?begriff|wort|vorderseite|terme|mot|notion|"
    r"término|concepto|palabra|termine|المصطلح|الكلمة)s?",
    re.IGNORECASE,
)
_CODE = re.compile(r"\w_\w|[a-z][A-Z]|\w\(|^[-\\.$@<]|\w::\w|^\S+\.\w+$")
_MEANING = re.compile(
    r"(?:what (?:it|they) (?:is|are|means?|does|do)|meaning|definition|description|explanation|back|bedeutung|erklärung|beschreibung|rückseite|"
    r"définition|sens|signification|explication|definición|significado|explicación|definizione|المعنى|التعريف)s?(?: (?:simple|breve|brève|courte|kurz|short|in short))?",
    re.IGNORECASE,
)


def table_definitions(placed: Sequence[RoledBlock]) -> Iterator[Definition]:
    """The rows of tables whose heads say so, and of tables of two columns in a glossary."""
    for one, rows in _tables(placed):
        head = [_without_dots(cell) for cell in rows[0]]
        named = _TERM.fullmatch(head[0]) and _MEANING.fullmatch(head[1])
        of_terms = one.role == "glossary" and role_of_heading(one.topic) == "glossary"
        if not (named or (of_terms and len(head) == 2)):
            continue
        headed = named or any(cell.header and cell.row == 0 for cell in one.block.cells)
        for line, row in enumerate(rows, 1):
            term, meaning = even(row[0]), without_copula(row[0], tidy(row[1]))
            if (
                (headed and line == 1)
                or term.isdigit()
                or not 1 <= count_words(term) <= LONGEST_TERM
            ):
                continue
            if count_words(meaning) >= SHORTEST_MEANING:
                yield Definition(
                    term=term,
                    meaning=meaning,
                    sentence=_row(one, line),
                    rule="code_table" if _CODE.search(term) else "term_table",
                    plural=looks_plural(term),
                    source_list=one.topic,
                )


def _tables(placed: Sequence[RoledBlock]) -> Iterator[tuple[RoledBlock, list[tuple[str, ...]]]]:
    for one in placed:
        rows = rows_of(one.block) if one.block.kind == "table" and not is_deck(one.block) else []
        if len(rows) >= 2 and len(rows[0]) >= 2:
            yield one, rows


def _row(one: RoledBlock, line: int) -> Sentence:
    text = one.block.text.split("\n")[line - 1]
    return Sentence(block=one.block, number=line, start=0, text=text, topic=one.topic)


def _without_dots(cell: str) -> str:
    return even(cell).strip(" :.*")
