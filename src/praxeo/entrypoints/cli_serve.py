"""Commands that keep running: serve and worker."""

from __future__ import annotations

import hashlib
import signal
import threading
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from praxeo.domain.access import local_user
from praxeo.domain.errors import Conflict, PraxeoError
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.records import Example
from praxeo.entrypoints.cli_inputs import add_files
from praxeo.entrypoints.cli_make import follow
from praxeo.entrypoints.cli_output import (
    complain,
    configuration,
    opened_library,
    print_text,
    say,
)
from praxeo.ops.doctor.models_here import offers_of

if TYPE_CHECKING:
    from praxeo.app import Praxeo
    from praxeo.entrypoints.listening import Listening

START_SECONDS = 30  # for the ports to answer


def serve(make: Path | None, sample: Path | None) -> None:
    """Start Praxeo: studio, API, apps and worker in one process."""
    from praxeo.entrypoints.listening import listen
    from praxeo.entrypoints.server import run

    config = configuration()
    listening = listen(config)  # first: where a port is taken, no library is begun
    with listening.studio, listening.embeds, opened_library(config) as praxeo:
        ready, over = threading.Event(), threading.Event()

        def greet() -> None:
            if ready.wait(START_SECONDS):
                _greet(praxeo, listening, make, sample, over)

        threading.Thread(target=_tell_model_faults, args=(praxeo,), daemon=True).start()
        greeting = threading.Thread(target=greet, name="greeting", daemon=True)
        greeting.start()
        run(praxeo, config, listening, ready)
        over.set()
        greeting.join(START_SECONDS)


def worker() -> None:
    """Run the library's background jobs until stopped."""
    from praxeo.wiring.product import build_worker

    stop = threading.Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)
    config = configuration()
    with opened_library(config) as praxeo:
        say("Working. Press Ctrl+C to stop after the steps at hand.")
        build_worker(praxeo, "worker", config).run(stop)


def _tell_model_faults(praxeo: Praxeo) -> None:
    """Say at the start, without keeping it up, what is wrong with the configured models and which others
    are on this machine."""
    for fault in praxeo.models.faults():
        say(f"praxeo: {fault}")
    if not praxeo.models.routes_of(local_user().account):
        for offer in offers_of(praxeo.models.found_here()):
            say(offer)


def _greet(
    praxeo: Praxeo,
    listening: Listening,
    make: Path | None,
    sample: Path | None,
    over: threading.Event,
) -> None:
    """Make the app that was asked for, then print where everything is."""
    say(f"Praxeo is running. Studio: {listening.studio_url}   Press Ctrl+C to stop.")
    try:
        example = _first_example(praxeo, make, sample, over)
    except PraxeoError as error:
        complain(error)
        example = None
    if over.is_set():
        return
    print_text(f"Studio  {listening.studio_url}")
    if example:
        print_text(f"App     {_address(praxeo, listening, example)}")
        print_text(f"        {example.title}: {example.status}. {example.reason}".rstrip())


def _first_example(
    praxeo: Praxeo, make: Path | None, sample: Path | None, over: threading.Event
) -> Example | None:
    newest = praxeo.examples.list(local_user(), limit=1).records
    if make:
        return follow(praxeo, _made_before(praxeo, make) or add_files(praxeo, [make]), over)
    if sample and not newest:
        return follow(praxeo, add_files(praxeo, [sample]), over)
    return newest[0] if newest else None


def _made_before(praxeo: Praxeo, file: Path) -> Example | None:
    """An example of just these bytes, if one of the newest documents is this file."""
    with file.open("rb") as source:
        content_hash = hashlib.file_digest(source, "sha256").hexdigest()
    documents = praxeo.inputs.list(local_user(), "document_input", limit=PAGE_RECORDS_MAX).records
    for document in documents:
        if isinstance(document, DocumentInput) and document.content_hash == content_hash:
            for example in praxeo.examples.of_input(local_user(), document.id):
                if example.status != "failed":
                    return example
    return None


def _address(praxeo: Praxeo, listening: Listening, example: Example) -> str:
    """Where the app can be seen: published, unlisted, on the origin of the embeds."""
    if not example.code_snippet_id:
        return "there is none yet"
    embeds = praxeo.embeds.list(local_user(), example_id=example.id).records
    published = next((embed for embed in embeds if embed.published), None)
    try:
        embed = published or praxeo.embeds.publish(local_user(), example.id)
    except Conflict:  # it failed its check; the studio shows it and says why
        return f"{listening.studio_url}/examples/{example.id}"
    return f"{listening.embed_url}/e/{embed.id}"
