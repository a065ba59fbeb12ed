"""The plan of a topic at the command line: written to be edited, and read again by `make --plan`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, cast

from praxeo.domain.access import local_user
from praxeo.domain.errors import Refused
from praxeo.domain.input_records import Depth
from praxeo.entrypoints.cli_inputs import TopicAsked
from praxeo.entrypoints.cli_output import opened_library, print_json, print_text

if TYPE_CHECKING:
    from praxeo.sources.research.planning import TopicPlan

QUERY = "- "


def plan(topic: str, depth: Depth, as_json: bool) -> None:
    """Say what is going to be asked for a topic, and what that takes. Nothing is asked by it."""
    with opened_library() as praxeo:
        found = praxeo.topics.plan(local_user().account, topic, depth)
    if as_json:
        print_json(asdict(found))
    else:
        print_text("\n".join(_lines(found)))


def _lines(found: TopicPlan) -> list[str]:
    return [
        "# Change what you like, then: praxeo make --plan THIS_FILE",
        f"topic: {found.topic}",
        f"depth: {found.depth}",
        f"# Reads {found.pages} pages at most, from: {', '.join(found.engines)}.",
        f"# Costs {found.microusd / 1_000_000:.3f} dollars at most, and takes about {found.seconds} s.",
        "queries:",
        *(f"{QUERY}{query}" for query in found.queries),
    ]


def planned_in(file: Path) -> TopicAsked:
    """What a file says that `plan` wrote. Raises Refused("not_a_plan")."""
    lines = [line.strip() for line in file.read_text("utf-8", "replace").splitlines()]
    told = {
        name: value.strip()
        for name, colon, value in (line.partition(":") for line in lines)
        if colon
    }
    depth = told.get("depth", "quick")
    if not told.get("topic") or depth not in ("quick", "thorough"):
        raise Refused(
            "not_a_plan",
            f"{file.name} is no plan: it has no topic, or another depth than quick and thorough. "
            "`praxeo plan TOPIC` writes one.",
        )
    queries = tuple(line.removeprefix(QUERY) for line in lines if line.startswith(QUERY))
    return TopicAsked(words=told["topic"], depth=cast(Depth, depth), queries=queries)
