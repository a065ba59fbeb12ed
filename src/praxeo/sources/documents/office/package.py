"""An Office container: its parts as safe XML, and where their relations lead."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from lxml import etree

from praxeo.domain.blocks import Metadata
from praxeo.domain.errors import Refused
from praxeo.sources.documents.zip_files import DAMAGED, read_member

XML_LIMIT_BYTES = 48 * 2**20
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

TOO_DEEP = "This file nests its parts deeper than any real document does, so it was refused."
ENTITIES = "This file defines XML entities, as files that attack readers do, so it was refused."

# What programs write where a person's name belongs.
NOT_AUTHORS = {"python-docx", "openpyxl", "unknown", "user", "microsoft office user", "pptxgenjs"}
NOT_TITLES = {"powerpoint presentation", "word document", "presentation", "untitled", "document"}

_NAMES: dict[str, str] = {}


def local(element: Any) -> str:
    """The name of an element without its namespace; "" for comments and the like."""
    tag = element.tag
    name = _NAMES.get(tag)
    if name is None:
        if not isinstance(tag, str):
            return ""
        name = tag.rpartition("}")[2]
        if len(_NAMES) < 5000:
            _NAMES[tag] = name
    return name


def attribute(element: Any, name: str) -> str:
    """The value of an attribute by its name without namespace, or ""."""
    value = element.get(name)
    if value is None:  # most often it is in the namespace of its element
        tag = element.tag
        value = element.get(tag[: tag.rfind("}") + 1] + name)
    if value is not None:
        return str(value)
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: Any, name: str) -> Any:
    """The first child of that name, or None."""
    if element is None:
        return None
    for node in element:
        if local(node) == name:
            return node
    return None


def children(element: Any, name: str) -> list[Any]:
    """All children of that name."""
    return [] if element is None else [node for node in element if local(node) == name]


def relation_id(element: Any) -> str:
    """The relation that an element names."""
    return str(element.get(RELATION_ID) or element.get(STRICT_RELATION_ID) or "")


def parse_xml(data: bytes) -> Any:
    """The root element; no entity is expanded, nothing is fetched, depth and size are bounded."""
    if b"<!ENTITY" in data[:100_000]:
        raise Refused("xml_bomb", ENTITIES)
    try:
        return etree.fromstring(data, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise Refused("too_deep", TOO_DEEP) from error
    root = _recovered(data)
    if root is None:
        raise Refused("damaged", DAMAGED)
    return root


def parse_xml_rows(data: bytes, names: tuple[str, ...]) -> Iterator[Any]:
    """The elements of those names one after the other, for parts too large to hold as a tree.

    The caller clears each element when it is done with it.
    """
    if b"<!ENTITY" in data[:100_000]:
        raise Refused("xml_bomb", ENTITIES)
    events = etree.iterparse(
        BytesIO(data),
        tag=tuple("{*}" + name for name in names),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in events:
            yield element
    except etree.XMLSyntaxError as error:
        raise Refused("damaged", DAMAGED) from error


def _recovered(data: bytes) -> Any:
    try:
        return etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError:
        return None


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )


@dataclass(kw_only=True)
class Package:
    """The parts of one container by name."""

    archive: zipfile.ZipFile
    names: frozenset[str]
    _relations: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> Package:
        """The package in an opened and checked container."""
        return cls(archive=archive, names=frozenset(archive.namelist()))

    def read(self, name: str, limit: int = XML_LIMIT_BYTES) -> bytes:
        """The bytes of a part."""
        return read_member(self.archive, name, limit)

    def xml(self, name: str) -> Any:
        """The root element of a part."""
        return parse_xml(self.read(name))

    def xml_if_there(self, name: str) -> Any:
        """The root element of a part that may be missing or damaged without harm, or None."""
        if name not in self.names:
            return None
        try:
            return self.xml(name)
        except Refused as error:
            if error.code != "damaged":
                raise
            return None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part relates to inside the package: id to (kind, part name)."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def _read_relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        root = self.xml_if_there(posixpath.join(folder, "_rels", name + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for node in root if root is not None else ():
            if attribute(node, "TargetMode") == "External":
                continue
            target = unquote(attribute(node, "Target"))
            full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = attribute(node, "Type").rpartition("/")[2]
            found[attribute(node, "Id")] = (kind, posixpath.normpath(full))
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of one kind that a part relates to and that are there."""
        return [
            target
            for found, target in self.relations(part).values()
            if found == kind and target in self.names
        ]

    def main_part(self, *, fallback: str) -> str:
        """The part that holds the document itself."""
        parts = self.related("", "officeDocument")
        name = parts[0] if parts else fallback
        if name not in self.names:
            raise Refused("damaged", DAMAGED)
        return name

    def metadata(self) -> Metadata:
        """Title, authors, date, language and rights as the core properties state them."""
        root = self.xml_if_there("docProps/core.xml")
        stated = (
            {local(node): (node.text or "").strip() for node in root} if root is not None else {}
        )
        authors = [name.strip() for name in stated.get("creator", "").split(";")]
        return Metadata(
            title="" if stated.get("title", "").lower() in NOT_TITLES else stated.get("title", ""),
            authors=tuple(n for n in authors if n and n.lower() not in NOT_AUTHORS),
            language=stated.get("language", ""),
            date=stated.get("created", "") or stated.get("modified", ""),
        )
