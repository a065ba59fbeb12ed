"""A parser lives in a process that may die, hang or grow; the caller gets a sentence."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from praxeo.documents.media_types import MediaType
from praxeo.documents.parser_process import ProcessLimits, result_of, run
from praxeo.domain.errors import Refused, TooLarge

CONFINED = """
import sys
from praxeo.documents.parser_child import confine
confine(200 * 2**20, 5, 64)
try:
    {deed}
except Exception as error:
    print(type(error).__name__)
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Enzymes speed up reactions.\n" * 2000, "utf-8")
    return path


def code_of(reader: str, path: Path, limits: ProcessLimits | None = None) -> str:
    with pytest.raises(Refused) as refusal:
        run(reader, path, limits=limits)
    assert refusal.value.message.endswith(".")
    return refusal.value.code


def test_what_the_parser_found_comes_back(text: Path) -> None:
    found = run(MediaType.TEXT, text)
    assert found.blocks[0].text.startswith("Enzymes speed up reactions.")


def test_a_parser_that_takes_too_long_is_stopped(text: Path) -> None:
    assert code_of(MediaType.TEXT, text, ProcessLimits(wall_seconds=0.0)) == "too_complex"


def test_a_parser_that_needs_too_much_memory_is_stopped(text: Path) -> None:
    text.write_bytes(b"word " * 2**21)
    assert code_of(MediaType.TEXT, text, ProcessLimits(memory_bytes=2**23)) == "too_complex"


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        (signal.SIGSEGV, "parser_crashed"),
        (signal.SIGABRT, "parser_crashed"),
        (signal.SIGXCPU, "too_complex"),
    ],
)
def test_a_parser_that_dies_leaves_a_clear_sentence(sign: signal.Signals, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        result_of(b"", -sign)
    assert refusal.value.code == code


def test_a_result_beyond_its_size_is_refused(text: Path) -> None:
    with pytest.raises(TooLarge):
        run(MediaType.TEXT, text, limits=ProcessLimits(result_bytes=100))


def test_an_error_of_the_reader_keeps_its_code(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\5\6 no directory")
    assert code_of(MediaType.DOCX, path) == "truncated"


@pytest.mark.parametrize(
    ("deed", "error"),
    [
        ("open('{folder}/left', 'w')", "PermissionError"),
        ("__import__('socket').socket()", "PermissionError"),
        ("__import__('subprocess').run(['true'])", "PermissionError"),
        ("__import__('os').system('true')", "PermissionError"),
        ("bytearray(2**30)", "MemoryError"),
        ("[open('/dev/null') for _ in range(99)]", "OSError"),
    ],
)
def test_a_confined_process_may_only_read_and_think(deed: str, error: str, tmp_path: Path) -> None:
    code = CONFINED.format(deed=deed.format(folder=tmp_path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == error
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits processor time this way")
def test_a_confined_process_that_spins_is_ended() -> None:
    code = (
        "from praxeo.documents.parser_child import confine\nconfine(2**28, 1, 64)\nwhile True: pass"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode < 0
