"""The process environment, typed and read once. docs/reference/settings.md is made from VARIABLES."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from praxeo.domain.errors import Refused
from praxeo.domain.jobs import WORKERS
from praxeo.domain.limits import UPLOAD_BYTES_MAX
from praxeo.domain.records import Lane, Route
from praxeo.domain.secrets import Secret
from praxeo.hosting import address, bind_address, hosts, listed, origins
from praxeo.models.addresses import ModelAddress, read_addresses
from praxeo.models.prices import PriceList, read_prices

BYTES_PER_MEGABYTE = 1_000_000
UPLOAD_MEGABYTES_MAX = UPLOAD_BYTES_MAX // BYTES_PER_MEGABYTE
MICROUSD_PER_DOLLAR = 1_000_000
LOG_LEVELS = ("debug", "info", "warning", "error")
PORT_MAX = 65_535
FUNCTION = "AWS_LAMBDA_FUNCTION_NAME"  # set by Lambda
_NAME = re.compile(
    r"[a-z0-9][a-z0-9.-]{1,50}[a-z0-9]"
)  # what names of tables and buckets may begin with


@dataclass(frozen=True, kw_only=True, slots=True)
class Variable:
    """One environment variable: its default as text and what it is for."""

    name: str
    default: str
    meaning: str


VARIABLES: tuple[Variable, ...] = (
    Variable(
        name="PRAXEO_DATA_DIR",
        default=".praxeo",
        meaning="Folder of the library: the database and the stored files.",
    ),
    Variable(
        name="DATABASE_URL",
        default="sqlite:///{PRAXEO_DATA_DIR}/praxeo.sqlite3",
        meaning="Where records are kept: `sqlite:///path` (four slashes for an absolute path), or "
        "`memory:` for a library that is gone when the process ends; in the cloud `dynamodb://name`, "
        "whose tables are `name-projects` and so on.",
    ),
    Variable(
        name="BLOBS_URL",
        default="file:///{PRAXEO_DATA_DIR}/blobs",
        meaning="Where documents, apps and pictures are kept: `file:///path` (four slashes for an "
        "absolute path), or `memory:`; in the cloud `s3://name`, whose buckets are `name-assets` and "
        "`name-embeds`.",
    ),
    Variable(
        name="QUEUE_URL",
        default="",
        meaning="How workers hear of jobs. Left empty, they look into the database; in the cloud "
        "`sqs://name`; `memory:` for workers in this process only.",
    ),
    Variable(
        name="PRAXEO_LANES",
        default="reading=2,browser=1,media=1,models=4",
        meaning="How many jobs of each lane this process runs at the same time: reading (documents, the offline "
        "author), browser (checks), media, models (calls, which are only waited for). The default suits two cores; "
        "one more of `reading` for each further two. A lane that is left out keeps its default, `=0` leaves it to "
        "other processes.",
    ),
    Variable(
        name="PRAXEO_HOST",
        default="127.0.0.1",
        meaning="Address to listen on. There is no login: leave it at this machine only unless "
        "something in front of Praxeo decides who may come in.",
    ),
    Variable(name="PRAXEO_PORT", default="8400", meaning="Port of the studio and the API."),
    Variable(
        name="PRAXEO_EMBED_PORT",
        default="8401",
        meaning="Port of the apps: an origin of their own, apart from the studio.",
    ),
    Variable(
        name="PRAXEO_METRICS_PORT",
        default="0",
        meaning="Port of the metrics, `/metrics` as Prometheus reads them; 0: none. They name routes and models, "
        "no titles and no people; still keep them from strangers.",
    ),
    Variable(
        name="PRAXEO_METRICS_HOST",
        default="127.0.0.1",
        meaning="Address that the metrics listen on.",
    ),
    Variable(
        name="PRAXEO_EMBED_URL",
        default="",
        meaning="Public address of the apps if something stands in front of that port, such as "
        "`https://apps.example.org`; it may have a path.",
    ),
    Variable(
        name="PRAXEO_ALLOWED_HOSTS",
        default="",
        meaning="Further host names that the API answers to, separated by commas. Others than "
        "these and this machine's own are refused.",
    ),
    Variable(
        name="PRAXEO_ALLOWED_ORIGINS",
        default="",
        meaning="Further origins whose pages may use the API, separated by commas, such as "
        "`http://localhost:5173` of the front end's development server.",
    ),
    Variable(
        name="PRAXEO_PRESIGNED",
        default="off",
        meaning="`on`: documents go straight into the bucket and come straight from it, as an API behind an API "
        "Gateway needs. The bucket has to let the studio's origin in, and the studio's page the bucket; "
        "`infra/` sees to both. Without a bucket it means nothing.",
    ),
    Variable(
        name="PRAXEO_CHROMIUM",
        default="",
        meaning="Path of the Chromium that checks apps. Left empty, it is looked for on PATH.",
    ),
    Variable(
        name="PRAXEO_WEB_DIR",
        default="",
        meaning="Folder of the built front end. Left empty, it is `web/dist` beside the package, or that of the source tree.",
    ),
    Variable(
        name="PRAXEO_UPLOAD_MEGABYTES",
        default=str(UPLOAD_MEGABYTES_MAX),
        meaning="Largest document that is accepted, in megabytes; this is also the most that can be read.",
    ),
    Variable(
        name="PRAXEO_MODELS",
        default="",
        meaning="Models that write, in the order in which they are asked, separated by commas: "
        "`gemini` (its usual models), `gemini:NAME`, `openai:URL#NAME` for any endpoint with chat "
        "completions, `scripted:FOLDER` for recorded answers. Left empty, no model is asked and "
        "nothing leaves this machine.",
    ),
    Variable(
        name="GEMINI_API_KEY",
        default="",
        meaning="Key for Gemini, or several separated by commas; the next is used when one is at "
        "its limit.",
    ),
    Variable(
        name="PRAXEO_GEMINI_KEY_FILE",
        default="",
        meaning="File with keys for Gemini, one a line; a change counts at once. In the cloud "
        "`secrets://name` of Secrets Manager, read again every five minutes.",
    ),
    Variable(
        name="PRAXEO_FENCE_SECRET",
        default="",
        meaning="Where the secret is of which the marks around untrusted text are made, if not in the data "
        "folder: `secrets://name`. All who work for one library need the same, or they pay for the same work twice.",
    ),
    Variable(
        name="PRAXEO_GEMINI_URL",
        default="",
        meaning="Another address that speaks Gemini's interface. Left empty, it is Google's.",
    ),
    Variable(
        name="OPENAI_API_KEY",
        default="",
        meaning="Key for the endpoints of `openai:`, or several separated by commas.",
    ),
    Variable(
        name="PRAXEO_OPENAI_KEY_FILE",
        default="",
        meaning="File with keys for the endpoints of `openai:`, one a line, or `secrets://name`.",
    ),
    Variable(
        name="PRAXEO_MODEL_PRICES",
        default="",
        meaning="What models cost, where it differs from the built-in table: "
        "`NAME=prompt/cached/output` in US dollars for a million tokens, separated by commas.",
    ),
    Variable(
        name="PRAXEO_MODEL_SECONDS",
        default="300",
        meaning="The most that one call of a model may take.",
    ),
    Variable(
        name="PRAXEO_MODEL_CALLS",
        default="4",
        meaning="How many models this process asks at the same time.",
    ),
    Variable(
        name="PRAXEO_DAY_CAP_USD",
        default="25",
        meaning="The most that models may cost all users together within a day, in whole US "
        "dollars. Users have caps of their own in their settings.",
    ),
    Variable(
        name="PRAXEO_ROUTE",
        default="compiled",
        meaning="How a model makes apps unless an example says otherwise: `compiled` (it writes the "
        "content, the trusted runtime plays it) or `bespoke` (it writes the whole app).",
    ),
    Variable(
        name="PRAXEO_LOG_LEVEL",
        default="warning",
        meaning="What is logged on standard error: " + ", ".join(LOG_LEVELS) + ".",
    ),
)


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
    seconds: float = 300.0
    calls_at_once: int = 4
    day_cap_microusd: int = 25 * MICROUSD_PER_DOLLAR


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """What the environment says."""

    data_dir: Path
    database_url: str
    blobs_url: str
    queue_url: str
    lanes: Mapping[Lane, int]
    host: str
    port: int
    embed_port: int
    metrics_host: str
    metrics_port: int
    embed_url: str
    allowed_hosts: tuple[str, ...]
    allowed_origins: tuple[str, ...]
    presigned: bool
    chromium: str
    web_dir: Path
    upload_bytes_max: int
    log_level: str
    function: str  # the Lambda that this process is, or ""
    route: Route
    models: ModelConfig


def _built_front_end() -> Path:
    """Beside the package, where a Lambda has it, or in the source tree."""
    package = Path(__file__).parent
    beside = package.parent / "web" / "dist"
    return beside if beside.is_dir() else package.parents[1] / "web" / "dist"


def read_config(environment: Mapping[str, str]) -> Config:
    """The configuration. Raises Refused("bad_setting") that names the variable."""
    given = {
        variable.name: environment.get(variable.name, "").strip() or variable.default
        for variable in VARIABLES
    }
    folder = given["PRAXEO_DATA_DIR"]
    port, embed_port = (_port(given, name) for name in ("PRAXEO_PORT", "PRAXEO_EMBED_PORT"))
    if port == embed_port:
        raise _bad("PRAXEO_EMBED_PORT", "has to differ from PRAXEO_PORT")
    web_dir = given["PRAXEO_WEB_DIR"]
    return Config(
        data_dir=Path(folder),
        database_url=given["DATABASE_URL"].replace("{PRAXEO_DATA_DIR}", folder),
        blobs_url=given["BLOBS_URL"].replace("{PRAXEO_DATA_DIR}", folder),
        queue_url=given["QUEUE_URL"],
        lanes=_lanes(given["PRAXEO_LANES"]),
        host=bind_address(given, "PRAXEO_HOST"),
        port=port,
        embed_port=embed_port,
        metrics_host=bind_address(given, "PRAXEO_METRICS_HOST"),
        metrics_port=_whole(given, "PRAXEO_METRICS_PORT", 0, PORT_MAX),
        function=environment.get(FUNCTION, ""),
        embed_url=address(given, "PRAXEO_EMBED_URL"),
        allowed_hosts=hosts(given, "PRAXEO_ALLOWED_HOSTS"),
        allowed_origins=origins(given, "PRAXEO_ALLOWED_ORIGINS", of_apps="PRAXEO_EMBED_URL"),
        presigned=_one_of(given, "PRAXEO_PRESIGNED", ("off", "on")) == "on",
        chromium=given["PRAXEO_CHROMIUM"],
        web_dir=Path(web_dir) if web_dir else _built_front_end(),
        upload_bytes_max=_whole(given, "PRAXEO_UPLOAD_MEGABYTES", 1, UPLOAD_MEGABYTES_MAX)
        * BYTES_PER_MEGABYTE,
        log_level=_one_of(given, "PRAXEO_LOG_LEVEL", LOG_LEVELS),
        route=cast(Route, _one_of(given, "PRAXEO_ROUTE", get_args(Route))),
        models=_models(given),
    )


def _models(given: Mapping[str, str]) -> ModelConfig:
    prices = read_prices(given["PRAXEO_MODEL_PRICES"])
    return ModelConfig(
        addresses=read_addresses(given["PRAXEO_MODELS"], prices),
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
    )


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
            raise _bad(
                "PRAXEO_LANES", f"has to be like reading=2,models=4, of {known}, 0 to 99 each"
            )
        lanes[name] = int(count)
    return lanes


def _port(given: Mapping[str, str], name: str) -> int:
    return _whole(given, name, 1, PORT_MAX)


def _whole(given: Mapping[str, str], name: str, least: int, most: int) -> int:
    text = given[name]
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise _bad(name, f"has to be a whole number from {least} to {most}")
    return int(text)


def _one_of(given: Mapping[str, str], name: str, words: tuple[str, ...]) -> str:
    if given[name].lower() not in words:
        raise _bad(name, f"has to be one of {', '.join(words)}")
    return given[name].lower()


def _bad(name: str, rule: str) -> Refused:
    return Refused("bad_setting", f"The environment variable {name} {rule}.")
