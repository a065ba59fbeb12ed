"""The marks within a line of Org."""

from __future__ import annotations

import re
from html import unescape

from praxeo.sources.documents.inline import RunStyle
from praxeo.sources.documents.markup.pictures import add_picture
from praxeo.sources.documents.markup.runs import Rule, Runs, Styles, styled
from praxeo.sources.formulas.reading import read_tex

BEFORE, AFTER = r"(?<![\w*/_+=~])", r"(?=$|[\s\-.,;:!?'\")}\]\\|…–—])"
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf")
KEY = re.compile(r"@([\w:.#$%&+?<>~/-]+)")


def _marked(mark: str) -> str:
    m = re.escape(mark)
    return rf"{BEFORE}{m}(?=\S)([^{m}]+)(?<=\S){m}{AFTER}"


def _link(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    target, shown = found[1], found[2]
    if not shown and target.lower().endswith(PICTURES):
        add_picture(target, runs.blocks)
    elif shown:
        runs.read(shown, styles)
    else:
        runs.inline.add(re.sub(r"^(?:file|id|https?):(?://)?|^[*#]", "", target), styles)


def _formula(runs: Runs, found: re.Match[str], _: Styles) -> None:
    tex = next(filter(None, found.groups()), "")
    runs.inline.add_formula(*read_tex(tex, macros=runs.blocks.macros))


def _note(runs: Runs, found: re.Match[str], _: Styles) -> None:
    """A mark by its name, or a note that stands where it is marked."""
    if found[2] is not None:
        runs.note(found[2])
    else:
        runs.inline.add(found[1], ("raised", "note"))


def _script(style: RunStyle):  # type: ignore[no-untyped-def]
    def write(runs: Runs, found: re.Match[str], styles: Styles) -> None:
        runs.inline.add(found[1] or found[2], (*styles, style))

    return write


def _cited(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    keys = KEY.findall(found[1]) if found[1] else [found[2]]
    runs.inline.add(f"[{', '.join(keys)}]", styles)


def _entity(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    """Names of signs are mostly those of HTML, the others those of LaTeX."""
    from pylatexenc.latex2text import LatexNodes2Text

    sign = unescape(f"&{found[1]};")
    if sign.endswith(";"):
        sign = LatexNodes2Text().latex_to_text(f"\\{found[1]}{{}}").strip()
    runs.inline.add(sign or found[0], styles)


def _text(runs: Runs, found: re.Match[str], styles: Styles) -> None:
    runs.inline.add(next(filter(None, found.groups()), ""), styles)


def _nothing(_: Runs, __: re.Match[str], ___: Styles) -> None:
    """Write nothing."""


RULES = {
    "formula": Rule(r"\\\(((?:(?!\\[()]).)+)\\\)|\\\[((?:(?!\\[\[\]]).)+)\\\]|\$\$([^$]+)\$\$|(?<![\w$])\$(?![\s$,;.])([^$\n]*[^$\s,.])\$(?![\w$])", _formula),
    "link": Rule(r"\[\[([^\[\]\n]+)\](?:\[([^\[\]]+)\])?\]", _link),
    "note": Rule(r"\[fn:([\w-]*)(?::([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*))?\]", _note),
    "cited": Rule(r"\[cite(?:/[\w/-]*)?:([^\[\]]*)\]|(?<!\w)cite[tp]?:([\w:.-]+\w)", _cited),
    "export": Rule(r"@@[\w-]+:[^@]*@@|<<<?[^<>\n]{1,100}>>>?|\[\d{1,4}/\d{1,4}\]|\[\d{1,3}%\]", _nothing),
    "source": Rule(r"\bsrc_\w+(?:\[[^\[\]]*\])?\{([^{}]*)\}", styled("code", inner=False)),
    "verbatim": Rule(f"{_marked('=')}|{_marked('~')}", styled("code", inner=False)),
    "strong": Rule(_marked("*"), styled("strong")),
    "emphasis": Rule(f"{_marked('/')}|{_marked('_')}", styled("emphasis")),
    "struck": Rule(_marked("+"), styled("struck")),
    "raised": Rule(r"(?<=[^\s^])\^(?:\{([^{}\n]{1,100})\}|([+-]?\d+))", _script("raised")),
    "lowered": Rule(r"(?<=[^\s_])_(?:\{([^{}\n]{1,100})\}|(\d+)(?![a-z\d_]))", _script("lowered")),
    "time": Rule(r"[<\[](\d{4}-\d\d-\d\d[^<>\[\]\n]{0,40})[>\]]", _text),
    "break": Rule(r" ?\\\\[ \t]*(?=\n|$)", lambda runs, _, __: runs.inline.add("\n")),
    "entity": Rule(r"\\([A-Za-z]{2,20})(?:\{\})?(?![A-Za-z{])", _entity),
}  # fmt: skip
