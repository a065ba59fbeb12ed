"""cmi5 packages: what platforms read of them, and that their page speaks to a record store and their app to nobody."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from praxeo.packages.lms.cmi5 import cmi5
from praxeo.packages.lms.scorm import scorm12
from praxeo.packages.packing import Packing

COURSE = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
TINCAN = "{http://projecttincan.com/tincan.xsd}"


def opened(packing: Packing) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(cmi5(packing)))


def names(element: etree._Element) -> list[str]:
    return [etree.QName(each).localname for each in element]


def test_the_course_has_one_unit_in_the_order_of_the_specification(packing: Packing) -> None:
    files = opened(packing)
    structure = etree.fromstring(files.read("cmi5.xml"))
    assert structure.tag == f"{COURSE}courseStructure"
    assert names(structure) == ["course", "au"]
    course, unit = structure
    assert names(course) == ["title", "description"]
    assert names(unit) == ["title", "description", "url"]
    assert course.get("id") != unit.get("id")
    assert unit.get("moveOn") == "Completed"
    assert unit.find(f"{COURSE}url").text in files.namelist()
    assert [each.get("lang") for each in structure.iter(f"{COURSE}langstring")] == ["en"] * 4


def test_platforms_of_xapi_alone_find_the_same_page_under_the_same_name(packing: Packing) -> None:
    files = opened(packing)
    tincan, structure = (etree.fromstring(files.read(f"{each}.xml")) for each in ("tincan", "cmi5"))
    activity = tincan.find(f"{TINCAN}activities/{TINCAN}activity")
    assert activity.get("id") == structure.find(f"{COURSE}au").get("id")
    assert activity.find(f"{TINCAN}launch").text in files.namelist()


def test_only_the_page_of_a_package_with_a_record_store_may_ask_the_network(
    packing: Packing,
) -> None:
    assert "connect-src *;" in opened(packing).read("index.html").decode()
    scorm = zipfile.ZipFile(io.BytesIO(scorm12(packing))).read("index.html").decode()
    assert "connect-src" not in scorm
    app = opened(packing).read("app.js").decode()
    assert "connect-src" not in app  # which leaves it to default-src 'none'
    assert "default-src &#x27;none&#x27;" in app.replace("\\u0026", "&")


def test_a_title_that_means_something_in_xml_is_only_a_title(
    spec_text: str, pack: Callable[..., Packing]
) -> None:
    files = opened(pack(spec_text.replace("title: How", 'title: <b>&amp; "How"')))
    for name in ("cmi5.xml", "tincan.xml"):
        said = "".join(etree.fromstring(files.read(name)).itertext())
        assert '<b>&amp; "How" Enzymes Work' in said


def test_the_same_app_gives_the_same_bytes(packing: Packing) -> None:
    assert cmi5(packing) == cmi5(packing)
