"""Model servers on this machine: Ollama, llama.cpp, LM Studio, vLLM. They are asked on 127.0.0.1 alone,
all at once, and for no longer than a second; through no proxy and along no redirect.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING, Any

from praxeo.adapters.keys import KeyRing
from praxeo.models.sizes import billions_in
from praxeo.ports.local_models import LocalModel
from praxeo.ports.models import Provider

if TYPE_CHECKING:
    import httpx

ANSWER_SECONDS = 1.0
MODELS_MAX = 100  # of one server
NAME_CHARACTERS_MAX = 200
BILLION = 1_000_000_000


class LocalServers:
    """A `LocalModels` over the ports where servers may be, by their short names."""

    def __init__(self, ports: Mapping[str, int]) -> None:
        self._ports = dict(ports)
        self._lock = threading.Lock()
        self._providers: dict[str, Provider] = {}
        self._billions: dict[str, float] = {}

    def found(self) -> tuple[LocalModel, ...]:
        with ThreadPoolExecutor(max_workers=max(len(self._ports), 1)) as pool:
            found = tuple(chain.from_iterable(pool.map(self._offered, self._ports)))
        self._billions.update((model.name, model.billions) for model in reversed(found))
        return found

    def billions(self, name: str) -> float:
        if name not in self._billions:
            self.found()
        return self._billions.get(name, 0.0)

    def provider(self, server: str) -> Provider | None:
        from praxeo.adapters.openai_compatible import OpenAiCompatible

        if server not in self._ports:
            return None
        with self._lock:
            if server not in self._providers:
                url, nobody = f"{self._address(server)}/v1", KeyRing((), None, time.monotonic)
                self._providers[server] = OpenAiCompatible(url, nobody)
            return self._providers[server]

    def _address(self, server: str) -> str:
        return f"http://127.0.0.1:{self._ports[server]}"

    def _offered(self, server: str) -> tuple[LocalModel, ...]:
        """The models of this server, () if nothing answers there as such a server does."""
        import httpx

        with httpx.Client(timeout=ANSWER_SECONDS, trust_env=False) as client:
            entries = _list(client, f"{self._address(server)}/v1/models", "data", "id")
            if entries and server == "ollama":  # which tells sizes only in its own list
                own = _list(client, f"{self._address(server)}/api/tags", "models", "name")
                entries = {name: {**entry, **own.get(name, {})} for name, entry in entries.items()}
        return tuple(_model(server, name, entry) for name, entry in entries.items())


def _list(client: httpx.Client, url: str, within: str, named: str) -> dict[str, dict[str, Any]]:
    """The entries of a list of models by their names; {} if it is none."""
    import httpx

    try:
        reply = client.get(url)
        entries = reply.json()[within][:MODELS_MAX] if reply.status_code == 200 else []
        known = {entry[named]: entry for entry in entries}
    except (httpx.HTTPError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return {name: entry for name, entry in known.items() if _is_name(name)}


def _is_name(name: object) -> bool:
    return isinstance(name, str) and 0 < len(name) <= NAME_CHARACTERS_MAX and name.isprintable()


def _model(server: str, name: str, entry: Mapping[str, Any]) -> LocalModel:
    """The model with what its server tells of its size, or its name does."""
    meta, details = (_mapping(entry.get(part)) for part in ("meta", "details"))
    counted = _whole(meta.get("n_params")) / BILLION
    told = billions_in(str(details.get("parameter_size", ""))) or billions_in(name)
    context = next(
        (n for n in map(_whole, (entry.get("max_model_len"), meta.get("n_ctx"))) if n > 0), 0
    )
    return LocalModel(
        server=server,
        name=name,
        billions=round(counted or told, 1),
        context_tokens=context,
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
