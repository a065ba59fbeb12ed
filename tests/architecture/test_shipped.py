"""What ships with Praxeo: pinned, imported, needed, and free for anybody to use."""

from __future__ import annotations

import json
import re
from email.message import Message
from importlib import metadata
from pathlib import Path

import pytest

from tests.architecture.packages import IT_NEEDS, REQUIREMENTS, idle, named, needed, pins
from tests.architecture.tree import ROOT, shipped, sources

LOCKS = sorted(REQUIREMENTS.glob("*.lock"))
SETS = ("runtime", "gemini", "lambda_api", "lambda_jobs", "worker")
COPYLEFT = re.compile(r"\bA?GPL|GNU (Affero )?General Public", re.IGNORECASE)
# States the GPL for one file, which is not in what is installed; all else is in the public domain or under the BSD.
EXCUSED = {"docutils": "rst.el"}
LESSER = re.compile(r"LGPL|Lesser", re.IGNORECASE)
PIN = "planted==1.0 \\\n    --hash=sha256:" + 64 * "0" + "\n"


def lock_faults(lock: str) -> list[str]:
    """What is wrong with a lock file: an address, a package that is not pinned or has no hash."""
    address = re.search(r"://|^--(extra-)?index-url|^--find-links", lock, re.MULTILINE)
    found = ["names an address"] if address else []
    for block in re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]:
        name = block.split()[0]
        if "==" not in name:
            found.append(f"{name} is not pinned")
        if "--hash=sha256:" not in block:
            found.append(f"{name} has no hash")
    return found


def npm_faults(lock: str) -> list[str]:
    """The packages of an npm lock file that name an address or have no hash."""
    packages = json.loads(lock)["packages"].items()
    return [n for n, e in packages if n and (e.get("resolved") or not e.get("integrity"))]


def copyleft(stated: Message | metadata.PackageMetadata) -> bool:
    """Whether a package states a licence that asks for the source of what uses it."""
    licences = [stated.get("License-Expression") or "", (stated.get("License") or "")[:200]]
    licences += [c for c in stated.get_all("Classifier") or [] if c.startswith("License")]
    return bool(COPYLEFT.search(LESSER.sub("", " ".join(licences))))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_pins_every_package_with_hashes_and_names_no_registry(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert len(pins(text)) > 20
    assert lock_faults(text) == []


def test_a_lock_file_with_a_fault_is_seen() -> None:
    assert lock_faults(PIN) == []
    assert lock_faults("--index-url somewhere\n" + PIN) == ["names an address"]
    assert lock_faults(PIN + "    # via https://example.org\n") == ["names an address"]
    assert lock_faults("planted>=1 \\\n    --hash=sha256:00\n") == ["planted>=1 is not pinned"]
    assert lock_faults(PIN + "bare==2\n" + PIN) == ["bare==2 has no hash"]


def test_whatever_ships_is_what_the_tests_run_with() -> None:
    tested = pins((REQUIREMENTS / "development.lock").read_text("utf-8"))
    for name in SETS:
        apart = pins((REQUIREMENTS / f"{name}.lock").read_text("utf-8")) - tested
        assert {pin.split("==")[0] for pin in apart} <= IT_NEEDS, name
    assert pins(PIN) - tested == {"planted==1.0"}


def test_the_front_end_lock_names_no_registry() -> None:
    assert npm_faults((ROOT / "web" / "package-lock.json").read_text("utf-8")) == []
    whole = {"": {}, "planted": {"integrity": "sha512-0", "resolved": "https://example.org"}}
    assert npm_faults(json.dumps({"packages": whole})) == ["planted"]
    assert npm_faults(json.dumps({"packages": {"planted": {"version": "1"}}})) == ["planted"]


@pytest.mark.parametrize("name", SETS)
def test_nothing_ships_that_is_not_imported(name: str) -> None:
    asked = (REQUIREMENTS / f"{name}.in").read_text("utf-8")
    product = shipped(sources())
    assert idle(asked, product) == set()
    assert idle(asked + "hypothesis\n", product) == {"hypothesis"}


@pytest.mark.parametrize("name", SETS)
def test_what_nothing_imports_ships_only_where_an_import_needs_it(name: str) -> None:
    asked = (REQUIREMENTS / f"{name}.in").read_text("utf-8")
    locked = named((REQUIREMENTS / f"{name}.lock").read_text("utf-8"))
    known = {pin for pin in locked if _is_installed(pin)}
    assert known - needed(asked) == set()
    assert (known | {"hypothesis"}) - needed(asked) == {"hypothesis"}


def test_nothing_that_praxeo_ships_is_under_the_gpl() -> None:
    locked = {
        name for each in SETS for name in named((REQUIREMENTS / f"{each}.lock").read_text("utf-8"))
    }
    found = [n for n in sorted(locked) if _is_installed(n) and copyleft(metadata.metadata(n))]
    assert [name for name in found if name not in EXCUSED] == []
    for name, file in EXCUSED.items():
        assert name in found
        assert file not in {path.name for path in metadata.files(name) or ()}


@pytest.mark.parametrize(
    ("header", "text", "refused"),
    [
        ("License-Expression", "GPL-3.0-or-later", True),
        ("License", "GNU Affero General Public License v3", True),
        ("Classifier", "License :: OSI Approved :: GNU General Public License v2 (GPLv2)", True),
        ("License-Expression", "LGPL-2.1", False),
        ("License", "GNU Lesser General Public License", False),
        ("License-Expression", "MIT", False),
    ],
)
def test_a_licence_is_told_by_what_the_package_states(
    header: str, text: str, refused: bool
) -> None:
    stated = Message()
    stated[header] = text
    assert copyleft(stated) == refused


def _is_installed(name: str) -> bool:
    """Whether a package is here; some are locked for another operating system only."""
    try:
        return bool(metadata.metadata(name))
    except metadata.PackageNotFoundError:
        return False
