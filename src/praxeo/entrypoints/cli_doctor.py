"""The command that says whether all is there and sound: doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from praxeo.entrypoints.cli_output import (
    EXIT_DAMAGED,
    EXIT_UNAVAILABLE,
    configuration,
    leave,
    print_json,
    print_text,
    say,
)

if TYPE_CHECKING:
    from praxeo.ops.doctor.finding import Finding


def doctor(deep: bool, as_json: bool) -> None:
    """Examine machine and library, print what was found, and leave with 9 if something is lost."""
    found = _examined(deep)
    if as_json:
        print_json({"checks": [finding.as_fields() for finding in found]})
    for finding in found if not as_json else ():
        print_text(f"{_mark(finding)} {finding.name}: {finding.message}")
        if finding.remedy:
            print_text(f"     {finding.remedy}")
    if any(finding.damage for finding in found):
        say("praxeo: the library is damaged; see the lines that begin with !!")
        leave(EXIT_DAMAGED)
    leave(0 if all(finding.ok or not finding.needed for finding in found) else EXIT_UNAVAILABLE)


def _examined(deep: bool) -> list[Finding]:
    from praxeo.ops.doctor.library import examine_library
    from praxeo.ops.doctor.machine import examine_machine
    from praxeo.ops.doctor.models_here import models_here
    from praxeo.wiring.alone import find_chromium, found_ffmpeg, found_tesseract, speech_fault
    from praxeo.wiring.library import look_at_library
    from praxeo.wiring.models import local_models
    from praxeo.wiring.product import model_faults

    config = configuration()
    found = list(
        examine_machine(
            config,
            find_chromium,
            lambda: model_faults(config),
            found_tesseract,
            found_ffmpeg,
            speech_fault,
        )
    )
    if servers := local_models(config.models):
        found.append(models_here(servers.found()))
    if library := look_at_library(config):
        found += examine_library(library, deep=deep)
    return found


def _mark(finding: Finding) -> str:
    if finding.ok:
        return "ok"
    return "!!" if finding.needed else "--"
