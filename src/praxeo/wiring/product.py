"""From the configuration to a Praxeo: the only place that knows which adapter stands behind a port.

Heavy parts (the language model of the offline author, the browser) are imported when first used.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.cloudwatch import LogMetrics
from praxeo.adapters.offline_author import OfflineAuthor
from praxeo.adapters.prometheus import Registry
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.page_images import PageImages
from praxeo.adapters.sandbox.page_pictures import PagePictures
from praxeo.app import Praxeo, build
from praxeo.config import Config, name_of_url
from praxeo.domain.blocks import Extraction
from praxeo.domain.catalog import table_of
from praxeo.domain.errors import Refused
from praxeo.domain.records import Record
from praxeo.domain.spec import SpecDocument
from praxeo.jobs.nudging import NudgeForJobs
from praxeo.library.settings import SettingsService
from praxeo.outside import Outside
from praxeo.ports.along import AfterSave
from praxeo.ports.authoring import Compiler
from praxeo.ports.jobs import Nudges
from praxeo.ports.metrics import UNMEASURED, Metrics
from praxeo.ports.proving import Checker
from praxeo.proof.checker import AppChecker
from praxeo.wiring.alone import found_ffmpeg, found_tesseract, speech_model, transcoder_of
from praxeo.wiring.cloud import need_sdk
from praxeo.wiring.library import open_library, open_tally
from praxeo.wiring.models import build_ask, build_models
from praxeo.wiring.secrets import at_edge_of, fence_secret_of, ticket_keys_of
from praxeo.wiring.web import open_own_library, open_searches, open_videos, open_web

if TYPE_CHECKING:
    from praxeo.adapters.browser import ChromiumBrowser
    from praxeo.jobs.worker import Worker


def build_praxeo(config: Config, *, restoring: bool = False) -> Praxeo:
    """The whole product on the adapters that the configuration names.

    Raises Refused("bad_setting") for an URL that none of them understands, and as `open_library` does.
    """
    clock = SystemClock()
    nudges = open_nudges(config.queue_url)
    metrics: Metrics = LogMetrics(config.function) if config.function else Registry()
    after_save = _told(metrics, NudgeForJobs(nudges=nudges, clock=clock) if nudges else None)
    records, blobs = open_library(config, after_save, restoring=restoring)
    checker, browser = _checker(config, metrics)
    author = OfflineAuthor()
    engine = found_tesseract(config.tesseract)
    ffmpeg = found_ffmpeg(config.ffmpeg)
    ids = RandomIds(clock)
    settings = SettingsService(records=records, clock=clock, ids=ids)
    models = build_models(
        config.models,
        records=records,
        clock=clock,
        ids=ids,
        settings=settings.of,
        metrics=metrics,
    )

    def prepare() -> None:
        author.prepare()
        if browser:
            browser.prepare()

    tally = open_tally(config)

    def close() -> None:
        if tally:
            tally.close()
        if browser:
            browser.close()
        records.close()

    return build(
        Outside(
            records=records,
            blobs=blobs,
            clock=clock,
            ids=ids,
            read_document=DocumentReader(
                prepare,
                engine,
                "not_here" if config.function else "not_installed",
            ),
            draw_page=PageImages(),
            name_pictures=PagePictures(),
            web=open_web(config, clock),
            searches=open_searches(config, clock),
            own_library=open_own_library(config, records, blobs, clock),
            look_up_video=open_videos(config, clock),
            author=author,
            offering=author.offer,
            text_recognition=engine,
            media_tools=ffmpeg,
            speech=speech_model(config.speech_model),
            transcoder=transcoder_of(ffmpeg, config.encoding_role, config.blobs_url),
            compiler=_compiler(config.web_dir),
            package_page=partial(_package_page, config.web_dir),
            checker=checker,
            upload_bytes_max=config.upload_bytes_max,
            ask=build_ask(models, config.models, records=records, blobs=blobs),
            waive=models.ledger.waive,
            fence_secret=cache(partial(fence_secret_of, config)),
            ticket_keys=ticket_keys_of(config),
            at_edge=at_edge_of(config),
            tally=tally,
            default_route=config.route,
            models=models,
            nudges=nudges,
            metrics=metrics,
            remote=is_remote(config),
            close=close,
        )
    )


def _told(metrics: Metrics, nudge: AfterSave | None) -> AfterSave:
    """Count each save, and nudge workers where there is a queue."""

    def told(saved: Sequence[Record]) -> None:
        metrics.note(praxeo_saves_total=1)
        for record in saved:
            table = {"table": table_of(type(record)).name}
            metrics.note(table, praxeo_saved_records_total=1)
        if nudge:
            nudge(saved)

    return told


def is_remote(config: Config) -> bool:
    """Whether records or blobs are in the cloud."""
    return bool(name_of_url(config.database_url, "dynamodb") or name_of_url(config.blobs_url, "s3"))


def model_faults(config: Config) -> tuple[str, ...]:
    """What is wrong with the configured models, without opening a library."""
    from praxeo.adapters.memory import MemoryRecords

    clock = SystemClock()
    records, ids = MemoryRecords(), RandomIds(clock)
    settings = SettingsService(records=records, clock=clock, ids=ids)
    return build_models(
        config.models, records=records, clock=clock, ids=ids, settings=settings.of
    ).faults()


def open_nudges(url: str) -> Nudges | None:
    """The queue at this QUEUE_URL, or None if there is to be none. Raises Refused("bad_setting")."""
    if not url:
        return None
    if url == "memory:":
        from praxeo.adapters.memory_nudges import MemoryNudges

        return MemoryNudges()
    name = name_of_url(url, "sqs")
    if not name:
        raise Refused("bad_setting", "QUEUE_URL has to be empty, memory: or sqs://name.")
    need_sdk("QUEUE_URL")
    from praxeo.adapters.sqs import SqsNudges

    return SqsNudges(name)


def build_worker(praxeo: Praxeo, name: str, config: Config) -> Worker:
    """A worker that tells itself apart from those of other processes."""
    from praxeo.editing.source_changes.rhythm import visit_due
    from praxeo.jobs.worker import Worker  # an API that takes no jobs starts without it
    from praxeo.ops.upkeep import Upkeep

    outside = praxeo.outside
    upkeep = Upkeep(
        records=outside.records,
        blobs=outside.blobs,
        clock=outside.clock,
        tally=outside.tally,
        visit_due=partial(visit_due, praxeo.source_changes),
    )
    return Worker(praxeo=praxeo, name=f"{name}-{os.getpid()}", lanes=config.lanes, upkeep=upkeep)


@contextmanager
def opened_checker(config: Config) -> Iterator[Checker]:
    """The check alone, for a file that belongs to no library."""
    checker, browser = _checker(config)
    try:
        yield checker
    finally:
        if browser:
            browser.close()


def _checker(
    config: Config,
    metrics: Metrics = UNMEASURED,
) -> tuple[Checker, ChromiumBrowser | None]:
    """The check of apps, and its browser; without one it says so instead of judging."""
    from praxeo.adapters.browser import ChromiumBrowser, find_chromium

    path = find_chromium(config.chromium)
    browser = ChromiumBrowser(path) if path else None

    axe = config.web_dir / "axe" / "axe.min.js"
    checker = AppChecker(
        browser=browser,
        axe=axe.read_text("utf-8") if axe.exists() else "",
        timer=time.monotonic,
        now=SystemClock().now,
        metrics=metrics,
    )
    return checker, browser


def _package_page(web_dir: Path) -> str:
    from praxeo.adapters.runtime_files import load_package_page

    return load_package_page(web_dir / "runtime")


def _compiler(web_dir: Path) -> Compiler:
    def compile_spec(spec: SpecDocument, extraction: Extraction | None) -> str:
        from praxeo.adapters.runtime_files import load_runtime
        from praxeo.compile.app import compile_app

        return compile_app(spec, extraction, runtime=load_runtime(web_dir / "runtime"))

    return compile_spec
