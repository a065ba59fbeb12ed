"""Two real releases of the API in one process, on the same records, with what was planted in them."""

from __future__ import annotations

import asyncio
import importlib.util
import io
import json
import sys
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "jobs"))

from plain_praxeo import outside_in_memory

from praxeo.app import build
from praxeo.domain import upgrades
from praxeo.domain.upgrades import Change, Phase
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded
from praxeo.outside import Outside
from tests.release.simulation.deployment import Deployment
from tests.release.simulation.metrics import Metrics
from tests.release.simulation.plan import Plan
from tests.release.simulation.traffic import Alias, Reply, Request

USUAL_SECONDS = 0.05
EVERY_SECONDS = 1.0
LONGEST_SECONDS = 30 * 60
HOST = "praxeo.test"
Fault = Callable[[int, Request], Reply | float | None]  # by the number of the request


def renamed(phase: Phase) -> dict[str, tuple[Change, ...]]:
    """The release in which the name of projects, once their title, is in this phase."""

    def up(body: dict[str, Any]) -> dict[str, Any]:
        return {"name" if key == "title" else key: value for key, value in body.items()}

    def down(body: dict[str, Any]) -> dict[str, Any]:
        return {"title" if key == "name" else key: value for key, value in body.items()}

    return {"projects": (Change(phase=phase, up=up, down=down),)}


@dataclass
class Release:
    """A release: the real application, the forms of records that it knows, and a fault if one is planted."""

    name: str
    outside: Outside
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    fault: Fault = lambda _number, _request: None
    asked: int = 0

    def __post_init__(self) -> None:
        praxeo, options = build(self.outside), ApiOptions(hosts=frozenset({HOST}))
        self._app = guarded(create_api(praxeo, options), praxeo, options)

    def answer(self, request: Request) -> Reply:
        self.asked += 1
        planted = self.fault(self.asked, request)
        if isinstance(planted, Reply):
            return planted
        with self.running():
            status, body = asyncio.run(self._call(request))
        seconds = planted if isinstance(planted, float) else USUAL_SECONDS
        return Reply(status=status, body=body, seconds=seconds, version=self.name)

    @contextmanager
    def running(self) -> Any:
        """Within, this process is this release."""
        before = dict(upgrades.CHANGES)
        upgrades.CHANGES.clear()
        upgrades.CHANGES.update(self.changes)
        try:
            yield
        finally:
            upgrades.CHANGES.clear()
            upgrades.CHANGES.update(before)

    async def _call(self, request: Request) -> tuple[int, bytes]:
        sent: list[Any] = []
        body = b"" if request.body is None else json.dumps(request.body).encode()
        path, _, query = request.path.partition("?")
        headers = [(b"host", HOST.encode()), (b"content-type", b"application/json")]
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": "https",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [*headers, (b"content-length", str(len(body)).encode())],
            "client": ("192.0.2.1", 1),
            "server": (HOST, 443),
        }

        async def receive() -> Any:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        try:
            await self._app(scope, receive, send)
        except Exception:  # noqa: BLE001 (the server would have answered already)
            assert sent
        return sent[0]["status"], b"".join(part.get("body", b"") for part in sent[1:])


class _Lambda:
    """What the hooks call in place of Lambda: it runs their event on this release."""

    def __init__(self, release: Release) -> None:
        self._release = release

    def invoke(self, *, FunctionName: str, Payload: bytes) -> Any:  # noqa: N803
        event = json.loads(Payload)
        assert FunctionName == f"praxeo-api:{self._release.name}"
        reply = self._release.answer(Request(method=event["httpMethod"], path=event["path"]))
        told = {"statusCode": reply.status, "body": reply.body.decode()}
        if reply.crashed:
            told = {"errorMessage": "The function ended."}
        answer = {"Payload": io.BytesIO(json.dumps(told).encode())}
        return answer | ({"FunctionError": "Unhandled"} if reply.crashed else {})


def hook(release: Any) -> list[str]:
    """The smoke test of the deployed hooks, of their own code."""
    faults: list[str] = _hooks().faults_of(_Lambda(release), "praxeo-api", release.name, "api")
    return faults


@cache
def _hooks() -> ModuleType:
    """infra/hooks/smoke.py as a Lambda has it; the SDK that it imports is not asked for anything here."""
    file = Path(__file__).parents[2] / "infra" / "hooks" / "smoke.py"
    spec = importlib.util.spec_from_file_location("praxeo_hooks_smoke", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "boto3", ModuleType("boto3"))
        spec.loader.exec_module(module)
    return module


@dataclass
class World:
    """Records, a release that everybody uses, and people who go on working."""

    outside: Outside = field(default_factory=outside_in_memory)
    second: float = 0.0
    replies: list[Reply] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    deployment: Deployment | None = None

    def __post_init__(self) -> None:
        self.metrics = Metrics()
        self.old = Release("old", self.outside)
        self.alias = Alias(stable=self.old, metrics=self.metrics, now=lambda: self.second)

    def release(self, new: Release, plan: Plan, **hooks: Any) -> Deployment:
        """Deploy while people work, until it is over and every request is answered."""
        self.people(60)
        hooks = {"before": hook, "after": hook} | hooks
        self.deployment = Deployment(plan=plan, alias=self.alias, new=new, **hooks)
        self.deployment.begin()
        while self.deployment.state == "shifting" and self.second < LONGEST_SECONDS:
            self.people(1)
            self.deployment.tick()
        self.people(5)
        self.alias.settle(all_of_them=True)
        return self.deployment

    def people(self, seconds: float) -> None:
        """Every fourth request makes a project, the others look at one that was made, or at the list."""
        for _ in range(int(seconds / EVERY_SECONDS)):
            self.second += EVERY_SECONDS
            self.alias.settle()
            number = self.alias.asked
            if number % 4 == 0:
                body = {"name": f"P{number}"}
                self.alias.ask(Request(method="POST", path="/v1/projects", body=body), self._made)
            elif self.saved and number % 4 != 1:
                self.alias.ask(
                    Request(method="GET", path=f"/v1/projects/{self.saved[-1]}"),
                    self.replies.append,
                )
            else:
                self.alias.ask(
                    Request(method="GET", path="/v1/projects?limit=3"), self.replies.append
                )

    def unreadable(self, by: Release) -> list[str]:
        """What was saved with success and cannot be read by this release."""
        by.fault = lambda _number, _request: None
        paths = (f"/v1/projects/{name}" for name in self.saved)
        return [p for p in paths if by.answer(Request(method="GET", path=p)).status != 200]

    def _made(self, reply: Reply) -> None:
        self.replies.append(reply)
        if reply.status == 201:
            self.saved.append(str(reply.json()["id"]))
