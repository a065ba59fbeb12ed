"""Pages and engines that give orders change nothing of what is looked up and fetched for a topic."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from devtools.loopback.search import Page
from praxeo.domain.blocks import Extraction
from praxeo.domain.pages import AS_USUAL, OcrWish, unheard
from praxeo.domain.snapshot_records import Snapshot
from praxeo.ports.proving import Progress
from praxeo.sources.documents.metadata import complete
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate
from tests.hostile.injection.channels import UNSEEN, page
from tests.hostile.injection.orders import ORDERS, Order
from tests.unit.adapters.web.loopback_sites import page as answering
from tests.unit.sources.research.topic_desk import Desk, text

HOSTS = ("one.org", "two.org", "three.org")


def within(
    path: Path, *, name: str, ocr: OcrWish = AS_USUAL, progress: Progress = unheard
) -> Extraction:
    """Reads without a process of its own: there are many cases, and none that harms a reader."""
    format = validate(path)
    return complete(read(format.label, path), media_type=format.media_type, content_hash="0" * 64)


@pytest.fixture
def desk() -> Iterator[Desk]:
    with ExitStack() as stack:
        made = Desk(stack)
        made.room = replace(made.room, read_document=within, name_pictures=lambda path: ())
        yield made


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.name)
def test_only_what_the_engine_named_is_looked_up_and_fetched(desk: Desk, order: Order) -> None:
    planted, at = html.escape(order.text), ORDERS.index(order)
    for number, host in enumerate(HOSTS):
        inside = (
            f"<p>{text(number, 200)}</p><p>{planted}</p><!-- {planted} --><img alt='{planted}'>"
        )
        body = page(inside + UNSEEN[at % len(UNSEEN)].format(planted))
        desk.pages.append(
            Page(url=f"http://{host}/", title=f"Enzyme {order.text}", text=f"Enzyme. {order.text}")
        )
        desk.sites.add(host, answering(body))
    found = desk.read()
    wanted = {f"http://{host}/" for host in HOSTS}
    assert {source.address for source in found.sources} == wanted
    assert desk.engine.asked == ["enzyme"]
    kept = desk.room.records.list(Snapshot, {"input_id": "top_1"}).records
    assert {each.url for each in kept} == {*wanted, "search:SearXNG?q=enzyme"}
    assert len(desk.sites.dialled) == len(HOSTS)
    assert {source.address for source in found.sources} <= {each.final_url for each in kept}
