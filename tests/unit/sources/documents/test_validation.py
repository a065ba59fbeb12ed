"""What a file is follows from its bytes; the sentence says what it is and what to do."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest

from praxeo.config import read_config
from praxeo.domain.errors import Refused, TooLarge
from praxeo.domain.limits import UPLOAD_BYTES_MAX
from praxeo.sources.documents import validation
from praxeo.sources.documents.sanitization import display_name
from praxeo.sources.documents.signatures import HEAD_BYTES
from praxeo.sources.documents.text_kind import text_kind
from tests.hostile.builders import office_files as office
from tests.hostile.builders import pdf_files as pdfs

LABELLED = Path(__file__).parents[5] / "shared" / "corpora" / "filetype"
READ_AS_TEXT = {"txt", "tsv", "yaml", "ini", "rust", "c", "css"}
SOUND = {
    "pdf": pdfs.pdf(pdfs.objects()),
    "txt": b"Enzymes speed up reactions.",
    "markdown": b"# Enzymes\n\nThey *speed up* reactions.\n",
    "html": b"<!-- saved --><!DOCTYPE html><html><p>Enzymes</p></html>",
    "docx": office.docx(),
    "pptx": office.pptx(),
    "xlsx": office.xlsx(),
    "odt": office.odf(),
    "odp": office.odf("<draw:page/>", "presentation"),
    "ods": office.odf("<table:table/>", "spreadsheet"),
    "epub": office.epub(),
}


@pytest.mark.parametrize("label", SOUND)
def test_a_sound_file_is_known_by_its_content_whatever_its_name(label: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(SOUND[label])
    assert validation.validate(path).label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("# A quiz\n\n1. What is it?\n   - A) one\n   - B) two\n\n   Answer: B\n\n2. Who?\n   - A) he\n   - B) she\n\n   Answer: A\n", "markdown"),
        ("# A sheet\n\nWater boils.\n\n## Key\n\n1: yes\n\n2: no\n", "markdown"),
        ("# Where it listens\nport: 80\nhost: box\n", "txt"),
        ("# Where it listens\n[server]\nport = 80\n", "txt"),
    ],
)  # fmt: skip
def test_a_sheet_with_numbered_questions_is_no_configuration(text: str, label: str) -> None:
    assert text_kind(text.encode()) == label


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32", "latin-1"])
def test_a_text_in_any_encoding_is_a_text(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(("Les enzymes accélèrent les réactions de la cellule. " * 9).encode(encoding))
    assert validation.validate(path).label == "txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "latin-1", "shift_jis"])
def test_the_start_of_a_long_text_is_no_reason_to_refuse_it(encoding: str) -> None:
    """Wherever it is cut, in the middle of a character too."""
    words = "水は雲になる。" if encoding == "shift_jis" else "Les enzymes accélèrent. "
    data = (words * 20_000).encode(encoding)
    for cut in range(HEAD_BYTES - 4, HEAD_BYTES + 1):
        validation.check_start(data[:cut])


def test_what_no_reader_knows_is_refused_by_its_start() -> None:
    for media_type, data in SOUND.items():
        validation.check_start(data[:HEAD_BYTES])
        assert media_type
    for data in (
        bytes(range(256)) * 40,
        random.Random(7).randbytes(HEAD_BYTES),
        b"GIF89a" + bytes(20),
    ):
        with pytest.raises(Refused) as refusal:
            validation.check_start(data)
        assert refusal.value.code == "wrong_type"


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with path.open("wb") as file:
        file.truncate(UPLOAD_BYTES_MAX + 1)
    with pytest.raises(TooLarge, match="has 101 MB; a document may have up to 100 MB"):
        validation.validate(path)


def test_what_is_taken_at_most_is_also_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"A river flows to the sea. " * (UPLOAD_BYTES_MAX // 26))
    assert validation.validate(path).label
    assert read_config({}).upload_bytes_max == UPLOAD_BYTES_MAX
    with pytest.raises(Refused, match=r"PRAXEO_UPLOAD_MEGABYTES has to be .* to 100"):
        read_config({"PRAXEO_UPLOAD_MEGABYTES": "101"})


@pytest.mark.parametrize("name", ["a folder", "a missing file"])
def test_what_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path if name == "a folder" else tmp_path / "missing"
    with pytest.raises(Refused) as refusal:
        validation.validate(path)
    assert refusal.value.code == "not_a_file"


def test_a_device_is_no_file() -> None:
    with pytest.raises(Refused, match="device"):
        validation.validate(Path("/dev/zero"))


def test_a_configuration_file_with_comments_is_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"# How to build\nname: test\non: push\njobs:\n  build: x\n")
    assert validation.validate(path).label == "txt"


def test_a_list_of_references_is_no_json(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("\n".join(f"[{n}] A. Author. A title [in print]. 2024." for n in range(99)))
    assert validation.validate(path).label == "txt"


def test_a_search_for_signs_of_markdown_takes_no_time_on_odd_texts(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for text in (
        b" " * 99_999 + b"a",
        b"|-" * 50_000,
        b"x[" * 50_000,
        b"<p " * 40_000,
        b"*_" * 50_000,
    ):
        path.write_bytes(text)
        started = time.process_time()
        validation.validate(path)
        assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\me\notes.docx", "notes.docx"),
        ("a\0b\x1b[31m.pdf", "ab[31m.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("...", "document"),
        ("x" * 999, "x" * 120),
    ],
)
def test_a_name_is_shown_without_its_tricks(name: str, shown: str) -> None:
    assert display_name(name) == shown


def test_labelled_files_are_recognised() -> None:
    if not LABELLED.is_dir():
        pytest.skip("the labelled files are not beside the repository (../shared/corpora)")
    labels = json.loads((LABELLED / "labels.json").read_text("utf-8"))
    wrong = {}
    for name, stated in labels.items():
        found = validation.identify(LABELLED / "files" / name)
        wanted = "txt" if stated["type"] in READ_AS_TEXT else stated["type"]
        if found != wanted:
            wrong[stated["original"]] = found
    assert not wrong
