"""Knows the lines that name a table or a figure, in the languages that documents are written in."""

from __future__ import annotations

import re

# What a table or figure is called before its number, in English and in other languages.
OF_TABLES = (
    r"table|tab\.|tabelle|tabell[aen]?|tabel[ae]?|tabla|tableau|tabulka|tabuľka|táblázat|taulukko"
    r"|таблица|таблиця|табл\."
)
OF_FIGURES = (
    r"figure|fig\.|chart|abbildung|abb\.|figur[ae]?|afbeelding|ilustración|illustration|obrázek|obr\."
    r"|rysunek|rys\.|kuva|рисунок|рис\."
)
OTHERS = r"fig(?:ure)?s?\.?|tab(?:le|\.)|scheme|plate|chart|graph|box|listing|algorithm|exhibit|map|photo"
# A number as names have it; "table of contents" and "figure shows" go on in small letters.
NUMBER = r"[\s\xa0-]*\(?(?:[A-Z]{0,2}[-.]?\d|[IVXLC]+\b|[A-Z]\b)"
TABLE_NAME = re.compile(rf"^(?i:{OF_TABLES}){NUMBER}|^表\s?\d")
# The beginning of a line that may stand above or below a table.
BESIDE_TABLE = re.compile(
    rf"^(?i:(?:supplementary|supplemental)\s+)?(?i:{OF_TABLES}|{OF_FIGURES}){NUMBER}|^[表图圖図]\s?\d"
)
CAPTION = re.compile(
    r"^(?:supplementary |supplemental |extended data |online |appendix )?"
    rf"(?:{OTHERS}|{OF_TABLES}|{OF_FIGURES})"
    r"\s*\.?\s*(?:[A-Z]{0,2}[-.]?\d+(?:[.-]\d+)*[a-z]?|[IVXL]+)(?=\s*[.:|)–—-]|\s+[^\W\d_]|\s+\(|\s*$)"
    r"|^[表图圖図]\s?\d+(?:[.\-–]\d+)*",
    re.IGNORECASE,
)
SPEAKS_WORDS = 8  # words of a sentence about a table; a caption in small letters has fewer
CONTINUED = re.compile(r"\s(?:\(?continued|\(?cont\.|\(?suite|\(?fortsetzung)", re.IGNORECASE)


def is_caption(text: str) -> bool:
    """Whether a text names a table or a figure: "Table 2 lists all methods of the class." speaks of one."""
    found = CAPTION.match(text)
    if found is None:
        return False
    rest = text[found.end() :]
    if not rest[:1].isspace() or not rest.lstrip()[:1].islower() or CONTINUED.match(rest):
        return True
    return len(rest.split()) < SPEAKS_WORDS and not rest.rstrip().endswith((".", ":"))
