"""Plain text and Markdown become blocks; any encoding becomes text."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.domain.blocks import Block, Extraction, Mark, Metadata
from praxeo.domain.errors import Refused, TooLarge
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.long_blocks import with_short_blocks
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text.delimited import add_delimited
from praxeo.sources.documents.text.front_matter import metadata_of, split_front_matter
from praxeo.sources.documents.text.markdown import read_markdown
from praxeo.sources.documents.text.plain import read_plain

FRENCH = "Les enzymes accélèrent les réactions : c'est là leur rôle dans la cellule vivante. "
RUSSIAN = "Ферменты ускоряют химические реакции в живой клетке, и это их главная задача. "


def plain(text: str) -> list[Block]:
    blocks = BlockList()
    read_plain(text, blocks)
    return blocks.blocks


def markdown(text: str) -> list[Block]:
    blocks = BlockList()
    read_markdown(text, blocks)
    return blocks.blocks


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp1252"],
)
def test_a_text_is_decoded_whatever_its_encoding(encoding: str) -> None:
    assert decode((FRENCH * 20).encode(encoding)) == FRENCH * 20


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "utf-16-le"])
def test_a_russian_text_is_decoded_whatever_its_encoding(encoding: str) -> None:
    assert decode((RUSSIAN * 30).encode(encoding)) == RUSSIAN * 30


def test_a_cut_character_at_the_end_does_not_change_the_encoding() -> None:
    assert decode((FRENCH + "é").encode()[:-1]).startswith(FRENCH)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Refused, match="UTF-8"):
        decode(bytes(range(256)) * 40)


def test_a_text_of_novel_length_times_twenty_is_too_long() -> None:
    with pytest.raises(TooLarge):
        decode(b"word " * 5_000_000)


def test_line_ends_are_those_of_unix() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_hard_wrapped_lines_are_joined_to_paragraphs() -> None:
    line = "This line is as long as the editor of its writer was wide, so it breaks"
    blocks = plain(f"{line}\n{line}\nand ends.\n\nNext.")
    assert [b.text for b in blocks] == [f"{line} {line} and ends.", "Next."]


def test_the_lines_of_a_poem_stay() -> None:
    assert plain("Shall I compare\nthee to a day")[0].text == "Shall I compare\nthee to a day"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("THE LIVING CELL", 2),
        ("Chapter 4: Enzymes", 1),
        ("2.3 Active sites", 2),
        ("Enzymes\n=======", 1),
        ("Enzymes\n-------", 2),
    ],
)
def test_a_line_that_stands_like_a_heading_is_one(text: str, level: int) -> None:
    blocks = plain(f"{text}\n\nThey speed up reactions.")
    assert [(b.kind, b.level) for b in blocks] == [("heading", level), ("paragraph", 0)]


def test_centred_and_lone_numbered_lines_of_a_wrapped_text_are_headings() -> None:
    line = "This line is as long as the editor of its writer was wide, so it breaks"
    blocks = plain(
        f"{' ' * 31}Preamble\n\n{line}\n{line}\n\n  1. Source Code.\n\n{line}\n{line}\n\n"
        "1. Mix all of it\n\n2. Heat it well\n"
    )
    assert [(b.kind, b.number, b.text[:15]) for b in blocks] == [
        ("heading", "", "Preamble"),
        ("paragraph", "", "This line is as"),
        ("heading", "", "1. Source Code."),
        ("paragraph", "", "This line is as"),
        ("list_item", "1.", "Mix all of it"),
        ("list_item", "2.", "Heat it well"),
    ]


@pytest.mark.parametrize("text", ["They act.", "3 apples were eaten by the dog.", "Hello there"])
def test_a_sentence_is_no_heading(text: str) -> None:
    assert plain(text)[0].kind == "paragraph"


def test_lists_keep_their_levels_and_numbers() -> None:
    blocks = plain("Steps:\n1. Mix\n   well\n2. Heat\n   - gently\n")
    assert [(b.kind, b.level, b.number, b.text) for b in blocks] == [
        ("paragraph", 0, "", "Steps:"),
        ("list_item", 1, "1.", "Mix well"),
        ("list_item", 1, "2.", "Heat"),
        ("list_item", 2, "", "gently"),
    ]


def test_indented_program_lines_are_code() -> None:
    blocks = plain("Write:\n\n    def f(x):\n        return x;\n\n    f(1)\n\nDone.")
    assert [b.kind for b in blocks] == ["paragraph", "code", "paragraph"]
    assert blocks[1].text == "def f(x):\n    return x;\n\nf(1)"


@pytest.mark.parametrize(
    "text",
    [
        "Name\tRate\nLipase\t7\nAmylase\t9\n",
        'Name,Kind,Rate\n"Lipase",a,7\nAmylase,b,9\n',
        "a;b\n1;2\n3;4",
    ],
)
def test_a_delimited_file_is_a_table(text: str) -> None:
    blocks = BlockList()
    assert add_delimited(text, blocks)
    assert [b.kind for b in blocks.blocks] == ["table"]
    assert blocks.blocks[0].cells[0].header


@pytest.mark.parametrize(
    "text",
    ["One, two, and three.\nThen, four.\nFive.", "a,b\nc,d\ne,f", "Dear all,\n\nhello\n\nBye,\n"],
)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert not add_delimited(text, BlockList())


@given(st.text(max_size=300))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_no_word_of_a_plain_text_is_lost(text: str) -> None:
    letters = [c for c in text if c.isalpha()]
    read = "".join(b.number + b.text for b in plain(text))
    assert [c for c in read if c.isalpha()] == letters


def test_markdown_is_read_with_its_structure() -> None:
    blocks = markdown(
        "# Title\n\nSome **bold** and *soft* `code`,\n[a link](http://x).\n\n"
        "3. three\n4. four\n   - inner\n\n     more\n\n```python title\nx = 1\n```\n\n"
        "| a | b |\n|---|---|\n| 1 | **2** |\n\n> quoted\n"
    )
    assert [(b.kind, b.level, b.number, b.text) for b in blocks] == [
        ("heading", 1, "", "Title"),
        ("paragraph", 0, "", "Some bold and soft code, a link."),
        ("list_item", 1, "3.", "three"),
        ("list_item", 1, "4.", "four"),
        ("list_item", 2, "", "inner"),
        ("paragraph", 0, "", "more"),
        ("code", 0, "", "x = 1"),
        ("table", 0, "", "a | b\n1 | 2"),
        ("paragraph", 0, "", "quoted"),
    ]
    assert blocks[1].marks == (
        Mark(start=5, end=9, style="strong"),
        Mark(start=14, end=18, style="emphasis"),
        Mark(start=19, end=23, style="code"),
    )
    assert blocks[6].language == "python"
    assert [c.header for c in blocks[7].cells] == [True, True, False, False]


def test_raw_html_in_markdown_gives_its_text_and_no_script() -> None:
    blocks = markdown('<div>\n<p>Shown</p>\n<script>alert("x")</script>\n</div>\n\nA <b>b</b>.')
    assert [b.text for b in blocks] == ["Shown", "A b."]


def test_front_matter_states_the_metadata_and_is_no_text() -> None:
    entries, rest = split_front_matter(
        '---\ntitle: "The Cell"\nauthors:\n  - name: Ada\n  - Bob\ndate: 2024-05-06\n---\n# A\n'
    )
    metadata = metadata_of(entries)
    assert (metadata.title, metadata.authors) == ("The Cell", ("Ada", "Bob"))
    assert (metadata.date, rest) == ("2024-05-06", "# A\n")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    text = "---\nJust a text between rules\n---\n"
    assert split_front_matter(text) == ({}, text)


SENTENCE = "The enzyme binds its substrate and lets the product go. "


def test_a_text_of_one_long_line_for_each_paragraph_needs_no_blank_lines() -> None:
    found = plain("\n".join(f"Part {n}. {SENTENCE * 5}" for n in range(20)))
    assert [(b.kind, b.text.split(".")[0]) for b in found] == [
        ("paragraph", f"Part {n}") for n in range(20)
    ]


def test_wrapped_paragraphs_without_blank_lines_end_where_a_line_is_short() -> None:
    lines = textwrap.wrap(SENTENCE * 6, 70)
    text = "Chapter 1\n" + "\n".join(
        "\n".join([*lines, "- An item that is in a list."]) for _ in "ab"
    )
    found = plain(text)
    assert [b.kind for b in found] == [
        "heading",
        "paragraph",
        "list_item",
        "paragraph",
        "list_item",
    ]
    assert found[1].text == found[3].text == (SENTENCE * 6).strip()
    verse = "\n".join(["The sun is low,", "the day is done."] * 10)
    assert [b.text for b in plain(verse)] == [verse]


def test_a_block_as_long_as_a_chapter_is_divided_at_ends_of_sentences() -> None:
    text = SENTENCE * 200
    at = text.index("substrate", 3_000)
    mark = Mark(start=at, end=at + 9, style="strong")
    blocks = BlockList()
    blocks.add("heading", "Enzymes", level=1)
    blocks.add("list_item", text.strip(), level=1, number="1.", marks=(mark,))
    blocks.add("paragraph", "The end.")
    metadata = Metadata(media_type="text/plain", content_hash="")
    found = with_short_blocks(Extraction(metadata=metadata, blocks=tuple(blocks.blocks))).blocks
    assert [b.id for b in found] == [f"b{n}" for n in range(1, len(found) + 1)]
    assert [b.kind for b in found[:3]] == ["heading", "list_item", "paragraph"]
    parts = found[1:-1]
    assert " ".join(b.text for b in parts) == text.strip()
    assert all(len(b.text) <= 1_000 and b.text.endswith(".") for b in parts)
    assert all(text[(b.locator.offset or 0) - 8 :].startswith(b.text) for b in parts)
    assert [b.text[m.start : m.end] for b in parts for m in b.marks] == ["substrate"]
