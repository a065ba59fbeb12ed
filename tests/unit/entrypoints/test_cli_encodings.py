"""Whatever signs a document or a title has, and whatever a console can show, commands say what they have to say."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from praxeo.adapters.sqlite import SqliteRecords
from praxeo.domain.records import Example

TITLES = ("Größe – „Übung“", "التمثيل الضوئي", "光合作用 🌿", "e\u0301 \u200d")
ENCODINGS: list[dict[str, str]] = [
    {"PYTHONIOENCODING": name} for name in ("cp1252", "ascii", "cp1252:strict", "utf-16")
] + [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with examples of these titles, and a document with all of their signs."""
    home = tmp_path_factory.mktemp("home")
    records = SqliteRecords(home / "library" / "praxeo.sqlite3")
    for number, title in enumerate(TITLES):
        records.save(
            Example(
                id=f"exa_{number}", owner="local", created_at="2026-01-02T03:04:05.000006Z",
                updated_at="2026-01-02T03:04:05.000006Z", project_id="prj_1", title=title,
                input_type="document_input", input_id="doc_1", status="ready",
            )
        )  # fmt: skip
    records.close()
    (home / "signs.md").write_text("# Signs\n\n" + "\n\n".join(TITLES), "utf-8")
    return home


def environment(home: Path, more: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    kept |= {"PRAXEO_DATA_DIR": str(home / "library"), "PRAXEO_CHROMIUM": str(home / "none")}
    return kept | more


def run(home: Path, more: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "praxeo.entrypoints.cli", *arguments],
        cwd=home,
        env=environment(home, more),
        capture_output=True,
    )


@pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda each: "-".join(each.values()))
@pytest.mark.parametrize(
    "command",
    [("list",), ("list", "--json"), ("extract", "signs.md"), ("extract", "signs.md", "--json")],
    ids=" ".join,
)
def test_a_pipe_gets_utf_8(home: Path, encoding: dict[str, str], command: tuple[str, ...]) -> None:
    told = run(home, encoding, *command)
    assert (told.returncode, told.stderr) == (0, b"")
    text = told.stdout.decode("utf-8")
    if "--json" in command:
        text = json.dumps(json.loads(text), ensure_ascii=False)
    for title in TITLES[:3]:
        assert title in text


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp1252:strict"])
def test_a_terminal_shows_what_it_can(home: Path, encoding: str) -> None:
    ours, theirs = pty.openpty()
    told = subprocess.Popen(
        [sys.executable, "-m", "praxeo.entrypoints.cli", "list"],
        cwd=home,
        env=environment(home, {"PYTHONIOENCODING": encoding}),
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # how a terminal ends
        pass
    _, complaints = told.communicate()
    assert (told.returncode, complaints) == (0, b"")
    assert "???" in shown.decode("cp1252")
    if encoding.startswith("cp1252"):
        assert "Größe – „Übung“" in shown.decode("cp1252")


@pytest.mark.parametrize("command", [("list",), ("list", "--json"), ("--help",)], ids=" ".join)
def test_a_command_ends_without_a_word_where_nobody_reads(
    home: Path, command: tuple[str, ...]
) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    told = subprocess.run(
        [sys.executable, "-m", "praxeo.entrypoints.cli", *command],
        cwd=home,
        env=environment(home, {}),
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    assert (told.returncode, told.stderr) == (141, b"")


def test_complaints_are_told_too(home: Path) -> None:
    told = run(home, {"PYTHONIOENCODING": "ascii"}, "extract", "نص.md")
    assert told.returncode == 2
    assert b"Traceback" not in told.stderr
    name = os.fsdecode("odd \udcff 光.bin".encode("utf-8", "surrogateescape"))
    (home / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    told = run(home, {"PYTHONIOENCODING": "ascii"}, "extract", name)
    assert told.returncode == 3
    assert b"Traceback" not in told.stderr
