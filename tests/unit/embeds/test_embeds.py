"""Publishing: what is shown is pinned to a checked version, and every step can be taken back."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli
import pytest

from praxeo.domain.access import local_user, system_actor
from praxeo.domain.app_policy import guarded
from praxeo.domain.errors import Conflict, NotFound, Refused
from praxeo.domain.records import CodeSnippet, Embed, Example, changed
from praxeo.embeds.service import Embeds, list_keys
from praxeo.embeds.themes import checked_theme, theme_json

MakeCode = Callable[..., CodeSnippet]


def shown(embeds: Embeds, embed: Embed) -> bytes:
    return embeds.blobs.read(embed.app_blob)


def test_a_published_app_is_stored_plain_and_compressed(embeds: Embeds, example: Example) -> None:
    embed = embeds.publish(local_user(), example.id)
    app = shown(embeds, embed)
    assert b"one" in app
    assert brotli.decompress(embeds.blobs.read(embed.brotli_blob)) == guarded(app)
    assert gzip.decompress(embeds.blobs.read(embed.gzip_blob)) == guarded(app)
    assert (embed.access, embed.title, embed.language) == ("unlisted", "Enzyme & <Co>", "de")


def test_a_new_version_of_the_example_does_not_change_what_is_published(
    embeds: Embeds, example: Example, make_code: MakeCode
) -> None:
    embed = embeds.publish(local_user(), example.id)
    newer = make_code(example.id, "two")
    current = embeds.records.get(Example, example.id)
    assert current
    embeds.records.save(changed(current, embeds.clock.now(), code_snippet_id=newer.id))
    assert embeds.get(local_user(), embed.id) == embed
    assert b"one" in shown(embeds, embed)


def test_an_embed_moves_to_another_version_and_rolls_back_at_once(
    embeds: Embeds, example: Example, make_code: MakeCode
) -> None:
    first = embeds.publish(local_user(), example.id)
    newer = make_code(example.id, "two")
    second = embeds.pin(local_user(), first.id, version=first.version, code_snippet_id=newer.id)
    assert shown(embeds, second) == b"two"
    assert second.id == first.id
    third = embeds.roll_back(local_user(), first.id, version=second.version)
    assert third.content_hash == first.content_hash
    assert b"one" in shown(embeds, third)
    with pytest.raises(Conflict, match="no earlier version"):
        embeds.roll_back(local_user(), first.id, version=third.version)


def test_bytes_that_no_version_shows_any_more_are_deleted(
    embeds: Embeds, example: Example, make_code: MakeCode
) -> None:
    first = embeds.publish(local_user(), example.id)
    newer = make_code(example.id, "two")
    second = embeds.pin(local_user(), first.id, version=first.version, code_snippet_id=newer.id)
    assert set(embeds.blobs.keys(f"embeds/{first.id}")) == set(list_keys(second))
    embeds.delete(local_user(), second.id, version=second.version)
    assert list(embeds.blobs.keys(f"embeds/{first.id}")) == []


@pytest.mark.parametrize("status", ["failed", "pending"])
def test_an_app_that_has_not_passed_its_check_is_not_published(
    embeds: Embeds, example: Example, make_code: MakeCode, status: str
) -> None:
    bad = make_code(example.id, "bad", check_status=status)
    with pytest.raises(Conflict, match="cannot be published") as refused:
        embeds.publish(local_user(), example.id, code_snippet_id=bad.id)
    assert refused.value.code == "not_publishable"


def test_an_app_that_could_not_be_run_may_be_published(
    embeds: Embeds, example: Example, make_code: MakeCode
) -> None:
    unproven = make_code(example.id, "unproven", check_status="not_run")
    assert embeds.publish(local_user(), example.id, code_snippet_id=unproven.id).published


def test_the_code_of_another_example_is_not_published(
    embeds: Embeds, example: Example, make_code: MakeCode
) -> None:
    foreign = make_code("exa_other", "foreign")
    with pytest.raises(NotFound):
        embeds.publish(local_user(), example.id, code_snippet_id=foreign.id)


def test_an_embed_is_withdrawn_and_comes_back(embeds: Embeds, example: Example) -> None:
    embed = embeds.publish(local_user(), example.id)
    withdrawn = embeds.unpublish(local_user(), embed.id, version=embed.version)
    assert not embeds.visited(embed.id).published
    assert embeds.republish(local_user(), embed.id, version=withdrawn.version).published


def test_two_people_do_not_change_an_embed_at_once(embeds: Embeds, example: Example) -> None:
    embed = embeds.publish(local_user(), example.id)
    embeds.change(local_user(), embed.id, version=embed.version, access="public")
    with pytest.raises(Conflict):
        embeds.unpublish(local_user(), embed.id, version=embed.version)


def test_an_embed_of_somebody_else_does_not_exist(embeds: Embeds, example: Example) -> None:
    embed = embeds.publish(local_user(), example.id)
    with pytest.raises(NotFound):
        embeds.get(system_actor("another"), embed.id)
    with pytest.raises(NotFound):
        embeds.publish(system_actor("another"), example.id)


@pytest.mark.parametrize(
    "theme",
    [
        {},
        {"scheme": "dark"},
        {"--praxeo-accent": "#0a6", "--praxeo-surface": "#FAFAFA", "--praxeo-radius": "12.5px"},
        {"--praxeo-font": "Georgia, 'Times New Roman', serif"},
        {"--praxeo-space": "1.2", "--praxeo-direction": "rtl"},
    ],
)
def test_an_allowed_theme_is_kept(theme: dict[str, str]) -> None:
    assert checked_theme(theme) == theme


@pytest.mark.parametrize(
    ("theme", "says"),
    [
        ({"scheme": "sepia"}, "light or dark"),
        ({"--praxeo-accent": "red"}, "a colour"),
        ({"--praxeo-accent": "#0a6; background: url(//x)"}, "a colour"),
        ({"--praxeo-accent": "#0a6\n"}, "a colour"),
        ({"--praxeo-radius": "25px"}, "0px to 24px"),
        ({"--praxeo-space": "1.7"}, "0.6 to 1.6"),
        ({"--praxeo-direction": "up"}, "ltr or rtl"),
        ({"--praxeo-font": "x;} body { display: none"}, "names of fonts"),
        ({"--other": "1"}, "cannot set"),
    ],
)
def test_a_theme_cannot_smuggle_anything_in(theme: dict[str, str], says: str) -> None:
    with pytest.raises(Refused, match=says):
        checked_theme(theme)


def test_the_wrapper_gets_a_theme_as_it_expects_it() -> None:
    assert theme_json({}) == ""
    assert theme_json({"scheme": "dark", "--praxeo-accent": "#0a6"}) == (
        '{"scheme": "dark", "variables": {"--praxeo-accent": "#0a6"}}'
    )
