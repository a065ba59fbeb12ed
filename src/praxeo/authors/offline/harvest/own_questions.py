"""The questions that a source asks itself, with their options, as they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.harvest.answers_below import is_answer_below
from praxeo.authors.offline.harvest.asked_verdicts import asks_verdict
from praxeo.authors.offline.harvest.exercises.asked import exercise_named
from praxeo.authors.offline.harvest.faq import is_often_asked
from praxeo.authors.offline.harvest.options import (
    Option,
    bare_lettered,
    boxed_options,
    inline_options,
    letter_of,
    option_of,
)
from praxeo.authors.offline.harvest.told_answers import (
    asked_and_told,
    bold_and_told,
    is_line_of_form,
    is_line_of_keys,
    number_alone,
    numbered,
    split_bracket,
    split_stressed,
    split_told,
    tells_answer,
    tells_that_one_follows,
    without_opener,
)
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.words import names_a_set, role_of_heading
from praxeo.domain.blocks import Block

_GAP = re.compile(r"_{3,}|…|\.{4,}")
_TELLS_WHAT_TO_DO = re.compile(  # of all the questions below it
    r"^(?:word (?:bank|list|box)|fill in|complete the (?:sentences|text|gaps)|(?:choose|select|circle|tick|mark) the\b|decide whether|answer the (?:following )?questions|"
    r"say whether|indicate whether|wortspeicher|ergänzen? (?:die|sie)|füllen? (?:die|sie)|setzen? \w+ |kreuzen? |wählen? |beantworten? (?:die|folgende|sie)|entscheiden? |"
    r"complétez|répondez|choisissez|cochez|completa|responde|elige|marca|señala)(?:\b|(?<= ))(?!.*\?$)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[?？؟]\s*(?:\([^()]{1,40}\))?$|_{3,}|…$|\.{3}$|:$")


@dataclass(kw_only=True)
class OwnQuestion:
    """A question of the source. `told` is its answer ("" none), a letter or a text; `reference` and
    `quote` are where the source tells it. `opened`: it begins with "Q:", "True or false?" or the like; `set_apart`: it
    stands among questions; `awaits`: the next block is its answer; `below`: only its place says
    that a text is its answer; `in_points`: its answer is a list, which is no card; `states_number`: its
    number stands there; `framed`: it is a statement of which "true or false?" is asked, `in_full`: its answer in the words of that question."""

    text: str
    block: Block
    number: str
    path: tuple[str, ...]
    options: list[Option] = field(default_factory=list)
    opened: bool = False
    set_apart: bool = False
    awaits: bool = False
    below: bool = False
    in_points: bool = False
    states_number: bool = False
    framed: bool = False
    in_full: str = ""
    told: str = ""
    reference: str = ""
    quote: str = ""

    def tell(self, text: str, reference: str, quote: str) -> None:
        """Note the answer, and where the source tells it."""
        self.told, self.reference, self.quote = text, reference, quote


def asked_questions(placed: Sequence[RoledBlock]) -> Iterator[OwnQuestion]:
    """Every question of the sections that ask, and those elsewhere that have options or an answer."""
    asked: OwnQuestion | None = None
    count, stated = 0, ""
    path: tuple[str, ...] = ()
    bare = bare_lettered([one.block for one in placed])
    for one in placed:
        here = (*one.above, one.topic)
        if here != path:
            count, path = 0, here
        if one.role in ("key", "references", "goals") or one.block.kind in ("table", "code"):
            continue
        if asked and (_takes_bare(asked, one, bare) or _goes_on(asked, one)):
            continue
        if asked:
            yield asked
        if is_line_of_keys(one.block):
            asked = None
            continue
        named = exercise_named(one.topic)[0] if count == 0 else ""
        asked = _begun(one, stated or named or str(count + 1))
        count += asked is not None
        stated = number_alone(even(one.block.text)) if one.role == "questions" else ""
    if asked:
        yield asked


def _begun(one: RoledBlock, count: str) -> OwnQuestion | None:
    """The question that a block asks, or None. `count` is its number where it states none."""
    block, text = one.block, even(one.block.text)
    path = (*one.above, one.topic)
    if number_alone(text) or names_a_set(text) or role_of_heading(text) or is_line_of_form(text):
        return None
    among = one.role == "questions" and not is_often_asked(path)
    both = None if inline_options(text, block)[1] else asked_and_told(text)
    both = both or (bold_and_told(block) if among else None)
    if both:
        asked = OwnQuestion(text=both[0], block=block, number=count, path=path)
        asked.below = among and not asked_and_told(text)
        asked.tell(both[1], block.id, block.text)
        return asked
    asks = one.role == "questions"
    text, told = split_told(text)
    if asks and not told:
        text, told = split_bracket(text)
    if asks and not told:
        text, told = split_stressed(text, block)
    opened, bare = without_opener(text)
    number, bare = numbered(bare)
    states_number = bool(number or block.number)
    opened = opened or (states_number and asks_verdict(bare))
    number = number or (block.number.strip("().") if block.number else count)
    stem, options = inline_options(bare, block)
    stem, options = (stem, options) if options else boxed_options(bare, block)
    if block.kind == "heading" and not bare.endswith("?"):
        return None
    if not (asks or opened or options or _ASKS.search(bare)) or len(stem.split()) < 2:
        return None
    if not (options or told) and _TELLS_WHAT_TO_DO.match(text) and not _GAP.search(text):
        return None
    asked = OwnQuestion(text=stem, block=block, number=number, path=path, options=options)
    asked.opened, asked.set_apart, asked.states_number = opened, asks, states_number
    if told:
        asked.tell(told, block.id, block.text)
    return asked


def _goes_on(asked: OwnQuestion, one: RoledBlock) -> bool:
    """Whether a block is an option of the question, its answer, or what else belongs to it."""
    block, text = one.block, even(one.block.text)
    if asked.awaits and block.kind != "heading":
        asked.awaits = False
        if block.kind == "list_item":  # of an answer in several points one is not all
            asked.in_points = True
            return True
        asked.tell(tells_answer(text, one_letter=False) or text, block.id, block.text)
        return True
    if is_line_of_keys(block):
        return False
    if not asked.options and _has_all_options(asked, one):
        return True
    told = tells_answer(text, one_letter=asked.opened)
    if told:
        if not asked.told:
            asked.tell(told, block.id, block.text)
        return True
    if asked.told or block.kind == "heading":
        return False
    apart = one.role == "questions" and not is_often_asked(asked.path)
    if is_answer_below(asked.text, len(asked.options), block, apart=apart):
        asked.below = not asked.options
        asked.tell(text, block.id, block.text)
        return True
    if tells_that_one_follows(text):
        asked.awaits = True
        return True
    if _is_further_question(asked, one, text):
        return False
    option = option_of(block, len(asked.options))
    if option is not None and _may_have_options(asked, block):
        asked.options.append(option)
        return True
    return False


def _takes_bare(asked: OwnQuestion, one: RoledBlock, bare: frozenset[str]) -> bool:
    """Whether a block is the next option of the question that has but a letter before it."""
    option = option_of(one.block, len(asked.options), bare=True) if one.block.id in bare else None
    if option is None or asked.told:
        return False
    asked.options.append(option)
    return True


def _has_all_options(asked: OwnQuestion, one: RoledBlock) -> bool:
    """Whether a block is nothing but the options of the question: "(a) … (b) … (c) …"."""
    text = even(one.block.text)
    for stem, options in (inline_options(text, one.block), boxed_options(text, one.block)):
        if options and not stem and not asked.told:
            asked.options += options
            return True
    return False


def _may_have_options(asked: OwnQuestion, block: Block) -> bool:
    last = asked.options[-1].block if asked.options else asked.block
    if asked.options and last.kind != block.kind:
        return False
    if block.kind == "list_item" and not letter_of(even(block.text)):
        # In print the letters are all that sets options apart: "1. … a) … b) …" at one edge.
        if letter_of(f"{block.number} x") and not letter_of(f"{asked.block.number} x"):
            return True
        inside = asked.block.kind != "list_item" or block.level > asked.block.level
        return inside and (not asked.options or block.level == last.level)
    return True


def _is_further_question(asked: OwnQuestion, one: RoledBlock, text: str) -> bool:
    """In a list of questions each next one asks, too, on the same level."""
    same = one.block.kind == asked.block.kind and one.block.level == asked.block.level
    return same and not letter_of(text) and bool(_ASKS.search(text) or numbered(text)[0])
