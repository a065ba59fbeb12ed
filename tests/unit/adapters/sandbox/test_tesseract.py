"""The engine runs as a program of its own: with nothing but what it needs, and never longer or larger than allowed."""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from praxeo.adapters.sandbox import tesseract
from praxeo.adapters.sandbox.tesseract import Tesseract, find_tesseract
from praxeo.domain.cancellation import Cancellation, Cancelled, cancellable_by
from praxeo.domain.errors import Refused, TooLarge

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits it this way")


def engine(tmp_path: Path, deed: str) -> Tesseract:
    """A program in the place of Tesseract that does this."""
    path = tmp_path / "tesseract"
    path.write_text(f"#!{sys.executable}\nimport os, resource, sys, time\n{deed}\n", "utf-8")
    path.chmod(0o755)
    return Tesseract(str(path))


def answer(program: Tesseract, png: bytes = b"picture") -> str:
    return program.recognise(png, dpi=199.7, language="eng")


def test_it_is_given_the_picture_and_told_what_it_is(tmp_path: Path) -> None:
    program = engine(tmp_path, "print(sys.argv[1:], len(sys.stdin.buffer.read()))")
    told = answer(program, b"p" * 3_000_000)
    assert "'stdin', 'stdout', '--psm', '1', '--dpi', '200', '-l', 'eng'" in told
    assert "3000000" in told


def test_without_the_data_for_orientation_it_is_not_asked_for_it(tmp_path: Path) -> None:
    program = engine(tmp_path, "print(sys.argv[1:])")
    told = program.recognise(b"p", dpi=200, language="eng", oriented=False)
    assert "'--psm', '3'" in told


def test_one_variable_is_all_its_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEMINI_API_KEY", "secret")
    told = answer(
        engine(tmp_path, "print({k: v for k, v in os.environ.items() if k != 'LC_CTYPE'})")
    )
    assert told.strip() == "{'OMP_THREAD_LIMIT': '1'}"


def test_it_does_not_have_to_take_what_it_is_given(tmp_path: Path) -> None:
    assert answer(engine(tmp_path, "print('done')"), b"p" * 5_000_000) == "done\n"


@LINUX
@pytest.mark.parametrize(
    ("deed", "outcome"),
    [
        ("bytearray(400 * 2**20)", "MemoryError"),
        ("os.write(os.open('left', os.O_CREAT | os.O_WRONLY), b'x')", "OSError"),
        ("__import__('socket').create_connection(('127.0.0.1', 9), 1)", "OSError"),
    ],
)
def test_it_has_no_room_no_disk_and_no_network(deed: str, outcome: str, tmp_path: Path) -> None:
    code = f"try:\n    {deed}\n    print('done')\nexcept (MemoryError, OSError) as error:\n    print(type(error).__mro__)"
    assert outcome in answer(
        engine(
            tmp_path,
            f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            f"os.chdir({str(tmp_path)!r})\n{code}",
        )
    )


@LINUX
def test_its_processor_time_is_limited(tmp_path: Path) -> None:
    program = engine(tmp_path, "print(resource.getrlimit(resource.RLIMIT_CPU)[0])")
    assert answer(program).strip() == str(tesseract.PROCESSOR_SECONDS)


def test_one_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "LIMITS", replace(tesseract.LIMITS, wall_seconds=2.0))
    program = engine(
        tmp_path, "sys.stdout.write(str(os.fork()) + '\\n'); sys.stdout.flush(); time.sleep(600)"
    )
    started = time.monotonic()
    with pytest.raises(Refused) as refusal:
        answer(program)
    assert refusal.value.code == "too_complex"
    assert time.monotonic() - started < 60


def test_one_that_talks_without_end_is_ended(tmp_path: Path) -> None:
    with pytest.raises(TooLarge):
        answer(engine(tmp_path, "while True: print('word ' * 1000)"))


def test_work_that_is_cancelled_ends_at_once(tmp_path: Path) -> None:
    mark = Cancellation()
    running = tmp_path / "running"
    os.mkfifo(running)
    program = engine(tmp_path, f"open({str(running)!r}).read(); time.sleep(600)")

    def cancel_when_it_runs() -> None:
        with running.open("w"):  # waits until the program has begun
            mark.cancel()

    helper = threading.Thread(target=cancel_when_it_runs)
    helper.start()
    with cancellable_by(mark), pytest.raises((Cancelled, Refused)):
        answer(program)
    helper.join()


def test_what_it_has_learned_is_asked_and_a_broken_one_has_nothing(tmp_path: Path) -> None:
    said = "print('List of available languages (2):\\nosd\\neng') if '--list-langs' in sys.argv else print('tesseract 5.9.1\\n x')"
    program = engine(tmp_path, said)
    assert program.languages() == ("eng", "osd")
    assert program.version() == "Tesseract 5.9.1"
    broken = Tesseract(str(tmp_path / "nothing"))
    assert broken.languages() == ()
    assert broken.version() == "Tesseract"


def test_it_is_found_where_it_is_said_to_be(tmp_path: Path) -> None:
    program = engine(tmp_path, "pass")
    assert find_tesseract(program.path) == program.path
    assert find_tesseract(str(tmp_path / "nothing")) is None
