"""Decides by its bytes alone whether a file can be read, and says what it is if not."""

from __future__ import annotations

import math
import re
import stat
import zipfile
from pathlib import Path

from praxeo.domain.errors import Refused, TooLarge
from praxeo.domain.limits import UPLOAD_BYTES_MAX
from praxeo.sources.documents.document_format import DocumentFormat
from praxeo.sources.documents.folders.main_text import texts
from praxeo.sources.documents.formats import BY_LABEL, FORMATS, readable
from praxeo.sources.documents.signatures import CFB, HEAD_BYTES, NAMES, binary_kind
from praxeo.sources.documents.text_kind import BINARY, text_kind
from praxeo.sources.documents.zip_files import DAMAGED, ENCRYPTED, open_zip, read_member

CONTAINER_SEARCH_BYTES = 4 * 2**20
TEXT_SAMPLE_BYTES = 2**18
PART_SAMPLE_BYTES = 2**20
PDF_TAIL_BYTES = 4096

MAIN_PARTS = tuple(
    (re.compile(pattern), label)
    for pattern, label in (
        *((format.office_part, format.label) for format in FORMATS if format.office_part),
        (rb"ms-excel\.sheet\.binary", "xlsb"),
    )
)
ZIP_TYPES = {stated: format.label for format in FORMATS for stated in format.zip_types}
ANKI = "collection.anki2"  # stands in every deck, if only to say that a newer program is needed
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
FONT_OBFUSCATION = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
OUTLOOK_MESSAGE = (
    "This file is a message that Outlook saved in its own format. Open it there, save it as text, HTML or .eml, "
    "and add that file."
)
ALGORITHM = re.compile(rb"EncryptionMethod[^>]*Algorithm\s*=\s*[\"']([^\"']*)")


def validate(path: Path) -> DocumentFormat:
    """The kind of document that the file is; raises Refused or TooLarge in words for a person."""
    size = _size(path)
    if size == 0:
        raise Refused(
            "empty", "This file is empty. Look whether it was copied whole, then add it again."
        )
    if size > UPLOAD_BYTES_MAX:
        megabytes, most = math.ceil(size / 1_000_000), UPLOAD_BYTES_MAX // 1_000_000
        raise TooLarge(
            "too_large",
            f"This file has {megabytes} MB; a document may have up to {most} MB. "
            "Split it into parts and add each of them.",
            details={"size": megabytes, "limit": most},
        )
    _check_any_content(path)
    label = identify(path)
    if label == "encrypted_office":
        raise Refused("encrypted", ENCRYPTED)
    if label == "outlook":
        raise Refused("outlook_message", OUTLOOK_MESSAGE)
    if label not in BY_LABEL:
        raise _wrong_type(label)
    if label == "pdf":
        _check_pdf_end(path)
    return BY_LABEL[label]


def check_start(head: bytes) -> None:
    """Refuse at once what its first `HEAD_BYTES` show to be no document: Refused("wrong_type").

    A ZIP or an OLE container may be one; what it holds is looked at by `validate`.
    """
    label = binary_kind(head, head)
    if not label and text_kind(head) == BINARY:
        raise _wrong_type(BINARY)
    if label and label not in BY_LABEL and label != "zip" and not head.startswith(CFB):
        raise _wrong_type(label)


def identify(path: Path) -> str:
    """A short label of what the file is (`pdf`, `docx`, `png`, `zip`, `txt`, ...).

    Raises Refused if it is a container that is damaged, protected or a bomb.
    """
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        whole = head + (file.read(CONTAINER_SEARCH_BYTES) if head[:1] == b"\xd0" else b"")
        label = binary_kind(head, whole)
        if not label:
            return text_kind(head + file.read(TEXT_SAMPLE_BYTES - HEAD_BYTES))
    if head.startswith(CFB):
        return _compound_kind(path, label)
    if label != "zip":
        return label
    with open_zip(path) as archive:
        return _container_kind(archive)


def _compound_kind(path: Path, likely: str) -> str:
    from praxeo.sources.documents.office97.kinds import compound_kind  # few files need it

    return compound_kind(path, likely)


def _wrong_type(label: str) -> Refused:
    kind = label if label in NAMES else "binary"
    return Refused(
        "wrong_type",
        f"This file is {NAMES[kind]}. Praxeo reads {readable()}.",
        details={"kind": kind},
    )


def _size(path: Path) -> int:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise Refused("not_a_file", "There is no such file, or it may not be read.") from error
    if not stat.S_ISREG(status.st_mode):
        raise Refused("not_a_file", "This is not a file but a folder or a device.")
    return status.st_size


def _container_kind(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    kind = _declared_kind(archive, names)
    if kind in BY_LABEL and any(info.flag_bits & 1 for info in archive.infolist()):
        raise Refused("encrypted", ENCRYPTED)
    if any(t.startswith(OPEN_DOCUMENT) for t in _zip_types(kind)):
        _check_open_document_is_open(archive, names)
    if kind == "epub":
        _check_epub_is_open(archive, names)
    return kind


def _zip_types(kind: str) -> tuple[bytes, ...]:
    return BY_LABEL[kind].zip_types if kind in BY_LABEL else ()


def _declared_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "[Content_Types].xml" in names:
        types = read_member(archive, "[Content_Types].xml", PART_SAMPLE_BYTES)
        return next((kind for pattern, kind in MAIN_PARTS if pattern.search(types)), "ooxml")
    if "mimetype" in names:
        stated = (
            read_member(archive, "mimetype", PART_SAMPLE_BYTES)
            .strip()
            .removeprefix(b"\xef\xbb\xbf")
        )
        if stated in ZIP_TYPES:
            return ZIP_TYPES[stated]
        if stated.startswith(OPEN_DOCUMENT):
            return "odf"
    if "META-INF/container.xml" in names:
        return "epub"
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        raise Refused("damaged", DAMAGED)
    if "AndroidManifest.xml" in names:
        return "apk"
    if "META-INF/MANIFEST.MF" in names:
        return "jar"
    if ANKI in names:
        return "apkg"
    return "folder" if texts(names) else "zip"


def _check_open_document_is_open(archive: zipfile.ZipFile, names: set[str]) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in read_member(
        archive, manifest, PART_SAMPLE_BYTES
    ):
        raise Refused("encrypted", ENCRYPTED)


def _check_epub_is_open(archive: zipfile.ZipFile, names: set[str]) -> None:
    """Obfuscated fonts are no protection; any other encryption of the parts is."""
    if "META-INF/encryption.xml" in names:
        stated = read_member(archive, "META-INF/encryption.xml", PART_SAMPLE_BYTES)
        if any(a not in FONT_OBFUSCATION for a in ALGORITHM.findall(stated)):
            raise Refused(
                "encrypted",
                "This book is protected by digital rights management, so it cannot be read.",
            )


def _check_pdf_end(path: Path) -> None:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - CONTAINER_SEARCH_BYTES))
        tail = file.read().rstrip(b"\0 \r\n\t")[-PDF_TAIL_BYTES:]
    if b"%%EOF" not in tail and b"startxref" not in tail:
        raise Refused(
            "truncated",
            "This PDF is incomplete: its end is missing. Download or copy it again.",
        )


def _check_any_content(path: Path) -> None:
    """A file of nothing but white space and marks without shape holds no text."""
    with path.open("rb") as file:
        while part := file.read(TEXT_SAMPLE_BYTES):
            if part.translate(None, b" \t\r\n\f\v\0\xef\xbb\xbf\xfe\xff\xa0\xc2"):
                return
    raise Refused("no_text", "This file holds nothing but white space.")
