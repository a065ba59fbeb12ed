"""What the owner of an embed is told of its use: sums, and none so small that it would tell of one person."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from praxeo.ports.tally import DayCell

FEWEST = 5  # of a group that is told


@dataclass(frozen=True, kw_only=True)
class DayOfUse:
    """One day. Visits are loadings of the app; browsers are those that keep a store, so at least so many."""

    day: str
    visits: int
    browsers: int
    completed: int
    seconds: int


@dataclass(frozen=True, kw_only=True)
class Confusion:
    """A wrong option and how often it was taken."""

    choice: str
    times: int


@dataclass(frozen=True, kw_only=True)
class ExerciseUse:
    """How visits answered an exercise at first, as the app reports it. Of one that hardly anybody answered nothing is
    told but that: `hidden`."""

    exercise: str
    right: int
    wrong: int
    hidden: bool
    confused_with: tuple[Confusion, ...]


@dataclass(frozen=True, kw_only=True)
class Reached:
    """How many visits had done so many exercises."""

    done: int
    visits: int


@dataclass(frozen=True, kw_only=True)
class Site:
    """A page's host, and how many visits came by it."""

    host: str
    visits: int


@dataclass(frozen=True, kw_only=True)
class UsageReport:
    """How one embed is used within some days, of all its versions or of one."""

    since: str
    until: str
    visits: int
    completed: int
    seconds: int
    days: tuple[DayOfUse, ...]
    exercises: tuple[ExerciseUse, ...]
    reached: tuple[Reached, ...]
    sites: tuple[Site, ...]
    versions: tuple[str, ...]


def usage_report(
    cells: Iterable[DayCell], since: date, until: date, version: str = ""
) -> UsageReport:
    """The report of these sums."""
    everything = list(cells)
    versions = tuple(dict.fromkeys(each.cell.version for each in everything))
    kept = [each for each in everything if version in ("", each.cell.version)]
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    days: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for each in kept:
        sums[each.cell.what][each.cell.name] += each.sum
        if not each.cell.name:
            days[each.day][each.cell.what] += each.sum
    return UsageReport(
        since=str(since),
        until=str(until),
        visits=sums["views"].total(),
        completed=sums["completed"].total(),
        seconds=sums["seconds"].total(),
        days=tuple(_day(day, found) for day, found in sorted(days.items())),
        exercises=tuple(_exercises(sums)),
        reached=tuple(
            Reached(done=done, visits=visits)
            for done, visits in sorted((int(name), n) for name, n in told(sums["reached"]).items())
        ),
        sites=tuple(
            Site(host=host, visits=visits) for host, visits in told(sums["sites"]).most_common()
        ),
        versions=versions,
    )


def told(group: Mapping[str, int]) -> Counter[str]:
    """What may be told of a group's parts: none below FEWEST; and where one alone is kept back, so is the next
    smallest, or who knows the whole would know it by subtraction."""
    kept_back = [name for name, amount in group.items() if amount < FEWEST]
    shown = Counter({name: amount for name, amount in group.items() if amount >= FEWEST})
    if len(kept_back) == 1 and shown:
        del shown[min(shown, key=lambda name: (shown[name], name))]
    return shown


def usage_csv(report: UsageReport) -> str:
    """The exercises of a report as a table for a spreadsheet. What could be taken for a formula is marked as text."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["exercise", "right", "wrong", "wrong answer", "times"])
    for each in report.exercises:
        numbers = ["", ""] if each.hidden else [each.right, each.wrong]
        writer.writerow([_cell(each.exercise), *numbers, "", ""])
        for confusion in each.confused_with:
            row = [_cell(each.exercise), "", "", _cell(confusion.choice), confusion.times]
            writer.writerow(row)
    return out.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _day(day: date, found: Counter[str]) -> DayOfUse:
    return DayOfUse(
        day=str(day),
        visits=found["views"],
        browsers=found["browsers"],
        completed=found["completed"],
        seconds=found["seconds"],
    )


def _exercises(sums: Mapping[str, Counter[str]]) -> Iterator[ExerciseUse]:
    names = dict.fromkeys(name for what in ("right", "wrong") for name in sums[what])
    choices: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for name, amount in sums["choices"].items():
        exercise, _, choice = name.partition("\t")
        choices[exercise][choice] = amount
    for name in names:
        right, wrong = sums["right"][name], sums["wrong"][name]
        few = right + wrong < FEWEST
        yield ExerciseUse(
            exercise=name,
            right=0 if few else right,
            wrong=0 if few else wrong,
            hidden=few,
            confused_with=()
            if few
            else tuple(
                Confusion(choice=choice, times=times)
                for choice, times in told(choices[name]).most_common()
            ),
        )
