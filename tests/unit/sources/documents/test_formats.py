"""The table of formats: a format is one reader and one row, and everything else follows from them."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.errors import Refused
from praxeo.sources.documents import formats, readers, signatures, text_kind, validation
from praxeo.sources.documents.document_format import DocumentFormat
from praxeo.sources.documents.formats import FORMATS, readable

ROOT = Path(__file__).resolve().parents[4]
LINES = DocumentFormat(
    label="lines",
    media_type="application/x-lines",
    suffixes=(".lines",),
    words=("line files", "Zeilendateien"),
    reader="lines:read_lines",
    start=b"LINES\x01",
)
VERSES = replace(LINES, label="verses", start=b"", told_by="lines:is_verses")


@pytest.fixture
def two_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two more rows, and the module that they name."""
    room = ModuleType(f"{formats.ROOM}.lines")
    room.read_lines = read_lines  # type: ignore[attr-defined]
    room.is_verses = lambda text: text.startswith("verses:")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, room.__name__, room)
    more = (*FORMATS, LINES, VERSES)
    for module in (formats, signatures, text_kind):
        monkeypatch.setattr(module, "FORMATS", more)
    for row in (LINES, VERSES):
        monkeypatch.setitem(formats.BY_LABEL, row.label, row)


def read_lines(path: Path) -> Extraction:
    lines = path.read_bytes().split(b"\n")[1:]
    blocks = (
        Block(id=f"b{number}", kind="paragraph", text=line.decode())
        for number, line in enumerate(lines, 1)
    )
    return Extraction(metadata=Metadata(), blocks=tuple(blocks))


@pytest.mark.parametrize("data", [b"LINES\x01\nOne.\nTwo.", b"verses:\nOne.\nTwo."])
def test_a_row_and_a_reader_are_all_that_a_format_needs(
    data: bytes, two_more: None, tmp_path: Path
) -> None:
    path = tmp_path / "anything.png"
    path.write_bytes(data)
    validation.check_start(data)
    format = validation.validate(path)
    assert format in (LINES, VERSES)
    assert [block.text for block in readers.read(format.label, path).blocks] == ["One.", "Two."]
    assert "line files" in readable()
    assert "Zeilendateien" in readable("de")


def test_without_the_rows_the_same_bytes_are_refused_or_plain_text(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        validation.check_start(b"LINES\x01\0\0\nOne.")
    path = tmp_path / "x"
    path.write_bytes(b"verses:\nOne.\nTwo.")
    assert validation.validate(path).label == "txt"


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.label)
def test_every_row_names_functions_that_there_are(format: DocumentFormat) -> None:
    for address in filter(None, (format.reader, format.second_reader, format.told_by)):
        assert callable(formats.named(address))


def test_no_two_rows_claim_the_same_label_suffix_or_media_type() -> None:
    for column in ("label", "media_type"):
        values = [getattr(format, column) for format in FORMATS]
        assert len(values) == len(set(values)), column
    suffixes = [suffix for format in FORMATS for suffix in format.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


@pytest.mark.parametrize("language", ["en", "de"])
def test_nobody_else_lists_the_formats(language: str) -> None:
    """A list by hand would fall behind: only generated files and the table hold three names in a row."""
    row = "PowerPoint, Excel, OpenDocument"
    generated = {
        "README.md",
        "docs/reference",
        "web/studio/src/i18n/formats.ts",
        "web/studio/src/api/schema.d.ts",
        "CHANGELOG.md",
    }
    for pattern in ("*.md", "docs/**/*.md", "src/**/*.py", "web/studio/src/**/*.ts*"):
        for file in ROOT.glob(pattern):
            name = file.relative_to(ROOT).as_posix()
            if not any(name.startswith(known) for known in generated):
                assert row not in file.read_text("utf-8"), name
    assert row in readable(language)
