"""AsciiDoc: headings, lists, tables, listings, notes; what is for the writer or for another file is told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.markup.asciidoc.attributes import Attributes
from praxeo.sources.documents.markup.asciidoc.inline import RULES
from praxeo.sources.documents.markup.asciidoc.walk import Walk
from praxeo.sources.documents.markup.outside_parts import OutsideParts
from praxeo.sources.documents.markup.runs import Runs
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate

HEAD = "= Tides\n\n"


def found(text: str, folder: Path) -> Extraction:
    path = folder / "a"
    path.write_text(text, "utf-8")
    assert validate(path).label == "asciidoc"
    return read("asciidoc", path)


def shown(text: str, folder: Path) -> list[tuple[str, int, str, str]]:
    return [(b.kind, b.level, b.number, b.text) for b in found(HEAD + text, folder).blocks[1:]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A *tide* _rises_, **ri**se of `code` and `+*raw*+`.",
            "A tide rises, rise of code and *raw*.",
        ),
        ("10^23^ and H~2~O, stem:[x^2] and latexmath:[\\frac{1}{2}].", "10²³ and H₂O, x² and 1/2."),
        (
            "https://example.org[a page], link:b.html[b], <<x,the x>>, <<the_y>>.",
            "a page, b, the x, the y.",
        ),
        ("{sea} and {unknown} and {nbsp}x", "{sea} and {unknown} and x"),
        ("One +\ntwo (C) a -- b...", "One\ntwo © a — b…"),
        ("kbd:[Ctrl+C] menu:File[Save] ((shown))(((hidden, x)))", "Ctrl+C File > Save shown"),
        ("So footnote:[Or *so*.] it is.", "So [1] it is."),
        ("2 * 3 * 4 and a_b_c and x ^ y", "2 * 3 * 4 and a_b_c and x ^ y"),
        ("[.lead]#marked# and [line-through]#gone# #kept#", "marked and kept"),
    ],
)
def test_words_of_a_paragraph(text: str, words: str, tmp_path: Path) -> None:
    assert shown(text, tmp_path)[0] == ("paragraph", 0, "", words)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("== Sea\n\n=== Moon", [("heading", 2, "", "Sea"), ("heading", 3, "", "Moon")]),
        (
            "* One\n** inner\ngoes on\n* [x] Two\n+\nattached\n\nApart.",
            [
                ("list_item", 1, "", "One"), ("list_item", 2, "", "inner goes on"), ("list_item", 1, "", "Two"),
                ("paragraph", 0, "", "attached"), ("paragraph", 0, "", "Apart."),
            ],
        ),
        (
            "[start=3]\n. c\n. d\n.. inner",
            [("list_item", 1, "3.", "c"), ("list_item", 1, "4.", "d"), ("list_item", 2, "a.", "inner")],
        ),
        (
            "Osmosis:: Water *moves*.\nStoma::\n  An opening.\n\nXylem::\n\nA vessel.",
            [
                ("list_item", 1, "", "Osmosis: Water moves."), ("list_item", 1, "", "Stoma: An opening."),
                ("list_item", 1, "", "Xylem: A vessel."),
            ],
        ),
        ("NOTE: Mind this.", [("paragraph", 0, "", "Mind this.")]),
        ("[TIP]\n.Key\n====\nMind this.\n====", [("paragraph", 0, "", "Key"), ("paragraph", 0, "", "Mind this.")]),
        ("[quote, Ada, Book]\n____\nTo be.\n____", [("paragraph", 0, "", "To be."), ("paragraph", 0, "", "— Ada, Book")]),
        ("----\na *b*\n\n  c\n----", [("code", 0, "", "a *b*\n\n  c")]),
        ("```\nx\n```\n\n  set in", [("code", 0, "", "x"), ("code", 0, "", "set in")]),
        (".A list\n----\nx\n----", [("caption", 0, "", "A list"), ("code", 0, "", "x")]),
        ("[stem]\n++++\nx^2\n++++\n\n++++\n<b>raw</b>\n++++", [("paragraph", 0, "", "x²"), ("paragraph", 0, "", "raw")]),
        (".A list\n* One", [("paragraph", 0, "", "A list"), ("list_item", 1, "", "One")]),
        (".A cell\nimage::a.png[Alt]\n\nEnd.", [("caption", 0, "", "A cell"), ("paragraph", 0, "", "End.")]),
        ("ifdef::no[]\nhidden\nendif::[]\nifndef::no[]\nshown\nendif::[]", [("paragraph", 0, "", "shown")]),
        ("'''\n\n<<<\n\n:name: x\n\n{name}", [("paragraph", 0, "", "x")]),
        ("So footnote:[Or so.].", [("paragraph", 0, "", "So [1]."), ("paragraph", 0, "", "Or so.")]),
    ],
)  # fmt: skip
def test_each_part_is_read_as_what_it_is(
    text: str, blocks: list[tuple[str, int, str, str]], tmp_path: Path
) -> None:
    assert shown(text, tmp_path) == blocks


def test_the_head_is_metadata_and_no_text(tmp_path: Path) -> None:
    tides = found(
        "// x\n= The *Tides*\nAda Example <a@b.c>; Ben Other\nv1.0, 2026-03-01\n:toc:\n\nIt rises.",
        tmp_path,
    )
    assert [block.text for block in tides.blocks] == ["The Tides", "It rises."]
    assert tides.metadata.authors == ("Ada Example", "Ben Other")
    assert (tides.metadata.title, tides.metadata.date) == ("The Tides", "2026-03-01")


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        (
            '[cols="1,2",options="header"]\n|===\n|River |Dead\n|Nile\n|6650\n2+|both\n.2+|Rhine |1\n|a \\| b\n|===',
            [
                ("River", 0, 0, 1, 1, True), ("Dead", 0, 1, 1, 1, True), ("Nile", 1, 0, 1, 1, False),
                ("6650", 1, 1, 1, 1, False), ("both", 2, 0, 1, 2, False), ("Rhine", 3, 0, 2, 1, False),
                ("1", 3, 1, 1, 1, False), ("a | b", 4, 1, 1, 1, False),
            ],
        ),
        (
            "|===\n|a |b\n\n|c |*d*\n|===",
            [("a", 0, 0, 1, 1, True), ("b", 0, 1, 1, 1, True), ("c", 1, 0, 1, 1, False), ("d", 1, 1, 1, 1, False)],
        ),
        (
            '[%header,format=csv]\n|===\nx,y\n1,"2,3"\n|===',
            [("x", 0, 0, 1, 1, True), ("y", 0, 1, 1, 1, True), ("1", 1, 0, 1, 1, False), ("2,3", 1, 1, 1, 1, False)],
        ),
    ],
)  # fmt: skip
def test_a_table_keeps_its_head_and_its_spans(
    table: str, cells: list[tuple[str, int, int, int, int, bool]], tmp_path: Path
) -> None:
    (block,) = found(f"{HEAD}{table}", tmp_path).blocks[1:]
    assert [
        (c.text, c.row, c.column, c.row_span, c.column_span, c.header) for c in block.cells
    ] == cells


def test_comments_wait_in_a_channel_and_other_files_are_named(tmp_path: Path) -> None:
    text = "[source,python]\n----\nx\ninclude::c.py[]\n----\n// ask Ben\n\n////\nonly me\n////\n\ninclude::b.adoc[]\n"
    tides = found(HEAD + text, tmp_path)
    assert tides.blocks[1].language == "python"
    assert [(a.channel, a.block.text) for a in tides.asides] == [
        ("comments", "ask Ben"),
        ("comments", "only me"),
    ]
    (warning,) = tides.warnings
    assert (warning.code, warning.details) == ("included_files_missing", {"names": "c.py, b.adoc"})


@pytest.mark.parametrize(
    "text",
    [
        "= Is it so?",
        "a\n==\nText with *stars*.",
        "== means equal in C.\nx == y",
        "== Wiki ==\na\n== Text ==\nb",
        "[options]\na=1\n[options.b]\nc=2",
        "# A\n\n== b\n\n|===\n",
        "Note: a\nx:: y",
    ],
)
def test_prose_and_markdown_are_no_asciidoc(text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(f"{text}\n", "utf-8")
    assert validate(tmp_path / "a").label in ("txt", "markdown")


@pytest.mark.parametrize(
    "piece",
    ["*a ", "_", "`", "footnote:[", "<<a", "((", "http:", "[", "{a}", "|", "2+|", "#", "^a", "\n* a", "\n====\n", "\na:: ", "\n|===\n", "\nifdef::a[]\n"],
)  # fmt: skip
def test_no_text_takes_long(piece: str) -> None:
    started = time.process_time()
    walked(f"\n:a: {'{a}' * 99}\n\n{piece * 40_000}")
    assert time.process_time() - started < 5


@given(st.text(alphabet='=*_`|[]{}<>:.+#^~-/\n ab1,"\\', max_size=160))
def test_no_text_is_too_odd(text: str) -> None:
    walked(text)


def walked(text: str) -> None:
    blocks = BlockList()
    Walk(
        lines=text.split("\n"),
        blocks=blocks,
        runs=Runs(rules=RULES, blocks=blocks),
        attributes=Attributes(),
        outside=OutsideParts(),
    ).run()
