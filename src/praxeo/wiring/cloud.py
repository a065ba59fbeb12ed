"""What wiring an adapter of AWS needs first: the SDK, which a box does not install."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from praxeo.config import name_of_url
from praxeo.domain.errors import Refused

if TYPE_CHECKING:
    from praxeo.ports.transcoding import Transcoder


def need_sdk(variable: str) -> None:
    """Raises Refused("sdk_not_installed") if the SDK that this variable leads to is not there."""
    if importlib.util.find_spec("botocore") is None:
        raise Refused(
            "sdk_not_installed",
            f"{variable} leads to AWS, whose SDK is not installed. Install it: pip install praxeo[aws].",
        )


def encoder(ffmpeg: str, role: str, blobs_url: str) -> Transcoder:
    """MediaConvert in this role, in the bucket of these blobs. Raises Refused: "bad_setting", "sdk_not_installed"."""
    name = name_of_url(blobs_url, "s3")
    if not name:
        raise Refused("bad_setting", "PRAXEO_ENCODING_ROLE needs BLOBS_URL to be s3://name.")
    need_sdk("PRAXEO_ENCODING_ROLE")
    from praxeo.adapters.aws import new_client
    from praxeo.adapters.mediaconvert.transcoder import MediaConvertTranscoder

    return MediaConvertTranscoder(
        ffmpeg,
        client=new_client("mediaconvert"),
        store=new_client("s3", signature_version="s3v4"),
        bucket=f"{name}-assets",
        role=role,
    )
