"""A folder of documents that a topic is looked up in: what is wrong with it is said before anything is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from praxeo.domain.errors import Refused, TooLarge
from praxeo.entrypoints.cli_folder import read_folder
from praxeo.entrypoints.folder_files import sources_in

NO_LIBRARY = cast(Any, None)  # nothing of it is touched


def test_a_folder_that_is_not_there_is_told_apart_from_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no folder"):
        read_folder(NO_LIBRARY, tmp_path / "biolgy", "prj_1")
    (tmp_path / "note.md").write_text("x", "utf-8")
    with pytest.raises(Refused, match="There is no folder"):
        read_folder(NO_LIBRARY, tmp_path / "note.md", "prj_1")
    empty = tmp_path / "biology"
    empty.mkdir()
    with pytest.raises(Refused, match="There is no document in"):
        read_folder(NO_LIBRARY, empty, "prj_1")


def test_a_folder_stands_for_the_files_in_it_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / ".git").mkdir()
    seen = ("10 tides.md", "9 waves.TXT", "more/ice.html")
    for name in (*seen, ".notes.md", ".git/note.md", "picture.png", "table.numbers", "figure.jpg"):
        (tmp_path / name).write_bytes(b"x")
    given, told = tmp_path / "10 tides.md", list[str]()
    files = sources_in([given, tmp_path], told.append)
    assert [str(file.relative_to(tmp_path)) for file in files] == [
        "10 tides.md", "9 waves.TXT", "10 tides.md", "more/ice.html",
    ]  # fmt: skip
    assert told[0] == f"3 documents in {tmp_path}: 9 waves.TXT, 10 tides.md, more/ice.html."
    assert told[1].startswith("3 other files there were left out")


def test_pictures_are_sources_where_nothing_else_is_and_recordings_are_found(
    tmp_path: Path,
) -> None:
    (tmp_path / "page-1.png").write_bytes(b"x")
    assert [file.name for file in sources_in([tmp_path], lambda _: None)] == ["page-1.png"]
    (tmp_path / "talk.mp3").write_bytes(b"ID3\4" + bytes(64))
    assert [file.name for file in sources_in([tmp_path], lambda _: None)] == ["talk.mp3"]


def test_a_folder_with_nothing_or_too_much_to_read_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Name a folder that holds some"):
        sources_in([tmp_path], lambda _: None)
    for number in range(21):
        (tmp_path / f"{number}.md").write_text("x", "utf-8")
    with pytest.raises(TooLarge, match="holds 21 documents, and one app is made of at most 20"):
        sources_in([tmp_path], lambda _: None)
