"""The items that a task and its answers make: choices, statements that are true or false, gaps, pairs, an order, cards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.harvest.asked_verdicts import are_sides, framed, is_side
from praxeo.authors.offline.harvest.gap_texts import FEWEST_AROUND, LONGEST_WORD
from praxeo.authors.offline.harvest.options import Option
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.sheets.tasks import Part
from praxeo.domain.blocks import Block
from praxeo.domain.spec import ActivityKind, Card, Choice, Cloze, Item, Pair, Step

LONGEST_ANSWER, LONGEST_SIDE = 60, 25  # words
FEWEST_DISTRACTORS = 2
_GAP = re.compile(r"_{2,}|…{1,}|\.{4,}")
_ROOM = re.compile(r"(?:\s*(?:_{2,}|…+|\.{4,})|\s*[☐□]\s*[rfvtwRFVTW]?(?![^\W\d_])\s*)+$")
_HINT = re.compile(r"^\s*\([^()]{1,40}\)")
VERDICT = re.compile(r"^(?:true|false|right|wrong|richtig|falsch|wahr|vrai|faux|verdader[oa]|fals[oa]|stimmt|korrekt|correct|incorrect|juste|yes|ja|oui|sí|no|nein|non)(?:\.?$|(?<=\w\w\w)[.,;:–-]\s|,\s)", re.IGNORECASE)  # fmt: skip
_BOTH = re.compile(r"\b(?:true|right|richtig|wahr|vrai|verdadero)\b.{0,14}\b(?:false|wrong|falsch|faux|falso)\b|\b[rtvw]\s?(?:[/|]|or|oder|ou|o)\s?f\b|\b(?:yes|ja|oui|sí)\b.{0,14}\b(?:nein|non?)\b|\b[yj]\s?/\s?n\b", re.IGNORECASE)  # fmt: skip


def offers_verdicts(told: str) -> bool:
    """Whether a task asks of statements whether they are true."""
    return bool(_BOTH.search(told))


def is_verdict(told: str, *, offered: bool) -> bool:
    """Whether an answer is "true" or "false", "yes" or "no"; a letter says so only where both are `offered`."""
    return bool(VERDICT.match(told)) or (offered and is_side(told))


def verdict(part: Part, told: tuple[str, Block], phrases: Phrases) -> Candidate:
    """A card on a statement, answered in full where the key has but a letter."""
    front, back = framed(_ROOM.sub("", part.text), told[0], phrases)
    return _made("flashcards", Card(front=front, back=back, evidence=_places(part.block, told[1])), front, told[0], part, told[1])  # fmt: skip


def chosen(part: Part, right: Option, places: tuple[str, ...], phrases: Phrases) -> Candidate | None:  # fmt: skip
    """A choice of a part's options; of two a card, which asks whether the part is true where they are that."""
    if are_sides(*(option.text for option in part.options)):
        return verdict(part, (right.text, right.block), phrases)
    text = _ROOM.sub("", part.text)
    wrong = tuple(option.text for option in part.options if option is not right)
    if len({key(one) for one in (right.text, *wrong)}) != len(wrong) + 1 or not text:
        return None
    kind: ActivityKind = "choice" if len(wrong) >= FEWEST_DISTRACTORS else "flashcards"
    item: Item = (
        Choice(question=text, answer=right.text, distractors=wrong, evidence=places)
        if kind == "choice"
        else Card(front=f"{text} ({' / '.join(o.text for o in part.options)})", back=right.text, evidence=places)
    )  # fmt: skip
    return _made(kind, item, text, right.text, part, right.block)


def right_option(part: Part, told: str) -> Option | None:
    """The one option that an answer names, by its letter or its words."""
    bare = told.strip(" .()").removesuffix(")")
    letter = [o for o in part.options if o.letter and o.letter == bare.upper()]
    named = letter or [o for o in part.options if key(o.text) == key(told)]
    if not named and (lettered := re.match(r"^\(?([A-Ha-h])(?:[).:]\s*|\s\()(\S.*?)\)?$", told)):
        named = [o for o in part.options if o.letter == lettered[1].upper() and key(o.text) == key(lettered[2])]  # fmt: skip
    return named[0] if len(named) == 1 else None


def filled(part: Part, told: tuple[str, Block]) -> Candidate | None:
    """A gap in a sentence; what stands in brackets behind it says of what word it is a form."""
    gaps = list(_GAP.finditer(part.text))
    before, after = part.text[: gaps[0].start()], part.text[gaps[0].end() :]
    hint = bool(_HINT.match(after))
    if len(gaps) != 1 or count_words(before + after) < FEWEST_AROUND:
        return None
    if count_words(told[0]) > LONGEST_WORD:
        return None
    if not after.strip(" .") and before.rstrip().endswith(":") and not hint:
        return carded(part, told, "", text=before.rstrip(" :"))
    item = Cloze(before=before, answer=told[0].rstrip(" ."), after=after, evidence=_places(part.block, told[1]))  # fmt: skip
    return _made("cloze", item, f"{before}____{after}", item.answer, part, told[1])


def carded(part: Part, told: tuple[str, Block], lead: str, text: str = "") -> Candidate | None:
    """A card of a question with its answer; a part that is but a word needs what is to be done with it."""
    asked = _ROOM.sub("", text or part.text)
    if not 1 <= count_words(told[0]) <= LONGEST_ANSWER or not asked:
        return None
    if lead and asked.endswith(("?", "؟")):
        asked = f"{lead} {asked}"
    elif lead:
        asked = f"{lead.rstrip(' .:!')}: {asked}"
    card = Card(front=asked, back=told[0], evidence=_places(part.block, told[1]))
    return _made("flashcards", card, asked, told[0], part, told[1])


def paired(left: Part, right: Part, told: Block, group: str, title: str) -> Candidate | None:
    """Two that belong together."""
    if count_words(f"{left.text} {right.text}") > 2 * LONGEST_SIDE:
        return None
    places = tuple(dict.fromkeys((left.block.id, right.block.id, told.id)))
    item = Pair(left=_ROOM.sub("", left.text), right=right.text, evidence=places)
    return Candidate(kind="matching", item=item, prompt=item.left, answer=item.right, quote=f"{left.block.text} {right.block.text} {told.text}", rule="own_matching", group=group, title=title)  # fmt: skip


def as_side(text: str, block: Block) -> Part:
    """What a key writes out as the other side of a pair."""
    return Part(label="", text=text, block=block)


def steps(texts: Sequence[str], asked: Block, told: Block, title: str) -> list[Candidate]:
    """What a key brings into order; it stands where it is asked for."""
    return [
        Candidate(kind="ordering", item=Step(text=text, evidence=_places(asked, told)), prompt=text, answer=text, quote=told.text, rule="own_order", group=f"steps {told.id} {title}", title=title)
        for text in texts
    ]  # fmt: skip


def _places(*blocks: Block) -> tuple[str, ...]:
    return tuple(dict.fromkeys(block.id for block in blocks))


_RULES: dict[ActivityKind, str] = {"choice": "own_choice", "cloze": "gap_text", "flashcards": "own_question"}  # fmt: skip


def _made(kind: ActivityKind, item: Item, prompt: str, answer: str, part: Part, told: Block) -> Candidate:  # fmt: skip
    quote = " ".join(dict.fromkeys((part.block.text, *(o.block.text for o in part.options), told.text)))  # fmt: skip
    return Candidate(kind=kind, item=item, prompt=prompt, answer=answer, quote=quote, rule=_RULES[kind], group="own questions" if kind != "cloze" else f"gaps {told.id}", subject=prompt)  # fmt: skip
