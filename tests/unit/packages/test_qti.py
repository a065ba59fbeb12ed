"""QTI 3: each kind of question as the interaction that fits it, with responses that its own choices hold."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable

import pytest
from lxml import etree

from praxeo.packages.packing import Packing
from praxeo.packages.questions.qti import qti

ASI = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"
# What the item model lets stand in an item, in this order.
PARTS = [
    "qti-response-declaration",
    "qti-outcome-declaration",
    "qti-item-body",
    "qti-response-processing",
]


def opened(packing: Packing) -> dict[str, etree._Element]:
    files = zipfile.ZipFile(io.BytesIO(qti(packing)))
    return {name: etree.fromstring(files.read(name)) for name in files.namelist()}


@pytest.fixture(scope="module")
def items(packing: Packing) -> dict[str, etree._Element]:
    return {n: item for n, item in opened(packing).items() if n.startswith("items/")}


def interaction(item: etree._Element) -> etree._Element:
    (found,) = (each for each in item.iter() if each.tag.endswith("-interaction"))
    return found


def named(item: etree._Element, tag: str) -> etree._Element:
    (found,) = item.iter(f"{ASI}{tag}")
    return found


def values(item: etree._Element) -> list[str]:
    return [each.text for each in named(item, "qti-correct-response")]


def test_each_kind_has_the_interaction_that_fits_it(items: dict[str, etree._Element]) -> None:
    kinds = Counter(etree.QName(interaction(each)).localname for each in items.values())
    assert set(kinds) >= {
        "qti-choice-interaction",
        "qti-text-entry-interaction",
        "qti-match-interaction",
        "qti-order-interaction",
        "qti-extended-text-interaction",
    }


def test_items_have_their_parts_in_the_order_of_the_model(
    items: dict[str, etree._Element],
) -> None:
    for item in items.values():
        parts = [etree.QName(each).localname for each in item]
        assert parts == [each for each in PARTS if each in parts]
        assert {"identifier", "title", "adaptive", "time-dependent"} <= set(item.attrib)
        assert interaction(item).get("response-identifier") == "RESPONSE"


def test_every_right_response_is_one_that_can_be_given(items: dict[str, etree._Element]) -> None:
    tried = 0
    for item in items.values():
        base = named(item, "qti-response-declaration").get("base-type")
        if base == "string":
            continue
        given = {
            each.get("identifier") for each in interaction(item).iter() if each.get("identifier")
        }
        said = [name for value in values(item) for name in value.split()]
        assert said
        assert set(said) <= given
        tried += 1
    assert tried > 5


def test_what_is_scored_in_parts_adds_up_to_one(items: dict[str, etree._Element]) -> None:
    for item in items.values():
        entries = [float(each.get("mapped-value")) for each in item.iter(f"{ASI}qti-map-entry")]
        if interaction(item).tag == f"{ASI}qti-match-interaction":
            assert sum(entries) == pytest.approx(1, abs=1e-4)
        assert all(0 < entry <= 1 for entry in entries)


def test_other_spellings_of_a_gap_count_as_much(items: dict[str, etree._Element]) -> None:
    (gap,) = (item for item in items.values() if "activation energy" in values(item))
    entries = {each.get("map-key"): each for each in gap.iter(f"{ASI}qti-map-entry")}
    assert set(entries) == {"activation energy", "energy of activation"}
    assert {each.get("mapped-value") for each in entries.values()} == {"1"}
    assert {each.get("case-sensitive") for each in entries.values()} == {"false"}
    paragraph = interaction(gap).getparent()
    assert paragraph.text == "An enzyme lowers the "
    assert interaction(gap).tail == " of a reaction."


def test_links_of_a_concept_map_are_gaps_to_be_filled_from_a_list(
    items: dict[str, etree._Element],
) -> None:
    tag = f"{ASI}qti-gap-match-interaction"
    (item,) = (each for each in items.values() if interaction(each).tag == tag)
    lines = ["".join(each.itertext()).strip() for each in item.iter(f"{ASI}p")]
    assert lines == ["enzyme lowers", "substrate binds to", "product leaves"]
    gaps = [each.get("identifier") for each in item.iter(f"{ASI}qti-gap")]
    assert [value.split()[1] for value in values(item)] == gaps
    ends = {each.get("identifier"): each.text for each in item.iter(f"{ASI}qti-gap-text")}
    right = [ends[value.split()[0]] for value in values(item)]
    assert right == ["activation energy", "active site", "active site"]


def test_the_manifest_and_the_test_name_every_item_once(packing: Packing) -> None:
    files = opened(packing)
    manifest, test = files["imsmanifest.xml"], files["test.xml"]
    hrefs = manifest.xpath("//*[local-name()='resource']/@href")
    assert sorted(hrefs) == sorted(set(files) - {"imsmanifest.xml"})
    referred = test.xpath("//*[local-name()='qti-assessment-item-ref']")
    assert sorted(each.get("href") for each in referred) == sorted(set(hrefs) - {"test.xml"})
    for each in referred:
        assert files[each.get("href")].get("identifier") == each.get("identifier")
    dependencies = manifest.xpath("//*[local-name()='dependency']/@identifierref")
    assert sorted(dependencies) == sorted(each.get("identifier") for each in referred)


def test_words_that_mean_something_in_xml_are_only_words(
    spec_text: str, pack: Callable[..., Packing]
) -> None:
    files = opened(pack(spec_text.replace("starch", '<b a="1">&amp; fat')))
    said = " ".join("".join(item.itertext()) for item in files.values())
    assert '<b a="1">&amp; fat' in said
