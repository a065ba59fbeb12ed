"""Where a source states no goals, each section's terms are what can be explained after it."""

from __future__ import annotations

import pytest

from praxeo.authors.offline.goals import goals_of
from praxeo.authors.offline.phrases import phrases_for
from praxeo.domain.spec import Activity, Choice, Item, Section, Term


def term(name: str, *evidence: str) -> Term:
    return Term(term=name, definition="what it is", evidence=evidence)


def goals(*sections: tuple[Item, ...], language: str = "en") -> list[tuple[str, tuple[str, ...]]]:
    made = []
    for number, items in enumerate(sections, 1):
        activity = Activity(kind="terms", title="T", items=items)
        made.append(Section(id=f"s{number}", title="S", activities=(activity,)))
    phrases = phrases_for(language)
    return [(goal.text, goal.evidence) for goal in goals_of((), made, phrases)]


def test_one_term_is_explained_and_several_are_told_apart_with_the_places_of_each() -> None:
    one, two = (term("virus", "b1.1"),), (term("germ", "b2.1"), term("host", "b2.1", "b3.1"))
    assert goals(one, two) == [
        ("Explain what “virus” means.", ("b1.1",)),
        ("Explain and tell apart: germ, host.", ("b2.1", "b3.1")),
    ]


def test_no_more_than_three_terms_are_named_each_once() -> None:
    items = tuple(term(name, "b1.1") for name in ("a", "b", "b", "c", "d"))
    assert goals(items) == [("Explain and tell apart: a, b, c.", ("b1.1",))]


def test_a_term_that_is_to_be_found_by_its_meaning_is_one_too() -> None:
    question = phrases_for("en").which_is.format("a tiny particle")
    asked = Choice(question=question, answer="virus", distractors=("x", "y"), evidence=("b1.1",))
    other = Choice(question="Why?", answer="so", distractors=("x", "y"), evidence=("b1.1",))
    assert goals((asked, other)) == [("Explain what “virus” means.", ("b1.1",))]
    assert goals((other,)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Erklären und unterscheiden: a, b."),
        ("fr", "Expliquer et distinguer : a, b."),
        ("es", "Explicar y distinguir: a, b."),
        ("ar", "الشرح والتمييز: a، b."),
    ],
)
def test_each_language_has_its_words(language: str, text: str) -> None:
    assert goals((term("a", "b1.1"), term("b", "b1.2")), language=language)[0][0] == text
