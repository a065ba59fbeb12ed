"""The words of the fields of cards, counted apart from what makes their sides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

from praxeo.sources.documents.word_count import Words, words_of

# Markup, pictures and sounds, gaps with their hints, formulas.
NO_WORDS = re.compile(
    r"<[^<>]*>|\[[a-z]+:[^\[\]]*\]|\{\{[^{}]*\}\}|\[/?latex\]|\\\((?:[^\\]|\\(?![()]))*+\\\)|\\\[(?:[^\\]|\\(?![\[\]]))*+\\\]"
    r"|\[(\$\$?|latex)\](?:[^\[]|\[(?!/))*+"
)


def seen_in_notes(fields: Iterable[str]) -> Words:
    """Each word once: a note with several gaps is several cards that say the same."""
    texts = (NO_WORDS.sub(" ", unescape(text)) for text in fields)
    return Counter(dict.fromkeys(words_of(texts), 1))
