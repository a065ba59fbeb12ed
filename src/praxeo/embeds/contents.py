"""What an embed shows: one checked version of an app, in the encodings that it is sent in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from praxeo.compile.titles import under_its_name
from praxeo.domain.access import Actor, permitted
from praxeo.domain.app_guard import GUARD_HASH
from praxeo.domain.app_policy import guarded
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.records import CodeSnippet, Embed, Example, Screenshot, changed
from praxeo.embeds.compression import brotli_bytes, gzip_bytes
from praxeo.ports.blobs import BlobStore
from praxeo.ports.records import RecordStore

PICTURE_NAME = "desktop"  # the check's picture of the first view in a wide window


def publishable(
    records: RecordStore, actor: Actor, example: Example, code_snippet_id: str
) -> CodeSnippet:
    """This version of the example, by default its current one, if it may be shown.

    NotFound if there is none; Conflict("not_publishable") if it has not passed its check.
    """
    wanted = code_snippet_id or example.code_snippet_id
    if not wanted:
        raise NotFound("no_app_yet", example.reason or "There is no app of this example yet.")
    snippet = permitted(records.get(CodeSnippet, wanted), actor, CodeSnippet)
    if snippet.example_id != example.id:
        raise NotFound("not_found", "This example has no such version of its code.")
    if snippet.check_status not in {"passed", "not_run"}:
        reason = snippet.check_summary or "It has not been checked yet."
        raise Conflict("not_publishable", f"This version cannot be published. {reason}")
    return snippet


def filled(
    blobs: BlobStore, embed: Embed, example: Example, snippet: CodeSnippet, now: datetime
) -> Embed:
    """The embed with this version's bytes under the example's name.

    Plain they are as they were checked, compressed they have the guard before them.
    """
    area = f"embeds/{embed.id}"
    app = under_its_name(example, blobs.read(snippet.code_blob))
    served = guarded(app)
    plain = blobs.put(area, app)
    return changed(
        embed,
        now,
        title=embed.title if embed.named_by_hand else _title(example, snippet),
        code_snippet_id=snippet.id,
        content_hash=plain.content_hash,
        language=snippet.text_language,
        app_blob=plain.key,
        brotli_blob=blobs.put(area, brotli_bytes(served)).key,
        gzip_blob=blobs.put(area, gzip_bytes(served)).key,
        guard=GUARD_HASH,
        pictures=tuple(
            _copied(blobs, area, shot) for shot in snippet.screenshots if shot.name == PICTURE_NAME
        ),
    )


def list_keys(embed: Embed) -> tuple[str, ...]:
    """The blobs of an embed."""
    pictures = (picture.blob for picture in embed.pictures)
    films = (film.blob for film in embed.films)
    named = (embed.app_blob, embed.brotli_blob, embed.gzip_blob, *pictures, *films)
    return tuple(key for key in named if key)


def _copied(blobs: BlobStore, area: str, shot: Screenshot) -> Screenshot:
    """The picture among the bytes of the embed: whoever serves those reaches no others."""
    return replace(shot, blob=blobs.put(area, blobs.read(shot.blob)).key)


def _title(example: Example, snippet: CodeSnippet) -> str:
    """What an embed of this version is called: as a person named the example, else as its app is."""
    return example.title if example.named_by_hand else snippet.title or example.title
