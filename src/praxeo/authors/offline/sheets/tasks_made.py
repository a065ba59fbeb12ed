"""The items that the parts of a task make with what is told of them; none unless every part makes one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.harvest.asked_verdicts import bare_statement, says_so
from praxeo.authors.offline.harvest.exercises.asked import MATCHES
from praxeo.authors.offline.harvest.exercises.parts import GENERAL, NEEDS_A_VIEW
from praxeo.authors.offline.harvest.gap_texts import filled_gaps, has_gap
from praxeo.authors.offline.harvest.options import Option
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sheets import items
from praxeo.authors.offline.sheets.answers import Line, answers, in_a_row
from praxeo.authors.offline.sheets.handed import by_names, in_order_of_letters, in_pairs
from praxeo.authors.offline.sheets.names import ORDERS, tells_what_to_do
from praxeo.authors.offline.sheets.tasks import Part, Task
from praxeo.domain.blocks import Block

FEWEST_PAIRS = 3
FEWEST_WORDS = 4  # of a part that says itself what is to be done
LONGEST_SITUATION = 60  # words
FEWEST_MARKED, FEWEST_OPTIONS = 2, 3  # parts of a task without a key, and the options of each
_ITEMS = re.compile(r"\s*_{2,}\s*|\s+[–—|·→]\s+|\s+-\s+|\s*[;→]\s*|,\s+")


def made_of(task: Task, lines: Sequence[Line], phrases: Phrases) -> list[Candidate]:
    """The items of a task that these lines of a key answer as a whole, in the first kind that fits."""
    kinds: tuple[Callable[[Task, Sequence[Line], Phrases], list[Candidate]], ...] = (
        _matched,
        by_names,
        _ordered,
        in_order_of_letters,
        in_pairs,
        _by_part,
        _gaps,
        _whole,
    )
    return next((made for kind in kinds if (made := kind(task, lines, phrases))), [])


def _matched(task: Task, lines: Sequence[Line], phrases: Phrases) -> list[Candidate]:
    if len(task.parts) < FEWEST_PAIRS or not task.others or task.mixed:
        return []
    told = answers(lines, [part.label for part in task.parts], paired=True)
    rights = [task.others.get(text.strip(" .()").lower()) for text, _ in told]
    if not told or not all(rights) or len({id(one) for one in rights}) != len(rights):
        return []
    group = f"matched {task.parts[0].block.id} {task.label}"
    made = [items.paired(left, right, block, group, phrases.matching) for left, right, (_, block) in zip(task.parts, rights, told, strict=True) if right]  # fmt: skip
    return [one for one in made if one] if all(made) else []


def _ordered(task: Task, lines: Sequence[Line], phrases: Phrases) -> list[Candidate]:
    texts = [point.text for point in task.points]
    if not ORDERS.search(task.told) or task.parts:
        return []
    if not texts and task.lead:
        texts = [
            part.strip(" .()") for part in _ITEMS.split(task.lead[-1].text.rpartition(": ")[2])
        ]
        texts = [text for text in texts if text]
    told = in_a_row(lines, len(texts)) if len(texts) >= FEWEST_PAIRS else []
    wanted = {key(text): text for text in texts}
    if not told or {key(text) for text, _ in told} != wanted.keys() or len(wanted) != len(texts):
        return []
    asked, block = (task.points or task.lead)[-1].block, told[0][1]
    return items.steps([text for text, _ in told], asked, block, _ordering(task, phrases))


def _ordering(task: Task, phrases: Phrases) -> str:
    """How an order is called: as the sheet does, where that says what is to be done."""
    if not task.title:
        return phrases.ordering
    return task.title if tells_what_to_do(task.title) else f"{phrases.ordering}: {task.title}"


def _by_part(task: Task, lines: Sequence[Line], phrases: Phrases) -> list[Candidate]:
    parts = task.parts or [_as_part(task, n) for n in range(len(task.points))]
    if not parts or task.others or task.mixed or MATCHES.search(task.told):
        return []
    told = answers(lines, [part.label for part in parts])
    if not told:
        return []
    made = [_verdict(task, part, one, phrases) or (_of_part(task, part, one, phrases) if task.parts else None) for part, one in zip(parts, told, strict=True)]  # fmt: skip
    if any(part.options and not one for part, one in zip(parts, made, strict=True)):
        return []  # of options that are not there it is the key of something else
    found = [one for one in made if one]
    return found if 2 * len(found) >= len(parts) else []


def answered(task: Task, phrases: Phrases) -> list[Candidate]:
    """The parts with options that have their answers right below them."""
    told = [part for part in task.parts if part.told and part.options]
    made = [_of_part(task, part, part.told, phrases) for part in told if part.told]
    return [one for one in made if one]


def _verdict(task: Task, part: Part, told: Line, phrases: Phrases) -> Candidate | None:
    """A statement that is true or false; one letter says so only where both are offered."""
    head = part.block.text.split("\n")[0] if part.block.kind == "table" else ""
    offered = items.offers_verdicts(f"{task.told} {part.text} {head}")
    asks = bare_statement(part.text).endswith(("?", "؟")) and not says_so(told[0], offered=offered)
    if part.options or asks or not items.is_verdict(told[0], offered=offered):
        return None
    return items.verdict(part, told, phrases)


def _as_part(task: Task, n: int) -> Part:
    return Part(label=str(n + 1), text=task.points[n].text, block=task.points[n].block)


def _of_part(task: Task, part: Part, told: Line, phrases: Phrases) -> Candidate | None:
    text, block = told
    if tells_what_to_do(part.text) and ":" in part.text.rstrip(":"):
        return None  # an exercise in one line
    if NEEDS_A_VIEW.search(f"{task.told} {part.text}"):
        return None
    if part.options:
        right = items.right_option(part, text)
        return items.chosen(part, right, _places(part, right, block), phrases) if right else None
    if has_gap(part.block) and (made := items.filled(part, told)):
        return made
    asks = part.text.endswith(("?", "؟", "_")) or "= ?" in part.text
    whole = asks or (part.text.endswith((".", ":", "!")) and len(part.text.split()) >= FEWEST_WORDS)
    lead = _situation(task) if asks else "" if whole else _lead(task)
    return items.carded(part, told, lead) if whole or lead else None


def _lead(task: Task) -> str:
    """What is to be done with each part, as the line next to them says it."""
    said = [line.text for line in task.lead if not line.is_blank] or [task.title]
    return "" if GENERAL.match(said[-1]) else said[-1]


def _situation(task: Task) -> str:
    """What the questions of a task are about, where it is told between its name and them."""
    said = [line.text for line in task.lead if line.text.endswith((".", "!")) and not tells_what_to_do(line.text)]  # fmt: skip
    text = " ".join(said)
    return "" if not task.named or GENERAL.match(text) or len(text.split()) > LONGEST_SITUATION else text  # fmt: skip


def _places(part: Part, right: Option, block: Block) -> tuple[str, ...]:
    return tuple(dict.fromkeys((part.block.id, right.block.id, block.id)))


def _gaps(task: Task, lines: Sequence[Line], phrases: Phrases) -> list[Candidate]:
    """A text with gaps that the key fills in their order."""
    run = [RoledBlock(block=block, index=0) for block in task.blocks.values() if has_gap(block)]
    if not run or any(part.options for part in task.parts) or ORDERS.search(task.told):
        return []
    return list(filled_gaps(run, lines[0][1], ", ".join(text for text, _ in lines))) if lines else []  # fmt: skip


def _whole(task: Task, lines: Sequence[Line], phrases: Phrases) -> list[Candidate]:
    """A task that is one question."""
    said = [line for line in task.lead if not line.is_blank]
    if not task.named or task.parts or task.points or len(lines) != 1 or not said:
        return []
    text = " ".join(line.text for line in said)
    if not text.endswith(("?", "؟", ".", "!")) or len(text.split()) < FEWEST_WORDS or ORDERS.search(task.told):  # fmt: skip
        return []
    made = items.carded(Part(label="", text=text, block=said[-1].block), lines[0], "")
    return [made] if made else []


def marked(task: Task, phrases: Phrases) -> list[Candidate]:
    """Choices whose right options are marked, or are all that is bold, in every part."""
    if len(task.parts) < FEWEST_MARKED or any(len(part.options) < FEWEST_OPTIONS for part in task.parts):  # fmt: skip
        return []
    for sign in ("right", "bold"):
        rights = [[o for o in part.options if getattr(o, sign)] for part in task.parts]
        if all(len(own) == 1 for own in rights):
            made = [items.chosen(part, own[0], _places(part, own[0], own[0].block), phrases) for part, own in zip(task.parts, rights, strict=True)]  # fmt: skip
            return [one for one in made if one] if all(made) else []
    return []
