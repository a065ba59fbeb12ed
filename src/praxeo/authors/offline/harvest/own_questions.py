"""The questions that a source asks itself, with their options, as they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.harvest.options import Option, inline_options, letter_of, option_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block

_NUMBERED = re.compile(r"^(?:(?:question|frage|aufgabe|exercice|pregunta|q)\s*)?(\d{1,3})\s*[.):]\s+(?=\S)", re.IGNORECASE)  # fmt: skip
_ASKS = re.compile(r"[?？؟]\s*(?:\([^()]{1,40}\))?$|_{3,}|…$|\.{3}$|:$")
_TOLD = re.compile(
    r"^(?:(?:the )?(?:correct |right |sample )?(?:answer|ans|key|solution)s?|(?:richtige )?(?:antwort|lösung)|(?:bonne )?réponse|"
    r"(?:respuesta|solución)(?: correcta)?|A|R|Rép)(?:\s+is)?\s*[:.]\s*(?P<told>\S.*)$",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"^(?:Q|Question|F|Frage|P|Pregunta)\s*\d*\s*[:.)]\s*(?P<asked>.+?)\s+(?:A|Answer|Antwort|Réponse|R|Respuesta)\s*[:.]\s+(?P<told>.+)$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\s(?:(?:the )?(?:correct |right )?answer|(?:richtige )?antwort|lösung|(?:bonne )?réponse|respuesta(?: correcta)?)\s*:\s*(?P<told>\S.*)$",
    re.IGNORECASE,
)
_ONE_LETTER = re.compile(r"^(?:A|R)\s*[:.]", re.IGNORECASE)  # "A." may begin a list as well
_OPENER = re.compile(r"^(?:Q|Question|F|Frage|P|Pregunta)\s*\d*\s*[:.)]\s*(?=\S)", re.IGNORECASE)


@dataclass(kw_only=True)
class OwnQuestion:
    """A question of the source. `told` is its answer ("" none), a letter or a text; `reference` and
    `quote` are where the source tells it. `opened`: it begins with "Q:" or the like; `set_apart`: it
    stands among questions."""

    text: str
    block: Block
    number: str
    path: tuple[str, ...]
    options: list[Option] = field(default_factory=list)
    opened: bool = False
    set_apart: bool = False
    told: str = ""
    reference: str = ""
    quote: str = ""

    def tell(self, text: str, reference: str, quote: str) -> None:
        """Note the answer, and where the source tells it."""
        self.told, self.reference, self.quote = text, reference, quote


def asked_questions(placed: Sequence[RoledBlock]) -> Iterator[OwnQuestion]:
    """Every question of the sections that ask, and those elsewhere that have options or an answer."""
    asked: OwnQuestion | None = None
    count = 0
    path: tuple[str, ...] = ()
    for one in placed:
        here = (*one.above, one.topic)
        if here != path:
            count, path = 0, here
        if one.role in ("key", "references", "goals") or one.block.kind in ("table", "code"):
            continue
        if asked and _goes_on(asked, one):
            continue
        if asked:
            yield asked
        asked = _begun(one, count + 1)
        count += asked is not None
    if asked:
        yield asked


def _begun(one: RoledBlock, count: int) -> OwnQuestion | None:
    """The question that a block asks, or None."""
    block, text = one.block, even(one.block.text)
    path = (*one.above, one.topic)
    if both := _BOTH.match(text):
        asked = OwnQuestion(text=both["asked"], block=block, number=str(count), path=path)
        asked.tell(both["told"], block.id, block.text)
        return asked
    asks = one.role == "questions"
    within = _WITHIN.search(text)
    text = text[: within.start()] if within else text
    opener, numbered = _OPENER.match(text), _NUMBERED.match(text)
    number = numbered[1] if numbered else block.number.strip("().") if block.number else str(count)
    bare = text[(opener or numbered).end() :] if opener or numbered else text  # type: ignore[union-attr]
    stem, options = inline_options(bare, block)
    if block.kind == "heading" and not bare.endswith("?"):
        return None
    if not (asks or opener or options or _ASKS.search(bare)) or len(stem.split()) < 2:
        return None
    asked = OwnQuestion(text=stem, block=block, number=number, path=path, options=options)
    asked.opened, asked.set_apart = bool(opener), asks
    if within:
        asked.tell(within["told"], block.id, block.text)
    return asked


def _goes_on(asked: OwnQuestion, one: RoledBlock) -> bool:
    """Whether a block is an option of the question, its answer, or what else belongs to it."""
    block, text = one.block, even(one.block.text)
    told = _TOLD.match(text)
    if told and (asked.opened or not _ONE_LETTER.match(text)):
        if not asked.told:
            asked.tell(told["told"], block.id, block.text)
        return True
    if asked.told or block.kind == "heading":
        return False
    if _is_further_question(asked, one, text):
        return False
    option = option_of(block, len(asked.options))
    if option is not None and _may_have_options(asked, block):
        asked.options.append(option)
        return True
    return False


def _may_have_options(asked: OwnQuestion, block: Block) -> bool:
    last = asked.options[-1].block if asked.options else asked.block
    if asked.options and last.kind != block.kind:
        return False
    if block.kind == "list_item" and not letter_of(even(block.text)):
        inside = asked.block.kind != "list_item" or block.level > asked.block.level
        return inside and (not asked.options or block.level == last.level)
    return True


def _is_further_question(asked: OwnQuestion, one: RoledBlock, text: str) -> bool:
    """In a list of questions each next one asks, too, on the same level."""
    same = one.block.kind == asked.block.kind and one.block.level == asked.block.level
    return same and not letter_of(text) and bool(_ASKS.search(text) or _NUMBERED.match(text))
