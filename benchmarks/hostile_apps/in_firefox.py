"""Runs one attack in Firefox and prints how it has escaped, as JSON; the stage stands already.

python -m benchmarks.hostile_apps.in_firefox ID SCENE GUARDED
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from benchmarks.hostile_apps.attacks import Attack, attacks
from benchmarks.hostile_apps.firefox import Firefox, firefox
from benchmarks.hostile_apps.stage import Scene
from benchmarks.hostile_apps.watching import BELIEVED, HISTORY_MOST, TYPED, messages

UP_SECONDS, SETTLE_SECONDS = 20, 4
_BOX = "(r => [r.x + r.width / 2, r.y + Math.min(r.height / 2, 300)])(document.querySelector('#attack iframe').getBoundingClientRect())"
_STATE = "typeof told === 'undefined' ? null : [history.length, scrollY, document.getElementById('field').value, told, location.href]"


def main() -> None:
    name, given, guarded = sys.argv[1:]
    attack = next(one for one in attacks() if one.id == name)
    with firefox() as browser:
        print(
            json.dumps(run(browser, attack, Scene(**json.loads(given)), guarded=guarded == "yes"))
        )
        sys.stdout.flush()


def run(browser: Firefox, attack: Attack, scene: Scene, *, guarded: bool) -> list[str]:
    """How the attack has escaped, as far as the browser can see."""
    where = {"context": browser.context}
    browser.ask("browsingContext.navigate", **where, url=scene.page, wait="none")
    browser.until(lambda: bool(_told(browser, "HOSTILE")), UP_SECONDS)
    before = browser.value(_STATE)
    if before is not None:
        _set_off(browser, attack)
        browser.until(lambda: False, SETTLE_SECONDS)
    after = browser.value(_STATE) if before is not None else None
    escapes = list(_escapes(browser, attack, scene, before, after)) if guarded else []
    reported = [one for one in _told(browser, "HOSTILE") if one["escaped"]]
    if attack.oracle in BELIEVED and reported:
        escapes.append(f"reported: {reported[0]['detail'][:60]}")
    if any(one.get("method", "").endswith("userPromptOpened") for one in browser.events):
        escapes.append("dialog")
    return sorted(set(escapes))


def _told(browser: Firefox, word: str) -> list[dict[str, Any]]:
    texts = [
        str(one["params"].get("text", ""))
        for one in browser.events
        if one.get("method") == "log.entryAdded"
    ]
    return [json.loads(text.removeprefix(word)) for text in texts if text.startswith(f"{word} ")]


def _set_off(browser: Firefox, attack: Attack) -> None:
    x, y = (round(one) for one in browser.value(_BOX))
    if attack.trigger == "typing":
        keys = [{"type": kind, "value": key} for key in TYPED for kind in ("keyDown", "keyUp")]
        paced = [step for key in keys for step in (key, {"type": "pause", "duration": 30})]
        _act(browser, _click(20, 10))
        _act(browser, {"type": "key", "id": "keys", "actions": paced})
    elif attack.trigger.startswith(("click", "drag")):
        browser.until(lambda: False, 0.7)  # until what it puts below the pointer is there
        _act(browser, _click(x, y))


def _click(x: int, y: int) -> dict[str, Any]:
    steps = [{"type": "pointerMove", "x": x, "y": y}]
    steps += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
    return {"type": "pointer", "id": "mouse", "actions": steps}


def _act(browser: Firefox, actions: dict[str, Any]) -> None:
    browser.ask("input.performActions", context=browser.context, actions=[actions])


def _escapes(
    browser: Firefox,
    attack: Attack,
    scene: Scene,
    before: list[Any] | None,
    after: list[Any] | None,
) -> Iterator[str]:
    if before is None or after is None:  # it shows another page
        yield "host page moved"
        return
    length, top, value, told, address = after
    if address != scene.page:
        yield "host page moved"
    if length - before[0] > HISTORY_MOST:
        yield f"history grew by {length - before[0]}"
    if top != before[1]:
        yield "host page scrolled"
    if attack.trigger == "typing" and value != TYPED:
        yield f"keys of the host page lost: {value}"
    yield from messages(told)
    if attack.oracle == "works" and not _told(browser, "HONEST"):
        yield "does not work"


if __name__ == "__main__":
    main()
