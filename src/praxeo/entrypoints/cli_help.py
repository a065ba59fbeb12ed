"""The help of the command line, made from the table of commands: for the terminal and for the reference page."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Sequence
from itertools import groupby

from praxeo.entrypoints.cli_grammar import Command, Parameter, usage
from praxeo.entrypoints.cli_output import EXIT_CODES

COLUMNS_MAX = 90
FIRST_COLUMN_MAX = 32
GENERAL = "praxeo [--version] [--help] COMMAND ..."
HELP_ROW = ("-h, --help", "Show this message and exit.")


def columns() -> int:
    """How wide the terminal's help is."""
    return min(COLUMNS_MAX, shutil.get_terminal_size().columns)


def general_help(commands: Sequence[Command], width: int) -> str:
    """What Praxeo is for, how to begin, every command in a line, and the exit codes."""
    parts = [
        f"Usage: {GENERAL}",
        _filled(
            "Turn a document into an interactive learning app that is proven by running it.", width
        ),
        "  Start with:  praxeo make FILE\n  Then:        praxeo serve       (the studio, in a browser)\n"
        "  One command: praxeo COMMAND --help",
    ]
    for group, members in groupby(commands, key=lambda command: command.group):
        parts.append(_table(group, [(each.name, each.summary) for each in members], width, 10))
    options = [("--version", "Print the version and leave."), HELP_ROW]
    codes = [(str(code), meaning) for code, meaning in EXIT_CODES.items()]
    parts += [_table("Options", options, width), _table("Exit codes", codes, width)]
    return "\n\n".join(parts) + "\n"


def help_of(command: Command, width: int) -> str:
    """What a command does, how it is called, and what each of its parameters means."""
    parts = [f"Usage: {usage(command)}", _filled(f"{command.summary}.", width)]
    parts += [_filled(paragraph, width) for paragraph in command.text.split("\n\n") if paragraph]
    parts.append("\n".join(["  Examples:", *(f"    {example}" for example in command.examples)]))
    places = [each for each in command.parameters if not each.is_option]
    if places:
        parts.append(_table("Arguments", [(each.names[0], each.help) for each in places], width))
    options = [_option(each) for each in command.parameters if each.is_option]
    parts.append(_table("Options", [*options, HELP_ROW], width))
    return "\n\n".join(parts) + "\n"


def _option(each: Parameter) -> tuple[str, str]:
    names = ", ".join(each.names)
    told = each.help
    if each.required:
        told += "  [required]"
    elif each.default:
        told += f"  [default: {each.default}]"
    return f"{names} {each.value.shown}" if each.value else names, told


def _filled(text: str, width: int) -> str:
    return textwrap.fill(text, width, initial_indent="  ", subsequent_indent="  ")


def _table(title: str, rows: Sequence[tuple[str, str]], width: int, least: int = 0) -> str:
    """Rows of two columns; a long first column has its second one below it."""
    first = max([least, *(len(name) for name, _ in rows if len(name) <= FIRST_COLUMN_MAX)]) + 4
    lines = [f"{title}:"]
    for name, told in rows:
        lead = f"  {name}".ljust(first)
        if len(name) > FIRST_COLUMN_MAX:
            lines.append(f"  {name}")
            lead = " " * first
        lines.append(textwrap.fill(told, width, initial_indent=lead, subsequent_indent=" " * first))
    return "\n".join(lines)
