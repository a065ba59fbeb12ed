"""What libraries written in Rust raise where they give up: a class that exists only from then on."""

from __future__ import annotations


def panics() -> tuple[type[BaseException], ...]:
    """The classes of such errors so far, to be named in an `except` clause."""
    return tuple(
        kind for kind in BaseException.__subclasses__() if kind.__name__ == "PanicException"
    )
