"""How much there is to read in scripts that set no space between words (Chinese, Japanese, Thai, Lao)."""

from __future__ import annotations

import re

_UNPARTED = r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]"  # built when first met: few texts have one
SIGNS_A_WORD = 2  # on average


def unparted_words(text: str) -> int:
    """About how many words the signs of such scripts make, beside those that spaces part."""
    return 0 if text.isascii() else len(re.findall(_UNPARTED, text)) // SIGNS_A_WORD
