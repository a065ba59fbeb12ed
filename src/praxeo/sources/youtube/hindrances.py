"""Why nothing was heard of a video that has no captions here, each with what to do next."""

from __future__ import annotations

from praxeo.domain.errors import Refused
from praxeo.ports.videos import Hindrance

_THEN = "Open the video's transcript, copy it with its times into a text file, and add that to the video."


def unheard(hindrance: Hindrance) -> Refused:
    """What is said where there are no captions; a video is read by nothing else."""
    match hindrance:
        case "video_upcoming":
            return Refused(
                "video_upcoming", "This video has not begun yet. Come back when it is over."
            )
        case "video_live":
            return Refused("video_live", "This video is live now. Come back when it is over.")
        case "video_processing":
            return Refused(
                "video_processing",
                "YouTube is still working on this video. Come back in some hours.",
            )
        case "video_failed":
            return Refused(
                "video_failed", "YouTube could not take this video or took it down. Choose another."
            )
        case "video_age_restricted":
            return Refused(
                "video_age_restricted",
                f"This video is shown to adults who have logged in only. {_THEN}",
            )
        case "video_region_restricted":
            return Refused(
                "video_region_restricted", f"This video is not shown in every country. {_THEN}"
            )
        case "video_without_captions":
            return Refused(
                "video_without_captions",
                f"Its owner has given this video no captions; YouTube may have made some. {_THEN}",
            )
        case _:
            return Refused(
                "captions_needed",
                f"A video is read by its captions, which YouTube gives to its owner only. {_THEN}",
            )
