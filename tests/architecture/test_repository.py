"""Promises about the repository as files: nothing of any one machine, a changelog of lines."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.architecture.tree import ROOT

BINARY = {".png", ".pdf", ".lock", ".gz"}
OF_ONE_MACHINE = re.compile(r"(?<![\w.-])/(?:root|work|farm)/\w")
CHANGELOG_LINE = re.compile(r"- \S.*[.!]$|#{1,4} \S.*$|$")


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


def entangled(changelog: str) -> list[str]:
    """Lines of a changelog that are neither a heading nor one whole sentence of a change."""
    _, _, body = changelog.partition("\n## ")
    return [line for line in f"## {body}".splitlines() if not CHANGELOG_LINE.match(line)]


def test_no_tracked_file_names_a_path_of_one_machine() -> None:
    found = [
        path.relative_to(ROOT).as_posix()
        for path in tracked_files()
        if path.suffix not in BINARY and OF_ONE_MACHINE.search(path.read_text("utf-8", "replace"))
    ]
    assert found == []
    assert OF_ONE_MACHINE.search("see " + "/".join(["", "root", "notes.md"]))


def test_the_changelog_says_each_change_in_one_line() -> None:
    assert entangled((ROOT / "CHANGELOG.md").read_text("utf-8")) == []
    plant = "# Changelog\n\n## 1.0\n### Added\n- Reads PDF,\n  and more.\n- Reads.\n"
    assert entangled(plant) == ["- Reads PDF,", "  and more."]


def strangers(tests: list[str], rooms: set[str]) -> list[str]:
    """Folders of unit tests that are no rooms of the product."""
    told = {name.split("/")[2] for name in tests if name.count("/") > 2}
    return sorted(told - rooms - {"devtools"})


def test_the_unit_tests_stand_in_the_rooms_that_they_test() -> None:
    files = [path.relative_to(ROOT).as_posix() for path in tracked_files()]
    unit = [name for name in files if name.startswith("tests/unit/")]
    rooms = {path.name for path in (ROOT / "src" / "praxeo").iterdir() if path.is_dir()}
    assert unit
    assert strangers(unit, rooms) == []
    assert strangers([*unit, "tests/unit/planted/test_it.py"], rooms) == ["planted"]


def misnumbered(decisions: dict[str, str]) -> list[str]:
    """Decisions (name → text) whose number another has too, or whose heading states another."""
    numbers = [name[:4] for name in decisions]
    return sorted(
        name
        for name, text in decisions.items()
        if numbers.count(name[:4]) > 1 or not text.startswith(f"# {int(name[:4])}. ")
    )


def test_a_decision_has_a_number_of_its_own() -> None:
    found = {p.name: p.read_text("utf-8") for p in (ROOT / "docs" / "decisions").glob("*.md")}
    assert misnumbered(found) == []
    twice = {"0001-a.md": "# 1. A", "0001-b.md": "# 1. B", "0002-c.md": "# 3. C"}
    assert misnumbered(twice) == ["0001-a.md", "0001-b.md", "0002-c.md"]
