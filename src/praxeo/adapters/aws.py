"""What all adapters of AWS share: clients, and the SDK's errors as ours.

The SDK reads its own variables: AWS_REGION or AWS_DEFAULT_REGION, AWS_ENDPOINT_URL, AWS_CA_BUNDLE and
those that name credentials. It is imported when the first call is made: it takes a Lambda as long to
load as half of the rest.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from botocore.exceptions import ClientError
    from botocore.session import Session

Trouble = Callable[[str, bool], Unavailable]  # takes the reason, and whether it may pass


_MAKING = Lock()  # a session makes one client at a time


def new_client(service: str, **options: Any) -> Any:
    """A client of this service; threads may share it. `options` go to the SDK's Config.

    It is made when it is first used.
    """
    return _LateClient(service, options)


def client_error() -> type[ClientError]:
    """The class of what a service refuses, for an `except`."""
    from botocore import exceptions

    kind: type[ClientError] = exceptions.ClientError
    return kind


def any_error() -> tuple[type[Exception], ...]:
    """The classes of all that the SDK raises, for an `except`."""
    from botocore.exceptions import BotoCoreError, ClientError

    return (ClientError, BotoCoreError)


class _LateClient:
    """Stands for a client until it is used."""

    def __init__(self, service: str, options: dict[str, Any]) -> None:
        self._service, self._options = service, options
        self._made: Any = None

    def __getattr__(self, name: str) -> Any:
        if self._made is None:
            with _MAKING:
                self._made = self._made or _made_client(self._service, self._options)
        return getattr(self._made, name)


@cache
def _session() -> Session:
    from botocore.session import Session

    return Session()


def _made_client(service: str, options: dict[str, Any]) -> Any:
    from botocore.config import Config

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
    except client_error() as fault:
        code = error_code(fault)
        raise trouble(code, code not in LASTING) from fault
    except any_error() as fault:
        raise trouble(type(fault).__name__, True) from fault
