"""Pass the XSS vectors of the corpus through the HTML reader and have their scorer judge the text."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus

from praxeo.sources.documents.html.reader import read_html
from praxeo.domain.errors import Refused

VECTORS = corpus.CORPORA / "sanitize" / "xss_vectors.json"


def as_shown(payload: str) -> str:
    """What the blocks hold, escaped as every view escapes plain text."""
    try:
        blocks = read_html(payload.encode("utf-8", "replace")).blocks
    except Refused:
        return ""
    text = "\n".join(block.text for block in blocks)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def main() -> int:
    if not VECTORS.is_file():
        print("The corpus ../shared/corpora/sanitize is not there: nothing was measured.")
        return 0
    vectors = json.loads(VECTORS.read_text("utf-8"))
    out = {vector["id"]: as_shown(vector["payload"]) for vector in vectors}
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "out.json"
        written.write_text(json.dumps(out), "utf-8")
        scorer = [sys.executable, str(corpus.CORPORA / "score_xss.py"), "--per-case"]
        return subprocess.run([*scorer, "--gold", str(VECTORS), "--pred", str(written)]).returncode


if __name__ == "__main__":
    sys.exit(main())
