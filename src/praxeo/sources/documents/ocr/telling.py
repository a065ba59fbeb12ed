"""What a person is told of pages that are pictures: how they were read, or why not and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from praxeo.domain.blocks import DOUBTFUL_BELOW, Block, ReadingWarning
from praxeo.domain.errors import Refused
from praxeo.domain.pages import SCANNED

Absence = Literal["not_installed", "off", "not_here"]

HOW_TO_INSTALL = (
    "Install it (Debian, Ubuntu: apt install tesseract-ocr, and tesseract-ocr-deu for German; macOS: brew install "
    "tesseract) and add the document again"
)
OR_ELSEWHERE = "run a text recognition (OCR) on it elsewhere and add the result"
LOST = "Formulas, pictures and the lines of tables are not recognised."


def without_text(number: int) -> ReadingWarning:
    """Page `number` is a picture: so it is told unless it is recognised."""
    return ReadingWarning(
        code=SCANNED,
        message=f"Page {number} is a picture without text, such as a scan; nothing was read from it.",
        page=number,
        details={"page": number},
    )


def absence_told(absence: Absence) -> ReadingWarning:
    """Why pages without text stay unread in a document that has others."""
    message = {
        "not_installed": f"Pages without text are read with Tesseract, which is not installed here. {HOW_TO_INSTALL}.",
        "off": "Pages without text were not read: text recognition (OCR) is switched off in the settings.",
        "not_here": "Pages without text were not read: this installation has no text recognition (OCR). "
        "Run one on the document elsewhere and add the result.",
    }[absence]
    return ReadingWarning(code=f"ocr_{absence}", message=message)


def refusal(absence: Absence | None) -> Refused:
    """Nothing was read, for every page is a picture. None: recognition was tried, in vain."""
    if absence == "not_installed":
        return Refused(
            "scanned",
            "This is a scan or a photograph: its text is read with Tesseract, which is not installed here. "
            f"{HOW_TO_INSTALL}, or {OR_ELSEWHERE}.",
        )
    if absence == "off":
        return Refused(
            "scanned_ocr_off",
            "This is a scan or a photograph, and text recognition (OCR) is switched off in the settings. "
            "Switch it on and add the document again.",
        )
    if absence == "not_here":
        return Refused(
            "scanned_ocr_not_here",
            "This is a scan or a photograph, and this installation has no text recognition (OCR): "
            f"{OR_ELSEWHERE}, or use Praxeo on a machine with Tesseract.",
        )
    return Refused(
        "scanned_unreadable",
        "No text could be recognised in this picture. Take it anew: straight, sharp, evenly lit, at 300 dpi.",
    )


def recognised_told(
    numbers: Sequence[int], engine: str, language: str, confidence: float
) -> ReadingWarning:
    """Which pages were recognised, by what, and how sure it was on average (0-100)."""
    pages = page_ranges(numbers)
    return ReadingWarning(
        code="ocr_read",
        message=f"What stands on page{'' if pages.isdigit() else 's'} {pages} was recognised by {engine} ({language}), which was "
        f"{confidence:.0f} % sure of it. {LOST}",
        details={
            "pages": pages,
            "engine": engine,
            "language": language,
            "confidence": round(confidence),
        },
    )


def doubtful_told(blocks: Iterable[Block]) -> tuple[ReadingWarning, ...]:
    """How many passages are too unsure to be practised."""
    count = sum(block.is_doubtful for block in blocks)
    if not count:
        return ()
    message = (
        f"{count} passages were recognised with less than {DOUBTFUL_BELOW} % certainty. They are marked as doubtful; "
        "compare them with the page."
    )
    details = {"count": count, "limit": DOUBTFUL_BELOW}
    return (ReadingWarning(code="ocr_doubtful", message=message, details=dict(details)),)


def unreadable_told(number: int) -> ReadingWarning:
    """Page `number` was tried in vain."""
    return ReadingWarning(
        code="ocr_unreadable",
        message=f"Page {number} is a picture in which no text could be recognised; nothing was read from it.",
        page=number,
        details={"page": number},
    )


def ink_left_told(number: int, share: float) -> ReadingWarning:
    """Where page `number` has ink on a share of it (0-1), no text was found."""
    percent = max(1, round(100 * share))
    return ReadingWarning(
        code="ocr_ink_left",
        message=f"On page {number} no text was recognised where {percent} % of it has ink: a picture or drawing, or "
        "writing too faint or worn. Compare it with the page.",
        page=number,
        details={"page": number, "share": percent},
    )


def gave_up_told(number: int) -> ReadingWarning:
    """Page `number` was too much for the engine."""
    return ReadingWarning(
        code="ocr_gave_up",
        message=f"Recognising page {number} took too much time or memory, so it was stopped; nothing was read from it.",
        page=number,
        details={"page": number},
    )


def language_missing_told(language: str, package: str) -> ReadingWarning:
    """The text is in a language (its tag) that the engine has not learned."""
    return ReadingWarning(
        code="ocr_language_missing",
        message=f"The recognised text seems to be in the language “{language}”, which Tesseract does not have here, so "
        f"letters may be wrong. Install {package} and add the document again.",
        details={"language": language, "package": package},
    )


def pages_left_out_told(count: int, limit: int) -> ReadingWarning:
    """Of very many pages without text only the first were recognised."""
    return ReadingWarning(
        code="ocr_pages_left_out",
        message=f"Only the first {limit} pages without text were recognised; {count} more were not read. "
        "Split the document into parts and add each of them.",
        details={"limit": limit, "count": count},
    )


def page_ranges(numbers: Sequence[int]) -> str:
    """Numbers in rising order as "1–3, 7"."""
    if not numbers:
        return ""
    starts = [numbers[0], *(b for a, b in pairwise(numbers) if b > a + 1)]
    ends = [*(a for a, b in pairwise(numbers) if b > a + 1), numbers[-1]]
    return ", ".join(
        str(start) if start == end else f"{start}–{end}"
        for start, end in zip(starts, ends, strict=True)
    )
