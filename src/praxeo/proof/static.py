"""The static check: what the text of an app tells before anybody runs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

from praxeo.domain.checks import Finding
from praxeo.proof.scripts import check_script

MAXIMUM_BYTES = 20_000_000  # of an app; a 300-page book's is about 2 MB
NO_MARKUP_ERRORS = 5  # markup errors told at most

_FORBIDDEN_ELEMENTS = {
    "base": "It changes where addresses lead to.",
    "iframe": "It frames another page.",
    "frame": "It frames another page.",
    "object": "It loads a plug-in.",
    "embed": "It loads a plug-in.",
    "applet": "It loads a plug-in.",
    "portal": "It frames another page.",
}
# Attributes that make a browser fetch, go somewhere or report.
_ADDRESSES = frozenset(
    {"src", "href", "srcset", "poster", "action", "formaction", "data", "background", "cite"}
    | {"manifest", "ping", "imagesrcset", "xlink:href", "{http://www.w3.org/1999/xlink}href"}
    | {"codebase", "longdesc", "archive", "profile", "attributionsrc"}
)
_INNER_ADDRESS = re.compile(r"\s*(#|data:(?:image|font|audio|video)/)", re.IGNORECASE)
_STYLE_ADDRESS = re.compile(
    r"@import\b|(?:url|image-set|image|src)\(\s*(?!\s|[\"']?\s*(?:#|data:))", re.IGNORECASE
)
_STYLE_NOISE = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLE_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_SCRIPT_TYPES = {"", "text/javascript", "application/javascript", "module"}
# Scripts that are none: they tell the browser what to load.
_LOADING_TYPES = {"speculationrules", "importmap", "webbundle"}
_REFRESH = "refresh"


def check_static(html: str) -> tuple[Finding, ...]:
    """The faults that can be seen in the text of an app; none, if it may be run."""
    size = len(html.encode("utf-8", errors="replace"))
    if size > MAXIMUM_BYTES:
        told = f"The app has {size:,} bytes, more than the {MAXIMUM_BYTES:,} that are allowed."
        return (Finding(code="too_large", message=told),)
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = parser.parse(html)
    findings = list(_markup_errors(parser))
    for element in root.iter():
        if isinstance(element.tag, str):  # comments have a function there
            findings.extend(_check_element(element))
    findings.extend(_check_frame(root))
    return tuple(findings)


def _markup_errors(parser: html5lib.HTMLParser) -> Iterator[Finding]:
    for (line, _column), code, _details in parser.errors[:NO_MARKUP_ERRORS]:
        told = f"The page is not well-formed HTML ({code.replace('-', ' ')})."
        yield Finding(code="broken_markup", message=told, where=f"line {line}")


def _check_element(element: Element) -> Iterator[Finding]:
    name = _local(element.tag)
    where = f"<{name}>"
    if name in _FORBIDDEN_ELEMENTS:
        told = f"The app holds a <{name}> element. {_FORBIDDEN_ELEMENTS[name]}"
        yield Finding(code="forbidden_element", message=told, where=where)
    if name == "meta" and element.get("http-equiv", "").strip().lower() == _REFRESH:
        told = "The app sends its reader to another page by itself."
        yield Finding(code="forbidden_element", message=told, where=where)
    if name == "link":
        told = "The app loads a file from outside with <link>."
        yield Finding(code="external_reference", message=told, where=where)
    kind = element.get("type", "").strip().lower()
    if name == "script" and kind in _LOADING_TYPES:
        told = f"The app has the browser load something ahead, by a script of the type {kind}."
        yield Finding(code="forbidden_element", message=told, where=where)
    for attribute, value in element.items():
        yield from _check_attribute(attribute, value, where)
    text = "".join(element.itertext()) if name in {"script", "style"} else ""
    if name == "style":
        yield from _check_style(text, where)
    elif name == "script" and kind in _SCRIPT_TYPES:
        yield from check_script(text)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def _check_attribute(attribute: str, value: str, where: str) -> Iterator[Finding]:
    name = attribute.lower()
    if name in _ADDRESSES and not _INNER_ADDRESS.match(value):
        told = f"The app points to something outside itself: {name}=“{value[:80]}”."
        yield Finding(code="external_reference", message=told, where=where)
    elif name == "style":
        yield from _check_style(value, where)
    elif name.startswith("on"):
        yield from check_script(f"(function () {{ {value}\n}})")
    elif name == "srcdoc":
        told = "The app holds a page within the page."
        yield Finding(code="forbidden_element", message=told, where=where)


def _check_style(text: str, where: str) -> Iterator[Finding]:
    plain = _STYLE_ESCAPE.sub(_unescaped, _STYLE_NOISE.sub(" ", text))
    if found := _STYLE_ADDRESS.search(plain):
        told = f"A style loads something from outside: “{plain[found.start() :][:80].strip()}”."
        yield Finding(code="external_reference", message=told, where=where)


def _unescaped(found: re.Match[str]) -> str:
    number = int(found.group(1), 16)
    return chr(number) if number < 0x110000 else "\ufffd"


def _check_frame(root: Element) -> Iterator[Finding]:
    """What a screen reader needs first: the language and the title. The heading is drawn by script."""
    if not (root.get("lang") or "").strip():
        told = "The page does not say its language, which a screen reader needs."
        yield Finding(code="no_language", message=told, where="<html>")
    title = root.find("head/title")
    if title is None or not "".join(title.itertext()).strip():
        yield Finding(code="no_title", message="The page has no title.", where="<title>")
