"""Evaluates the configured models: each writes the apps of the benchmark's specs, and mends what failed.

Prompts, ways of mending and their order, check and caps are the product's own. Whether an app is right is
what its spec's acceptance tests say.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from apps.pages import App

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.authors.model.changes import Broken, Coded
from praxeo.authors.model.coder import ModelCoder
from praxeo.authors.prompts.rendering import Fence
from praxeo.config import read_config
from praxeo.domain.access import local_user
from praxeo.domain.checks import CheckReport
from praxeo.domain.errors import PraxeoError, Refused
from praxeo.domain.model_records import LedgerEntry
from praxeo.domain.spec import SpecDocument
from praxeo.generation.repair_order import ends_repairs, is_better, repair_after, strategy_of
from praxeo.library.settings import SettingsService
from praxeo.ports.models import Ask, ModelRun
from praxeo.ports.proving import Checker
from praxeo.ports.records import RecordStore
from praxeo.spec.text import parse_spec
from praxeo.wiring.models import build_ask, build_models

APP_CAP_MICRODOLLARS = 2_000_000  # of one app with its repairs


@dataclass(frozen=True)
class Written:
    """How one app came out. `right_after` counts the repairs until its check passed, None if it never did."""

    app: str
    family: str
    right_after: int | None
    told: str  # what the last check said, or why there is no app


@dataclass
class Models:
    """The models that the environment names, asked as Praxeo asks them."""

    ask: Ask
    records: RecordStore
    names: tuple[str, ...]
    number: int = field(default=0)

    def dollars(self) -> float:
        """What has been spent so far."""
        spent, cursor = 0, ""
        while True:
            page = self.records.list(LedgerEntry, {"owner": "local"}, cursor=cursor, limit=200)
            spent += sum(entry.price_microusd for entry in page.records)
            if not page.cursor:
                return spent / 1e6
            cursor = page.cursor


def models_of(environment: Mapping[str, str] = os.environ) -> Models:
    """Raises SystemExit where no model is configured."""
    config = read_config(environment).models
    records, clock = MemoryRecords(), SystemClock()
    parts = {"records": records, "clock": clock, "ids": RandomIds(clock)}
    settings = SettingsService(**parts)  # type: ignore[arg-type]
    stored = settings.get(local_user())
    settings.change(
        local_user(), version=stored.version, run_cap_microusd=APP_CAP_MICRODOLLARS,
        day_cap_microusd=10**9, month_cap_microusd=10**9,
    )  # fmt: skip
    models = build_models(
        replace(config, day_cap_microusd=10**9), **parts, settings=settings.of  # type: ignore[arg-type]
    )  # fmt: skip
    ask = build_ask(models, config, records=records, blobs=MemoryBlobs())
    if ask is None:
        raise SystemExit("Set PRAXEO_MODELS and a key first; docs/guide/models.md says how.")
    return Models(ask, records, tuple(listed.model for listed in models.listed(local_user())))


def evaluate(apps: Iterable[App], models: Models, checker: Checker) -> Iterator[Written]:
    """Have each spec's app written, checked and, up to three times, mended."""
    coder = ModelCoder(ask=models.ask, fence=Fence(b"the secret of this benchmark"))
    for app in apps:
        models.number += 1
        run = ModelRun(
            owner="local",
            example_id=f"exa_{models.number}",
            job_id=f"job_{models.number}",
            cap_microusd=APP_CAP_MICRODOLLARS,
        )
        right_after, told = _written(coder, parse_spec(app.spec), checker, run)
        yield Written(app.name, app.family, right_after, told)


def _written(
    coder: ModelCoder, document: SpecDocument, checker: Checker, run: ModelRun
) -> tuple[int | None, str]:
    try:
        coded = coder.write(document, None, run=run)
    except PraxeoError as trouble:
        return None, f"{trouble.code}: {trouble.message}"
    best, passed = _checked(coded, document, checker)
    if passed:
        return 0, best.report.summary
    told = best.report.summary
    number = repair_after(0)
    while number:
        strategy = strategy_of(number)
        try:
            mended = coder.mend(strategy, document, None, best, run=run)
        except Refused as refused:
            told = f"{told} ({strategy.name}: {refused.code})"
            number = 0 if ends_repairs(refused) else repair_after(number)
            continue
        except PraxeoError as trouble:
            return None, f"{trouble.code}: {trouble.message}"
        now, passed = _checked(mended, document, checker)
        if passed:
            return number, now.report.summary
        if is_better(now.report.finding_count, best.report.finding_count):
            best = now
        number = repair_after(number)
    return None, told


def _checked(coded: Coded, document: SpecDocument, checker: Checker) -> tuple[Broken, bool]:
    outcome = checker(coded.html, progress=lambda _share: None, spec=document)
    pictures = [each.png for each in outcome.pictures if each.name == "desktop"]
    report = CheckReport.from_json(outcome.report.decode())
    broken = Broken(html=coded.html, report=report, picture=pictures[0] if pictures else b"")
    return broken, outcome.status == "passed"


def table(written: list[Written], models: Models) -> str:
    """What came of it: one line an app that was not right at once, then the rates."""
    lines = [
        f"{each.app} ({each.family}): "
        + (f"right after repair {each.right_after}" if each.right_after else f"not right: {each.told}")
        for each in written
        if each.right_after != 0
    ]  # fmt: skip
    count = len(written)
    at_once = sum(each.right_after == 0 for each in written)
    at_last = sum(each.right_after is not None for each in written)
    lines.append(
        f"{', '.join(models.names)}: {count} apps; fully right without repair {at_once} ({at_once / count:.1%}), "
        f"with repair {at_last} ({at_last / count:.1%}); ${models.dollars():.2f}"
    )
    return "\n".join(lines)
