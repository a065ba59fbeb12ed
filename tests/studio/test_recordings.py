"""A recording in the studio: prepared when somebody asks for it, then played at the second that an item leads to."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect
from studio_server import MAKING_MS, Served

from devtools.lectures import Style, lecture

SEEK_SECONDS = 0.5  # by which the picture may be away from the second that was asked for


def made(server: Served, data: bytes, said: str) -> tuple[str, str]:
    """The ids of a recording and of the app that was made of it."""
    new = server.post("media_inputs", {"name": "talk.mp4", "captions": said})
    place = f"media_inputs/{new['id']}"
    server.post(f"{place}/content", data, method="PUT")
    server.post(f"{place}/confirm")
    given = {"input_type": "media_input", "input_id": new["id"]}
    example = server.post("examples", given)["id"]
    deadline = time.monotonic() + MAKING_MS / 1000
    while (record := server.get(f"examples/{example}"))["status"] not in ("ready", "failed"):
        assert time.monotonic() < deadline, record
        server.get(f"jobs/{record['job_id']}?wait=10")
    assert record["status"] == "ready", record
    return new["id"], example


def shown_second(page: Page) -> float:
    film = page.locator(".film video")
    return float(film.evaluate("film => film.currentTime"))


def seen(page: Page) -> Any:
    """Whether there is a picture of the second that is shown."""
    return page.wait_for_function(
        "() => { const f = document.querySelector('.film video'); return f && !f.seeking && f.readyState >= 2 }"
    )


def test_a_recording_is_prepared_and_played_at_the_second_that_is_asked_for(
    own_server: Served, page: Page, tmp_path: Path
) -> None:
    talk = lecture(tmp_path / "a.mp4", seed=2, slides=6, seconds=(6, 9), style=Style(theme=1))
    recording, example = made(own_server, talk.path.read_bytes(), talk.captions)
    page.goto(f"{own_server.address}/examples/{example}/source")
    page.get_by_role("button", name="Prepare it for playing").click()
    film = page.locator(".film video")
    expect(film).to_be_visible(timeout=MAKING_MS)
    assert own_server.get(f"media_inputs/{recording}")["preparation"] == "ready"
    seen(page)
    said = film.evaluate("film => [...film.textTracks[0].cues].map(cue => cue.text)")
    assert talk.topics[3].said in said
    assert film.evaluate("film => film.textTracks[0].mode") == "showing"
    parts = page.get_by_role("navigation", name="Parts of the recording").get_by_role("button")
    expect(parts).to_have_count(len(talk.topics))
    expect(parts.first.locator(".film-small")).to_be_visible()
    page.locator(".source-tools input[type=search]").fill(talk.topics[3].said)
    place = page.locator(".source-block", has_text=talk.topics[3].said).locator(".source-place")
    wanted = next(
        block["locator"]["second"]
        for block in own_server.get(f"media_inputs/{recording}/extraction")["blocks"]
        if talk.topics[3].said in block.get("text", "")
    )
    place.first.click()
    page.wait_for_function(
        "second => document.querySelector('.film video').currentTime >= second", arg=wanted - 0.5
    )
    seen(page)
    assert abs(shown_second(page) - wanted) <= SEEK_SECONDS
    page.get_by_label("Speed").select_option("2")
    film.focus()
    page.keyboard.press("k")
    page.wait_for_function(
        "second => document.querySelector('.film video').currentTime > second + 1", arg=wanted
    )
    page.keyboard.press("k")
    assert film.evaluate("film => [film.paused, film.playbackRate]") == [True, 2]
    page.keyboard.press("c")
    assert film.evaluate("film => film.textTracks[0].mode") == "hidden"
