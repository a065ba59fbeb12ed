"""Small apps for the tests of the check, and a check without a browser."""

from __future__ import annotations

from datetime import UTC, datetime

from praxeo.compile.app import RuntimeFiles
from praxeo.domain.spec import Activity, Pair, Section, SpecDocument, Term
from praxeo.ports.browser import Browser
from praxeo.ports.proving import CheckOutcome
from praxeo.proof.checker import AppChecker

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
RUNTIME = RuntimeFiles(
    template=(
        '<!doctype html><html lang="%PRAXEO_LANG%"><head><title>%PRAXEO_TITLE%</title></head><body>'
        '<script type="application/json" id="praxeo-payload">%PRAXEO_PAYLOAD%</script>'
        "<script>%PRAXEO_JS%</script></body></html>"
    ),
    script="start()",
    style="",
)


def spec(*activities: Activity) -> SpecDocument:
    section = Section(id="s1", title="One", activities=activities)
    return SpecDocument(title="T", language="en", source="", author="", sections=(section,))


TERMS = Activity(kind="terms", title="Terms", items=(Term(term="a", definition="b", evidence=()),))
PAIRS = Activity(
    kind="matching",
    title="Pairs",
    items=tuple(Pair(left=f"l{n}", right=f"r{n}", evidence=()) for n in range(3)),
)


def check(
    html: str,
    browser: Browser | None = None,
    doc: SpecDocument | None = None,
    line: str = "",
    earlier: bytes = b"",
) -> CheckOutcome:
    ticks = iter(range(1000))
    checker = AppChecker(browser=browser, axe="", timer=lambda: float(next(ticks)), now=lambda: NOW)
    return checker(html, progress=lambda share: None, spec=doc, line=line, earlier=earlier)
