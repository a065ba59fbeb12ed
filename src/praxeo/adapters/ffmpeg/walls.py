"""Run as a file: puts up the walls that ffmpeg works behind, and tells those that the kernel of this machine holds."""

from __future__ import annotations

import os
import sys

FILES, NETWORK = "files", "network"


def main() -> None:
    """A word a line."""
    sys.path.insert(0, os.path.realpath(f"{__file__}/../../../.."))
    from praxeo.adapters.sandbox.landlock import allow_only
    from praxeo.adapters.sandbox.limits import leave_the_network

    held = {NETWORK: leave_the_network(), FILES: allow_only((), ())}
    os.write(1, "\n".join(wall for wall, stands in held.items() if stands).encode())


if __name__ == "__main__":
    main()
