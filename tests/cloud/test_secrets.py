"""Keys of models in Secrets Manager."""

from __future__ import annotations

from pathlib import Path

import pytest
from installation import NAME, Installation

from praxeo.adapters.keys import KeyRing
from praxeo.adapters.secrets import KEPT_SECONDS, SecretText
from praxeo.config import read_config
from praxeo.domain.errors import Refused, Unavailable
from praxeo.wiring.secrets import fence_secret_of, key_text


class Timer:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_rotated_key_is_used_without_a_restart_and_read_no_more_often_than_needed(
    installation: Installation,
) -> None:
    manager, timer = installation.cloud.client("secretsmanager"), Timer()
    manager.create_secret(Name=f"{NAME}-rotated", SecretString="first # a remark\nsecond\n")
    ring = KeyRing([], SecretText(f"{NAME}-rotated", timer), timer)
    assert {key.reveal() for key in ring.usable()} == {"first", "second"}
    manager.put_secret_value(SecretId=f"{NAME}-rotated", SecretString="third")
    timer.seconds += KEPT_SECONDS - 1
    assert {key.reveal() for key in ring.usable()} == {"first", "second"}
    timer.seconds += 1
    assert {key.reveal() for key in ring.usable()} == {"third"}


def test_keys_that_were_read_outlive_a_secret_that_cannot_be_read_for_a_while(
    installation: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    manager, timer = installation.cloud.client("secretsmanager"), Timer()
    manager.create_secret(Name=f"{NAME}-gone", SecretString="only")
    ring = KeyRing([], SecretText(f"{NAME}-gone", timer), timer)
    assert ring.any()
    manager.delete_secret(SecretId=f"{NAME}-gone", ForceDeleteWithoutRecovery=True)
    timer.seconds += KEPT_SECONDS
    assert [key.reveal() for key in ring.usable()] == ["only"]
    assert "only" not in caplog.text


def test_a_secret_that_one_has_no_right_to_gives_no_keys(installation: Installation) -> None:
    manager, timer = installation.cloud.client("secretsmanager"), Timer()
    manager.create_secret(Name="foreign-keys", SecretString="not for us")
    assert not KeyRing([], SecretText("foreign-keys", timer), timer).any()


def test_the_place_of_keys_is_a_file_or_a_secret_or_none(installation: Installation) -> None:
    manager = installation.cloud.client("secretsmanager")
    manager.create_secret(Name=f"{NAME}-wired", SecretString="wired")
    ring = KeyRing([], key_text(f"secrets://{NAME}-wired"), Timer())
    assert [key.reveal() for key in ring.usable()] == ["wired"]
    assert key_text("keys.txt") == Path("keys.txt")
    assert key_text("") is None


def test_all_who_work_for_a_library_make_the_same_marks(
    installation: Installation, tmp_path: Path
) -> None:
    manager = installation.cloud.client("secretsmanager")
    manager.create_secret(Name=f"{NAME}-fence", SecretString="long and drawn by chance")
    shared = {"PRAXEO_FENCE_SECRET": f"secrets://{NAME}-fence"}
    configs = [
        read_config({**shared, "PRAXEO_DATA_DIR": str(tmp_path / name)})
        for name in ("one", "other")
    ]
    assert {fence_secret_of(config) for config in configs} == {b"long and drawn by chance"}
    own = [read_config({"PRAXEO_DATA_DIR": str(tmp_path / name)}) for name in ("one", "other")]
    assert len({fence_secret_of(config) for config in own}) == 2
    with pytest.raises(Unavailable, match="make it"):
        fence_secret_of(read_config({"PRAXEO_FENCE_SECRET": f"secrets://{NAME}-nowhere"}))
    with pytest.raises(Refused, match="secrets://name"):
        fence_secret_of(read_config({"PRAXEO_FENCE_SECRET": "fence.txt"}))
