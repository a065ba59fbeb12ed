"""Development: the server restarts when Python changes, the studio reloads when TypeScript does.

Started by `make dev`; nothing here runs in production.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from watchfiles import PythonFilter, run_process

STUDIO_PORT = 5173
ROOT = Path(__file__).resolve().parents[3]


def main() -> None:
    """Run `praxeo serve` and Vite together until interrupted."""
    port = os.environ.get("PRAXEO_PORT", "8400")
    environment = {
        **os.environ,
        "PRAXEO_ALLOWED_ORIGINS": f"http://127.0.0.1:{STUDIO_PORT}",
        "PRAXEO_DEV_API": f"http://127.0.0.1:{port}",
        "PRAXEO_LOG_LEVEL": os.environ.get("PRAXEO_LOG_LEVEL", "info"),
    }
    vite = ["npx", "vite", "--config", "studio/vite.config.ts", "--host", "127.0.0.1"]
    vite += ["--port", str(STUDIO_PORT), "--strictPort"]
    os.environ.update(environment)
    studio = subprocess.Popen(vite, cwd=ROOT / "web", env=environment)
    print(f"The studio, reloading as you type: http://127.0.0.1:{STUDIO_PORT}")
    try:
        run_process(
            ROOT / "src",
            target=f"{sys.executable} -m praxeo.entrypoints.cli serve",
            target_type="command",
            watch_filter=PythonFilter(),
        )
    finally:
        studio.terminate()
        studio.wait()


if __name__ == "__main__":
    main()
