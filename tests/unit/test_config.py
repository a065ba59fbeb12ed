"""The environment is read once, typed, and its faults are told by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.config import path_of_url, read_config
from praxeo.domain.errors import Refused
from praxeo.environment import VARIABLES


def test_an_empty_environment_is_enough() -> None:
    config = read_config({})
    assert config.host == "127.0.0.1"
    assert config.database_url == "sqlite:///.praxeo/praxeo.sqlite3"
    assert config.blobs_url == "file:///.praxeo/blobs"


def test_the_data_folder_moves_database_and_files_with_it() -> None:
    config = read_config({"PRAXEO_DATA_DIR": "/srv/praxeo"})
    assert path_of_url(config.database_url, "sqlite") == Path("/srv/praxeo/praxeo.sqlite3")
    assert path_of_url(config.blobs_url, "file") == Path("/srv/praxeo/blobs")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PRAXEO_PORT", "http"),
        ("PRAXEO_PORT", "0"),
        ("PRAXEO_PORT", "99999"),
        ("PRAXEO_EMBED_PORT", "8400"),
        ("PRAXEO_UPLOAD_MEGABYTES", "-1"),
        ("PRAXEO_LOG_LEVEL", "loud"),
        ("PRAXEO_EMBED_URL", "apps.example.org"),
        ("PRAXEO_EMBED_URL", "ftp://apps.example.org"),
        ("PRAXEO_EMBED_URL", "https://"),
        ("PRAXEO_EMBED_URL", "https://apps.example.org?x=1"),
        ("PRAXEO_EMBED_URL", "https://apps.example.org/#x"),
        ("PRAXEO_EMBED_URL", "https://me@apps.example.org"),
        ("PRAXEO_EMBED_URL", "https://apps.example.org; script-src *"),
        ("PRAXEO_EMBED_URL", "https://apps.example.org/a/../b c"),
        ("PRAXEO_ALLOWED_ORIGINS", "https://example.org/studio"),
        ("PRAXEO_ALLOWED_ORIGINS", "http://a.example, example.org"),
        ("PRAXEO_ALLOWED_ORIGINS", "*"),
        ("PRAXEO_ALLOWED_ORIGINS", "null"),
        ("PRAXEO_ALLOWED_HOSTS", "https://example.org"),
        ("PRAXEO_ALLOWED_HOSTS", "example.org:8400"),
        ("PRAXEO_ALLOWED_HOSTS", "*"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_the_variables_name(name: str, value: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_config({name: value})
    assert refusal.value.code == "bad_setting"
    assert name in refusal.value.message


def test_lists_of_hosts_and_origins_are_read_with_or_without_spaces() -> None:
    config = read_config({"PRAXEO_ALLOWED_ORIGINS": "http://a.example/ , http://b.example"})
    assert config.allowed_origins == ("http://a.example", "http://b.example")


@pytest.mark.parametrize(
    "address",
    [
        "https://apps.example.org",
        "http://127.0.0.1:8401",
        "http://[::1]:8401",
        "https://example.org/apps",
        "https://example.org/learn/apps/",
    ],
)
def test_the_apps_may_be_at_any_address_with_or_without_a_path(address: str) -> None:
    assert read_config({"PRAXEO_EMBED_URL": address}).embed_url == address.rstrip("/")


@pytest.mark.parametrize("path", ["", "/apps"])
def test_the_origin_of_the_apps_may_not_use_the_api(path: str) -> None:
    settings = {"PRAXEO_EMBED_URL": f"https://Apps.example.org{path}"}
    with pytest.raises(Refused, match="PRAXEO_ALLOWED_ORIGINS may not hold the origin of the apps"):
        read_config({**settings, "PRAXEO_ALLOWED_ORIGINS": "https://apps.example.org"})
    other = "https://apps.example.org:8443"
    assert read_config({**settings, "PRAXEO_ALLOWED_ORIGINS": other}).allowed_origins == (other,)


def test_every_variable_says_what_it_is_for() -> None:
    assert all(variable.meaning.endswith(".") for variable in VARIABLES)
