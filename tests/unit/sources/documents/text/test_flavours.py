"""Markdown of note-taking and documentation tools, notebooks and articles: their marks are no words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.text.markdown import read_markdown
from praxeo.sources.documents.text.markdown_flavours import plain_markdown
from praxeo.sources.documents.validation import validate


def shown(text: str) -> list[tuple[str, str]]:
    blocks = BlockList()
    read_markdown(text, blocks)
    return [(block.kind, block.text) for block in blocks.blocks]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The [[Mitochondrion|mitochondria]] of a [[Cell]].", "The mitochondria of a Cell."),
        ("Look: ![[diagram.png]] at it.", "Look: at it."),
        ("See [[Cell#Membrane]] and [[#Here]].", "See Cell and Here."),
        (
            "It is ==the outer border== of a cell. #biology ^block-id",
            "It is the outer border of a cell.",
        ),
        ("Read %%ask Ada first%% on.", "Read on."),
        ("x {{% notice %}}Kept{{% /notice %}} {% include 'a' %}", "x Kept"),
        ("See {ref}`euler`, {term}`loop` and {sup}`2`.", "See , loop and ²."),
        ("Code `[[a]] == b` stays.", "Code [[a]] == b stays."),
        ("If a == b and c == d, stop.", "If a == b and c == d, stop."),
        ("- [x] draw a cell", "☑ draw a cell"),
        ("1. [ ] draw a cell", "☐ draw a cell"),
    ],
)
def test_marks_go_and_words_stay(text: str, words: str) -> None:
    assert [found for _, found in shown(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        '!!! note "Key"\n    A loop repeats.\n\n    ```python\n    x = 1\n    ```\n\nAfter.',
        '??? question "Key"\n    A loop repeats.\n\n    ```python\n    x = 1\n    ```\n\nAfter.',
        '=== "Key"\n\n    A loop repeats.\n\n    ```python\n    x = 1\n    ```\n\nAfter.',
        ":::{admonition} Key\n:class: tip\nA loop repeats.\n\n```python\nx = 1\n```\n:::\n\nAfter.",
        ":::tip Key\nA loop repeats.\n\n```python\nx = 1\n```\n:::\n\nAfter.",
        "> [!note]- Key\n> A loop repeats.\n>\n> ```python\n> x = 1\n> ```\n\nAfter.",
        "**Key**\n\nA loop repeats.\n\n```{code-cell} python\n:tags: [hide]\nx = 1\n```\n\nAfter.",
    ],
)
def test_a_framed_part_is_its_title_and_its_contents(text: str) -> None:
    assert shown(text) == [
        ("paragraph", "Key"),
        ("paragraph", "A loop repeats."),
        ("code", "x = 1"),
        ("paragraph", "After."),
    ]


def test_a_directive_of_formulas_is_a_formula_and_listings_stay_as_they_are() -> None:
    assert shown("```{math}\n:label: e\nx^2\n```\n\n```md\n[[a]] !!! note\n```") == [
        ("paragraph", "x²"),
        ("code", "[[a]] !!! note"),
    ]


@given(st.text(alphabet="[]|!=%{}`:>-#^ \nabc~", max_size=120))
def test_no_text_is_too_odd(text: str) -> None:
    plain_markdown(text)


def texts(folder: Path, name: str, content: str) -> list[str]:
    file = folder / name
    file.write_text(content, "utf-8")
    return [block.text for block in read(validate(file).label, file).blocks]


NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "source": ["# Loops\n", "A **loop** repeats. $x^2$"]},
        {
            "cell_type": "code",
            "source": "print(1)",
            "outputs": [
                {"output_type": "stream", "name": "stdout", "text": ["1\n"]},
                {"output_type": "error", "traceback": ["no"]},
                {
                    "output_type": "execute_result",
                    "data": {"text/plain": "2", "text/html": "<b>2</b>"},
                },
            ],
        },
    ],
    "metadata": {"language_info": {"name": "python"}},
    "nbformat": 4,
}


def test_a_notebook_is_its_cells_with_what_they_print(tmp_path: Path) -> None:
    found = texts(tmp_path, "a.ipynb", json.dumps(NOTEBOOK))
    assert found == ["Loops", "A loop repeats. x²", "print(1)", "1", "2"]


@pytest.mark.parametrize(
    "content",
    [
        '{"cells": [{"cell_type": "markdown"',
        '{"cells": 5, "x": "cell_type", "cell_type": 1}',
        '{"cells": [{"cell_type": "code", "outputs": 7}]}',
        '{"cells": [{"cell_type": "code", "outputs": ' + "[" * 100_000,
    ],
)
def test_a_damaged_notebook_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    with pytest.raises(Refused):
        texts(tmp_path, "a.ipynb", content)


ARTICLE = """<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "JATS.dtd"><article article-type="research-article"
xmlns:mml="http://www.w3.org/1998/Math/MathML"><front><article-meta><title-group><article-title>How deltas grow</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Example</surname><given-names>Ada</given-names></name></contrib></contrib-group>
<pub-date><day>3</day><month>5</month><year>2024</year></pub-date><abstract><p>A delta grows.</p></abstract></article-meta></front>
<body><sec><title>Growth</title><p>Sand of 10<sup>3</sup> m<sup>2</sup> (<xref ref-type="bibr" rid="b1">Example, 2020</xref>), <inline-formula>
<mml:math><mml:mfrac><mml:mi>a</mml:mi><mml:mi>b</mml:mi></mml:mfrac></mml:math></inline-formula>.</p>
<list list-type="order"><list-item><p>First</p></list-item></list><table-wrap><label>Table 1</label><caption><p>Rivers</p></caption>
<table><tr><th>River</th></tr><tr><td>Nile</td></tr></table></table-wrap><sec><title>More</title><p>End.</p></sec></sec></body>
<back><ref-list><ref><mixed-citation>Not read</mixed-citation></ref></ref-list></back></article>"""


def test_an_article_is_its_title_headings_paragraphs_tables_and_formulas(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(ARTICLE, "utf-8")
    found = read(validate(file).label, file)
    assert [(b.kind, b.level, b.text) for b in found.blocks] == [
        ("heading", 1, "How deltas grow"),
        ("paragraph", 0, "A delta grows."),
        ("heading", 2, "Growth"),
        ("paragraph", 0, "Sand of 10³ m² (Example, 2020), a/b."),
        ("list_item", 1, "First"),
        ("caption", 0, "Table 1 Rivers"),
        ("table", 0, "River\nNile"),
        ("heading", 3, "More"),
        ("paragraph", 0, "End."),
    ]
    assert (found.metadata.title, found.metadata.authors) == ("How deltas grow", ("Ada Example",))
    assert found.metadata.date == "2024-05-03"


PAGE = """From: <Saved by Blink>\r
Snapshot-Content-Location: https://example.org/\r
Subject: Tides\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="--b"\r
\r
----b\r
Content-Type: text/html\r
Content-Transfer-Encoding: quoted-printable\r
\r
<html><body><h1>Tides</h1><p>A tide is the rise of the sea, caf=C3=A9.</p></body></html>\r
----b--\r
"""


def test_a_page_saved_in_one_file_is_read(tmp_path: Path) -> None:
    assert texts(tmp_path, "a.mht", PAGE) == ["Tides", "A tide is the rise of the sea, café."]


def test_a_message_of_nested_parts_is_refused(tmp_path: Path) -> None:
    parts = "".join(
        f'Content-Type: multipart/related; boundary="{n}"\r\n\r\n--{n}\r\n' for n in range(20_000)
    )
    with pytest.raises(Refused):
        texts(tmp_path, "a.mht", f"Snapshot-Content-Location: x\r\n{parts}")


def test_options_of_a_question_stay_on_lines_of_their_own() -> None:
    text = "1. Which organ?\n   a) Liver\n   b) Heart\n2. Which planets?\n   ☐ Mars\n   ☒ Saturn\nand so on"
    assert shown(text) == [
        ("list_item", "Which organ?\na) Liver\nb) Heart"),
        ("list_item", "Which planets?\n☐ Mars\n☒ Saturn and so on"),
    ]


def test_the_tick_of_a_task_is_no_word_that_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "tasks.md"
    path.write_text("# Tasks\n\n- [ ] open\n- [x] done\n  1. [X] inside\n\nx stays a word.\n")
    found = read(validate(path).label, path)
    assert [b.text for b in found.blocks][1:4] == ["☐ open", "☑ done", "☑ inside"]
    assert found.warnings == ()


def test_markdown_inside_html_of_open_textbooks_is_read_and_attributes_are_no_words() -> None:
    text = (
        '<div data-type="abstract" markdown="1">\nYou will be able to:\n* describe **cells**{: data-type="term"}\n\n</div>\n\n'
        '<div data-type="glossary" markdown="1">\n### Glossary\n{: data-type="glossary-title"}\n\ncell\n: the smallest unit\n^\n\n</div>\n\n'
        "```kramdown\ntext\n{: .kept}\n```\n"
    )
    assert shown(text) == [
        ("paragraph", "You will be able to:"),
        ("list_item", "describe cells"),
        ("heading", "Glossary"),
        ("paragraph", "cell : the smallest unit"),
        ("code", "text\n{: .kept}"),
    ]


def test_an_output_that_only_a_program_shows_is_told(tmp_path: Path) -> None:
    outputs = [
        {"output_type": "display_data", "data": {"application/vnd.jupyter.widget-view+json": {}}},
        {"output_type": "execute_result", "data": {"text/html": "<b>1</b>", "text/plain": "1"}},
    ]
    cell = {"cell_type": "code", "source": "w", "outputs": outputs}
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": [cell], "metadata": {}}))
    (warning,) = read("ipynb", tmp_path / "a.ipynb").warnings
    assert warning.code == "embedded_left_out"
    assert warning.details["count"] == 1
