"""Who may do what over the API: every operation × own account, foreign account, a viewer's rights."""

from __future__ import annotations

from dataclasses import replace

import pytest
from authorisation import CALLS, deviations, operations, stocked
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.domain.access import RIGHTS, Action, Actor, local_user
from praxeo.domain.records import Embed
from praxeo.domain.trail_records import AuditEvent
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


def test_a_refusal_is_in_the_trail_with_who_wanted_what_from_where(praxeo: Praxeo) -> None:
    ids = stocked(praxeo)
    viewer = replace(VIEWER, address="203.0.113.0/24", session_id="ses_1")
    deviations(praxeo, viewer, ids, iter(["delete_embed"]))
    page = praxeo.outside.records.list(AuditEvent, {"subject_id": ids["embed_id"]})
    event = page.records[-1]
    assert (event.outcome, event.action) == ("refused", "delete_embed")
    assert (event.actor_id, event.owner) == ("usr_vera", "local")
    assert (event.address, event.session_id) == ("203.0.113.0/24", "ses_1")


def test_the_trail_is_listed_for_who_answers_for_the_account(
    praxeo: Praxeo, client: TestClient
) -> None:
    ids = stocked(praxeo)
    events = client.get(f"/v1/audit_events?subject_id={ids['embed_id']}").json()["records"]
    assert [(e["action"], e["actor_id"]) for e in events] == [("embed.published", "local")]
    version = praxeo.embeds.get(local_user(), ids["embed_id"]).version
    address = f"/v1/embeds/{ids['embed_id']}"
    client.patch(address, json={"title": "B"}, headers={"If-Match": f'"{version}"'})
    newest = client.get("/v1/audit_events").json()["records"][0]
    assert (newest["action"], newest["outcome"]) == ("embed.changed", "done")
    assert newest["request_id"].startswith("req_")


class CarelessEmbeds(Embeds):
    """A planted fault: it looks neither at whose an embed is nor at what the actor may."""

    def get(self, actor: Actor, embed_id: str, action: Action = "read") -> Embed:
        embed = self.records.get(Embed, embed_id)
        assert embed is not None
        return embed


class RecklessEmbeds(CarelessEmbeds):
    """Another one: it goes to the store by itself."""

    def delete(self, actor: Actor, embed_id: str, *, version: int) -> None:
        self.records.save(delete=(self.get(actor, embed_id),))


def planted(praxeo: Praxeo, kind: type[Embeds]) -> Praxeo:
    parts = {name: getattr(praxeo.outside, name) for name in ("records", "blobs", "clock", "ids")}
    return replace(praxeo, embeds=kind(**parts))


def test_a_service_that_shows_what_is_foreign_is_found(praxeo: Praxeo) -> None:
    ids = stocked(praxeo)
    assert len(deviations(planted(praxeo, CarelessEmbeds), STRANGER, ids, iter(["get_embed"]))) == 2


@pytest.mark.parametrize("actor", [STRANGER, VIEWER], ids=lambda actor: actor.id)
def test_a_service_that_writes_unasked_is_found(praxeo: Praxeo, actor: Actor) -> None:
    ids = stocked(praxeo)
    found = deviations(planted(praxeo, RecklessEmbeds), actor, ids, iter(["delete_embed"]))
    assert len(found) == 2, found  # it answers, and the embed is gone


@pytest.mark.parametrize("actor", [STRANGER, VIEWER], ids=lambda actor: actor.id)
def test_what_a_service_forgets_to_ask_is_asked_when_it_saves(praxeo: Praxeo, actor: Actor) -> None:
    ids = stocked(praxeo)
    changing = iter(["change_embed", "delete_embed"])
    assert deviations(planted(praxeo, CarelessEmbeds), actor, ids, changing) == []
