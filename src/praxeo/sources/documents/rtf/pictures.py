"""Pictures in an RTF file: the bytes of a picture file as hexadecimal digits."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.sources.documents.block_list import BlockList

SIZE_LIMIT_BYTES = 32 * 2**20
READABLE = frozenset(["pngblip", "jpegblip"])
DRAWINGS = frozenset(["emfblip", "wmetafile", "macpict", "pmmetafile", "dibitmap", "wbitmap"])
DIGITS = b"0123456789abcdefABCDEF"
NO_DIGITS = bytes(set(range(256)) - set(DIGITS))


@dataclass(kw_only=True)
class PictureData:
    """One picture so far."""

    kind: str = ""
    parts: list[bytes] = field(default_factory=list)
    size: int = 0

    def read(self, word: str) -> None:
        """Take in a control word, of which one says what kind of picture it is."""
        if word in READABLE or word in DRAWINGS:
            self.kind = word

    def add_digits(self, digits: bytes) -> None:
        """Take in bytes as they are written."""
        kept = digits.translate(None, NO_DIGITS)
        self.add(bytes.fromhex(kept[: len(kept) // 2 * 2].decode()))

    def add(self, data: bytes) -> None:
        """Take in bytes as they are."""
        if self.size <= SIZE_LIMIT_BYTES:
            self.size += len(data)
            self.parts.append(data)

    def figure(self, around: BlockList) -> BlockList:
        """The picture as a block, if it can be shown; else it is counted as lost."""
        inner = BlockList(place=around.place, album=around.album)
        if self.kind in DRAWINGS or self.size > SIZE_LIMIT_BYTES:
            inner.album.lose("unknown_kind")
        elif self.size and (picture := inner.album.take(b"".join(self.parts))):
            inner.add_figure(picture)
        return inner
