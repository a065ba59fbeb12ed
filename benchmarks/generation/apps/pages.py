"""Pages for the apps of the benchmark: one sober look, so that each app is its controls and its script."""

from __future__ import annotations

from dataclasses import dataclass

STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --paper: #fbfaf7; --line: #5b6472; --fill: #0b5fae; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f5; --paper: #14181e; --line: #9aa5b4; --fill: #7db8ff; } }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 42rem; margin: auto; padding: 1rem; }
label, .row { display: block; margin-block: .5rem; }
input[type=range] { width: 100%; }
select, button, input[type=number], input[type=text] { font: inherit; min-height: 2.5rem; max-width: 100%; }
svg { width: 100%; max-height: 40vh; } svg * { stroke: var(--line); fill: var(--fill); stroke-width: 2; }
output { font-weight: 600; }
""".strip()
TOOLS = """
const $ = (selector) => document.querySelector(selector)
const control = (name) => $(`[data-control="${name}"]`)
const on = (name, work) => control(name).addEventListener(control(name).tagName === 'BUTTON' ? 'click' : 'input', work)
const show = (name, text) => { $(`[data-output="${name}"]`).textContent = text }
const num = (name) => Number(control(name).value)
const onReset = (work) => $('[data-action=reset]').addEventListener('click', work)
""".strip()


@dataclass(frozen=True)
class Planted:
    """A fault of this app alone: its kind, the code it is planted into, and what stands there then."""

    kind: str
    old: str
    new: str


@dataclass(frozen=True)
class App:
    """A spec and an app that keeps it, with faults that break what a learner would notice."""

    name: str
    family: str
    spec: str
    html: str
    faults: tuple[Planted, ...]


def page(title: str, lead: str, body: str, script: str) -> str:
    """A whole page. Its script has a function `render` and hands out `state`."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{lead}</p>\n{body.strip()}\n"
        '<div class="row"><button type="button" data-action="reset">Start again</button></div>\n'
        f"</main>\n<script>\n{TOOLS}\n{script.strip()}\n"
        "window.praxeo = { state }\nrender()\ndocument.documentElement.dataset.ready = 'true'\n"
        "</script>\n</body>\n</html>\n"
    )


def spec(title: str, mechanics: str, controls: str, state: str, tests: str, goal: str = "") -> str:
    """A spec text of these parts."""
    goals = f"\n## Goals\n- {goal}\n" if goal else ""
    listed = f"\n## Controls\n{controls.strip()}\n" if controls.strip() else ""
    return (
        f"---\nspec: 2\ntitle: {title}\nlanguage: en\n---\n{goals}\n## Mechanics\n{mechanics}\n{listed}"
        f"\n## State\n{state.strip()}\n\n## Tests\n\n{tests.strip()}\n"
    )


def slider(name: str, label: str, least: float, most: float, start: float, step: float = 1) -> str:
    return (
        f'<label>{label} <input type="range" data-control="{name}" min="{least}" max="{most}" '
        f'step="{step}" value="{start}"></label>\n'
    )


def number(name: str, label: str, least: float, most: float, start: float, step: float = 1) -> str:
    return (
        f'<label>{label} <input type="number" data-control="{name}" min="{least}" max="{most}" '
        f'step="{step}" value="{start}"></label>\n'
    )


def select(name: str, label: str, *choices: str) -> str:
    options = "".join(f"<option>{choice}</option>" for choice in choices)
    return f'<label>{label} <select data-control="{name}">{options}</select></label>\n'


def toggle(name: str, label: str) -> str:
    return f'<label>{label} <input type="checkbox" data-control="{name}"></label>\n'


def field(name: str, label: str) -> str:
    return f'<label>{label} <input type="text" autocomplete="off" data-control="{name}"></label>\n'


def button(name: str, label: str) -> str:
    return f'<button type="button" data-control="{name}">{label}</button>\n'


def output(name: str, label: str, unit: str = "") -> str:
    return f'<div class="row">{label}: <output data-output="{name}"></output>{f" {unit}" if unit else ""}</div>\n'
