"""Ordering and timeline: what comes after what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.domain.spec import Event, Step
from praxeo.spec.faults import said
from praxeo.spec.kinds.form import Body, Ending, Form, sides_of
from praxeo.spec.marks import write_marks

LEAST = 3
LEAST_TIMES = 2
_BAR = re.compile(r"(?<![^ \t])\|(?=[ \t]|\Z)")


def _read_step(body: Body) -> Step:
    return Step(text=body.words.text, evidence=body.evidence)


def _write_step(item: Step, ending: Ending) -> str:
    return f"{ending.number}. {write_marks(item.text, *ending.misread)}{ending.evidence}"


def _steps_together(items: Sequence[Step]) -> str:
    few = len({item.text for item in items}) < LEAST
    return (
        said("steps_few", "It needs at least {least} different steps.", least=LEAST) if few else ""
    )


def _read_event(body: Body) -> Event:
    when, text = sides_of(body, _BAR, "- when | what happened")
    return Event(when=when, text=text, evidence=body.evidence)


def _write_event(item: Event, ending: Ending) -> str:
    when, text = write_marks(item.when, _BAR), write_marks(item.text, *ending.misread)
    return f"- {when} | {text}{ending.evidence}"


def _events_together(items: Sequence[Event]) -> str:
    few = len({item.when for item in items}) < LEAST_TIMES
    return said("times_few", "Its events need at least two different times.") if few else ""


ORDERING = Form(
    heading="Ordering",
    example="1. First step. {}\n2. Second step. {}\n3. Third step. {}",
    read=_read_step,
    write=_write_step,
    least=LEAST,
    numbered=True,
    together=_steps_together,
)
TIMELINE = Form(
    heading="Timeline",
    example="- 1835 | What happened. {}\n- 1877 | What came next. {}\n- 1926 | What came last. {}",
    read=_read_event,
    write=_write_event,
    least=LEAST,
    together=_events_together,
    differ=lambda item: (("event", item.text),),
)
