"""Praxeo: the product as its services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from praxeo.documents.service import Documents
from praxeo.domain.errors import NotFound
from praxeo.domain.records import Project
from praxeo.embeds.service import Embeds
from praxeo.examples.service import Examples
from praxeo.generation.drafts import Drafts
from praxeo.generation.edits import Edits
from praxeo.generation.service import Generation
from praxeo.ports import (
    Author,
    BlobStore,
    Checker,
    Clock,
    Compiler,
    Ids,
    PagePainter,
    Reader,
    RecordStore,
)
from praxeo.projects.service import Projects
from praxeo.settings.service import SettingsService


@dataclass(frozen=True, kw_only=True, slots=True)
class Outside:
    """Everything from outside that the product stands on; `close` gives it all back."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    read_document: Reader
    draw_page: PagePainter
    author: Author
    compiler: Compiler
    checker: Checker
    upload_bytes_max: int
    close: Callable[[], None] = lambda: None


@dataclass(frozen=True, kw_only=True, slots=True)
class Praxeo:
    """The services; every entry point speaks to these and to nothing below them."""

    outside: Outside
    projects: Projects
    settings: SettingsService
    documents: Documents
    examples: Examples
    generation: Generation
    edits: Edits
    drafts: Drafts
    embeds: Embeds

    def default_project(self, owner: str) -> Project:
        """Where new things go: the project that the owner's settings name, else the newest one."""
        wanted = self.settings.get(owner).default_project_id
        try:
            return self.projects.get(owner, wanted)
        except NotFound:
            return self.projects.named(owner, "")

    def delete_example(self, owner: str, example_id: str, *, version: int) -> None:
        """Delete an example and withdraw its embeds. Raises as `Examples.delete` does."""
        self.examples.deletable(owner, example_id, version=version)
        while embeds := self.embeds.list(owner, example_id=example_id).records:
            for embed in embeds:
                self.embeds.delete(owner, embed.id, version=embed.version)
        self.examples.delete(owner, example_id, version=version)


def build(outside: Outside) -> Praxeo:
    """Put the services together."""
    records, blobs, clock, ids = outside.records, outside.blobs, outside.clock, outside.ids
    documents = Documents(
        records=records,
        blobs=blobs,
        clock=clock,
        ids=ids,
        read_document=outside.read_document,
        draw_page=outside.draw_page,
        upload_bytes_max=outside.upload_bytes_max,
    )
    examples = Examples(records=records, blobs=blobs, clock=clock, ids=ids)
    return Praxeo(
        outside=outside,
        projects=Projects(records=records, clock=clock, ids=ids),
        settings=SettingsService(records=records, clock=clock, ids=ids),
        documents=documents,
        examples=examples,
        generation=Generation(
            records=records,
            blobs=blobs,
            clock=clock,
            ids=ids,
            documents=documents,
            examples=examples,
            author=outside.author,
            compiler=outside.compiler,
            checker=outside.checker,
        ),
        edits=Edits(records=records, blobs=blobs, clock=clock, ids=ids, examples=examples),
        drafts=Drafts(examples=examples, documents=documents, compiler=outside.compiler),
        embeds=Embeds(records=records, blobs=blobs, clock=clock, ids=ids),
    )
