"""The local cloud: AWS's services on loopback, in a process of its own, with signatures, policies and
TLS checked. What it holds is gone when it stops."""

from __future__ import annotations

import json
import os
import signal
import socket
import ssl
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from botocore.session import Session

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / ".cloud-venv" / "bin"
REGION = "eu-central-1"
START_SECONDS = 60
STOP_SECONDS = 5
ROOT_KEY = ("test", "test")  # the emulator's root; it passes every check
_CERTIFICATE = """
import datetime, ipaddress, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
now = datetime.datetime.now(datetime.timezone.utc)
certificate = (
    x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(hours=1))
    .not_valid_after(now + datetime.timedelta(days=30))
    .add_extension(x509.SubjectAlternativeName(names), critical=False)
    .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    .sign(key, hashes.SHA256())
)
pem = serialization.Encoding.PEM
open(sys.argv[1], "wb").write(certificate.public_bytes(pem))
open(sys.argv[2], "wb").write(key.private_bytes(
    pem, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()))
"""


# The emulator, with a line in a file for each decision on who may do what on which resource.
_WATCHED = """
import json, sys
from ministack.core import iam_evaluator
decide = iam_evaluator.evaluate
file = open(sys.argv.pop(1), "a", buffering=1)
def noted(context, *policies):
    result = decide(context, *policies)
    asked = [context.principal_arn, context.action, context.resource_arn, result.decision]
    file.write(json.dumps(asked) + "\\n")
    return result
iam_evaluator.evaluate = noted
from ministack.app import main
main()
"""


@dataclass(frozen=True, kw_only=True)
class Cloud:
    """A running local cloud: where it listens and the certificate that it shows."""

    url: str
    certificate: Path

    def environment(self, key: tuple[str, str] = ROOT_KEY) -> dict[str, str]:
        """The SDK's own variables that lead here with this key."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_CA_BUNDLE": str(self.certificate),
            "AWS_ACCESS_KEY_ID": key[0],
            "AWS_SECRET_ACCESS_KEY": key[1],
            "AWS_DEFAULT_REGION": REGION,
            "AWS_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        }

    def client(self, service: str, key: tuple[str, str] = ROOT_KEY) -> Any:
        """A plain client of one service, to set things up and to look behind the adapters."""
        return _client(self, service, key)

    def new_user(self, name: str, statements: list[Mapping[str, Any]]) -> tuple[str, str]:
        """A user who may do only what these policy statements say; gives its key."""
        iam = self.client("iam")
        iam.create_user(UserName=name)
        if statements:
            policy = json.dumps({"Version": "2012-10-17", "Statement": statements})
            iam.put_user_policy(UserName=name, PolicyName="only", PolicyDocument=policy)
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return key["AccessKeyId"], key["SecretAccessKey"]


@cache
def _client(cloud: Cloud, service: str, key: tuple[str, str]) -> Any:
    return _session().create_client(
        service,
        region_name=REGION,
        endpoint_url=cloud.url,
        verify=str(cloud.certificate),
        aws_access_key_id=key[0],
        aws_secret_access_key=key[1],
    )


@cache
def _session() -> Session:
    return Session()


@contextmanager
def running(folder: Path, asked: Path | None = None, port: int = 0) -> Iterator[Cloud]:
    """A local cloud of one's own; everything that it writes is in this folder.

    Who asked for what is noted in the file `asked`. Without a `port` it takes a free one.
    """
    program = BIN / "ministack"
    if not program.exists():
        raise RuntimeError("The local cloud is not installed. Run: make .cloud-venv/.installed")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run([BIN / "python", "-c", _CERTIFICATE, certificate, key], check=True)
    port = port or free_port()
    watched = [BIN / "python", "-c", _WATCHED, asked]
    for name in ("state", "tmp"):
        (folder / name).mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "AUTH": "true",
        "USE_SSL": "1",
        "IOT_MTLS_ENABLED": "0",
        "MINISTACK_SSL_CERT": str(certificate),
        "MINISTACK_SSL_KEY": str(key),
        "AWS_CA_BUNDLE": str(certificate),
        "AWS_DEFAULT_REGION": REGION,
        "STATE_DIR": str(folder / "state"),
        "TMPDIR": str(folder / "tmp"),
    }
    with (folder / "cloud.log").open("wb") as log:
        process = subprocess.Popen(
            watched if asked else [program],
            env=environment,
            stdout=log,
            stderr=log,
            cwd=folder,
            start_new_session=True,
        )
    try:
        cloud = Cloud(url=f"https://127.0.0.1:{port}", certificate=certificate)
        _wait_until_up(process, cloud, folder / "cloud.log")
        yield cloud
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
        with suppress(ProcessLookupError):  # the functions' processes go with it
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _wait_until_up(process: subprocess.Popen[bytes], cloud: Cloud, log: Path) -> None:
    trust = ssl.create_default_context(cafile=str(cloud.certificate))
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trust)
    )
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with opener.open(f"{cloud.url}/_ministack/health", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"The local cloud did not start:\n{log.read_text('utf-8')[-4000:]}")
