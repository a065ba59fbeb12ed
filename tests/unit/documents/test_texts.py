"""Plain text and Markdown become blocks; any encoding becomes text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.documents.block_list import BlockList
from praxeo.documents.text.decoding import decode
from praxeo.documents.text.delimited import add_delimited
from praxeo.documents.text.front_matter import metadata_of, split_front_matter
from praxeo.documents.text.markdown import read_markdown
from praxeo.documents.text.plain import read_plain
from praxeo.domain.blocks import Block, Mark
from praxeo.domain.errors import Refused, TooLarge

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
    metadata = metadata_of(entries, "text/markdown")
    assert (metadata.title, metadata.authors) == ("The Cell", ("Ada", "Bob"))
    assert (metadata.date, rest) == ("2024-05-06", "# A\n")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    text = "---\nJust a text between rules\n---\n"
    assert split_front_matter(text) == ({}, text)
