"""A sentence is the same however it is set, and another one as soon as it says something else."""

from __future__ import annotations

import json

import pytest

from praxeo.domain.blocks import Block, Cell, Extraction, Locator, Metadata, ReadSource
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.snapshot_records import Hop
from praxeo.ports.web import Fetched, Known
from praxeo.sources.drift.changes import sentence_changes, without_kept
from praxeo.sources.drift.comparing import Later
from praxeo.sources.drift.mending import mended
from praxeo.sources.drift.parts import parts_of
from praxeo.sources.drift.vanishing import is_gone, is_gone_for
from praxeo.sources.drift.wikis import Article, article_in, is_current
from praxeo.sources.drift.wording import words_of

BEFORE = (
    "The colour of the leaves doesn't change before 1,200 hours of light, and frost is not needed."
)


def block(text: str, id: str = "b1", second: int | None = None) -> Block:
    return Block(id=id, kind="paragraph", text=text, locator=Locator(second=second))


def state(before: str, after: str) -> str:
    return Later.of([block(after)]).find(words_of(before)).state


@pytest.mark.parametrize(
    "after",
    [
        BEFORE.replace("colour", "color"),
        BEFORE.replace("doesn't", "does not"),
        BEFORE.replace("1,200", "1200"),
        BEFORE.replace("leaves", "laeves"),
        BEFORE.replace("The colour", "However, the colour"),
        BEFORE.replace("frost is", "frost is also"),
        BEFORE.replace(" ", "\u00a0", 2).replace("'", "’"),
        BEFORE.replace("leaves", "lea\u00adves"),
        f"{BEFORE}[12]",
        f"2. {BEFORE}",
        BEFORE.upper(),
    ],
)
def test_how_a_sentence_is_written_is_no_change(after: str) -> None:
    assert state(BEFORE, after) == "same"


@pytest.mark.parametrize(
    "after",
    [
        BEFORE.replace("1,200", "1,300"),
        BEFORE.replace("doesn't change", "changes"),
        BEFORE.replace("is not needed", "is needed"),
        BEFORE.replace("before", "after"),
        BEFORE.replace("leaves", "roots"),
        BEFORE.replace(", and frost is not needed", ""),
        f"It is no longer thought that t{BEFORE[1:]}",
        BEFORE.replace("light", "night"),
    ],
)
def test_what_a_sentence_says_is_a_change(after: str) -> None:
    assert state(BEFORE, after) != "same"


def test_a_misspelt_denial_still_denies_and_another_word_in_its_place_does_not() -> None:
    before = "It works without frost."
    assert state(before, "It works witohut frost.") == "same"
    assert state(before, "It works throughout frost.") != "same"


def test_a_misspelt_unit_is_the_unit_and_another_one_is_a_change() -> None:
    before = "It takes twenty seconds and three metres."
    assert state(before, "It takes twenty secodns and three metres.") == "same"
    assert state(before, "It takes twenty minutes and three metres.") != "same"
    assert state(before, "It takes twenty seconds and three feet.") != "same"


def test_a_sentence_that_is_not_there_any_more_has_no_counterpart() -> None:
    assert (
        Later.of([block("Nothing of this kind stands here now.")]).find(words_of(BEFORE)).now
        is None
    )


def test_a_sentence_that_stood_there_before_takes_the_place_of_no_other() -> None:
    before = [block("Heat changes the site. Cold changes the site little.")]
    (change,) = sentence_changes(0, before, [block("Cold changes the site little.")])
    assert (change.state, change.after) == ("deleted", "")


def test_what_a_person_left_is_asked_about_again_only_if_it_changes_once_more() -> None:
    changes = sentence_changes(0, [block("It takes 4 days.")], [block("It takes 5 days.")])
    assert without_kept(changes, [("It takes 4 days.", "It takes 5 days.")]) == ()
    assert without_kept(changes, [("It takes 4 days.", "It takes 6 days.")]) == changes


def test_captions_that_are_cut_anew_say_the_same() -> None:
    before = [block("Heat changes the", "b1", 0), block("shape of it. Cold does not.", "b2", 5)]
    after = [block("Heat changes the shape of", "b1", 0), block("it. Cold does not.", "b2", 4)]
    assert [part.references for part in parts_of(before)] == [("b1.1", "b2.1"), ("b2.2",)]
    assert sentence_changes(0, before, after) == ()


def test_a_block_takes_a_new_sentence_and_loses_one_and_its_references_follow() -> None:
    old = block("One is red. Two is blue. Three is green.")
    found = mended(old, {1: "One is brown.", 2: ""})
    assert found.block is not None
    assert found.block.text == "One is brown. Three is green."
    assert found.references == {"b1.1": "b1.1", "b1.2": "", "b1.3": "b1.2"}
    assert mended(old, {1: "", 2: "", 3: ""}).block is None


def test_a_row_of_a_table_is_changed_cell_by_cell() -> None:
    cells = (Cell(text="Iron", row=0, column=0), Cell(text="26", row=0, column=1))
    table = Block(id="b1", kind="table", text="Iron | 26", cells=cells)
    found = mended(table, {1: "Iron | 27"}).block
    assert found is not None
    assert (found.text, [cell.text for cell in found.cells]) == ("Iron | 27", ["Iron", "27"])
    assert mended(table, {1: "Iron | 27 | x"}).block == table


def read(text: str, title: str = "Leaves in autumn", address: str = "") -> Extraction:
    sources = (ReadSource(title=title, address=address),) if address else ()
    return Extraction(metadata=Metadata(title=title), blocks=(block(text),), sources=sources)


def test_another_page_at_the_same_address_means_that_the_source_is_gone() -> None:
    before = read(f"{BEFORE} " * 3, address="https://tree.example/leaves")
    assert is_gone(before, read("Subscribe to go on reading."))
    assert is_gone(before, read("We sell shoes. " * 40, title="Shoes"))
    assert is_gone(before, read("Leaves and more. " * 40, address="https://tree.example/"))
    assert not is_gone(before, read(BEFORE.replace("1,200", "1,300") * 3))


def test_only_what_says_that_nothing_is_there_counts_as_gone() -> None:
    assert is_gone_for(Refused("page_missing", "No such page."))
    assert is_gone_for(Refused("video_private", "It is private."))
    assert not is_gone_for(Refused("page_forbidden", "It is not given."))
    assert not is_gone_for(Unavailable("page_timeout", "It takes too long."))


WIKI = (
    b'<link rel="EditURI" type="application/rsd+xml" href="//wiki.example/w/api.php?action=rsd">'
    b'<script>RLCONF={"wgArticleId":42,"wgRevisionId":900};</script>'
)


class Wiki:
    """Answers with one revision."""

    def __init__(self, answer: bytes) -> None:
        self.answer, self.asked = answer, list[str]()

    def get(
        self, url: str, *, accept: str = "*/*", robots: bool = True, known: Known | None = None
    ) -> Fetched:
        self.asked.append(url)
        return Fetched(url=url, final_url=url, hops=(Hop(url=url, status=200),), data=self.answer)


def test_a_wiki_is_asked_for_the_revision_of_the_article_and_of_no_other_site() -> None:
    article = article_in(WIKI, "https://wiki.example/wiki/Leaf")
    assert article == Article(interface="https://wiki.example/w/api.php", number=42, revision=900)
    assert article_in(WIKI, "https://other.example/wiki/Leaf") is None
    assert article_in(b"<p>no wiki", "https://wiki.example/") is None


@pytest.mark.parametrize(
    ("answer", "current"),
    [
        (json.dumps({"query": {"pages": [{"pageid": 42, "lastrevid": 900}]}}).encode(), True),
        (json.dumps({"query": {"pages": [{"pageid": 42, "lastrevid": 901}]}}).encode(), False),
        (json.dumps({"query": {"pages": [{"pageid": 42, "missing": True}]}}).encode(), False),
        (json.dumps({"error": {"code": "maxlag"}}).encode(), False),
        (b"<html>", False),
    ],
)
def test_only_the_same_revision_means_that_an_article_is_as_it_was(
    answer: bytes, current: bool
) -> None:
    wiki = Wiki(answer)
    article = Article(interface="https://wiki.example/w/api.php", number=42, revision=900)
    assert is_current(wiki, article) is current
    assert "pageids=42" in wiki.asked[0]
