"""Elements and attributes of XML, found by their names without namespaces."""

from __future__ import annotations

from typing import Any

_NAMES: dict[str, str] = {}


def local(element: Any) -> str:
    """The name of an element without its namespace; "" for comments and the like."""
    tag = element.tag
    name = _NAMES.get(tag)
    if name is None:
        if not isinstance(tag, str):
            return ""
        name = tag.rpartition("}")[2]
        if len(_NAMES) < 5000:
            _NAMES[tag] = name
    return name


def attribute(element: Any, name: str) -> str:
    """The value of an attribute by its name without namespace, or ""."""
    value = element.get(name)
    if value is None:  # most often it is in the namespace of its element
        tag = element.tag
        value = element.get(tag[: tag.rfind("}") + 1] + name)
    if value is not None:
        return str(value)
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: Any, name: str) -> Any:
    """The first child of that name, or None."""
    if element is None:
        return None
    for node in element:
        if local(node) == name:
            return node
    return None


def children(element: Any, name: str) -> list[Any]:
    """All children of that name."""
    return [] if element is None else [node for node in element if local(node) == name]
