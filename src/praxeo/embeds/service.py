"""Embeds: published apps. Each is pinned to one checked version of its code and rolls back at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from praxeo.compile.titles import under_its_name
from praxeo.domain import texts
from praxeo.domain.access import Action, Actor, permitted
from praxeo.domain.app_guard import GUARD_HASH
from praxeo.domain.app_policy import guarded
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.ids import is_id
from praxeo.domain.jobs import Effect
from praxeo.domain.records import (
    CodeSnippet,
    Embed,
    EmbedAccess,
    Example,
    changed,
    created,
    utc_text,
)
from praxeo.embeds.compression import brotli_bytes, gzip_bytes
from praxeo.embeds.recent import RecentEmbeds
from praxeo.embeds.themes import checked_theme
from praxeo.library.listing import readable
from praxeo.library.saving import at_version, deleted, saved
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import Page, RecordStore

HISTORY_KEPT = 50  # earlier versions that an embed can go back to
_CHECKED: dict[str, Callable[[Any], Any]] = {"title": texts.title, "theme": checked_theme}


@dataclass(frozen=True, kw_only=True, slots=True)
class Embeds:
    """Owns the table `embeds`."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    recent: RecentEmbeds = field(default_factory=RecentEmbeds)

    def publish(
        self,
        actor: Actor,
        example_id: str,
        *,
        code_snippet_id: str = "",
        access: EmbedAccess = "unlisted",
        theme: Mapping[str, str] | None = None,
    ) -> Embed:
        """A new embed of the example's current app, or of the given version of it.

        NotFound if there is no such app; Conflict("not_publishable") if it has not passed its check
        (an app that could not be run may be published); Refused("bad_theme").
        """
        example = permitted(self.records.get(Example, example_id), actor, Example, "change")
        embed = created(
            Embed,
            self.clock.now(),
            id=self.ids.new("emb"),
            owner=actor.account,
            example_id=example.id,
            project_id=example.project_id,
            code_snippet_id="",
            content_hash="",
            title=example.title,
            access=access,
            theme=checked_theme(theme or {}),
        )
        snippet = self._snippet(actor, example, code_snippet_id)
        return self._save(actor, self._pinned(embed, example, snippet), "embed.published")

    def get(self, actor: Actor, embed_id: str, action: Action = "read") -> Embed:
        """The embed, for an actor who may do this with it. Raises NotFound, Forbidden."""
        return permitted(self.records.get(Embed, embed_id), actor, Embed, action)

    def list(
        self, actor: Actor, *, example_id: str = "", cursor: str = "", limit: int = 50
    ) -> Page[Embed]:
        """The owner's embeds, newest first; of one example, if given."""
        where = {"example_id": example_id} if example_id else {"owner": actor.account}
        page = self.records.list(Embed, where, cursor=cursor, limit=limit, newest_first=True)
        return readable(page, actor, where)

    def change(self, actor: Actor, embed_id: str, *, version: int, **fields: Any) -> Embed:
        """Change what the embed is called, who may see it (access, expires_at, …) or its theme.

        `fields` are of the record, as `EmbedChange` takes them. Conflict, Refused("bad_theme").
        """
        embed = self._at_version(actor, embed_id, version)
        kept = {name: _CHECKED[name](value) for name, value in fields.items() if name in _CHECKED}
        named = embed.named_by_hand or "title" in fields
        changes = {**fields, **kept, "named_by_hand": named}
        return self._save(actor, changed(embed, self.clock.now(), **changes), "embed.changed")

    def pin(self, actor: Actor, embed_id: str, *, version: int, code_snippet_id: str = "") -> Embed:
        """Show another version of the app, by default the example's current one, at the same address.

        Errors as for `publish`; Conflict if the embed is not at this version any more.
        """
        embed = self._at_version(actor, embed_id, version)
        example = permitted(self.records.get(Example, embed.example_id), actor, Example)
        snippet = self._snippet(actor, example, code_snippet_id)
        if snippet.id == embed.code_snippet_id:
            return embed
        history = (*embed.history, embed.code_snippet_id)[-HISTORY_KEPT:]
        embed_now = changed(embed, self.clock.now(), history=history)
        repinned = self._pinned(embed_now, example, snippet)
        return self._save(actor, repinned, "embed.pinned", before=embed)

    def roll_back(self, actor: Actor, embed_id: str, *, version: int) -> Embed:
        """Show the version before the present one again. Conflict("nothing_to_roll_back")."""
        embed = self._at_version(actor, embed_id, version)
        if not embed.history:
            raise Conflict("nothing_to_roll_back", "This embed has no earlier version.")
        example = permitted(self.records.get(Example, embed.example_id), actor, Example)
        snippet = permitted(self.records.get(CodeSnippet, embed.history[-1]), actor, CodeSnippet)
        earlier = changed(embed, self.clock.now(), history=embed.history[:-1])
        pinned = self._pinned(earlier, example, snippet)
        return self._save(actor, pinned, "embed.rolled_back", before=embed)

    def retitle(self, actor: Actor, example_id: str) -> Effect:
        """Show the example's embeds under its present name: the same versions with another title.

        Each is saved at once, and one that bears the name already is left alone.
        """
        example = self.records.get(Example, example_id)
        for embed in self._all_of(example_id):
            snippet = self.records.get(CodeSnippet, embed.code_snippet_id)
            if example and snippet and embed.title != example.title and not embed.named_by_hand:
                named = self._filled(embed, example, snippet)
                self._save(actor, named, "embed.retitled", before=embed)
        return Effect(changes=lambda: ())

    def unpublish(self, actor: Actor, embed_id: str, *, version: int) -> Embed:
        """Withdraw the app: its address says so from now on. `republish` brings it back."""
        embed = self._at_version(actor, embed_id, version)
        withdrawn = changed(embed, self.clock.now(), published=False)
        return self._save(actor, withdrawn, "embed.unpublished")

    def republish(self, actor: Actor, embed_id: str, *, version: int) -> Embed:
        """Show a withdrawn app again.

        One that came from another library has no bytes yet and gets those of its version, as `publish` does:
        NotFound, Conflict("not_publishable") before that version has been checked here.
        """
        embed = self._at_version(actor, embed_id, version)
        if not embed.app_blob:
            example = permitted(self.records.get(Example, embed.example_id), actor, Example)
            snippet = self._snippet(actor, example, embed.code_snippet_id)
            embed = self._filled(embed, example, snippet)
        now = self.clock.now()
        shown = changed(embed, now, published=True, published_at=utc_text(now))
        return self._save(actor, shown, "embed.republished")

    def delete(self, actor: Actor, embed_id: str, *, version: int) -> None:
        """Delete the embed with its bytes."""
        embed = self._at_version(actor, embed_id, version)
        deleted(self, actor, "embed.deleted", embed)
        self.recent.forget(embed.id)
        for key in list_keys(embed):
            self.blobs.delete(key)

    # --- for the embed host: no owner, because visitors have none -----------------------------------

    def visited(self, embed_id: str) -> Embed:
        """The embed at an address, as it is or was a second ago, published or not. Raises NotFound."""
        now = self.clock.now()
        if known := self.recent.get(embed_id, now):
            return known
        embed = self.records.get(Embed, embed_id) if is_id(embed_id, "emb") else None
        if embed is None:
            raise NotFound("embed_not_found", "There is no learning app at this address.")
        self.recent.keep(embed, now)
        return embed

    def formerly_at(self, content_hash: str) -> tuple[Embed, ...]:
        """The embeds that had this app at an address which named its hash alone, oldest first.

        Such addresses were given out before embeds were guarded. Raises NotFound.
        """
        found = self.records.list(Embed, {"content_hash": content_hash}).records
        former = tuple(embed for embed in found if not embed.guard)
        if not former:
            raise NotFound("embed_not_found", "There is no learning app at this address.")
        return former

    # --- parts of them -------------------------------------------------------------------------------

    def _at_version(self, actor: Actor, embed_id: str, version: int) -> Embed:
        return at_version(self.get(actor, embed_id, "change"), version)

    def _snippet(self, actor: Actor, example: Example, code_snippet_id: str) -> CodeSnippet:
        wanted = code_snippet_id or example.code_snippet_id
        if not wanted:
            raise NotFound("no_app_yet", example.reason or "There is no app of this example yet.")
        snippet = permitted(self.records.get(CodeSnippet, wanted), actor, CodeSnippet)
        if snippet.example_id != example.id:
            raise NotFound("not_found", "This example has no such version of its code.")
        if snippet.check_status not in {"passed", "not_run"}:
            reason = snippet.check_summary or "It has not been checked yet."
            raise Conflict("not_publishable", f"This version cannot be published. {reason}")
        return snippet

    def _all_of(self, example_id: str) -> Iterator[Embed]:
        where, cursor = {"example_id": example_id}, None
        while cursor != "":
            page = self.records.list(Embed, where, cursor=cursor or "")
            yield from page.records
            cursor = page.cursor

    def _pinned(self, embed: Embed, example: Example, snippet: CodeSnippet) -> Embed:
        """The embed as it shows this version from now on."""
        filled = self._filled(embed, example, snippet)
        return replace(filled, published_at=utc_text(self.clock.now()))

    def _filled(self, embed: Embed, example: Example, snippet: CodeSnippet) -> Embed:
        """The embed with this version's bytes under the example's name.

        Plain they are as they were checked, compressed they have the guard before them.
        """
        area = f"embeds/{embed.id}"
        app = under_its_name(example, self.blobs.read(snippet.code_blob))
        served = guarded(app)
        plain = self.blobs.put(area, app)
        return changed(
            embed,
            self.clock.now(),
            title=embed.title if embed.named_by_hand else _title(example, snippet),
            code_snippet_id=snippet.id,
            content_hash=plain.content_hash,
            language=snippet.text_language,
            app_blob=plain.key,
            brotli_blob=self.blobs.put(area, brotli_bytes(served)).key,
            gzip_blob=self.blobs.put(area, gzip_bytes(served)).key,
            guard=GUARD_HASH,
        )

    def _save(
        self, actor: Actor, embed: Embed, action: str, *, before: Embed | None = None
    ) -> Embed:
        now = saved(self, actor, action, embed)
        self.recent.forget(now.id)
        for key in set(list_keys(before)) - set(list_keys(now)) if before else ():
            self.blobs.delete(key)
        return now


def _title(example: Example, snippet: CodeSnippet) -> str:
    """What an embed of this version is called: as a person named the example, else as its app is."""
    return example.title if example.named_by_hand else snippet.title or example.title


def list_keys(embed: Embed) -> tuple[str, ...]:
    """The blobs of an embed."""
    return tuple(key for key in (embed.app_blob, embed.brotli_blob, embed.gzip_blob) if key)
