"""What wiring an adapter of AWS needs first: the SDK, which a box does not install."""

from __future__ import annotations

import importlib.util

from praxeo.domain.errors import Refused


def need_sdk(variable: str) -> None:
    """Raises Refused("sdk_not_installed") if the SDK that this variable leads to is not there."""
    if importlib.util.find_spec("botocore") is None:
        raise Refused(
            "sdk_not_installed",
            f"{variable} leads to AWS, whose SDK is not installed. Install it: pip install praxeo[aws].",
        )
