"""What a script of an app may not do, found in its syntax tree: words in its texts do not matter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

from praxeo.domain.checks import Finding
from praxeo.proof.script_faults import fault_of_call, fault_of_value

SHOWN_CHARACTERS = 60  # of the place in question
_GLOBAL_NAMES = frozenset({"window", "self", "globalThis", "top", "parent", "frames"})

# Names of the platform that reach outside or turn text into code, with what they do.
FORBIDDEN_NAMES = {
    "fetch": "It asks another server for something (fetch).",
    "fetchLater": "It asks another server for something (fetchLater).",
    "XMLHttpRequest": "It asks another server for something (XMLHttpRequest).",
    "WebSocket": "It opens a line to another server (WebSocket).",
    "WebSocketStream": "It opens a line to another server (WebSocketStream).",
    "WebTransport": "It opens a line to another server (WebTransport).",
    "EventSource": "It listens to another server (EventSource).",
    "RTCPeerConnection": "It opens a line to another machine (RTCPeerConnection).",
    "importScripts": "It loads a script from outside (importScripts).",
    "Worker": "It starts a worker.",
    "SharedWorker": "It starts a worker.",
    "eval": "It turns text into code (eval).",
    "Function": "It turns text into code (Function).",
}
# The same for properties, whatever they are properties of.
FORBIDDEN_PROPERTIES = {
    "sendBeacon": "It sends something to another server (sendBeacon).",
    "serviceWorker": "It installs a service worker.",
    "audioWorklet": "It loads a script from outside (audioWorklet).",
}
# The same only on a global object (window.open): other things have methods of these names too.
FORBIDDEN_GLOBAL_PROPERTIES = {
    **FORBIDDEN_NAMES,
    "open": "It opens another page (window.open).",
}
_LOCATION_METHODS = frozenset(
    {"assign", "replace", "href", "host", "hostname", "pathname", "search"}
)
_TIMERS = frozenset({"setTimeout", "setInterval"})

_QUERY = """
(call_expression function: (import)) @import
(import_statement) @import
(identifier) @name
(shorthand_property_identifier) @name
(member_expression) @member
(subscript_expression) @subscript
(call_expression) @call
(assignment_expression) @assignment
(pair) @pair
(variable_declarator name: (object_pattern) @taken value: (identifier) @from)
"""


@lru_cache(maxsize=1)
def _language() -> tuple[Parser, Query]:
    language = Language(tree_sitter_javascript.language())
    return Parser(language), Query(language, _QUERY)


def check_script(source: str) -> Iterator[Finding]:
    """The faults of one script: it does not compile, or it reaches outside."""
    parser, query = _language()
    tree = parser.parse(source.encode("utf-8", errors="replace"))
    if tree.root_node.has_error:
        yield _finding("script_broken", "A script cannot be read.", _first_error(tree.root_node))
        return
    found = QueryCursor(query).captures(tree.root_node)
    for node in found.get("import", []):
        yield _finding("forbidden_call", "It loads a script from outside (import).", node)
    own = _own_names(found.get("name", []))
    for node in found.get("name", []):
        name = _text(node)
        if name in FORBIDDEN_NAMES and name not in own and not _is_key(node):
            yield _finding("forbidden_call", FORBIDDEN_NAMES[name], node)
    for node in found.get("member", []):
        yield from _check_property(node, _text(node.child_by_field_name("property")))
    for node in found.get("subscript", []):
        index = node.child_by_field_name("index")
        if index is not None and index.type == "string":
            yield from _check_property(node, _text(index)[1:-1])
    for node in found.get("call", []):
        yield from _check_call(node, own)
    for node, owner in zip(found.get("taken", []), found.get("from", []), strict=True):
        yield from _check_taken(node, _text(owner))
    for node in found.get("assignment", []):
        yield from _check_assignment(node)
    for node in found.get("pair", []):
        key, value = (node.child_by_field_name(name) for name in ("key", "value"))
        yield from _told_of(fault_of_value(_text(key).strip("\"'"), value), node)


def _own_names(names: list[Node]) -> frozenset[str]:
    """Names that the script itself declares, so that they no longer mean the platform's."""
    declaring = {
        "variable_declarator": "name",
        "function_declaration": "name",
        "class_declaration": "name",
    }
    own = set()
    for node in names:
        parent = node.parent
        if parent is None:
            continue
        field = declaring.get(parent.type)
        declared = parent.child_by_field_name(field) if field else None
        if parent.type == "formal_parameters" or (declared is not None and declared == node):
            own.add(_text(node))
    return frozenset(own)


def _is_key(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type == "labeled_statement"


def _check_property(node: Node, name: str) -> Iterator[Finding]:
    owner = _text(node.child_by_field_name("object"))
    if name in FORBIDDEN_PROPERTIES:
        yield _finding("forbidden_call", FORBIDDEN_PROPERTIES[name], node)
    elif owner in _GLOBAL_NAMES and name in FORBIDDEN_GLOBAL_PROPERTIES:
        yield _finding("forbidden_call", FORBIDDEN_GLOBAL_PROPERTIES[name], node)


def _check_call(node: Node, own: frozenset[str]) -> Iterator[Finding]:
    called = node.child_by_field_name("function")
    if called is None:
        return
    name = _text(called).removeprefix("window.").removeprefix("globalThis.")
    arguments = node.child_by_field_name("arguments")
    first = arguments.named_children[0] if arguments and arguments.named_children else None
    if name in _TIMERS and first is not None and first.type in {"string", "template_string"}:
        yield _finding("forbidden_call", f"It turns text into code ({name} with a text).", node)
    if name == "open" and name not in own:
        yield _finding("forbidden_call", "It opens another page (open).", node)
    yield from _told_of(
        fault_of_call(_text(called), arguments.named_children if arguments else []), node
    )
    if called.type == "member_expression" and _is_location(called.child_by_field_name("object")):
        method = _text(called.child_by_field_name("property"))
        if method in _LOCATION_METHODS:
            yield _finding("forbidden_call", "It leads its reader to another page.", node)


def _check_taken(pattern: Node, owner: str) -> Iterator[Finding]:
    """`const { fetch } = window` and the like."""
    for part in pattern.named_children if owner in _GLOBAL_NAMES else ():
        name = _text(part.child_by_field_name("key") or part)
        if name in FORBIDDEN_GLOBAL_PROPERTIES:
            yield _finding("forbidden_call", FORBIDDEN_GLOBAL_PROPERTIES[name], part)


def _check_assignment(node: Node) -> Iterator[Finding]:
    target = node.child_by_field_name("left")
    leaves = _is_location(target)
    if target is not None and target.type == "member_expression":
        part = _text(target.child_by_field_name("property"))
        yield from _told_of(fault_of_value(part, node.child_by_field_name("right")), node)
        leaves = leaves or (
            part in _LOCATION_METHODS and _is_location(target.child_by_field_name("object"))
        )
    if leaves:
        yield _finding("forbidden_call", "It leads its reader to another page.", node)


def _is_location(node: Node | None) -> bool:
    """Whether this is the page's own address: `location`, `window.location`, `document.location`."""
    owner, _, name = _text(node).rpartition(".")
    return name == "location" and (not owner or owner in _GLOBAL_NAMES | {"document"})


def _first_error(node: Node) -> Node:
    while not (node.is_error or node.is_missing):
        inner = next((child for child in node.children if child.has_error), None)
        if inner is None:
            return node
        node = inner
    return node


def _text(node: Node | None) -> str:
    return (node.text or b"").decode("utf-8", errors="replace") if node is not None else ""


def _told_of(message: str, node: Node) -> Iterator[Finding]:
    if message:
        yield _finding("forbidden_call", message, node)


def _finding(code: str, message: str, node: Node) -> Finding:
    place = " ".join(_text(node)[: SHOWN_CHARACTERS * 2].split())[:SHOWN_CHARACTERS]
    where = f"script, line {node.start_point.row + 1}: {place}"
    return Finding(code=code, message=message, where=where)
