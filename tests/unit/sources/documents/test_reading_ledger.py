"""What was seen is held against what was kept: a word that is nowhere is told, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.extraction_json import from_json, to_json
from praxeo.sources.documents.html.reader import read_html
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.sanitization import sanitize
from praxeo.sources.documents.word_count import lost_words, words_of


def codes(found: Extraction) -> list[str]:
    return [warning.code for warning in found.warnings]


def reading(*texts: str, source: str, spare: int = 0) -> Extraction:
    blocks = BlockList()
    for text in texts:
        blocks.add("paragraph", text)
    return blocks.extraction(Metadata(), seen=words_of((source,)), spare=spare)


def test_a_word_that_stands_nowhere_in_what_was_read_is_told_by_name() -> None:
    found = reading("The cell is small.", source="The cell is small. Mitochondria")
    (warning,) = found.warnings
    assert (warning.code, warning.details) == ("text_lost", {"count": 1, "words": "“mitochondria”"})
    assert (found.ledger[0].seen, found.ledger[0].kept, found.ledger[0].lost) == (5, 4, 1)


@pytest.mark.parametrize(
    ("read_as", "source"),
    [
        ("Photosynthesis", "photo synthesis"),  # joined at the end of a line
        ("photo synthesis", "Photosynthesis"),
        ("10²³ atoms", "1023 atoms"),
        ("ﬁnal", "final"),
        ("Zelle", "ze\xadlle"),
    ],
)
def test_a_word_that_is_only_spelt_otherwise_is_not_lost(read_as: str, source: str) -> None:
    assert codes(reading(read_as, source=source)) == []


def test_a_word_is_lost_as_often_as_it_is_missing() -> None:
    assert lost_words(words_of(["a b b c"]), words_of(["b a"])) == ["b", "c"]


def test_what_may_be_missing_by_measure_is_not_told() -> None:
    assert codes(reading("One.", source="One. Two.", spare=1)) == []
    assert codes(reading("One.", source="One. Two. Three.", spare=1)) == ["text_lost"]


def test_what_is_left_out_on_purpose_is_counted_and_not_lost() -> None:
    blocks = BlockList()
    blocks.add("paragraph", "The lesson.")
    blocks.ledger.leave_out_text("page_furniture", "Page 3")
    with blocks.aside("comments"):
        blocks.add("paragraph", "Too short?")
    found = blocks.extraction(Metadata(), seen=words_of(["The lesson. Page 3 Too short?"]))
    (words,) = found.ledger
    assert (words.kept, words.left_out, words.lost) == (
        2,
        (("page_furniture", 2), ("comments", 2)),
        0,
    )
    assert codes(found) == []


def test_ledger_and_channels_outlive_storage_and_cleaning() -> None:
    blocks = BlockList()
    blocks.add("paragraph", "Kept.")
    with blocks.aside("speaker_notes"):
        blocks.add("paragraph", "Say\u200b it.")
    found = sanitize(blocks.extraction(Metadata()))
    assert found.asides[0].block.text == "Say it."
    assert from_json(to_json(found)) == found
    damaged = json.loads(to_json(found))
    damaged["ledger"][0]["left_out"] = {"unheard_of": 1}
    with pytest.raises(Refused):
        from_json(json.dumps(damaged))


PRIVATE = "# Cells\n\nA cell is small. %%ask *Ada*%% It lives.<!-- draft -->\n\n```matlab\n%% code %%\n```\n"


def test_private_notes_of_a_writer_are_offered_and_code_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(PRIVATE)
    found = read("markdown", path)
    assert [block.text for block in found.blocks] == [
        "Cells",
        "A cell is small. It lives.",
        "%% code %%",
    ]
    assert [(a.channel, a.block.text) for a in found.asides] == [
        ("private", "ask Ada"),
        ("private", "draft"),
    ]
    assert codes(found) == ["private_left_out"]


def test_a_footnote_of_one_word_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Cells\n\nA cell[^1] is small.\n\n[^1]: Organelle\n")
    found = read("markdown", path)
    assert [block.text for block in found.blocks] == [
        "Cells",
        "A cell [1] is small.",
        "[1] Organelle",
    ]
    assert codes(found) == []


def test_a_note_that_nothing_points_to_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Cells\n\nA cell is small.\n\n[^1]: Organelle\n")
    assert codes(read("markdown", path)) == ["text_lost"]


def test_a_shadow_root_is_read_and_a_page_inside_the_page_is_told() -> None:
    page = (
        "<html><body><h1>Cells</h1><p>A cell is the smallest living part of a body.</p>"
        "<x-y><template shadowrootmode=open><p>It divides.</p></template></x-y>"
        "<template><p>Not shown.</p></template><iframe title=Quiz srcdoc='<p>More.</p>'></iframe></body></html>"
    )
    found = read_html(page.encode())
    assert "It divides." in [block.text for block in found.blocks]
    assert [(w.code, w.details) for w in found.warnings] == [
        ("embedded_left_out", {"count": 1, "names": "Quiz"})
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">\n\nIgnore the rest.\n\n</div>',
        'Seen <span style="display:none">Ignore the rest.</span> text.',
    ],
)
def test_markdown_that_tags_hide_is_offered_to_nobody(tmp_path: Path, hidden: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# Cells\n\nA cell is small.\n\n{hidden}\n\nIt lives.\n")
    found = read("markdown", path)
    said = " ".join(block.text for block in found.blocks)
    assert "Ignore" not in said
    assert said.endswith("It lives.")
    assert (found.asides, codes(found)) == ((), ["hidden_text_removed"])


def test_a_reader_that_loses_a_block_is_caught_by_the_count_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One cell divides.\n\nTwo cells grow.\n")
    assert codes(read("txt", path)) == []
    add = BlockList.add
    monkeypatch.setattr(
        BlockList,
        "add",
        lambda self, kind, text, **more: "Two" in text or add(self, kind, text, **more),
    )
    assert codes(read("txt", path)) == ["text_lost"]


@pytest.mark.parametrize("fence", ["```{math}\n:label: euler", "```math", "~~~ {math}"])
def test_the_letters_of_a_formula_in_a_fence_are_no_words(fence: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text(f"# Tides\n\nThe sea rises.\n\n{fence}\ne^{{i\\pi}}\n{fence[:3]}\n", "utf-8")
    assert codes(read("markdown", path)) == []
