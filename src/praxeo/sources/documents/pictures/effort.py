"""How much work the pictures of one document may make, so that none of them costs the document its reading."""

from __future__ import annotations

from dataclasses import dataclass

# What the reader's process has for all is more than twice as much, and grows with the file as this does.
SECONDS_TOGETHER = 3.0
SECONDS_PER_BYTE = 2.5 / 2**20
# Measured: decoding and looking at a picture, and making WebP of it at the size in which it is kept.
SECONDS_EACH = 0.01
SECONDS_PER_PIXEL = 18e-9
SECONDS_PER_KEPT_PIXEL = 35e-9
KEPT_PIXELS_MAX = 1_500_000


@dataclass(kw_only=True)
class Effort:
    """The seconds of a processor that are left, by reckoning and not by a clock, so that each reading gives the same."""

    seconds_left: float = SECONDS_TOGETHER

    def grant(self, size: int) -> None:
        """Add what a picture of so many bytes may cost."""
        self.seconds_left += size * SECONDS_PER_BYTE

    def spend(self, width: int, height: int) -> None:
        """Take away what a picture of so many pixels costs."""
        pixels = width * height
        kept = min(pixels, KEPT_PIXELS_MAX)
        cost = SECONDS_EACH + pixels * SECONDS_PER_PIXEL + kept * SECONDS_PER_KEPT_PIXEL
        self.seconds_left -= cost
