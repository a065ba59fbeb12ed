"""Who acts, and what they may: asked in one place, by every service, before it reads or changes anything.

Foreign records do not exist for an actor (404); what they see and may not do is refused (403).
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeVar

from praxeo.domain.catalog import table_of
from praxeo.domain.errors import Forbidden, NotFound
from praxeo.domain.records import ActorKind, Job, Record

R = TypeVar("R", bound=Record)

Action = Literal["read", "change", "manage"]
Role = Literal["viewer", "editor", "owner"]
# What each role may: look; also make, edit, publish, delete and run; also settings and their caps.
RIGHTS: Mapping[Role, frozenset[Action]] = {
    "viewer": frozenset({"read"}),
    "editor": frozenset({"read", "change"}),
    "owner": frozenset({"read", "change", "manage"}),
}

LOCAL_ACCOUNT = "local"  # of a Praxeo on one's own machine
SYSTEM = "system"  # who acts where nobody asked
_IPV4_BITS, _IPV6_BITS = 24, 56  # of an address that are kept: a network, not a person


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """Who asks for something: crosses every service in place of an owner's name.

    `account` is whose records they act upon: the `owner` that every record bears. `id` names the person,
    key, job or part of the system itself. `address` (truncated), `session_id` and `request_id` say where
    from; each is "" where there is none. The session of a job is the job.
    """

    id: str
    kind: ActorKind
    account: str
    rights: frozenset[Action]
    address: str = ""
    session_id: str = ""
    request_id: str = ""


def local_user(*, address: str = "", request_id: str = "") -> Actor:
    """The one user of a Praxeo on one's own machine."""
    return Actor(
        id=LOCAL_ACCOUNT,
        kind="user",
        account=LOCAL_ACCOUNT,
        rights=RIGHTS["owner"],
        address=address,
        request_id=request_id,
    )


def system_actor(account: str) -> Actor:
    """Praxeo itself, at work upon the records of an account."""
    return Actor(id=SYSTEM, kind="system", account=account, rights=RIGHTS["editor"])


def job_actor(job: Job) -> Actor:
    """A job at work: in the name of who caused it (the system, for a job that does not say)."""
    return Actor(
        id=job.caused_by or SYSTEM,
        kind="job",
        account=job.owner,
        rights=RIGHTS["editor"],
        session_id=job.id,
        request_id=job.request_id,
    )


def may(actor: Actor, action: Action, record: Record) -> bool:
    """Whether the actor may do this with the record."""
    return record.owner == actor.account and action in actor.rights


def permitted(record: R | None, actor: Actor, kind: type[R], action: Action = "read") -> R:
    """The record, if it is there and the actor may do this with it.

    Raises NotFound("not_found") for a record that is not there or not the actor's, Forbidden as `demand`.
    """
    if record is None or record.owner != actor.account:
        word = table_of(kind).name.removesuffix("s").replace("_", " ")
        raise NotFound("not_found", f"There is no such {word}.")
    if not may(actor, action, record):
        demand(actor, action)
    return record


def demand(actor: Actor, action: Action) -> None:
    """Raises Forbidden("not_allowed") if the actor may do nothing of this kind in their account."""
    if action not in actor.rights:
        raise Forbidden(
            "not_allowed",
            "You may not do this here; ask the owner of this account for the right to do it.",
        )


@lru_cache(maxsize=1024)
def truncated(address: str) -> str:
    """The network that an address belongs to, such as "203.0.113.0/24"; "" for what is no address."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    bits = _IPV4_BITS if parsed.version == 4 else _IPV6_BITS
    return str(ipaddress.ip_network(f"{parsed}/{bits}", strict=False))
