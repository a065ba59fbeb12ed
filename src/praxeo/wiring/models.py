"""From the configuration to models that can be asked. Nothing heavy is imported before one is."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from threading import BoundedSemaphore

from praxeo.adapters.keys import KeyRing
from praxeo.config import ModelConfig
from praxeo.domain.cancellation import cancellation
from praxeo.domain.records import Settings
from praxeo.models.addresses import ModelAddress
from praxeo.models.asking import AskModels
from praxeo.models.backoff import Backoff
from praxeo.models.completions import LEASE, Completions
from praxeo.models.ledger import Ledger
from praxeo.models.routes import Route, chosen_in
from praxeo.models.service import Models
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.local_models import LocalModels
from praxeo.ports.metrics import UNMEASURED, Metrics
from praxeo.ports.models import Provider
from praxeo.ports.records import RecordStore
from praxeo.wiring.secrets import key_text


def build_models(
    config: ModelConfig,
    *,
    records: RecordStore,
    clock: Clock,
    ids: Ids,
    settings: Callable[[str], Settings],
    metrics: Metrics = UNMEASURED,
) -> Models:
    """The configured models and their ledger."""
    local = local_models(config)
    return Models(
        routes=_routes(config),
        prices=config.prices,
        ledger=Ledger(
            records=records,
            clock=clock,
            ids=ids,
            settings=settings,
            everybody_microusd=config.day_cap_microusd,
            pause=time.sleep,
            random=random.random,
            metrics=metrics,
        ),
        clock=clock,
        chosen=chosen_in(settings, local),
        local=local,
    )


def local_models(config: ModelConfig) -> LocalModels | None:
    """The model servers on this machine that are looked for; None where none are."""
    if not config.local:
        return None
    from praxeo.adapters.local_models import LocalServers  # in the cloud there are none

    return LocalServers(config.local)


def build_ask(
    models: Models, config: ModelConfig, *, records: RecordStore, blobs: BlobStore
) -> AskModels | None:
    """What asks them, or None where none is configured and none can be chosen."""
    if not models.routes and models.local is None:
        return None
    return AskModels(
        routes=models.routes,
        prices=models.prices,
        completions=Completions(
            records=records,
            blobs=blobs,
            clock=models.clock,
            lease=LEASE,
            pause=_pause,
            lost=models.ledger.lose,
        ),
        ledger=models.ledger,
        clock=models.clock,
        backoff=Backoff(random=random.random),
        pause=_pause,
        turns=BoundedSemaphore(config.calls_at_once),
        seconds=config.seconds,
        chosen=models.chosen,
    )


def _pause(seconds: float) -> None:
    """Wait, unless the job that waits is stopped: raises Cancelled."""
    cancellation().pause(seconds)


def _routes(config: ModelConfig) -> tuple[Route, ...]:
    providers: dict[tuple[str, str], Provider] = {}
    routes = []
    for address in config.addresses:
        place = (address.kind, address.place)
        if place not in providers:
            providers[place] = _provider(address, config)
        routes.append(
            Route(
                provider=providers[place],
                model=address.model,
                local=address.is_free and address.model not in config.prices.own,
            )
        )
    return tuple(routes)


def _provider(address: ModelAddress, config: ModelConfig) -> Provider:
    if address.kind == "scripted":
        from praxeo.adapters.scripted import ScriptedProvider  # each where it is configured

        return ScriptedProvider(Path(address.place))
    if address.kind == "openai":
        keys = KeyRing(config.openai_keys, key_text(config.openai_key_file), time.monotonic)
        from praxeo.adapters.openai_compatible import OpenAiCompatible

        return OpenAiCompatible(address.place, keys)
    keys = KeyRing(config.gemini_keys, key_text(config.gemini_key_file), time.monotonic)
    from praxeo.adapters.gemini import GeminiProvider

    return GeminiProvider(keys, config.gemini_url)
