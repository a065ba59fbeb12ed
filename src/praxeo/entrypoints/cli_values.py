"""The kinds of values that arguments and options of commands may have, and how each is read."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from praxeo.domain.errors import Refused


@dataclass(frozen=True, slots=True)
class Value:
    """How a kind of value is shown in the help and read; `read` raises ArgumentTypeError with a sentence."""

    shown: str
    read: Callable[[str], Any]


def one_of(*words: str) -> Value:
    """One of these words."""

    def read(text: str) -> str:
        if text not in words:
            raise ArgumentTypeError(f"'{text}' is not one of {', '.join(words)}")
        return text

    return Value("|".join(words), read)


def some_of(*words: str) -> Value:
    """Some of these words with commas between them; as a tuple, in the order in which they are given."""
    known = one_of(*words)

    def read(text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(known.read(word.strip()) for word in text.split(",")))

    return Value(f"{known.shown}[,…]", read)


def whole(least: int, most: int) -> Value:
    """A whole number between two, both included."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise ArgumentTypeError(f"'{text}' is no whole number from {least} to {most}")
        return int(text)

    return Value(f"{least}..{most}", read)


def _file(text: str) -> Path:
    return _there(_no_folder(text), text)


def _file_or_folder(text: str) -> Path:
    return _there(Path(text), text)


def _there(path: Path, text: str) -> Path:
    if not path.exists():
        raise ArgumentTypeError(f"file '{text}' does not exist")
    if not os.access(path, os.R_OK):
        raise ArgumentTypeError(f"file '{text}' may not be read")
    return path


def _no_folder(text: str) -> Path:
    path = Path(text)
    if path.is_dir():
        raise ArgumentTypeError(f"'{text}' is a folder; name a file in it")
    return path


def _no_file(text: str) -> Path:
    path = Path(text)
    if path.exists() and not path.is_dir():
        raise ArgumentTypeError(f"'{text}' is no folder")
    return path


def _link(text: str) -> str:
    from praxeo.sources.web_page.links import link  # here: most commands are given none

    try:
        return link(text)
    except Refused as refused:
        raise ArgumentTypeError(f"'{text}' is no address of a web page") from refused


TEXT = Value("TEXT", str)
FOLDER = Value("FOLDER", _no_file)  # one that is there, or is to be made
FILE = Value("FILE", _file)  # one that is there
FILE_OR_FOLDER = Value("FILE", _file_or_folder)  # likewise
LINK = Value("URL", _link)
NEW_FILE = Value("FILE", _no_folder)  # one to be written
