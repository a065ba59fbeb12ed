"""What stands before the deployed app on loopback: the two distributions, which the emulator keeps and does not serve.

The studio's follows the synthesised template: where its files begin, which headers a path gets, what is shown
in place of a file that is not there. The embeds' has no template in the local cloud, whose CloudFront cannot
reach an API; it hands on what it is asked. Both show the local cloud's certificate, for on AWS all is TLS.
"""

from __future__ import annotations

import fnmatch
import json
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from local_cloud import Cloud
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

HEADERS = {
    "ContentSecurityPolicy": ("content-security-policy", "ContentSecurityPolicy"),
    "FrameOptions": ("x-frame-options", "FrameOption"),
    "ReferrerPolicy": ("referrer-policy", "ReferrerPolicy"),
}
ASKED_WITH = ("if-none-match", "sec-fetch-dest", "accept-language", "user-agent")
HANDED_ON = (
    "content-type",
    "cache-control",
    "etag",
    "vary",
    "content-security-policy",
    "connection-allowlist",
    "permissions-policy",
    "x-dns-prefetch-control",
    "location",
)


@dataclass(frozen=True)
class Distribution:
    """The studio's distribution, read from its template."""

    template: Mapping[str, Any]

    @cached_property
    def _config(self) -> Any:
        (made,) = self._of("AWS::CloudFront::Distribution").values()
        return made["DistributionConfig"]

    def key(self, path: str) -> str:
        """The object in the bucket that a path means."""
        (origin,) = self._config["Origins"]
        name = path.lstrip("/") or self._config["DefaultRootObject"]
        return f"{origin['OriginPath'].lstrip('/')}/{name}"

    def instead(self, status: int) -> tuple[int, str]:
        """The status and the path that are answered where the bucket says this status."""
        for rule in self._config["CustomErrorResponses"]:
            if rule["ErrorCode"] == status:
                return rule["ResponseCode"], rule["ResponsePagePath"]
        return status, ""

    def headers(self, path: str) -> dict[str, str]:
        """What the response headers policy of this path adds."""
        behaviour = self._config["DefaultCacheBehavior"]
        for each in self._config.get("CacheBehaviors", ()):
            if fnmatch.fnmatchcase(path, each["PathPattern"]):
                behaviour = each
                break
        name = behaviour["ResponseHeadersPolicyId"]["Ref"]
        policy = self._of("AWS::CloudFront::ResponseHeadersPolicy")[name]
        found = policy["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
        own = {
            header: found[part][value] for part, (header, value) in HEADERS.items() if part in found
        }
        more = policy["ResponseHeadersPolicyConfig"].get("CustomHeadersConfig", {}).get("Items", ())
        return own | {item["Header"]: item["Value"] for item in more}

    def _of(self, kind: str) -> dict[str, Any]:
        return {
            name: each["Properties"]
            for name, each in self.template["Resources"].items()
            if each["Type"] == kind
        }


def studio_of(distribution: Distribution, cloud: Cloud, bucket: str) -> ASGIApp:
    """The studio's files out of the bucket."""
    s3 = cloud.client("s3")

    def read(path: str) -> tuple[int, bytes, dict[str, str]]:
        try:
            found = s3.get_object(Bucket=bucket, Key=distribution.key(path))
        except s3.exceptions.NoSuchKey:
            return 404, b"", {}
        told = {"content-type": found["ContentType"], "cache-control": found["CacheControl"]}
        return 200, found["Body"].read(), told

    async def answer(request: Request) -> Response:
        path = request.url.path
        status, body, told = await run_in_threadpool(read, path)
        if status != 200:
            status, page = distribution.instead(status)
            _, body, told = await run_in_threadpool(read, page)
        return Response(body, status, {**told, **distribution.headers(path)})

    return Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "HEAD"])])


def handing_on(address: str, cloud: Cloud) -> ASGIApp:
    """Asks the API at this address, and gives on what it says."""
    trust = ssl.create_default_context(cafile=str(cloud.certificate))
    client = httpx.AsyncClient(verify=trust, trust_env=False, timeout=60)

    async def answer(request: Request) -> Response:
        sent = {name: request.headers[name] for name in ASKED_WITH if name in request.headers}
        found = await client.request(
            request.method,
            f"{address}{request.url.path}",
            params=request.query_params,
            headers={"accept": "*/*", **sent},
            content=await request.body(),
        )
        told = {name: found.headers[name] for name in HANDED_ON if name in found.headers}
        return Response(found.content, found.status_code, told)

    return Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "HEAD", "POST"])])


@contextmanager
def shown(app: ASGIApp, port: int, cloud: Cloud) -> Iterator[None]:
    """The application on this port, over TLS."""
    listening = socket.create_server(("127.0.0.1", port))
    config = uvicorn.Config(
        app,
        log_config=None,
        lifespan="off",
        ssl_certfile=cloud.certificate,
        ssl_keyfile=cloud.certificate.with_name("key.pem"),
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(10)


def distribution_in(folder: Path, stack: str) -> Distribution:
    """The distribution of this stack, as it was synthesised into the folder."""
    return Distribution(json.loads((folder / f"{stack}.template.json").read_text("utf-8")))
