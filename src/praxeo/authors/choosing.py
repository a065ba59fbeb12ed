"""Who is to write an example: as it is asked for, else as its owner's settings say."""

from __future__ import annotations

from praxeo.domain.errors import Refused
from praxeo.domain.records import AuthorKind


def chosen_author(
    asked: AuthorKind | None, *, automatic: bool, has_model: bool, wish: str
) -> AuthorKind:
    """Who writes. `automatic`: the owner wants a model wherever there is one.

    Raises Refused("no_model") if a model is asked for and there is none, Refused("wish_without_model") for a
    wish that nobody would follow.
    """
    author = asked or ("model" if automatic and has_model else "offline")
    if author == "model" and not has_model:
        raise Refused("no_model", "No model is configured here; leave out the author.")
    if wish and author != "model":
        raise Refused(
            "wish_without_model",
            "The offline author takes everything from the source and follows no wishes; leave the wish out, or "
            "have a model write.",
        )
    return author


def no_model() -> Refused:
    """What says that there is no model where one is needed."""
    return Refused(
        "no_model", "No model is configured here; configure one, or choose the offline author."
    )
