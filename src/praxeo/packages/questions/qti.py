"""A QTI 3 package: every question as an item of its own, and a test that asks them section by section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from praxeo.packages.archive import zipped
from praxeo.packages.packing import Packing
from praxeo.packages.practice import Practice
from praxeo.packages.questions.qti_items import NAMESPACE, items_of

_MANIFEST = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
_TEST = "test.xml"


@dataclass(frozen=True, kw_only=True)
class _Placed:
    """An item of the package, and the section of the test that it stands in."""

    name: str
    section: str
    element: Element

    @property
    def file(self) -> str:
        return f"items/{self.name}.xml"


def qti(packing: Packing) -> bytes:
    """The practice as items of QTI 3.0 with their scoring, in a package that question banks and test players take."""
    placed = tuple(_placed(packing.practice))
    files: dict[str, str] = {"imsmanifest.xml": _text(_manifest(packing.name, placed))}
    files[_TEST] = _text(_test(packing.practice.title, placed))
    return zipped(files | {each.file: _text(each.element) for each in placed})


def _placed(practice: Practice) -> Sequence[_Placed]:
    found = []
    for group in practice.groups:
        for number, (_, element) in enumerate(items_of(group, practice.language), 1):
            name = f"{group.id}-{number}".replace(".", "-")
            name = name if name[0].isalpha() else f"i{name}"
            element.set("identifier", name)
            found.append(_Placed(name=name, section=group.section, element=element))
    return found


def _test(title: str, placed: Sequence[_Placed]) -> Element:
    test = Element("qti-assessment-test", xmlns=NAMESPACE, identifier="test", title=title)
    part = SubElement(test, "qti-test-part", identifier="part")
    part.set("navigation-mode", "nonlinear")
    part.set("submission-mode", "individual")
    section, name = None, None
    for each in placed:
        if section is None or each.section != name:
            name = each.section
            section = SubElement(part, "qti-assessment-section", visible="true", title=name)
            section.set("identifier", f"section-{len(part)}")
        SubElement(section, "qti-assessment-item-ref", identifier=each.name, href=each.file)
    return test


def _manifest(name: str, placed: Sequence[_Placed]) -> Element:
    manifest = Element("manifest", xmlns=_MANIFEST, identifier=f"praxeo-{name}")
    metadata = SubElement(manifest, "metadata")
    SubElement(metadata, "schema").text = "QTI Package"
    SubElement(metadata, "schemaversion").text = "3.0.0"
    SubElement(manifest, "organizations")
    resources = SubElement(manifest, "resources")
    test = _resource(resources, "test", "imsqti_test_xmlv3p0", _TEST)
    for each in placed:
        SubElement(test, "dependency", identifierref=each.name)
        _resource(resources, each.name, "imsqti_item_xmlv3p0", each.file)
    return manifest


def _resource(resources: Element, name: str, kind: str, file: str) -> Element:
    named: Mapping[str, str] = {"identifier": name, "type": kind, "href": file}
    made = SubElement(resources, "resource", dict(named))
    SubElement(made, "file", href=file)
    return made


def _text(element: Element) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(element, encoding="unicode")}\n'
