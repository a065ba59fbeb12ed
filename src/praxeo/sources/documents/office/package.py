"""An Office container: its parts as safe XML, and where their relations lead."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from praxeo.domain.blocks import Metadata
from praxeo.domain.errors import Refused
from praxeo.sources.documents.office.properties import stated_metadata
from praxeo.sources.documents.xml_parsing import parse_xml
from praxeo.sources.documents.xml_tree import attribute, local
from praxeo.sources.documents.zip_files import DAMAGED, read_member

XML_LIMIT_BYTES = 48 * 2**20
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def relation_id(element: Any) -> str:
    """The relation that an element names."""
    return str(element.get(RELATION_ID) or element.get(STRICT_RELATION_ID) or "")


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
        """Title, authors, date and language as the core properties state them."""
        root = self.xml_if_there("docProps/core.xml")
        stated = (
            {local(node): (node.text or "").strip() for node in root} if root is not None else {}
        )
        return stated_metadata(
            title=stated.get("title", ""),
            authors=stated.get("creator", ""),
            language=stated.get("language", ""),
            date=stated.get("created", "") or stated.get("modified", ""),
        )
