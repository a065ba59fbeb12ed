"""Files that mean harm each end in a clear sentence, soon, and leave nothing behind."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.domain.errors import Refused
from praxeo.sources.documents.formats import BY_LABEL
from praxeo.sources.documents.validation import validate
from praxeo.wiring.alone import found_tesseract
from tests.hostile.bomb_table import BOMBS as BOMB_TABLE
from tests.hostile.bomb_table import without_bombs
from tests.hostile.builders.binary_office_files import BINARY_OFFICE
from tests.hostile.builders.further_bombs import FURTHER
from tests.hostile.builders.hostile_files import HOSTILE, SECRET, Hostile
from tests.hostile.builders.markup_files import MARKUP
from tests.hostile.builders.picture_files import PICTURES
from tests.hostile.builders.pictured_bombs import PICTURED
from tests.hostile.builders.spoken_files import SPOKEN

ALL = (*HOSTILE, *MARKUP, *BINARY_OFFICE, *PICTURES, *PICTURED, *SPOKEN, *FURTHER)
SECONDS_AT_MOST = 10.0
extract = DocumentReader(engine=found_tesseract())
PROCESSOR_SECONDS_AT_MOST = 10.0
BLOCKS_OF_MANY = 15_000  # where a file may be read as what it is: very much of something
MEMORY_AT_MOST_KIB = 300 * 1024
# The formats for which a file stands as a bomb: that is what it has to be.
FORMATS_OF = {
    name: {label for label, row in BOMB_TABLE.items() if name in row.values()}
    for row in BOMB_TABLE.values()
    for name in row.values()
}
BOMBS = (
    "120 MB in a workbook's strings",
    "64 MB in a book's chapter",
    "billion laughs in Word",
    "64 MB of spaces in a small PDF",
    "64 MB of spaces, packed twice",
    "drawings that multiply",
    "200,000 nested arrays",
    "a million pages",
    "PNG of 13,000 by 13,000 in 20 kB",
    "PNG of 7,900 by 7,900",
    "TIFF of 10,000 frames",
    "JPEG that claims 7,000 by 7,000",
    "300 large pictures in Word",
    "a drawing of 39 layers",
)
MEASURE = """
import resource, sys
from pathlib import Path
from praxeo.adapters.sandbox.document_reader import extract
from praxeo.domain.errors import Refused
for name in sys.argv[1:]:
    try:
        extract(Path(name), name="x")
    except Refused:
        pass
status = Path("/proc/self/status").read_text().split()
print(status[status.index("VmHWM:") + 1], resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is also where temporary files would go."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("hostile", ALL, ids=lambda h: h.name)
def test_a_hostile_file_ends_in_a_clear_sentence_within_seconds(
    hostile: Hostile, folder: Path
) -> None:
    path = folder / "document.docx"  # the name never decides
    path.write_bytes(hostile.build())
    with suppress(Refused):  # what unpacks to too much is refused before its kind is looked at
        assert validate(path).label in FORMATS_OF.get(hostile.name, BY_LABEL)
    started, used, children = time.monotonic(), _child_seconds(), _children()
    text = ""
    try:
        extraction = extract(path, name="document.docx")
    except Refused as refusal:
        code, text = refusal.code, f"{refusal.message}{_notes(refusal)}"
        sentence = refusal.message
    else:
        code = "reads"
        text = "\n".join(block.text for block in extraction.blocks)
        assert 0 < len(extraction.blocks) < (BLOCKS_OF_MANY if hostile.codes else 2000)
        sentence = "Read."
    assert code in (hostile.codes or ("reads",)), text
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert hostile.words in sentence
    assert SECRET not in text
    assert _child_seconds() - used < PROCESSOR_SECONDS_AT_MOST
    assert time.monotonic() - started < 4 * SECONDS_AT_MOST  # other work may slow the machine
    assert [left.name for left in folder.iterdir()] == ["document.docx"]
    assert _children() <= children


def _children() -> set[int]:
    """The processes that this one has started and not seen end."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            if int(stat.read_text().rpartition(")")[2].split()[1]) == os.getpid():
                found.add(int(stat.parent.name))
    return found


def _child_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _notes(error: BaseException) -> str:
    return "\n".join(getattr(error, "__notes__", []))


def test_there_are_at_least_sixty_hostile_files() -> None:
    assert len({hostile.name for hostile in ALL}) >= 60


def test_every_format_that_is_read_has_its_bombs() -> None:
    files = {hostile.name for hostile in ALL}
    assert list(without_bombs(BY_LABEL, BOMB_TABLE, files)) == []


def test_a_format_without_a_bomb_and_a_bomb_without_a_file_are_found() -> None:
    wrong = without_bombs([*BY_LABEL, "new"], {"pdf": {"far": "no such file"}}, ())
    assert {"new has no bomb", "docx has no bomb", "pdf: far: no such file"} <= set(wrong)


@pytest.mark.skipif(sys.platform != "linux", reason="reads the process's peak from /proc")
def test_bombs_take_no_more_memory_than_a_large_document(tmp_path: Path) -> None:
    paths = []
    for hostile in ALL:
        if hostile.name in BOMBS:
            paths.append(tmp_path / f"{len(paths)}")
            paths[-1].write_bytes(hostile.build())
    assert len(paths) == len(BOMBS)
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE, *map(str, paths)],
        capture_output=True,
        check=True,
        text=True,
    )
    own, child = map(int, measured.stdout.split())
    assert own < MEMORY_AT_MOST_KIB
    assert child < MEMORY_AT_MOST_KIB
