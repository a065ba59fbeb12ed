"""The command `praxeo`: its commands are in the cli_* modules beside this one.

Data goes to standard output, progress and messages to standard error; docs/reference/cli.md is made
from the commands' own help.
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from praxeo.config import read_config
from praxeo.domain.errors import PraxeoError
from praxeo.entrypoints import (
    cli_doctor,
    cli_documents,
    cli_library,
    cli_make,
    cli_serve,
    cli_transfer,
)
from praxeo.entrypoints.cli_output import (
    EXIT_CODES,
    EXIT_UNEXPECTED,
    complain,
    print_text,
    write_any_sign,
)
from praxeo.observability import logs

KEEP_LINES = "\b"  # before a paragraph whose lines are not to be joined
EPILOG = "Exit codes: " + ", ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items())

app = typer.Typer(
    name="praxeo",
    help="Turn a document into an interactive learning app that is proven by running it.\n\n"
    "Start with: praxeo make FILE",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("make", cli_make.make),
    ("quote", cli_make.quote),
    ("serve", cli_serve.serve),
    ("worker", cli_serve.worker),
    ("list", cli_library.list_examples),
    ("show", cli_library.show),
    ("export", cli_library.export),
    ("delete", cli_library.delete),
    ("transfer", cli_transfer.transfer),
    ("migrate", cli_transfer.migrate),
    ("extract", cli_documents.extract),
    ("check", cli_documents.check),
    ("doctor", cli_doctor.doctor),
)


def help_of(command: Callable[..., None]) -> str:
    """The command's docstring with its examples, the lines that begin with `praxeo `, kept as lines."""
    lines = inspect.cleandoc(command.__doc__ or "").splitlines()
    examples = [f"  {line}" for line in lines if line.startswith("praxeo ")]
    text = "\n".join(line for line in lines if not line.startswith("praxeo ")).strip()
    return text if not examples else "\n".join([text, "", KEEP_LINES, "Examples:", *examples])


for _name, _command in COMMANDS:
    _summary = (_command.__doc__ or "").partition("\n")[0].rstrip(".")
    app.command(_name, help=help_of(_command), short_help=_summary)(_command)


def print_version(wanted: bool) -> None:
    """Print the version and leave, if that is wanted."""
    if wanted:
        from importlib.metadata import version  # the only use of a module that is slow to load

        print_text(f"praxeo {version('praxeo')}")
        raise typer.Exit


@app.callback()
def praxeo(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=print_version, is_eager=True, help="Print the version and leave."
        ),
    ] = False,
) -> None:
    """Options that come before the command."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    write_any_sign()
    try:
        logs.start_logging(read_config(os.environ).log_level)
        app(args=arguments, standalone_mode=True)
    except PraxeoError as error:
        sys.exit(complain(error))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception:  # noqa: BLE001 (the last place: a person gets a sentence, the log the trace)
        logs.unexpected("The command failed in an unexpected way.")
        sys.exit(EXIT_UNEXPECTED)


if __name__ == "__main__":
    main()
