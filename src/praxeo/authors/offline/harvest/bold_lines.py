"""Terms on a bold line of their own, said in the paragraph below it: "**Ausdehnung**", "Die Ausdehnung beschreibt …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from praxeo.authors.offline.cleaning import count_words, even, looks_plural
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.no_labels import is_label_of_its_text
from praxeo.authors.offline.harvest.noun_phrases import begins_as_phrase
from praxeo.authors.offline.harvest.plain_definitions import plain_definition, says_what
from praxeo.authors.offline.material import sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.words import role_of_heading
from praxeo.domain.blocks import Block

RULE = "marked"
LANGUAGES = frozenset({"de", "fr", "es"})
LONGEST_TERM = 4  # words

_GLOSS = re.compile(r"\s\([^()]*\)$")  # "Ausdehnung (Extent)"
_VERB = re.compile(
    r"\b(?:ist|sind|wird|werden|hat|haben|kann|est|sont|a|ont|peut|es|son|tiene|tienen|puede|hay|se)\b"
)


def bold_lines(placed: Sequence[RoledBlock], language: str) -> Iterator[Definition]:
    """What the first sentence below a bold line says that its term is. `language` is the text's, e.g. "de"."""
    for one, below in pairwise(placed) if language in LANGUAGES else ():
        term = _GLOSS.sub("", even(one.block.text).rstrip(" .:"))
        if not (_is_bold_line(one.block) and below.block.kind == "paragraph"):
            continue
        own = sentences_of(below.block, term)
        if not own or below.role not in ("body", "summary") or _is_no_term(term):
            continue
        made = plain_definition(own[0], language)
        if made and made.rule == RULE and made.term.lower() == term.lower():
            yield made
            continue
        meaning = even(own[0].text).rstrip(" .")
        phrase = begins_as_phrase(meaning) and not _VERB.search(meaning.partition(",")[0])
        if phrase and len(own) == 1 and says_what(term, meaning, own[0], language):
            yield Definition(
                term=term,
                meaning=meaning,
                sentence=replace(own[0], topic=below.topic),
                rule=RULE,
                plural=looks_plural(term),
                also=(f"{one.block.id}.1",),
            )


def _is_no_term(term: str) -> bool:
    named = role_of_heading(term) is not None or is_label_of_its_text(term)
    return named or not 1 <= count_words(term) <= LONGEST_TERM or term.endswith(("?", "!"))


def _is_bold_line(block: Block) -> bool:
    """Whether a paragraph is bold from end to end."""
    whole = (m.end - m.start >= len(block.text) - 1 for m in block.marks if m.style == "strong")
    return block.kind == "paragraph" and any(whole)
