"""The command `praxeo`: its table is cli_commands, what each command does is in the cli_* modules beside it.

Data goes to standard output, progress and messages to standard error; docs/reference/cli.md is made
from the table, as the help is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from praxeo.domain.errors import PraxeoError
from praxeo.entrypoints.cli_commands import COMMANDS
from praxeo.entrypoints.cli_grammar import EXIT_WRONG_USAGE, HELP_NAMES, nearest, wrong_usage
from praxeo.entrypoints.cli_output import EXIT_UNEXPECTED, complain, print_text, write_any_sign
from praxeo.environment import log_level
from praxeo.observability import logs

EXIT_NOBODY_READS = 141  # as of programs that a shell ends for it
SERVING = ("serve", "worker")  # what goes on until it is stopped, and is looked after by its log


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    write_any_sign()
    try:
        given = sys.argv[1:] if arguments is None else arguments
        logs.start_logging(_logged_by(given))
        try:
            _run(given)
        finally:
            sys.stdout.flush()  # here, where it is known what to do if nobody reads
    except PraxeoError as error:
        sys.exit(complain(error))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # who reads has had enough (`praxeo list | head -1`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to flush
        sys.exit(EXIT_NOBODY_READS)
    except Exception:  # noqa: BLE001 (the last place: a person gets a sentence, the log the trace)
        logs.unexpected("The command failed in an unexpected way.")
        sys.exit(EXIT_UNEXPECTED)


def _logged_by(arguments: Sequence[str]) -> str:
    """What is logged: of a command that a person waits for only defects, unless they ask for more; it says itself what
    they should know."""
    level = log_level(os.environ)
    asked = "PRAXEO_LOG_LEVEL" in os.environ or any(name in arguments[:1] for name in SERVING)
    return level if asked else "error"


def _run(arguments: Sequence[str]) -> None:
    name, *rest = arguments or [""]
    command = next((each for each in COMMANDS if each.name == name), None)
    if command:
        command.run(command.read(rest, lambda: _help(name)))
    elif name == "--version":
        from importlib.metadata import version  # the only use of a module that is slow to load

        print_text(f"praxeo {version('praxeo')}")
    elif name in HELP_NAMES:
        print_text(_help())
    elif not name:
        sys.stderr.write(_help())
        sys.exit(EXIT_WRONG_USAGE)
    else:
        kind = "option" if name.startswith("-") else "command"
        known = [each.name for each in COMMANDS]
        wrong_usage("", "praxeo COMMAND ...", f"no such {kind}: {name}{nearest(name, known)}")


def _help(name: str = "") -> str:
    """The help of a command, or of all."""
    from praxeo.entrypoints.cli_help import columns, general_help, help_of

    command = next((each for each in COMMANDS if each.name == name), None)
    return help_of(command, columns()) if command else general_help(COMMANDS, columns())


if __name__ == "__main__":
    main()
