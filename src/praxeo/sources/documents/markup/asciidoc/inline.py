"""The marks within a line of AsciiDoc."""

from __future__ import annotations

import re

from praxeo.sources.documents.inline import RunStyle
from praxeo.sources.documents.markup.pictures import add_picture
from praxeo.sources.documents.markup.runs import Rule, Runs, Styles, styled
from praxeo.sources.formulas.reading import read_tex

WORDS = re.compile(r"[A-Za-z]{2,}")
SIGNS = {
    "--": "—",
    "...": "…",
    "(C)": "©",
    "(R)": "®",
    "(TM)": "™",
    "->": "→",
    "=>": "⇒",
    "<-": "←",
    "<=": "⇐",
}
PASSED = re.compile(r"^\+(.*)\+$", re.S)
STRUCK = ("line-through", "strike")


def _marked(mark: str) -> str:
    """Between single marks at the edges of words, or between double ones anywhere."""
    m = re.escape(mark)
    return rf"{m}{m}([^{m}]+){m}{m}|(?<![\w{m}]){m}(?=\S)([^{m}]+)(?<=\S){m}(?![\w{m}])"


def _formula(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    """TeX; what could be AsciiMath with its named signs stands as it is written."""
    kind, tex = found[1], found[2].replace("\\]", "]").strip().strip("$")
    if kind == "latexmath" or "\\" in tex or not WORDS.search(tex):
        runs.inline.add_formula(*read_tex(tex, macros=runs.blocks.macros))
    else:
        runs.inline.add(tex, styles)


def _link(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    address, shown = found[1], found[2] or ""
    words = shown.split(",")[0].strip('"^ ') if "=" in shown else shown.rstrip("^")
    runs.read(words, styles) if words else runs.inline.add(address, styles)


def _reference(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    target, _, shown = (found[1] or "").partition(",")
    words = shown.strip() or target.split("#")[-1].strip("_").replace("_", " ").replace("-", " ")
    runs.inline.add(words, styles)


def _xref(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    runs.inline.add(found[2] or found[1].split("#")[-1].strip("_").replace("_", " "), styles)


def _picture(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    alt = found[3].split(",")[0]
    if found[1] == "image" and not add_picture(found[2], runs.blocks, alt=alt):
        runs.inline.add(alt, styles)


def _keys(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    runs.inline.add(" > ".join(filter(None, found.groups())), styles)


def _with_role(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    struck: tuple[RunStyle, ...] = ("struck",) if any(r in (found[1] or "") for r in STRUCK) else ()
    runs.read(found[2] or found[3], (*styles, *struck))


def _sign(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    runs.inline.add(SIGNS[found[0]], styles)


def _note(runs: Runs, found: re.Match[str], _: Styles) -> None:
    runs.note(found[1])


def _code(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    text = found[1] or found[2]
    runs.inline.add(PASSED.sub(r"\1", text), (*styles, "code"))


def _nothing(_: Runs, __: re.Match[str], ___: Styles) -> None:
    """Write nothing."""


def _text(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    runs.inline.add(next(filter(None, found.groups()), ""), styles)


RULES = {
    "formula": Rule(r"\b(stem|latexmath|asciimath):\[((?:\\\]|[^\[\]]|\[[^\[\]]*\])*)\]", _formula),
    "passed": Rule(r"\+\+\+([^+]*)\+\+\+|\bpass:\w*\[([^\[\]]*)\]|(?<![\w+])\+(?=\S)([^+\n]+)(?<=\S)\+(?![\w+])", _text),
    "note": Rule(r"\bfootnote(?:ref)?:[\w-]*\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]", _note),
    "picture": Rule(r"\b(image|icon):(?!:)([^\s\[\]]{1,300})\[([^\[\]]*)\]", _picture),
    "xref": Rule(r"\bxref:([^\s\[\]]{1,300})\[([^\[\]]*)\]", _xref),
    "local": Rule(r"\blink:([^\s\[\]<>]{1,500})\[([^\[\]]*)\]", _link),
    "link": Rule(r"\b((?:https?|ftp|mailto):[^\s\[\]<>]{1,500})\[([^\[\]]*)\]", _link),
    "keys": Rule(r"\b(?:kbd|btn):\[([^\[\]]*)\]|\bmenu:([^\[\]\n]{1,80})\[([^\[\]]*)\]", _keys),
    "index": Rule(r"\(\(\([^()]*\)\)\)|\bindexterm2?:\[[^\[\]]*\]|\banchor:[^\s\[\]]{1,100}\[[^\[\]]*\]|\[\[[^\[\]\n]{1,100}\]\]", _nothing),
    "shown": Rule(r"\(\(([^()]+)\)\)", _text),
    "reference": Rule(r"<<([^<>\n]{1,300})>>", _reference),
    "quoted": Rule(r"\"`([^`]+)`\"|'`([^`]+)`'", styled("emphasis")),
    "code": Rule(_marked("`"), _code),
    "strong": Rule(_marked("*"), styled("strong")),
    "emphasis": Rule(_marked("_"), styled("emphasis")),
    "role": Rule(r"(?:\[([^\[\]\n]{1,80})\])?(?:##([^#]+)##|(?<![\w#])#(?=\S)([^#\n]+)(?<=\S)#(?![\w#]))", _with_role),
    "raised": Rule(r"\^([^\s^]{1,80})\^", styled("raised")),
    "lowered": Rule(r"~([^\s~]{1,80})~", styled("lowered")),
    "sign": Rule(r"(?<=\w)--(?=\w)|(?<=\s)--(?=\s)|\.\.\.|\((?:C|R|TM)\)|(?<=\s)(?:->|=>|<-|<=)(?=\s)", _sign),
    "broken": Rule(r" \+(?=\n|$)", lambda runs, _, __: runs.inline.add("\n")),
}  # fmt: skip
