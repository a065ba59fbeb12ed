"""`make cloud`: the local cloud with the app of `infra/` deployed into it, until it is stopped."""

from __future__ import annotations

import signal
import sys
import tempfile
from pathlib import Path

from local_cloud import running

from deployed import Deployed, deploy


def main() -> int:
    """Start, deploy, say where everything is, and wait. What is made there is gone afterwards."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="praxeo-cloud-") as name:
        folder = Path(name)
        try:
            with running(folder) as cloud:
                print("The local cloud is up; deploying takes a minute or two ...", flush=True)
                app = deploy(cloud, folder)
                with app.front_door():
                    say(app)
                    signal.pause()
        except KeyboardInterrupt:
            print("The local cloud is stopped.")
    return 0


def say(app: Deployed) -> None:
    """Where everything is."""
    print(
        f"Open this:   {app.studio}/   (your browser asks you to accept a certificate of this machine)"
    )
    print(f"Embeds:      {app.embeds}/e/ID")
    print(f"API:         {app.address('api')}/v1/health")
    print(f"AWS:         {app.cloud.url}  (key: test, secret: test, region: {app.region})")
    print(f"Certificate: {app.cloud.certificate}")
    print("Stop it with Ctrl-C.", flush=True)


if __name__ == "__main__":
    sys.exit(main())
