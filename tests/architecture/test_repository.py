"""Promises about the repository as files: lock files, licences, nothing of any one machine."""

from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
COPYLEFT = re.compile(r"\bA?GPL|GNU (Affero )?General Public", re.IGNORECASE)
LESSER = re.compile(r"LGPL|Lesser", re.IGNORECASE)
# Triple-licensed; Praxeo uses it under the MPL-1.1.
CHOSEN_LICENCE = {"tld": "MPL-1.1"}


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines()]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_pins_every_package_with_hashes_and_names_no_registry(lock: Path) -> None:
    text = lock.read_text("utf-8")
    pinned = re.findall(r"^([a-z0-9._-]+)==\S+", text, re.MULTILINE)
    assert len(pinned) > 20
    assert "://" not in text.replace("uv pip compile", "")
    blocks = re.split(r"^(?=[a-z0-9._-]+==)", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_runtime_lock_agrees_with_the_development_lock() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / name).read_text("utf-8")
        return set(re.findall(r"^([a-z0-9._-]+==[^\s;\\]+)", text, re.MULTILINE))

    assert pins("runtime.lock") <= pins("development.lock")


def test_the_front_end_lock_names_no_registry() -> None:
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text("utf-8"))
    assert not [name for name, entry in lock["packages"].items() if entry.get("resolved")]
    assert all(entry.get("integrity") for name, entry in lock["packages"].items() if name)


def test_nothing_that_praxeo_ships_is_under_the_gpl() -> None:
    text = (ROOT / "requirements" / "runtime.lock").read_text("utf-8")
    for name in re.findall(r"^([a-z0-9._-]+)==", text, re.MULTILINE):
        try:
            metadata = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # locked for another operating system
        stated = " ".join(
            [metadata.get("License-Expression") or "", (metadata.get("License") or "")[:200]]
            + [c for c in metadata.get_all("Classifier") or [] if c.startswith("License")]
        )
        if COPYLEFT.search(LESSER.sub("", stated)) and name not in CHOSEN_LICENCE:
            pytest.fail(f"{name} states: {stated.strip()}")


def test_no_tracked_file_names_a_path_of_one_machine() -> None:
    marks = re.compile(r"(?<![\w.-])/(?:root|work|farm)/\w")
    found = []
    for path in tracked_files():
        if path.suffix in {".png", ".pdf", ".lock", ".gz"} or not path.is_file():
            continue
        if (
            marks.search(path.read_text("utf-8", errors="replace"))
            and path.name != Path(__file__).name
        ):
            found.append(path.relative_to(ROOT).as_posix())
    assert not found
