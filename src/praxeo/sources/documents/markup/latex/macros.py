"""What each macro of LaTeX means for the text."""

from __future__ import annotations

import re
from typing import Any

from praxeo.sources.documents.inline import RunStyle
from praxeo.sources.documents.markup.latex.vocabulary import MACROS
from praxeo.sources.documents.markup.latex.walk import Styles, Walk
from praxeo.sources.documents.markup.pictures import add_picture
from praxeo.sources.formulas.arguments import NotWritable
from praxeo.sources.formulas.definitions import expanded

EXPANDED_CHARACTERS_AT_MOST = 1_000_000
STYLES: dict[str, RunStyle] = {
    **dict.fromkeys(("textbf", "strong", "alert"), "strong"),
    **dict.fromkeys(("emph", "textit", "textsl"), "emphasis"),
    **dict.fromkeys(("texttt", "path"), "code"),
    **dict.fromkeys(("sout", "st"), "struck"),
    "textsuperscript": "raised",
    "textsubscript": "lowered",
}
LOGOS = {"LaTeX": "LaTeX", "TeX": "TeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX"}
LEVELS = {
    "chapter": 0,
    "section": 1,
    "subsection": 2,
    "subsubsection": 3,
    "paragraph": 4,
    "subparagraph": 5,
}
QUANTITY = re.compile(r"SI|SIrange|qty|qtyrange|num|numrange|unit|si|ang|ce|pu")
LAST_ARGUMENT = re.compile(
    r"text\w*|emph|strong|alert|mbox|fbox|makebox|framebox|parbox|raisebox|resizebox|scalebox|rotatebox|colorbox|href"
    r"|hyperref|uline|ul|underline|only|uncover|visible|onslide|gls\w*|Gls\w*|ac[slf]?|multicolumn|multirow|hypertarget"
    r"|url|nolinkurl|path|sout|st|footnotesize|enquote|mathrm"
)
INCLUDED = re.compile(r"input|include|subfile|lstinputlisting|verbatiminput|import")
FRONT = re.compile(r"title|author|date|subtitle|institute|maketitle|tableofcontents|item")
CITES = re.compile(r"\w*cite\w*")


def read_macro(walk: Walk, node: Any, styles: Styles) -> None:
    """Append what a macro says."""
    name = node.macroname
    arguments = [a for a in (node.nodeargd.argnlist if node.nodeargd else ()) if a is not None]
    last = arguments[-1] if arguments else None
    if name in LOGOS:
        walk.inline.add(LOGOS[name], styles)
    elif name in walk.blocks.macros and name not in MACROS:
        _own(walk, node, styles)
    elif name in LEVELS and last is not None:
        walk.heading(last, walk.top + LEVELS[name])
    elif name == "part" and last is not None:
        walk.heading(last, walk.top)
    elif name == "lifted":
        _listing(walk, int(_plain(last)) if _plain(last).isdecimal() else -1, styles)
    elif QUANTITY.fullmatch(name):
        walk.inline.add_formula(*_quantity(walk, node))
    elif INCLUDED.fullmatch(name):
        walk.outside.note(_plain(last))
    elif LAST_ARGUMENT.fullmatch(name) and last is not None:
        style = STYLES.get(name)
        walk.run([last], (*styles, style) if style else styles)
    elif CITES.fullmatch(name) or name.endswith("ref"):
        walk.inline.add(_reference(walk, name, _plain(last)), styles)
    elif not _apart(walk, name, last):
        if name in MACROS:
            return
        walk.symbol(node, styles)


def _apart(walk: Walk, name: str, last: Any) -> bool:
    """Read what stands beside the running text; False if the macro is none of that."""
    if name in ("footnote", "footnotetext", "thanks") and last is not None:
        if name == "footnote":
            walk.note_count += 1
            walk.inline.add(str(walk.note_count), ("raised", "note"))
        walk.notes.append(last)
    elif name == "caption" and last is not None:
        walk.flush()
        walk.kind = "caption"
        walk.run([last])
        walk.flush()
    elif name in ("frametitle", "framesubtitle"):
        walk.heading(last, walk.top + 2 + (name == "framesubtitle"))
    elif name in ("todo", "note"):
        with walk.blocks.aside("private" if name == "todo" else "speaker_notes"):
            walk.blocks.add_inline("paragraph", walk.apart([last]))
    elif name == "includegraphics":
        add_picture(_plain(last), walk.blocks)
    elif name in ("\\", "newline", "linebreak", "tabularnewline"):
        walk.inline.add("\n")
    elif name in ("par", "newpage", "clearpage", "bigskip", "medskip", "smallskip"):
        walk.flush()
    else:
        return bool(FRONT.fullmatch(name))
    return True


def _own(walk: Walk, node: Any, styles: Styles) -> None:
    """A macro of the document: what stands for it is read in its place."""
    written = node.latex_verbatim()
    tex = ""
    if node.macroname not in walk.endless:
        try:
            tex = expanded(written, walk.blocks.macros)
        except NotWritable:
            walk.endless.add(node.macroname)
    walk.expanded_characters += len(tex)
    if not tex or walk.expanded_characters > EXPANDED_CHARACTERS_AT_MOST:
        walk.inline.add(written, ("code",))
        return
    walk.run(walk.parse(tex + node.macro_post_space), styles)


def _listing(walk: Walk, number: int, styles: Styles) -> None:
    if not 0 <= number < len(walk.listings):
        return
    listing = walk.listings[number]
    if listing.inline:
        walk.inline.add(listing.text, (*styles, "code"))
    else:
        walk.flush()
        walk.blocks.add("code", listing.text, language=listing.language)


def _quantity(walk: Walk, node: Any) -> tuple[str, Any]:
    from praxeo.sources.formulas.reading import read_tex

    return read_tex(node.latex_verbatim(), macros=walk.blocks.macros)


def _reference(walk: Walk, name: str, stated: str) -> str:
    """What a reference shows: a number, with its kind where the macro says it, or a source in brackets."""
    if CITES.fullmatch(name):
        keys = (key.strip() for key in stated.split(","))
        return f"[{', '.join(walk.numbers.sources.get(key, key) for key in keys)}]"
    shown = []
    for key in stated.split(","):
        label = walk.numbers.labels.get(key.strip())
        number = (label.number if label else "") or key.strip()
        with_kind = label and name in ("autoref", "cref", "Cref")
        number = f"({number})" if name == "eqref" else number
        shown.append(f"{label.kind} {number}" if label and with_kind else number)
    text = ", ".join(shown)
    return text[:1].upper() + text[1:] if name == "Cref" else text


def _plain(node: Any) -> str:
    """The source of an argument without its braces."""
    return node.latex_verbatim().strip("{}[] \n") if node is not None else ""
