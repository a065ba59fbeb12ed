"""Runs one attack in a browser of its own and prints how it has escaped, as JSON; the stage stands already.

python -m benchmarks.hostile_apps.one ID SCENE GUARDED
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from benchmarks.hostile_apps.attacks import attacks
from benchmarks.hostile_apps.stage import Scene
from benchmarks.hostile_apps.watching import Runner
from praxeo.adapters.browser import find_chromium

# The program itself: what Debian starts in its place presets that nothing is predicted.
BROWSERS = ("/usr/lib/chromium/chromium", "/usr/lib64/chromium-browser/chromium-browser")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--window-size=1280,900",
    "--ignore-certificate-errors",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
    "about:blank",
)


def main() -> None:
    name, scene, guarded = sys.argv[1:]
    attack = next(one for one in attacks() if one.id == name)
    with _browser() as context:
        runner = Runner(context)
        print(json.dumps(runner.run(attack, Scene(**json.loads(scene)), guarded=guarded == "yes")))
        sys.stdout.flush()


@contextmanager
def _browser() -> Iterator[BrowserContext]:
    """The default context of a fresh profile: others are off the record, where nothing is predicted either."""
    profile = Path(tempfile.mkdtemp())
    (profile / "Default").mkdir()
    (profile / "First Run").touch()
    preferences = {"net": {"network_prediction_options": 0}}
    (profile / "Default" / "Preferences").write_text(json.dumps(preferences))
    path = next((name for name in BROWSERS if Path(name).exists()), find_chromium())
    with sync_playwright() as driver:
        yield driver.chromium.launch_persistent_context(
            str(profile),
            executable_path=path,
            ignore_default_args=True,
            args=[f"--user-data-dir={profile}", *FLAGS],
            no_viewport=True,
        )
    shutil.rmtree(profile, ignore_errors=True)


if __name__ == "__main__":
    main()
