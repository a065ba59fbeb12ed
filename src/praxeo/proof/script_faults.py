"""Calls and assignments by which a script has a browser connect ahead, puts in what an app may not hold, or takes the focus."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

# Elements that load or frame, or change where addresses lead to.
_ELEMENTS = frozenset(
    {"link", "base", "iframe", "frame", "object", "embed", "applet", "portal", "fencedframe"}
)
_MAKERS = frozenset({"createElement", "createElementNS"})
_HINTS = frozenset(
    {"dns-prefetch", "preconnect", "prefetch", "preload", "prerender", "modulepreload"}
)
_LOADING_TYPES = frozenset({"speculationrules", "importmap", "webbundle"})
_SAID = {"rel": _HINTS, "type": _LOADING_TYPES}
_AROUND = frozenset({"window", "self", "globalThis", "top", "parent"})


def fault_of_call(name: str, arguments: list[Node]) -> str:
    """What is wrong with a call of `name`, which is written as in the script; "" if nothing is."""
    owner, _, method = name.replace("?.", ".").rpartition(".")
    texts = [_string(argument) for argument in arguments]
    if method in _MAKERS and (made := _ELEMENTS.intersection(texts)):
        return f"It puts in a <{min(made)}> element."
    if method == "setAttribute" and len(texts) > 1:
        return fault_of_value(texts[0], arguments[1])
    if method == "focus" and owner in _AROUND:
        return f"It takes the focus from the page around it ({name})."
    if method == "setInterval" and arguments and any(_focuses(arguments[0])):
        return "It takes the focus again and again."
    return ""


def fault_of_value(name: str, value: Node | None) -> str:
    """What is wrong with giving a property or an attribute this value; "" if nothing is."""
    text = _string(value)
    if text in _SAID.get(name, ()):
        return f"It has the browser connect or load ahead ({name} = {text})."
    return ""


def _focuses(node: Node) -> Iterator[bool]:
    """True for each call of a `focus` below."""
    called = node.child_by_field_name("function") if node.type == "call_expression" else None
    if called is not None and called.type == "member_expression":
        yield (called.text or b"").endswith(b".focus")
    for child in node.named_children:
        yield from _focuses(child)


def _string(node: Node | None) -> str:
    """The text that a literal is, in lower case; "" for anything else."""
    if node is None or node.type not in {"string", "template_string"}:
        return ""
    return (node.text or b"")[1:-1].decode("utf-8", errors="replace").strip().lower()
