"""The embed host: what visitors get, in which encoding, under which headers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from praxeo.domain.access import local_user
from praxeo.domain.app_guard import GUARD, GUARD_HASH
from praxeo.domain.app_policy import APP_HEADERS, guarded
from praxeo.domain.records import CodeSnippet, Embed, Example, changed
from praxeo.embeds.delivery import best_encoding
from praxeo.embeds.recent import RecentEmbeds
from praxeo.embeds.service import Embeds
from praxeo.embeds.serving import AppBytes
from praxeo.entrypoints.embed_host import create_embed_host

MakeCode = Callable[..., CodeSnippet]
WRAPPER = (
    '<html lang="%PRAXEO_LANG%"><title>%PRAXEO_TITLE%</title><iframe title="%PRAXEO_TITLE%" '
    'data-embed="%PRAXEO_EMBED%" data-theme="%PRAXEO_THEME%" data-src="%PRAXEO_APP_URL%">'
)


def app_of(embed: Embed) -> str:
    return f"/a/{embed.id}/{embed.content_hash}"


@pytest.fixture
def embed(embeds: Embeds, example: Example) -> Embed:
    return embeds.publish(local_user(), example.id, theme={"--praxeo-font": "'A', serif"})


@pytest.fixture
def client(embeds: Embeds, tmp_path: Path) -> Iterator[TestClient]:
    wrapper = tmp_path / "wrapper.html"
    wrapper.write_text(WRAPPER)
    with TestClient(create_embed_host(embeds, wrapper)) as client:
        client.headers["accept-encoding"] = "identity"
        yield client


def test_the_wrapper_names_its_app_and_escapes_what_it_is_given(
    client: TestClient, embed: Embed
) -> None:
    reply = client.get(f"/e/{embed.id}")
    assert reply.status_code == 200
    assert "<title>Enzyme &amp; &lt;Co&gt;</title>" in reply.text
    assert f'data-src="..{app_of(embed)}"' in reply.text
    assert "&quot;variables&quot;: {&quot;--praxeo-font&quot;: &quot;&#x27;A&#x27;" in reply.text
    assert "%PRAXEO_" not in reply.text


def test_the_wrapper_may_run_its_script_and_frame_its_app_and_nothing_else(
    client: TestClient, embed: Embed
) -> None:
    headers = client.get(f"/e/{embed.id}").headers
    assert headers["content-security-policy"].startswith("default-src 'none';")
    assert f"frame-src http://testserver{app_of(embed)};" in headers["content-security-policy"]
    assert headers["connection-allowlist"] == "(response-origin);webrtc=block"
    assert headers["x-dns-prefetch-control"] == "off"
    assert "picture-in-picture=()" in headers["permissions-policy"]
    assert headers["content-security-policy"].endswith(
        f"connect-src http://testserver/v/{embed.id}"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["cross-origin-embedder-policy"] == "require-corp"
    assert headers["cache-control"] == "private, no-cache"


def test_an_app_is_sandboxed_by_its_own_headers(client: TestClient, embed: Embed) -> None:
    reply = client.get(app_of(embed))
    policy = reply.headers["content-security-policy"]
    assert policy.startswith("sandbox allow-scripts; default-src 'none';")
    assert "allow-same-origin" not in policy
    assert "frame-ancestors" not in policy  # it would keep out hosts that sandbox the frame
    assert {name: reply.headers[name] for name in APP_HEADERS} == APP_HEADERS
    assert reply.headers["connection-allowlist"] == "();webrtc=block"
    assert reply.headers["vary"] == "Accept-Encoding, Sec-Fetch-Dest"
    assert reply.content.startswith(GUARD + b"<!doctype html><title>one</title>")


def test_only_a_public_embed_is_kept_by_caches_that_people_share_and_for_a_minute_at_most(
    client: TestClient, embeds: Embeds, embed: Embed
) -> None:
    assert client.get(app_of(embed)).headers["cache-control"] == (
        "private, max-age=58, must-revalidate"
    )
    embeds.change(local_user(), embed.id, version=embed.version, access="public")
    assert client.get(app_of(embed)).headers["cache-control"] == (
        "public, max-age=0, s-maxage=58, must-revalidate"
    )
    assert "s-maxage=58" in client.get(f"/e/{embed.id}").headers["cache-control"]


def test_an_app_is_served_only_into_a_frame(client: TestClient, embed: Embed) -> None:
    for destination in ("document", "empty", "script", "object", "embed"):
        reply = client.get(
            app_of(embed), headers={"sec-fetch-dest": destination}, follow_redirects=False
        )
        assert reply.status_code == 303
        assert reply.next_request is not None
        assert reply.next_request.url.path == f"/e/{embed.id}"
    assert client.get(app_of(embed), headers={"sec-fetch-dest": "iframe"}).status_code == 200
    assert client.get(app_of(embed)).status_code == 200  # a browser that does not say


def test_equal_bytes_in_two_embeds_never_share_access(
    client: TestClient, embeds: Embeds, embed: Embed, example: Example
) -> None:
    other = embeds.publish(local_user(), example.id)
    assert other.content_hash == embed.content_hash
    embeds.unpublish(local_user(), embed.id, version=embed.version)
    assert client.get(app_of(embed)).status_code == 410
    assert client.get(app_of(other)).status_code == 200
    assert client.get(f"/a/{embed.content_hash}").status_code == 404


@pytest.fixture
def former(embeds: Embeds, embed: Embed) -> Embed:
    """An embed as it was stored before it had an address of its own and a guard."""
    app = embeds.blobs.read(embed.app_blob)
    plain = embeds.blobs.put(f"embeds/{embed.id}", app + b" stored").key
    (saved,) = embeds.records.save(
        changed(embed, embeds.clock.now(), guard="", brotli_blob=plain, gzip_blob=plain)
    )
    embeds.recent.forget(embed.id)
    assert isinstance(saved, Embed)
    return saved


def test_an_address_of_before_leads_to_the_page_or_into_a_frame_to_the_app(
    client: TestClient, former: Embed
) -> None:
    address = f"/a/{former.content_hash}"
    page = client.get(address, headers={"sec-fetch-dest": "document"})
    assert (page.status_code, page.url.path) == (200, f"/e/{former.id}")
    app = client.get(address, headers={"sec-fetch-dest": "iframe"})
    assert (app.status_code, app.url.path) == (200, app_of(former))


def test_an_address_of_before_opens_nothing_that_one_of_its_embeds_has_closed(
    client: TestClient, embeds: Embeds, former: Embed
) -> None:
    twin = changed(former, embeds.clock.now(), id=embeds.ids.new("emb"), version=0)
    embeds.records.save(twin)
    assert client.get(f"/a/{former.content_hash}").status_code == 200
    embeds.unpublish(local_user(), former.id, version=former.version)
    assert client.get(f"/a/{former.content_hash}").status_code == 410
    assert client.get(app_of(twin)).status_code == 200


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_what_was_stored_without_the_guard_is_served_with_it(
    client: TestClient, former: Embed, encoding: str
) -> None:
    reply = client.get(app_of(former), headers={"accept-encoding": encoding})
    assert reply.content.startswith(GUARD)
    assert reply.text.endswith(" one one")


def test_a_page_that_is_a_minute_old_still_finds_its_app(
    client: TestClient, embeds: Embeds, embed: Embed, example: Example, make_code: MakeCode
) -> None:
    newer = make_code(example.id, "<!doctype html>two")
    embeds.pin(local_user(), embed.id, version=embed.version, code_snippet_id=newer.id)
    reply = client.get(app_of(embed))
    assert (reply.status_code, reply.content.endswith(b"two")) == (200, True)
    assert reply.headers["cache-control"] == "no-store"
    assert "etag" not in reply.headers


def test_an_embed_is_seen_until_it_expires(
    client: TestClient, embeds: Embeds, embed: Embed
) -> None:
    for until, status in (("2099-01-01", 200), ("2001-01-01", 410), ("", 200)):
        moment = f"{until}T00:00:00.000000Z" if until else ""
        now = embeds.get(local_user(), embed.id)
        embeds.change(local_user(), embed.id, version=now.version, expires_at=moment)
        for address in (f"/e/{embed.id}", app_of(embed)):
            reply = client.get(address)
            assert (reply.status_code, "That day is over" in reply.text) == (status, status == 410)


def test_a_change_of_another_process_is_seen_within_a_second(
    embeds: Embeds, embed: Embed, tmp_path: Path
) -> None:
    class Later:
        """The clock of the host, which is let go on."""

        seconds = 0.0

        def now(self) -> datetime:
            return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)

    clock = Later()
    host = replace(embeds, clock=clock, recent=RecentEmbeds())
    client = TestClient(create_embed_host(host, tmp_path / "none.html"))
    assert client.get(app_of(embed)).status_code == 200
    embeds.unpublish(local_user(), embed.id, version=embed.version)
    assert client.get(app_of(embed)).status_code == 200
    clock.seconds = 1.0
    assert client.get(app_of(embed)).status_code == 410


def test_behind_a_proxy_the_app_is_framed_at_its_public_address(
    embeds: Embeds, embed: Embed, tmp_path: Path
) -> None:
    (tmp_path / "wrapper.html").write_text(WRAPPER)
    host = create_embed_host(
        embeds, tmp_path / "wrapper.html", embed_url="https://school.example/apps"
    )
    policy = TestClient(host).get(f"/e/{embed.id}").headers["content-security-policy"]
    assert f"frame-src https://school.example/apps{app_of(embed)};" in policy


@pytest.mark.parametrize("host", ["x; script-src *", "a b", "é", ""])
def test_a_host_name_cannot_add_to_the_policy(client: TestClient, embed: Embed, host: str) -> None:
    reply = client.get(f"/e/{embed.id}", headers={b"host": host.encode("utf-8")})
    policy = reply.headers["content-security-policy"]
    assert f"frame-src http://host.invalid{app_of(embed)};" in policy
    assert "script-src *" not in policy


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_an_app_comes_compressed_to_whoever_takes_it(
    client: TestClient, embed: Embed, encoding: str
) -> None:
    reply = client.get(app_of(embed), headers={"accept-encoding": encoding})
    assert reply.headers["content-encoding"] == encoding
    assert int(reply.headers["content-length"]) < 900
    assert reply.text.endswith(" one one")


@pytest.mark.parametrize(
    ("accepted", "best"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("*;q=0", ""),
        ("br;q=zero", ""),
        ("identity", ""),
        ("", ""),
    ],
)
def test_the_best_encoding_that_is_accepted_is_chosen(accepted: str, best: str) -> None:
    assert best_encoding(accepted) == best


@pytest.mark.parametrize("path", ["e", "a"])
def test_what_a_visitor_has_already_is_not_sent_again(
    client: TestClient, embed: Embed, path: str
) -> None:
    address = f"/e/{embed.id}" if path == "e" else app_of(embed)
    tag = client.get(address).headers["etag"]
    again = client.get(address, headers={"if-none-match": f'"other", {tag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag
    assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200


def test_the_tag_of_an_app_names_its_hash_and_its_guard(client: TestClient, embed: Embed) -> None:
    reply = client.head(app_of(embed))
    assert reply.headers["etag"] == f'W/"{embed.content_hash}-{GUARD_HASH}"'
    assert (reply.content, int(reply.headers["content-length"]) > 500) == (b"", True)


def test_pages_get_the_script_that_fits_frames_and_ask_for_it_again_after_a_while(
    embeds: Embeds, tmp_path: Path
) -> None:
    (tmp_path / "embed.js").write_text("(()=>{})()")
    client = TestClient(create_embed_host(embeds, tmp_path / "wrapper.html"))
    reply = client.get("/embed.js")
    assert (reply.status_code, reply.text) == (200, "(()=>{})()")
    assert reply.headers["content-type"] == "text/javascript; charset=utf-8"
    assert reply.headers["cache-control"] == "public, max-age=300"
    assert reply.headers["cross-origin-resource-policy"] == "cross-origin"
    again = client.get("/embed.js", headers={"if-none-match": reply.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_only_a_public_embed_may_be_found_by_search_engines(
    client: TestClient, embeds: Embeds, embed: Embed
) -> None:
    assert client.get(f"/e/{embed.id}").headers["x-robots-tag"] == "noindex"
    embeds.change(local_user(), embed.id, version=embed.version, access="public")
    assert "x-robots-tag" not in client.get(f"/e/{embed.id}").headers


def test_a_withdrawn_app_is_gone_even_for_those_who_know_its_hash(
    client: TestClient, embeds: Embeds, embed: Embed
) -> None:
    client.get(app_of(embed))
    embeds.unpublish(local_user(), embed.id, version=embed.version)
    for address in (f"/e/{embed.id}", app_of(embed)):
        reply = client.get(address)
        assert reply.status_code == 410
        assert "has been withdrawn" in reply.text
        assert reply.headers["cache-control"] == "no-store"


def test_a_roll_back_is_seen_at_the_same_address(
    client: TestClient,
    embeds: Embeds,
    embed: Embed,
    example: Example,
    make_code: Callable[..., CodeSnippet],
) -> None:
    newer = make_code(example.id, "two")
    pinned = embeds.pin(local_user(), embed.id, version=embed.version, code_snippet_id=newer.id)
    assert f"/{newer.content_hash}" in client.get(f"/e/{embed.id}").text
    embeds.roll_back(local_user(), embed.id, version=pinned.version)
    assert app_of(embed) in client.get(f"/e/{embed.id}").text


def test_a_roll_back_is_seen_within_five_seconds_where_another_process_serves_it(
    embeds: Embeds,
    embed: Embed,
    example: Example,
    make_code: Callable[..., CodeSnippet],
    tmp_path: Path,
) -> None:
    (tmp_path / "other.html").write_text("%PRAXEO_APP_URL%")
    elsewhere = replace(embeds, recent=RecentEmbeds())
    other = TestClient(create_embed_host(elsewhere, tmp_path / "other.html"))
    newer = make_code(example.id, "two")
    pinned = embeds.pin(local_user(), embed.id, version=embed.version, code_snippet_id=newer.id)
    assert f"/{newer.content_hash}" in other.get(f"/e/{embed.id}").text
    begun = time.monotonic()
    embeds.roll_back(local_user(), embed.id, version=pinned.version)
    while app_of(embed) not in other.get(f"/e/{embed.id}").text:
        assert time.monotonic() - begun < 5
    assert other.get(app_of(embed)).text.endswith("one")


@pytest.mark.parametrize(
    "address",
    [
        "/e/emb_nothing",
        "/e/exa_1",
        "/e/%00",
        "/a/123",
        f"/a/{'0' * 64}",
        f"/a/emb_01arz3ndektsv4rrffq69g5fav/{'0' * 64}",
        f"/a/{'0' * 64}/{'0' * 64}",
        "/a//",
        "/other",
        "/e/",
        "/e/../a",
    ],
)
def test_an_unknown_address_is_answered_with_a_page_that_a_person_understands(
    client: TestClient, address: str
) -> None:
    reply = client.get(address)
    assert reply.status_code == 404
    assert "<h1>There is no learning app here</h1>" in reply.text
    assert reply.headers["content-security-policy"].startswith("default-src 'none'")


def test_notices_are_in_the_language_of_the_visitor(client: TestClient) -> None:
    reply = client.get("/e/emb_nothing", headers={"accept-language": "de-AT,de;q=0.9"})
    assert "Hier gibt es keine Lern-App" in reply.text


def test_nothing_can_be_sent_to_the_host(client: TestClient, embed: Embed) -> None:
    assert client.post(f"/e/{embed.id}").status_code == 405


def test_without_a_built_front_end_the_host_says_so(
    embeds: Embeds, embed: Embed, tmp_path: Path
) -> None:
    client = TestClient(create_embed_host(embeds, tmp_path / "missing.html"))
    reply = client.get(f"/e/{embed.id}")
    assert reply.status_code == 503
    assert reply.headers["retry-after"] == "60"


def test_the_apps_in_memory_never_take_more_than_their_share(embeds: Embeds) -> None:
    keys = [embeds.blobs.put("embeds/emb_1", bytes([n]) * 40).key for n in range(5)]
    cache = AppBytes(embeds.blobs, limit=100)
    for key in (*keys, keys[4], keys[0]):
        assert len(cache.read(key)) == 40
    assert list(cache._kept) == [keys[4], keys[0]]
    assert cache._size == 80


def test_the_guard_comes_before_anything_of_the_app() -> None:
    for app in (b"<!doctype html><p>", b"\xef\xbb\xbf<!doctype html><p>", b"<script>x()</script>"):
        assert guarded(app) == GUARD + app.removeprefix(b"\xef\xbb\xbf")
    assert GUARD.startswith(b"<!doctype html><script>")
    assert b"\n" not in GUARD  # else the lines of the app would be counted anew
