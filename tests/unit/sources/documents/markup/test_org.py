"""Org: headlines, lists, tables, blocks, notes; what is private or for another file is told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.markup.org.inline import RULES
from praxeo.sources.documents.markup.org.walk import Walk
from praxeo.sources.documents.markup.outside_parts import OutsideParts
from praxeo.sources.documents.markup.runs import Runs
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate

HEAD = "#+TITLE: Tides\n#+OPTIONS: toc:nil\n\n"


def found(text: str, folder: Path) -> Extraction:
    path = folder / "a"
    path.write_text(text, "utf-8")
    assert validate(path).label == "org"
    return read("org", path)


def shown(text: str, folder: Path) -> list[tuple[str, int, str, str]]:
    return [(b.kind, b.level, b.number, b.text) for b in found(HEAD + text, folder).blocks[1:]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A *tide* /rises/ _now_ by =co*d*e= and ~x~.", "A tide rises now by co*d*e and x."),
        ("10^23, 10^{23}, H_2O and $x^2$ \\(y\\).", "10²³, 10²³, H₂O and x² y."),
        (
            "[[https://example.org][a /page/]], [[https://b.org]] and [cite:@knuth].",
            "a page, b.org and [knuth].",
        ),
        (
            "\\alpha \\rarr \\ldots{} costs $5 and $7 or 2 * 3 * 4",
            "α → … costs $5 and $7 or 2 * 3 * 4",
        ),
        ("One \\\\\ntwo <2026-03-01 Sun>", "One\ntwo 2026-03-01 Sun"),
        (
            "{{{title}}} of {{{sea(North)}}} and {{{no}}}\n#+MACRO: x y",
            "Tides of {{{sea(North)}}} and {{{no}}}",
        ),
        ("and/or a_b snake_case x/y/z", "and/or a_b snake_case x/y/z"),
        ("So [fn:: Or *so*.] it is.", "So [1] it is."),
        ("+gone+ kept @@html:<b>@@", "kept"),
    ],
)
def test_words_of_a_paragraph(text: str, words: str, tmp_path: Path) -> None:
    assert shown(text, tmp_path)[0] == ("paragraph", 0, "", words)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "* TODO [#A] Sea :physics:\nSCHEDULED: <2026-03-01>\n:PROPERTIES:\n:ID: x\n:END:\n** Moon",
            [("heading", 2, "", "Sea"), ("heading", 3, "", "Moon")],
        ),
        (
            "- One\n  goes on\n  - inner\n    3. [@5] deep\n- [X] Two\n\n  more\n\nApart.",
            [
                ("list_item", 1, "", "One goes on"), ("list_item", 2, "", "inner"), ("list_item", 3, "5.", "deep"),
                ("list_item", 1, "", "Two"), ("paragraph", 0, "", "more"), ("paragraph", 0, "", "Apart."),
            ],
        ),
        (
            "- Osmosis :: Water *moves*.\n- Stoma :: An opening.",
            [("list_item", 1, "", "Osmosis: Water moves."), ("list_item", 1, "", "Stoma: An opening.")],
        ),
        ("1) a\n2) b", [("list_item", 1, "1)", "a"), ("list_item", 1, "2)", "b")]),
        ("#+BEGIN_SRC c :x y\n  a\n    ,* b\n#+END_SRC", [("code", 0, "", "a\n  * b")]),
        (": one\n:  two\n\n#+begin_example\n*x*\n#+end_example", [("code", 0, "", "one\n two"), ("code", 0, "", "*x*")]),
        ("#+BEGIN_QUOTE\nTo /be/.\n#+END_QUOTE\nEnd.", [("paragraph", 0, "", "To be."), ("paragraph", 0, "", "End.")]),
        ("#+BEGIN_VERSE\none\ntwo\n#+END_VERSE", [("paragraph", 0, "", "one\ntwo")]),
        ("#+BEGIN_EXPORT html\n<b>x</b>\n#+END_EXPORT\n-----\nEnd.", [("paragraph", 0, "", "x"), ("paragraph", 0, "", "End.")]),
        ("\\begin{align}\na&=b\n\\end{align}", [("paragraph", 0, "", "a = b")]),
        ("A[fn:a].\n\n[fn:a] The note\ngoes on.", [("paragraph", 0, "", "A [a]."), ("paragraph", 0, "", "The note goes on.")]),
        ("#+CAPTION: Rivers\n| a |\n| b |", [("caption", 0, "", "Rivers"), ("table", 0, "", "a\nb")]),
    ],
)  # fmt: skip
def test_each_part_is_read_as_what_it_is(
    text: str, blocks: list[tuple[str, int, str, str]], tmp_path: Path
) -> None:
    assert shown(text, tmp_path) == blocks


def test_the_whole_and_its_tables(tmp_path: Path) -> None:
    text = "#+TITLE: The /Tides/\n#+AUTHOR: Ada, Ben\n#+DATE: <2026-03-01>\n\n| a | *b* |\n|---+---|\n| <r> | |\n| 1 | |\n#+TBLFM: x\n"
    tides = found(text, tmp_path)
    assert (tides.metadata.title, tides.metadata.authors, tides.metadata.date) == (
        "The Tides",
        ("Ada", "Ben"),
        "2026-03-01",
    )
    assert [(c.text, c.row, c.column, c.header) for c in tides.blocks[1].cells] == [
        ("a", 0, 0, True), ("b", 0, 1, True), ("1", 1, 0, False), ("", 1, 1, False),
    ]  # fmt: skip


def test_what_is_private_waits_in_channels_and_other_files_are_named(tmp_path: Path) -> None:
    text = (
        '# ask Ben\n* COMMENT mine\nsecret\n** inner\nx\n* Shown\n#+INCLUDE: "b.org" src\n* Mine :noexport:\ny\n'
        "#+BEGIN_SRC python\nz\n#+END_SRC\n"
    )
    tides = found(HEAD + text, tmp_path)
    assert [block.text for block in tides.blocks] == ["Tides", "Shown"]
    assert [(a.channel, a.block.text) for a in tides.asides] == [
        ("comments", "ask Ben"), ("private", "mine"), ("private", "secret"), ("private", "inner"), ("private", "x"),
        ("private", "Mine"), ("private", "y"), ("private", "z"),
    ]  # fmt: skip
    assert {w.code: w.details for w in tides.warnings}["included_files_missing"] == {
        "names": "b.org"
    }


@pytest.mark.parametrize(
    "text",
    [
        "* one\n* two\n\nProse with [brackets].",
        "* Sea\n- a\n",
        "#+ is a sign\n* x",
        "# A\n\n* b :: c\n",
        "* see [a](b.org)\n",
    ],
)
def test_prose_and_markdown_are_no_org(text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(text, "utf-8")
    assert validate(tmp_path / "a").label in ("txt", "markdown")


@pytest.mark.parametrize(
    "piece",
    ["*a ", "/", "=", "[[a", "[fn:", "[cite:", "$a", "\\(", "{{{x", "src_a{", "@@a:", "<2026-01-01", "\n* a", "\n- a", "\n  - b :: ", "\n| a ",
     "\n#+begin_src\n", "\n* COMMENT x", "\n:x:\n", "\n: a", "\n\\begin{align}\n"],
)  # fmt: skip
def test_no_text_takes_long(piece: str) -> None:
    started = time.process_time()
    walked(piece * 20_000)
    assert time.process_time() - started < 6


@given(st.text(alphabet="*/_=~+#:|[]{}<>$\\^-\n abfn1@,.", max_size=160))
def test_no_text_is_too_odd(text: str) -> None:
    walked(text)


def walked(text: str) -> None:
    blocks = BlockList()
    runs = Runs(rules=RULES, blocks=blocks)
    Walk(lines=text.split("\n"), blocks=blocks, runs=runs, outside=OutsideParts()).run()
