"""Texts with marks (reStructuredText, AsciiDoc, Org, LaTeX, RTF), captions, cards: sound, and with something planted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from benchmarks.ledger.cases import Prose
from benchmarks.ledger.office_cases import HIDDEN, LOST, REMARKS, Maker, Planted
from tests.hostile.builders import office_files as office

FILES_MISSING, PART = ("included_files_missing",), ("part_not_read",)
MARKS_ODD = ("markup_not_understood",)
OTHER = "latex"


def rst(prose: Prose, extra: str = "") -> bytes:
    word = prose.word()
    items = "\n".join(f"* {prose.sentence()}" for _ in range(3))
    rows = "\n".join(f"   * - {prose.word()}\n     - {prose.sentence()}" for _ in range(3))
    return (
        f"{word}\n{'=' * len(word)}\n\n:Author: Ada\n\n{prose.sentences()} See `the {prose.word()} <https://a.test/x>`_ and "
        f":ref:`there <place>`. [#n]_\n\n.. _place:\n\nPart\n----\n\n{items}\n\n.. note:: Mind\n\n   {prose.sentences()}\n\n"
        f".. list-table::\n   :header-rows: 1\n\n{rows}\n\n.. code-block:: python\n\n   x = '{prose.word()}'\n\n"
        f"{prose.sentences()} :math:`x^2` and **{prose.word()}**.\n\n{extra}\n\n.. [#n] {prose.sentence()}\n"
    ).encode()


def rst_plants(prose: Prose) -> Iterator[Planted]:
    yield "file taken in", rst(prose, f".. include:: {prose.word()}.txt"), FILES_MISSING
    yield "passage for another output", rst(prose, f".. raw:: {OTHER}\n\n   {prose.lost()}"), PART
    yield "marks that mean nothing", rst(prose, f"{prose.lost()}\n\n=====\n+++\n\n|x\n"), MARKS_ODD
    hidden = f".. raw:: html\n\n   <p style='display:none'>{prose.lost()}</p>"
    yield "hidden by style", rst(prose, hidden), HIDDEN


def asciidoc(prose: Prose, extra: str = "") -> bytes:
    items = "\n".join(f"* {prose.sentence()}" for _ in range(3))
    rows = "\n".join(f"|{prose.word()} |{prose.sentence()}" for _ in range(3))
    return (
        f"= {prose.word()}\nAda Lee\n:toc:\n\n{prose.sentences()} See link:a.html[the {prose.word()}].footnote:[{prose.sentence()}]\n\n"
        f"== {prose.word()}\n\n{items}\n\n.{prose.word()}\n|===\n{rows}\n|===\n\nNOTE: {prose.sentence()}\n\n"
        f"[source,python]\n----\nx = '{prose.word()}'\n----\n\n[quote,Ada]\n____\n{prose.sentences()}\n____\n\n"
        f"{prose.word()}:: {prose.sentence()}\n\nOf *{prose.word()}* and stem:[x^2].\n\n{extra}\n"
    ).encode()


def asciidoc_plants(prose: Prose) -> Iterator[Planted]:
    yield "file taken in", asciidoc(prose, f"include::{prose.word()}.adoc[]"), FILES_MISSING
    hidden = f"++++\n<p style='display:none'>{prose.lost()}</p>\n++++"
    yield "hidden by style", asciidoc(prose, hidden), HIDDEN
    struck = f"Now [.line-through]#{prose.word()}# it is."
    yield "struck", asciidoc(prose, struck), ("struck_text_left_out",)


def org(prose: Prose, extra: str = "") -> bytes:
    items = "\n".join(f"- {prose.sentence()}" for _ in range(3))
    rows = "\n".join(f"| {prose.word()} | {prose.sentence()} |" for _ in range(3))
    return (
        f"#+TITLE: {prose.word()}\n#+AUTHOR: Ada\n\n* TODO {prose.word()} :tag:\n:PROPERTIES:\n:ID: x\n:END:\n{prose.sentences()} "
        f"See [[https://a.test][the {prose.word()}]].[fn:1]\n\n** {prose.word()}\n{items}\n\n{rows}\n\n#+BEGIN_SRC python\nx = 1\n#+END_SRC\n\n"
        f"#+BEGIN_QUOTE\n{prose.sentences()}\n#+END_QUOTE\n\nOf *{prose.word()}* and $x^2$.\n\n{extra}\n\n[fn:1] {prose.sentence()}\n"
    ).encode()


def org_plants(prose: Prose) -> Iterator[Planted]:
    yield "file taken in", org(prose, f'#+INCLUDE: "{prose.word()}.org"'), FILES_MISSING
    other = f"#+BEGIN_EXPORT {OTHER}\n{prose.lost()}\n#+END_EXPORT"
    yield "passage for another output", org(prose, other), PART
    yield "struck", org(prose, f"Now +{prose.word()}+ it is."), ("struck_text_left_out",)


def latex(prose: Prose, extra: str = "") -> bytes:
    items = "\n".join(f"\\item {prose.sentence()}" for _ in range(3))
    rows = "\n".join(f"{prose.word()} & {prose.sentence()} \\\\" for _ in range(3))
    return (
        "\\documentclass{article}\n\\usepackage[utf8]{inputenc}\n\\newcommand{\\own}[1]{\\emph{#1}}\n\\begin{document}\n"
        f"\\section{{{prose.word()}}}\\label{{s}}\n{prose.sentences()}\\footnote{{{prose.sentence()}}} See \\cite{{k}} and \\ref{{s}}.\n\n"
        f"\\begin{{itemize}}\n{items}\n\\end{{itemize}}\n% {prose.sentence()}\n\n\\begin{{tabular}}{{ll}}\n{rows}\n\\end{{tabular}}\n\n"
        f"\\begin{{theorem}}\n{prose.sentences()}\n\\end{{theorem}}\nOf \\textbf{{{prose.word()}}}, \\own{{{prose.word()}}} and $x^2$.\n\n"
        f"\\[ a = b \\]\n\n\\subsection{{{prose.word()}}}\n{prose.sentences()}\n\n{extra}\n\\end{{document}}\n"
    ).encode()


def latex_plants(prose: Prose) -> Iterator[Planted]:
    yield "file taken in", latex(prose, f"\\input{{{prose.word()}}}"), FILES_MISSING
    yield "struck", latex(prose, f"Now \\sout{{{prose.word()}}} it."), ("struck_text_left_out",)
    drawn = f"\\begin{{tikzpicture}}\\node {{{prose.word()}}};\\end{{tikzpicture}}"
    yield "drawing", latex(prose, drawn), ("pictures_left_out",)


def rtf(prose: Prose, extra: str = "") -> bytes:
    cells = "".join(
        f"\\trowd\\cellx2000\\cellx6000\\intbl {prose.word()}\\cell {prose.sentence()}\\cell\\row "
        for _ in range(3)
    )
    return (
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title Notes}}"
        f"{{\\pard\\s1 {prose.word()}\\par}}{{\\header Page head\\par}}\\pard {prose.sentences()} Photo{{\\b synthesis}} caf\\'e9 \\u228?\\par "
        f"{{\\pard\\footnote {prose.sentence()}}}{prose.sentences()}\\par {cells}\\pard {prose.sentences()}\\par {extra}\\pard {prose.sentence()}\\par}}"
    ).encode()


def rtf_plants(prose: Prose) -> Iterator[Planted]:
    yield "hidden run", rtf(prose, f"{{\\v {prose.lost()}}}\\par "), HIDDEN
    yield "struck", rtf(prose, f"{{\\strike {prose.lost()}}}\\par "), ("struck_text_left_out",)
    yield "comment", rtf(prose, f"X{{\\*\\annotation {prose.lost()}}}\\par "), REMARKS
    yield "embedded file", rtf(prose, "{\\object\\objemb{\\*\\objdata 0105}}\\par "), EMBEDDED


EMBEDDED = ("embedded_left_out",)


def timed_xml(prose: Prose, extra: str = "") -> bytes:
    cues = "".join(
        f'<p begin="{at * 20}s" end="{at * 20 + 4}s">{prose.word()} {prose.sentence()}<br/>{prose.sentence()}</p>'
        for at in range(8)
    )
    return (
        f'<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><head><metadata/></head><body><div>{cues}</div>{extra}</body></tt>'
    ).encode()


def timed_xml_plants(prose: Prose) -> Iterator[Planted]:
    lost = f"<div><novel><q>{prose.word()} {prose.lost()}</q></novel></div>"
    yield "unknown container", timed_xml(prose, lost), LOST


def subtitles(prose: Prose) -> bytes:
    return "\n".join(
        f"{at}\n00:{at:02}:00,000 --> 00:{at:02}:04,000\n{prose.word()} {prose.sentence()}\n"
        for at in range(1, 9)
    ).encode()


def notes(prose: Prose) -> list[tuple[str, str, str]]:
    """Front, back and deck of ninety notes of three decks."""
    return [(prose.word(), prose.sentence(), f"Deck {at % 3}") for at in range(90)]


def cards(prose: Prose, extra: str = "") -> bytes:
    rows = "\n".join(f"{front}\t<b>{back}</b>\ttag\t{deck}" for front, back, deck in notes(prose))
    head = "#separator:tab\n#html:true\n#tags column:3\n#deck column:4\n"
    return f"{head}{rows}\n{extra}".encode()


def card_plants(prose: Prose) -> Iterator[Planted]:
    yield "card of one side", cards(prose, f"{prose.word()}\t\tt\tDeck 1\n"), ("cards_left_out",)
    sound = f'{prose.word()}\t{prose.word()} <img src="cell.png">\tt\tDeck 1\n'
    yield "picture", cards(prose, sound), ("media_not_in_file",)


def packed_deck(prose: Prose, *, one_sided: bool = False) -> bytes:
    kind = {
        "flds": [{"name": "Front"}, {"name": "Back"}],
        "tmpls": [{"qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}],
    }
    decks = {str(at): {"name": f"Deck {at}"} for at in range(3)}
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE col (id INTEGER, models TEXT, decks TEXT)")
        made.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, mid INTEGER, flds TEXT)")
        made.execute("CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, did INTEGER)")
        made.execute(
            "INSERT INTO col VALUES (1, ?, ?)", (json.dumps({"1": kind}), json.dumps(decks))
        )
        listed = notes(prose) + ([(prose.word(), "", "Deck 1")] if one_sided else [])
        for at, (front, back, deck) in enumerate(listed):
            made.execute("INSERT INTO notes VALUES (?, 1, ?)", (at, f"{front}\x1f{back}"))
            made.execute("INSERT INTO cards (nid, did) VALUES (?, ?)", (at, int(deck[-1])))
        made.commit()
        return office.zipped({"collection.anki2": made.serialize(), "media": "{}"})


def packed_plants(prose: Prose) -> Iterator[Planted]:
    yield "card of one side", packed_deck(prose, one_sided=True), ("cards_left_out",)


SOUND: dict[str, Maker] = {
    "rst": rst, "asciidoc": asciidoc, "org": org, "latex": latex, "rtf": rtf,
    "ttml": timed_xml, "srt": subtitles, "cards": cards, "apkg": packed_deck,
}  # fmt: skip
PLANTS = {
    "rst": rst_plants, "asciidoc": asciidoc_plants, "org": org_plants, "latex": latex_plants, "rtf": rtf_plants,
    "ttml": timed_xml_plants, "cards": card_plants, "apkg": packed_plants,
}  # fmt: skip


def planted(prose: Prose) -> Iterator[tuple[str, *Planted]]:
    """Format, kind of loss, bytes and the codes that must be warned of."""
    for label, plants in PLANTS.items():
        for plant in plants(prose):
            yield label, *plant
