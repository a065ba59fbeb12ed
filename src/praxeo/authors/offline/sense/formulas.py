"""Formulas under the checks of sense: their signs are no debris, so each stands there as a name."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from praxeo.authors.offline.material import Candidate
from praxeo.authors.support.source_formulas import SourceFormulas


def named_formulas(candidate: Candidate, formulas: SourceFormulas) -> Candidate:
    """The candidate with a name for each formula of the source, the same one everywhere."""
    names = formulas.names
    if not names:
        return candidate

    def named(text: Any) -> Any:
        if not isinstance(text, str):
            return tuple(map(named, text))
        for formula, name in names.items():
            text = text.replace(formula, name)
        return text

    item: Any = candidate.item
    texts = {
        each.name: named(getattr(item, each.name))
        for each in fields(item)
        if each.name != "evidence"
    }
    return replace(
        candidate,
        item=replace(item, **texts),
        prompt=named(candidate.prompt),
        answer=named(candidate.answer),
        quote=named(candidate.quote),
    )
