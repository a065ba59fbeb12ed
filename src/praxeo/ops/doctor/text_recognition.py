"""Whether scans and photographs can be read on this machine, and in which languages."""

from __future__ import annotations

from praxeo.ops.doctor.finding import Finding
from praxeo.ports.documents import TextRecognition

NAME = "Text recognition"
INSTALL = (
    "Scans and photographs are refused. Install Tesseract (Debian, Ubuntu: apt install tesseract-ocr; macOS: "
    "brew install tesseract), or set PRAXEO_TESSERACT to its path."
)
ORIENTATION = "osd"


def text_recognition(engine: TextRecognition | None) -> Finding:
    """What there is of it; it is needed by nothing else."""
    if engine is None:
        return Finding(name=NAME, ok=False, message="not found", remedy=INSTALL, needed=False)
    learned = engine.languages()
    languages = [name for name in learned if name != ORIENTATION]
    message = f"{engine.version()} ({', '.join(languages) or 'no language'})"
    if not languages:
        remedy = "Install a language (Debian: apt install tesseract-ocr-eng)."
        return Finding(name=NAME, ok=False, message=message, remedy=remedy, needed=False)
    if ORIENTATION not in learned:
        remedy = "Pages that lie on their side are not turned. Install Debian's tesseract-ocr-osd."
        return Finding(name=NAME, ok=False, message=message, remedy=remedy, needed=False)
    return Finding(name=NAME, ok=True, message=message, needed=False)
