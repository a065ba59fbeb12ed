"""The formulas that an app shows in its goals and items, beside the words that it asks and judges by."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.compile.pictures import notes_of
from praxeo.domain.spec import Item, SpecDocument
from praxeo.sources.formulas.in_text import texts_with_formulas


def formulas_of(doc: SpecDocument) -> dict[str, str]:
    """The texts of goals and items that hold formulas, in words, and the HTML that is shown for each."""
    found: dict[str, str] = {}
    for said in (*doc.goals, *items_of(doc), *notes_of(doc)):
        for words, markup in texts_with_formulas(said):
            found.setdefault(words, markup)
    return found


def items_of(doc: SpecDocument) -> Iterator[Item]:
    """All items of a spec in order."""
    for section in doc.sections:
        for activity in section.activities:
            yield from activity.items
