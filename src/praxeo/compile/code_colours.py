"""Code with its colours, as HTML of the smallest kind: a span for each keyword, string, number, comment, name."""

from __future__ import annotations

import html
import itertools
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

LONGEST_CHARACTERS = 4_000  # of one listing; the rules of some languages take the square of it
MOST_CHARACTERS = (
    100_000  # of all listings of an app, so that hostile ones take seconds and not hours
)
REMEMBERED_LISTINGS = 256
LONGEST_LINE_CHARACTERS = 300  # some rules look at each word of a line from each word before it
# What a source calls its language, and whose rules then colour it.
LEXERS = {
    name: rules
    for rules, names in {
        "python": "python py python3 ipython ipython3 sage",
        "pycon": "pycon",
        "javascript": "javascript js jsx node",
        "typescript": "typescript ts tsx",
        "java": "java",
        "kotlin": "kotlin kt",
        "scala": "scala",
        "c": "c h",
        "cpp": "cpp c++ cc cxx arduino",
        "csharp": "csharp c# cs",
        "go": "go golang",
        "rust": "rust rs",
        "ruby": "ruby rb",
        "bash": "bash sh shell zsh",
        "sql": "sql sqlite mysql postgresql",
        "html": "html xhtml svg",
        "xml": "xml",
        "css": "css",
        "json": "json jsonc",
        "yaml": "yaml yml",
        "toml": "toml",
        "ini": "ini cfg",
        "diff": "diff patch",
        "r": "r",
        "julia": "julia jl",
        "matlab": "matlab octave",
        "haskell": "haskell hs",
        "tex": "tex latex",
    }.items()
    for name in names.split()
}
# Kinds of tokens by the class that they get; the first that holds one counts.
CLASSES = (
    ("Token.Comment", "c"),
    ("Token.Literal.String", "s"),
    ("Token.Literal.Number", "n"),
    ("Token.Keyword", "k"),
    ("Token.Operator.Word", "k"),
    ("Token.Name.Tag", "k"),
    ("Token.Name.Function", "f"),
    ("Token.Name.Class", "f"),
    ("Token.Name.Decorator", "f"),
    ("Token.Name.Attribute", "f"),
    ("Token.Name.Builtin", "b"),
    ("Token.Generic.Inserted", "s"),
    ("Token.Generic.Deleted", "n"),
    ("Token.Generic.Output", "c"),
    ("Token.Generic.Prompt", "c"),
)
COLOUR_CLASSES = frozenset(name for _, name in CLASSES)


@dataclass
class CodeColours:
    """Colours the listings of one app, as long as there are not too many."""

    left: int = MOST_CHARACTERS

    def of(self, code: str, language: str) -> str:
        """The code as HTML."""
        self.left -= len(code)
        return coloured(code, language if self.left >= 0 else "")


@lru_cache(maxsize=REMEMBERED_LISTINGS)
def coloured(code: str, language: str) -> str:
    """The code as HTML, every character of it; without colours where its language is not known."""
    lexer = LEXERS.get(language.strip().lower())
    long = len(code) > LONGEST_CHARACTERS or any(
        len(line) > LONGEST_LINE_CHARACTERS for line in code.split("\n")
    )
    if lexer is None or long:
        return html.escape(code, quote=False)
    tokens = [
        (_class(str(kind)), text) for _, kind, text in _lexer(lexer).get_tokens_unprocessed(code)
    ]
    if "".join(text for _, text in tokens) != code:
        return html.escape(code, quote=False)
    parts = []
    for name, group in itertools.groupby(tokens, key=lambda token: token[0]):
        text = html.escape("".join(text for _, text in group), quote=False)
        parts.append(f'<span class="{name}">{text}</span>' if name and text.strip() else text)
    return "".join(parts)


@lru_cache(maxsize=128)
def _class(kind: str) -> str:
    return next((name for held, name in CLASSES if kind == held or kind.startswith(f"{held}.")), "")


@lru_cache(maxsize=len(LEXERS))
def _lexer(name: str) -> Any:
    """Looked up by its name, so that no other language is loaded."""
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(name)
