"""Papers in the classes of publishers, one column or two, made by seed and set by LaTeX."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from benchmarks.pdf.layouts import DEEDS, DOERS, QUALITIES, THINGS, TIMES, TOPICS
from benchmarks.pdf.spanned import LOOKS, TABLES, Maker, Spanned, as_latex

CLASSES = {
    "article": (r"\documentclass[10pt,a4paper]{article}", False),
    "report style": (r"\documentclass[11pt,letterpaper]{article}\usepackage{helvet}\renewcommand{\familydefault}{\sfdefault}", False),
    "two columns": (r"\documentclass[10pt,twocolumn,letterpaper]{article}\usepackage{mathptmx}", True),
    "ieee": (r"\documentclass[conference]{IEEEtran}", True),
    "elsevier": (r"\documentclass[5p,times,twocolumn]{elsarticle}", True),
    "physics": (r"\documentclass[aps,prb,twocolumn]{revtex4-2}", True),
    "lecture notes": (r"\documentclass{llncs}", False),
}  # fmt: skip
PACKAGES = r"\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{booktabs,array,graphicx}\usepackage[margin=20mm]{geometry}"
NAMES = ["Ada Brook", "Ben Field", "Clara Hill", "Dan Marsh", "Eva Stone"]
FORMULAS = [
    r"E = \frac{1}{2} m v^2 + \int_0^L \rho(x)\,dx",
    r"\frac{\partial u}{\partial t} = D \nabla^2 u + \sum_{i=1}^{n} k_i c_i",
    r"p(x \mid \theta) = \prod_{i=1}^{N} \frac{1}{\sqrt{2\pi\sigma^2}} e^{-(x_i-\mu)^2/2\sigma^2}",
]


class Paper:
    """One paper: its LaTeX and its gold."""

    def __init__(self, chance: random.Random, *, two_columns: bool) -> None:
        self.chance, self.two_columns = chance, two_columns
        self.body: list[str] = []
        self.blocks: list[dict[str, Any]] = []
        self.tables: list[dict[str, Any]] = []

    def sentence(self) -> str:
        pick = self.chance.choice
        noun, other = self.chance.sample(THINGS, 2)
        return pick([
            f"The {pick(QUALITIES)} {pick(DOERS)} of the {noun} {pick(DEEDS)} the {pick(QUALITIES)} {other} {pick(TIMES)}.",
            f"In {self.chance.randint(3, 98)} cases a {pick(DOERS)} {pick(DEEDS)} the {noun}, which the {pick(DOERS)} {pick(DEEDS)} {pick(TIMES)} as well.",
            f"{pick(TIMES).capitalize()}, {pick(QUALITIES)} {noun}s and {pick(QUALITIES)} {other}s differ by {self.chance.uniform(1, 9):.1f} per cent.",
            f"It is known [{self.chance.randint(1, 60)}] that {pick(TOPICS).lower()} {pick(DEEDS)} a {noun}, but not a {other} (see Table {self.chance.randint(1, 4)}).",
        ])  # fmt: skip

    def prose(self, count: int) -> None:
        text = " ".join(self.sentence() for _ in range(count))
        self.body.append(as_latex(text) + "\n")
        self.blocks.append({"type": "para", "text": text})

    def heading(self, text: str, level: int, *, bare: bool = False) -> None:
        star = "*" if bare else ""
        self.body.append(rf"\{'sub' * (level - 1)}section{star}{{{text}}}")
        self.blocks.append({"type": "heading", "text": text, "level": level + 1})

    def table(self, kind: str, look: str) -> None:
        table = TABLES[kind](Maker(self.chance), look)
        wide = self.two_columns and len(table.rows[0]) > 4
        place = "table*" if wide else "table"
        size = self.chance.choice([r"\small", r"\footnotesize"])
        note = self.chance.choice(
            ["", "", rf"\\[2pt]{{\scriptsize Note: {self.chance.choice(TOPICS)} of all {self.chance.choice(THINGS)}s.}}"]
        )  # fmt: skip
        where = "" if wide else self.chance.choice(["[t]", "[ht]", "[!hb]"])
        self.body.append(
            rf"\begin{{{place}}}{where}\centering{size}\caption{{{self._caption()}}}{self._fitted(table)}{note}\end{{{place}}}"
        )
        self.tables.append(table.gold())

    def _fitted(self, table: Spanned) -> str:
        # what is too wide for its column is made smaller, as authors do
        text = table.as_latex()
        return rf"\ifdim\wd0>\linewidth\fi\sbox0{{{text}}}\ifdim\wd0>\linewidth\resizebox{{\linewidth}}{{!}}{{\usebox0}}\else\usebox0\fi"

    def _caption(self) -> str:
        pick = self.chance.choice
        return f"{pick(TOPICS)} and {pick(TOPICS).lower()} of the {pick(QUALITIES)} {pick(THINGS)}s"

    def items(self) -> None:
        texts = [self.sentence() for _ in range(self.chance.randint(2, 4))]
        kind = self.chance.choice(["itemize", "enumerate"])
        self.body.append(rf"\begin{{{kind}}}" + "".join(rf"\item {as_latex(t)} " for t in texts) + rf"\end{{{kind}}}")  # fmt: skip
        self.blocks += [{"type": "para", "text": text} for text in texts]

    def formula(self) -> None:
        self.body.append(
            rf"\begin{{equation}}{self.chance.choice(FORMULAS)}\end{{equation}}" + "\n\\noindent "
        )


def made_paper(kind: str, seed: int) -> tuple[str, dict[str, Any]]:
    """The LaTeX of a paper of that class and seed, and its gold."""
    chance = random.Random(f"paper {kind} {seed}")
    start, two_columns = CLASSES[kind]
    paper = Paper(chance, two_columns=two_columns)
    title = f"{chance.choice(TOPICS)} and {chance.choice(TOPICS)} of the {chance.choice(QUALITIES)} {chance.choice(THINGS)}"
    paper.blocks.append({"type": "heading", "text": title, "level": 1})
    if kind in ("two columns", "elsevier"):
        paper.blocks.append({"type": "heading", "text": "Abstract", "level": 2})
    abstract = " ".join(paper.sentence() for _ in range(5))
    paper.blocks.append({"type": "para", "text": abstract})
    names = ["Introduction", "Methods", "Results", "Discussion", "Conclusion"]
    kinds, looks = chance.sample(list(TABLES), 4), [chance.choice(LOOKS[:3]) for _ in range(4)]
    for n, name in enumerate(names):
        paper.heading(name, 1, bare=False)
        for part in range(chance.randint(1, 3)):
            if part and chance.random() < 0.6:
                paper.heading(f"{chance.choice(TOPICS)} of the {chance.choice(THINGS)}", 2)
            for _ in range(chance.randint(1, 3)):
                paper.prose(chance.randint(3, 7))
            if chance.random() < 0.3:
                paper.items()
            if chance.random() < 0.3:
                paper.formula()
                paper.prose(3)
        if n and n - 1 < len(kinds):
            paper.table(kinds[n - 1], looks[n - 1])
            paper.prose(4)
    margin = chance.choice(["", "geometry"])
    packages = PACKAGES if margin and not two_columns else PACKAGES.rpartition("\\usepackage")[0]
    if "mathptmx" in start or "times" in start or "helvet" in start or "IEEE" in start:
        packages = packages.replace(r"\usepackage{lmodern}", "")
    text = "\n".join(
        [start, packages, r"\begin{document}", *_head(kind, title, abstract, chance), *paper.body, r"\end{document}"]
    )  # fmt: skip
    return text, {"blocks": paper.blocks, "tables": paper.tables}


def _head(kind: str, title: str, abstract: str, chance: random.Random) -> Sequence[str]:
    names = chance.sample(NAMES, 3)
    told = rf"\begin{{abstract}}{as_latex(abstract)}\end{{abstract}}"
    if kind == "elsevier":
        authors = "".join(rf"\author{{{name}}}" for name in names)
        return [rf"\begin{{frontmatter}}\title{{{title}}}{authors}\address{{Example University}}{told}\end{{frontmatter}}"]  # fmt: skip
    if kind == "physics":
        authors = "".join(rf"\author{{{name}}}" for name in names)
        return [rf"\title{{{title}}}{authors}\affiliation{{Example University}}{told}\maketitle"]
    return [rf"\title{{{title}}}\author{{{', '.join(names)}}}\maketitle", told]
