"""Combinations: inputs of any kind put together, so that one app is made of them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from praxeo.domain import texts
from praxeo.domain.access import Action, Actor, permitted
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import NotFound, Refused, TooLarge, Unavailable
from praxeo.domain.input_records import CombinedInput, Input
from praxeo.domain.reading_ledger import CHANNELS
from praxeo.domain.records import changed, created
from praxeo.library.saving import at_version, saved
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.proving import Progress
from praxeo.ports.records import RecordStore
from praxeo.sources.combining.joining import Part, joined
from praxeo.sources.combining.parts import part_of, read_source
from praxeo.sources.extractions import Extractions
from praxeo.sources.life_cycle import UNREAD, to_be_read

PARTS_MAX = 20  # inputs in one app
NAME_CHARACTERS = 90  # of a combination that is called after its parts


@dataclass(frozen=True, kw_only=True)
class Combinations:
    """The room of inputs that are made of others; see `sources.life_cycle.Room`."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids

    def create(
        self, actor: Actor, *, project_id: str, input_ids: Sequence[str], title: str = ""
    ) -> CombinedInput:
        """These inputs as one, with the job that joins them once all are read. The caller checks the project.

        What was wanted of the asides of any is wanted of all.

        Raises NotFound, Refused("nothing_to_combine", "input_twice", "combination_within"),
        TooLarge("too_many_parts").
        """
        _check(input_ids)
        parts = [self._part(actor, each) for each in input_ids]
        if any(isinstance(part, CombinedInput) for part in parts):
            raise Refused("combination_within", "Combine the inputs themselves, not combinations.")
        now = self.clock.now()
        source = created(
            CombinedInput,
            now,
            id=self.ids.new("cmb"),
            owner=actor.account,
            project_id=project_id,
            title=texts.title(title) if title else _name([part.called for part in parts]),
            named_by_hand=bool(title),
            parts=tuple(input_ids),
            chosen=tuple(input_ids),
            channels=tuple(
                name for name in CHANNELS if any(name in part.channels for part in parts)
            ),
        )
        queued, job = to_be_read(source, actor, self.ids, now)
        return saved(self, actor, "combined_input.created", queued, job)

    def get(self, actor: Actor, combined_id: str, action: Action = "read") -> CombinedInput:
        """The combination, for an actor who may do this with it. Raises NotFound, Forbidden."""
        source = self.records.get(CombinedInput, combined_id)
        return permitted(source, actor, CombinedInput, action)

    def choose(
        self, actor: Actor, combined_id: str, input_ids: Sequence[str], *, version: int
    ) -> CombinedInput:
        """Say which of its inputs are taught from the next making on, and in which order.

        One that could not be read is read anew: what is left out now may have been the reason.
        Raises Conflict("changed_meanwhile"), NotFound for what is no part, Refused("nothing_to_combine").
        """
        source = at_version(self.get(actor, combined_id, "change"), version)
        _check(input_ids, least=1)
        if not set(input_ids) <= set(source.parts):
            raise NotFound("no_such_part", "This is no part of the combination.")
        now = self.clock.now()
        after = changed(source, now, chosen=tuple(input_ids))
        if source.status in ("refused", "failed"):
            queued, job = to_be_read(after, actor, self.ids, now)
            return saved(self, actor, "combined_input.parts_chosen", queued, job)
        return saved(self, actor, "combined_input.parts_chosen", after)

    def read(self, source: CombinedInput, progress: Progress) -> Extraction:
        """What its parts say, joined. Waits for those that are still being read.

        Raises Refused("part_refused"), Unavailable("part_failed") if one that is chosen could not be read.
        """
        parts = list(self._read_parts(source))
        found = _name([part.title for part, _ in parts])
        return joined(parts, source.title if source.named_by_hand else found)

    def _part(self, actor: Actor, input_id: str) -> Input:
        part = part_of(self.records, input_id)
        if part is None:
            raise NotFound("not_found", "There is no such input.")
        return permitted(part, actor, type(part))

    def _read_parts(self, source: CombinedInput) -> Iterator[Part]:
        extractions = Extractions(blobs=self.blobs)
        for part_id in source.parts:
            part = part_of(self.records, part_id)
            if part and part.status in UNREAD:
                raise Unavailable("input_not_ready", "The inputs are still being read.")
            if part and part.extraction_blob:
                extraction = extractions.at(part.extraction_blob)
                yield read_source(part, extraction), extraction
            elif part_id in source.chosen:
                raise _not_read(part)


def _name(names: Sequence[str]) -> str:
    """All names, or the first and how many more there are."""
    whole = " + ".join(names)
    return (
        whole
        if len(whole) <= NAME_CHARACTERS
        else f"{names[0][:NAME_CHARACTERS]} + {len(names) - 1}"
    )


def _check(input_ids: Sequence[str], least: int = 2) -> None:
    if len(input_ids) < least:
        raise Refused("nothing_to_combine", f"Name at least {least} of the inputs.")
    if len(set(input_ids)) < len(input_ids):
        raise Refused("input_twice", "Name each input once.")
    if len(input_ids) > PARTS_MAX:
        raise TooLarge("too_many_parts", f"One app is made of at most {PARTS_MAX} inputs.")


def _not_read(part: Input | None) -> Refused | Unavailable:
    if part is None:
        return Refused("part_deleted", "One of its inputs has been deleted. Leave it out.")
    names = {"name": part.called, "reason": part.reason}
    message = f"{part.called} cannot be read: {part.reason}"
    if part.status == "failed":
        return Unavailable("part_failed", message, retryable=False, details=names)
    return Refused("part_refused", f"{message} Leave it out to go on.", details=names)
