"""SCORM packages: what platforms read of them, and that no file of them is an app that could be opened."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from praxeo.packages.lms.scorm import scorm12, scorm2004
from praxeo.packages.packing import Packing

SCHEMAS = Path(__file__).parent / "schemas"


class Edition(NamedTuple):
    """How one edition is written, and the schemas that its manifest keeps to, by their namespaces."""

    write: Callable[[Packing], bytes]
    folder: str
    schemas: dict[str, str]


EDITIONS = (
    Edition(
        scorm12,
        "scorm12",
        {
            "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
            "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
        },
    ),
    Edition(
        scorm2004,
        "scorm2004",
        {
            "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
            "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
            "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
        },
    ),
)
editions = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.folder)


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def schema(edition: Edition) -> etree.XMLSchema:
    """The edition's own schemas as one."""
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{name}"/>'
        for namespace, name in edition.schemas.items()
    )
    text = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    base = f"{SCHEMAS / edition.folder}/all.xsd"
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.fromstring(text.encode(), parser, base_url=base))


@editions
def test_the_manifest_keeps_to_the_schemas_of_its_edition(
    packing: Packing, edition: Edition
) -> None:
    manifest = etree.fromstring(opened(edition.write(packing)).read("imsmanifest.xml"))
    schema(edition).assertValid(manifest)


@editions
def test_the_schemas_refuse_a_manifest_without_its_page(packing: Packing, edition: Edition) -> None:
    text = opened(edition.write(packing)).read("imsmanifest.xml")
    broken = etree.fromstring(
        re.sub(rb"<resource .*</resource>", b"<page/>", text, flags=re.DOTALL)
    )
    assert not schema(edition).validate(broken)


@editions
def test_the_manifest_names_every_file_and_its_references_lead_somewhere(
    packing: Packing, edition: Edition
) -> None:
    archive = opened(edition.write(packing))
    manifest = etree.fromstring(archive.read("imsmanifest.xml"))
    named = manifest.xpath("//*[local-name()='file']/@href")
    assert set(archive.namelist()) == {"imsmanifest.xml", *named}
    resources = set(manifest.xpath("//*[local-name()='resource']/@identifier"))
    assert set(manifest.xpath("//@identifierref")) == resources
    assert set(manifest.xpath("//*[local-name()='resource']/@href")) <= set(named)


@editions
def test_no_page_of_a_package_is_the_app_itself(packing: Packing, edition: Edition) -> None:
    archive = opened(edition.write(packing))
    pages = [name for name in archive.namelist() if name.endswith((".html", ".htm", ".svg"))]
    assert pages == ["index.html"]
    assert "run()" not in archive.read("index.html").decode()
    assert "</script" not in archive.read("app.js").decode()


@editions
def test_a_policy_stands_before_anything_of_the_app(packing: Packing, edition: Edition) -> None:
    script = opened(edition.write(packing)).read("app.js").decode()
    app = script.encode().decode("unicode_escape").partition('"app":"')[2]
    policy, own = app.index("Content-Security-Policy"), app.index("How Enzymes Work")
    assert app.startswith("<!doctype html><meta http-equiv=")
    assert policy < own
    assert "default-src 'none'" in app[policy:own].replace("&#x27;", "'")


@editions
def test_the_same_app_gives_the_same_bytes(packing: Packing, edition: Edition) -> None:
    assert edition.write(packing) == edition.write(packing)


def test_a_title_that_means_something_in_xml_is_only_a_title(
    spec_text: str, pack: Callable[..., Packing]
) -> None:
    packing = pack(spec_text.replace("title: How", 'title: <b>&amp; "How"'))
    for edition in EDITIONS:
        archive = opened(edition.write(packing))
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        titles = manifest.xpath("//*[local-name()='title']/text()")
        assert set(titles) == {'<b>&amp; "How" Enzymes Work'}
