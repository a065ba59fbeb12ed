"""The app of `infra/`, deployed into the local cloud for real: bootstrapped, synthesised, every stack."""

from __future__ import annotations

import json
import os
import ssl
import subprocess
import sysconfig
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from front_door import distribution_in, handing_on, shown, studio_of
from local_cloud import REGION, ROOT, Cloud, free_port

from infra.release import frontend

ACCOUNT = "000000000000"
PREFIX = "praxeo"
TICKETS = "of tests, and long enough"  # what an operator sets for embeds that are not open to all
RELEASE = "local"  # of the front end, in its bucket
OUTPUT = "cdk.out"  # in the folder of the cloud: what was synthesised
CDK = ROOT / "infra" / "node_modules" / ".bin" / "cdk"
PACKAGES = ROOT / "build" / "lambda" / "local"
PYTHON = ROOT / ".infra-venv" / "bin" / "python"
ASKED = "asked.jsonl"  # in the folder of the cloud: who asked for what
SECONDS = 240  # for one command of the CDK
ANSWER_SECONDS = 60


@dataclass(frozen=True)
class Answer:
    """What an API said."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Deployed:
    """The deployed app. `outputs` are those of its stacks."""

    cloud: Cloud
    outputs: dict[str, str]
    ports: tuple[int, int]
    """Where the front door opens: the studio's port and the embeds'."""

    @property
    def studio(self) -> str:
        return f"https://127.0.0.1:{self.ports[0]}"

    @property
    def embeds(self) -> str:
        return f"https://127.0.0.1:{self.ports[1]}"

    @contextmanager
    def front_door(self) -> Iterator[None]:
        """Upload the front end as a release does, and open the studio and the embeds."""
        bucket, built = f"{PREFIX}-frontend", ROOT / "web" / "dist"
        files = frontend.files_of(built, api=self.address("api"), stores=(self.cloud.url,))
        frontend.upload(self.cloud.client("s3"), bucket, RELEASE, files)
        template = distribution_in(self.cloud.certificate.parent / OUTPUT, f"{PREFIX}-web")
        studio = studio_of(template, self.cloud, bucket)
        embeds = handing_on(self.address("embeds"), self.cloud)
        with shown(studio, self.ports[0], self.cloud), shown(embeds, self.ports[1], self.cloud):
            yield

    @property
    def region(self) -> str:
        return REGION

    def address(self, api: str) -> str:
        """Where the API Gateway's "api" or "embeds" answers on loopback."""
        return f"{self.cloud.url}/restapis/{self.outputs[f'{api}id']}/live/_user_request_"

    def ask(
        self, method: str, path: str, body: object = None, *, api: str = "api", **headers: str
    ) -> Answer:
        """A request to one of the APIs, over TLS."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode() if body else None
        kind = "application/octet-stream" if isinstance(body, bytes) else "application/json"
        plain = {"Content-Type": kind, "Accept": "*/*"}
        return self.fetch(method, self.address(api) + path, data, plain | headers)

    def fetch(
        self, method: str, url: str, data: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        """A request to any address of the local cloud, over TLS, without any rights of its own."""
        request = urllib.request.Request(url, data=data, method=method, headers=dict(headers))
        try:
            with self._opener.open(request, timeout=ANSWER_SECONDS) as answer:
                return Answer(answer.status, dict(answer.headers), answer.read())
        except urllib.error.HTTPError as refusal:
            return Answer(refusal.code, dict(refusal.headers), refusal.read())

    @cached_property
    def _opener(self) -> urllib.request.OpenerDirector:
        trust = ssl.create_default_context(cafile=str(self.cloud.certificate))
        return urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trust)
        )


def deploy(cloud: Cloud, folder: Path) -> Deployed:
    """Bootstrap the local cloud and deploy the environment `local` into it."""
    if not PACKAGES.is_dir():
        raise RuntimeError("There are no packages for this machine. Run: make cloud-packages")
    ports = (free_port(), free_port())
    found = Deployed(cloud, {}, ports)
    environment = {
        **cloud.environment(),
        "PRAXEO_LOCAL_ORIGIN": found.studio,
        "PRAXEO_LOCAL_EMBEDS": found.embeds,
        "PRAXEO_RELEASE": RELEASE,
        "PATH": os.environ["PATH"],
        "HOME": str(
            folder
        ),  # the CLI remembers accounts there, and they differ from cloud to cloud
        "NODE_EXTRA_CA_CERTS": str(cloud.certificate),
        "PRAXEO_ENVIRONMENT": "local",
        "PRAXEO_PACKAGES": str(PACKAGES),
        "CDK_DISABLE_CLI_TELEMETRY": "1",
        "CI": "1",
        "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1",
        "PRAXEO_LOCAL_VARIABLES": " ".join(
            (
                f"PYTHONPATH={sysconfig.get_path('purelib')}",
                f"PRAXEO_WEB_DIR={ROOT / 'web' / 'dist'}",
            )
        ),
    }
    output, told = folder / OUTPUT, folder / "outputs.json"
    _run([PYTHON, ROOT / "infra" / "app.py"], {**environment, "CDK_OUTDIR": str(output)})
    cloud.client("secretsmanager").create_secret(Name=f"{PREFIX}-tickets", SecretString=TICKETS)
    _run([CDK, "bootstrap", f"aws://{ACCOUNT}/{REGION}", "--no-notices"], environment)
    _run(
        [CDK, "deploy", "--all", "--app", output, "--require-approval", "never", "--no-notices",
         "--outputs-file", told],
        environment,
    )  # fmt: skip
    stacks: dict[str, dict[str, str]] = json.loads(told.read_text("utf-8"))
    outputs = {key: value for each in stacks.values() for key, value in each.items()}
    return replace(found, outputs=outputs)


def _run(command: list[str | Path], environment: dict[str, str]) -> None:
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS
    )
    if done.returncode:
        told = f"{done.stdout[-4000:]}\n{done.stderr[-6000:]}"
        raise RuntimeError(f"This failed: {' '.join(map(str, command[:2]))}\n{told}")
