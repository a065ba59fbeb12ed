"""The command `settings`: who writes, models on this machine, and what models may cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, get_args

from praxeo.domain.access import local_user
from praxeo.domain.errors import Refused
from praxeo.domain.records import VisitRhythm
from praxeo.entrypoints.cli_output import opened_library, print_json, print_text
from praxeo.models.prices import in_dollars
from praxeo.ports.local_models import LOCAL_SERVERS

if TYPE_CHECKING:
    from praxeo.app import Praxeo
    from praxeo.domain.records import Settings

CAPS = ("run_cap", "day_cap", "month_cap")
DOLLARS_MAX = 1_000  # as in the studio; more is a slip
MICROUSD_PER_DOLLAR = 1_000_000


def settings(changes: Sequence[str], as_json: bool) -> None:
    """Change what is named, then print all of it."""
    wanted = dict(_change(text) for text in changes)
    with opened_library() as praxeo:
        now = praxeo.settings.get(local_user())
        if wanted:
            now = praxeo.settings.change(local_user(), version=now.version, **wanted)
        if as_json:
            found = [each.address for each in praxeo.models.found_here()]
            print_json({**asdict(now), "models_on_this_machine": found})
            return
        print_text("\n".join(_told(praxeo, now)))


def _change(text: str) -> tuple[str, Any]:
    """The field of the settings that `NAME=VALUE` names, and its new value."""
    name, equals, value = text.partition("=")
    if equals and name in CAPS:
        return f"{name}_microusd", _microusd(name, value)
    if equals and name == "author" and value in ("automatic", "offline"):
        return name, value
    if equals and name == "visit_sources" and value in get_args(VisitRhythm):
        return name, value
    if equals and name == "picture_critique" and value in ("on", "off"):
        return name, value
    if equals and name == "local_model":
        server, slash, model = value.partition("/")
        if not value or (slash and model and server in LOCAL_SERVERS):
            return name, value
    raise Refused(
        "bad_setting",
        f"{text} is no setting. Write author=automatic or author=offline, visit_sources=off, weekly or monthly, "
        "picture_critique=on or off, "
        f"local_model=SERVER/NAME with "
        f"one of {', '.join(LOCAL_SERVERS)}, or run_cap, day_cap, month_cap in US dollars.",
    )


def _microusd(name: str, value: str) -> int:
    try:
        dollars = Decimal(value)
    except InvalidOperation:
        dollars = Decimal(-1)
    if not 0 <= dollars <= DOLLARS_MAX:
        raise Refused(
            "bad_setting",
            f"{name} is an amount from 0 to {DOLLARS_MAX} in US dollars, such as 2.50.",
        )
    return int(dollars * MICROUSD_PER_DOLLAR)


def _told(praxeo: Praxeo, now: Settings) -> list[str]:
    names = ", ".join(listed.model for listed in praxeo.models.listed(local_user()))
    lines = [
        f"author       {now.author}" + (f" ({names or 'no model: the offline author writes'})"),
        f"local_model  {now.local_model or '-'}",
        f"visit_sources {now.visit_sources}",
        f"picture_critique {now.picture_critique}",
        *(f"{cap:<12} {in_dollars(getattr(now, f'{cap}_microusd'))}" for cap in CAPS),
    ]
    found = praxeo.models.found_here()
    if found:
        lines += ["", "On this machine (what they read stays here, and costs nothing):"]
        lines += [f"  local_model={model.address}{_size(model.billions)}" for model in found]
    return lines


def _size(billions: float) -> str:
    return f"   {billions:g} billion parameters" if billions else ""
