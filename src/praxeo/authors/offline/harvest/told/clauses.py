"""English sentences taken apart by their grammar: what a thing consists of, why it is so, who did what in a year."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from praxeo.authors.offline import english
from praxeo.authors.offline.drafts.clauses import (
    Clause,
    clause_of,
)
from praxeo.authors.offline.grammar import child
from praxeo.authors.offline.harvest.told import attributes, occasions
from praxeo.authors.offline.harvest.told.asking import answer_from, asked_of, rest_of, turned
from praxeo.authors.offline.harvest.told.deeds import deed_of, extreme_of, maker_of
from praxeo.authors.offline.harvest.told.form import Told
from praxeo.authors.offline.harvest.told.reasons import how_of, why_of
from praxeo.authors.offline.harvest.told.verbs import (
    ACTIVE,
    DID,
    MADE,
    PASSIVE,
    PLACED,
    PLACES,
)

_VERBS = "|".join(
    sorted({verb.rstrip("e")[:6] for verb in (*ACTIVE, *PASSIVE, *PLACED, *MADE, *DID)})
)
_MAY_TELL = re.compile(
    rf"{attributes.MAY_TELL}|{occasions.MAY_TELL}|\bbecause\b|\b(?:due|owing|thanks) to\b|\bas a result of\b|\b(?:as|since) (?:it|they) |, which is why |\bby \w+ing\b|\bin order to\b|\bused (?:to|for)\b|^In (?:\w+ )?\d{{1,4}}\b|\b(?:{_VERBS})|\b(?:is|was|became) the (?:first|only|\w+est|most|(?:second|third|fourth) \w+est)\b"
)
_OPENS = re.compile(
    r"^(?P<when>In (?:(?:\w+ )?\d{3,4}|\d{1,4}(?= (?:BC|AD|BCE|CE)))(?: (?:BC|AD|BCE|CE))?),? (?=\S)"
)
_IS_WHY = re.compile(r"^(?P<why>[^;]+), which is why (?P<what>[^;]+)\.$")


def told_in(texts: Sequence[str], names: set[str]) -> list[Told | None]:
    """For each sentence what it tells; None for most. `names` keep their capital in a question."""
    fit = [text for text in texts if _MAY_TELL.search(text)]
    docs = english.parse([_core(text) for text in fit])
    found = {text: _told(text, doc, names) for text, doc in zip(fit, docs, strict=False)}
    return [found.get(text) for text in texts]


def _core(text: str) -> str:
    """The clause that is asked: without the year before it, or what follows "which is why"."""
    why = _IS_WHY.match(text)
    core = f"{why['what']}." if why else _OPENS.sub("", text)
    return core[:1].upper() + core[1:]


def _told(text: str, doc: Any, names: set[str]) -> Told | None:
    clause = clause_of(doc, names, any_subject=True)
    if clause is None or clause.root.i + 1 >= len(doc):
        return None
    made = _by_forms(text, clause, doc)
    if made is None or not clause.before:
        return made
    asked = made.question[:1].lower() + made.question[1:]
    return replace(made, question=f"{clause.before} {asked}")


def _by_forms(text: str, clause: Clause, doc: Any) -> Told | None:
    opened = _OPENS.match(text)
    when = f" {opened['when'][:1].lower()}{opened['when'][1:]}" if opened else ""
    why = _IS_WHY.match(text)
    if why:
        return asked_of(
            "why", f"Why {turned(clause)} {rest_of(clause, len(doc))}", why["why"], clause
        )
    forms: tuple[Callable[[Clause, str], Told | None], ...] = (why_of, how_of, _by_verb, _where, maker_of, extreme_of, deed_of)  # fmt: skip
    made = next((made for each in forms if (made := each(clause, when))), None)
    if made is None and not when:
        more = (attributes.attribute_of, occasions.agent_of, occasions.occasion_of)
        made = next((told for each in more if (told := each(clause))), None)
    return made


def _by_verb(clause: Clause, when: str) -> Told | None:
    """By the table: "What does the wall consist of?", "What is a lever used for?"."""
    doc, root = clause.doc, clause.root
    after = doc[root.i + 1].lower_
    if (
        clause.passive
        and root.lower_ == "used"
        and after in ("to", "for")
        and clause.auxiliary != "can"
    ):
        return asked_of(
            "use", f"What {turned(clause)} for{when}", answer_from(clause, root.i + 1), clause
        )
    table = PASSIVE.get(root.lower_, {}) if clause.passive else ACTIVE.get(root.lemma_, {})
    if clause.auxiliary == "can":
        return None  # what a thing can do others can, too
    particle = after if after in table else ""
    if particle not in table or (
        not particle and not clause.passive and child(root, "dobj") is None
    ):
        return None
    start = root.i + 1 + bool(particle) + (particle == "up")
    asked = f"What {turned(clause)} {'up of' if particle == 'up' else particle}{when}"
    return asked_of(table[particle], asked, answer_from(clause, start), clause)


def _where(clause: Clause, when: str) -> Told | None:
    doc, root = clause.doc, clause.root
    if root.lemma_ == "take" and doc[root.i + 1].lower_ == "place" and root.i + 2 < len(doc):
        start = root.i + 2
    elif clause.passive and root.lower_ in PLACED:
        start = root.i + 1
    else:
        return None
    if doc[start].lower_ not in PLACES:
        return None
    place = " place" if root.lemma_ == "take" else ""
    return asked_of(
        "place", f"Where {turned(clause)}{place}{when}", answer_from(clause, start), clause
    )
