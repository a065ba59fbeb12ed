"""One part of an exercise with its answer as an item: "a) Simplify 6/8" and "a) 3/4"."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.harvest.asked_verdicts import framed
from praxeo.authors.offline.harvest.exercises.asked import Exercise
from praxeo.authors.offline.harvest.exercises.keys import ExerciseKey
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.spec import Card, Cloze

LONGEST_LEAD, LONGEST_ANSWER = 60, 60  # words
FEWEST_AROUND = 3  # words beside a gap

_GAP = re.compile(r"_{2,}|…{2,}|\.{5,}")
_VERDICT = re.compile(r"^(?:true|false|right|wrong|correct|incorrect|richtig|falsch|wahr|vrai|faux|juste|verdader[oa]|fals[oa]|correct[oa]|incorrect[oa]|[TFRWVC](?=$|[.:,;–— ]))\b", re.IGNORECASE)  # fmt: skip
_SAYS_BOTH = re.compile(
    r"\b(?:true|right|correct|richtig|wahr|vrai|verdadero|t|r|w|v)\s*(?:or|oder|ou|o|/)\s*(?:false|wrong|incorrect|falsch|faux|falso|f)\b",
    re.IGNORECASE,
)
GENERAL = re.compile(  # says nothing that a question below it needs
    r"^\W*(?:answer|respond|reply|read|choose|complete|fill|discuss|questions?|beantworte\w*|lies|lesen|ergänze\w*|setze?\w*|fülle?\w*|fragen|réponds|répondez|lis|lisez|"
    r"complète|complétez|questions|responde|contesta|lee|completa|preguntas|rispondi|use (?:these|the) words)\b",
    re.IGNORECASE,
)
NEEDS_A_VIEW = re.compile(
    r"underlined|unterstrichen|soulign|subrayad|picture|bild\b|abbildung|image|imagen|diagram|graph|figure|figura|schéma|map\b|karte\b|(?:the|der|dem|den) (?:text|passage)\b",
    re.IGNORECASE,
)


def part_of(exercise: Exercise, key: ExerciseKey, label: str, phrases: Phrases) -> Candidate | None:
    """The item of one part; None where it cannot be understood or judged alone."""
    text = {**exercise.counted, **exercise.parts}[label]
    told = even({**key.numbers, **key.letters}[label])
    lead = exercise.told
    if not 1 <= count_words(told) <= LONGEST_ANSWER or NEEDS_A_VIEW.search(f"{lead} {text}"):
        return None
    held = (exercise.held[label].id, key.block_of(label).id)
    item = _gap(text, told, held) if _GAP.search(text) else _card(text, told, lead, held, phrases)
    if item is None:
        return None
    asked = item.front if isinstance(item, Card) else f"{item.before}____{item.after}"
    blocks = dict.fromkeys((*(one.block for one in exercise.blocks), key.block_of(label)))
    return Candidate(
        kind="flashcards" if isinstance(item, Card) else "cloze",
        item=item,
        prompt=asked,
        answer=told if isinstance(item, Card) else item.answer,
        quote=" ".join(block.text for block in blocks),
        rule="own_question" if isinstance(item, Card) else "gap_text",
        group="own questions" if isinstance(item, Card) else f"gaps {key.block.id}",
        subject=asked,
        taken=tuple(block.id for block in blocks),
    )


def _gap(text: str, told: str, held: tuple[str, ...]) -> Cloze | None:
    gaps = list(_GAP.finditer(text))
    before, after = text[: gaps[0].start()], text[gaps[0].end() :]
    if len(gaps) != 1 or count_words(before + after) < FEWEST_AROUND:
        return None
    return Cloze(before=before, answer=told.rstrip(" ."), after=after, evidence=held)


def _card(text: str, told: str, lead: str, held: tuple[str, ...], phrases: Phrases) -> Card | None:
    asks = text.endswith(("?", "؟", "？"))
    if not asks and _VERDICT.match(told):
        front, back = framed(text, told, phrases)
        return Card(front=front, back=back, evidence=held)
    if _SAYS_BOTH.search(lead):
        return None  # its key says something else
    if count_words(lead) > LONGEST_LEAD:
        return None
    if asks:
        front = text if not lead or GENERAL.match(lead) else f"{lead} {text}"
    elif lead and not GENERAL.match(lead):
        several = bool(re.search(r"[.!?]\s", lead))
        front = f"{lead} {text}" if several else f"{lead.rstrip(' .:')}: {text}"
    else:
        return None
    return Card(front=front, back=told, evidence=held)
