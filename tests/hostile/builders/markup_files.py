"""Hostile files of the kinds that are text with marks: messages, and what is written to be typeset."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.hostile.builders import office_files as office
from tests.hostile.builders.hostile_files import Hostile

LONG = ("text_too_long", "too_complex")
CARDS = b"#separator:tab\n#html:true\n"
MAIL = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: Tides\r\n"
RST = b".. _a:\n\n.. note:: Tides\n\n"
TEX = b"\\documentclass{article}\n\\begin{document}\n"
ADOC = b"= Tides\n:toc:\n\nThe sea rises.\n\n"
ORG = b"#+TITLE: Tides\n#+OPTIONS: toc:nil\n\nThe sea rises.\n\n"


def anki_deck(*statements: str) -> bytes:
    """A packed deck whose collection these statements made."""
    with closing(sqlite3.connect(":memory:")) as made:
        for statement in statements:
            made.execute(statement)
        made.commit()
        return office.zipped({"collection.anki2": made.serialize(), "media": "{}"})


MARKUP: tuple[Hostile, ...] = (
    Hostile(
        name="a message of signatures that end nowhere",
        build=lambda: MAIL + b"\r\nTides rise.\r\n" + (b"-- \r\n" + b"x" * 60 + b"\r\n") * 20_000,
    ),
    Hostile(
        name="formulas of brackets that stay open",
        build=lambda: RST + b"".join(b":math:`x^2" + b"[" * n + b"`\n\n" for n in range(9, 400)),
    ),
    Hostile(
        name="a message of 20,000 nested parts",
        build=lambda: (
            MAIL
            + b"".join(
                b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n)
                for n in range(20_000)
            )
        ),
        codes=("too_deep",),
    ),
    Hostile(
        name="a message of 20,000 messages, each within the other",
        build=lambda: MAIL + b"Content-Type: message/rfc822\r\n\r\n" * 20_000 + b"text",
        codes=("too_deep",),
    ),
    Hostile(
        name="a message with a subject of a million words",
        build=lambda: MAIL[:-2] + b" =?utf-8?q?tide?=" * 1_000_000 + b"\r\n\r\nThe sea rises.",
        codes=("reads",),
    ),
    Hostile(
        name="a message of one line of 18 MB",
        build=lambda: MAIL + b"\r\n" + b"word " * 3_600_000,
        codes=LONG,
    ),
    Hostile(
        name="a message whose page nests 200,000 deep",
        build=lambda: MAIL + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 200_000 + b"text",
        codes=("too_deep", "too_complex", "no_text", "reads"),
    ),
    Hostile(
        name="200,000 flashcards",
        build=lambda: b"".join(b"term %d\tmeaning %d\n" % (n, n) for n in range(200_000)),
        codes=LONG,
    ),
    Hostile(
        name="a flashcard of a million open gaps and formulas",
        build=lambda: CARDS + b"front\t" + b"{{c1::\\\\([latex]<b>" * 400_000,
        codes=("reads", *LONG, "no_text"),
    ),
    Hostile(
        name="a flashcard whose field never ends",
        build=lambda: CARDS + b'front\t"' + b"back\tword\n" * 900_000,
        codes=LONG,
    ),
    Hostile(
        name="reStructuredText of 900 nested lists",
        build=lambda: RST + b"".join(b"  " * n + b"- a\n\n" for n in range(900)),
        codes=("too_deep",),
    ),
    Hostile(
        name="reStructuredText that takes in a file of the machine",
        build=lambda: (
            RST
            + b".. include:: /etc/passwd\n\n.. raw:: html\n   :file: /etc/passwd\n\nThe sea rises.\n"
        ),
    ),
    Hostile(
        name="reStructuredText of 20,000 open marks",
        build=lambda: RST + b"*a `b **c |d ``e " * 20_000,
        codes=("reads", *LONG),
    ),
    Hostile(
        name="reStructuredText of substitutions that multiply",
        build=lambda: (
            RST
            + b"".join(b".. |s%d| replace:: |s%d| |s%d|\n" % (n, n + 1, n + 1) for n in range(40))
            + b".. |s40| replace:: a\n\n|s0|\n"
        ),
        codes=("reads", "too_deep", "too_complex", "parser_crashed"),
    ),
    Hostile(
        name="reStructuredText of one line of 18 MB",
        build=lambda: RST + b"word " * 3_600_000,
        codes=LONG,
    ),
    Hostile(
        name="a grid table of 2,000 columns",
        build=lambda: (
            RST + (b"+-" * 2000 + b"+\n" + b"|a" * 2000 + b"|\n") * 30 + b"+-" * 2000 + b"+\n"
        ),
        codes=("reads", *LONG),
    ),
    Hostile(
        name="LaTeX of 200,000 open braces",
        build=lambda: TEX + b"{" * 200_000 + b"text",
        codes=("too_deep",),
    ),
    Hostile(
        name="LaTeX of 900 nested lists",
        build=lambda: TEX + b"\\begin{itemize}\\item a " * 900,
        codes=("too_deep",),
    ),
    Hostile(
        name="LaTeX of macros that multiply",
        build=lambda: (
            b"".join(
                b"\\newcommand{\\%c}{\\%c\\%c\\%c}\n" % (n, n + 1, n + 1, n + 1)
                for n in range(97, 121)
            )
            + TEX
            + b"Tide \\a $\\a$ " * 500
        ),
        codes=("reads", *LONG),
    ),
    Hostile(
        name="LaTeX of macros that never end",
        build=lambda: b"\\newcommand{\\tide}{a \\tide}\n" + TEX + b"\\tide $\\tide$ " * 2_000,
        codes=("reads", *LONG),
    ),
    Hostile(
        name="LaTeX that takes in a file of the machine",
        build=lambda: TEX + b"\\input{/etc/passwd}\\lstinputlisting{/etc/passwd} The sea rises.",
    ),
    Hostile(
        name="LaTeX of 100,000 beginnings without an end",
        build=lambda: TEX + b"\\begin{verbatim}\\begin{frame}{\\title{\\newcommand{\\a}{" * 20_000,
        codes=("too_deep", "reads", "no_text", *LONG),
    ),
    Hostile(
        name="LaTeX of one line of 18 MB", build=lambda: TEX + b"word " * 3_600_000, codes=LONG
    ),
    Hostile(
        name="AsciiDoc of attributes that multiply",
        build=lambda: (
            ADOC
            + b"".join(b":a%d: {a%d}{a%d}\n\n" % (n + 1, n, n) for n in range(60))
            + b"{a60} " * 20_000
        ),
        codes=("reads", *LONG),
    ),
    Hostile(
        name="AsciiDoc of cells that cover the world",
        build=lambda: (
            ADOC + b"|===\n" + b"999.999+|a " * 20_000 + b"999*|b " * 20_000 + b"\n|===\n"
        ),
        codes=("reads", *LONG),
    ),
    Hostile(
        name="AsciiDoc of 200,000 open marks",
        build=lambda: ADOC + b"*a _b `c #d ^e ((f <<g footnote:[h " * 25_000,
        codes=("reads", *LONG),
    ),
    Hostile(
        name="AsciiDoc of 500 nested lists",
        build=lambda: ADOC + b"".join(b"%s a\n" % (b"*" * (n % 6 + 1)) for n in range(500)),
    ),
    Hostile(
        name="AsciiDoc that takes in a file of the machine",
        build=lambda: (
            ADOC + b"include::/etc/passwd[]\n\n[source]\n----\ninclude::/etc/passwd[]\n----\n"
        ),
    ),
    Hostile(
        name="AsciiDoc of one line of 18 MB", build=lambda: ADOC + b"word " * 3_600_000, codes=LONG
    ),
    Hostile(
        name="Org of 900 nested lists",
        build=lambda: ORG + b"".join(b" " * n + b"- a\n" for n in range(900)),
    ),
    Hostile(
        name="Org of macros that multiply",
        build=lambda: (
            ORG
            + b"".join(b"#+MACRO: a%d {{{a%d}}}{{{a%d}}}\n" % (n, n + 1, n + 1) for n in range(60))
            + b"{{{a0}}} " * 20_000
        ),
        codes=("reads", *LONG),
    ),
    Hostile(
        name="Org of 200,000 open marks",
        build=lambda: ORG + b"*a /b =c ~d +e [[f [fn:g $h {{{i " * 25_000,
        codes=("reads", *LONG),
    ),
    Hostile(
        name="Org that takes in a file of the machine",
        build=lambda: ORG + b'#+INCLUDE: "/etc/passwd"\n[[file:/etc/passwd]]\n',
    ),
    Hostile(name="Org of one line of 18 MB", build=lambda: ORG + b"word " * 3_600_000, codes=LONG),
    Hostile(
        name="an Anki collection whose notes are a query without end",
        build=lambda: anki_deck(
            "CREATE TABLE col AS SELECT '{}' AS models, '{}' AS decks",
            "CREATE TABLE cards (nid, did)",
            "CREATE VIEW notes AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
            "SELECT x AS id, x AS mid, x AS flds FROM n",
        ),
        codes=("damaged",),
    ),
    Hostile(
        name="an Anki collection of a hundred thousand notes",
        build=lambda: anki_deck(
            "CREATE TABLE col AS SELECT '{}' AS models, '{}' AS decks",
            "CREATE TABLE cards (nid, did)",
            "CREATE TABLE notes AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 100000) "
            "SELECT x AS id, x AS mid, 'front ' || x || char(31) || 'back ' || x AS flds FROM n",
        ),
        codes=LONG,
    ),
    Hostile(
        name="an Anki collection that is none",
        build=lambda: office.zipped({"collection.anki2": "SQLite format 3\0" + "x" * 9_000}),
        codes=("damaged",),
    ),
)
