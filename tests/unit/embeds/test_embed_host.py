"""The embed host: what visitors get, in which encoding, under which headers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Embed, Example
from praxeo.embeds.delivery import best_encoding, iframe_code
from praxeo.embeds.service import Embeds
from praxeo.entrypoints.embed_host import AppBytes, create_embed_host

WRAPPER = (
    '<html lang="%PRAXEO_LANG%"><title>%PRAXEO_TITLE%</title><iframe title="%PRAXEO_TITLE%" '
    'data-embed="%PRAXEO_EMBED%" data-theme="%PRAXEO_THEME%" data-src="%PRAXEO_APP_URL%">'
)


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
    assert f'data-src="/a/{embed.content_hash}"' in reply.text
    assert "&quot;variables&quot;: {&quot;--praxeo-font&quot;: &quot;&#x27;A&#x27;" in reply.text
    assert "%PRAXEO_" not in reply.text


def test_the_wrapper_may_run_its_script_and_frame_its_app_and_nothing_else(
    client: TestClient, embed: Embed
) -> None:
    headers = client.get(f"/e/{embed.id}").headers
    assert headers["content-security-policy"].startswith("default-src 'none';")
    assert "frame-src 'self';" in headers["content-security-policy"]
    assert "connect-src" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["cross-origin-embedder-policy"] == "require-corp"
    assert headers["cache-control"] == "no-cache"


def test_an_app_is_sandboxed_by_its_own_headers(client: TestClient, embed: Embed) -> None:
    reply = client.get(f"/a/{embed.content_hash}")
    policy = reply.headers["content-security-policy"]
    assert policy.startswith("sandbox allow-scripts allow-forms; default-src 'none';")
    assert "allow-same-origin" not in policy
    assert "frame-ancestors" not in policy  # it would keep out hosts that sandbox the frame
    assert reply.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert reply.headers["vary"] == "Accept-Encoding"
    assert reply.text.startswith("<!doctype html><title>one</title>")


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_an_app_comes_compressed_to_whoever_takes_it(
    client: TestClient, embed: Embed, encoding: str
) -> None:
    reply = client.get(f"/a/{embed.content_hash}", headers={"accept-encoding": encoding})
    assert reply.headers["content-encoding"] == encoding
    assert int(reply.headers["content-length"]) < 200
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
    address = f"/e/{embed.id}" if path == "e" else f"/a/{embed.content_hash}"
    tag = client.get(address).headers["etag"]
    again = client.get(address, headers={"if-none-match": f'"other", {tag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag
    assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200


def test_the_tag_of_an_app_is_its_hash(client: TestClient, embed: Embed) -> None:
    assert client.head(f"/a/{embed.content_hash}").headers["etag"] == f'W/"{embed.content_hash}"'


def test_only_a_public_embed_may_be_found_by_search_engines(
    client: TestClient, embeds: Embeds, embed: Embed
) -> None:
    assert client.get(f"/e/{embed.id}").headers["x-robots-tag"] == "noindex"
    embeds.change(local_user(), embed.id, version=embed.version, access="public")
    assert "x-robots-tag" not in client.get(f"/e/{embed.id}").headers


def test_a_withdrawn_app_is_gone_even_for_those_who_know_its_hash(
    client: TestClient, embeds: Embeds, embed: Embed
) -> None:
    client.get(f"/a/{embed.content_hash}")
    embeds.unpublish(local_user(), embed.id, version=embed.version)
    for address in (f"/e/{embed.id}", f"/a/{embed.content_hash}"):
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
    assert f"/a/{newer.content_hash}" in client.get(f"/e/{embed.id}").text
    embeds.roll_back(local_user(), embed.id, version=pinned.version)
    assert f"/a/{embed.content_hash}" in client.get(f"/e/{embed.id}").text


@pytest.mark.parametrize(
    "address",
    [
        "/e/emb_nothing",
        "/e/exa_1",
        "/e/%00",
        "/a/123",
        f"/a/{'0' * 64}",
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


def test_the_code_to_embed_is_safe_to_paste(embed: Embed) -> None:
    code = iframe_code(embed, f"http://apps.test/e/{embed.id}")
    assert f'src="http://apps.test/e/{embed.id}"' in code
    assert 'title="Enzyme &amp; &lt;Co&gt;"' in code
