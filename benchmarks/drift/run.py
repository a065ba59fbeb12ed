"""How well changed sources are told from unchanged ones: `python -m benchmarks.drift.run [-v]`.

A hundred revisions of pages at HTML level (half of each hand), twenty of videos' captions and twenty of wiki pages.
A section is affected if a sentence of one of its claims says something else or is not there any more.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator

from benchmarks.drift import editors_hand, plain_hand
from benchmarks.drift.captions import caption_revisions
from benchmarks.drift.pages import Revision, pages
from benchmarks.drift.wikis import wiki_revisions
from benchmarks.web.corpus import ABSENT, present
from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.reader import read_html
from praxeo.sources.drift.comparing import Later
from praxeo.sources.drift.parts import parts_of
from praxeo.sources.drift.vanishing import is_gone, is_gone_for

PAGES = 50
FLOORS = {"affected": 0.97, "false stale": 0.02, "gone": 0.95}


def page_revisions(seed: int = 13) -> Iterator[Revision]:
    for at, page in enumerate(pages(PAGES)):
        for hand in (plain_hand, editors_hand):
            yield hand.revised(page, at, random.Random(f"{seed}{hand.__name__}{at}"))


def judged(revision: Revision, verbose: bool) -> Counter[str]:
    """What was told of one revision, in counts."""
    tally: Counter[str] = Counter()
    page = revision.page
    try:
        after = revision.read() if revision.read else read_html(revision.html.encode())
        gone = is_gone(page.extraction, after)
    except Refused as refusal:
        gone = is_gone_for(refusal)
    tally["gone right" if gone == revision.gone else "gone wrong"] += 1
    if gone != revision.gone and verbose:
        print(page.id, revision.hand, revision.kind, "gone" if gone else "not gone")
    if gone or revision.gone:
        return tally
    later = Later.of(after.blocks)
    whole = {name: part for part in parts_of(page.extraction.blocks) for name in part.references}
    states = {reference: later.find(whole[reference].words) for reference in page.claims}
    changed = {page.section_of[r] for r in revision.affected}
    told = {page.section_of[r] for r, found in states.items() if found.state != "same"}
    for section in set(page.section_of.values()):
        kind = "affected" if section in changed else "neutral"
        tally[f"{kind} {'told' if section in told else 'not told'}"] += 1
    if verbose:
        for reference, found in states.items():
            if (found.state != "same") != (reference in revision.affected):
                print(
                    page.id,
                    revision.hand,
                    revision.kind,
                    found.state,
                    "|",
                    page.claims[reference],
                    "|",
                    found.now and found.now.text,
                )
    return tally


def show(name: str, tally: Counter[str]) -> dict[str, float]:
    affected = tally["affected told"] + tally["affected not told"]
    neutral = tally["neutral told"] + tally["neutral not told"]
    judged_pages = tally["gone right"] + tally["gone wrong"]
    figures = {
        "affected": tally["affected told"] / max(1, affected),
        "false stale": tally["neutral told"] / max(1, neutral),
        "gone": tally["gone right"] / max(1, judged_pages),
    }
    print(
        f"{name:28} {judged_pages:4} revisions  affected sections found {figures['affected']:.3f} of {affected:4}  "
        f"false stale {figures['false stale']:.3f} of {neutral:4}  gone from changed {figures['gone']:.3f}"
    )
    return figures


def main() -> int:
    if not present():
        print(ABSENT)
        return 0
    verbose = "-v" in sys.argv
    tallies: dict[str, Counter[str]] = {}
    for revision in (*page_revisions(), *caption_revisions(), *wiki_revisions()):
        tallies.setdefault(revision.hand, Counter()).update(judged(revision, verbose))
    for hand, tally in tallies.items():
        show(hand, tally)
    figures = show("all", sum(tallies.values(), Counter()))
    held = (
        figures["affected"] >= FLOORS["affected"]
        and figures["false stale"] <= FLOORS["false stale"]
    )
    return 0 if held and figures["gone"] >= FLOORS["gone"] else 1


if __name__ == "__main__":
    sys.exit(main())
