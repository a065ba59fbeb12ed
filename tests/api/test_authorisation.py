"""Who may do what over the API: every operation × own account, foreign account, a viewer's rights."""

from __future__ import annotations

from dataclasses import replace

import pytest
from authorisation import CALLS, deviations, operations, stocked

from praxeo.app import Praxeo
from praxeo.domain.access import RIGHTS, Action, Actor, local_user
from praxeo.domain.records import Embed
from praxeo.embeds.service import Embeds

STRANGER = replace(local_user(), id="usr_ada", account="ada")
VIEWER = replace(local_user(), id="usr_vera", rights=RIGHTS["viewer"])
EDITOR = replace(local_user(), id="usr_ed", rights=RIGHTS["editor"])


def test_the_matrix_knows_every_operation_and_no_other() -> None:
    assert sorted(CALLS) == sorted(operations())


@pytest.mark.parametrize("name", CALLS)
def test_an_owner_may_do_this_with_what_is_theirs(praxeo: Praxeo, name: str) -> None:
    assert deviations(praxeo, local_user(), stocked(praxeo), iter([name])) == []


def test_a_stranger_finds_nothing_and_changes_nothing(praxeo: Praxeo) -> None:
    assert deviations(praxeo, STRANGER, stocked(praxeo)) == []


def test_a_viewer_sees_everything_and_changes_nothing(praxeo: Praxeo) -> None:
    assert deviations(praxeo, VIEWER, stocked(praxeo)) == []


def test_an_editor_changes_no_settings(praxeo: Praxeo) -> None:
    ids = stocked(praxeo)
    assert deviations(praxeo, EDITOR, ids, iter(["change_settings"])) == []


class CarelessEmbeds(Embeds):
    """A planted fault: it looks neither at whose an embed is nor at what the actor may."""

    def get(self, actor: Actor, embed_id: str, action: Action = "read") -> Embed:
        embed = self.records.get(Embed, embed_id)
        assert embed is not None
        return embed


@pytest.mark.parametrize("actor", [STRANGER, VIEWER], ids=lambda actor: actor.id)
def test_a_service_that_forgets_to_ask_is_found(praxeo: Praxeo, actor: Actor) -> None:
    outside = praxeo.outside
    parts = {name: getattr(outside, name) for name in ("records", "blobs", "clock", "ids")}
    found = deviations(
        replace(praxeo, embeds=CarelessEmbeds(**parts)),
        actor,
        stocked(praxeo),
        iter(["delete_embed"]),
    )
    assert len(found) == 2, found  # it answers, and the embed is gone
