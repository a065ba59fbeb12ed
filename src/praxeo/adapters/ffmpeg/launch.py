"""The child's side of ffmpeg: put on the limits, then become it.

Run as a file: MEMORY SECONDS FILES WRITTEN INPUT FOLDER COMMAND... What it becomes has no network, reads the
input and the system's libraries, and writes into the folder only ("": nowhere).
"""

from __future__ import annotations

import os
import sys

SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/opt", "/nix")
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/proc/cpuinfo", "/sys/devices/system/cpu")


def main(arguments: list[str]) -> None:
    """Does not return."""
    memory, seconds, files, written, source, folder, *command = arguments
    sys.path.insert(0, os.path.realpath(f"{__file__}/../../../.."))  # no pathlib: it loads much
    from praxeo.adapters.sandbox.landlock import allow_only
    from praxeo.adapters.sandbox.limits import leave_the_network, set_limits

    program = os.path.realpath(command[0]).rpartition("/")[0]
    own = (program, f"{program}/../lib", os.path.realpath(source))
    leave_the_network()
    allow_only((*SYSTEM, *DEVICES, *own), filter(None, (folder,)))
    set_limits(int(memory), int(seconds), int(files), int(written))
    os.execve(command[0], command, dict(os.environ))  # noqa: S606 (no shell, an absolute path)


if __name__ == "__main__":
    main(sys.argv[1:])
