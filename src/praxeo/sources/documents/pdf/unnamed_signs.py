"""Puts back the ligatures, quotation marks and dashes of TeX's faces that come without names for their signs.

Such a file (bitmap faces above all, as `dvips` writes them) says of a sign only its place in the face, which is
that of a control character. The places are those of TeX's own two encodings, OT1 and T1 (Knuth, *Computer Modern
Typefaces*; Ferguson, *Report on multilingual activities*, TUGboat 11, 1990).
"""

from __future__ import annotations

import re

NEW_LIGATURES = "\x1b\x1c\x1d\x1e\x1f"
OLD_LIGATURES = "\x0b\x0c\x0e\x0f"
TO_NEW = str.maketrans(
    NEW_LIGATURES + "\x10\x11\x12\x13\x14\x15\x16\x7f",
    "\ufb00\ufb01\ufb02\ufb03\ufb04\u201c\u201d\u201e\u00ab\u00bb\u2013\u2014-",
)
TO_OLD = str.maketrans(OLD_LIGATURES + "\x7f", "\ufb00\ufb01\ufb03\ufb04\u00a8")
OLD_DASH = re.compile(r"(?<=\d)\{(?=\d)")
# A lone carriage return is "fl": PDFium writes a line feed behind each of its own.
OLD_FL = re.compile(r"\r(?=[a-z])")
IN_NEW = re.compile(rf"[{NEW_LIGATURES}][^\W\d_]|[^\W\d_][{NEW_LIGATURES}]")
IN_OLD = re.compile(rf"[{OLD_LIGATURES}][^\W\d_]|[^\W\d_][{OLD_LIGATURES}]")


def with_unnamed_signs(text: str) -> str:
    """The characters of a page, as many as before, with what stands for control characters between letters."""
    if IN_NEW.search(text):
        return text.translate(TO_NEW)
    if IN_OLD.search(text):
        return OLD_DASH.sub("\u2013", OLD_FL.sub("\ufb02", text)).translate(TO_OLD)
    return text
