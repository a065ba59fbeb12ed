"""Sources are visited again: what changed is found, proposed and taken over by a person, and by nobody else."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from plain_praxeo import HandClock, add_text, outside_in_memory, run_all

from praxeo.adapters.offline_author import OfflineAuthor
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.errors import Conflict, PraxeoError, Refused, Unavailable
from praxeo.domain.input_records import WebPageInput
from praxeo.domain.records import Example
from praxeo.domain.snapshot_records import Hop
from praxeo.domain.source_visits import AffectedItem, VisitFound
from praxeo.editing.source_changes.rhythm import visit_due
from praxeo.ports.web import Fetched, Known
from praxeo.spec.printing import print_spec

ROLLBACK_SECONDS_MAX = 5.0
ADDRESS = "https://lake.example/enzymes"
SENTENCES = (
    "An enzyme is a protein that speeds up a chemical reaction in a living cell.",
    "The active site is the part of an enzyme that binds the substrate.",
    "A substrate is the molecule that an enzyme changes into a product.",
    "Catalase breaks down 40 million molecules of hydrogen peroxide in one second.",
    "Heat above 60 degrees changes the shape of the active site for good.",
    "A cofactor is a small helper without which some enzymes cannot work.",
    "An inhibitor is a molecule that slows an enzyme down by blocking its active site.",
    "The lock and key model says that a substrate fits its enzyme exactly.",
)


class Site:
    """A web of one page, which tests change; it says by its ETag which state of it this is."""

    def __init__(self) -> None:
        self.sentences = list(SENTENCES)
        self.trouble: PraxeoError | None = None
        self.asked: list[Known | None] = []

    def get(
        self, url: str, *, accept: str = "*/*", robots: bool = True, known: Known | None = None
    ) -> Fetched:
        self.asked.append(known)
        if self.trouble:
            raise self.trouble
        text = "".join(f"<p>{sentence}</p>" for sentence in self.sentences)
        page = f"<!doctype html><html lang=en><head><title>Enzymes</title></head><body><article><h1>Enzymes</h1>{text}</article></body></html>"
        tag = f'"{hash(page)}"'
        status = 304 if known and known.etag == tag else 200
        return Fetched(
            url=url, final_url=url, hops=(Hop(url=url, status=status),),
            data=b"" if status == 304 else page.encode(), media_type="text/html", charset="utf-8",
            etag=tag, fetched_at="2026-11-29T12:00:00Z",
        )  # fmt: skip

    def says(self, before: str, after: str) -> None:
        self.sentences = [s.replace(before, after) for s in self.sentences]


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def praxeo(site: Site) -> Praxeo:
    outside = outside_in_memory()
    return build(
        replace(
            outside,
            web=site,
            read_document=DocumentReader(),
            author=OfflineAuthor(),
            compiler=lambda spec, extraction: f"<!doctype html><html lang=en>{print_spec(spec)}",
        )
    )


@pytest.fixture
def example(praxeo: Praxeo) -> Example:
    me = local_user()
    project = praxeo.projects.named(me, "")
    page = praxeo.inputs.create(me, "web_page_input", project_id=project.id, given=ADDRESS)
    made = praxeo.create_example(me, input_type="web_page_input", input_id=page.id)
    run_all(praxeo)
    return now(praxeo, made.id)


def now(praxeo: Praxeo, example_id: str) -> Example:
    return praxeo.examples.get(local_user(), example_id)


def visited(praxeo: Praxeo, example: Example) -> VisitFound:
    praxeo.source_changes.visit(local_user(), example.id)
    run_all(praxeo)
    return praxeo.source_changes.show(local_user(), example.id)


def ending(found: VisitFound, words: str) -> AffectedItem:
    """The one item of those that are affected whose text ends so."""
    (item,) = (item for item in found.items if item.text.endswith(words))
    return item


def settled(praxeo: Praxeo, found: VisitFound, example: Example, *take: AffectedItem) -> Example:
    keys = [item.item for item in take]
    praxeo.source_changes.settle(local_user(), example.id, keys, current=found.spec_id)
    run_all(praxeo)
    return now(praxeo, example.id)


def spec_text(praxeo: Praxeo, example: Example) -> str:
    return praxeo.examples.spec_text(praxeo.examples.spec(local_user(), example.spec_id))


def test_a_page_that_is_as_it_was_is_asked_for_by_its_tag_and_changes_nothing(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    found = visited(praxeo, example)
    assert (found.state, found.items, found.changes) == ("same", (), 0)
    assert site.asked[-1] is not None
    assert site.asked[-1].etag


def test_a_changed_sentence_is_told_with_its_items_and_what_they_would_be(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    before = spec_text(praxeo, example)
    site.says("living cell", "test tube")
    found = visited(praxeo, example)
    assert found.state == now(praxeo, example.id).source_state == "changed"
    assert (found.changes, found.sections) == (1, ("Enzymes",))
    item = ending(found, "a chemical reaction in a living cell")
    assert [change.before for change in item.changes] == [SENTENCES[0]]
    assert item.changes[0].after.endswith("in a test tube.")
    assert item.proposed.endswith("a chemical reaction in a test tube")
    assert spec_text(praxeo, now(praxeo, example.id)) == before


def test_what_is_taken_over_is_a_new_version_held_against_the_page_as_it_is_now(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    site.says("living cell", "test tube")
    found = visited(praxeo, example)
    after = settled(praxeo, found, example, *found.items)
    assert after.spec_id != example.spec_id
    assert after.input_id != example.input_id
    assert (after.source_state, after.status) == ("settled", "ready")
    assert "in a test tube {b2.1}" in spec_text(praxeo, after)
    ledger = praxeo.claims.ledger(local_user(), after.id)
    assert ledger.not_found == 0
    assert "test tube" in " ".join(span.text for claim in ledger.claims for span in claim.spans)
    page = praxeo.inputs.get(local_user(), after.input_id)
    assert isinstance(page, WebPageInput)
    assert praxeo.inputs.extraction_if_there(after).sources[0].snapshot_id == page.snapshot_id  # type: ignore[union-attr]
    assert visited(praxeo, after).state == "same"


def test_the_earlier_version_comes_back_with_the_page_as_it_was(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    site.says("living cell", "test tube")
    found = visited(praxeo, example)
    settled(praxeo, found, example, *found.items)
    praxeo.edits.restore_spec(local_user(), example.spec_id)
    run_all(praxeo)
    back = now(praxeo, example.id)
    assert back.input_id == example.input_id
    assert praxeo.claims.ledger(local_user(), back.id).not_found == 0
    assert spec_text(praxeo, back) == spec_text(praxeo, example)


def test_what_is_left_as_it_is_stays_with_its_own_page_and_is_not_asked_about_again(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    site.says("living cell", "test tube")
    site.says("by blocking", "by warming")
    found = visited(praxeo, example)
    taken = ending(found, "a chemical reaction in a living cell")
    after = settled(praxeo, found, example, taken)
    assert "by blocking its active site" in spec_text(praxeo, after)
    assert "test tube" in spec_text(praxeo, after)
    sources = praxeo.inputs.all_read(after).sources
    assert len(sources) == 2
    assert sources[0].content_hash != sources[1].content_hash
    assert praxeo.claims.ledger(local_user(), after.id).not_found == 0
    again = visited(praxeo, after)
    assert (again.state, again.items) == ("same", ())


def test_leaving_everything_makes_no_new_version(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    site.says("living cell", "test tube")
    found = visited(praxeo, example)
    after = settled(praxeo, found, example)
    assert (after.spec_id, after.input_id, after.source_state) == (
        example.spec_id, example.input_id, "settled",
    )  # fmt: skip
    assert visited(praxeo, after).state == "same"


def test_a_sentence_that_is_gone_takes_its_items_along_if_a_person_agrees(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    del site.sentences[5]
    found = visited(praxeo, example)
    assert found.items
    assert {item.proposed for item in found.items} == {""}
    after = settled(praxeo, found, example, *found.items)
    assert "cofactor" not in spec_text(praxeo, after)
    assert praxeo.claims.ledger(local_user(), after.id).not_found == 0


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        (Refused("page_missing", "There is no such page."), "gone"),
        (Refused("page_needs_login", "Only who has logged in sees it."), "gone"),
        (Unavailable("page_timeout", "It takes too long."), "unreachable"),
        (Refused("page_robots", "The site does not want it."), "unreachable"),
    ],
)
def test_gone_is_told_from_unreachable_and_touches_no_item(
    praxeo: Praxeo, site: Site, example: Example, trouble: PraxeoError, state: str
) -> None:
    site.trouble = trouble
    found = visited(praxeo, example)
    assert (found.state, found.items) == (state, ())
    assert found.sources[0].reason_code == trouble.code


def test_a_page_that_says_nothing_of_the_old_one_any_more_is_gone(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    site.sentences = ["Welcome to our new shop for garden tools, which opens its doors in spring."]
    found = visited(praxeo, example)
    assert (found.state, found.items) == ("gone", ())


def test_a_decision_on_a_version_that_is_not_current_any_more_is_refused(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    site.says("living cell", "test tube")
    found = visited(praxeo, example)
    with pytest.raises(Conflict, match="changed meanwhile"):
        praxeo.source_changes.settle(local_user(), example.id, [], current="spc_other")
    assert visited(praxeo, example).items == found.items


def test_an_example_of_a_file_has_nothing_to_visit(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    with pytest.raises(Refused) as refusal:
        praxeo.source_changes.visit(local_user(), made.id)
    assert refusal.value.code == "no_source_to_visit"


def test_what_is_published_stays_until_its_owner_agrees_and_goes_back_within_seconds(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    me = local_user()
    embed = praxeo.embeds.publish(me, example.id)

    def shown() -> bytes:
        return praxeo.outside.blobs.read(praxeo.embeds.get(me, embed.id).app_blob)

    first = shown()
    site.says("living cell", "test tube")
    found = visited(praxeo, example)
    assert shown() == first
    settled(praxeo, found, example, *found.items)
    assert shown() == first
    after = praxeo.embeds.pin(me, embed.id, version=praxeo.embeds.get(me, embed.id).version)
    assert b"test tube" in shown()
    began = time.monotonic()
    praxeo.embeds.roll_back(me, embed.id, version=after.version)
    assert shown() == first
    assert time.monotonic() - began < ROLLBACK_SECONDS_MAX


def test_nobody_is_visited_unasked_and_each_example_in_its_rhythm(
    praxeo: Praxeo, site: Site, example: Example
) -> None:
    clock = praxeo.outside.clock
    assert isinstance(clock, HandClock)
    clock.moment += timedelta(days=40)
    assert visit_due(praxeo.source_changes) == 0
    me = local_user()
    praxeo.settings.change(me, version=0, visit_sources="weekly")
    site.says("living cell", "test tube")
    assert visit_due(praxeo.source_changes) == 1
    run_all(praxeo)
    assert now(praxeo, example.id).source_state == "changed"
    assert visit_due(praxeo.source_changes) == 0
    clock.moment += timedelta(days=8)
    assert visit_due(praxeo.source_changes) == 1
