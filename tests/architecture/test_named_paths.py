"""Every file and folder that ARCHITECTURE and CONTRIBUTING name is there, where they say."""

from __future__ import annotations

import re

import pytest

from tests.architecture.tree import ROOT

CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)*/?")
# A path of the package may leave out where that is; docs say it once.
PLACES = ("", "src/praxeo/")
MAPPED = re.compile(r"^( *)([\w.]+(?:/\w+)*(?:/|\.py))(?:\s|$)", re.MULTILINE)


def named(text: str) -> list[str]:
    """What a page names in code type that is written like a path or a file."""
    words = [word for words in CODE.findall(text) for word in words.split()]
    told = (word.strip("()") for word in words)
    return [word for word in told if PATH.fullmatch(word) and re.search(r"/|\.(py|md|ts)$", word)]


def missing(paths: list[str]) -> list[str]:
    return [
        path
        for path in paths
        if not any(next(ROOT.glob(place + path.rstrip("/")), None) for place in PLACES)
    ]


def mapped(text: str) -> list[str]:
    """The rooms of the map: what begins a line of it, within the folder that stands above."""
    block = text.split("```")[3]
    found: list[str] = []
    above: dict[int, str] = {}
    for indent, name in MAPPED.findall(block):
        folder = "".join(above[depth] for depth in sorted(above) if depth < len(indent))
        above = {depth: held for depth, held in above.items() if depth < len(indent)}
        above[len(indent)] = name
        found.append(folder + name)
    return found


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_path_that_the_page_names_is_there(page: str) -> None:
    paths = named((ROOT / page).read_text("utf-8"))
    assert paths
    assert missing(paths) == []


def test_every_room_of_the_map_is_there() -> None:
    rooms = mapped((ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    assert "src/praxeo/sources/" in rooms
    assert missing(rooms) == []


def test_every_room_that_is_there_is_on_the_map() -> None:
    rooms = mapped((ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    there = {f"src/praxeo/{path.parent.name}/" for path in ROOT.glob("src/praxeo/*/__init__.py")}
    assert there - set(rooms) == set()


def test_a_path_that_is_gone_is_found() -> None:
    page = "a reader in `sources/documents/extraction.py`, a row in `sources/documents/formats.py`"
    assert missing(named(page)) == ["sources/documents/extraction.py"]
    assert missing(
        mapped("``` a ``` b ```\nsrc/praxeo/\n  spec/   text\n    gone.py  x\n  nowhere/  x\n```")
    ) == [
        "src/praxeo/spec/gone.py",
        "src/praxeo/nowhere/",
    ]
