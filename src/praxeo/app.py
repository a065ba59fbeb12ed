"""Praxeo: the product as its services."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from praxeo.authors.choosing import chosen_author
from praxeo.compile.titles import under_its_name
from praxeo.domain import texts
from praxeo.domain.access import Actor
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.input_records import CombinedInput, Input, InputType
from praxeo.domain.limits import TITLE_CHARACTERS_MAX
from praxeo.domain.records import (
    AuthorKind,
    CodeSnippet,
    Example,
    Project,
    Route,
)
from praxeo.editing.change_requests import ChangeRequests
from praxeo.editing.claims import Claims
from praxeo.editing.confirming import Confirmations
from praxeo.editing.coverage import Coverages
from praxeo.editing.desk.candidates import Candidates
from praxeo.editing.desk.service import Desks
from praxeo.editing.drafts import Drafts
from praxeo.editing.edit_copies import copied_edits, forget_edits
from praxeo.editing.edits import Edits
from praxeo.editing.merges import Merges
from praxeo.editing.source_changes.service import SourceChanges
from praxeo.embeds.service import Embeds
from praxeo.embeds.tickets import Tickets
from praxeo.library.bulk import BulkChange, BulkOutcome, change_many, for_each
from praxeo.library.copies import Others, copy_example
from praxeo.library.examples import Examples
from praxeo.library.projects import Projects
from praxeo.library.settings import SettingsService
from praxeo.library.work import ExampleWork
from praxeo.merging.merges import copied, forget_merges
from praxeo.models.service import Models, without_models
from praxeo.outside import Outside, has_model, require_model, room_of
from praxeo.packages.service import Packages
from praxeo.sources.combining.parts import combinations_with, parts_of
from praxeo.sources.combining.service import Combinations
from praxeo.sources.documents.service import Documents
from praxeo.sources.drift.visiting import Visiting
from praxeo.sources.extractions import Extractions
from praxeo.sources.inputs import KINDS, Inputs, type_of
from praxeo.sources.life_cycle import TO_BE_READ
from praxeo.sources.media.preparing import Preparations
from praxeo.sources.media.service import Recordings
from praxeo.sources.reading import Reading
from praxeo.sources.research.service import Topics
from praxeo.sources.youtube.service import Videos

if TYPE_CHECKING:
    from praxeo.editing.requested_changes import RequestedChanges
    from praxeo.generation.service import Generation


@dataclass(frozen=True, kw_only=True, slots=True)
class Praxeo:
    """The services; every entry point speaks to these and to nothing below them."""

    outside: Outside
    projects: Projects
    settings: SettingsService
    documents: Documents
    combinations: Combinations
    videos: Videos
    recordings: Recordings
    topics: Topics
    preparations: Preparations
    examples: Examples
    inputs: Inputs
    reading: Reading
    edits: Edits
    drafts: Drafts
    desks: Desks
    coverages: Coverages
    claims: Claims
    confirmations: Confirmations
    candidates: Candidates
    source_changes: SourceChanges
    merges: Merges
    change_requests: ChangeRequests
    embeds: Embeds
    packages: Packages
    models: Models

    @property
    def generation(self) -> Generation:
        """What makes specs and apps, loaded where it is worked with: in jobs."""
        from praxeo.at_work import generation

        return generation(self.outside, self.examples, self.inputs, self.settings.of)

    @property
    def requested_changes(self) -> RequestedChanges:
        """What does the changes asked for in words, loaded as `generation` is."""
        from praxeo.at_work import requested_changes

        return requested_changes(self.outside, self.examples, self.inputs, self.settings.of)

    def project_for(self, actor: Actor, project_id: str | None) -> Project:
        """Where new things go: this project if one is named (NotFound), else that of the owner's settings, else the
        newest one."""
        if project_id:
            return self.projects.get(actor, project_id)
        wanted = self.settings.get(actor).default_project_id
        try:
            return self.projects.get(actor, wanted)
        except NotFound:
            return self.projects.named(actor, "")

    def shown_app(self, actor: Actor, snippet: CodeSnippet) -> bytes:
        """The HTML of this version as it is shown: under its example's name."""
        example = self.examples.get(actor, snippet.example_id)
        return under_its_name(example, self.examples.code(snippet))

    def duplicate_example(self, actor: Actor, example_id: str, *, title: str = "") -> Example:
        """A true copy of an example. Raises as `copy_example` does."""
        others = Others(
            merge=partial(copied, self.outside.records),
            requests=partial(copied_edits, self.outside.records, self.outside.ids),
        )
        return copy_example(self.examples, actor, example_id, others, title=title)

    def change_examples(self, actor: Actor, ids: Sequence[str], change: BulkChange) -> BulkOutcome:
        """Change many examples. Raises NotFound if the project that they are to go to does not exist."""
        if change.project_id:
            self.projects.get(actor, change.project_id)
        return change_many(self.examples, actor, ids, change)

    def delete_examples(
        self, actor: Actor, ids: Sequence[str], *, with_inputs: bool = False
    ) -> BulkOutcome:
        """Delete many examples as they are now; with their inputs, where no other example needs them."""

        def delete(example: Example) -> None:
            self.delete_example(actor, example.id, version=example.version)
            if with_inputs and not self.examples.of_input(actor, example.input_id):
                self._delete_input(actor, example.input_id)

        return for_each(self.examples, actor, ids, delete)

    def delete_project(self, actor: Actor, project_id: str, *, version: int) -> None:
        """Delete a project without examples, and the inputs left in it that no example needs.

        Raises Conflict("project_not_empty"), Conflict for another version, NotFound.
        """
        if not self.examples.list(actor, project_id=project_id, limit=1).records:
            for source in self.inputs.in_project(actor, project_id):
                if users := self._users(actor, source):
                    self.inputs.move(actor, source.id, project_id=users[0].project_id)
                elif source.status not in TO_BE_READ:
                    self.inputs.delete(actor, source.id, version=source.version)
        self.projects.delete(actor, project_id, version=version)

    def _delete_input(self, actor: Actor, input_id: str) -> None:
        """Delete an input and then its parts, as far as nothing else needs them."""
        with suppress(NotFound, Conflict):  # it is gone already, or being read for another
            source = self.inputs.get(actor, input_id)
            parts = parts_of(self.outside.records, source)
            self.inputs.delete(actor, source.id, version=source.version)
            for part in parts:
                self._delete_input(actor, part.id)

    def _users(self, actor: Actor, source: Input) -> tuple[Example | CombinedInput, ...]:
        """What an input is needed for."""
        combined = combinations_with(self.outside.records, source)
        return *self.examples.of_input(actor, source.id), *combined

    def create_example(
        self,
        actor: Actor,
        *,
        input_type: InputType,
        input_id: str,
        project_id: str = "",
        title: str = "",
        author: AuthorKind | None = None,
        route: Route | None = None,
        wish: str = "",
        **how: Any,
    ) -> Example:
        """Have an example made of an input of any kind. `how` are other fields of that meaning (`unsupported`, …).

        Without an `author` the owner's settings decide; without a `route` the configuration does. Raises
        NotFound, and Refused as `chosen_author` does.
        """
        source = self.inputs.get(actor, input_id)
        if type_of(source) != input_type:
            raise NotFound("not_found", f"There is no such {input_type.replace('_', ' ')}.")
        if project_id:
            self.projects.get(actor, project_id)
        wish = texts.wish(wish)
        wanted = self._author(actor, author, wish)
        return self.examples.create(
            actor,
            project_id=project_id or source.project_id,
            input_type=input_type,
            input_id=source.id,
            input_name=source.title or source.called,
            source_name=source.called[:TITLE_CHARACTERS_MAX],
            title=title,
            wanted_author=wanted,
            route=(route or self.outside.default_route) if wanted == "model" else "compiled",
            wish=wish,
            **how,
        )

    def _author(self, actor: Actor, asked: AuthorKind | None, wish: str) -> AuthorKind:
        automatic = self.settings.get(actor).author == "automatic"
        there = has_model(self.outside, actor.account)
        return chosen_author(asked, automatic=automatic, has_model=there, wish=wish)

    def delete_example(self, actor: Actor, example_id: str, *, version: int) -> None:
        """Delete an example and withdraw its embeds. Raises as `Examples.delete` does."""
        self.examples.deletable(actor, example_id, version=version)
        while embeds := self.embeds.list(actor, example_id=example_id).records:
            for embed in embeds:
                self.embeds.delete(actor, embed.id, version=embed.version)
        forget_merges(self.outside.records, example_id)
        forget_edits(self.outside.records, example_id)
        self.examples.delete(actor, example_id, version=version)


def build(outside: Outside) -> Praxeo:
    """Put the services together."""
    records, blobs, clock, ids = outside.records, outside.blobs, outside.clock, outside.ids
    rooms = {name: room_of(kind.room, outside) for name, kind in KINDS.items() if kind.room}
    examples = Examples(records=records, blobs=blobs, clock=clock, ids=ids)
    work = ExampleWork(records=records, clock=clock, ids=ids, examples=examples)
    settings = SettingsService(records=records, clock=clock, ids=ids)
    extractions, visiting = Extractions(blobs=blobs), room_of(Visiting, outside)
    inputs = Inputs(
        records=records, blobs=blobs, clock=clock, ids=ids, rooms=rooms, extractions=extractions
    )
    edits = Edits(records=records, examples=examples, work=work)
    claims = Claims(examples=examples, inputs=inputs)
    return Praxeo(
        outside=outside,
        projects=Projects(records=records, clock=clock, ids=ids),
        settings=settings,
        documents=room_of(Documents, outside),
        combinations=room_of(Combinations, outside),
        videos=room_of(Videos, outside),
        recordings=room_of(Recordings, outside),
        topics=room_of(Topics, outside),
        preparations=room_of(Preparations, outside),
        examples=examples,
        inputs=inputs,
        reading=Reading(inputs=inputs, rooms=rooms),
        change_requests=ChangeRequests(
            records=records,
            clock=clock,
            ids=ids,
            examples=examples,
            work=work,
            require_model=partial(require_model, outside),
        ),
        drafts=Drafts(examples=examples, inputs=inputs, compiler=outside.compiler),
        candidates=Candidates(
            examples=examples, work=work, inputs=inputs, offering=outside.offering
        ),
        source_changes=SourceChanges(
            examples=examples, inputs=inputs, work=work, edits=edits, visiting=visiting
        ),
        desks=Desks(examples=examples, inputs=inputs, work=work, edits=edits),
        coverages=Coverages(examples=examples, inputs=inputs),
        claims=claims,
        confirmations=Confirmations(records=records, clock=clock, ids=ids, claims=claims),
        edits=edits,
        merges=Merges(records=records, blobs=blobs, clock=clock, examples=examples, work=work),
        embeds=Embeds(
            records=records,
            blobs=blobs,
            clock=clock,
            ids=ids,
            tickets=Tickets(outside.ticket_keys),
            at_edge=outside.at_edge,
            tally=outside.tally,
        ),
        packages=Packages(examples=examples, page=outside.package_page),
        models=outside.models or without_models(records, clock, ids, settings.of),
    )
