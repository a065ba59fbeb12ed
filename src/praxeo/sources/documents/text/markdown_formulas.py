"""TeX in Markdown: $…$ by Pandoc's rule, $$…$$, \\(…\\) and \\[…\\], $`…`$ and ```math of GitHub; inside nothing else is read."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.dollarmath import dollarmath_plugin

from praxeo.spec.formula_text import FORMULA

CLOSES = {"\\(": "\\)", "\\[": "\\]"}
INLINE_TYPES = frozenset({"math_inline", "math_inline_double"})
BLOCK_TYPES = frozenset({"math_block", "math_block_label"})


def read_formulas(parser: MarkdownIt) -> None:
    """Have the parser give formulas as tokens of INLINE_TYPES and BLOCK_TYPES, their TeX as content."""
    parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    parser.inline.ruler.before("escape", "bracket_math", _bracketed)
    parser.inline.ruler.before("escape", "backtick_math", _in_backticks)
    parser.core.ruler.push("fenced_math", _fenced)


def _bracketed(state: StateInline, silent: bool) -> bool:
    """The rule of TeX in backslash brackets."""
    opening = state.src[state.pos : state.pos + 2]
    closing = CLOSES.get(opening)
    if closing is None:
        return False
    end = state.src.find(closing, state.pos + 2, state.posMax)
    tex = state.src[state.pos + 2 : end] if end > 0 else ""
    if not tex.strip():
        return False
    if not silent:
        display = opening == "\\["
        token = state.push("math_inline_double" if display else "math_inline", "math", 0)
        token.content, token.markup = tex, opening
    state.pos = end + 2
    return True


def _in_backticks(state: StateInline, silent: bool) -> bool:
    """The rule of $`…`$."""
    found = FORMULA.match(state.src, state.pos)
    if not found or found.end() > state.posMax:
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content, token.markup = found[0][2:-2], "$`"
    state.pos = found.end()
    return True


def _fenced(state: StateCore) -> None:
    """Code that says that it is math is a formula of its own."""
    for token in state.tokens:
        if token.type == "fence" and token.info.split() == ["math"] and token.content.strip():
            token.type = "math_block"
