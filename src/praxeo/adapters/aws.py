"""What all adapters of AWS share: clients, and the SDK's errors as ours.

The SDK reads its own variables: AWS_REGION or AWS_DEFAULT_REGION, AWS_ENDPOINT_URL, AWS_CA_BUNDLE and
those that name credentials. It is imported only where one of these adapters is used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import Session

from praxeo.domain.errors import Unavailable

CONNECT_SECONDS = 3
READ_SECONDS = 20
ATTEMPTS = 4  # of one call; only calls that cannot take effect twice are repeated
CONNECTIONS = 50  # kept open per client
# What trying again does not change: rights, names and credentials that are wrong.
LASTING = frozenset(
    {
        "AccessDenied",
        "AccessDeniedException",
        "403",
        "NoSuchBucket",
        "ResourceNotFoundException",
        "AWS.SimpleQueueService.NonExistentQueue",
        "QueueDoesNotExist",
        "InvalidClientTokenId",
        "InvalidSignatureException",
        "SignatureDoesNotMatch",
        "UnrecognizedClientException",
        "ValidationException",
    }
)

Trouble = Callable[[str, bool], Unavailable]  # takes the reason, and whether it may pass


@cache
def _session() -> Session:
    return Session()


def new_client(service: str, **options: Any) -> Any:
    """A client of this service; threads may share it. `options` go to the SDK's Config."""
    config = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
        max_pool_connections=CONNECTIONS,
        **options,
    )
    region = os.environ.get("AWS_REGION") or None
    return _session().create_client(service, region_name=region, config=config)


def error_code(fault: ClientError) -> str:
    """The code that the service gave, such as "ThrottlingException"."""
    return str(fault.response.get("Error", {}).get("Code", "unknown"))


@contextmanager
def translated(trouble: Trouble) -> Iterator[None]:
    """The SDK's errors as this adapter's `Unavailable`."""
    try:
        yield
    except ClientError as fault:
        code = error_code(fault)
        raise trouble(code, code not in LASTING) from fault
    except BotoCoreError as fault:
        raise trouble(type(fault).__name__, True) from fault
