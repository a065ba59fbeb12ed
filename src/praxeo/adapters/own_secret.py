"""This installation's own secrets: drawn when they are first asked for, and never told to anybody."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from praxeo.adapters.private_files import private_folder, tighten
from praxeo.domain.errors import Unavailable

SECRET_BYTES = 32
FENCE = "fence.secret"  # of which the marks around untrusted text are made
TICKETS = "tickets.secret"  # by which tickets to embeds are signed


def own_secret(folder: Path, name: str) -> bytes:
    """The secret of this name in this folder, made when it is first asked for; readable by its owner alone.

    Unavailable("data_folder_unusable") if the folder cannot be used.
    """
    path = folder / name
    try:
        private_folder(folder)
        fresh = folder / f"{name}.{secrets.token_hex(8)}"
        if not path.exists():
            with os.fdopen(
                os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
            ) as file:
                file.write(secrets.token_bytes(SECRET_BYTES))
            try:
                os.link(fresh, path)  # whole or not at all, and never over another process's
            except FileExistsError:
                pass
            finally:
                fresh.unlink()
        tighten(path)
        return path.read_bytes()
    except OSError as error:
        raise Unavailable(
            "blobs_unavailable", f"The data folder cannot be used: {error.strerror}."
        ) from error
