"""What macros and environments of LaTeX take, so that the parser finds where their arguments end."""

from __future__ import annotations

import re
from typing import Any

from pylatexenc.latexwalker import get_default_latex_context_db
from pylatexenc.macrospec import EnvironmentSpec, MacroSpec

from praxeo.sources.formulas.definitions import Macros


def _each(names: str, taken: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), taken)


# name → the arguments it takes, as `[` (may be missing), `{` and `*`.
MACROS = {
    **_each(
        "lifted footnote footnotetext input include subfile bibitem glspl Gls gls ac acs acl acf",
        "[{",
    ),
    **_each(
        "ref eqref pageref autoref cref Cref nameref label index todo alert frametitle framesubtitle",
        "{",
    ),
    **_each("lstinputlisting verbatiminput caption", "*[{"),
    **_each("part chapter section subsection subsubsection paragraph subparagraph", "*[{"),
    **_each("cite citep citet citeauthor citeyear parencite textcite autocite", "*[[{"),
    **_each(
        "title author date subtitle institute thanks url path nolinkurl note mbox fbox sout st ul uline",
        "[{",
    ),
    **_each(
        "vspace hspace vskip pagestyle thispagestyle bibliography bibliographystyle addbibresource usetheme",
        "*{",
    ),
    **_each(
        "usepackage documentclass RequirePackage graphicspath hypersetup captionsetup usetikzlibrary color",
        "[{",
    ),
    **_each(
        "setlength addtolength setcounter addtocounter newtheorem renewcommand newcommand providecommand",
        "*{[[{",
    ),
    **_each("textcolor colorbox href hyperref addtocontents rotatebox scalebox", "[{{"),
    **_each("multirow resizebox addcontentsline raisebox", "*{{{"),
    **_each("num unit si ang", "[{"),
    **_each("ce pu only uncover visible onslide", "{"),
    **_each("qty numrange", "[{{"),
    **_each("textsuperscript textsubscript cline", "{"),
    **_each("item addlinespace", "["),
    **_each("newenvironment renewenvironment", "*{[[{{"),
    **_each("multicolumn specialrule", "{{{"),
    **_each("SIrange qtyrange", "[{{{"),
    **_each("makebox framebox", "[[{"),
    **_each("import hypertarget", "{{"),
    **_each("SI", "[{[{"),
    **_each("parbox", "[{{"),
    **_each("cmidrule", "[{"),
    **_each("includegraphics", "*[{"),
}
ENVIRONMENTS = {
    **_each(
        "itemize enumerate description figure table figure* table* frame tcolorbox wraptable proof abstract",
        "[",
    ),
    **_each("tabular array", "[{"),
    **_each("tabularx tabular* tabulary", "{[{"),
    **_each("block alertblock exampleblock column multicols thebibliography longtable", "{"),
    **_each("minipage", "[[[{"),
    **_each("wrapfigure", "[{[{"),
    **_each("subfigure", "[{"),
    **_each("adjustbox", "{"),
}
FORMULA = re.compile(
    r"(?:equation|displaymath|math|align|alignat|flalign|gather|multline|eqnarray|dmath)\*?"
)
ARGUMENT = re.compile(r"#(\d)")


def context(macros: Macros, theorems: dict[str, str]) -> Any:
    """What the parser knows: LaTeX, and what the document defines."""
    known = get_default_latex_context_db()
    own = [MacroSpec(name, taken) for name, taken in MACROS.items()]
    own += [
        MacroSpec(name, "{" * max(map(int, ARGUMENT.findall(meaning)), default=0))
        for name, meaning in macros.items()
        if name not in MACROS
    ]
    environments = [EnvironmentSpec(name, taken) for name, taken in ENVIRONMENTS.items()]
    environments += [EnvironmentSpec(name, "[") for name in theorems]
    known.add_context_category("document", macros=own, environments=environments, prepend=True)
    return known
