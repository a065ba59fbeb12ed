"""How terms and cards are answered in an app: chosen, typed, named one by one, or written and compared.

A card that is only turned asks nothing of a learner. What stays as it is says so by having none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from praxeo.compile.spellings import listed_spellings, spellings_of
from praxeo.compile.term_options import names_itself, options_for
from praxeo.domain.spec import Card, SpecDocument, Term
from praxeo.sources.formulas.in_text import in_words, texts_with_formulas
from praxeo.spec.taught import taught_terms

MANY_CHOSEN = 4  # terms of an activity: as many questions of one look are tiring

_EITHER_OR = re.compile(
    r"^[¿\s]*([^\W\d_][\w -]{0,30}?) (?:or|oder|ou|o|أم) ([\w -]{1,30}?)\s?[?؟:]"
)
# Three parts and more tell by their signs that they are several; two do where the question asks for two.
_ASKS_FOR_SEVERAL = re.compile(
    r"[;…]|,.*(?:,| and | und | et | y )|\b(?:name|nenne|citez|cite|nombra|two|both|zwei|beiden?|deux|dos|ambos)\b",
    re.IGNORECASE | re.DOTALL,
)
_ASKS_FOR_AN_ORDER = re.compile(
    r"\b(?:in (?:the |their |its )?(?:right |correct |proper )?(?:order|sequence)|reihenfolge|dans (?:le bon |l['’])ordre|en (?:el )?orden|ordine|chronolog\w+)\b",
    re.IGNORECASE,
)
_ASKS_FOR_REASONS = re.compile(
    r"[¿\s]*(?:why|how(?! (?:many|much|old|long|far|is .{1,40} called))|warum|weshalb|wieso|wie(?! (?:viele?|heißt|heißen|nennt|lange?|alt)\b)|pourquoi|comment|por qué|cómo|explain|erkläre|explique)\b",
    re.IGNORECASE,
)


def add_ways(doc: SpecDocument, made: list[list[dict[str, Any]]]) -> None:
    """Put to terms and cards how they are answered: `options`, `typed` or `listed`, for whatever applies."""
    terms = [in_words(t) for s in doc.sections for a in s.activities for t in taught_terms(a)]
    for section, activities in zip(doc.sections, made, strict=True):
        for activity, payload in zip(section.activities, activities, strict=True):
            for item, held in zip(activity.items, payload["items"], strict=True):
                if any(texts_with_formulas(item)):
                    continue
                if isinstance(item, Term):
                    held |= _ways_of_term(in_words(item), terms, doc.language)
                elif isinstance(item, Card) and activity.kind == "flashcards":
                    held |= _ways_of_card(in_words(item))
            _take_turns([held for held in payload["items"] if "term" in held])


def _take_turns(items: Sequence[dict[str, Any]]) -> None:
    """Of many terms in a row that could be chosen, every second is typed."""
    both = [held for held in items if held.get("options") and held.get("typed")]
    if len(both) >= MANY_CHOSEN:
        for held in both[1::2]:
            del held["options"]


def _ways_of_term(term: Term, terms: Sequence[Term], language: str) -> dict[str, Any]:
    """A term is asked by its meaning, if that does not name it."""
    if names_itself(term):
        return {}
    same = (one.term for one in terms if one.definition == term.definition)
    typed = list(dict.fromkeys(s for name in (term.term, *same) for s in spellings_of(name)))
    options = options_for(term, list(_nearest(term, terms)), language)
    return _some(options=list(options), typed=typed if spellings_of(term.term) else [])


def _nearest(term: Term, terms: Sequence[Term]) -> Iterator[Term]:
    at = terms.index(term)
    for place in sorted(range(len(terms)), key=lambda place: abs(place - at)):
        if terms[place].term.lower() != term.term.lower():
            yield terms[place]


def _ways_of_card(card: Card) -> dict[str, Any]:
    """ "Mitosis or meiosis? …" is chosen; a short answer typed, parts of a list one by one."""
    either_or = _EITHER_OR.match(card.front)
    if either_or:
        return _some(options=_other_side(either_or.groups(), card.back))
    if _ASKS_FOR_REASONS.match(card.front) or _ASKS_FOR_AN_ORDER.search(card.front):
        return {}  # what is named in any order would be right
    listed = listed_spellings(card.back) if _ASKS_FOR_SEVERAL.search(card.front + card.back) else ()
    return _some(typed=list(spellings_of(card.back)), listed=[list(part) for part in listed])


def _other_side(sides: Sequence[str], back: str) -> list[str]:
    """The side of "either … or …" that is wrong, in letters as the right one has them."""
    answer = back.strip().rstrip(".")
    wrong = [side.strip() for side in sides if side.strip().lower() != answer.lower()]
    if len(wrong) != 1:
        return []
    first = wrong[0][:1].upper() if answer[:1].isupper() else wrong[0][:1].lower()
    return [first + wrong[0][1:] + ("." if back.strip().endswith(".") else "")]


def _some(**ways: list[Any]) -> dict[str, Any]:
    return {name: way for name, way in ways.items() if way}
