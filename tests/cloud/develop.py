"""`make dev-cloud`: `make dev` over DynamoDB, S3 and SQS of a local cloud, until it is stopped."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from installation import set_up
from local_cloud import running

from devtools import dev


def main() -> None:
    """Start the cloud, set it up, and develop in it. What is made there is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="praxeo-cloud-") as name, running(Path(name)) as cloud:
        print(f"The local cloud is at {cloud.url} (key: test, secret: test).", flush=True)
        os.environ.update(set_up(cloud).variables())
        dev.main()


if __name__ == "__main__":
    main()
