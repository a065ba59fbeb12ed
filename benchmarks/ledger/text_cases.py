"""Pages, books, Markdown, notebooks, articles, messages and texts: sound ones, and ones with something planted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.message import EmailMessage

from benchmarks.ledger.cases import Prose
from benchmarks.ledger.office_cases import EMBEDDED, HIDDEN, LOST, Maker, Planted
from tests.hostile.builders import office_files as office

UNREADABLE, PRIVATE = ("characters_unreadable",), ("private_left_out",)


def page(prose: Prose, extra: str = "", head: str = "") -> bytes:
    items = "".join(f"<li>{prose.sentence()}</li>" for _ in range(3))
    rows = "".join(f"<tr><th>{prose.word()}</th><td>{prose.sentence()}</td></tr>" for _ in range(3))
    text = (
        f"<h1>{prose.word()}</h1><p>{prose.sentences()}</p><p>Photo<b>synthesis</b> &amp; caf&eacute;: {prose.sentences()}</p>"
        f"<ul>{items}</ul><table>{rows}</table><pre><code>x = {prose.word()}</code></pre><p>{prose.sentences()}</p>"
    )
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>T</title>{head}</head><body>{text}{extra}</body></html>".encode()


def page_plants(prose: Prose) -> Iterator[Planted]:
    yield "hidden by style", page(prose, f'<p style="display:none">{prose.lost()}</p>'), HIDDEN
    yield (
        "hidden by a rule",
        page(prose, f"<p class=q>{prose.lost()}</p>", "<style>.q{visibility:hidden}</style>"),
        HIDDEN,
    )
    yield (
        "white on white",
        page(prose, f'<p style="color:#fff;background:#fff">{prose.lost()}</p>'),
        HIDDEN,
    )
    yield (
        "struck",
        page(prose, f"<p>Now <del>{prose.lost()}</del> it is.</p>"),
        ("struck_text_left_out",),
    )
    yield (
        "page inside the page",
        page(prose, f"<iframe srcdoc='<p>{prose.lost()}</p>'></iframe>"),
        EMBEDDED,
    )
    bad = page(prose, f"<p>{'ä' * 60} QQQQ</p>")
    yield "bytes of no encoding", bad.replace(b"QQQQ", b"\xff\xfe"), UNREADABLE
    yield (
        "nested too deep",
        page(prose, "<div>" * 2100 + prose.lost() + "</div>" * 2100),
        ("nested_too_deep",),
    )


def book(prose: Prose) -> office.Parts:
    return office.epub_parts(
        *(
            f"<h1>{prose.word()}</h1><p>{prose.sentences()}</p><p>{prose.sentences()}</p>"
            for _ in range(3)
        )
    )


def book_plants(prose: Prose) -> Iterator[Planted]:
    parts = book(prose)
    del parts["OEBPS/c2.xhtml"]
    yield "missing chapter", office.zipped(parts, stored=("mimetype",)), ("chapters_missing",)
    parts = book(prose)
    hidden = f'<p style="display:none">{prose.lost()}</p></body>'
    parts["OEBPS/c1.xhtml"] = str(parts["OEBPS/c1.xhtml"]).replace("</body>", hidden)
    yield "hidden by style", office.zipped(parts, stored=("mimetype",)), HIDDEN
    parts = book(prose)
    bad = str(parts["OEBPS/c3.xhtml"]).replace("</body>", f"<p>{'ä' * 60} QQQQ</p></body>").encode()
    parts["OEBPS/c3.xhtml"] = bad.replace(b"QQQQ", b"\xff")
    yield "bytes of no encoding", office.zipped(parts, stored=("mimetype",)), UNREADABLE


def markdown(prose: Prose, extra: str = "") -> bytes:
    table = "\n".join(f"| {prose.word()} | {prose.sentence()} |" for _ in range(3))
    return (
        f'---\ntitle: Notes\n---\n# {prose.word()}\n\n{prose.sentences()} See [the *{prose.word()}*](https://a.test/x_y "tip").[^1]\n\n'
        f"- {prose.sentence()}\n- **{prose.word()}**: {prose.sentence()}\n\n| A | B |\n|---|---|\n{table}\n\n"
        f"Let $x^2$ be `code_here`.\n\n```python\n# {prose.word()}\nprint('<b>')\n```\n\n> {prose.sentence()}\n\n{extra}\n\n[^1]: {prose.word()}\n"
    ).encode()


def markdown_plants(prose: Prose) -> Iterator[Planted]:
    yield "private note", markdown(prose, f"Some %%{prose.lost()}%% text."), PRIVATE
    yield "comment", markdown(prose, f"<!-- {prose.lost()} -->"), PRIVATE
    yield "embedded note", markdown(prose, f"![[{prose.word()}]]"), EMBEDDED
    yield (
        "shortcode",
        markdown(prose, '{{< figure src="a.png" caption="' + prose.word() + '" >}}'),
        EMBEDDED,
    )
    yield "note without a mark", markdown(prose, f"[^9]: {prose.lost()}"), LOST
    yield "left out directive", markdown(prose, f"```{{bibliography}}\n{prose.lost()}\n```"), LOST
    yield (
        "hidden by style",
        markdown(prose, f'<div style="display:none">\n\n<p>{prose.lost()}</p></div>\n\nOn.'),
        (*HIDDEN, *LOST),
    )
    yield "struck", markdown(prose, f"Now ~~{prose.lost()}~~ it is."), ("struck_text_left_out",)


def notebook(prose: Prose, *more: dict[str, object]) -> bytes:
    cells = [
        {"cell_type": "markdown", "source": [f"# {prose.word()}\n", "\n", prose.sentences()]},
        {
            "cell_type": "code",
            "source": f"x = '{prose.word()}'",
            "outputs": [{"output_type": "stream", "name": "stdout", "text": [prose.sentence()]}],
        },
        {"cell_type": "markdown", "source": prose.sentences()},
        *more,
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}).encode()


def notebook_plants(prose: Prose) -> Iterator[Planted]:
    long = {"output_type": "stream", "name": "stdout", "text": f"{'row ' * 1500}{prose.lost()}"}
    yield (
        "long output",
        notebook(prose, {"cell_type": "code", "source": "run()", "outputs": [long]}),
        ("outputs_cut",),
    )
    yield (
        "private note",
        notebook(prose, {"cell_type": "markdown", "source": f"A %%{prose.lost()}%% b."}),
        PRIVATE,
    )
    yield "raw cell", notebook(prose, {"cell_type": "raw", "source": prose.lost()}), HIDDEN


def article(prose: Prose, extra: str = "", back: str = "") -> bytes:
    refs = f"<ref-list><ref><mixed-citation>{prose.sentence()}</mixed-citation></ref></ref-list>"
    return (
        '<?xml version="1.0"?><article article-type="research-article" xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>'
        f"<title-group><article-title>{prose.word()}</article-title></title-group><abstract><p>{prose.sentences()}</p></abstract>"
        f"</article-meta></front><body><sec><label>1</label><title>{prose.word()}</title><p>{prose.sentences()} <italic>{prose.word()}</italic></p>"
        f"<list><list-item><p>{prose.sentence()}</p></list-item></list>{extra}</sec></body><back>{refs}{back}</back></article>"
    ).encode()


def article_plants(prose: Prose) -> Iterator[Planted]:
    yield "unknown container", article(prose, f"<novel><p>{prose.lost()}</p></novel>"), LOST
    yield (
        "unknown part behind the text",
        article(prose, back=f"<novel-group><p>{prose.lost()}</p></novel-group>"),
        LOST,
    )


def message(prose: Prose, *, attached: str = "", html: str = "") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Ada <ada@a.test>", "b@a.test", prose.word()
    mail["Date"], mail["Message-ID"], mail["MIME-Version"] = (
        "Mon, 3 Mar 2025 09:00:00 +0000",
        "<1@a.test>",
        "1.0",
    )
    mail.set_content(f"{prose.sentences()}\n\n{prose.sentences()}\n")
    if html:
        mail.add_alternative(
            f"<html><body><p>{prose.sentences()}</p>{html}</body></html>", subtype="html"
        )
    if attached:
        mail.add_attachment(
            attached.encode(), maintype="application", subtype="octet-stream", filename="quiz.bin"
        )
    return mail.as_bytes()


def message_plants(prose: Prose) -> Iterator[Planted]:
    yield "attachment", message(prose, attached=prose.lost()), ("attachments_left_out",)
    yield (
        "hidden by style",
        message(prose, html=f'<p style="display:none">{prose.lost()}</p>'),
        HIDDEN,
    )


def text(prose: Prose) -> bytes:
    lines = [
        prose.word().upper(),
        "",
        *(line for _ in range(4) for line in (prose.sentences(), "")),
    ]
    return "\n".join(
        [*lines, f"1. {prose.sentence()}", f"2. {prose.sentence()}", "", "naïve café Größe"]
    ).encode()


def text_plants(prose: Prose) -> Iterator[Planted]:
    yield "bytes of no encoding", text(prose) + ("ä" * 60).encode() + b" \xff here.", UNREADABLE


PLANTS = {
    "html": page_plants, "epub": book_plants, "markdown": markdown_plants, "ipynb": notebook_plants,
    "jats": article_plants, "eml": message_plants, "txt": text_plants,
}  # fmt: skip
SOUND: dict[str, Maker] = {
    "html": page,
    "epub": lambda prose: office.zipped(book(prose), stored=("mimetype",)),
    "markdown": markdown,
    "ipynb": notebook,
    "jats": article,
    "eml": message,
    "txt": text,
}


def planted(prose: Prose) -> Iterator[tuple[str, *Planted]]:
    """Format, kind of loss, bytes and the codes that must be warned of."""
    for label, plants in PLANTS.items():
        for plant in plants(prose):
            yield label, *plant
