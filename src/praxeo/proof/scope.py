"""How much of an app a check runs: all of it, or just what proves one line of its report again."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.proof.lines import DESKTOP, KEYBOARD, PHONE, activity_line, section_line
from praxeo.proof.plan import Plan, SectionPlan


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """Which windows are opened, which sections entered and which activities played in them.

    `whole` says that this is every section and activity, so that the end can be looked at too.
    """

    windows: frozenset[str]
    sections: frozenset[str]
    activities: frozenset[str]
    whole: bool = False
    audits: bool = False
    narrow: bool = False


def whole_scope(plan: Plan) -> Scope:
    """All of the app."""
    return Scope(
        windows=frozenset({DESKTOP, PHONE, KEYBOARD}),
        sections=frozenset(section.id for section in plan.sections),
        activities=_activities(plan, plan.sections),
        whole=True,
        audits=True,
        narrow=True,
    )


def scope_of(plan: Plan, line: str, audited: frozenset[str]) -> Scope:
    """What has to be run to prove this line as thoroughly as in a whole check ("": everything).

    `audited` are the sections that axe-core looks at. A line that looks at the whole run, such as
    the one about faults of the program, takes the whole run.
    """
    everything = whole_scope(plan)
    both = frozenset({DESKTOP, PHONE})
    for section in plan.sections:
        if line == section_line(section.id):
            return _part(windows=both, sections={section.id})
        for activity in section.activities:
            if line == activity_line(activity.id):
                return _part(windows=both, sections={section.id}, activities={activity.id})
    match line:
        case "file" | "content":
            return _part()
        case "start":
            return _part(windows=both)
        case "keyboard":
            return _part(windows={KEYBOARD})
        case "outside" | "evidence" | "progress":
            return _everything_played(everything, windows=both)
        case "width":
            return _everything_played(everything, windows=frozenset({PHONE}), narrow=True)
        case "accessibility":
            looked_at = tuple(section for section in plan.sections if section.id in audited)
            return _part(
                windows=both,
                sections=set(audited),
                activities=_activities(plan, looked_at),
                audits=True,
            )
        case _:
            return everything


def _part(
    *,
    windows: frozenset[str] | set[str] = frozenset(),
    sections: set[str] | None = None,
    activities: frozenset[str] | set[str] = frozenset(),
    audits: bool = False,
) -> Scope:
    return Scope(
        windows=frozenset(windows),
        sections=frozenset(sections or ()),
        activities=frozenset(activities),
        audits=audits,
    )


def _everything_played(
    everything: Scope, *, windows: frozenset[str], narrow: bool = False
) -> Scope:
    return Scope(
        windows=windows,
        sections=everything.sections,
        activities=everything.activities,
        whole=True,
        narrow=narrow,
    )


def _activities(plan: Plan, sections: tuple[SectionPlan, ...]) -> frozenset[str]:
    return frozenset(activity.id for section in sections for activity in section.activities)
