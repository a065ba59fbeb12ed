"""Formulas in the texts of a spec: how they are shown, and the line of text that stands for them."""

from __future__ import annotations

import dataclasses
import html
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeVar

from praxeo.domain.spec import Choice, Goal, Item, ItemNote
from praxeo.spec.formula_text import has_formula, parts_of

REMEMBERED_FORMULAS = 4096  # an app is compiled at every keystroke of its editor

Said = TypeVar("Said", bound=Item | Goal | ItemNote)


@lru_cache(maxsize=REMEMBERED_FORMULAS)
def _read(tex: str, *, display: bool) -> tuple[str, str]:
    """The line of text of a formula and its MathML, by the standard library's parser: an API compiles, too.

    What reads TeX is loaded with the first formula; few specs have one.
    """
    from xml.etree import ElementTree

    from praxeo.sources.formulas.allowed import NotShowable, allowed_mathml
    from praxeo.sources.formulas.plain import plain_text
    from praxeo.sources.formulas.tex import TexNotRead, mathml_of_tex

    try:
        math = ElementTree.fromstring(mathml_of_tex(tex, display=display))  # noqa: S314 - written by us
        words = plain_text(math)
        return (words, allowed_mathml(math, display=display)) if words else (tex, "")
    except (TexNotRead, NotShowable, ElementTree.ParseError):
        return tex, ""


def tex_words(tex: str) -> str:
    """The line of text of a formula; its TeX if that cannot be read."""
    return _read(tex.strip(), display=False)[0]


def shown_tex(tex: str, *, display: bool = False) -> str:
    """A formula as MathML; "" if its TeX cannot be read."""
    return _read(tex.strip(), display=display)[1]


def shown_inline(tex: str) -> str:
    """A formula within a line; its TeX as code if that cannot be read."""
    return shown_tex(tex) or f"<code>{html.escape(tex.strip())}</code>"


def words_of(text: str) -> str:
    """A text of a spec with each formula as its line of text."""
    if "$" not in text:
        return text
    return "".join(tex_words(part.text) if part.is_tex else part.text for part in parts_of(text))


def shown(text: str) -> str:
    """A text of a spec as HTML that can do nothing but be read."""
    return "".join(
        shown_inline(part.text) if part.is_tex else html.escape(part.text, quote=False)
        for part in parts_of(text)
    )


def in_words(said: Said) -> Said:
    """An item or goal with the line of text of each formula, by which it is asked, judged and compared.

    Of options that are said alike though they are not, such as v and a bold v, the later ones stand as TeX.
    """
    texts = dict(_texts(said))
    if not any("$" in text for text in texts):
        return said
    changed = {
        name: value if name == "evidence" else _each(value, texts) for name, value in _fields(said)
    }
    return dataclasses.replace(said, **changed)


def texts_with_formulas(said: Item | Goal | ItemNote) -> Iterator[tuple[str, str]]:
    """The texts of an item or goal that hold formulas: in words, and as HTML."""
    for text, words in _texts(said):
        if has_formula(text):
            yield words, shown(text)


def _fields(said: Any) -> Iterator[tuple[str, Any]]:
    for field in dataclasses.fields(said):
        yield field.name, getattr(said, field.name)


def _texts(said: Any) -> Iterator[tuple[str, str]]:
    """Each text of an item as it is stored, and in words."""
    taken: set[str] = set()
    for name, value in _fields(said):
        if name == "evidence":
            continue
        for text in (value,) if isinstance(value, str) else value:
            words = words_of(text)
            if isinstance(said, Choice) and words in taken:
                words = "".join(part.text for part in parts_of(text))
            taken.add(words)
            yield text, words


def _each(value: Any, texts: dict[str, str]) -> Any:
    return texts[value] if isinstance(value, str) else tuple(texts[text] for text in value)
