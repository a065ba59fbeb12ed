"""Every background job. A job carries ids, not data; what it does is in `praxeo.jobs.handlers`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import get_args

from praxeo.domain.access import Actor
from praxeo.domain.errors import Conflict
from praxeo.domain.making import NOTHING_YET, Making
from praxeo.domain.records import (
    Job,
    JobStatus,
    Lane,
    Record,
    StepProgress,
    changed,
    utc_text,
)

ATTEMPTS_ALLOWED = 5
LANES: tuple[Lane, ...] = get_args(Lane)
# Workers of each lane in one process: two cores read or run apps, and models are only waited for.
WORKERS: Mapping[Lane, int] = {"reading": 2, "browser": 1, "media": 1, "models": 4}


@dataclass(frozen=True, kw_only=True)
class ReadInput:
    """Read what was given: an input of any kind."""

    input_id: str


@dataclass(frozen=True, kw_only=True)
class ReadRecording:
    """Look at a recording, then read what is said and shown in it."""

    input_id: str


@dataclass(frozen=True, kw_only=True)
class PrepareMedia:
    """Make of a recording what browsers play."""

    input_id: str


@dataclass(frozen=True, kw_only=True)
class GenerateExample:
    """Write a spec for an example from its input, then make and check its app."""

    example_id: str


@dataclass(frozen=True, kw_only=True)
class CompileSpec:
    """Make and check an example's app from a spec that is already written."""

    example_id: str
    spec_id: str


@dataclass(frozen=True, kw_only=True)
class CheckCode:
    """Check code that a person wrote, and make it the example's app."""

    example_id: str
    code_snippet_id: str


@dataclass(frozen=True, kw_only=True)
class CheckAgain:
    """Prove an example's app again: all of it, or one `line` of its report."""

    example_id: str
    code_snippet_id: str
    line: str = ""


@dataclass(frozen=True, kw_only=True)
class ChangeInWords:
    """Change an example as its owner asked in words, and check what came of it."""

    example_id: str
    change_request_id: str


@dataclass(frozen=True, kw_only=True)
class FindCandidates:
    """Look for what else may be asked of an example's source, for a person to take or leave."""

    example_id: str


@dataclass(frozen=True, kw_only=True)
class VisitSources:
    """Look whether the sources of an example still say what was read of them."""

    example_id: str


@dataclass(frozen=True, kw_only=True)
class RetitleEmbeds:
    """Show what is published of an example under the name that a person gave it."""

    example_id: str


@dataclass(frozen=True, kw_only=True)
class FollowVersions:
    """Show the new version of an example where what is published of it follows."""

    example_id: str


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a step wants to change, and what it gave: laid over what the steps before it gave.

    `changes` reads the records afresh and gives them changed; they are saved together with the mark
    that the step is done, so that no step takes effect twice. It runs again if a record was changed
    meanwhile, so it is quick and has no effect of its own.
    `next_steps`, with their labels, are done before the job's other steps: what a check finds may make
    a repair necessary.
    """

    changes: Callable[[], tuple[Record, ...]]
    making: Making = NOTHING_YET
    next_steps: tuple[tuple[str, str], ...] = ()

    @property
    def outputs(self) -> dict[str, str]:
        """What the step gave as its job stores it."""
        return self.making.outputs()


Work = (
    ReadInput
    | ReadRecording
    | PrepareMedia
    | GenerateExample
    | CompileSpec
    | CheckCode
    | CheckAgain
    | ChangeInWords
    | FindCandidates
    | VisitSources
    | RetitleEmbeds
    | FollowVersions
)

# The steps of each job: their names (part of stored records) and what a person is told meanwhile.
_CHECK_STEPS = (("check", "Trying out every exercise"), ("attach", "Putting it on the shelf"))
_MAKE_STEPS = (("compile", "Building the app"), *_CHECK_STEPS)
STEPS: dict[type, tuple[tuple[str, str], ...]] = {
    ReadInput: (("read", "Reading the source"),),
    ReadRecording: (
        ("probe", "Looking at the recording"),
        ("read_recording", "Reading the recording"),
    ),
    PrepareMedia: (
        ("overview", "Taking pictures of the recording"),
        ("sound", "Preparing its sound"),
        ("copied", "Cutting its picture"),
        ("encoded", "Making its picture smaller"),
        ("film", "Putting it together"),
    ),
    GenerateExample: (("write_spec", "Writing the spec"), *_MAKE_STEPS),
    CompileSpec: _MAKE_STEPS,
    CheckCode: _CHECK_STEPS,
    CheckAgain: _CHECK_STEPS,
    ChangeInWords: (("write_change", "Writing the change"),),  # what follows depends on it
    FindCandidates: (("find_candidates", "Looking for more to ask"),),
    VisitSources: (("visit_sources", "Looking at the sources again"),),
    RetitleEmbeds: (("retitle", "Renaming what is published"),),
    FollowVersions: (("follow", "Showing the new version where it is published"),),
}
# The lane of each step by its name without a number; what is not named here is done in any lane.
_LANES: dict[str, Lane] = {
    "read": "reading",
    "probe": "reading",
    "read_recording": "reading",
    **dict.fromkeys(("overview", "sound", "copied", "encoded", "film"), "media"),
    "write_spec": "reading",
    "find_candidates": "reading",
    "visit_sources": "reading",
    "compile": "reading",
    "check": "browser",
    "repair": "models",
    "critique": "models",
    "write_change": "models",
}
OPEN: frozenset[JobStatus] = frozenset({"queued", "waiting", "running"})
_SUPERSEDABLE = frozenset({CompileSpec.__name__, CheckAgain.__name__})
_KINDS: dict[str, type] = {kind.__name__: kind for kind in STEPS}
# How a reading job is stored since there were only documents: so the release before this one reads it too.
_READ_INPUT, _INPUT_ID = "ProcessDocument", "document_input_id"


def new_job(work: Work, *, id: str, actor: Actor, subject_id: str, now: str) -> Job:
    """The job record for this work, to be saved together with what causes it; it will act as the actor."""
    kind, arguments = _stored(work)
    return Job(
        id=id,
        owner=actor.account,
        created_at=now,
        updated_at=now,
        kind=kind,
        arguments=arguments,
        subject_id=subject_id,
        attempts_allowed=ATTEMPTS_ALLOWED,
        steps=tuple(StepProgress(name=name, label=label) for name, label in STEPS[type(work)]),
        lane=lane_of_step(STEPS[type(work)][0][0]) or "reading",
        request_id=actor.request_id,
        caused_by=actor.id,
    )


def lane_of_step(name: str) -> Lane | None:
    """The lane of the step with this name ("check", "check_2"), if no model writes; None: any."""
    return _LANES.get(name.rstrip("_0123456789"))


def work_of(job: Job) -> Work:
    """What the job record asks for."""
    if job.kind == _READ_INPUT:
        return ReadInput(input_id=job.arguments[_INPUT_ID])
    work: Work = _KINDS[job.kind](**job.arguments)
    return work


def can_be_superseded(job: Job) -> bool:
    """Whether what the job works on may be changed under it: then it is of no use to anybody any more."""
    return job.kind in _SUPERSEDABLE and job.status in OPEN


def superseded(job: Job, now: datetime) -> Job:
    """The job, ended because a newer one does its work on a newer version."""
    return changed(
        job,
        now,
        status="cancelled",
        error_code="superseded",
        error_message="There is a newer version, whose app is being made instead.",
        finished_at=utc_text(now),
        lease_until="",
        worker="",
    )


def not_retryable() -> Conflict:
    """What is said where work cannot be done anew."""
    return Conflict("job_not_retryable", "Only work that ended without success can be repeated.")


def _stored(work: Work) -> tuple[str, dict[str, str]]:
    """The kind and the arguments of the job record for this work."""
    if isinstance(work, ReadInput):
        return _READ_INPUT, {_INPUT_ID: work.input_id}
    return type(work).__name__, asdict(work)
