"""Whom to ask for an owner: the model on this machine that they chose, else the configured ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from praxeo.domain.records import Settings
from praxeo.ports.local_models import LocalModels
from praxeo.ports.models import Provider


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """A model to ask, and where. What is `local` costs nothing, and what it reads stays on this machine."""

    provider: Provider
    model: str
    local: bool = False


# The routes that an owner chose, () if what they chose cannot be asked here, None if they chose nothing.
Chosen = Callable[[str], Sequence[Route] | None]


def nothing_chosen(owner: str) -> None:
    """A `Chosen` where no model on this machine is offered."""


def chosen_in(settings: Callable[[str], Settings], local: LocalModels | None) -> Chosen:
    """A `Chosen` that reads the setting `local_model`. What was chosen to stay on this machine is never
    asked elsewhere: without its server nothing is asked."""

    def chosen(owner: str) -> Sequence[Route] | None:
        server, slash, model = settings(owner).local_model.partition("/")
        if not slash:
            return None
        provider = local.provider(server) if local else None
        return (Route(provider=provider, model=model, local=True),) if provider else ()

    return chosen


def routes_for(owner: str, configured: Sequence[Route], chosen: Chosen) -> Sequence[Route]:
    """Those of an owner, in the order in which they are asked."""
    own = chosen(owner)
    return configured if own is None else own
