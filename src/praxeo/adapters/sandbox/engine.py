"""The child's side of an installed program: put on the limits, then become that program.

Run as a file: MEMORY SECONDS FILES COMMAND... The program inherits the limits and has no network.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(arguments: list[str]) -> None:
    """Does not return."""
    memory, seconds, files, *command = arguments
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from praxeo.adapters.sandbox.limits import leave_the_network, set_limits

    leave_the_network()
    set_limits(int(memory), int(seconds), int(files))
    os.execve(command[0], command, dict(os.environ))  # noqa: S606 (no shell, an absolute path)


if __name__ == "__main__":
    main(sys.argv[1:])
