"""A JSON schema in the form that OpenAI's strict mode takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NOT_TAKEN = frozenset({"minItems", "maxItems", "minLength", "maxLength", "pattern", "default"})


def strict(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The same schema without optional keys and without others than these.

    What may be left out in ours is a text or a list: it has to come then, and is empty.
    """
    made = {name: _inside(value) for name, value in schema.items() if name not in NOT_TAKEN}
    if made.get("type") == "object":
        properties = schema.get("properties", {})
        made["properties"] = {name: strict(value) for name, value in properties.items()}
        made["required"] = list(properties)
        made["additionalProperties"] = False
    return made


def _inside(value: Any) -> Any:
    if isinstance(value, Mapping):
        return strict(value)
    return [_inside(each) for each in value] if isinstance(value, list) else value
