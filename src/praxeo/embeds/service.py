"""Embeds: published apps. Each is pinned to one checked version of its code and rolls back at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from praxeo.domain import texts
from praxeo.domain.access import Action, Actor, permitted
from praxeo.domain.errors import Conflict, NotFound, Refused
from praxeo.domain.ids import is_id
from praxeo.domain.jobs import Effect
from praxeo.domain.records import (
    CodeSnippet,
    Embed,
    EmbedAccess,
    EmbedPassword,
    Example,
    changed,
    created,
    utc_text,
)
from praxeo.embeds.contents import filled, list_keys, publishable
from praxeo.embeds.domains import checked_domains
from praxeo.embeds.passwords import password_hash
from praxeo.embeds.recent import RecentEmbeds
from praxeo.embeds.themes import theme_to_save
from praxeo.embeds.tickets import NO_TICKETS, AtEdge, Tickets, unsigned
from praxeo.library.listing import readable
from praxeo.library.saving import at_version, deleted, saved
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import Page, RecordStore
from praxeo.ports.tally import Tally

HISTORY_KEPT = 50  # earlier versions that an embed can go back to
_CHECKED: dict[str, Callable[[Any], Any]] = {
    "title": texts.title,
    "theme": theme_to_save,
    "domains": checked_domains,
}
_RULES = ("access", "domains")  # what tickets were given out under


@dataclass(frozen=True, kw_only=True)
class Embeds:
    """Owns the table `embeds`."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    tickets: Tickets = NO_TICKETS
    at_edge: AtEdge = unsigned
    tally: Tally | None = None  # None: visits are not counted
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
            theme=theme_to_save(theme or {}),
        )
        snippet = publishable(self.records, actor, example, code_snippet_id)
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

    def change(
        self, actor: Actor, embed_id: str, *, version: int, password: str = "", **fields: Any
    ) -> Embed:
        """Change what the embed is called, who may see it (access, password, expires_at, …) or its theme.

        `fields` are of the record, as `EmbedChange` takes them. Conflict, Refused("bad_theme", "bad_domain",
        "bad_password", "password_needed").
        """
        embed = self._at_version(actor, embed_id, version)
        kept = {name: _CHECKED[name](value) for name, value in fields.items() if name in _CHECKED}
        named = embed.named_by_hand or "title" in fields
        now = changed(embed, self.clock.now(), **{**fields, **kept, "named_by_hand": named})
        if now.access == "password" and not password and self.password_of(embed) is None:
            raise Refused("password_needed", "Give the password that is to open this app.")
        if password or any(getattr(now, name) != getattr(embed, name) for name in _RULES):
            now = replace(now, policy_version=embed.policy_version + 1)
        along = self._password(embed, password)
        return self._save(actor, now, "embed.changed", before=embed, along=along)

    def revoke(self, actor: Actor, embed_id: str, *, version: int) -> Embed:
        """Have everybody who has got in come to the door again: links and tickets given out open nothing more."""
        embed = self._at_version(actor, embed_id, version)
        now = changed(embed, self.clock.now(), policy_version=embed.policy_version + 1)
        return self._save(actor, now, "embed.revoked")

    def pin(self, actor: Actor, embed_id: str, *, version: int, code_snippet_id: str = "") -> Embed:
        """Show another version of the app, by default the example's current one, at the same address.

        Errors as for `publish`; Conflict if the embed is not at this version any more.
        """
        embed = self._at_version(actor, embed_id, version)
        example = permitted(self.records.get(Example, embed.example_id), actor, Example)
        snippet = publishable(self.records, actor, example, code_snippet_id)
        if snippet.id == embed.code_snippet_id:
            return embed
        history = (*embed.history, embed.code_snippet_id)[-HISTORY_KEPT:]
        embed_now = changed(
            embed, self.clock.now(), history=history, follows=embed.follows and not code_snippet_id
        )
        repinned = self._pinned(embed_now, example, snippet)
        return self._save(actor, repinned, "embed.pinned", before=embed)

    def roll_back(self, actor: Actor, embed_id: str, *, version: int) -> Embed:
        """Show the version before the present one again. Conflict("nothing_to_roll_back")."""
        embed = self._at_version(actor, embed_id, version)
        if not embed.history:
            raise Conflict("nothing_to_roll_back", "This embed has no earlier version.")
        example = permitted(self.records.get(Example, embed.example_id), actor, Example)
        snippet = permitted(self.records.get(CodeSnippet, embed.history[-1]), actor, CodeSnippet)
        earlier = changed(embed, self.clock.now(), history=embed.history[:-1], follows=False)
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
            snippet = publishable(self.records, actor, example, embed.code_snippet_id)
            embed = self._filled(embed, example, snippet)
        now = self.clock.now()
        shown = changed(embed, now, published=True, published_at=utc_text(now))
        return self._save(actor, shown, "embed.republished")

    def delete(self, actor: Actor, embed_id: str, *, version: int) -> None:
        """Delete the embed with its bytes."""
        embed = self._at_version(actor, embed_id, version)
        passwords = self.records.list(EmbedPassword, {"embed_id": embed.id}).records
        deleted(self, actor, "embed.deleted", embed, *passwords)
        self.recent.forget(embed.id)
        if self.tally:
            self.tally.forget(embed.id)
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

    def password_of(self, embed: Embed) -> str | None:
        """The hash of its password; None if it has none."""
        kept = self.records.get(EmbedPassword, _password_id(embed))
        return kept.password_hash if kept else None

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
        return filled(self.blobs, embed, example, snippet, self.clock.now())

    def _password(self, embed: Embed, password: str) -> tuple[EmbedPassword, ...]:
        """What is to be saved of a new password: nothing, where none is given."""
        if not password:
            return ()
        hashed, now = password_hash(password), self.clock.now()
        if known := self.records.get(EmbedPassword, _password_id(embed)):
            return (changed(known, now, password_hash=hashed),)
        fresh = created(
            EmbedPassword,
            now,
            id=_password_id(embed),
            owner=embed.owner,
            embed_id=embed.id,
            password_hash=hashed,
        )
        return (fresh,)

    def _save(
        self,
        actor: Actor,
        embed: Embed,
        action: str,
        *,
        before: Embed | None = None,
        along: Sequence[EmbedPassword] = (),
    ) -> Embed:
        now = saved(self, actor, action, embed, *along)
        self.recent.forget(now.id)
        for key in set(list_keys(before)) - set(list_keys(now)) if before else ():
            self.blobs.delete(key)
        return now


def _password_id(embed: Embed) -> str:
    """One password has its place beside one embed."""
    return f"pwd{embed.id.removeprefix('emb')}"
