"""The roles of the deployed functions: what they grant, and clients that act as one of them."""

from __future__ import annotations

import fnmatch
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from botocore.session import Session
from local_cloud import REGION, Cloud

FUNCTIONS = ("api", "embeds", "jobs", "schedule")
ACCOUNT = "000000000000"


@dataclass(frozen=True, kw_only=True)
class Granted:
    """One action of one statement; it is granted on each of the resources."""

    function: str
    policy: str
    statement: int
    action: str
    resources: tuple[str, ...]

    def covers(self, action: str, resource: str) -> bool:
        patterns = self.resources
        return action == self.action and any(
            fnmatch.fnmatchcase(resource, each) for each in patterns
        )


def role_name(function: str) -> str:
    return f"praxeo-{function}"


def policies(cloud: Cloud, function: str) -> dict[str, dict[str, Any]]:
    """The documents of the role's policies, by name. There are no managed ones."""
    iam, name = cloud.client("iam"), role_name(function)
    assert not iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
    return {
        policy: _document(iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"])
        for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]
    }


def granted(cloud: Cloud, function: str) -> list[Granted]:
    """All that the role grants."""
    return [
        Granted(
            function=function,
            policy=name,
            statement=number,
            action=action,
            resources=tuple(_listed(statement["Resource"])),
        )
        for name, document in policies(cloud, function).items()
        for number, statement in enumerate(document["Statement"])
        for action in _listed(statement["Action"])
    ]


@contextmanager
def without(cloud: Cloud, grant: Granted) -> Iterator[None]:
    """While inside, the role lacks this one action."""
    whole = policies(cloud, grant.function)[grant.policy]
    lessened = json.loads(json.dumps(whole))
    statement = lessened["Statement"][grant.statement]
    left = [action for action in _listed(statement["Action"]) if action != grant.action]
    if left:
        statement["Action"] = left
    else:
        del lessened["Statement"][grant.statement]
    _put(cloud, grant, lessened)
    try:
        yield
    finally:
        _put(cloud, grant, whole)


class Acting:
    """Clients with the credentials of a function's role."""

    def __init__(self, cloud: Cloud, function: str) -> None:
        self._cloud, self._clients = cloud, dict[str, Any]()
        session = cloud.client("sts").assume_role(
            RoleArn=f"arn:aws:iam::{ACCOUNT}:role/{role_name(function)}",
            RoleSessionName="probe",
        )
        self._keys = session["Credentials"]

    @property
    def url(self) -> str:
        return self._cloud.url

    def client(self, service: str) -> Any:
        if service not in self._clients:
            self._clients[service] = Session().create_client(
                service,
                region_name=REGION,
                endpoint_url=self._cloud.url,
                verify=str(self._cloud.certificate),
                aws_access_key_id=self._keys["AccessKeyId"],
                aws_secret_access_key=self._keys["SecretAccessKey"],
                aws_session_token=self._keys["SessionToken"],
            )
        return self._clients[service]


def _put(cloud: Cloud, grant: Granted, document: dict[str, Any]) -> None:
    cloud.client("iam").put_role_policy(
        RoleName=role_name(grant.function),
        PolicyName=grant.policy,
        PolicyDocument=json.dumps(document),
    )


def _document(found: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(found) if isinstance(found, str) else found
    return document


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
