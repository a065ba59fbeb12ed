"""From the tasks of a worksheet and what its key says to them to items; a task whose key does not fit whole gives none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from praxeo.authors.offline.harvest.gap_texts import has_gap
from praxeo.authors.offline.harvest.told_answers import is_line_of_form
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sheets.answers import Line, answers
from praxeo.authors.offline.sheets.keys import Told, is_key, keys_of
from praxeo.authors.offline.sheets.lines import lines_of
from praxeo.authors.offline.sheets.tasks import Task, tasks_of
from praxeo.authors.offline.sheets.tasks_made import answered, made_of, marked


def sheet_candidates(placed: Sequence[RoledBlock], phrases: Phrases) -> list[Candidate]:
    """The items of every task that the key of its source answers as a whole, or whose right options are marked."""
    asked = [one for one in placed if not is_key(one) and one.role not in ("goals", "references")]
    tasks = tasks_of(lines_of(asked))
    keys = keys_of(placed)
    found = {n: made for n, task in enumerate(tasks) if (made := _by_name(task, tasks, keys, phrases))}  # fmt: skip
    rest = [n for n, task in enumerate(tasks) if n not in found and _is_open(task)]
    last = _by_fit([tasks[n] for n in rest], placed, keys, phrases)
    found |= {rest[at]: made for at, made in last.items()}
    return _without_key([one for n in sorted(found) for one in found[n]], placed)


def _without_key(made: list[Candidate], placed: Sequence[RoledBlock]) -> list[Candidate]:
    """The items, the last of which takes the headings of a key along of which all is used, and the lines for a name."""
    if made:
        form = (one.block.id for one in placed if is_line_of_form(one.block.text))
        made[-1] = replace(made[-1], taken=(*made[-1].taken, *form))
    used = {block for one in made for block in one.taken}
    told = [one.block for one in placed if one.role == "key"]
    if made and all(block.id in used for block in told if block.kind != "heading"):
        headings = (block.id for block in told if block.kind == "heading")
        made[-1] = replace(made[-1], taken=(*made[-1].taken, *headings))
    return made


def as_questions(placed: Sequence[RoledBlock], made: Sequence[Candidate]) -> list[RoledBlock]:
    """The blocks, with the role of questions for those of tasks: they tell nothing else."""
    taken = {block for one in made for block in one.taken}
    return [replace(one, role="questions") if one.block.id in taken and one.role in ("body", "summary", "glossary", "dates") and one.block.kind != "heading" else one for one in placed]  # fmt: skip


def _by_name(task: Task, tasks: Sequence[Task], keys: Sequence[Told], phrases: Phrases) -> list[Candidate]:  # fmt: skip
    """What the answers make of a task that name it, or that stand in it."""
    for lines in (*_own(task), *_named(task, tasks, keys)):
        if made := made_of(task, lines, phrases):
            return _taking(task, lines, made)
    return _taking(task, [], answered(task, phrases) or marked(task, phrases))


def _taking(task: Task, lines: Sequence[Line], made: Sequence[Candidate]) -> list[Candidate]:
    """The items, which take all of the task along; a part that makes none is left, with its answer."""
    used = {place for one in made for place in one.evidence}
    left = {part.block.id for part in task.parts} - used
    if len(left) == len({part.block.id for part in task.parts}):
        left = set()  # what they are one exercise of stands in the key
    told = dict.fromkeys(block.id for _, block in lines if not left or block.id in used)
    taken = (*(block for block in task.blocks if block not in left), *told)
    return [replace(one, taken=taken) for one in made]


def _own(task: Task) -> Iterator[list[Line]]:
    """What stands below the last part of a task and may answer all of them."""
    told = task.parts[-1].told if task.parts else None
    if told and not any(part.told for part in task.parts[:-1]):
        yield [told]


def _named(task: Task, tasks: Sequence[Task], keys: Sequence[Told]) -> Iterator[list[Line]]:
    """What stands in the key below the heading of the task itself, or behind its label."""
    same = [told for told in keys if told.heading and told.heading in task.headings]
    if same and sum(same[0].heading in one.headings for one in tasks) == 1:
        yield [line for told in same for line in _labelled(told)]
    alike = [one for one in tasks if one.label == task.label]
    own = [n for n, told in enumerate(keys) if told.label == task.label and task.label]
    if len(own) == len(alike):
        at = own[alike.index(task)]
        yield keys[at].lines
        yield [*keys[at].lines, *_following(keys[at + 1 :])]


def _by_fit(
    tasks: Sequence[Task], placed: Sequence[RoledBlock], keys: Sequence[Told], phrases: Phrases
) -> dict[int, list[Candidate]]:
    """What keys that name no task make: of the one task before them that they fit, or of the one right before."""
    places = {one.block.id: one.index for one in placed}
    free = [told for told in keys if not told.named]
    regions = [list(own) for _, own in groupby(free, key=lambda told: told.region)]
    found: dict[int, list[Candidate]] = {}
    begin = -1
    for region in regions:
        start, lines = region[0].place, [line for told in region for line in _labelled(told)]
        before = [n for n, task in enumerate(tasks) if begin < _end(task, places) < start]
        through = _through([tasks[n] for n in before], lines, phrases)
        if through:
            found |= {before[at]: made for at, made in through.items()}
            begin = start
            continue
        if region[0].lone or len(regions) > 1:
            before = before[-1:]
        if any(told.label for told in region):
            before = [n for n in before if not tasks[n].named]
        fits = {n: _taking(tasks[n], lines, made) for n in before if (made := made_of(tasks[n], lines, phrases))}  # fmt: skip
        found |= fits if len(fits) == 1 else {}
        begin = start
    return found


def _through(tasks: Sequence[Task], lines: Sequence[Line], phrases: Phrases) -> dict[int, list[Candidate]]:  # fmt: skip
    """What a key makes of several tasks whose numbers count on from one to the next, if it answers them all."""
    labels = [part.label for task in tasks for part in task.parts]
    if len(tasks) < 2 or any(task.series != "digit" for task in tasks):
        return {}
    told = dict(zip(labels, answers(lines, labels), strict=False)) if len(set(labels)) == len(labels) else {}  # fmt: skip
    found: dict[int, list[Candidate]] = {}
    for n, task in enumerate(tasks) if told else ():
        own = [told[part.label] for part in task.parts]
        told_so = [(f"{part.label}. {text}", block) for part, (text, block) in zip(task.parts, own, strict=True)]  # fmt: skip
        if made := made_of(task, told_so, phrases):
            found[n] = _taking(task, own, made)
    return found


def _end(task: Task, places: Mapping[str, int]) -> int:
    return max(places[block] for block in task.blocks)


def _is_open(task: Task) -> bool:
    return bool(task.parts or task.points) or _has_gaps(task)


def _has_gaps(task: Task) -> bool:
    return any(
        has_gap(line.block) and not line.is_blank and not is_line_of_form(line.text)
        for line in task.lead
    )


def _following(keys: Sequence[Told]) -> Iterator[Line]:
    """The numbered answers that go on below those of a named task."""
    for told in keys:
        if told.named or not told.label:
            return
        yield from _labelled(told)


def _labelled(told: Told) -> list[Line]:
    return [(f"{told.label}. {text}" if told.label and not told.named and n == 0 else text, block) for n, (text, block) in enumerate(told.lines)]  # fmt: skip
