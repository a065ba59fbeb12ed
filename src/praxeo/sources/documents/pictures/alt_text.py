"""What a source says is to be seen on a picture, without what programs write there on their own."""

from __future__ import annotations

import re

ALT_CHARACTERS_MAX = 2_000
GENERATED = re.compile(
    r"\s*(?:Description automatically generated(?: with \w+ confidence)?|Automatisch generierte Beschreibung"
    r"|AI 生成的内容可能不正确|描述已自动生成|自动生成的说明|AI によって生成されたコンテンツは間違っている可能性があります"
    r"|Description générée automatiquement|Le contenu généré par l.IA peut être incorrect|Descripción generada automáticamente"
    r"|AI-generated content may be incorrect|KI-generierte Inhalte können fehlerhaft sein)[.。]?\s*$",
    re.I,
)
FILE_NAME = re.compile(
    r"(?:(?:https?|file)://\S+|[a-z]:\\.*|\S*\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg|emf|wmf|avif|heic))",
    re.I,
)
NO_WORD = re.compile(
    r"(?:image|picture|photo|figure|img|graphic|screenshot|bild|grafik|foto|abbildung|imagen|alt(?: text)?)?[\s_-]*\d*",
    re.I,
)


def plain_alt(stated: str) -> str:
    """The text on one line; "" for a file's name, "Picture 1" and other words that say nothing."""
    text = GENERATED.sub("", " ".join(stated.split()))
    if FILE_NAME.fullmatch(text) or NO_WORD.fullmatch(text):
        return ""
    return text[:ALT_CHARACTERS_MAX]
