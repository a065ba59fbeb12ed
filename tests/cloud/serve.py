"""`make cloud`: the local cloud with the app of `infra/` deployed into it, until it is stopped."""

from __future__ import annotations

import signal
import sys
import tempfile
from pathlib import Path

from local_cloud import running

from deployed import deploy


def main() -> int:
    """Start, deploy, say where everything is, and wait. What is made there is gone afterwards."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="praxeo-cloud-") as name:
        folder = Path(name)
        try:
            with running(folder) as cloud:
                print("The local cloud is up; deploying takes a minute or two ...", flush=True)
                app = deploy(cloud, folder)
                print(f"API:         {app.address('api')}/v1/health")
                print(f"Embeds:      {app.address('embeds')}/e/ID")
                print(f"AWS:         {cloud.url}  (key: test, secret: test, region: {app.region})")
                print(f"Certificate: {cloud.certificate}")
                print("Stop it with Ctrl-C.", flush=True)
                signal.pause()
        except KeyboardInterrupt:
            print("The local cloud is stopped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
