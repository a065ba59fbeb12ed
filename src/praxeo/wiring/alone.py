"""One adapter at a time, for commands that do without the whole product and the time that it takes to load."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from praxeo.adapters.ffmpeg.tools import Ffmpeg
    from praxeo.adapters.sandbox.tesseract import Tesseract
    from praxeo.ports.clock import Clock
    from praxeo.ports.documents import Reader
    from praxeo.ports.speech import SpeechRecognition
    from praxeo.ports.transcoding import Transcoder


def document_reader(tesseract: str = "", *, figures: bool = False) -> Reader:
    """Reads the text of documents in processes of their own; scans with the configured Tesseract.

    The figures of a PDF are cut out only where they are wanted.
    """
    from praxeo.adapters.sandbox.document_reader import DocumentReader

    return DocumentReader(engine=found_tesseract(tesseract), figures=figures)


def found_tesseract(configured: str = "") -> Tesseract | None:
    """The configured Tesseract, else the one on PATH; None without one, or where it is "off"."""
    from praxeo.adapters.sandbox.tesseract import Tesseract, find_tesseract

    path = None if configured == "off" else find_tesseract(configured)
    return Tesseract(path) if path else None


def found_ffmpeg(configured: str = "") -> Ffmpeg | None:
    """The configured ffmpeg, else the one on PATH; None without one, or where it is "off"."""
    if configured == "off" or not shutil.which(configured or "ffmpeg"):
        return None
    from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg

    paths = find_ffmpeg(configured)
    return Ffmpeg(*paths) if paths else None


def transcoder_of(ffmpeg: Ffmpeg | None, role: str = "", blobs_url: str = "") -> Transcoder | None:
    """What makes films for browsers with this ffmpeg, and with MediaConvert in this `role`; None without the first.

    Raises Refused: "bad_setting" if the role has no bucket to work in, "sdk_not_installed".
    """
    if ffmpeg is None:
        return None
    if role:
        from praxeo.wiring.cloud import encoder

        return encoder(ffmpeg.ffmpeg, role, blobs_url)
    from praxeo.adapters.ffmpeg.transcoder import FfmpegTranscoder

    return FfmpegTranscoder(ffmpeg.ffmpeg)


def speech_model(configured: str) -> SpeechRecognition | None:
    """The configured model that writes down what is said; None where none is configured."""
    if not configured:
        return None
    from praxeo.adapters.speech.whisper import Whisper

    return Whisper(configured)


def speech_fault(configured: str) -> str:
    """What is missing for the configured speech model to listen; "" for nothing, or where none is configured."""
    if not configured:
        return ""
    from praxeo.adapters.speech.whisper import Whisper

    return Whisper(configured).fault()


def find_chromium(configured: str = "") -> str | None:
    """The path of the configured Chromium, else of the first one on PATH, None without one."""
    from praxeo.adapters import browser

    return browser.find_chromium(configured)


def system_clock() -> Clock:
    """The clock of this machine."""
    from praxeo.adapters.clock import SystemClock

    return SystemClock()
