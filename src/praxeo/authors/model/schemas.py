"""The JSON schemas that a model's spec has to keep to, derived from the nouns of `domain.spec`."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any, get_args, get_type_hints

from praxeo.domain.spec import ITEM_OF_KIND, ActivityKind, Card, Choice, Term
from praxeo.spec.forms import FORMS

Schema = dict[str, Any]

HINTS = ("quote", "block")  # where the model says that the support stands; never believed
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}


@cache
def content_schema() -> Schema:
    """Of the content of a compiled app."""
    return _object(**_content(), language=_TEXT)


@cache
def bespoke_schema() -> Schema:
    """Of an app that is written as a whole: the content, and what it has and must do."""
    test = _object(title=_TEXT, steps=_TEXTS)
    return _object(
        **_content(),
        language=_TEXT,
        mechanics=_TEXT,
        controls=_TEXTS,
        state=_TEXTS,
        tests={"type": "array", "items": test},
    )


@cache
def section_schema() -> Schema:
    """Of the practice for one piece of a source, by a model that cannot hold more."""
    return _object(
        terms={"type": "array", "items": _item(Term)},
        cards={"type": "array", "items": _item(Card)},
        choices={"type": "array", "items": _item(Choice)},
    )


def _content() -> dict[str, Schema]:
    section = _object(
        title=_TEXT,
        prose=_TEXT,
        reading=_TEXTS,
        activities={"type": "array", "items": {"anyOf": [_activity(k) for k in ITEM_OF_KIND]}},
    )
    return {
        "title": _TEXT,
        "summary": _TEXT,
        "goals": _TEXTS,
        "sections": {"type": "array", "items": section},
    }


def _activity(kind: ActivityKind) -> Schema:
    items: Schema = {"type": "array", "items": _item(ITEM_OF_KIND[kind])}
    items["minItems"] = FORMS[kind].least
    return _object(kind={"type": "string", "enum": [kind]}, title=_TEXT, items=items)


def _item(kind: type) -> Schema:
    hints = get_type_hints(kind)
    fields = {
        field.name: _TEXTS if get_args(hints[field.name]) else _TEXT
        for field in dataclasses.fields(kind)
        if field.name != "evidence"
    }
    made = _object(**fields, **dict.fromkeys(HINTS, _TEXT))
    made["required"] = [
        name for name in made["required"] if name not in HINTS and not _has_default(kind, name)
    ]
    return made


def _has_default(kind: type, name: str) -> bool:
    field = next(field for field in dataclasses.fields(kind) if field.name == name)
    return field.default is not dataclasses.MISSING


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}
