"""The gate: what learners see is what has been measured to be worth it, by language, kind and source."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.measured import MEASURED
from praxeo.domain.spec import ActivityKind

LEAST_PRECISION = 0.7  # that a row must have with 90 % confidence
FEW_RATED = 8  # items of a row; with fewer, other languages are asked, too, where that is allowed
CONFIDENCE = 1.2816  # standard deviations: one-sided 90 %


@dataclass(frozen=True, slots=True)
class Measured:
    """How many items of a kind from a source, in a language, were rated on unseen text, and were usable."""

    rated: int
    usable: int

    @property
    def precision(self) -> float:
        """The usable share, from 0 to 1."""
        return self.usable / self.rated if self.rated else 0.0

    @property
    def at_least(self) -> float:
        """The lower bound of the usable share (Wilson's interval, one-sided)."""
        if not self.rated:
            return 0.0
        z, n, share = CONFIDENCE, self.rated, self.precision
        spread = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return (share + z * z / (2 * n) - spread) / (1 + z * z / n)


# What structure alone says, whatever the language; rated in one, it is taken for the others, too.
STRUCTURAL = frozenset(
    {
        "own_choice",
        "own_question",
        "glossary",
        "label",
        "term_table",
        "date_list",
        "two_columns",
        "numbered_steps",
        "code_list",
        "compared",
        "gap_text",
        "own_matching",
        "matched_terms",
        "own_order",
        "bold_told_taught",
        "answered_heading_taught",
        "table_pair_taught",
        "date_event",
        "counted_taught",
        "answered_below",
        "told_parts_taught",
        "faq_taught",
        "label_pairs_taught",
        "named_before_taught",
        "section_asked_taught",
        "section_list_taught",
        "section_key_points",
    }
)


def measured(language: str, kind: ActivityKind, source: str) -> Measured:
    """The row of the table. Of what only structure tells, all languages together where one has too little."""
    rows = {tongue: row for (tongue, k, s), row in MEASURED.items() if (k, s) == (kind, source)}
    own = Measured(*rows.get(language, (0, 0)))
    if own.rated >= FEW_RATED or source not in STRUCTURAL:
        return own
    return Measured(sum(r for r, _ in rows.values()), sum(u for _, u in rows.values()))


def is_admitted(candidate: Candidate, language: str) -> bool:
    """Whether learners may see it. `language` is a primary tag such as "de"."""
    return measured(language, candidate.kind, candidate.rule).at_least >= LEAST_PRECISION
