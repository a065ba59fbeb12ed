"""In which language a page is to be recognised: one of those that the engine has, never several at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

ENGLISH = "eng"
LANGUAGE_DATA = ("osd", "equ")  # what the engine lists beside its languages
OTHER_NAMES = {"chi_sim": "zh", "chi_tra": "zh-Hant"}
# BCP 47 to the engine's names, which are those of ISO 639-2; as the languages that texts are told by.
NAMES = {
    "en": "eng", "de": "deu", "fr": "fra", "es": "spa", "pt": "por", "it": "ita", "nl": "nld",
    "sv": "swe", "da": "dan", "no": "nor", "fi": "fin", "pl": "pol", "cs": "ces", "sk": "slk",
    "hu": "hun", "ro": "ron", "tr": "tur", "id": "ind", "vi": "vie", "ca": "cat", "hr": "hrv",
    "ru": "rus", "uk": "ukr", "bg": "bul", "sr": "srp", "el": "ell", "ar": "ara", "he": "heb",
    "fa": "fas", "hi": "hin", "bn": "ben", "ta": "tam", "te": "tel", "th": "tha", "ko": "kor",
    "ja": "jpn", "zh": "chi_sim",
}  # fmt: skip


def engine_name(tag: str) -> str:
    """The engine's name of a language, "" where it is not known."""
    if tag.lower().startswith(("zh-hant", "zh-tw", "zh-hk")):
        return "chi_tra"
    return NAMES.get(tag.lower().split("-")[0].split("_")[0], "")


def tag_of(name: str) -> str:
    """The BCP 47 tag of a language as the engine calls it; its own name where there is none."""
    known = {engine: tag for tag, engine in NAMES.items()}
    return known.get(name) or OTHER_NAMES.get(name) or name


def package_of(name: str) -> str:
    """Debian's package of a language."""
    return f"tesseract-ocr-{name.replace('_', '-').lower()}"


def chosen(wishes: Iterable[str], installed: Collection[str]) -> str:
    """The first of the wished languages (the engine's names, "" for none) that is there; else English,
    else any; "" where none is.
    """
    for name in (*wishes, ENGLISH):
        if name in installed:
            return name
    return min((name for name in installed if name not in LANGUAGE_DATA), default="")
