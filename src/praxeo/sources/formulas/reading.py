"""A formula as a reader keeps it: its line of text, its MathML, its TeX."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from praxeo.domain.blocks import Formula
from praxeo.sources.documents.office.equations import equation_text
from praxeo.sources.documents.xml_parsing import parse_xml
from praxeo.sources.formulas.allowed import NotShowable, allowed_mathml, local_name
from praxeo.sources.formulas.arguments import NotWritable
from praxeo.sources.formulas.definitions import Macros, expanded, without_definitions
from praxeo.sources.formulas.omml import mathml_of_omml
from praxeo.sources.formulas.plain import plain_text
from praxeo.sources.formulas.tex import TexNotRead, mathml_of_tex

TEX_ENCODINGS = frozenset({"application/x-tex", "application/x-latex", "tex", "latex"})


class Read(NamedTuple):
    """What stands for a formula in the text, and what an app shows of it (None: the text alone)."""

    text: str
    formula: Formula | None


def read_mathml(math: Any, *, tex: str = "", display: bool = False) -> Read:
    """A `math` element of any source. A formula too large to show is its text alone."""
    text = plain_text(math)
    try:
        shown = allowed_mathml(math, display=display)
    except NotShowable:
        return Read(text, None)
    known = tex or annotated_tex(math) or _written(math, display=display)
    return Read(text, Formula(mathml=shown, tex=known))


def read_omml(equation: Any, *, display: bool = False) -> Read:
    """An equation of an Office document (m:oMath); its line of text is that of `equation_text`."""
    text = equation_text(equation)
    try:
        math = mathml_of_omml(equation, display=display)
    except etree.XMLSyntaxError:  # nested deeper than a parser follows
        return Read(text, None)
    return Read(text, read_mathml(math, display=display).formula)


def read_tex(tex: str, *, display: bool = False, macros: Macros | None = None) -> Read:
    """TeX of a source; what cannot be read stands as its TeX, which is told.

    `macros` are those of the document so far: what this formula defines is added, what it uses is put in.
    """
    known: Macros = {} if macros is None else macros
    written = " ".join(tex.split())
    rest = without_definitions(written, known).strip()
    if written and not rest:  # nothing but definitions
        return Read("", None)
    try:
        tex = expanded(rest, known)
        math = parse_xml(mathml_of_tex(tex, display=display).encode())
    except (TexNotRead, NotWritable):
        return Read(written, None)
    found = read_mathml(math, tex=tex, display=display)
    return found if found.text else Read(written, None)


def _written(math: Any, *, display: bool) -> str:
    # Loaded when first needed: few documents hold a formula without its TeX.
    from praxeo.sources.formulas.written_tex import written_tex

    return written_tex(math, display=display)


def annotated_tex(math: Any) -> str:
    """The TeX that a `math` element carries beside its MathML; "" without any."""
    for element in math.iter():
        encoding = (element.get("encoding") or "").lower()
        if local_name(element) == "annotation" and encoding in TEX_ENCODINGS:
            return " ".join((element.text or "").split())
    return ""
