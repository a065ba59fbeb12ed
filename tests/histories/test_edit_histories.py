"""A hundred mixed edit histories lose no edit of a person's."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from edit_histories import History, Oracle

from praxeo.merging import carried as carrying
from praxeo.merging.merged import Merged

HISTORIES = 100
HISTORIES_EACH_TIME = 12
ON_SQLITE = 10


def run_histories(count: int, folder: Path) -> tuple[Counter[str], list[str]]:
    """What was done in so many histories, and what a person lost in them."""
    done: Counter[str] = Counter()
    losses: list[str] = []
    for seed in range(count):
        file = folder / f"{seed}.sqlite3" if seed < ON_SQLITE else None
        history = History(seed=seed, sqlite=file).run()
        history.praxeo.outside.records.close()
        done += history.done
        losses += history.losses
    return done, losses


def test_mixed_edit_histories_lose_no_human_edit(tmp_path: Path) -> None:
    done, losses = run_histories(HISTORIES_EACH_TIME, tmp_path)
    assert losses == []
    assert min(done[f"conflict in {what}"] for what in ("spec", "code")) > 0, done


@pytest.mark.nightly
def test_a_hundred_mixed_edit_histories_lose_no_human_edit(tmp_path: Path) -> None:
    done, losses = run_histories(HISTORIES, tmp_path)
    assert losses == []
    # It was no walk in the park: everything that may happen has happened often.
    assert min(done[step] for step in ("edit_spec", "edit_code", "remake")) > 100, done
    assert min(done[step] for step in ("restore_spec", "restore_code", "settle", "kill")) > 20, done
    asked = [
        f"asked, {what}" for what in ("changed", "unchanged", "change_unusable", "check_failed")
    ]
    assert min(done[step] for step in (*asked, "asked, model_missing")) > 10, done
    assert min(done[f"conflict in {what}"] for what in ("spec", "code")) > 20, done


def test_the_oracle_sees_what_a_merge_would_lose(monkeypatch: pytest.MonkeyPatch) -> None:
    def theirs(base: str, ours: str, theirs: str, **more: object) -> Merged:
        return Merged(parts=(theirs,))

    monkeypatch.setattr(carrying, "merge_specs", theirs)
    monkeypatch.setattr(carrying, "merge_code", theirs)
    losses = [loss for seed in range(8) for loss in History(seed=seed).run().losses]
    assert any("of the spec" in loss for loss in losses)
    assert any("of the code" in loss for loss in losses)


def test_the_oracle_takes_a_persons_own_word_for_what_they_took_out() -> None:
    oracle = Oracle()
    oracle.edited("M1v1 M2v1", "M1v1 H1")
    assert oracle.lost("M1v1 H1") == frozenset()
    assert oracle.lost("M1v1") == {"H1"}
    assert oracle.lost("H1 M2v1") == {"M2v1"}
    oracle.settled("H1 M2v2", "M1v1 M2v2")
    assert oracle.lost("M1v1 M2v2") == frozenset()
