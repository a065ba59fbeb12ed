"""Runs one attack in a page and says how it has escaped."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Error, Page

from benchmarks.hostile_apps.attacks import Attack
from benchmarks.hostile_apps.stage import Scene

UP_MS, SETTLE_MS, ALIVE_MS = 20_000, 3_000, 5_000
TYPED = "correct horse"
KEY_MS, TYPING_SECONDS = 60, 30.0
CRASHED = "crashed"  # some process of the page: that of the app, or that of the page around it
MESSAGES_MOST, HEIGHTS_MOST, HISTORY_MOST = 20, 4, 10
HEIGHTS = range(50, 20_037)  # with the bar below the app
# Where nothing can be seen from outside, the app's word is taken.
BELIEVED = {"bridge", "host", "store", "device", "window", "leak", "focus", "code", "net+store"}


@dataclass
class Seen:
    """What was seen while an attack ran."""

    ran: bool = False
    reported: list[str] = field(default_factory=list)
    honest: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)


@dataclass
class Runner:
    """Runs attacks in pages of one browser context."""

    context: BrowserContext
    settle_ms: int = SETTLE_MS

    def run(self, attack: Attack, scene: Scene, *, guarded: bool = True) -> list[str]:
        """How the attack has escaped, as far as the browser can see. Raises Error if it did not run at all."""
        escapes: list[str] = []
        with self._page() as (page, seen):
            page.goto(scene.page, wait_until="commit")
            page.wait_for_selector("#attack iframe", timeout=UP_MS)
            self._until(page, lambda: seen.ran)
            before = page.evaluate("() => [history.length, scrollY]")
            self._set_off(page, attack, seen)
            page.wait_for_timeout(self.settle_ms)
            escapes = [*self._escapes(page, attack, scene, seen, before)] if guarded else []
        if attack.oracle in BELIEVED:
            escapes += seen.reported[:1]
        return sorted({*escapes, *seen.events})

    @contextmanager
    def _page(self) -> Iterator[tuple[Page, Seen]]:
        page, seen = self.context.new_page(), Seen()

        def listen(message: ConsoleMessage) -> None:
            kind, _, text = message.text.partition(" ")
            if kind == "HONEST":
                seen.honest.append(text)
            if kind != "HOSTILE":
                return
            seen.ran = True
            told = json.loads(text)
            if told["escaped"]:
                seen.reported.append(f"reported: {told['detail'][:60]}")

        def dialog(shown: Dialog) -> None:
            seen.events.append("dialog")
            shown.dismiss()

        page.on("console", listen)
        page.on("dialog", dialog)
        page.on("download", lambda _: seen.events.append("download"))
        page.on("popup", lambda _: seen.events.append("window"))
        try:
            yield page, seen
        except Error as fault:
            if "crashed" not in fault.message:
                raise
            time.sleep(SETTLE_MS / 1_000)  # the stage hears meanwhile whether the page around lives
            seen.events.append(CRASHED)
        finally:
            if (
                CRASHED not in seen.events
            ):  # else what is left of the page is still to be seen alive
                with suppress(Error):
                    page.close()

    def _until(self, page: Page, happened: Callable[[], bool]) -> None:
        for _ in range(UP_MS // 50):
            if happened():
                return
            page.wait_for_timeout(50)
        raise Error("the app did not run")

    def _set_off(self, page: Page, attack: Attack, seen: Seen) -> None:
        box = page.locator("#attack iframe").bounding_box() or {
            "x": 0,
            "y": 0,
            "width": 1,
            "height": 1,
        }
        x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 300)
        if attack.trigger == "typing":
            page.click("#field")
            self._type(page)
        elif attack.trigger == "drag":
            page.mouse.move(x, y)
            page.mouse.down()
            page.mouse.move(x, 5, steps=5)
            page.mouse.up()
        elif attack.trigger.startswith("click"):
            page.wait_for_timeout(700)  # until what it puts below the pointer is there
            page.mouse.click(x, y)
        if attack.trigger == "click+leave":
            page.goto("about:blank")
            seen.ran = True

    def _type(self, page: Page) -> None:
        """Type as a person would. A key may never be acknowledged where focus is taken away under it, and the driver
        has no limit of its own for that: what was typed until then counts."""
        typing = page.keyboard._impl_obj.type(TYPED, delay=KEY_MS)
        with suppress(TimeoutError):
            page._sync(asyncio.wait_for(typing, TYPING_SECONDS))

    def _escapes(
        self, page: Page, attack: Attack, scene: Scene, seen: Seen, before: list[float]
    ) -> Iterator[str]:
        if attack.trigger == "click+leave":
            return
        if page.url != scene.page:
            yield "host page moved"
            return
        page.set_default_timeout(ALIVE_MS)
        try:
            length, top, value, told = page.evaluate(
                "() => [history.length, scrollY, document.getElementById('field').value, told]"
            )
        except Error:
            yield "host page hangs"
            return
        if length - before[0] > HISTORY_MOST:
            yield f"history grew by {length - before[0]:.0f}"
        if top != before[1]:
            yield "host page scrolled"
        if attack.trigger == "typing" and value != TYPED:
            yield f"keys of the host page lost: {value}"
        yield from messages(told)
        yield from _frames(page, scene)
        if attack.oracle == "works":
            yield from _works(attack, seen)


def _frames(page: Page, scene: Scene) -> Iterator[str]:
    """Whether another app or embed is where this one was."""
    for frame in page.frames:
        if not frame.url.startswith(scene.embeds) or frame.parent_frame is page.main_frame:
            continue
        inside = [embed for embed in (scene.own, scene.victim) if embed in frame.url]
        if not inside or not frame.parent_frame or inside[0] not in frame.parent_frame.url:
            yield "swapped"


def _works(attack: Attack, seen: Seen) -> Iterator[str]:
    told: dict[str, object] = {}
    for text in seen.honest:
        told |= json.loads(text)
    bridge, ui = {"stored": True, "loaded": "42"}, {"clicked": True, "image": True}
    if told != (bridge if attack.name == "ok1" else ui):
        yield f"does not work: {told}"


def messages(told: list[dict[str, object]]) -> Iterator[str]:
    """What came through the wrapper that should not have."""
    if not all(one["json"] for one in told):
        yield "more than JSON reached the host"
    if _most_in_a_second(told) > MESSAGES_MOST:
        yield f"flood: {_most_in_a_second(told)} messages in a second"
    heights = [one for one in told if one["type"] == "resize"]
    if _most_in_a_second(heights) > HEIGHTS_MOST:
        yield "too many heights"
    if not all(one["height"] in HEIGHTS for one in heights):
        yield "height out of bounds"
    if any(one["embed"] == "emb_victim" for one in told):
        yield "spoofed"
    swings = Counter(frozenset(str(one["height"]) for one in pair) for pair in pairwise(heights))
    if any(number > MESSAGES_MOST for number in swings.values()):
        yield "height swings"


def _most_in_a_second(told: list[dict[str, object]]) -> int:
    moments = [float(str(one["at"])) for one in told]
    return max((sum(at <= one < at + 990 for one in moments) for at in moments), default=0)
