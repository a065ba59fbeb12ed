"""Of a text with marks those words are counted that are surely for its readers, and a loss of one of them is told."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.markup.latex.sure_latex import seen_in_latex
from praxeo.sources.documents.markup.sure_words import ASCIIDOC, ORG, RST, sure_words
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.rtf.seen_rtf import seen_in_rtf
from praxeo.sources.documents.text.seen_markdown import seen_words


@pytest.mark.parametrize(
    ("unsure", "text", "counted"),
    [
        (RST, "Rivers\n======\n\n:Author: Ada\n\nA *long* one, so ``far``.", "far long one rivers"),
        (RST, ".. toctree::\n   :maxdepth: 2\n\n   intro\n   more\n\nAfter it.", "after"),
        (RST, ".. note:: Mind\n\n   The gap.", "gap mind the"),
        (RST, ".. |x| image:: cell.png\n\nSee |sign| and :ref:`place`.", "and see"),
        (ASCIIDOC, ":toc:\n\n== Rivers\n\n|===\n|Cell |Other\n|===\n\n[source,ruby]\nputs", "cell other puts rivers"),
        (ASCIIDOC, "ifdef::no[]\nhidden\nendif::[]\nSee link:a.html[the page].", "see"),
        (ORG, "#+AUTHOR: Ada\n* TODO Rivers :tag:\n:LOGBOOK:\nclocked\n:END:\n| one | two |", "one rivers two"),
    ],
)  # fmt: skip
def test_marks_names_and_options_are_no_words(
    unsure: re.Pattern[str], text: str, counted: str
) -> None:
    assert " ".join(sorted(sure_words(text, unsure))) == counted


def test_of_latex_the_body_counts_without_commands_formulas_and_comments() -> None:
    text = (
        "\\title{Head}\\begin{document}\\section{Rivers}\\label{sec} The \\textbf{long} one\\cite{key}. "
        "$speed$ % aside\n\\begin{tikzpicture}drawn\\end{tikzpicture} \\own{unsure} ends.\\end{document} after"
    )
    assert sorted(seen_in_latex(text)) == ["ends", "long", "one", "rivers", "the"]


def test_of_rtf_the_text_counts_without_tables_of_fonts_and_words_of_code_pages() -> None:
    data = rb"{\rtf1{\fonttbl{\f0 Times;}}\pard The {\b long} riv{\i er}, caf\'e9 na\u239?ve{\*\gen made}\par Next}"
    assert sorted(seen_in_rtf(data)) == ["long", "next", "river", "the"]


FILES = {
    "rst": "Rivers\n======\n\nThe first one.\n\nThe second part.\n",
    "asciidoc": "= Rivers\n\nThe first one.\n\nThe second part.\n",
    "org": "* Rivers\n\nThe first one.\n\nThe second part.\n",
    "latex": "\\begin{document}\n\\section{Rivers}\nThe first one.\n\nThe second part.\n\\end{document}\n",
    "rtf": r"{\rtf1 Rivers\par The first one.\par The second part.\par}",
    "ttml": '<tt><body><div><p begin="1s" end="2s">Rivers. The first one.</p><p begin="9s" end="12s">The second part.</p></div></body></tt>',
    "cards": "#separator:tab\n#deck column:3\nRivers\tThe first one\tA\nother\tsecond part\tB\n",
}


@pytest.mark.parametrize("label", FILES)
def test_a_block_that_a_reader_loses_is_told(
    label: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_text(FILES[label])
    assert [w.code for w in read(label, path).warnings] == []
    sound = BlockList.extraction

    def faulty(self, metadata, **more):  # loses what stands last
        return sound(self, metadata, **{**more, "blocks": tuple(self.blocks[:-1])})

    monkeypatch.setattr(BlockList, "extraction", faulty)
    (warning,) = read(label, path).warnings
    assert warning.code == "text_lost"
    assert "second" in str(warning.details["words"]) or label == "cards"


@pytest.mark.parametrize(
    "text",
    [
        "See [a][b `c`].\n\n> [b `c`]: https://example.org/some/place\n",
        'Of [one](a.md "Some\ntitle of `it`").\n',
        "```` ```math ```` begins it.\n\nSee [there](other-page.md).\n",
        "> [!note] Key\n> The cell.\n",
        "```{note} Key\n:class: tip\nSee [there][place-name].\n```\n\n[place-name]: https://example.org\n",
        '!!! note "Key"\n    The cell. #biology ^place\n',
        "The [[Mitochondrion|mitochondria]] and {ref}`label-name`.\n",
    ],
)
def test_marks_of_markdown_are_no_lost_words(text: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text(text)
    assert [w.code for w in read("markdown", path).warnings] == []


def test_a_line_that_names_the_separator_is_no_lost_word(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("sep=;\nTerm;Meaning\nstoma;a pore\n")
    assert [w.code for w in read("txt", path).warnings] == []


def test_struck_text_in_a_cell_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("| a | b |\n|---|---|\n| ~~old~~ new | c |\n")
    assert [w.code for w in read("markdown", path).warnings] == ["struck_text_left_out"]


@pytest.mark.parametrize(
    "part", ["link:", "<<", "++++\n", ":x:\n", "\\begin{math}", "\\[", "\\a{", " #a", '](a "', "$"]
)
def test_no_text_takes_long_to_count(part: str) -> None:
    text = part * (200_000 // len(part))
    started = time.process_time()
    for pattern in (RST, ASCIIDOC, ORG):
        sure_words(text, pattern)
    seen_in_latex(text)
    seen_words(text)
    assert time.process_time() - started < 3
