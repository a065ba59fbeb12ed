"""What other sites are told of an embed: its card, its picture, oEmbed; and that its rules hold there, too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Embed, Example, Screenshot, changed
from praxeo.embeds.service import Embeds
from praxeo.entrypoints.embed_host import create_embed_host

PNG = b"\x89PNG\r\n\x1a\n and so on"
ORIGIN = "http://testserver"


class Head(HTMLParser):
    """What a robot reads of a page's head."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.properties: dict[str, str] = {}
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        if tag == "meta":
            self.properties[found.get("property", "")] = found["content"]
        if tag == "link" and found["type"] == "application/json+oembed":
            self.links.append(found["href"])


@pytest.fixture
def embed(embeds: Embeds, example: Example) -> Embed:
    snippet = embeds.records.get(CodeSnippet, example.code_snippet_id)
    assert snippet is not None
    shots = [
        Screenshot(
            name=name, width=1280, height=800, blob=embeds.blobs.put("examples/exa_1", data).key
        )
        for name, data in (("phone", b"small"), ("desktop", PNG))
    ]
    embeds.records.save(changed(snippet, embeds.clock.now(), screenshots=tuple(shots)))
    return embeds.publish(local_user(), example.id)


@pytest.fixture
def client(embeds: Embeds, tmp_path: Path) -> Iterator[TestClient]:
    wrapper = tmp_path / "wrapper.html"
    wrapper.write_text("<html><head><title>%PRAXEO_TITLE%</title>%PRAXEO_CARD%</head></html>")
    with TestClient(create_embed_host(embeds, wrapper)) as client:
        yield client


def asked(client: TestClient, embed: Embed, **more: Any) -> Any:
    return client.get("/oembed", params={"url": f"{ORIGIN}/e/{embed.id}", **more})


def test_a_shared_address_has_a_title_a_sentence_and_the_picture_of_its_app(
    client: TestClient, embed: Embed
) -> None:
    told = Head(client.get(f"/e/{embed.id}").text).properties
    assert told["og:title"] == "Enzyme & <Co>"
    assert told["og:description"].startswith("Eine Lern-App")
    assert told["og:url"] == f"{ORIGIN}/e/{embed.id}"
    picture = client.get(told["og:image"])
    assert (picture.content, picture.headers["content-type"]) == (PNG, "image/png")
    again = client.get(told["og:image"], headers={"if-none-match": picture.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_picture_goes_with_its_embed(client: TestClient, embeds: Embeds, embed: Embed) -> None:
    [picture] = embed.pictures
    assert picture.blob.startswith(f"embeds/{embed.id}")
    embeds.delete(local_user(), embed.id, version=embed.version)
    assert client.get(f"/i/{embed.id}/1").status_code == 404
    with pytest.raises(Exception, match="no"):
        embeds.blobs.read(picture.blob)


def test_an_editor_finds_one_frame_that_fits_its_page(client: TestClient, embed: Embed) -> None:
    [found] = Head(client.get(f"/e/{embed.id}").text).links
    answer = client.get(f"{found}&maxwidth=480&maxheight=300&format=json").json()
    assert answer == asked(client, embed, maxwidth="480", maxheight="300").json()
    assert (answer["version"], answer["type"], answer["title"]) == ("1.0", "rich", embed.title)
    assert (answer["width"], answer["height"]) == (480, 300)
    assert answer["html"].startswith(f'<iframe src="{ORIGIN}/e/{embed.id}"')
    assert 'title="Enzyme &amp; &lt;Co&gt;" width="480" height="300"' in answer["html"]
    assert "<script" not in answer["html"]
    assert "thumbnail_url" not in answer  # it would be wider than the page has room for
    roomy = asked(client, embed).json()
    assert (roomy["width"], roomy["height"], roomy["thumbnail_width"]) == (720, 640, 1280)
    assert client.get(roomy["thumbnail_url"]).content == PNG


@pytest.mark.parametrize("given", ["0", "-5", "x", "１２", "9" * 40, ""])
def test_a_limit_that_is_no_number_of_pixels_breaks_nothing(
    client: TestClient, embed: Embed, given: str
) -> None:
    answer = asked(client, embed, maxwidth=given)
    assert answer.status_code == 200
    assert 0 <= answer.json()["width"] <= 720


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "http://[",
        "http://evil.example/e/ID",
        "http://testserver/a/ID",
        "http://testserver/e/emb_0",
    ],
)
def test_an_address_of_no_app_here_is_not_found(
    client: TestClient, embed: Embed, address: str
) -> None:
    url = address.replace("ID", embed.id)
    assert client.get("/oembed", params={"url": url}).status_code == 404


def test_xml_is_not_spoken(client: TestClient, embed: Embed) -> None:
    assert asked(client, embed, format="xml").status_code == 501


@pytest.mark.parametrize("access", ["link", "password"])
def test_of_what_is_closed_nothing_is_told(
    client: TestClient, embeds: Embeds, embed: Embed, access: str
) -> None:
    embeds.change(local_user(), embed.id, version=embed.version, access=access, password="Blatt")
    page = client.get(f"/e/{embed.id}").text
    assert (Head(page).properties, Head(page).links) == ({}, [])
    assert "Enzyme" not in page
    answer = asked(client, embed)
    assert answer.status_code == 401
    assert "Enzyme" not in json.dumps(answer.json())
    assert client.get(f"/i/{embed.id}/1").status_code == 403


def test_what_belongs_to_certain_pages_is_framed_there_and_has_no_picture(
    client: TestClient, embeds: Embeds, embed: Embed
) -> None:
    embeds.change(local_user(), embed.id, version=embed.version, domains=["school.example"])
    assert "thumbnail_url" not in asked(client, embed).json()
    assert client.get(f"/i/{embed.id}/1").status_code == 404
    assert "og:image" not in Head(client.get(f"/e/{embed.id}").text).properties


def test_behind_a_proxy_all_addresses_are_those_that_visitors_know(
    embeds: Embeds, embed: Embed, tmp_path: Path
) -> None:
    (tmp_path / "wrapper.html").write_text("%PRAXEO_CARD%")
    url = "https://apps.test/below"
    host = create_embed_host(embeds, tmp_path / "wrapper.html", embed_url=url)
    client = TestClient(host)
    assert Head(client.get(f"/e/{embed.id}").text).properties["og:url"] == f"{url}/e/{embed.id}"
    answer = client.get("/oembed", params={"url": f"{url}/e/{embed.id}"}).json()
    assert f'src="{url}/e/{embed.id}"' in answer["html"]
    assert answer["thumbnail_url"].startswith(f"{url}/i/{embed.id}/")


def test_an_app_without_a_picture_has_a_card_without_one(
    client: TestClient, embeds: Embeds, embed: Embed
) -> None:
    embeds.records.save(replace(embed, pictures=()))
    embeds.recent.forget(embed.id)
    assert "thumbnail_url" not in asked(client, embed).json()
    assert client.get(f"/i/{embed.id}/1").status_code == 404
