"""TeX in Markdown: $…$ by Pandoc's rule, $$…$$, \\(…\\) and \\[…\\]; inside nothing else is read."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.dollarmath import dollarmath_plugin

CLOSES = {"\\(": "\\)", "\\[": "\\]"}
INLINE_TYPES = frozenset({"math_inline", "math_inline_double"})
BLOCK_TYPES = frozenset({"math_block", "math_block_label"})


def read_formulas(parser: MarkdownIt) -> None:
    """Have the parser give formulas as tokens of INLINE_TYPES and BLOCK_TYPES, their TeX as content."""
    parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    parser.inline.ruler.before("escape", "bracket_math", _bracketed)


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
