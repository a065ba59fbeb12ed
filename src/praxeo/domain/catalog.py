"""TABLES: the only description of the tables. Stores, backup, retention and tests are driven by it."""

from __future__ import annotations

from collections.abc import Mapping

from praxeo.domain.edit_records import ChangeRequest, ClaimCheck, Merge
from praxeo.domain.errors import Refused
from praxeo.domain.input_records import (
    CombinedInput,
    DocumentInput,
    MediaInput,
    TopicInput,
    WebPageInput,
    YoutubeInput,
)
from praxeo.domain.model_records import LedgerEntry, Spending, StoredCompletion
from praxeo.domain.records import (
    CodeSnippet,
    Embed,
    EmbedPassword,
    EmbedView,
    Example,
    Job,
    Project,
    Record,
    Settings,
    Spec,
)
from praxeo.domain.snapshot_records import Snapshot
from praxeo.domain.table import Table as Table
from praxeo.domain.trail_records import AuditEvent, IdempotencyKey, Migration

TABLES: tuple[Table, ...] = (
    Table(name="projects", record=Project, writer="library", prefix="prj", list_by=(("owner",),)),
    Table(
        name="examples",
        record=Example,
        writer="library",
        prefix="exa",
        list_by=(
            ("owner",),
            ("owner", "status"),
            ("project_id",),
            ("project_id", "status"),
            ("input_id",),
        ),
        blobs=("cover_blob", "diagnosis_blob", "candidates_blob", "visit_blob"),
        needs=("project_id", "input_id", "spec_id", "code_snippet_id"),
    ),
    Table(
        name="specs",
        record=Spec,
        writer="library",
        prefix="spc",
        list_by=(("owner",), ("example_id",)),
        blobs=("text_blob",),
        needs=("example_id",),
    ),
    Table(
        name="code_snippets",
        record=CodeSnippet,
        writer="library",
        prefix="cod",
        list_by=(("owner",), ("example_id",)),
        blobs=("code_blob", "report_blob", "screenshots"),
        needs=("example_id",),
    ),
    Table(
        name="merges",
        record=Merge,
        writer="merging",
        prefix="mrg",
        list_by=(("owner",), ("example_id",)),
        blobs=("parts_blob",),
        needs=("example_id",),
    ),
    Table(
        name="change_requests",
        record=ChangeRequest,
        writer="editing",
        prefix="chg",
        list_by=(("owner",), ("example_id",)),
        needs=("example_id",),
    ),
    Table(
        name="claim_checks",
        record=ClaimCheck,
        writer="editing",
        prefix="clm",
        list_by=(("owner",), ("example_id",)),
        needs=("example_id",),
    ),
    Table(
        name="embeds",
        record=Embed,
        writer="embeds",
        prefix="emb",
        list_by=(("owner",), ("example_id",), ("content_hash",)),
        blobs=("app_blob", "brotli_blob", "gzip_blob", "pictures", "films"),
        needs=("example_id", "code_snippet_id"),
    ),
    Table(
        name="embed_passwords",
        record=EmbedPassword,
        writer="embeds",
        prefix="pwd",
        list_by=(("owner",), ("embed_id",)),
        needs=("embed_id",),
        moves=False,
    ),
    Table(
        name="document_inputs",
        record=DocumentInput,
        writer="sources",
        prefix="doc",
        list_by=(("owner",), ("project_id",)),
        blobs=("content_blob", "extraction_blob", "picture_blobs"),
    ),
    Table(
        name="media_inputs",
        record=MediaInput,
        writer="sources",
        prefix="med",
        list_by=(("owner",), ("project_id",)),
        blobs=(
            "content_blob",
            "extraction_blob",
            "picture_blobs",
            "captions_blob",
            "files",
            "parts",
        ),
    ),
    Table(
        name="youtube_inputs",
        record=YoutubeInput,
        writer="sources",
        prefix="you",
        list_by=(("owner",), ("project_id",)),
        blobs=("extraction_blob", "picture_blobs", "captions_blob"),
    ),
    Table(
        name="topic_inputs",
        record=TopicInput,
        writer="sources",
        prefix="top",
        list_by=(("owner",), ("project_id",)),
        blobs=("extraction_blob", "picture_blobs"),
    ),
    Table(
        name="web_page_inputs",
        record=WebPageInput,
        writer="sources",
        prefix="web",
        list_by=(("owner",), ("project_id",)),
        blobs=("extraction_blob", "picture_blobs"),
    ),
    Table(
        name="combined_inputs",
        record=CombinedInput,
        writer="sources",
        prefix="cmb",
        list_by=(("owner",), ("project_id",)),
        blobs=("extraction_blob", "picture_blobs"),
        needs=("parts",),
    ),
    Table(
        name="snapshots",
        record=Snapshot,
        writer="sources",
        prefix="snp",
        list_by=(("owner",), ("input_id",)),
        blobs=("content_blob",),
        needs=("input_id",),
    ),
    Table(name="settings", record=Settings, writer="library", prefix="set", list_by=(("owner",),)),
    Table(
        name="jobs",
        record=Job,
        writer="jobs",
        prefix="job",
        list_by=(("owner",), ("status",), ("lane", "status"), ("subject_id",)),
        listed_statuses=("queued", "waiting", "running"),
        keep_days=90,
    ),
    Table(
        name="audit_events",
        record=AuditEvent,
        writer="domain",
        prefix="aud",
        list_by=(("owner",), ("subject_id",)),
        keep_days=400,
    ),
    Table(
        name="idempotency_keys",
        record=IdempotencyKey,
        writer="entrypoints",
        prefix="key",
        list_by=(("owner",),),
        keep_days=2,
        moves=False,
        ids_by_time=False,
    ),
    Table(
        name="embed_views",
        record=EmbedView,
        writer="",
        prefix="view",
        list_by=(("owner",), ("embed_id",)),
    ),
    Table(
        name="completions",
        record=StoredCompletion,
        writer="models",
        prefix="cmp",
        list_by=(("owner",),),
        blobs=("text_blob",),
        keep_days=90,
        moves=False,
        ids_by_time=False,
    ),
    Table(
        name="ledger_entries",
        record=LedgerEntry,
        writer="models",
        prefix="led",
        list_by=(("owner",), ("owner", "day"), ("example_id",), ("job_id",)),
        keep_days=400,
    ),
    Table(
        name="spendings",
        record=Spending,
        writer="models",
        prefix="spe",
        list_by=(("owner",),),
        keep_days=60,
        moves=False,
        ids_by_time=False,
    ),
    Table(
        name="migrations",
        record=Migration,
        writer="ops",
        prefix="mig",
        list_by=(("owner",),),
        moves=False,
        ids_by_time=False,
    ),
)


_TABLE_OF_RECORD = {table.record: table for table in TABLES}
_TABLE_OF_PREFIX = {table.prefix: table for table in TABLES}


def table_of(record: type[Record]) -> Table:
    """The table that keeps records of this type."""
    return _TABLE_OF_RECORD[record]


def table_of_id(record_id: str) -> Table | None:
    """The table whose ids look like this one, or None."""
    return _TABLE_OF_PREFIX.get(record_id.partition("_")[0])


def listing_of(record: type[Record], where: Mapping[str, str]) -> tuple[str, ...]:
    """The declared listing with exactly these fields, if it knows this status.

    Raises Refused("unknown_listing") if the catalog has none: no store may scan a whole table.
    """
    table = table_of(record)
    for listing in table.list_by:
        if where.keys() == set(listing):
            if listing[-1] == "status" and table.listed_statuses:
                _check_status(table, where["status"])
            return listing
    wanted = ", ".join(sorted(where)) or "nothing"
    raise Refused("unknown_listing", f"{table.name} cannot be listed by {wanted}.")


def _check_status(table: Table, status: str) -> None:
    if status not in table.listed_statuses:
        known = ", ".join(table.listed_statuses)
        raise Refused("unknown_listing", f"{table.name} can be listed by the status {known} only.")
