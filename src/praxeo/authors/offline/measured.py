"""What was measured: (language, kind, source) → items rated on unseen text, and how many were usable.

`benchmarks/author/ratings` holds the ratings; a test holds this table against them.
"""

from __future__ import annotations

from praxeo.domain.spec import ActivityKind

MEASURED: dict[tuple[str, ActivityKind, str], tuple[int, int]] = {
    ("ar", "ordering", "numbered_steps"): (1, 1),
    ("ar", "terms", "term_table"): (3, 3),
    ("de", "choice", "own_choice"): (5, 5),
    ("de", "choice", "table_fact"): (2, 2),
    ("de", "flashcards", "counted"): (2, 2),
    ("de", "flashcards", "own_question"): (5, 5),
    ("de", "matching", "table_pair"): (1, 1),
    ("de", "ordering", "numbered_steps"): (2, 2),
    ("de", "terms", "glossary"): (31, 28),
    ("de", "terms", "is_a_once"): (1, 1),
    ("de", "terms", "label"): (11, 11),
    ("de", "terms", "means"): (1, 1),
    ("de", "terms", "term_table"): (4, 4),
    ("de", "timeline", "date_list"): (1, 1),
    ("en", "choice", "glossary"): (4, 4),
    ("en", "choice", "is_a"): (3, 3),
    ("en", "choice", "label"): (2, 2),
    ("en", "choice", "own_choice"): (15, 15),
    ("en", "choice", "table_fact"): (3, 1),
    ("en", "flashcards", "abbreviation"): (30, 27),
    ("en", "flashcards", "code_does"): (39, 29),
    ("en", "flashcards", "code_prints"): (1, 1),
    ("en", "flashcards", "code_use"): (10, 5),
    ("en", "flashcards", "counted"): (10, 6),
    ("en", "flashcards", "own_question"): (13, 13),
    ("en", "matching", "table_pair"): (6, 5),
    ("en", "ordering", "code_lines"): (2, 1),
    ("en", "ordering", "numbered_steps"): (5, 5),
    ("en", "recall", "heading_list"): (1, 1),
    ("en", "terms", "code_is"): (8, 6),
    ("en", "terms", "code_list"): (59, 43),
    ("en", "terms", "glossary"): (144, 130),
    ("en", "terms", "is_a"): (36, 23),
    ("en", "terms", "is_a_once"): (5, 3),
    ("en", "terms", "label"): (20, 9),
    ("en", "terms", "marked"): (20, 17),
    ("en", "terms", "means"): (6, 6),
    ("en", "terms", "named"): (5, 5),
    ("en", "timeline", "date_event"): (8, 8),
    ("en", "timeline", "date_list"): (3, 3),
    ("fr", "choice", "own_choice"): (2, 2),
    ("fr", "flashcards", "counted"): (1, 1),
    ("fr", "terms", "glossary"): (69, 49),
    ("fr", "terms", "marked"): (1, 1),
    ("fr", "timeline", "date_list"): (1, 1),
}
