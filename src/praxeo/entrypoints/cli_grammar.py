"""What a command is on the command line: its words, its parameters, and how its arguments are read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NoReturn

from praxeo.entrypoints.cli_values import TEXT, Value

EXIT_WRONG_USAGE = 2
HELP_NAMES = ("-h", "--help")


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """One argument or option of a command; `field` is what the command's function calls it.

    `names` is the one word that stands for an argument, or the spellings of an option. An option without
    `value` is a switch. What may be given `many` times is a list; of an argument there are at `least` so many.
    """

    field: str
    names: tuple[str, ...]
    help: str
    value: Value | None = None
    default: object = None
    required: bool = False
    many: bool = False
    least: int = 1

    @property
    def is_option(self) -> bool:
        """Whether it is told by its name rather than by its place."""
        return self.names[0].startswith("-")


def argument(
    name: str,
    *,
    help: str,
    value: Value = TEXT,
    field: str = "",
    many: bool = False,
    least: int = 1,
) -> Parameter:
    """What is told by its place; it must be given, unless of many at `least` 0 are."""
    return Parameter(
        field=field or _field(name),
        names=(name,),
        help=help,
        value=value,
        default=() if many else None,
        many=many,
        least=least,
    )


def option(
    *names: str,
    help: str,
    value: Value = TEXT,
    default: object = "",
    required: bool = False,
    field: str = "",
    many: bool = False,
) -> Parameter:
    """What is told by its name, with a value after it; `many`: as often as one likes."""
    return Parameter(
        field=field or _field(names[-1]),
        names=names,
        help=help,
        value=value,
        default=() if many else default,
        required=required,
        many=many,
    )


def switch(*names: str, help: str, field: str = "") -> Parameter:
    """An option that is on if it is given."""
    return Parameter(field=field or _field(names[-1]), names=names, help=help, default=False)


def _field(name: str) -> str:
    return name.strip("-.").replace("-", "_").lower()


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """One command: `function` is "module:name" beside this module, imported when the command is chosen."""

    name: str
    function: str
    group: str
    summary: str
    text: str = ""
    examples: tuple[str, ...]
    parameters: tuple[Parameter, ...] = ()

    def run(self, values: dict[str, Any]) -> None:
        """Import the command's module and do what it is for."""
        module, _, name = self.function.partition(":")
        do: Callable[..., None] = getattr(import_module(f"praxeo.entrypoints.{module}"), name)
        do(**values)

    def read(self, arguments: Sequence[str], show_help: Callable[[], str]) -> dict[str, Any]:
        """The values of its parameters. Wrong usage and a wish for help end the process."""
        named, placed = (_Parser(self, prefix) for prefix in ("-", "\0"))
        named.add_argument(
            *HELP_NAMES, action=_Help, nargs=0, const=show_help, default=argparse.SUPPRESS
        )
        for each in self.parameters:
            _add(named if each.is_option else placed, each)
        words = list(arguments)
        end = words.index("--") if "--" in words else len(words)
        given, rest = named.parse_known_args(words[:end])
        if unknown := next((word for word in rest if len(word) > 1 and word[0] == "-"), None):
            options = [name for each in self.parameters for name in each.names if each.is_option]
            named.error(f"no such option: {unknown}{nearest(unknown, options)}")
        given, extra = placed.parse_known_args([*rest, *words[end + 1 :]], given)
        if extra:
            placed.error(f"unexpected extra argument: {extra[0]}")
        defaults = {each.field: each.default for each in self.parameters}
        return defaults | vars(given)


class _Parser(argparse.ArgumentParser):
    """Reads either what begins with this sign or all the rest, so that options may stand anywhere."""

    def __init__(self, command: Command, prefix: str) -> None:
        super().__init__(prefix_chars=prefix, add_help=False, allow_abbrev=False)
        self._command = command

    def error(self, message: str) -> NoReturn:
        told = message.removeprefix("argument ").replace(
            "the following arguments are required", "missing"
        )
        wrong_usage(self._command.name, usage(self._command), told)


class _Help(argparse.Action):
    def __call__(self, *_: object, **__: object) -> NoReturn:
        assert callable(self.const)
        sys.stdout.write(self.const())
        raise SystemExit(0)


def _add(parser: argparse.ArgumentParser, each: Parameter) -> None:
    shared: dict[str, Any] = {"default": argparse.SUPPRESS}
    if each.value is None:
        parser.add_argument(*each.names, dest=each.field, action="store_true", **shared)
        return
    shared |= {"type": each.value.read, "metavar": each.names[0].partition("...")[0]}
    if each.is_option:
        shared["metavar"] = each.value.shown
        action = "append" if each.many else "store"
        parser.add_argument(
            *each.names, dest=each.field, action=action, required=each.required, **shared
        )
    else:
        several = "+" if each.least else "*"
        parser.add_argument(each.field, nargs=several if each.many else None, **shared)


def usage(command: Command) -> str:
    """How the command is called, in one line."""
    words = [each.names[0] for each in command.parameters if not each.is_option]
    return " ".join(["praxeo", command.name, "[OPTIONS]", *words])


def wrong_usage(name: str, called: str, message: str) -> NoReturn:
    """Say what is wrong with how a command was called and where its help is, and leave."""
    told = message[:1].upper() + message[1:].rstrip(".")
    helper = f"praxeo {name} --help" if name else "praxeo --help"
    sys.stderr.write(f"Usage: {called}\nTry '{helper}' for help.\n\nError: {told}.\n")
    raise SystemExit(EXIT_WRONG_USAGE)


def nearest(word: str, known: Sequence[str]) -> str:
    """A hint at what may have been meant, or ""."""
    from difflib import get_close_matches

    found = get_close_matches(word, known, n=1)
    return f" (did you mean {found[0]}?)" if found else ""
