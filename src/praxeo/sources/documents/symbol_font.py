"""Signs of the fonts Symbol and Wingdings as the characters that they look like.

Documents store them by their place in the font, by itself or from U+F000 on: "a" in Symbol is α.
"""

from __future__ import annotations

import re

# The places 0x21 to 0x7E and 0xA1 to 0xFE of Adobe's Symbol encoding; a space: nothing that is text.
_LOW = (
    "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_HIGH = (
    "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓"
    "°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"
    "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
    " 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
SYMBOL = dict(zip(range(0x21, 0x7F), _LOW, strict=True)) | dict(
    zip(range(0xA1, 0xFF), _HIGH, strict=True)
)
WINGDINGS = {0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "☐"}
WINGDINGS |= {
    0xD8: "➢",
    0xE0: "→",
    0xDF: "←",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0x78: "☒",
}
WINGDINGS |= {0x4A: "☺", 0x4C: "☹", 0x46: "☞", 0x22: "✂", 0x21: "✏"}
PRIVATE_USE = re.compile("[\uf020-\uf0ff]")


def symbol_text(text: str, font: str) -> str:
    """The text with the signs of such a font as characters; other text as it is."""
    name = font.lower()
    if name == "symbol":
        return "".join(SYMBOL.get(ord(sign) & 0xFF, sign) for sign in text)
    if name.startswith("wingdings"):
        return "".join(WINGDINGS.get(ord(sign) & 0xFF, "") or _space(sign) for sign in text)
    # of a font that is not named
    return PRIVATE_USE.sub(lambda match: SYMBOL.get(ord(match[0]) & 0xFF, ""), text)


def _space(sign: str) -> str:
    return sign if sign.isspace() else ""
