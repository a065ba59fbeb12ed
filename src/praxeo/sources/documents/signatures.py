"""Names what a file is by the bytes at its start; knows far more kinds than Praxeo reads.

Byte patterns are those of the formats' own specifications.
"""

from __future__ import annotations

from praxeo.sources.documents.formats import FORMATS

HEAD_BYTES = 65_536
TAR_BLOCK_BYTES = 512
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# label: (offset, bytes), ... ; the first that fits wins, so longer patterns stand first.
MAGIC: tuple[tuple[str, int, bytes], ...] = (
    ("png", 0, b"\x89PNG\r\n\x1a\n"),
    ("gif", 0, b"GIF87a"),
    ("gif", 0, b"GIF89a"),
    ("jpeg", 0, b"\xff\xd8\xff"),
    ("tiff", 0, b"II*\0"),
    ("tiff", 0, b"MM\0*"),
    ("tiff", 0, b"II+\0"),
    ("psd", 0, b"8BPS"),
    ("jp2", 0, b"\0\0\0\x0cjP  \r\n\x87\n"),
    ("jxl", 0, b"\0\0\0\x0cJXL \r\n\x87\n"),
    ("jxl", 0, b"\xff\x0a"),
    ("ico", 0, b"\0\0\1\0"),
    ("djvu", 0, b"AT&TFORM"),
    ("gzip", 0, b"\x1f\x8b\x08"),
    ("bzip", 0, b"BZh"),
    ("xz", 0, b"\xfd7zXZ\0"),
    ("7z", 0, b"7z\xbc\xaf'\x1c"),
    ("rar", 0, b"Rar!\x1a\x07"),
    ("zstd", 0, b"\x28\xb5\x2f\xfd"),
    ("lz4", 0, b"\x04\x22\x4d\x18"),
    ("compress", 0, b"\x1f\x9d"),
    ("cab", 0, b"MSCF"),
    ("arj", 0, b"\x60\xea"),
    ("ar", 0, b"!<arch>\n"),
    ("cpio", 0, b"070701"),
    ("lzip", 0, b"LZIP"),
    ("xar", 0, b"xar!"),
    ("tar", 257, b"ustar"),
    ("iso", 32769, b"CD001"),
    ("flac", 0, b"fLaC"),
    ("ogg", 0, b"OggS"),
    ("mp3", 0, b"ID3"),
    ("midi", 0, b"MThd"),
    ("amr", 0, b"#!AMR"),
    ("flv", 0, b"FLV\x01"),
    ("asf", 0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"),
    ("mpeg", 0, b"\0\0\1\xba"),
    ("mpeg", 0, b"\0\0\1\xb3"),
    ("swf", 0, b"FWS"),
    ("swf", 0, b"CWS"),
    ("elf", 0, b"\x7fELF"),
    ("macho", 0, b"\xcf\xfa\xed\xfe"),
    ("macho", 0, b"\xce\xfa\xed\xfe"),
    ("java", 0, b"\xca\xfe\xba\xbe"),
    ("wasm", 0, b"\0asm"),
    ("dex", 0, b"dex\n"),
    ("sqlite", 0, b"SQLite format 3\0"),
    ("woff", 0, b"wOFF"),
    ("woff", 0, b"wOF2"),
    ("font", 0, b"\0\1\0\0\0"),
    ("font", 0, b"OTTO"),
    ("font", 0, b"ttcf"),
    ("mobi", 60, b"BOOKMOBI"),
    ("parquet", 0, b"PAR1"),
    ("hdf5", 0, b"\x89HDF\r\n\x1a\n"),
    ("lnk", 0, b"L\0\0\0\x01\x14\x02\0"),
    ("pcap", 0, b"\xd4\xc3\xb2\xa1"),
    ("pcapng", 0, b"\x0a\x0d\x0d\x0a"),
    ("dicom", 128, b"DICM"),
    ("wordperfect", 0, b"\xffWPC"),
    ("pickle", 0, b"\x80\x04\x95"),
    ("python", 0, b"\xa7\r\r\n"),
    ("rtf", 0, b"{\\rtf"),
    ("postscript", 0, b"%!PS"),
    ("postscript", 0, b"\xc5\xd0\xd3\xc6"),
    ("pgp", 0, b"-----BEGIN PGP"),
    ("pem", 0, b"-----BEGIN "),
    ("eicar", 0, b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"),
)
RIFF = {b"WAVE": "wav", b"AVI ": "avi", b"WEBP": "webp", b"RMID": "midi"}
IFF = {b"AIFF": "aiff", b"AIFC": "aiff", b"ILBM": "ilbm"}
AVIF_BRANDS = (b"avif", b"avis")
IMAGE_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"hevc")
AUDIO_BRANDS = (b"M4A ", b"M4B ")
# Legacy Office and Outlook files differ by the streams in their container (UTF-16 names).
CFB_STREAMS = (
    ("encrypted_office", "EncryptedPackage"),
    ("doc", "WordDocument"),
    ("xls", "Workbook"),
    ("xls", "Book"),
    ("ppt", "PowerPoint Document"),
    ("outlook", "__properties_version1.0"),
    ("outlook", "__nameid_version1.0"),
    ("hwp", "HwpSummaryInformation"),
    ("visio", "VisioDocument"),
)


def binary_kind(head: bytes, whole: bytes) -> str:
    """The label of a binary format, "zip", or "" if no pattern fits.

    `head` is the start of the file; `whole` is as much of it as may be searched for the directory
    of a container (which may stand anywhere).
    """
    if head.startswith(CFB):
        return _cfb_kind(whole)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    for label, offset, pattern in MAGIC:
        if head[offset : offset + len(pattern)] == pattern and _is_confirmed(label, head):
            return label
    return _structured_kind(head) or _readable_kind(head)


def _readable_kind(head: bytes) -> str:
    """The format that is read, beside those that are told by their label alone."""
    for format in FORMATS:
        if format.start and format.start in head[: format.start_within or len(format.start)]:
            return format.label
    return ""


def _is_confirmed(label: str, head: bytes) -> bool:
    """Short patterns are also how a text may begin; a second look decides."""
    match label:
        case "bzip":
            return head[3:4].isdigit() and head[4:10] in (b"1AY&SY", b"\x17rE8P\x90")
        case "mp3":
            return (len(head) > 9 and head[3] < 10 and not head[:10].isascii()) or b"\0" in head[
                :10
            ]
        case "swf" | "cpio" | "cab" | "psd" | "lzip" | "xar" | "parquet" | "midi" | "woff":
            return b"\0" in head[:64]
        case "ico":
            return len(head) > 22 and head[4] > 0 and head[5] == 0 and head[9] == 0
        case "arj" | "jxl":
            return b"\0" in head[:32]
        case _:
            return True


def _structured_kind(head: bytes) -> str:
    """Formats that name themselves a few bytes in, or that need arithmetic to recognise."""
    if head[:4] in (b"RIFF", b"RIFX"):
        return RIFF.get(head[8:12], "riff")
    if head[:4] == b"FORM" and head[8:12] in IFF:
        return IFF[head[8:12]]
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        if brand in AVIF_BRANDS:
            return "avif"
        return "heif" if brand in IMAGE_BRANDS else "m4a" if brand in AUDIO_BRANDS else "mp4"
    if head[4:8] in (b"moov", b"mdat", b"wide", b"skip") and b"\0" in head[:4]:
        return "mp4"
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "webm" if b"webm" in head[:4096] else "matroska"
    if head[:2] == b"BM" and len(head) > 18 and head[6:10] == b"\0\0\0\0" and b"\0" in head[14:18]:
        return "bmp"
    if head[:2] == b"MZ" and (b"\0" in head[:64]):
        return "exe"
    if _is_mpeg_audio(head):
        return "mp3"
    if head[:1] == b"\x47" and len(head) > 376 and head[188] == head[376] == 0x47:
        return "mpeg"
    return "tar" if _is_old_tar(head) else ""


def _is_mpeg_audio(head: bytes) -> bool:
    """An MPEG audio frame header: sync bits and legal layer, bit rate and sampling rate."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or head[:2] == b"\xff\xfe":
        return False
    return bool(head[1] & 0x06) and head[2] >> 4 != 15 and (head[2] >> 2) & 3 != 3


def _is_old_tar(head: bytes) -> bool:
    """A tar header without the later mark: its checksum field holds the sum of its bytes."""
    block = head[:TAR_BLOCK_BYTES]
    if len(block) < TAR_BLOCK_BYTES or not block[0]:
        return False
    field = block[148:156].strip(b" \0")
    if not field or not all(48 <= c <= 55 for c in field):
        return False
    return sum(block) - sum(block[148:156]) + 8 * 32 == int(field, 8)


def _cfb_kind(whole: bytes) -> str:
    for label, name in CFB_STREAMS:
        if name.encode("utf-16-le") in whole:
            return label
    return "cfb"


NAMES: dict[str, str] = {
    "gif": "a GIF image",
    "psd": "a Photoshop image",
    "jp2": "a JPEG 2000 image",
    "jxl": "a JPEG XL image",
    "ico": "an icon",
    "bmp": "a BMP image",
    "ilbm": "an IFF image",
    "svg": "an SVG image",
    "djvu": "a DjVu scan",
    "dicom": "a DICOM medical image",
    "zip": "a ZIP archive",
    "gzip": "a gzip archive",
    "bzip": "a bzip2 archive",
    "xz": "an XZ archive",
    "7z": "a 7-Zip archive",
    "rar": "a RAR archive",
    "zstd": "a Zstandard archive",
    "lz4": "an LZ4 archive",
    "compress": "a compressed archive",
    "cab": "a Cabinet archive",
    "arj": "an ARJ archive",
    "ar": "a Unix archive or package",
    "cpio": "a cpio archive",
    "lzip": "an lzip archive",
    "xar": "a XAR archive",
    "tar": "a tar archive",
    "iso": "a disc image",
    "jar": "a Java archive",
    "apk": "an Android package",
    "flac": "a FLAC audio file",
    "ogg": "an Ogg audio or video file",
    "mp3": "an MP3 audio file",
    "wav": "a WAV audio file",
    "aiff": "an AIFF audio file",
    "m4a": "an MPEG-4 audio file",
    "midi": "a MIDI file",
    "amr": "an AMR audio file",
    "avi": "an AVI video",
    "flv": "a Flash video",
    "asf": "a Windows Media file",
    "mpeg": "an MPEG video",
    "mp4": "an MPEG-4 video",
    "webm": "a WebM video",
    "matroska": "a Matroska video",
    "riff": "a RIFF media file",
    "swf": "a Flash film",
    "elf": "a Linux program",
    "macho": "a macOS program",
    "exe": "a Windows program",
    "java": "compiled Java code",
    "wasm": "a WebAssembly program",
    "dex": "an Android program",
    "python": "compiled Python code",
    "pickle": "a Python pickle",
    "sqlite": "an SQLite database",
    "woff": "a web font",
    "font": "a font",
    "mobi": "a Mobipocket or Kindle book",
    "parquet": "a Parquet data file",
    "hdf5": "an HDF5 data file",
    "lnk": "a Windows shortcut",
    "pcap": "a network capture",
    "pcapng": "a network capture",
    "wordperfect": "a WordPerfect document",
    "postscript": "a PostScript file",
    "pgp": "a PGP message or key",
    "pem": "a key or certificate",
    "eicar": "the EICAR test file of virus scanners",
    "outlook": "an Outlook message (save it as .eml, or print it to a PDF)",
    "hwp": "a Hangul document",
    "visio": "a Visio drawing",
    "cfb": "an OLE container of before 2007",
    "xlsb": "a binary Excel workbook",
    "odf": "an OpenDocument file of a kind without text",
    "ooxml": "an Office file of a kind without text",
    "json": "a JSON data file",
    "xml": "an XML data file",
    "ics": "a calendar file",
    "vcf": "a contact card",
    "sami": "captions in SAMI (save them as WebVTT or SubRip)",
    "microdvd": "captions by frames, which say no seconds (save them as WebVTT or SubRip)",
    "plist": "a property list",
    "binary": "a binary file of unknown kind",
}
"""How each refused kind is called in a sentence that begins "This file is"."""
