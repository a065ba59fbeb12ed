"""The command `make`: from files to a checked app in the library."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from praxeo.domain.access import local_user
from praxeo.domain.errors import PraxeoError
from praxeo.domain.input_records import Depth
from praxeo.domain.reading_ledger import CHANNELS, Channel
from praxeo.domain.records import Example, Job
from praxeo.entrypoints.cli_folder import read_folder
from praxeo.entrypoints.cli_grammar import wrong_usage
from praxeo.entrypoints.cli_inputs import TopicAsked, Video, add_files
from praxeo.entrypoints.cli_output import (
    EXIT_OF_STATUS,
    EXIT_REFUSED,
    EXIT_UNAVAILABLE,
    configuration,
    leave,
    opened_library,
    print_json,
    print_text,
    say,
)
from praxeo.entrypoints.cli_plan import planned_in
from praxeo.entrypoints.folder_files import sources_in
from praxeo.sources.media.kinds import is_recording

if TYPE_CHECKING:
    from praxeo.app import Praxeo
    from praxeo.models.quotes import Quote

POLL_SECONDS = 0.1
USAGE = "praxeo make [OPTIONS] FILE..."

READ_TOLD = 5  # main ideas that are only read, which the command names
# The source was read, but supports no practice; or it is a recording without what is said in it.
UNTEACHABLE = frozenset({"too_little_text", "recording_without_words", "captions_of_another"})


def make(
    files: Sequence[Path],
    links: Sequence[str],
    youtube: str,
    captions: Path | None,
    description: Path | None,
    topic: str,
    depth: Depth,
    planned: Path | None,
    within: Path | None,
    channels: tuple[str, ...],
    as_json: bool,
    **how: Any,
) -> None:
    """Make a learning app of documents, pages, a video and a topic, and leave with the code of what it came to."""
    video = Video(link=youtube, captions=captions, description=description)
    asked = planned_in(planned) if planned else TopicAsked.of(topic, depth)
    useless = within if not asked else None
    files = sources_in(files, say)
    recordings = sum(map(is_recording, files))
    _check_given([*files, *links, asked], video, useless, recordings)
    with opened_library() as praxeo:
        if within:
            shelf = praxeo.projects.named(local_user(), how["project"])
            read_folder(praxeo, within, shelf.id)
        example = add_files(
            praxeo,
            files,
            links=links,
            video=video if youtube else None,
            captions=None if youtube else captions,
            topic=asked,
            channels=_chosen(channels),
            **how | {name: how[name] or None for name in ("author", "route")},
        )
        code = carried_out(praxeo, example, as_json)
    leave(code)


def carried_out(praxeo: Praxeo, example: Example, as_json: bool) -> int:
    """Do an example's jobs, tell what came of it, and give the exit code for that."""
    with working(praxeo, example) as over:
        example = follow(praxeo, example, over)
    code = _outcome(praxeo, example)
    _tell(example, () if as_json else tuple(_next(praxeo, example)), as_json)
    return code


def _next(praxeo: Praxeo, example: Example) -> Iterator[str]:
    """What is to be known of an app that was made, or what is to be done for it to be."""
    if example.status == "specified":
        found = praxeo.models.quote_app(
            praxeo.settings.get(local_user()), bespoke=example.route == "bespoke"
        )
        price = f" (about ${found.microusd.likely / 1_000_000:.3f})" if found else ""
        yield f"Its spec waits for you: praxeo spec {example.id}"
        yield f"Have the app made of it{price}: praxeo approve {example.id} [--spec FILE]"
    yield from _covered(praxeo, example)


def _outcome(praxeo: Praxeo, example: Example) -> int:
    """The code of what it came to; of a refused source nothing stays that somebody would have to clear away."""
    code = _exit_code(praxeo, example)
    if code == EXIT_REFUSED:
        praxeo.delete_examples(local_user(), [example.id], with_inputs=True)
    return code


def _chosen(channels: tuple[str, ...]) -> tuple[Channel, ...]:
    return tuple(channel for channel in CHANNELS if channel.replace("_", "-") in channels)


def _check_given(
    sources: Sequence[object], video: Video, useless: Path | None, recordings: int
) -> None:
    if not any(sources) and not video.link:
        wrong_usage("make", USAGE, "missing: FILE..., --url, --youtube or --topic")
    if video.description and not video.link:
        wrong_usage("make", USAGE, "--description is that of a --youtube video")
    if video.captions and bool(video.link) + recordings != 1:
        wrong_usage("make", USAGE, "--captions are those of one recording, or of a --youtube video")
    if useless:
        wrong_usage("make", USAGE, "--within is the folder that a --topic is looked up in")


def _tell(example: Example, covered: Sequence[str], as_json: bool) -> None:
    if as_json:
        print_json(asdict(example))
    else:
        print_text(f"{example.id}  {example.status:<8}  {example.title}")
    for told in (*covered, *(warning.message for warning in example.warnings), example.reason):
        if told:
            say(told)


def _covered(praxeo: Praxeo, example: Example) -> Iterator[str]:
    """What of the source is practised, and what of its main ideas is only read."""
    if example.status not in ("ready", "unproven") or not example.spec_id:
        return
    coverage = praxeo.coverages.show(local_user(), example.spec_id)
    if coverage.ideas:
        yield f"{coverage.practised} of {len(coverage.ideas)} main ideas of the source are practised."
    read = [idea.text.rstrip(".") for idea in coverage.ideas if not idea.practised_by]
    if read:
        more = f" and {len(read) - READ_TOLD} more" if len(read) > READ_TOLD else ""
        yield f"Only read: {'; '.join(read[:READ_TOLD])}{more}."


def quote(file: Path, compiled: bool, as_json: bool) -> None:
    """Say what an app of the document will take if a model writes it."""
    with opened_library() as praxeo:
        extraction = praxeo.outside.read_document(file, name=file.name)
        found = praxeo.models.quote(
            praxeo.settings.get(local_user()),
            words=extraction.metadata.word_count,
            bespoke=not compiled,
        )
    if found is None:
        say("No model is asked: the offline author writes, and nothing is paid for.")
    elif as_json:
        print_json(asdict(found))
    else:
        print_text("\n".join(_quoted(found)))


def _quoted(found: Quote) -> list[str]:
    low, likely, high = (
        f"${amount / 1_000_000:.3f}"
        for amount in (found.microusd.low, found.microusd.likely, found.microusd.high)
    )
    basis = f"{found.entries} paid calls" if found.entries else "no history yet, so a rough guess"
    return [
        f"Model   {found.model} ({basis})",
        f"Money   about {likely}, between {low} and {high}; never more than "
        f"${found.cap_microusd / 1_000_000:.2f}",
        f"Tokens  about {found.tokens.likely:,}, between {found.tokens.low:,} and "
        f"{found.tokens.high:,}",
        f"Time    about {found.seconds.likely} s, between {found.seconds.low} and "
        f"{found.seconds.high} s",
        *filter(None, [found.refusal, _small(found)]),
    ]


def _small(found: Quote) -> str:
    if not found.small_billions:
        return ""
    return (
        f"{found.model} is a small model ({found.small_billions:g} billion parameters): it is asked a section at a time and writes "
        "terms, cards and questions; a whole app of its own is mostly beyond it."
    )


@contextmanager
def working(praxeo: Praxeo, example: Example) -> Iterator[threading.Event]:
    """While inside, this process runs the jobs of this example and leaves all others alone: what another
    process of the library is at neither waits for this one nor ends with it.

    What it gives is set if the store does not answer any more, and Unavailable raised at the end.
    """
    from praxeo.wiring.product import build_worker

    stop, over, troubles = threading.Event(), threading.Event(), list[PraxeoError]()
    worker = build_worker(praxeo, "command", configuration())
    jobs = _job_ids(praxeo, example)

    def work() -> None:
        if trouble := worker.run_only(jobs, stop):
            troubles.append(trouble)
            over.set()

    thread = threading.Thread(target=work, name="worker", daemon=True)
    thread.start()
    try:
        yield over
    finally:
        stop.set()
        thread.join(timeout=30)
    if troubles:
        raise troubles[0]


def follow(praxeo: Praxeo, example: Example, over: threading.Event | None = None) -> Example:
    """Show the progress of an example's jobs until it is made or all is `over`; gives it as it is."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    over = over or threading.Event()
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading the source", total=1.0)
        told: set[str] = set()
        while True:
            current = praxeo.examples.get(local_user(), example.id)
            if current.status != "making" or over.is_set():
                return current
            jobs = _jobs(praxeo, current)
            words, share = _progress(jobs)
            bar.update(task, description=words, completed=share)
            for trouble in dict.fromkeys(_troubles(jobs)):
                if trouble not in told:
                    bar.console.print(f"{trouble} It is tried again by itself.", markup=False)
                    told.add(trouble)
            over.wait(POLL_SECONDS)


def _jobs(praxeo: Praxeo, example: Example) -> list[Job]:
    found = (praxeo.outside.records.get(Job, job_id) for job_id in _job_ids(praxeo, example))
    return [job for job in found if job]


def _troubles(jobs: Sequence[Job]) -> Iterator[str]:
    """Why those that are put off did not get on; one that only waits for another has no attempt yet."""
    for job in jobs:
        if job.status == "waiting" and job.attempt and job.last_trouble:
            yield job.last_trouble


def _progress(jobs: Sequence[Job]) -> tuple[str, float]:
    """What is being done and how much of the whole is done, reading the input included."""
    steps = [step for job in jobs for step in job.steps]
    doing = next((step for step in steps if not step.finished_at), None)
    share = sum(step.fraction for step in steps) / max(len(steps), 1)
    if doing is None:
        return "Finishing", share
    heard = f": a model has written {doing.written:,} characters" if doing.written else ""
    heard = f": page {doing.pages + 1}, {doing.site}" if doing.site else heard
    return f"{doing.label}{heard}", share


def _job_ids(praxeo: Praxeo, example: Example) -> list[str]:
    from praxeo.sources.combining.parts import parts_of

    source = praxeo.inputs.find(example.input_id)
    read = [*parts_of(praxeo.outside.records, source), source] if source else []
    return [*(each.job_id for each in read), example.job_id]


def _exit_code(praxeo: Praxeo, example: Example) -> int:
    """A refused input, an app that failed its check, and all that kept it from being made."""
    source = praxeo.inputs.find(example.input_id)
    if source and source.status == "refused":
        return EXIT_REFUSED
    if example.reason_code in UNTEACHABLE:
        return EXIT_REFUSED
    if example.status == "failed" and not example.reason_code.startswith("check_"):
        return EXIT_UNAVAILABLE
    return EXIT_OF_STATUS[example.status]
