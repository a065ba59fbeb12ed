r"""LaTeX: what is printed is read, with the document's own macros; what only steers the printing is not."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate

HEAD = "\\documentclass{article}\n\\usepackage[utf8]{inputenc}\n"


def found(body: str, folder: Path, head: str = "") -> Extraction:
    path = folder / "a"
    path.write_text(
        f"{HEAD}{head}\\begin{{document}}\n{body}\n\\end{{document}}\nNot read.", "utf-8"
    )
    assert validate(path).label == "latex"
    return read("latex", path)


def shown(body: str, folder: Path, head: str = "") -> list[tuple[str, str, str]]:
    return [(b.kind, b.number, b.text) for b in found(body, folder, head).blocks]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"A \emph{tide} {\bf rises} --- ``so'' it~is\ldots", "A tide rises — “so” it is…"),
        (
            r"caf\'e, na\"ive, stra\ss{}e, \LaTeX{}, \$5, 50\%, a\_b \& c",
            "café, naïve, straße, LaTeX, $5, 50%, a_b & c",
        ),
        (
            r"10\textsuperscript{23} and H\textsubscript{2}O, \ce{H2O}, \SI{10}{\meter}",
            "10²³ and H₂O, H₂O, 10 m",
        ),
        (
            r"\href{https://example.org}{a page}, \url{a.org/b_c}, \textcolor{red}{red}",
            "a page, a.org/b_c, red",
        ),
        (r"Code \verb|a_b %| and \lstinline{x = {1}}.", "Code a_b % and x = {1}."),
        ("One % a comment\n two \\label{x}\\index{y}\\vspace{1cm} three", "One two three"),
        (r"\unknown{stays} and \alsounknown here", "stays and here"),
        (r"a } stray brace", "a stray brace"),
    ],
)
def test_words_of_a_paragraph(body: str, words: str, tmp_path: Path) -> None:
    assert shown(body, tmp_path) == [("paragraph", "", words)]


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("One.\n\nTwo.", [("paragraph", "", "One."), ("paragraph", "", "Two.")]),
        (
            r"\begin{enumerate}\item a \begin{enumerate}\item b\end{enumerate}\item c\end{enumerate}",
            [("list_item", "1.", "a"), ("list_item", "(a)", "b"), ("list_item", "2.", "c")],
        ),
        (
            r"\begin{description}\item[Osmosis] water moves\item[Stoma] an opening\end{description}",
            [("list_item", "", "Osmosis: water moves"), ("list_item", "", "Stoma: an opening")],
        ),
        (
            r"\begin{theorem}[Gauss] It is so.\end{theorem}\begin{proof} Easy.\end{proof}",
            [("paragraph", "", "Theorem (Gauss). It is so."), ("paragraph", "", "Proof. Easy.")],
        ),
        (
            "\\begin{lstlisting}[language=Python]\nx = 1 % kept\n\\end{lstlisting}",
            [("code", "", "x = 1 % kept")],
        ),
        (
            r"So\footnote{Or \emph{so}.} it is.",
            [("paragraph", "", "So [1] it is."), ("paragraph", "", "Or so.")],
        ),
        (
            r"\begin{figure}\includegraphics{a}\caption{A cell}\end{figure}",
            [("caption", "", "A cell")],
        ),
        (
            r"\[x^2\]\begin{align}a&=b\label{e}\\c&=d\end{align}",
            [("paragraph", "", "x²"), ("paragraph", "", "a = b; c = d")],
        ),
        (
            r"\begin{thebibliography}{9}\bibitem{a} Not taught.\end{thebibliography}End.",
            [("paragraph", "", "End.")],
        ),
        (r"\begin{tikzpicture}\draw (0,0);\end{tikzpicture}End.", [("paragraph", "", "End.")]),
    ],
)
def test_each_part_is_read_as_what_it_is(
    body: str, blocks: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    assert shown(body, tmp_path) == blocks


def test_the_head_and_the_sections(tmp_path: Path) -> None:
    head = "\\title{The \\emph{Tides}}\\author{Ada\\thanks{x} \\and Ben}\\date{2026-03-01}\n"
    body = r"\maketitle\section{Sea}\subsection*{Moon}\paragraph{Now} it rises."
    tides = found(body, tmp_path, head)
    assert [(b.kind, b.level, b.text) for b in tides.blocks] == [
        ("heading", 1, "The Tides"),
        ("heading", 2, "Sea"),
        ("heading", 3, "Moon"),
        ("heading", 5, "Now"),
        ("paragraph", 0, "it rises."),
    ]
    assert (tides.metadata.title, tides.metadata.authors) == ("The Tides", ("Ada", "Ben"))
    assert tides.metadata.date == "2026-03-01"


def test_macros_of_the_document_are_read_in_text_and_formulas(tmp_path: Path) -> None:
    head = r"\newcommand{\R}{\mathbb{R}}\newcommand{\sea}[1]{the \emph{#1} sea}\DeclareMathOperator{\lcm}{lcm}"
    (block,) = found(r"In \sea{North} is $\lcm(x) \in \R$.", tmp_path, head).blocks
    assert block.text == "In the North sea is lcm (x) ∈ ℝ."
    assert [mark.style for mark in block.marks] == ["emphasis", "formula"]
    assert block.marks[1].formula is not None


def test_references_show_what_is_printed(tmp_path: Path) -> None:
    body = (
        r"\section{A}\section{B}\subsection{C}\label{c}\begin{equation}\label{e}x\end{equation}"
        r"\begin{figure}\caption{F}\label{f}\end{figure}"
        r"See \ref{c}, \eqref{e}, \autoref{f}, \Cref{c}, \cite{k, l} and \ref{nowhere}."
        r"\begin{thebibliography}{9}\bibitem{l} L. \bibitem{k} K.\end{thebibliography}"
    )
    assert "See 2.1, (1), figure 1, Section 2.1, [2, 1] and nowhere." in [
        block.text for block in found(body, tmp_path).blocks
    ]


def test_a_table_keeps_its_spans_and_its_head(tmp_path: Path) -> None:
    body = (
        r"\begin{tabular}{lrr}\toprule River & \multicolumn{2}{c}{Size} \\ \midrule"
        r"\multirow{2}{*}{Nile} & 6650 & a\&b \\ & 1 & 2 \\ \bottomrule\end{tabular}"
    )
    (table,) = found(body, tmp_path).blocks
    assert [
        (c.text, c.row, c.column, c.row_span, c.column_span, c.header) for c in table.cells
    ] == [
        ("River", 0, 0, 1, 1, True),
        ("Size", 0, 1, 1, 2, True),
        ("Nile", 1, 0, 2, 1, False),
        ("6650", 1, 1, 1, 1, False),
        ("a&b", 1, 2, 1, 1, False),
        ("1", 2, 1, 1, 1, False),
        ("2", 2, 2, 1, 1, False),
    ]


def test_slides_are_headings_and_what_is_not_for_the_audience_waits_in_channels(
    tmp_path: Path,
) -> None:
    body = (
        r"\section{Sea}\begin{frame}[fragile]{A \emph{title}}\begin{itemize}\item<1-> one \pause\end{itemize}"
        "\\note{say so}\\end{frame}\\begin{frame}\\frametitle{Next}\\only<2>{late}\\todo{mend}\\end{frame}"
        "\\begin{comment}\nonly me\n\\end{comment}\\input{more}"
    )
    slides = found(body, tmp_path)
    assert [(b.level, b.text) for b in slides.blocks] == [
        (1, "Sea"), (2, "A title"), (1, "one"), (2, "Next"), (0, "late"),
    ]  # fmt: skip
    assert [(aside.channel, aside.block.text) for aside in slides.asides] == [
        ("speaker_notes", "say so"), ("private", "mend"), ("comments", "only me"),
    ]  # fmt: skip
    told = {warning.code: warning.details for warning in slides.warnings}
    assert told["included_files_missing"] == {"names": "more"}


@pytest.mark.parametrize(
    "text",
    [
        "\\section{A}\nText with \\emph{marks}.\n\\begin{itemize}\n\\item a\n\\end{itemize}",
        "% a chapter\n\\chapter{A}\\label{a}\nText \\cite{b} and \\textbf{more} of \\ref{a}.",
    ],
)
def test_a_part_of_a_document_is_latex_too(text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(text, "utf-8")
    assert validate(tmp_path / "a").label == "latex"


@pytest.mark.parametrize(
    "text",
    [
        "In LaTeX one writes \\section{Title} and \\emph{word}.",
        "# How to\n\n```tex\n\\documentclass{article}\n\\begin{document}\n\\section{A}\n```\n",
        "$x \\in \\mathbb{R}$ and \\frac{1}{2}",
        "C:\\section\\item\\begin",
    ],
)
def test_a_text_about_latex_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(text, "utf-8")
    assert validate(tmp_path / "a").label in ("txt", "markdown")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(
    ["\\", "{", "}", "[", "]", "$", "&", "%", "\n", "a", "\\item", "\\begin{tabular}", "\\end{tabular}", "\\begin{itemize}",
     "\\multicolumn", "\\footnote", "\\section", "\\newcommand", "\\verb", "\\\\", "\\ce", "\\begin{frame}", "\\caption", "#1"]
), max_size=40))  # fmt: skip
def test_no_text_is_too_odd(parts: list[str]) -> None:
    with TemporaryDirectory() as folder, suppress(Refused):
        found("".join(parts), Path(folder))


def test_a_span_that_the_text_breaks_off_at_is_passed_over(tmp_path: Path) -> None:
    text = r"\documentclass{article}\begin{document}Tides.\begin{tabular}{ll}a&\multicolumn"
    assert "Tides." in [block.text for block in found(text, tmp_path).blocks]
