"""Behind a cache that many people share: what a rule forbids is gone within a minute: page, bytes, picture, oEmbed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hand_clock import HandClock
from starlette.testclient import TestClient

from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Embed, Example, Screenshot, changed
from praxeo.embeds.service import Embeds
from praxeo.embeds.tickets import Tickets
from praxeo.entrypoints.embed_host import create_embed_host

START = datetime(2030, 1, 1, tzinfo=UTC)
CHANGES: dict[str, Callable[[Embeds, Embed], object]] = {
    "withdrawn": lambda embeds, embed: embeds.unpublish(
        local_user(), embed.id, version=embed.version
    ),
    "expired": lambda embeds, embed: embeds.change(
        local_user(), embed.id, version=embed.version, expires_at="2030-01-01T00:00:00.000000Z"
    ),
    "deleted": lambda embeds, embed: embeds.delete(local_user(), embed.id, version=embed.version),
    "given a password": lambda embeds, embed: embeds.change(
        local_user(), embed.id, version=embed.version, access="password", password="Blattgrün"
    ),
    "opened by links alone": lambda embeds, embed: embeds.change(
        local_user(), embed.id, version=embed.version, access="link"
    ),
}
GONE = {"withdrawn": 410, "expired": 410, "deleted": 404}


@dataclass
class SharedCache:
    """Keeps what it may, for as long as it may, by path and by the headers that answers vary by."""

    host: TestClient
    clock: HandClock
    wrapper: Path
    kept: dict[tuple[str, str], tuple[datetime, int]] = field(default_factory=dict)
    asked: int = 0

    def get(self, path: str, destination: str) -> int:
        """The status that a visitor gets."""
        key = (path, destination)
        if key in self.kept and self.clock.time < self.kept[key][0]:
            return self.kept[key][1]
        self.asked += 1
        answer = self.host.get(
            path, headers={"sec-fetch-dest": destination}, follow_redirects=False
        )
        control = answer.headers["cache-control"]
        seconds = re.search(r"s-maxage=(\d+)", control) or re.search(r"max-age=(\d+)", control)
        if "public" in control and seconds:
            until = self.clock.time + timedelta(seconds=int(seconds.group(1)))
            self.kept[key] = (until, answer.status_code)
        return answer.status_code


@pytest.fixture
def cache(embeds: Embeds, tmp_path: Path) -> SharedCache:
    (tmp_path / "wrapper.html").write_text("<title>%PRAXEO_TITLE%</title>")
    clock = HandClock(START)
    host = create_embed_host(replace(embeds, clock=clock), tmp_path / "wrapper.html")
    return SharedCache(TestClient(host), clock, tmp_path / "wrapper.html")


@pytest.fixture
def example(example: Example, embeds: Embeds) -> Example:
    """One whose check took a picture."""
    snippet = embeds.records.get(CodeSnippet, example.code_snippet_id)
    assert snippet is not None
    shot = Screenshot(
        name="desktop", width=9, height=9, blob=embeds.blobs.put("examples/exa_1", b"png").key
    )
    embeds.records.save(changed(snippet, START, screenshots=(shot,)))
    return example


@pytest.mark.parametrize("access", ["public", "unlisted"])
@pytest.mark.parametrize("change", CHANGES)
def test_page_and_bytes_are_refused_within_a_minute_through_a_cache(
    embeds: Embeds, example: Example, cache: SharedCache, access: str, change: str
) -> None:
    embed = embeds.publish(local_user(), example.id, access=access)  # type: ignore[arg-type]
    app, picture = f"/a/{embed.id}/{embed.content_hash}", f"/i/{embed.id}/1"
    told = f"/oembed?url=http://testserver/e/{embed.id}"
    visits = [(f"/e/{embed.id}", "iframe"), (app, "iframe"), (picture, "image"), (told, "empty")]
    assert [cache.get(*visit) for visit in visits] == [200, 200, 200, 200]
    CHANGES[change](embeds, embed)
    cache.clock.time += timedelta(seconds=60)
    gone = GONE.get(change, 403)
    # The page of what is closed is its door, which tells nothing.
    page, of_told = (200, 401) if gone == 403 else (gone, 404)
    assert [cache.get(*visit) for visit in visits] == [page, gone, gone, of_told]
    if page == 200:
        assert example.title not in cache.host.get(f"/e/{embed.id}").text


def test_a_changed_password_and_a_revocation_void_what_was_given_out_within_a_minute(
    embeds: Embeds, example: Example, cache: SharedCache
) -> None:
    embeds = replace(embeds, clock=cache.clock, tickets=Tickets(lambda: [b"a key of tests"]))
    host = TestClient(create_embed_host(embeds, cache.wrapper))
    for change in ("password", "revoke"):
        embed = embeds.publish(local_user(), example.id)
        embed = embeds.change(
            local_user(), embed.id, version=embed.version, access="password", password="Blattgrün"
        )
        opened = host.post(f"/t/{embed.id}", json={"password": "Blattgrün"}).json()
        shared = SharedCache(host, cache.clock, cache.wrapper)
        assert shared.get(f"/{opened['app']}", "iframe") == 200
        if change == "revoke":
            embeds.revoke(local_user(), embed.id, version=embed.version)
        else:
            embeds.change(local_user(), embed.id, version=embed.version, password="Blattrot")
        cache.clock.time += timedelta(seconds=2)  # long before the ticket ends
        assert shared.get(f"/{opened['app']}", "iframe") == 403
        assert host.post(f"/t/{embed.id}", json={"ticket": opened["ticket"]}).status_code == 403


def test_pages_of_another_domain_are_told_to_be_shut_out_within_a_minute(
    embeds: Embeds, example: Example, cache: SharedCache
) -> None:
    embed = embeds.publish(local_user(), example.id, access="public")
    address = f"/e/{embed.id}"
    assert cache.get(address, "iframe") == 200
    for domain in ("old.example", "new.example"):
        before = embeds.get(local_user(), embed.id)
        embeds.change(local_user(), embed.id, version=before.version, domains=[domain])
        cache.clock.time += timedelta(seconds=60)
        asked = cache.asked
        assert cache.get(address, "iframe") == 200
        assert cache.asked == asked + 1  # not from what was kept
        policy = cache.host.get(address).headers["content-security-policy"]
        assert policy.endswith(f"frame-ancestors 'self' {domain}")
    assert cache.get(address, "document") == 403


def test_a_cache_answers_for_a_minute_and_keeps_nothing_that_is_not_public(
    embeds: Embeds, example: Example, cache: SharedCache
) -> None:
    public = embeds.publish(local_user(), example.id, access="public")
    unlisted = embeds.publish(local_user(), example.id)
    for _ in range(10):
        cache.get(f"/e/{public.id}", "iframe")
        cache.get(f"/a/{public.id}/{public.content_hash}", "iframe")
    assert cache.asked == 2
    for _ in range(10):
        cache.get(f"/e/{unlisted.id}", "iframe")
        cache.get(f"/a/{unlisted.id}/{unlisted.content_hash}", "iframe")
    assert cache.asked == 22


def test_a_cache_does_not_give_a_frame_what_a_page_got(
    embeds: Embeds, example: Example, cache: SharedCache
) -> None:
    public = embeds.publish(local_user(), example.id, access="public")
    address = f"/a/{public.id}/{public.content_hash}"
    assert [cache.get(address, each) for each in ("document", "iframe", "document")] == [
        303,
        200,
        303,
    ]
