r"""What a document defines for its formulas: \newcommand, \renewcommand, \def and \DeclareMathOperator."""

from __future__ import annotations

import re

from praxeo.sources.formulas.arguments import NotWritable, braced

Macros = dict[
    str, str
]  # name without its backslash → what stands for it, with #1, #2 … for its arguments

MACROS_AT_MOST = 500
LONGEST_MACRO_CHARACTERS = 2_000
EXPANSIONS_AT_MOST = 1_000
LONGEST_EXPANDED_CHARACTERS = 8_000
_DEFINES = re.compile(
    r"\\(?:(?P<command>(?:re)?newcommand|providecommand|DeclareMathOperator)(?P<star>\*?)"
    r"\s*\{?\s*\\(?P<name>[A-Za-z]+)\s*\}?(?:\s*\[\d\])?"
    r"|def\s*\\(?P<defined>[A-Za-z]+)(?:\#\d)*)\s*(?=\{)"
)


def without_definitions(tex: str, macros: Macros) -> str:
    """The TeX without what it defines, which is added to `macros`; a later definition counts."""
    parts, at = [], 0
    while found := _DEFINES.search(tex, at):
        body = braced(tex, found.end())
        if body is None:
            break
        name, meaning = found["name"] or found["defined"], body[0]
        if found["command"] == "DeclareMathOperator":
            meaning = rf"\operatorname{found['star']}{{{meaning}}}"
        if len(macros) < MACROS_AT_MOST and len(meaning) <= LONGEST_MACRO_CHARACTERS:
            macros[name] = meaning
        parts.append(tex[at : found.start()])
        at = body[1]
    return "".join([*parts, tex[at:]])


def expanded(tex: str, macros: Macros) -> str:
    """The TeX with what the document defined put in, so that it can be read without the document.

    Raises NotWritable where that never ends or grows past the limits.
    """
    if not macros:
        return tex
    names = "|".join(map(re.escape, sorted(macros, key=len, reverse=True)))
    used = re.compile(rf"\\(?P<name>{names})(?![A-Za-z])")
    for _ in range(EXPANSIONS_AT_MOST):
        found = used.search(tex)
        if not found:
            return tex
        meaning, end = macros[found["name"]], found.end()
        for number in range(1, 1 + max(map(int, re.findall(r"#(\d)", meaning)), default=0)):
            argument, end = _argument(tex, end)
            meaning = meaning.replace(f"#{number}", argument)
        gap = " " if tex[end : end + 1].isalpha() and re.search(r"\\[A-Za-z]+$", meaning) else ""
        tex = f"{tex[: found.start()]}{meaning}{gap}{tex[end:]}"
        if len(tex) > LONGEST_EXPANDED_CHARACTERS:
            break
    raise NotWritable(tex[:80])


def _argument(tex: str, at: int) -> tuple[str, int]:
    """What a macro takes: a group in braces, a command or one sign."""
    if found := braced(tex, at):
        return found
    token = re.compile(r"\s*(\\[A-Za-z]+|\\?\S)").match(tex, at)
    if not token:
        raise NotWritable(tex[:80])
    return token[1], token.end()
