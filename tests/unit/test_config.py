"""The environment is read once, typed, and its faults are told by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.config import VARIABLES, path_of_url, read_config
from praxeo.domain.errors import Refused


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


def test_every_variable_says_what_it_is_for() -> None:
    assert all(variable.meaning.endswith(".") for variable in VARIABLES)
