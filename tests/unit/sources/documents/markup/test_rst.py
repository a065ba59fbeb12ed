"""reStructuredText: what Docutils and Sphinx show is read, nothing outside the file is opened."""

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

SIGN = ".. _here:\n\n``x`` and :ref:`here`\n\n"


def found(text: str, folder: Path) -> Extraction:
    path = folder / "a"
    path.write_text(text, "utf-8")
    assert validate(path).label == "rst"
    return read("rst", path)


def shown(text: str, folder: Path) -> list[tuple[str, str]]:
    """Kind and text of what follows the lines by which the format is told."""
    blocks = found(f"{SIGN}{text}", folder).blocks
    assert blocks[0].text == "x and here"
    return [(block.kind, block.text) for block in blocks[1:]]


def test_titles_and_what_the_head_states(tmp_path: Path) -> None:
    text = "=====\nTides\n=====\n\n:Author: Ada\n:Date: 2026-03-01\n\n.. _sea:\n\nThe sea\n=======\n\nIt rises, see :ref:`sea`.\n\nMore\n----\n\nEnd.\n\nLast\n====\n\nx\n"
    tides = found(text, tmp_path)
    assert [(b.level, b.text) for b in tides.blocks if b.kind == "heading"] == [
        (1, "Tides"),
        (2, "The sea"),
        (3, "More"),
        (2, "Last"),
    ]
    assert tides.blocks[2].text == "It rises, see The sea."
    assert (tides.metadata.title, tides.metadata.authors) == ("Tides", ("Ada",))
    assert tides.metadata.date == "2026-03-01"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"10\ :sup:`23` and H\ :sub:`2`\ O, :math:`x^2`.", "10²³ and H₂O, x²."),
        ("`Shown <https://example.org>`_ and :doc:`a guide <x>`.", "Shown and a guide."),
        (":py:func:`~os.path.join` of |name|.\n\n.. |name| replace:: Ada", "join of Ada."),
        ("An :unknown-role:`odd word` stays.", "An odd word stays."),
        ("A *whole **word* here.", "A whole **word here."),
    ],
)
def test_words_of_a_paragraph(text: str, words: str, tmp_path: Path) -> None:
    assert [words] == [text for kind, text in shown(text, tmp_path) if kind == "paragraph"]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "3. One\n4. Two\n\n   - inner\n\n   more",
            [
                ("list_item", "One"),
                ("list_item", "Two"),
                ("list_item", "inner"),
                ("paragraph", "more"),
            ],
        ),
        (
            "term\n   Its meaning.\n\n   More.",
            [("list_item", "term: Its meaning."), ("paragraph", "More.")],
        ),
        (
            ".. glossary::\n\n   osmosis\n   flow\n      Water moves.\n\n   stoma\n      An opening.",
            [("list_item", "osmosis, flow: Water moves."), ("list_item", "stoma: An opening.")],
        ),
        (".. note:: Mind *this*.", [("paragraph", "Mind this.")]),
        (
            ".. admonition:: Key\n\n   Mind this.",
            [("paragraph", "Key"), ("paragraph", "Mind this.")],
        ),
        (
            ".. tip-of-mine:: Key\n   :opt: 1\n\n   Mind this.",
            [("paragraph", "Key"), ("paragraph", "Mind this.")],
        ),
        (".. code-block:: python\n   :linenos:\n\n   x = 1\n", [("code", "x = 1")]),
        ("So::\n\n   x = 1\n", [("paragraph", "So:"), ("code", "x = 1")]),
        (".. math::\n   :label: e\n\n   a^2 + b^2", [("paragraph", "a² + b²")]),
        ("| one\n| two", [("paragraph", "one\ntwo")]),
        (".. figure:: a.png\n\n   A cell", [("caption", "A cell")]),
        (".. for me only\n\nText.", [("paragraph", "Text.")]),
        (".. toctree::\n\n   a\n\nText.", [("paragraph", "Text.")]),
        (
            "A note [#]_.\n\n.. [#] It says so.",
            [("paragraph", "A note [1]."), ("paragraph", "It says so.")],
        ),
    ],
)
def test_each_part_is_read_as_what_it_is(
    text: str, blocks: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert shown(text, tmp_path) == blocks


def test_a_listing_keeps_its_language_and_a_table_its_spans(tmp_path: Path) -> None:
    table = "+---+---+\n| A | B |\n+===+===+\n| wide  |\n+---+---+\n| c | d |\n+   +---+\n|   | e |\n+---+---+\n"
    blocks = found(f"{SIGN}.. code:: python\n\n   x\n\n{table}", tmp_path).blocks
    assert blocks[1].language == "python"
    assert [(c.text, c.row_span, c.column_span, c.header) for c in blocks[2].cells] == [
        ("A", 1, 1, True),
        ("B", 1, 1, True),
        ("wide", 1, 2, False),
        ("c", 2, 1, False),
        ("d", 1, 1, False),
        ("e", 1, 1, False),
    ]


def test_no_file_is_opened_and_no_raw_text_let_through(tmp_path: Path) -> None:
    text = (
        f"{SIGN}.. include:: /etc/hostname\n\n.. raw:: html\n   :file: /etc/hostname\n\n.. raw:: html\n\n   <b>x</b>\n\n"
        ".. csv-table:: T\n   :file: /etc/hostname\n\n.. literalinclude:: b.py\n\nEnd.\n"
    )
    read_text = found(text, tmp_path)
    host = (
        Path("/etc/hostname").read_text("utf-8").strip() if Path("/etc/hostname").exists() else "\0"
    )
    assert not any(host in block.text or "<b>" in block.text for block in read_text.blocks)
    told = {warning.code: warning.details for warning in read_text.warnings}
    assert told["included_files_missing"] == {"names": "/etc/hostname, b.py"}
    assert told["markup_not_understood"] == {"count": 1}


def test_what_is_for_the_writer_waits_in_a_channel(tmp_path: Path) -> None:
    (aside,) = found(f"{SIGN}.. ask Ben first\n\nEnd.\n", tmp_path).asides
    assert (aside.channel, aside.block.text) == ("comments", "ask Ben first")


def test_lists_nested_too_deeply_are_refused(tmp_path: Path) -> None:
    text = SIGN + "".join(f"{'  ' * n}- a\n\n" for n in range(900))
    with pytest.raises(Refused) as refusal:
        found(text, tmp_path)
    assert refusal.value.code == "too_deep"


@pytest.mark.parametrize(
    "text",
    [
        "Title\n=====\n\nProse of a text with `code`.",
        'import re\nfrom a import b\n\n\ndef f():\n    pass\n\n\nclass A:\n    x = """See :func:`f` and\n\n.. note:: here\n"""\n',
        "# Title\n\n.. note:: in Markdown\n\n:ref:`x`",
        "So it goes::\n\n    indented\n\nand *on*.",
        "Name: x\n=====\n- a\n- b",
        "===\n---\n...\nA text about ``signs``.",
    ],
)
def test_prose_and_markdown_are_no_restructuredtext(text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(text, "utf-8")
    assert validate(tmp_path / "a").label in ("txt", "markdown")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="=-*`_:|.[]#+ \n\tabc<>\\", max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    with TemporaryDirectory() as folder, suppress(Refused):
        path = Path(folder) / "odd"
        path.write_text(f"{SIGN}{text}", "utf-8")
        read("rst", path)
