"""Who acts: what a role may, what an address tells, and events from before actors were recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from praxeo.domain.access import RIGHTS, Action, local_user, may, permitted, system_actor, truncated
from praxeo.domain.errors import Forbidden, NotFound
from praxeo.domain.record_json import from_body
from praxeo.domain.records import Project
from praxeo.domain.trail_records import AuditEvent

PROJECT = Project(
    id="prj_1", owner="local", created_at="2026-01-01", updated_at="2026-01-01", name="A"
)


@pytest.mark.parametrize(
    ("role", "allowed"),
    [("viewer", ["read"]), ("editor", ["read", "change"]), ("owner", ["read", "change", "manage"])],
)
def test_a_role_may_so_much_in_its_account_and_nothing_elsewhere(
    role: str, allowed: list[str]
) -> None:
    actor = replace(local_user(), rights=RIGHTS[role])  # type: ignore[index]
    actions: tuple[Action, ...] = ("read", "change", "manage")
    assert [action for action in actions if may(actor, action, PROJECT)] == allowed
    stranger = replace(actor, account="ada")
    assert not any(may(stranger, action, PROJECT) for action in actions)


def test_what_is_foreign_does_not_exist_whatever_the_right() -> None:
    viewer = replace(local_user(), rights=RIGHTS["viewer"])
    with pytest.raises(NotFound):
        permitted(PROJECT, system_actor("ada"), Project)
    with pytest.raises(NotFound):
        permitted(PROJECT, replace(viewer, account="ada"), Project, "change")
    with pytest.raises(Forbidden):
        permitted(PROJECT, viewer, Project, "change")


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:aa:bb12::5", "2001:db8:aa:bb00::/56"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("testclient", ""),
        ("fe80::1%eth0", "fe80::/56"),
        ("", ""),
    ],
)
def test_of_an_address_only_its_network_is_kept(address: str, network: str) -> None:
    assert truncated(address) == network


def test_an_event_from_before_actors_were_recorded_is_read_on() -> None:
    body = (
        '{"id":"aud_1","owner":"local","version":1,"created_at":"2026-01-01","updated_at":"2026-01-01",'
        '"action":"project.created","subject_id":"prj_1","request_id":""}'
    )
    event = from_body(AuditEvent, body)
    assert (event.actor_id, event.outcome, event.address) == ("", "done", "")
