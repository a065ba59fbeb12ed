"""TeX to MathML by math-core, behind a gate: what it cannot read is refused, never shown as half of it."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from praxeo.sources.formulas.arguments import NotWritable, with_commands
from praxeo.sources.formulas.commands import COMMANDS

LONGEST_CHARACTERS = 8_000
DEEPEST_GROUP = 100  # deeper nesting ends the converter's process

UNCLOSED_BRACKETS = 8  # of one cell or line; the converter's time doubles with each

DISPLAY_STYLE = re.compile(r"^\s*\{\s*\\(?:display|text)style\s+(?P<inside>.*)\}\s*$", re.S)
NAMED_SIGN = re.compile(
    r"&(?!amp;|lt;|gt;|quot;|apos;)[A-Za-z]+;"
)  # as HTML knows them and XML does not
OPENS = re.compile(r"\\(?:left|begin|frac|sqrt|text|mathrm|mathbf|overline)\b|[{^_]")
CLOSES = re.compile(r"\\(?:right|end)\b|\}")
BRACKETS = re.compile(
    r"\\(?:left|right|middle|[bB]igg?[lrm]?)\s*(?:\\[A-Za-z]+|\\.|.)"  # sized: the converter asks for no other end
    r"|(?P<opens>[\[(]|\\\{|\\l(?:angle|floor|ceil|brace|brack|vert|Vert|group|moustache)\b)"
    r"|(?P<closes>[\])]|\\\}|\\r(?:angle|floor|ceil|brace|brack|vert|Vert|group|moustache)\b)"
    r"|(?P<ends>&|\\\\)"
)
# Forms that the converter does not know, as such that it does.
REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\\(?:label|tag)\s*\{[^{}]*\}|\\(?:nonumber|notag)\b"), ""),
    (re.compile(r"\\(begin|end)\{(?:eqnarray|split|multline)\*?\}"), r"\\\1{aligned}"),
    (re.compile(r"\\(begin|end)\{(?:equation|displaymath|math)\*?\}"), ""),
    (re.compile(r"\\(begin|end)\{align\*?\}"), r"\\\1{aligned}"),
    (re.compile(r"\\(begin|end)\{gather\*?\}"), r"\\\1{gathered}"),
    (re.compile(r"\\begin\{alignat\*?\}\{\d+\}"), r"\\begin{aligned}"),
    (re.compile(r"\\end\{alignat\*?\}"), r"\\end{aligned}"),
    (re.compile(r"\\(begin|end)\{smallmatrix\}"), r"\\\1{matrix}"),
    (re.compile(r"\\(?:mbox|hbox|textsl|textsc)\b"), r"\\text"),
    (re.compile(r"\\widetilde\b"), r"\\tilde"),
    (re.compile(r"\\dots[mbcio]\b"), r"\\dots"),
    (re.compile(r"\\thinspace\b"), r"\\,"),
    (re.compile(r"\\(?:smash|ensuremath|mathclap|mathrlap|mathllap)(?=\s*\{)"), ""),
    (re.compile(r"\\hspace\*?\{[^{}]*\}"), r"\\;"),
)


class TexNotRead(ValueError):
    """The TeX is too long, too deep, or holds what the converter does not know."""


def mathml_of_tex(tex: str, *, display: bool) -> str:
    """One formula as a `math` element. Raises TexNotRead."""
    import math_core

    try:
        prepared = rewritten(tex) if len(tex) <= LONGEST_CHARACTERS else ""
    except NotWritable as error:
        raise TexNotRead(tex[:80]) from error
    if not prepared or len(prepared) > LONGEST_CHARACTERS or _depth(prepared) > DEEPEST_GROUP:
        raise TexNotRead(tex[:80])
    if _unclosed(prepared) > UNCLOSED_BRACKETS:
        raise TexNotRead(tex[:80])
    try:
        made = _converter().convert_with_local_state(prepared, displaystyle=display)
    except math_core.LatexError as error:
        raise TexNotRead(tex[:80]) from error
    return NAMED_SIGN.sub(lambda sign: html.unescape(sign[0]), str(made))


def rewritten(tex: str) -> str:
    """The TeX as the converter knows it; "" if there is nothing in it. Raises NotWritable."""
    if styled := DISPLAY_STYLE.match(tex):
        tex = styled["inside"]
    tex = with_commands(tex, COMMANDS)
    for pattern, replacement in REWRITTEN:
        tex = pattern.sub(replacement, tex)
    tex = tex.strip()
    if (line := tex.find("\\\\")) >= 0 and not 0 <= tex.find("\\begin") < line:
        return (
            f"\\begin{{gathered}}{tex}\\end{{gathered}}"  # lines of a formula, one below the other
        )
    return tex


def _depth(tex: str) -> int:
    """A bound on how deep groups, brackets and prefixes nest."""
    depth = deepest = 0
    for match in re.finditer(f"{OPENS.pattern}|{CLOSES.pattern}|\\s", tex):
        if CLOSES.match(match[0]):
            depth = max(0, depth - 1)
        elif not match[0].isspace():
            depth += 1
        deepest = max(deepest, depth)
    return deepest if depth <= DEEPEST_GROUP * 4 else depth


def _unclosed(tex: str) -> int:
    """How many brackets stay open at most in a cell or line."""
    unclosed = most = 0
    for found in BRACKETS.finditer(tex):
        if found["opens"]:
            unclosed += 1
        elif found["closes"]:
            unclosed = max(0, unclosed - 1)
        elif found["ends"]:
            most, unclosed = max(most, unclosed), 0
    return max(most, unclosed)


@lru_cache(maxsize=1)
def _converter():  # type: ignore[no-untyped-def]
    import math_core

    return math_core.LatexToMathML(fancy_error=False)
