"""Embeds that follow: each new version of their example is shown by itself, once it is proven."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.domain.access import Actor
from praxeo.domain.jobs import Effect, FollowVersions, new_job
from praxeo.domain.records import CodeSnippet, Embed, Example, Job, utc_text
from praxeo.embeds.service import Embeds
from praxeo.library.saving import against_others
from praxeo.library.versions import all_of
from praxeo.ports.records import RecordStore


def following_job(embeds: Embeds, actor: Actor, example: Example) -> tuple[Job, ...]:
    """The job that shows this version of the example where embeds follow, to be saved with the example; () where none does."""
    if not any(_behind(embeds.records, example)):
        return ()
    job = new_job(
        FollowVersions(example_id=example.id),
        id=embeds.ids.new("job"),
        actor=actor,
        subject_id=example.id,
        now=utc_text(embeds.clock.now()),
    )
    return (job,)


def follow(embeds: Embeds, actor: Actor, example_id: str) -> Effect:
    """Show the example's present version in all of its embeds that follow. Each is saved at once; one that
    shows it already is left alone."""
    example = embeds.records.get(Example, example_id)
    for embed_id in [each.id for each in _behind(embeds.records, example)] if example else ():
        against_others(lambda at=embed_id: _pin(embeds, actor, at))  # type: ignore[misc]
    return Effect(changes=lambda: ())


def _pin(embeds: Embeds, actor: Actor, embed_id: str) -> Embed:
    embed = embeds.get(actor, embed_id, "change")
    return embeds.pin(actor, embed_id, version=embed.version) if embed.follows else embed


def _behind(records: RecordStore, example: Example) -> Iterator[Embed]:
    """The published embeds that follow and show another version than the present one, if that is proven."""
    snippet = records.get(CodeSnippet, example.code_snippet_id)
    if snippet is None or snippet.check_status != "passed":
        return
    for embed in all_of(records, Embed, example.id):
        if embed.follows and embed.published and embed.code_snippet_id != snippet.id:
            yield embed
