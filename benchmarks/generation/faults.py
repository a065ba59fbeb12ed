"""Faults that can be planted into any app of the benchmark, each told by what a learner would notice.

A fault that finds nothing to change in an app gives None; it never gives the app back unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Plant = Callable[[str], str | None]


def _once(old: str, new: str) -> Plant:
    return lambda html: html.replace(old, new, 1) if old in html and old != new else None


def _first(pattern: str, new: str, which: int = 0) -> Plant:
    """Replace the first match (`which` = -1: the last)."""

    def plant(html: str) -> str | None:
        found = list(re.finditer(pattern, html))
        if not found:
            return None
        match = found[which]
        changed = html[: match.start()] + match.expand(new) + html[match.end() :]
        return changed if changed != html else None

    return plant


def _in_render(code: str) -> Plant:
    """Code that runs whenever the app draws itself."""
    return _once(
        "function render() {", f"let renders = 0\nfunction render() {{ renders += 1; {code}"
    )


GENERAL: dict[str, Plant] = {
    "unreachable control": _first(r'(data-control="[^"]*")', r'\1 tabindex="-1"'),
    "unreachable reset": _once('data-action="reset"', 'data-action="reset" tabindex="-1"'),
    "missing label": _first(r"<label>[^<]+<(input|select)", r"<label><\1"),
    "missing label on a button": _first(r'(<button type="button" data-control="[^"]*">)[^<]+<', r"\1<"),
    "external request": _in_render(
        "if (renders === 2) { const far = new Image(); far.src = ['ht', 'tps://far.example/p.png'].join('') };"
    ),
    "external script": _once("<title>", "<script src='https://far.example/lib.js'></script><title>"),
    "infinite loop": _in_render("while (renders > 2);"),
    "infinite loop at start": _in_render("while (renders > 0);"),
    "failing script": _in_render("if (renders === 2) missing.part();"),
    "console error": _in_render("if (renders === 2) console.error('it went wrong');"),
    "dialog": _in_render("if (renders === 3) alert('Well done');"),
    "never ready": _once("dataset.ready = 'true'", "dataset.ready = 'soon'"),
    "missing control": _first(r'data-control="([^"]*)"(?=[^>]*>)', r'data-controls="\1"', -1),
    "hidden control": _first(r'(data-control="[^"]*")', r"\1 hidden", -1),
    "disabled control": _first(r'(data-control="[^"]*")', r"\1 disabled", -1),
    "missing value": _first(r'data-output="([^"]*)"', r'data-outputs="\1"'),
    "wrong range": _first(r'max="(\d+)"', r'max="1\1"'),
    "missing state": _once("window.praxeo = { state }", "window.praxeo = {}"),
    "state of a moment ago": _once(
        "window.praxeo = { state }",
        "const first = state(); window.praxeo = { state: () => first }",
    ),
    "text never updated": _once(
        "const show = (name, text) => {", "const show = (name, text) => { if ($(`[data-output=\"${name}\"]`).textContent) return;"
    ),
    "dead buttons": _once(
        "name, work) => control(name).addEventListener(", "name, work) => control(name).addEventListener('x' + "  # no button has this name
    ),
    "dead reset": _once("addEventListener('click', work)", "addEventListener('clic', work)"),
    "keys do nothing": _once(
        "control(name).tagName === 'BUTTON' ? 'click' : 'input', work)",
        "control(name).tagName === 'BUTTON' ? 'click' : 'input', (event) => { if (event.detail || event.type === 'input') work() })",
    ),
    "too wide": _once("max-width: 42rem", "min-width: 26rem"),
    "low contrast": _once("--ink: #1c2430", "--ink: #e4e2dc"),
    "covered by a layer": _once(
        "</main>", '<div style="position: fixed; inset: 0; opacity: 0.01"></div></main>'
    ),
    "empty page": _once("main { max-width", "main { display: none; max-width"),
}  # fmt: skip
# Faults that an app without buttons of its own does not show.
NEEDS_BUTTON = frozenset({"dead buttons", "keys do nothing", "missing label on a button"})


def plants_in(kind: str, html: str) -> str | None:
    """The app with this fault, None if it offers no place for it."""
    if kind in NEEDS_BUTTON and '<button type="button" data-control' not in html:
        return None
    return GENERAL[kind](html)
