"""What a source sorts itself waits as a sorting: few groups, each of several things, none named by its own things."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import drafts
from praxeo.domain.spec import Pair
from praxeo.sources.documents.text.markdown import read_markdown_file

ROCKS = (("Granite", "igneous"), ("Basalt", "igneous"), ("Marble", "metamorphic"), ("Slate", "metamorphic"))  # fmt: skip
LABELS = "- Vascular plants: ferns, oaks and roses\n- Non-vascular plants: mosses, liverworts, hornworts\n"


def sorted_in(body: str, folder: Path) -> dict[str, str]:
    text = f"# Nature\n\nEverything that grows or lies around us has a name and a place in some order.\n\n{body}\n"
    (folder / "source.md").write_text(text, "utf-8")
    found = drafts(read_markdown_file(folder / "source.md"), name="source.md")
    pairs = [draft.item for draft in found if draft.kind == "sorting"]
    return {pair.left: pair.right for pair in pairs if isinstance(pair, Pair)}


def table(rows: tuple[tuple[str, str], ...]) -> str:
    lines = "\n".join(f"| {thing} | {group} |" for thing, group in rows)
    return f"| Rock | Family |\n| --- | --- |\n{lines}\n"


def test_a_column_of_few_groups_sorts_its_rows(tmp_path: Path) -> None:
    assert sorted_in(table(ROCKS), tmp_path) == dict(ROCKS)


@pytest.mark.parametrize(
    "rows",
    [
        (*ROCKS[:3], ("Slate", "sedimentary")),
        (*ROCKS[:3], ("Metamorphic slate", "metamorphic")),
        (*ROCKS[:3], ("Granite", "metamorphic")),
        tuple((rock, "yes") for rock, _ in ROCKS),
    ],
)
def test_a_group_of_one_a_thing_that_names_its_group_or_is_in_two_sorts_nothing(
    rows: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    assert sorted_in(table(rows), tmp_path) == {}


def test_labels_of_one_kind_sort_what_they_list(tmp_path: Path) -> None:
    found = sorted_in(LABELS, tmp_path)
    assert found == {"ferns": "Vascular plants", "oaks": "Vascular plants", "roses": "Vascular plants",
                     "mosses": "Non-vascular plants", "liverworts": "Non-vascular plants", "hornworts": "Non-vascular plants"}  # fmt: skip


def test_labels_of_several_kinds_sort_nothing(tmp_path: Path) -> None:
    other = LABELS.replace("Non-vascular plants", "Tools")
    assert sorted_in(other, tmp_path) == {}
