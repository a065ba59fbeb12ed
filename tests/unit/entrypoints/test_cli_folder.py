"""A folder of documents that a topic is looked up in: what is wrong with it is said before anything is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from praxeo.domain.errors import Refused
from praxeo.entrypoints.cli_folder import read_folder

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
