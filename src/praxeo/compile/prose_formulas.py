"""Formulas in prose: read beside the Markdown around them, and put in when that is cleaned."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from praxeo.sources.formulas.in_text import shown_inline, shown_tex, tex_words
from praxeo.spec.formula_text import FORMULA

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_MAYBE = re.compile(rf"(?P<plain>\\?)(?P<formula>{FORMULA.pattern})")


def words_of_prose(prose: str) -> str:
    """Prose with each formula as its line of text."""
    return _MAYBE.sub(
        lambda found: found["formula"] if found["plain"] else tex_words(found["formula"][2:-2]),
        prose,
    )


@dataclass
class ProseFormulas:
    """The formulas of one prose; `sign`, a number and a full stop stand for each of them
    while nothing else is let through."""

    sign: str
    shown: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, markdown: str) -> ProseFormulas:
        """For this prose: with a sign that does not stand in it."""
        sign = "\ue000"
        while sign in markdown:
            sign += "\ue001"
        return cls(sign)

    def read_by(self, reader: MarkdownIt) -> None:
        """Have the parser read $`…`$ and fences of math; what they show is kept here."""
        reader.inline.ruler.before("backticks", "formula", self._inline)
        rules: dict[str, Any] = reader.renderer.rules  # type: ignore[attr-defined]
        fence = rules["fence"]

        def block(tokens: Any, place: int, options: Any, environment: Any) -> str:
            token = tokens[place]
            if token.info.split() != ["math"] or not token.markup.startswith("`"):
                return str(fence(tokens, place, options, environment))
            return f"<p>{self._kept(token.content, display=True)}</p>\n"

        rules["fence"] = block

    def put_into(self, cleaned: str) -> str:
        """The cleaned HTML with the formulas where their signs stand."""
        return re.sub(rf"{self.sign}(\d+)\.", lambda found: self.shown[int(found[1])], cleaned)

    def _inline(self, state: StateInline, silent: bool) -> bool:
        found = FORMULA.match(state.src, state.pos)
        if not found or found.end() > state.posMax:
            return False
        if not silent:
            token = state.push("text", "", 0)
            token.content = self._kept(found[0][2:-2], display=False)
        state.pos = found.end()
        return True

    def _kept(self, tex: str, *, display: bool) -> str:
        self.shown.append((shown_tex(tex, display=True) if display else "") or shown_inline(tex))
        return f"{self.sign}{len(self.shown) - 1}."
