"""What \\ref and \\cite show: numbers of sections, formulas, figures, tables, theorems, sources."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

SECTIONS = ("chapter", "section", "subsection", "subsubsection")
TOKEN = re.compile(
    r"\\(?P<section>chapter|(?:sub){0,2}section)(?P<star>\*?)\s*[\[{]"
    r"|\\begin\{(?P<opened>[A-Za-z]+\*?)\}|\\end\{(?P<closed>[A-Za-z]+\*?)\}"
    r"|\\(?P<caption>caption)\b|\\label\s*\{(?P<label>[^{}\n]{1,100})\}"
    r"|\\bibitem\s*(?:\[(?P<shown>[^\[\]\n]{1,60})\])?\s*\{(?P<key>[^{}\n]{1,100})\}"
)
THEOREM = re.compile(
    r"\\newtheorem\*?\s*\{([A-Za-z]+\*?)\}\s*(?:\[[^\]\n]*\])?\s*\{([^{}\n]{1,60})\}"
)
FORMULAS = frozenset({"equation", "align", "gather", "multline", "eqnarray", "alignat", "flalign"})
FLOATS = frozenset({"figure", "table"})
KNOWN_THEOREMS = {
    name.lower(): name
    for name in (
        *(
            "Theorem",
            "Lemma",
            "Definition",
            "Proposition",
            "Corollary",
            "Example",
            "Remark",
            "Exercise",
        ),
        *("Proof", "Problem", "Solution", "Claim", "Conjecture"),
    )
}


class Label(NamedTuple):
    """The kind of what carries a label, such as "section", and its number."""

    kind: str
    number: str


class Numbers(NamedTuple):
    """Labels by name, sources by key, and the names of environments that are theorems or like them."""

    labels: dict[str, Label]
    sources: dict[str, str]
    theorems: dict[str, str]


def numbers_of(text: str) -> Numbers:
    """What LaTeX would count in a text without comments, with one counter for each kind."""
    theorems = {**KNOWN_THEOREMS, **dict(THEOREM.findall(text))}
    counted: Counter[str] = Counter()
    labels: dict[str, Label] = {}
    sources: dict[str, str] = {}
    current = Label("section", "")
    for token in TOKEN.finditer(text):
        if token["section"] and not token["star"]:
            current = _section(token["section"], counted)
        elif name := token["opened"]:
            if name in FORMULAS or name in theorems:
                kind = "equation" if name in FORMULAS else name
                counted[kind] += 1
                current = Label(kind, str(counted[kind]))
            elif name.rstrip("*") in FLOATS:
                kind = name.rstrip("*")
                current = Label(kind, str(counted[kind] + 1))
        elif token["caption"] and current.kind in FLOATS:
            counted[current.kind] += 1
        elif token["label"]:
            labels[token["label"].strip()] = current
        elif token["key"]:
            sources[token["key"].strip()] = token["shown"] or str(len(sources) + 1)
    return Numbers(labels, sources, theorems)


def _section(name: str, counted: Counter[str]) -> Label:
    level = SECTIONS.index(name)
    counted[name] += 1
    for below in SECTIONS[level + 1 :]:
        counted[below] = 0
    shown = [str(counted[above]) for above in SECTIONS[: level + 1] if counted[above]]
    return Label("chapter" if name == "chapter" else "section", ".".join(shown))
