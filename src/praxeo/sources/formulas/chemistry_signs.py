"""The signs of chemical formulas as mhchem writes them: arrows, bonds, states, charges."""

from __future__ import annotations

import re

ARROWS = {
    "<=>>": r"\rightleftharpoons",
    "<<=>": r"\rightleftharpoons",
    "<-->": r"\rightleftarrows",
    "<=>": r"\rightleftharpoons",
    "<->": r"\leftrightarrow",
    "->": r"\rightarrow",
    "<-": r"\leftarrow",
}
LONG = {r"\rightarrow": r"\longrightarrow", r"\leftarrow": r"\longleftarrow"}
BONDS = {"-": "–", "=": "=", "#": "≡", "1": "–", "2": "=", "3": "≡", "~": "∼"}
BONDS |= {"...": "⋯", "....": "⋯", "->": "→", "<-": "←"}
TOKEN = re.compile(
    r"(?P<arrow><=>>|<<=>|<-->|<=>|<->|->|<-)"
    r"|(?P<space>\s+)"
    r"|(?P<state>\((?:aq|s|l|g|cr|am|sol|vap)\))"
    r"|(?P<falls>(?<!\S)(?:v|\(v\))(?!\S))|(?P<rises>(?<!\S)(?:\^|\(\^\))(?!\S))"
    r"|(?P<element>[A-Z][a-z]?)"
    r"|(?P<charge>(?<=\S)[+-]+(?=[\s)\]}]|$))"
    r"|(?P<power>\^(?:(?=\{)|(?P<signs>\d*[+-]+|\d+|[a-z][+-]?|[IVX]+|\*|\$[^$]*\$)))"
    r"|(?P<index>_(?:(?=\{)|(?P<low>\d+|[a-z]|\$[^$]*\$)))"
    r"|(?P<bond>\\bond\s*\{(?P<kind>[^{}]*)\}|[-=\#])"
    r"|(?P<plus>\+)"
    r"|(?P<number>\d+(?:[.,]\d+)?(?:/\d+)?|\(\d+/\d+\))"
    r"|(?P<bracket>[()\[\]]|\\[{}])"
    r"|(?P<dot>\s*(?:\*|\.(?!\.)|\\cdot)\s*)"
    r"|(?P<group>(?=\{))"
    r"|(?P<math>\$[^$]*\$)"
    r"|(?P<named>\\[A-Za-z]+)"
    r"|(?P<letters>[a-z]+)"
    r"|(?P<sign>[,;:/'])"
)
ELEMENTS = re.compile(r"\\mathrm\{(?P<names>[A-Za-z]+)\}")
SECOND = re.compile(r"[_^](?:(?=\{)|(?P<low>-?\d+))")  # the other script of an isotope
BARE = re.compile(r"[A-Z][a-z]?|[a-z]")
