"""The records of Praxeo: what is stored, field by field. `catalog.py` says how each is kept.

A record's `id` sorts by creation. `version` is 0 before the first save and grows by one with every
save; a save with a version that is no longer the stored one is a `Conflict`. Times are ISO 8601 UTC
text. Fields that end in `_blob` hold the key of a blob ("" if there is none yet).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from praxeo.domain.input_records import InputType, InputWarning
from praxeo.domain.media import MediaFile
from praxeo.domain.record import Record as Record
from praxeo.domain.record import changed as changed
from praxeo.domain.record import created as created
from praxeo.domain.record import first_of as first_of
from praxeo.domain.record import utc_moment as utc_moment
from praxeo.domain.record import utc_text as utc_text
from praxeo.domain.source_visits import SourceState
from praxeo.domain.step_progress import StepProgress as StepProgress

ExampleStatus = Literal["making", "specified", "ready", "unproven", "failed"]
CheckStatus = Literal["pending", "passed", "failed", "not_run"]
ActorKind = Literal["user", "key", "system", "job"]
Lane = Literal["reading", "browser", "media", "models"]  # what a step of a job needs most
JobStatus = Literal["queued", "waiting", "running", "done", "failed", "dead", "cancelled"]
OpenAccess = Literal["public", "unlisted"]
EmbedAccess = Literal["public", "unlisted", "password", "link"]
AuthorChoice = Literal["automatic", "offline"]
AuthorKind = Literal["offline", "model"]
Route = Literal["compiled", "bespoke"]
Unsupported = Literal["mark", "drop"]
VisitRhythm = Literal["off", "weekly", "monthly"]


@dataclass(frozen=True, kw_only=True, repr=False)
class Project(Record):
    """A shelf for examples and their inputs."""

    name: str
    description: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class Example(Record):
    """A generated learning app: its title, its state, and which spec and code are current.

    `ready` means that its check report passed; `unproven` that it could not be run in a browser;
    `failed` that `reason_code` and `reason` say why; `specified` that its spec waits for a person's word, as
    `spec_first` asked. A failed attempt leaves the code before it in place.
    `source_name` is what the input was called when the example was made, for finding it by that.
    `merge_id` is the merge whose conflicts wait for a person; until then spec and code stay as they are.

    `wanted_author`, `route`, `unsupported` and `offline_fallback` are how it is to be made: who writes it,
    whether the app is compiled from the spec or written as a whole, what becomes of claims without
    support, and whether the offline author steps in where no model answers; `wish` is what its owner asks
    of the model that writes it. `author` is who did write the spec, `warnings` what a person should know about how it came to be. `diagnosis_blob` holds why
    the repairs of a failed app did not help, `candidates_blob` what else may be asked of the source.
    `source_state` is how its sources were found when they were visited last, at `visited_at`; `visit_blob` holds what was found.
    """

    project_id: str
    title: str
    named_by_hand: bool = False
    input_type: InputType
    input_id: str
    source_name: str = ""
    wanted_author: AuthorKind = "offline"
    route: Route = "compiled"
    unsupported: Unsupported = "mark"
    offline_fallback: bool = True
    wish: str = ""
    spec_first: bool = False
    status: ExampleStatus = "making"
    reason_code: str = ""
    reason: str = ""
    reason_details: dict[str, str | int] = field(default_factory=dict)
    language: str = ""
    spec_id: str = ""
    code_snippet_id: str = ""
    job_id: str = ""
    merge_id: str = ""
    section_count: int = 0
    exercise_count: int = 0
    cover_blob: str = ""
    author: str = ""
    warnings: tuple[InputWarning, ...] = ()
    diagnosis_blob: str = ""
    candidates_blob: str = ""
    visit_blob: str = ""
    source_state: SourceState = ""
    visited_at: str = ""
    tags: tuple[str, ...] = ()
    archived: bool = False


@dataclass(frozen=True, kw_only=True, repr=False)
class Spec(Record):
    """One version of an example's spec; every version is kept. `number` counts from 1 per example.

    `label` is what a person calls this version; `restored_number` is that of the version which this
    one repeats, or 0.
    `based_on` is the version that was current before. `machine_id` is the machine-made version that a
    person's edits are edits of ("" for one that is machine-made itself), `merged_id` the one that was
    merged in here. `input_id` is the reading that it was held against ("" in versions from before this was kept). `removed` holds content ids of what a person took out and no author shall bring back.
    """

    example_id: str
    number: int
    text_blob: str
    size: int
    author: str
    title: str = ""
    input_id: str = ""
    based_on: str = ""
    machine_id: str = ""
    merged_id: str = ""
    removed: tuple[str, ...] = ()
    note: str = ""
    label: str = ""
    restored_number: int = 0


@dataclass(frozen=True, kw_only=True, repr=False)
class Screenshot:
    """A picture that the check took of an app."""

    name: str
    width: int
    height: int
    blob: str


@dataclass(frozen=True, kw_only=True, repr=False)
class CodeSnippet(Record):
    """A stored source file of an example, with the report of its check; the primary one is the app.

    `author` is "" for a compiled app, "you" for a hand edit, else the model and the prompt. `note` says
    how it came to be, such as by which repair. `label` and `restored_number` are those of `Spec`;
    `based_on`, `machine_id` and `merged_id` too.
    """

    example_id: str
    spec_id: str
    number: int
    code_blob: str
    size: int
    content_hash: str
    author: str = ""
    based_on: str = ""
    machine_id: str = ""
    merged_id: str = ""
    note: str = ""
    name: str = "app.html"
    language: str = "html"
    primary: bool = True
    title: str = ""
    text_language: str = ""
    section_count: int = 0
    exercise_count: int = 0
    check_status: CheckStatus = "pending"
    check_summary: str = ""
    report_blob: str = ""
    screenshots: tuple[Screenshot, ...] = ()
    label: str = ""
    restored_number: int = 0


@dataclass(frozen=True, kw_only=True, repr=False)
class Embed(Record):
    """A published app. It is pinned to one code snippet; `history` holds those before it, newest last.

    `published_at` is when this version came to be shown ("" for embeds from before this was kept).
    `follows` tells that it shows each new version of its example by itself, once that is proven.
    `named_by_hand` tells that its title is its own and does not follow its example's.
    `expires_at` is the moment from which nobody sees it any more, "" for never. `guard` tells which guard
    stands in the compressed bytes; "" for what was pinned before there was one, under addresses of then.

    `access` says who may see it: everybody, search engines included ("public"), whoever knows its address
    ("unlisted"), its password ("password"), or a link that was signed for it ("link"). `domains` are the hosts
    whose pages may frame it, () for any. `policy_version` grows whenever one of these rules changes: what was
    given out under an earlier one opens nothing any more. `pictures` are those of this version for pages that
    tell of it elsewhere, `films` the recordings that it plays, with what is said in them.
    """

    example_id: str
    project_id: str
    code_snippet_id: str
    content_hash: str
    title: str
    language: str = ""
    access: EmbedAccess = "unlisted"
    published: bool = True
    published_at: str = ""
    follows: bool = False
    named_by_hand: bool = False
    expires_at: str = ""
    domains: tuple[str, ...] = ()
    policy_version: int = 1
    theme: dict[str, str] = field(default_factory=dict)
    app_blob: str = ""
    brotli_blob: str = ""
    gzip_blob: str = ""
    guard: str = ""
    pictures: tuple[Screenshot, ...] = ()
    films: tuple[MediaFile, ...] = ()
    history: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, repr=False)
class EmbedPassword(Record):
    """What the password of an embed is held against: a slow hash of it, kept apart so that nobody reads it."""

    embed_id: str
    password_hash: str


@dataclass(frozen=True, kw_only=True, repr=False)
class Settings(Record):
    """The user's preferences; one record per owner.

    `author` is who writes: a model where one is configured ("automatic"), or the offline author
    always. `local_model` is a model on this machine that is to be asked instead of the configured ones, such as
    "ollama/qwen3:8b". `ocr` says whether pages without text are recognised, `ocr_language` in which language, as the
    engine calls it ("deu"; "": that of the document). `visit_sources` is how often a worker looks by itself
    whether sources still say what was read. `picture_critique` says whether a model looks at the pictures of an app that it
    wrote, and mends what looks wrong. The caps are what models may cost at most, in millionths of a US dollar: for one run, and
    for all of the owner's runs within a day and a month (UTC). 0 means that no model is paid for.
    """

    language: str = ""
    appearance: Literal["system", "light", "dark"] = "system"
    default_project_id: str = ""
    embed_access: OpenAccess = "unlisted"
    embed_theme: dict[str, str] = field(default_factory=dict)
    author: AuthorChoice = "automatic"
    local_model: str = ""
    ocr: Literal["on", "off"] = "on"
    ocr_language: str = ""
    visit_sources: VisitRhythm = "off"
    picture_critique: Literal["on", "off"] = "off"
    run_cap_microusd: int = 2_000_000
    day_cap_microusd: int = 5_000_000
    month_cap_microusd: int = 20_000_000


@dataclass(frozen=True, kw_only=True, repr=False)
class Job(Record):
    """Background work. Its `kind` and `arguments` are one of `domain.jobs`.

    `queued` waits for a worker, `waiting` for the time in `run_after`; `running` holds until
    `lease_until`. `failed` is a refusal that trying again would not change, `dead` a job that was
    tried as often as allowed (`attempt` counts since the last finished step); both have an `error_code`. `last_trouble` is why it was tried again.
    `outputs` is what finished steps hand to later ones. `caused_by` is the id of the actor in whose name
    it works ("" in jobs from before actors were recorded). `lane` is that of the next step: workers of
    this lane alone take the job (None: not known yet).
    """

    kind: str
    arguments: dict[str, str]
    subject_id: str
    status: JobStatus = "queued"
    lane: Lane | None = None
    attempt: int = 0
    attempts_allowed: int = 5
    run_after: str = ""
    lease_until: str = ""
    worker: str = ""
    steps: tuple[StepProgress, ...] = ()
    outputs: dict[str, str] = field(default_factory=dict)
    error_code: str = ""
    error_message: str = ""
    last_trouble: str = ""
    request_id: str = ""
    caused_by: str = ""
    finished_at: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class EmbedView(Record):
    """One day's views of one embed; no visitor is identified."""

    embed_id: str
    day: str
    views: int = 0
    completions: int = 0
