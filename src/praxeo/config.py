"""The process environment, typed and read once. `environment` names its variables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast, get_args

from praxeo.domain.jobs import WORKERS
from praxeo.domain.records import Lane, Route
from praxeo.domain.secrets import Secret
from praxeo.environment import (
    BYTES_PER_MEGABYTE,
    LOG_LEVELS,
    UPLOAD_MEGABYTES_MAX,
    bad_setting,
    one_of,
)
from praxeo.environment import given as given_in
from praxeo.hosting import address, bind_address, contact, hosts, listed, origins, search_engines
from praxeo.models.addresses import ModelAddress, read_addresses
from praxeo.models.prices import ModelFacts, PriceList, read_prices, read_table
from praxeo.ports.local_models import LOCAL_SERVERS

MICROUSD_PER_DOLLAR = 1_000_000
PORT_MAX = 65_535
FUNCTION = "AWS_LAMBDA_FUNCTION_NAME"  # set by Lambda
_NAME = re.compile(
    r"[a-z0-9][a-z0-9.-]{1,50}[a-z0-9]"
)  # what names of tables and buckets may begin with


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelConfig:
    """What the environment says of models."""

    addresses: tuple[ModelAddress, ...] = ()
    gemini_keys: tuple[Secret, ...] = ()
    gemini_key_file: str = ""
    gemini_url: str = ""
    fence_secret: str = ""
    openai_keys: tuple[Secret, ...] = ()
    openai_key_file: str = ""
    prices: PriceList = PriceList(own={})  # noqa: RUF009 (frozen)
    seconds: float = 900.0
    calls_at_once: int = 4
    day_cap_microusd: int = 25 * MICROUSD_PER_DOLLAR
    local: Mapping[str, int] = field(default_factory=dict)  # ports on this machine, by server


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """What the environment says."""

    data_dir: Path
    database_url: str
    blobs_url: str
    queue_url: str
    lanes: Mapping[Lane, int]
    host: str
    embed_host: str
    port: int
    embed_port: int
    metrics_host: str
    metrics_port: int
    embed_url: str
    allowed_hosts: tuple[str, ...]
    allowed_origins: tuple[str, ...]
    presigned: bool
    chromium: str
    tesseract: str
    ffmpeg: str
    speech_model: str
    encoding_role: str
    contact: str
    search: tuple[tuple[str, str], ...]
    search_keys: Mapping[str, Secret]
    youtube: tuple[str, Secret]  # the address of its Data API, and the key for it
    web_dir: Path
    upload_bytes_max: int
    log_level: str
    ticket_secret: str
    edge_secret: str
    function: str  # the Lambda that this process is, or ""
    route: Route
    models: ModelConfig


def _web_dir(configured: str) -> Path:
    """The built front end: where it is said to be, beside the package, where a Lambda has it, or in the source tree."""
    if configured:
        return Path(configured)
    package = Path(__file__).parent
    beside = package.parent / "web" / "dist"
    return beside if beside.is_dir() else package.parents[1] / "web" / "dist"


def read_config(environment: Mapping[str, str]) -> Config:
    """The configuration. Raises Refused("bad_setting") that names the variable."""
    given = given_in(environment)
    folder = given["PRAXEO_DATA_DIR"]
    port, embed_port = _two_ports(given)
    return Config(
        data_dir=Path(folder),
        database_url=given["DATABASE_URL"].replace("{PRAXEO_DATA_DIR}", folder),
        blobs_url=given["BLOBS_URL"].replace("{PRAXEO_DATA_DIR}", folder),
        queue_url=given["QUEUE_URL"],
        lanes=_lanes(given["PRAXEO_LANES"]),
        host=bind_address(given, "PRAXEO_HOST"),
        embed_host=bind_address(given, "PRAXEO_EMBED_HOST") or bind_address(given, "PRAXEO_HOST"),
        port=port,
        embed_port=embed_port,
        metrics_host=bind_address(given, "PRAXEO_METRICS_HOST"),
        metrics_port=_whole(given, "PRAXEO_METRICS_PORT", 0, PORT_MAX),
        function=environment.get(FUNCTION, ""),
        ticket_secret=given["PRAXEO_TICKET_SECRET"],
        edge_secret=given["PRAXEO_EDGE_SECRET"],
        embed_url=address(given, "PRAXEO_EMBED_URL"),
        allowed_hosts=hosts(given, "PRAXEO_ALLOWED_HOSTS"),
        allowed_origins=origins(given, "PRAXEO_ALLOWED_ORIGINS", of_apps="PRAXEO_EMBED_URL"),
        presigned=one_of(given, "PRAXEO_PRESIGNED", ("off", "on")) == "on",
        chromium=given["PRAXEO_CHROMIUM"],
        tesseract=given["PRAXEO_TESSERACT"],
        ffmpeg=given["PRAXEO_FFMPEG"],
        speech_model=given["PRAXEO_SPEECH_MODEL"],
        encoding_role=given["PRAXEO_ENCODING_ROLE"],
        contact=contact(given, "PRAXEO_CONTACT"),
        search=search_engines(given, "PRAXEO_SEARCH"),
        search_keys=_search_keys(given),
        youtube=(address(given, "YOUTUBE_API_URL"), Secret(given["YOUTUBE_API_KEY"])),
        web_dir=_web_dir(given["PRAXEO_WEB_DIR"]),
        upload_bytes_max=_whole(given, "PRAXEO_UPLOAD_MEGABYTES", 1, UPLOAD_MEGABYTES_MAX)
        * BYTES_PER_MEGABYTE,
        log_level=one_of(given, "PRAXEO_LOG_LEVEL", LOG_LEVELS),
        route=cast(Route, one_of(given, "PRAXEO_ROUTE", get_args(Route))),
        models=_models(given, alone=FUNCTION not in environment),
    )


def _two_ports(given: Mapping[str, str]) -> tuple[int, int]:
    port, embed_port = _port(given, "PRAXEO_PORT"), _port(given, "PRAXEO_EMBED_PORT")
    if port == embed_port:
        raise bad_setting("PRAXEO_EMBED_PORT", "has to differ from PRAXEO_PORT")
    return port, embed_port


def _search_keys(given: Mapping[str, str]) -> Mapping[str, Secret]:
    keys = {
        name: _secrets(given[f"{name.upper()}_API_KEY"]) for name in ("brave", "tavily", "gemini")
    }
    return {name: found[0] for name, found in keys.items() if found}


def _models(given: Mapping[str, str], *, alone: bool) -> ModelConfig:
    prices = replace(
        read_prices(given["PRAXEO_MODEL_PRICES"]), newer=_price_table(given["PRAXEO_PRICE_TABLE"])
    )
    return ModelConfig(
        addresses=read_addresses(given["PRAXEO_MODELS"]),
        gemini_keys=_secrets(given["GEMINI_API_KEY"]),
        gemini_key_file=given["PRAXEO_GEMINI_KEY_FILE"],
        gemini_url=given["PRAXEO_GEMINI_URL"].rstrip("/"),
        fence_secret=given["PRAXEO_FENCE_SECRET"],
        openai_keys=_secrets(given["OPENAI_API_KEY"]),
        openai_key_file=given["PRAXEO_OPENAI_KEY_FILE"],
        prices=prices,
        seconds=float(_whole(given, "PRAXEO_MODEL_SECONDS", 5, 3_600)),
        calls_at_once=_whole(given, "PRAXEO_MODEL_CALLS", 1, 1_000),
        day_cap_microusd=_whole(given, "PRAXEO_DAY_CAP_USD", 0, 1_000_000) * MICROUSD_PER_DOLLAR,
        local=_local_models(given) if alone else {},
    )


def _price_table(path: str) -> Mapping[str, ModelFacts]:
    if not path:
        return {}
    try:
        return read_table(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise bad_setting("PRAXEO_PRICE_TABLE", f"names {path}, which cannot be read") from fault


def _local_models(given: Mapping[str, str]) -> dict[str, int]:
    """The ports of model servers on this machine, by the server's short name."""
    name = "PRAXEO_LOCAL_MODELS"
    ports: dict[str, int] = {}
    for entry in listed(given[name]) if given[name] != "off" else ():
        server, _, port = entry.partition("=")
        if server not in LOCAL_SERVERS or not port.isascii() or not port.isdigit():
            known = ", ".join(LOCAL_SERVERS)
            raise bad_setting(name, f"has to be off, or like ollama=11434, of {known}")
        ports[server] = _port({name: port}, name)
    return ports


def _secrets(text: str) -> tuple[Secret, ...]:
    return tuple(Secret(key) for key in listed(text))


def path_of_url(url: str, scheme: str) -> Path | None:
    """The path of `scheme:///path`, or None for an URL of another scheme."""
    start = f"{scheme}:///"
    return Path(url[len(start) :]) if url.startswith(start) and len(url) > len(start) else None


def name_of_url(url: str, scheme: str) -> str:
    """The name in `scheme://name`, or "" for an URL of another scheme or a name that is none."""
    name = url.removeprefix(f"{scheme}://")
    return name if name != url and _NAME.fullmatch(name) else ""


def _lanes(text: str) -> dict[Lane, int]:
    """The number of workers of each lane."""
    lanes = dict(WORKERS)
    for part in listed(text):
        name, _, count = part.partition("=")
        if name not in lanes or not count.isascii() or not count.isdigit() or len(count) > 2:
            known = ", ".join(lanes)
            raise bad_setting(
                "PRAXEO_LANES", f"has to be like reading=2,models=4, of {known}, 0 to 99 each"
            )
        lanes[name] = int(count)
    return lanes


def _port(given: Mapping[str, str], name: str) -> int:
    return _whole(given, name, 1, PORT_MAX)


def _whole(given: Mapping[str, str], name: str, least: int, most: int) -> int:
    text = given[name]
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise bad_setting(name, f"has to be a whole number from {least} to {most}")
    return int(text)
