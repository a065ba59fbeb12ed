"""Models on this machine: servers such as Ollama that run beside Praxeo, and what they offer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from praxeo.ports.models import Provider

# The servers that are known, by their short names, as people call them.
LOCAL_SERVERS = {
    "ollama": "Ollama",
    "llama_cpp": "llama.cpp",
    "lm_studio": "LM Studio",
    "vllm": "vLLM",
}


@dataclass(frozen=True, kw_only=True)
class LocalModel:
    """A model that a server on this machine offers.

    `server` is its short name ("ollama"), `billions` how many parameters the model has and
    `context_tokens` how much it reads and writes at once, 0 where the server does not say.
    """

    server: str
    name: str
    billions: float = 0.0
    context_tokens: int = 0

    @property
    def address(self) -> str:
        """How the setting `local_model` names it."""
        return f"{self.server}/{self.name}"

    @property
    def served_by(self) -> str:
        """The server as people call it."""
        return LOCAL_SERVERS.get(self.server, self.server)


class LocalModels(Protocol):
    """The servers that may run on this machine. Nothing else is ever asked."""

    def found(self) -> tuple[LocalModel, ...]:
        """The models of the servers that answer now, within about a second; () if none does."""

    def billions(self, name: str) -> float:
        """How many parameters this model has, 0.0 if its server does not say. The servers are asked until one of
        them offers it; what it said then is remembered."""

    def provider(self, server: str) -> Provider | None:
        """Who asks the models of this server; None for a server that is not looked for."""
