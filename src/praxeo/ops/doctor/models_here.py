"""What model servers on this machine offer, as a person is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.ops.doctor.finding import NAMED_MAX, Finding, with_items
from praxeo.ports.local_models import LocalModel

HOW = "Choose one in the studio's settings, or: praxeo settings local_model={address}"


def models_here(found: Sequence[LocalModel]) -> Finding:
    """The doctor's word on them; having none is in order."""
    if not found:
        return Finding(
            name="Models on this machine",
            ok=True,
            message="no server is running (Ollama, llama.cpp, LM Studio, vLLM)",
            needed=False,
        )
    return Finding(
        name="Models on this machine",
        ok=True,
        message=with_items("running", [_called(model) for model in found]),
        remedy=HOW.format(address=found[0].address),
        needed=False,
        items=tuple(model.address for model in found),
    )


def offers_of(found: Sequence[LocalModel]) -> tuple[str, ...]:
    """What is said at the start where nothing else is configured: none of them is asked before it is chosen."""
    if not found:
        return ()
    names = ", ".join(_called(model) for model in found[:NAMED_MAX])
    return (
        f"On this machine there is {names}: a model can write, for nothing, and all stays here.",
        f"  {HOW.format(address=found[0].address)}",
    )


def _called(model: LocalModel) -> str:
    return f"{model.name} ({model.served_by})"
