"""Child of run.py: one extractor over the corpus; texts, seconds and peak memory as JSON."""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable

import corpus


def extractor(tool: str) -> Callable[[bytes], str]:
    """A function from the bytes of a page to the plain text of its main content."""
    if tool == "praxeo":
        from praxeo.sources.documents.html.reader import read_html
        from praxeo.domain.errors import Refused

        def ours(data: bytes) -> str:
            try:
                return "\n".join(block.text for block in read_html(data).blocks)
            except Refused:
                return ""

        return ours
    if tool == "trafilatura":
        import trafilatura

        return lambda data: trafilatura.extract(data) or ""
    if tool == "resiliparse":
        from resiliparse.extract.html2text import extract_plain_text

        return lambda data: extract_plain_text(data.decode("utf-8", "replace"), main_content=True)
    import lxml.html
    import readability

    def readable(data: bytes) -> str:
        summary = readability.Document(data.decode("utf-8", "replace")).summary()
        return str(lxml.html.fromstring(summary).text_content())

    return readable


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tool")
    parser.add_argument("--every", type=int, default=1)
    arguments = parser.parse_args()
    extract = extractor(arguments.tool)
    extract(b"<html><body><p class='a'>Warm up.</p></body></html>")
    texts, seconds = {}, 0.0
    for number, case in enumerate(corpus.cases()):
        if number % arguments.every:
            continue
        start = time.process_time()
        texts[case.id] = extract(case.html)
        seconds += time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"texts": texts, "seconds": seconds, "peak_mb": peak}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
