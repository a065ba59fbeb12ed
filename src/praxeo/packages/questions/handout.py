"""Hand-outs: the practice on paper, with its key at the end. As Markdown, and as a page that is made to be printed."""

from __future__ import annotations

from html import escape

from praxeo.packages.packing import Packing
from praxeo.packages.practice import Group
from praxeo.packages.wording import Question, bank_of, questions_of

_KEYS = {"de": "Lösungen"}
_STYLE = """body{font:11pt/1.5 Georgia,serif;max-width:42em;margin:2em auto;padding:0 1em}
h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.2;break-after:avoid}li{break-inside:avoid;margin:.5em 0}
.line{border-bottom:1px solid;height:1.6em}.key{break-before:page}ol.options{list-style:upper-alpha}
@page{margin:2cm}@media print{body{margin:0;max-width:none}}"""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def markdown(packing: Packing) -> bytes:
    """The practice and its key as Markdown."""
    practice = packing.practice
    asked = [f"# {_md(practice.title)}"]
    key = [f"# {_key_title(practice.language)}"]
    for group in practice.groups:
        heading = f"## {_md(group.section)}: {_md(group.title)}"
        bank = bank_of(group)
        asked += [heading, *([f"→ {_md(' · '.join(bank))}"] if bank else [])]
        key.append(heading)
        for number, question in enumerate(questions_of(group), 1):
            options = "".join(f"\n   - [ ] {_md(option)}" for option in question.options)
            asked.append(f"{number}. {_md(question.front)}{options}")
            key.append(f"{number}. {_md(_right(question))}")
    return ("\n\n".join([*asked, "---", *key]) + "\n").encode()


def printed(packing: Packing) -> bytes:
    """The practice as a page to be printed or kept as PDF; the key begins on a page of its own."""
    practice = packing.practice
    title = escape(practice.title)
    asked = "".join(_group(group) for group in practice.groups)
    key = "".join(_key(group) for group in practice.groups)
    return (
        f'<!doctype html><html lang="{escape(practice.language)}"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>{asked}"
        f'<section class="key"><h1>{_key_title(practice.language)}</h1>{key}</section></body></html>'
    ).encode()


def _group(group: Group) -> str:
    items = "".join(f"<li>{_asked(question)}</li>" for question in questions_of(group))
    bank = bank_of(group)
    offered = f'<p class="bank">→ {escape(" · ".join(bank))}</p>' if bank else ""
    return (
        f"<h2>{escape(group.section)}</h2><h3>{escape(group.title)}</h3>{offered}<ol>{items}</ol>"
    )


def _asked(question: Question) -> str:
    options = "".join(f"<li>{escape(option)}</li>" for option in question.options)
    below = f'<ol class="options">{options}</ol>' if options else '<div class="line"></div>'
    return escape(question.front) + ("" if question.gap else below)


def _key(group: Group) -> str:
    items = "".join(f"<li>{escape(_right(question))}</li>" for question in questions_of(group))
    return f"<h3>{escape(group.section)}: {escape(group.title)}</h3><ol>{items}</ol>"


def _right(question: Question) -> str:
    """What is right: letters for what was brought into order or chosen from, with the words."""
    if not question.options:
        return " / ".join(question.answers)
    lettered = [
        f"{_LETTERS[question.options.index(answer) % len(_LETTERS)]} ({answer})"
        for answer in question.answers
    ]
    return ", ".join(lettered)


def _key_title(language: str) -> str:
    return _KEYS.get(language[:2], "Answers")


def _md(text: str) -> str:
    """Words that mean nothing to Markdown."""
    plain = " ".join(text.split())
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in plain)
