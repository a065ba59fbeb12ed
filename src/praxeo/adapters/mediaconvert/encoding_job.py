"""What MediaConvert is asked for: each rendition as one file, a keyframe at the start of every segment."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from praxeo.domain.media import MediaFacts, Rung

SEGMENT_SECONDS = 4
QUALITY = 7  # of 10, of quality-defined bit rates
RATE_DENOMINATOR_MAX = 1001


def encoding_job(
    facts: MediaFacts, rungs: Sequence[Rung], *, place: str, token: str, job_id: str, role: str
) -> dict[str, Any]:
    """The request for these renditions of what lies at `place`/source; they come to lie beside it, by their names.

    The same `token` is never paid twice. `job_id` comes back with the event that tells of the end.
    """
    return {
        "Role": role,
        "ClientRequestToken": token,
        "UserMetadata": {"job": job_id},
        "AccelerationSettings": {"Mode": "DISABLED"},
        "StatusUpdateInterval": "SECONDS_20",
        "Settings": {
            "TimecodeConfig": {"Source": "ZEROBASED"},
            "Inputs": [
                {
                    "FileInput": f"{place}/source",
                    "VideoSelector": {"Rotate": "AUTO", "ColorSpace": "FOLLOW"},
                    "TimecodeSource": "ZEROBASED",
                }
            ],
            "OutputGroups": [
                {
                    "Name": "renditions",
                    "OutputGroupSettings": {
                        "Type": "FILE_GROUP_SETTINGS",
                        "FileGroupSettings": {"Destination": f"{place}/picture"},
                    },
                    "Outputs": [_output(facts, rung) for rung in rungs],
                }
            ],
        },
    }


def name_of(rung: Rung) -> str:
    """The name of the file that is made for it."""
    return f"picture_{rung.name}.mp4"


def _output(facts: MediaFacts, rung: Rung) -> dict[str, Any]:
    # What was filmed for brighter screens looks gray on common ones.
    corrected = {"VideoPreprocessors": {"ColorCorrector": {"ColorSpaceConversion": "FORCE_709"}}}
    hdr = facts.video is not None and facts.video.hdr
    return {
        "NameModifier": f"_{rung.name}",
        "ContainerSettings": {"Container": "MP4"},
        "VideoDescription": {
            "Width": rung.width,
            "Height": rung.height,
            "ScalingBehavior": "FIT_NO_UPSCALE",
            **(corrected if hdr else {}),
            "CodecSettings": {"Codec": "H_264", "H264Settings": _h264(rung)},
        },
    }


def _h264(rung: Rung) -> dict[str, Any]:
    rate = Fraction(rung.frames_per_second).limit_denominator(RATE_DENOMINATOR_MAX)
    return {
        "RateControlMode": "QVBR",
        "QvbrSettings": {"QvbrQualityLevel": QUALITY},
        "MaxBitrate": rung.bit_rate,
        "FramerateControl": "SPECIFIED",
        "FramerateNumerator": rate.numerator,
        "FramerateDenominator": rate.denominator,
        "GopSize": SEGMENT_SECONDS,
        "GopSizeUnits": "SECONDS",
        "SceneChangeDetect": "DISABLED",
        "QualityTuningLevel": "SINGLE_PASS",
    }
