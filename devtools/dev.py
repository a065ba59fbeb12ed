"""Development: the server restarts when Python changes, the studio reloads when TypeScript does.

Unless PRAXEO_MODELS says otherwise, models are recordings: served by a Gemini on this machine where
Google's SDK is installed (`make gemini`), else replayed directly. Started by `make dev`; nothing here
runs in production.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from watchfiles import PythonFilter, run_process

STUDIO_PORT = 5173
ROOT = Path(__file__).resolve().parents[1]
RECORDINGS = ROOT / "samples" / "recordings"


def main() -> None:
    """Run `praxeo serve` and Vite together until interrupted."""
    port = os.environ.get("PRAXEO_PORT", "8400")
    environment = {
        **os.environ,
        "PRAXEO_ALLOWED_ORIGINS": f"http://127.0.0.1:{STUDIO_PORT}",
        "PRAXEO_DEV_API": f"http://127.0.0.1:{port}",
        "PRAXEO_LOG_LEVEL": os.environ.get("PRAXEO_LOG_LEVEL", "info"),
    }
    with recorded_models(environment) as models:
        _run({**environment, **models})


@contextmanager
def recorded_models(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """While inside, these settings name models that cost nothing; none if others are set."""
    if environment.get("PRAXEO_MODELS") or not RECORDINGS.is_dir():
        yield {}
    elif importlib.util.find_spec("google") and importlib.util.find_spec("google.genai"):
        from devtools.loopback.gemini import LoopbackGemini
        from devtools.loopback.recorded import recorded_answer

        server = LoopbackGemini(answer=recorded_answer(RECORDINGS))
        with server.running() as address:
            yield {
                "PRAXEO_MODELS": "gemini",
                "PRAXEO_GEMINI_URL": address,
                "GEMINI_API_KEY": next(iter(server.keys)),
            }
    else:
        yield {"PRAXEO_MODELS": f"scripted:{RECORDINGS}"}


def _run(environment: dict[str, str]) -> None:
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
