"""How many planted faults the check of bespoke apps catches, and how often it cries without need.

`python benchmarks/generation/run.py` prints a table by kind of fault; `--check` exits with 1 below the
figures that Praxeo promises. With `--model` the models of PRAXEO_MODELS write the apps instead, and the share that
is fully right without and with repair is printed. benchmarks/generation/README.md says how the apps, tests and faults were made.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import live  # noqa: E402
from apps import computing, maths, physics, practice, timing  # noqa: E402
from apps.pages import App  # noqa: E402
from faults import GENERAL, plants_in  # noqa: E402

from praxeo.adapters.browser import ChromiumBrowser, find_chromium  # noqa: E402
from praxeo.adapters.clock import SystemClock  # noqa: E402
from praxeo.proof.checker import ENOUGH_FINDINGS, AppChecker  # noqa: E402
from praxeo.spec.text import parse_spec  # noqa: E402

AXE = HERE.parents[1] / "web" / "dist" / "axe" / "axe.min.js"
LEAST_CAUGHT = 0.95
MOST_FALSE_ALARMS = 0.02
GENERAL_FAULTS = 2  # of the faults for any app, planted into each app, each app others
ANSWER_SECONDS = 15.0  # seconds; an endless loop is waited for so long
LOT = 4  # apps that are checked in one browser


@dataclass(frozen=True)
class Trial:
    """One app to be checked: as it is (`fault` is "") or with a fault."""

    app: str
    family: str
    fault: str
    kind: str
    spec: str
    html: str


@dataclass(frozen=True)
class Verdict:
    """What the check said of a trial."""

    trial: Trial
    status: str
    summary: str
    codes: tuple[str, ...]
    seconds: float


def all_apps() -> tuple[App, ...]:
    """The apps of the benchmark, in order."""
    return tuple(
        app for module in (physics, maths, computing, practice, timing) for app in module.apps()
    )


def trials(apps: Iterable[App]) -> Iterator[Trial]:
    """Every app as it is, then with each of its own faults and some of the general ones."""
    kinds = list(GENERAL)
    turn = 0
    for app in apps:
        yield Trial(app.name, app.family, "", "", app.spec, app.html)
        for number, planted in enumerate(app.faults, 1):
            if app.html.count(planted.old) != 1 or planted.old == planted.new:
                raise ValueError(f"{app.name}: the fault {planted} does not change one place")
            html = app.html.replace(planted.old, planted.new)
            yield Trial(app.name, app.family, f"own {number}: {planted.old[:40]!r}", planted.kind, app.spec, html)  # fmt: skip
        done = 0
        while done < GENERAL_FAULTS:
            kind = kinds[turn % len(kinds)]
            turn += 1
            changed = plants_in(kind, app.html)
            if changed is not None:
                done += 1
                yield Trial(app.name, app.family, "general", kind, app.spec, changed)


def check_all(chosen: list[Trial]) -> list[Verdict]:
    """Check these apps one after the other in one browser."""
    with checking(enough=1) as checker:
        return [_checked(checker, trial) for trial in chosen]


@contextmanager
def checking(*, enough: int) -> Iterator[AppChecker]:
    """The product's check in a browser of its own; it looks no further after `enough` findings."""
    path = find_chromium()
    if path is None:
        raise SystemExit("No Chromium was found (Debian: apt install chromium).")
    browser = ChromiumBrowser(path, answer_seconds=ANSWER_SECONDS)
    try:
        yield AppChecker(
            browser=browser,
            axe=AXE.read_text("utf-8"),
            timer=time.monotonic,
            now=SystemClock().now,
            enough=enough,
        )
    finally:
        browser.close()


def evaluate_models(only: str) -> None:
    """Have the configured models write the apps, and print how many are right."""
    apps = [app for app in all_apps() if only in app.name or only in app.family]
    models, written = live.models_of(), list[live.Written]()
    with checking(enough=ENOUGH_FINDINGS) as checker:
        for each in live.evaluate(apps, models, checker):
            written.append(each)
            print(f"{len(written)} of {len(apps)}: {each}", file=sys.stderr, flush=True)
    print(live.table(written, models))


def _checked(checker: AppChecker, trial: Trial) -> Verdict:
    start = time.monotonic()
    outcome = checker(trial.html, progress=lambda _share: None, spec=parse_spec(trial.spec))
    codes = tuple(each["code"] for each in json.loads(outcome.report)["findings"])
    return Verdict(trial, outcome.status, outcome.summary, codes, time.monotonic() - start)


def caught(verdicts: Iterable[Verdict]) -> tuple[int, int, int, int]:
    """Faults planted and caught, sound apps and those that were called faulty."""
    faulty = [each for each in verdicts if each.trial.kind]
    sound = [each for each in verdicts if not each.trial.kind]
    return (
        len(faulty),
        sum(each.status == "failed" for each in faulty),
        len(sound),
        sum(each.status != "passed" for each in sound),
    )


def surprising(verdict: Verdict) -> bool:
    """Whether a fault was missed, or a sound app called faulty."""
    return verdict.status != ("failed" if verdict.trial.kind else "passed")


def _surprise(verdict: Verdict) -> str:
    trial = verdict.trial
    what = "missed" if trial.kind else "false alarm"
    return f"{what}: {trial.app}, {trial.kind or 'as it is'} {trial.fault}: {verdict.summary}"


def _print(verdicts: list[Verdict]) -> None:
    kinds: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.trial.kind:
            kinds[verdict.trial.kind].append(verdict)
    print(f"{'fault':28} planted caught  told as")
    for kind, each in sorted(kinds.items()):
        codes = sorted({verdict.codes[0] for verdict in each if verdict.codes})
        hits = sum(verdict.status == "failed" for verdict in each)
        print(f"{kind:28} {len(each):7} {hits:6}  {', '.join(codes)}")
    for verdict in filter(surprising, verdicts):
        print(_surprise(verdict))
    for what, chosen in (("sound", False), ("faulty", True)):
        spent = sorted(v.seconds for v in verdicts if bool(v.trial.kind) is chosen)
        if spent:
            print(f"a check of a {what} app: median {spent[len(spent) // 2]:.1f} s, longest {spent[-1]:.1f} s")  # fmt: skip


def main() -> int:
    """Run the benchmark; 1 if it is to be checked and misses its figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="exit with 1 below the figures")
    options.add_argument("--only", default="", help="a part of an app's or a family's name")
    options.add_argument("--sound", action="store_true", help="only the apps as they are")
    options.add_argument("--jobs", type=int, default=2, help="browsers at the same time")
    options.add_argument("--model", action="store_true", help="have the models of PRAXEO_MODELS write the apps")  # fmt: skip
    given = options.parse_args()
    if given.model:
        evaluate_models(given.only)
        return 0
    chosen = [
        trial
        for trial in trials(all_apps())
        if (given.only in trial.app or given.only in trial.family) and not (given.sound and trial.kind)
    ]  # fmt: skip
    count = -(-len(chosen) // LOT)
    lots = [chosen[start::count] for start in range(count)]  # each a sample of all
    verdicts: list[Verdict] = []
    with ProcessPoolExecutor(given.jobs) as pool:
        for lot in as_completed([pool.submit(check_all, lot) for lot in lots]):
            verdicts += lot.result()
            planted, hits, sound, alarms = caught(verdicts)
            told = (
                f"{hits} of {planted} faults caught, {alarms} of {sound} sound apps called faulty"
            )
            print(f"{len(verdicts)} of {len(chosen)}: {told}", file=sys.stderr, flush=True)
            for verdict in lot.result():
                if surprising(verdict):
                    print(f"  {_surprise(verdict)}", file=sys.stderr, flush=True)
    _print(verdicts)
    planted, hits, sound, alarms = caught(verdicts)
    rate = hits / planted if planted else 1.0
    alarmed = alarms / sound if sound else 0.0
    families = len({verdict.trial.family for verdict in verdicts})
    print(
        f"{sound} apps of {families} families; {planted} faults, {hits} caught ({rate:.1%}); "
        f"{alarms} false alarms ({alarmed:.1%})"
    )
    return int(given.check and (rate < LEAST_CAUGHT or alarmed > MOST_FALSE_ALARMS))


if __name__ == "__main__":
    sys.exit(main())
