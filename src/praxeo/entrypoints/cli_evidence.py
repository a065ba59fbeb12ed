"""The commands about what an app rests on: its spec, its claims, and its sources as they are today."""

from __future__ import annotations

from praxeo.entrypoints.cli_grammar import Command, argument, option
from praxeo.entrypoints.cli_making import JSON
from praxeo.entrypoints.cli_values import FILE

LIBRARY = "Library"

EXAMPLE = argument("EXAMPLE", help="The id of an example, as `praxeo list` prints it.")

EVIDENCE: tuple[Command, ...] = (
    Command(
        name="spec",
        function="cli_spec:spec",
        group=LIBRARY,
        summary="Print an example's spec: what is taught and practised, as text",
        text="Of an example that was made with `--spec-first` it can be changed before the app is made and paid for.",
        examples=("praxeo spec exa_01h2... > pendulum.md",),
        parameters=(EXAMPLE,),
    ),
    Command(
        name="approve",
        function="cli_spec:approve",
        group=LIBRARY,
        summary="Have the app made of a spec that waits for your word",
        text="For examples that were made with `--spec-first`: only now a model is asked, and paid, for the app.",
        examples=(
            "praxeo approve exa_01h2...",
            "praxeo approve exa_01h2... --spec pendulum.md",
        ),
        parameters=(
            EXAMPLE,
            option(
                "--spec",
                help="A file with the spec as you changed it, which takes its place first.",
                value=FILE,
                default=None,
                field="text",
            ),
            JSON,
        ),
    ),
    Command(
        name="claims",
        function="cli_claims:claims",
        group=LIBRARY,
        summary="Tell what an example claims, item by item, and where its source says so",
        text="Each line has the verdict (quoted, restated, not found, own), a tick where it is proven by rule, and the "
        "claim; below it the sentence of the source. The rules that refuse a claim or leave it in doubt are named.",
        examples=("praxeo claims exa_01h2...", "praxeo claims exa_01h2... --json"),
        parameters=(EXAMPLE, JSON),
    ),
    Command(
        name="check-sources",
        function="cli_sources:check_sources",
        group=LIBRARY,
        summary="Look whether the pages that examples were made of still say what was read of them",
        text="Each source is visited where it was read, politely: same, changed, gone, or not to be reached. For changed "
        "sentences it shows the items that rest on them, as they are and as they would be. Nothing is changed by looking; "
        "--take takes over what the last look found, as a new version. What is published stays as it is until you publish "
        "that version.",
        examples=(
            "praxeo check-sources exa_01h2...",
            "praxeo check-sources exa_01h2... --take all",
            "praxeo check-sources exa_01h2... --take i5f3c0a1b2d4e,i0a9b8c7d6e5f",
        ),
        parameters=(
            argument(
                "EXAMPLE...",
                help="Ids of examples, as `praxeo list` prints them.",
                many=True,
                field="examples",
            ),
            option(
                "--take",
                help="Items that are to say what their source says now: all, none, or their keys with commas between. "
                "The others stay as they are.",
            ),
            JSON,
        ),
    ),
)
