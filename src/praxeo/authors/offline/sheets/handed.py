"""What hand-outs with a key ask by little but a word: terms, pairs, and what letters bring into order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_uppercase

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.harvest.exercises.asked import MATCHES
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.words import role_of_heading
from praxeo.authors.offline.sheets import items
from praxeo.authors.offline.sheets.answers import Line, answers
from praxeo.authors.offline.sheets.tasks import Task
from praxeo.domain.spec import Event, Term

FEWEST = 3  # steps or pairs
_LETTERS = re.compile(r"(?:^|(?<=,\s)|(?<=,)|(?<=[–-]\s))([A-Z])(?=\s*(?:\(|,|[–-]\s|$))")
_DATED = re.compile(r"^(?P<when>-?\d{3,4}(?:[–-]\d{2,4})?): (?P<text>\S.*)$")


def in_order_of_letters(task: Task, lines: Sequence[Line], phrases: Phrases) -> list[Candidate]:
    """One question with options that the key brings into order: "C (…), A (…), B (…)"."""
    offered = [option.text for option in task.parts[0].options] if len(task.parts) == 1 else []
    if not task.parts:
        offered = [point.text for point in task.points]
    elif len(task.parts) >= FEWEST and not any(part.options for part in task.parts):
        offered = [part.text for part in task.parts]
    if len(offered) < FEWEST or len(lines) != 1:
        return []
    by_letter = dict(zip(ascii_uppercase, offered, strict=False))
    said = _LETTERS.findall(re.sub(r"^1\s?[.)]\s+", "", lines[0][0]))
    if sorted(said) != sorted(by_letter):
        return []
    texts = [by_letter[letter] for letter in said]
    dated = [_DATED.match(text) for text in texts]
    title, block = task.title.rpartition(": ")[2] or phrases.ordering, lines[0][1]
    if not all(dated):
        asked = (task.parts or task.points)[0].block
        return items.steps(texts, asked, block, title)
    return [
        Candidate(kind="timeline", item=Event(when=found["when"], text=found["text"], evidence=(block.id,)), prompt=found["text"], answer=found["when"], quote=block.text, rule="date_list", group=f"dates {block.id} {title}", title=title)
        for found in dated if found
    ]  # fmt: skip


def by_names(task: Task, lines: Sequence[Line], phrases: Phrases) -> list[Candidate]:
    """What stands without a label beside lettered parts, which the key names in words: "Stomach C, liver A"."""
    if (
        not MATCHES.search(task.told)
        or task.series != "letter"
        or len(task.points) != len(task.parts)
    ):
        return []
    if len(task.parts) < FEWEST or task.mixed or len(lines) != 1:
        return []
    text, block = lines[0]
    found = {p.text: re.findall(rf"(?<!\w){re.escape(p.text)}\s*[:=–→-]?\s*\(?([A-La-l])\b", text) for p in task.points}  # fmt: skip
    letters = [own[0].lower() for own in found.values() if len(own) == 1]
    by_label = {part.label: part for part in task.parts}
    if len(found) != len(by_label) or sorted(letters) != sorted(by_label):
        return []
    group = f"matched {task.parts[0].block.id} {task.title}"
    made = [
        items.paired(items.as_side(point.text, point.block), by_label[letter], block, group, phrases.matching)
        for point, letter in zip(task.points, letters, strict=True)
    ]  # fmt: skip
    return [one for one in made if one] if all(made) else []


def in_pairs(task: Task, lines: Sequence[Line], phrases: Phrases) -> list[Candidate]:
    """Key terms with their meanings, or what belongs together: the parts are one side, the key is the other."""
    parts, kind = task.parts, task.title.rpartition(": ")[2]
    terms = role_of_heading(kind) == "glossary"
    if not parts or task.mixed or task.others or task.points or any(part.options for part in parts):  # fmt: skip
        return []
    if not terms and (not MATCHES.search(kind) or len(parts) < FEWEST):
        return []
    told = answers(lines, [part.label for part in parts])
    if terms and any(count_words(text) < count_words(part.text) for part, (text, _) in zip(parts, told, strict=False)):  # fmt: skip
        return []  # the meanings are given, and the key tells the terms
    if not told or any(part.text.endswith(("?", "_", ":")) or count_words(part.text) > items.LONGEST_SIDE for part in parts):  # fmt: skip
        return []
    if terms:
        return [
            Candidate(kind="terms", item=Term(term=part.text, definition=text, evidence=(part.block.id, block.id)), prompt=part.text, answer=text, quote=f"{part.block.text} {block.text}", rule="glossary", subject=part.text, place=part.block.id)
            for part, (text, block) in zip(parts, told, strict=True)
        ]  # fmt: skip
    group = f"matched {parts[0].block.id} {task.title}"
    sides = [(part, items.as_side(text, block)) for part, (text, block) in zip(parts, told, strict=True)]  # fmt: skip
    made = [items.paired(left, right, right.block, group, kind) for left, right in sides]
    return [one for one in made if one] if all(made) else []
