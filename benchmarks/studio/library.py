"""How the studio's library does with 10,000 examples, in a real browser.

    python benchmarks/studio/library.py [EXAMPLES]

Fills a SQLite library, serves it, and prints: the time until the first rows are shown and until all
examples are there, the main thread's work for each keystroke of a search (its longest task), and,
while the list is scrolled from top to end, the frames that took longer than 50 ms and the longest
task. Build the front end first (`make setup`).
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from praxeo.adapters.browser import find_chromium
from praxeo.adapters.sqlite import SqliteRecords
from praxeo.domain.ids import format_id
from praxeo.domain.records import Example, Project, created

EXAMPLES = 10_000
BATCH = 90
WORDS = ("Cell", "River", "Vote", "Poem", "Atom", "Trade", "Tide", "Law", "Vaccine", "Rhythm")
QUERY = "river 77"
SCROLL_STEPS, SCROLL_PX = 120, 900
START = datetime(2026, 1, 1, tzinfo=UTC)
WATCH = """() => {
  window.tasks = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.tasks.push(entry.duration)
  }).observe({ type: 'longtask', buffered: true })
}"""
# Frames are timed where they are drawn; `tasks` are all longer than 50 ms, by their definition.
SCROLL = """async ([steps, pixels]) => {
  window.tasks = []
  const frames = []
  let last = performance.now()
  for (let step = 0; step < steps; step += 1) {
    window.scrollBy(0, pixels)
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    frames.push(now - last)
    last = now
  }
  return { frames, tasks: window.tasks }
}"""


def fill(path: Path, count: int) -> None:
    """A library of this many examples with titles, tags and states as people have them."""
    records = SqliteRecords(path)
    shelf = created(Project, START, id=format_id("prj", 0, 1), owner="local", name="Shelf")
    records.save(shelf)
    batch: list[Example] = []
    for number in range(count):
        first, second = WORDS[number % 10], WORDS[number // 10 % 10]
        batch.append(
            created(
                Example,
                START + timedelta(minutes=number),
                id=format_id("exa", number + 1, number),
                owner="local",
                project_id=shelf.id,
                title=f"{first} and {second} {number}",
                input_type="document_input",
                input_id=format_id("doc", number + 1, number),
                status="failed" if number % 50 == 0 else "ready",
                tags=(first, "Exam") if number % 3 == 0 else (),
            )
        )
        if len(batch) == BATCH or number == count - 1:
            records.save(*batch)
            batch = []
    records.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def measure(page: Page, address: str, count: int) -> None:
    """Print what the library does."""
    page.add_init_script(f"({WATCH})()")
    begun = time.monotonic()
    page.goto(f"{address}/library", wait_until="commit")
    page.locator(".library-rows li").first.wait_for(timeout=60_000)
    print(f"first rows shown      {1000 * (time.monotonic() - begun):8.0f} ms")
    page.get_by_text(f"{count} examples", exact=True).wait_for(timeout=120_000)
    print(f"all {count} there     {1000 * (time.monotonic() - begun):8.0f} ms")
    search = page.get_by_role("searchbox")
    spent = []
    for character in QUERY:
        page.evaluate("window.tasks = []")
        search.press_sequentially(character)
        page.wait_for_timeout(300)
        spent.append(sum(page.evaluate("window.tasks")))
    print(f"search, long tasks    {statistics.median(spent):8.0f} ms a key (median)")
    print(f"                      {max(spent):8.0f} ms a key (worst)")
    search.fill("")
    page.wait_for_timeout(500)
    seen = page.evaluate(SCROLL, [SCROLL_STEPS, SCROLL_PX])
    slow = [frame for frame in seen["frames"] if frame > 50]
    print(f"scrolling, slow frames{len(slow):8d} of {len(seen['frames'])} (over 50 ms)")
    print(f"scrolling, longest    {max(seen['frames']):8.0f} ms a frame")
    print(f"scrolling, long tasks {len(seen['tasks']):8d}, {sum(seen['tasks']):.0f} ms")


def main() -> int:
    """Fill, serve, measure; 1 without a browser."""
    chromium = find_chromium()
    if chromium is None:
        print("There is no Chromium to measure in (Debian: apt install chromium).")
        return 1
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        fill(Path(folder) / "praxeo.db", count)
        port = free_port()
        variables = {
            **os.environ,
            "PRAXEO_DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/praxeo.db",
            "PRAXEO_PORT": str(port),
            "PRAXEO_EMBED_PORT": str(free_port()),
        }
        server = subprocess.Popen(
            [Path(sys.executable).with_name("praxeo"), "serve"],
            env=variables,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert server.stdout is not None
        server.stdout.readline()
        try:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--headless=new", "--no-sandbox"]
            )
            measure(browser.new_page(), f"http://127.0.0.1:{port}", count)
            browser.close()
        finally:
            server.terminate()
            server.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
