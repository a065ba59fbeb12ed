"""What each job does, step by step: one line each, calling the services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from praxeo.app import Praxeo
from praxeo.domain.access import Actor
from praxeo.domain.errors import PraxeoError
from praxeo.domain.jobs import (
    ChangeInWords,
    CheckAgain,
    CheckCode,
    CompileSpec,
    Effect,
    FindCandidates,
    FollowVersions,
    GenerateExample,
    PrepareMedia,
    ReadInput,
    ReadRecording,
    RetitleEmbeds,
    VisitSources,
    not_retryable,
)
from praxeo.domain.making import Making
from praxeo.domain.records import Example, Record
from praxeo.embeds.followed_versions import follow, following_job
from praxeo.generation.repair_order import REPAIRS_MAX
from praxeo.ports.proving import Progress
from praxeo.sources.media.preparing import Stage


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """What a step is done with: in whose name, what the job is for, what its steps gave so far, and whom
    to tell how far the step is."""

    actor: Actor
    work: Any
    making: Making
    progress: Progress


Step = Callable[[Praxeo, Turn], Effect]


def _never_again(praxeo: Praxeo, work: Any, earlier: str, job_id: str) -> tuple[Record, ...]:
    raise not_retryable()


@dataclass(frozen=True, kw_only=True, slots=True)
class Handler:
    """The steps of a job by name, what it notes when it fails for good, and what it clears away then.

    For doing it anew after that: the jobs that have to be done anew first, and the records
    that are changed when the job of the second id takes the place of the first; its subject comes first.
    """

    steps: Mapping[str, Step]
    failed: Callable[[Praxeo, Any, PraxeoError], Effect]
    again: Callable[[Praxeo, Any, str, str], tuple[Record, ...]] = _never_again
    needs: Callable[[Praxeo, Any], tuple[str, ...]] = lambda praxeo, work: ()
    clear: Callable[[Praxeo, Any], None] | None = None


def _example_again(praxeo: Praxeo, work: Any, earlier: str, job_id: str) -> tuple[Record, ...]:
    return (praxeo.examples.again(work.example_id, earlier=earlier, job_id=job_id),)


def _unread(praxeo: Praxeo, work: Any) -> tuple[str, ...]:
    """The jobs that failed to read what the example is made of."""
    example = praxeo.outside.records.get(Example, work.example_id)
    return praxeo.reading.failed_jobs(example.input_id) if example else ()


def _read(praxeo: Praxeo, turn: Turn) -> Effect:
    return praxeo.reading.read(turn.work.input_id, turn.progress)


def _preparing(stage: Stage) -> Step:
    return lambda praxeo, turn: praxeo.preparations.make(turn.work.input_id, stage, turn.progress)


def _code(turn: Turn) -> str:
    """The code snippet that an earlier step made, or that the job was given."""
    return turn.making.code_snippet_id or str(turn.work.code_snippet_id)


def _unless_held(step: Step) -> Step:
    """The step, which does nothing once this job waits for a person."""
    return lambda praxeo, turn: (
        Effect(changes=lambda: ()) if turn.making.held else step(praxeo, turn)
    )


def _check(praxeo: Praxeo, turn: Turn) -> Effect:
    if turn.making.held:
        return Effect(changes=lambda: ())
    return praxeo.generation.check(_code(turn), turn.progress, making=turn.making)


def _repair(number: int) -> Step:
    return lambda praxeo, turn: praxeo.generation.repair(number, turn.work.example_id, turn.making)


def _then_followed(praxeo: Praxeo, turn: Turn, effect: Effect) -> Effect:
    """The effect, by which an example may have another app, with the job that shows it where embeds follow."""

    def changes() -> tuple[Record, ...]:
        records = effect.changes()
        made = [each for each in records if isinstance(each, Example)]
        jobs = (job for each in made for job in following_job(praxeo.embeds, turn.actor, each))
        return *records, *jobs

    return replace(effect, changes=changes)


def _attach(praxeo: Praxeo, turn: Turn) -> Effect:
    if turn.making.held:
        return praxeo.generation.hold(turn.work.example_id, turn.making)
    made = praxeo.generation.attach(turn.work.example_id, _code(turn), turn.making)
    return _then_followed(praxeo, turn, made)


_CHECK: Mapping[str, Step] = {
    "check": _check,
    "attach": _attach,
    **{f"repair_{number}": _repair(number) for number in range(1, REPAIRS_MAX + 1)},
    "critique": lambda praxeo, turn: praxeo.generation.look(turn.work.example_id, turn.making),
    **{f"check_{number}": _check for number in range(1, REPAIRS_MAX + 2)},
}
_MAKE: Mapping[str, Step] = {
    "compile": _unless_held(
        lambda praxeo, turn: praxeo.generation.compile(
            turn.work.example_id, turn.making.spec_id or turn.work.spec_id, turn.progress
        )
    ),
    **_CHECK,
}

_READING: Mapping[str, Any] = {
    "failed": lambda praxeo, work, error: praxeo.reading.fail(work.input_id, error),
    "again": lambda praxeo, work, earlier, job_id: (
        praxeo.reading.again(work.input_id, earlier=earlier, job_id=job_id),
    ),
    "clear": lambda praxeo, work: praxeo.reading.clear(work.input_id),
}

HANDLERS: Mapping[type, Handler] = {
    ReadInput: Handler(
        **_READING,
        steps={"read": _read},
        needs=lambda praxeo, work: praxeo.reading.failed_jobs_of_parts(work.input_id),
    ),
    ReadRecording: Handler(
        **_READING,
        steps={
            "probe": lambda praxeo, turn: praxeo.recordings.probe(turn.work.input_id),
            "read_recording": _read,
        },
    ),
    PrepareMedia: Handler(
        steps={stage: _preparing(stage) for stage in get_args(Stage)},
        failed=lambda praxeo, work, error: praxeo.preparations.fail(work.input_id),
        again=lambda praxeo, work, earlier, job_id: (
            praxeo.preparations.again(work.input_id, earlier=earlier, job_id=job_id),
        ),
        clear=lambda praxeo, work: praxeo.preparations.clear(work.input_id),
    ),
    GenerateExample: Handler(
        steps={
            "write_spec": lambda praxeo, turn: praxeo.generation.write_spec(
                turn.work.example_id, turn.progress
            ),
            **_MAKE,
        },
        failed=lambda praxeo, work, error: praxeo.generation.fail(work.example_id, error),
        again=_example_again,
        needs=_unread,
    ),
    CheckCode: Handler(
        steps=_CHECK,
        failed=lambda praxeo, work, error: praxeo.generation.fail(work.example_id, error),
        again=_example_again,
        needs=_unread,
    ),
    CheckAgain: Handler(
        steps={
            **_CHECK,
            "check": lambda praxeo, turn: praxeo.generation.check(
                turn.work.code_snippet_id, turn.progress, turn.work.line
            ),
        },
        # The app is no worse for a check that did not come to its end: the verdict before it holds.
        failed=lambda praxeo, work, error: praxeo.generation.attach(
            work.example_id, work.code_snippet_id
        ),
        again=_example_again,
        needs=_unread,
    ),
    CompileSpec: Handler(
        steps=_MAKE,
        failed=lambda praxeo, work, error: praxeo.generation.fail(work.example_id, error),
        again=_example_again,
        needs=_unread,
    ),
    ChangeInWords: Handler(
        steps={
            "write_change": lambda praxeo, turn: praxeo.requested_changes.write(
                turn.actor, turn.work.change_request_id, turn.progress
            ),
            "compile": lambda praxeo, turn: praxeo.generation.compile(
                turn.work.example_id, turn.making.spec_id, turn.progress
            ),
            "check": _unless_held(
                lambda praxeo, turn: praxeo.generation.check(
                    turn.making.code_snippet_id, turn.progress
                )
            ),
            "conclude": lambda praxeo, turn: _then_followed(
                praxeo,
                turn,
                praxeo.requested_changes.conclude(
                    turn.actor, turn.work.change_request_id, turn.making
                ),
            ),
        },
        failed=lambda praxeo, work, error: praxeo.requested_changes.fail(
            work.change_request_id, error
        ),
        again=lambda praxeo, work, earlier, job_id: (
            *_example_again(praxeo, work, earlier, job_id),
            *praxeo.requested_changes.again(work.change_request_id),
        ),
        needs=_unread,
    ),
    FindCandidates: Handler(
        steps={
            "find_candidates": lambda praxeo, turn: praxeo.candidates.look(
                turn.work.example_id, turn.progress
            ),
        },
        # The example is no worse without them.
        failed=lambda praxeo, work, error: Effect(changes=lambda: ()),
    ),
    VisitSources: Handler(
        steps={
            "visit_sources": lambda praxeo, turn: praxeo.source_changes.look(
                turn.work.example_id, turn.progress
            ),
        },
        failed=lambda praxeo, work, error: praxeo.source_changes.fail(work.example_id),
    ),
    FollowVersions: Handler(
        steps={
            "follow": lambda praxeo, turn: follow(praxeo.embeds, turn.actor, turn.work.example_id),
        },
        # They show the version before until the next one, or until a person updates them.
        failed=lambda praxeo, work, error: Effect(changes=lambda: ()),
    ),
    RetitleEmbeds: Handler(
        steps={
            "retitle": lambda praxeo, turn: praxeo.embeds.retitle(turn.actor, turn.work.example_id),
        },
        # They are shown under their old title until the next rename or version.
        failed=lambda praxeo, work, error: Effect(changes=lambda: ()),
    ),
}
