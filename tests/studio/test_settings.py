"""Preferences in the studio: kept by Praxeo, obeyed by what is made afterwards."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from studio_server import SHORT_TEXT, Served

from devtools.loopback.serving import Exchange, served


def test_defaults_of_embeds_are_kept_and_start_from_the_stored_ones(
    own_server: Served, page: Page
) -> None:
    page.goto(f"{own_server.address}/settings")
    page.get_by_label("New embeds are").select_option("public")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    accent = page.get_by_label("Accent colour")
    accent.fill("#7a1f5c")
    page.get_by_role("region", name="Publish").get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Save")).to_have_attribute("aria-disabled", "true")
    page.reload()
    expect(accent).to_have_value("#7a1f5c")
    stored = own_server.get("settings")
    assert (stored["embed_access"], stored["embed_theme"]) == (
        "public",
        {"--praxeo-accent": "#7a1f5c"},
    )


def test_without_a_model_the_author_is_said_to_be_the_offline_one(
    own_server: Served, page: Page
) -> None:
    page.goto(f"{own_server.address}/settings")
    author = page.get_by_role("region", name="Author")
    expect(author).to_contain_text("This installation has no model.")
    expect(author.get_by_role("radio")).to_have_count(0)
    expect(author.get_by_role("spinbutton")).to_have_count(0)


def test_the_language_changes_at_once_and_is_remembered(own_server: Served, page: Page) -> None:
    page.goto(f"{own_server.address}/settings")
    page.get_by_label(re.compile(r"^Language(?! of scans)")).select_option("de")
    expect(page.get_by_role("heading", level=1)).to_have_text("Einstellungen")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Einstellungen")
    expect(page.locator("html")).to_have_attribute("lang", "de")


def test_a_part_that_cannot_be_fetched_leaves_the_rest_of_the_studio_in_use(
    own_server: Served, page: Page
) -> None:
    page.goto(own_server.address)
    page.route("**/assets/settings-page-*", lambda route: route.abort())
    page.get_by_role("link", name="Settings").click()
    expect(page.get_by_text("This part of the studio could not be loaded.")).to_be_visible()
    page.get_by_role("link", name="Library").click()
    expect(page.get_by_role("heading", name="Library")).to_be_visible()
    page.unroute("**/assets/settings-page-*")
    page.goto(f"{own_server.address}/settings")
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()

    page.goto(own_server.address)
    page.route("**/assets/settings-page-*", lambda route: route.abort())
    own_server.kill()
    page.get_by_role("link", name="Settings").click()
    expect(page.get_by_text("This part of the studio could not be loaded.")).to_be_visible()
    page.unroute("**/assets/settings-page-*")
    own_server.start()  # and nobody has to press anything
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()


def test_a_model_on_this_machine_is_offered_and_chosen_by_one_press(
    tmp_path: Path, page: Page
) -> None:
    def handle(exchange: Exchange) -> None:
        exchange.send_json({"data": [{"id": "qwen3:8b"}]} if "v1" in exchange.path_only else {})

    own = Served(tmp_path / "library")
    with served(handle) as address:
        own.start(PRAXEO_LOCAL_MODELS=f"ollama={address.rpartition(':')[2]}")
        page.goto(own.address)
        page.locator("#start-input").fill(SHORT_TEXT)
        offer = page.get_by_role("region", name="A model on this machine")
        expect(offer).to_contain_text("qwen3:8b (Ollama)")
        offer.get_by_role("button", name="Let it write").click()
        expect(page.get_by_role("radio", name="A model: qwen3:8b")).to_be_checked()
        assert own.get("settings")["local_model"] == "ollama/qwen3:8b"
        page.goto(f"{own.address}/settings")
        expect(page.get_by_role("radio", name="qwen3:8b Ollama")).to_be_checked()
        page.get_by_role("radio", name="None of these").click()
        expect(page.get_by_text("This installation has no model.")).to_be_visible()
        assert own.get("settings")["local_model"] == ""
        own.kill()


def test_where_little_was_found_a_model_on_this_machine_writes_another_app_by_one_press(
    tmp_path: Path, page: Page
) -> None:
    def handle(exchange: Exchange) -> None:
        if exchange.path_only == "/v1/models":
            return exchange.send_json({"data": [{"id": "qwen3:8b"}]})
        return exchange.send_json({"error": {"message": "out of memory"}}, 400)

    own = Served(tmp_path / "library")
    with served(handle) as address:
        own.start(PRAXEO_LOCAL_MODELS=f"ollama={address.rpartition(':')[2]}")
        page.goto(own.address)
        page.locator("#start-input").fill("It went on and on, and nobody knew why it did.\n\n" * 12)
        page.get_by_role("button", name="Make the app").click()
        expect(page.locator(".made-warnings")).to_contain_text("A model would find more in it.")
        first = page.url
        offer = page.get_by_role("region", name="A model on this machine")
        offer.get_by_role("button", name="Let it write another app").click()
        expect(page).not_to_have_url(first)
        expect(page.locator(".made")).to_be_visible()
        newest, before = own.get("examples?limit=2")["records"]
        assert (newest["wanted_author"], before["wanted_author"]) == ("model", "offline")
        assert newest["input_id"] == before["input_id"]
        own.kill()
