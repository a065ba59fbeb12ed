r"""Chemistry as mhchem writes it (https://mhchem.github.io/MathJax-mhchem/) as plain TeX: \ce{H2O} → \mathrm{H}_{2}\mathrm{O}.

What is not known is refused, never shown as half of it.
"""

from __future__ import annotations

import re

from praxeo.sources.formulas.arguments import NotWritable, braced
from praxeo.sources.formulas.chemistry_signs import (
    ARROWS,
    BARE,
    BONDS,
    ELEMENTS,
    LONG,
    SECOND,
    TOKEN,
)


def tex_of_chemistry(formula: str) -> str:
    r"""What stands in \ce{…} as TeX that any converter knows. Raises NotWritable."""
    return _Writer(formula).written()


class _Writer:
    """Goes through the signs once; scripts belong to what stands before them, or open an isotope."""

    def __init__(self, formula: str) -> None:
        self.formula, self.at = formula, 0
        self.parts: list[str] = []
        self.fresh = True  # a number here counts molecules; else it counts atoms
        self.scripts = ""  # what stands above and below the last sign already

    def written(self) -> str:
        while self.at < len(self.formula):
            token = TOKEN.match(self.formula, self.at)
            if not token:
                raise NotWritable(self.formula[self.at :])
            self.at = token.end()
            self._write(token)
        return "".join(self.parts).strip()

    def _write(self, token: re.Match[str]) -> None:
        kind = next(name for name, text in token.groupdict().items() if text is not None)
        text = token[0]
        match kind:
            case "arrow":
                self._add(self._arrow(ARROWS[text]), fresh=True)
            case "space":
                self._add(" ", fresh=True)
            case "state":
                self._add(rf"\mathrm{{{text}}}")
            case "falls" | "rises":
                self._add(r"\downarrow " if kind == "falls" else r"\uparrow ")
            case "element":
                self._element(text)
            case "charge":
                self._raise("^", _charge(text))
            case "power" | "index":
                self._script(token)
            case "bond":
                if (bond := BONDS.get(token["kind"] or text)) is None:
                    raise NotWritable(text)
                self._add(rf"\text{{{bond}}}")
            case "plus":
                self._add(" + ", fresh=True)
            case "number":
                self._number(text)
            case "bracket":
                self._add(text, fresh=text in (r"(", "[", r"\{"))
            case "dot":
                self._add(r"\cdot ", fresh=True)
            case "group":
                self._add(self._group())
            case "math":
                self._add(f"{{{text[1:-1]}}}")
            case "named":
                self._add(f"{text} ")
            case "letters":
                self._letters(text)
            case _:
                self._add(text)

    def _add(self, tex: str, *, fresh: bool = False) -> None:
        self.parts.append(tex)
        self.fresh, self.scripts = fresh, ""

    def _raise(self, kind: str, tex: str) -> None:
        """A script of the last sign; where it has one already, beside it."""
        again = "{}" if kind in self.scripts else ""
        scripts = kind if again else self.scripts + kind
        self._add(f"{again}{kind}{{{tex}}}")
        self.scripts = scripts

    def _element(self, name: str) -> None:
        joined = self.parts and ELEMENTS.fullmatch(self.parts[-1])
        if joined and not self.fresh:
            name = f"{joined['names']}{name}"
            self.parts.pop()
        self._add(rf"\mathrm{{{name}}}")

    def _number(self, text: str) -> None:
        if not self.fresh and not text.isdigit():  # "2.12" behind an element: two atoms, and a dot
            self.at -= len(text) - len(digits := text[: re.match(r"\d*", text).end()])  # type: ignore[union-attr]
            text = digits
            if not text:
                raise NotWritable(self.formula)
        above, _, below = text.strip("()").partition("/")
        if self.fresh:
            self._add(rf"\tfrac{{{above}}}{{{below}}}" if below else above, fresh=True)
        else:
            self._raise("_", above)

    def _letters(self, text: str) -> None:
        """A letter alone is a number that is not known (x, n); one with a charge is a particle (e⁻)."""
        if not self.fresh and self.parts and ELEMENTS.fullmatch(self.parts[-1]):
            self._element(text)  # a name such as Glucose
            return
        following = self.formula[self.at : self.at + 1]
        counts = len(text) == 1 and self.fresh and following not in ("^", "+", "-", "_")
        self._add(rf"{text}\," if counts else rf"\mathrm{{{text}}}", fresh=counts)

    def _script(self, token: re.Match[str]) -> None:
        kind = "^" if token[0].startswith("^") else "_"
        plain = token["signs"] if kind == "^" else token["low"]
        inside = self._braces() if plain is None else plain
        if self.fresh:
            self._isotope(kind, inside)
        else:
            self._raise(kind, _charge(inside) if kind == "^" else _index(inside))

    def _isotope(self, kind: str, inside: str) -> None:
        """Numbers before an element: its mass above, its charge below."""
        above, below = (inside, "") if kind == "^" else ("", inside)
        other = SECOND.match(self.formula, self.at)
        if other and other[0][0] != kind:
            self.at = other.end()
            second = self._braces() if other["low"] is None else other["low"]
            above, below = (above, second) if kind == "^" else (second, below)
        name = BARE.match(self.formula, self.at)
        if not name:
            raise NotWritable(self.formula)
        self.at = name.end()
        self._add(rf"\prescript{{{above}}}{{{below}}}{{\mathrm{{{name[0]}}}}}")

    def _braces(self) -> str:
        found = braced(self.formula, self.at)
        if found is None:
            raise NotWritable(self.formula)
        self.at = found[1]
        return found[0]

    def _group(self) -> str:
        inside = self._braces()
        return rf"\text{{{inside}}}" if not set(inside) & set("{}$\\") else tex_of_chemistry(inside)

    def _arrow(self, arrow: str) -> str:
        labels: list[str] = []
        while len(labels) < 2 and self.formula[self.at : self.at + 1] == "[":
            end = self.formula.find("]", self.at)
            if end < 0:
                raise NotWritable(self.formula)
            labels.append(_label(self.formula[self.at + 1 : end]))
            self.at = end + 1
        if re.match(r"[TCtc]\[", self.formula[self.at :]):
            raise NotWritable(self.formula)
        above, below = (*labels, "", "")[:2]
        if arrow == r"\rightleftarrows" and labels:
            return rf" \underset{{{below}}}{{\overset{{{above}}}{{{arrow}}}}} "
        if labels:
            return rf" \x{arrow[1:]}[{below}]{{{above}}} "
        return f" {LONG.get(arrow, arrow)} "


def _label(text: str) -> str:
    text = text.strip()
    if text.startswith("{") and text.endswith("}"):
        return rf"\text{{{text[1:-1]}}}"
    return tex_of_chemistry(text) if text else ""


def _charge(text: str) -> str:
    if text.startswith("$") or "\\" in text:
        return text.strip("$")
    if re.fullmatch(r"[IVX]+", text):
        return rf"\mathrm{{{text}}}"
    return text.replace(".", r"\bullet ").replace("*", r"\ast ")


def _index(text: str) -> str:
    if text.startswith("$") or "\\" in text:
        return text.strip("$")
    return text if re.fullmatch(r"[\d.,+-]+|[a-z]", text) else rf"\mathrm{{{text}}}"
