"""The commands `spec` and `approve`: look at what was written first, and have the app made of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from praxeo.domain.access import local_user
from praxeo.domain.errors import NotFound, Refused
from praxeo.entrypoints.cli_make import carried_out
from praxeo.entrypoints.cli_output import leave, opened_library, print_text

if TYPE_CHECKING:
    from praxeo.app import Praxeo


def spec(example: str) -> None:
    """Print the text of an example's spec."""
    with opened_library() as praxeo:
        record = praxeo.examples.get(local_user(), example)
        if not record.spec_id:
            raise NotFound("no_spec_yet", record.reason or "There is no spec of this example yet.")
        text = praxeo.examples.spec_text(praxeo.examples.spec(local_user(), record.spec_id))
    print_text(text)


def approve(example: str, text: Path | None, as_json: bool) -> None:
    """Have the app made of the spec that waits, or of this text in its place."""
    with opened_library() as praxeo:
        if text:
            _write(praxeo, example, text)
        making = praxeo.edits.approve_spec(local_user(), example)
        code = carried_out(praxeo, making, as_json)
    leave(code)


def _write(praxeo: Praxeo, example_id: str, file: Path) -> None:
    """Make the file's text the spec, if it is another; of an app that is there already it is not to be changed by this."""
    actor = local_user()
    example = praxeo.edits.awaited(actor, example_id)
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise Refused("not_text", f"{file} is no UTF-8 text; save it as such.") from error
    if text != praxeo.examples.spec_text(praxeo.examples.spec(actor, example.spec_id)):
        praxeo.edits.edit_spec(actor, example_id, text=text, based_on=example.spec_id)
