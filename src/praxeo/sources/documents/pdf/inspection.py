"""Looks over the raw structure of a PDF for what overloads every PDF library, before one opens it.

It need not understand everything: what slips through still meets the limits of the child process.
"""

from __future__ import annotations

import mmap
import re
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from praxeo.domain.errors import Refused

DICTIONARY_BYTES = 16_384  # of a stream's dictionary that are looked at
STREAM_LIMIT_BYTES = 32 * 2**20  # one stream unpacked, images apart
DEFLATE_RATIO = 1032  # the most that one pass of deflate can save
READ_BYTES = 2**18
PIXEL_LIMIT = 2**30  # width by height of one image
NESTING_LIMIT = 400  # arrays or dictionaries that open one in the other
OPEN_ARRAYS = b"[" * NESTING_LIMIT
OPEN_DICTIONARIES = re.compile(rb"(?:<</[^\s/<>\[\]()]{1,40}){%d}" % NESTING_LIMIT)
WHITE_SPACE = b" \t\r\n\f\0"
FORM_LIMIT = 20_000  # forms whose calls are followed
FOLLOWED_LIMIT = 100_000  # forms drawn by one form, pages below one node: all levels together
FORM_CONTENT_BYTES = 2**20

OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+obj\b")
FLATE = re.compile(rb"/Fl(?:ateDecode)?(?![A-Za-z])")
OTHER_FILTER = re.compile(rb"/(?:ASCII85|ASCIIHex|LZW|RunLength|DCT|JPX|CCITTFax|JBIG2|Crypt)")
NAMED_REFERENCE = re.compile(rb"/([^\s/<>\[\]()]{1,60})\s+(\d{1,9})\s+\d{1,5}\s+R\b")
RESOURCES = re.compile(rb"/Resources\s+(\d{1,9})\s+\d{1,5}\s+R\b")
XOBJECTS = re.compile(rb"/XObject\s*(?:<<(.*?)>>|(\d{1,9})\s+\d{1,5}\s+R\b)", re.S)
KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
REFERENCE = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+R\b")
FORM = re.compile(rb"/Subtype\s*/Form\b")
CALL = re.compile(rb"/([^\s/<>\[\]()]{1,60})\s+Do\b")
WIDTH = re.compile(rb"/W(?:idth)?\s+(\d{1,12})")
HEIGHT = re.compile(rb"/H(?:eight)?\s+(\d{1,12})")

BOMB = (
    "This PDF is built so that reading it takes far more time or memory than its size, as files "
    "that attack readers are. If it is a real document, print it to a new PDF and add that."
)


class _Stream(NamedTuple):
    number: int
    dictionary: bytes
    start: int
    end: int


def inspect_pdf(path: Path) -> None:
    """Raise Refused("pdf_bomb" or "too_deep") for a file that no library should open."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        forms = _Forms(data=data)
        pages: dict[int, Counter[int]] = {}
        for stream in _streams(data, forms.objects, pages):
            _check_image(stream)
            _check_size(data, stream)
            if FORM.search(stream.dictionary):
                forms.waiting.append(stream)
        forms.check()
        _check_growth(pages)


def _streams(
    data: mmap.mmap, objects: dict[int, int], pages: dict[int, Counter[int]]
) -> Iterator[_Stream]:
    """The streams of a file. `objects` gets where each object that stands openly begins, `pages`
    what the nodes of the page tree lead to.
    """
    at = 0
    while at < len(data):
        mark = data.find(b"stream", at)
        text = data[at : mark if mark >= 0 else len(data)]
        _check_nesting(text)
        found = list(OBJECT.finditer(text))
        objects.update((int(match.group(1)), at + match.end()) for match in found)
        ends = [match.end() for match in found]
        for node in KIDS.finditer(text):
            owner = bisect_right(ends, node.start()) - 1
            if owner >= 0:
                pages[int(found[owner].group(1))] = Counter(
                    map(int, REFERENCE.findall(node.group(1)))
                )
        if mark < 0:
            return
        start = mark + len(b"stream")
        if not found or text.endswith(b"end") or data[start : start + 1] not in b"\r\n":
            at = start
            continue
        start += 2 if data[start : start + 2] == b"\r\n" else 1
        end = data.find(b"endstream", start)
        end = end if end >= 0 else len(data)
        dictionary = text[found[-1].end() :][-DICTIONARY_BYTES:]
        yield _Stream(int(found[-1].group(1)), dictionary, start, end)
        at = end + len(b"endstream")


def _check_nesting(text: bytes) -> None:
    solid = text.translate(None, WHITE_SPACE)
    if OPEN_ARRAYS in solid or OPEN_DICTIONARIES.search(solid):
        raise Refused("too_deep", BOMB)


def _check_image(stream: _Stream) -> None:
    width, height = WIDTH.search(stream.dictionary), HEIGHT.search(stream.dictionary)
    if width and height and int(width.group(1)) * int(height.group(1)) > PIXEL_LIMIT:
        raise Refused("pdf_bomb", BOMB)


def _check_size(data: mmap.mmap, stream: _Stream) -> None:
    """Unpack what could grow beyond the limit, a piece at a time, without keeping it."""
    passes = len(FLATE.findall(stream.dictionary))
    if not passes or OTHER_FILTER.search(stream.dictionary):
        return
    if passes == 1:
        if b"/Image" in stream.dictionary:
            return
        if (stream.end - stream.start) * DEFLATE_RATIO <= STREAM_LIMIT_BYTES:
            return
    size = sum(len(part) for part in _unpacked(data, stream.start, passes, STREAM_LIMIT_BYTES))
    if size > STREAM_LIMIT_BYTES:
        raise Refused("pdf_bomb", BOMB)


def _unpacked(data: mmap.mmap, start: int, passes: int, limit: int) -> Iterator[bytes]:
    """What a deflated stream holds, as far as it is sound and just past `limit`."""
    parts = (data[at : at + READ_BYTES] for at in range(start, len(data), READ_BYTES))
    chain: Iterator[bytes] = parts
    for _ in range(min(passes, 4)):
        chain = _inflated(chain)
    size = 0
    for part in chain:
        yield part
        size += len(part)
        if size > limit:
            return


def _inflated(parts: Iterator[bytes]) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    try:
        for part in parts:
            out = inflater.decompress(part, READ_BYTES)
            while out:
                yield out
                out = inflater.decompress(inflater.unconsumed_tail, READ_BYTES)
            if inflater.eof:
                return
    except zlib.error:
        return


@dataclass(kw_only=True)
class _Forms:
    """Drawings that draw other drawings; a few of them can multiply without end."""

    data: mmap.mmap
    objects: dict[int, int] = field(default_factory=dict)
    waiting: list[_Stream] = field(default_factory=list)
    calls: dict[int, Counter[int]] = field(default_factory=dict)

    def _add(self, stream: _Stream) -> None:
        """Note which drawings this one draws, and how often."""
        named = {name: int(number) for name, number in NAMED_REFERENCE.findall(self._names(stream))}
        if not named:
            return
        drawn: Counter[int] = Counter()
        for name in CALL.findall(b"".join(self._content(stream))):
            if name in named:
                drawn[named[name]] += 1
        self.calls[stream.number] = drawn

    def _content(self, stream: _Stream) -> Iterator[bytes]:
        passes = len(FLATE.findall(stream.dictionary))
        if passes:
            return _unpacked(self.data, stream.start, passes, FORM_CONTENT_BYTES)
        return iter((self.data[stream.start : min(stream.end, stream.start + FORM_CONTENT_BYTES)],))

    def _names(self, stream: _Stream) -> bytes:
        """The part of the resources that names drawings."""
        shared = RESOURCES.search(stream.dictionary)
        resources = self._object(shared.group(1)) if shared else stream.dictionary
        found = XOBJECTS.search(resources)
        if not found:
            return b""
        return found.group(1) if found.group(1) is not None else self._object(found.group(2))

    def _object(self, number: bytes) -> bytes:
        """The text of an object that stands openly in the file."""
        start = self.objects.get(int(number))
        return self.data[start : start + DICTIONARY_BYTES] if start is not None else b""

    def check(self) -> None:
        """Raise where one drawing leads to too many, or to itself."""
        for stream in self.waiting[:FORM_LIMIT]:
            self._add(stream)
        _check_growth(self.calls)


def _check_growth(graph: dict[int, Counter[int]]) -> None:
    """Raise where following an object leads to too many others, or back to itself."""
    totals: dict[int, int] = {}
    for root in graph:
        waiting: list[tuple[int, bool]] = [(root, False)]
        above: set[int] = set()
        while waiting:
            number, is_done = waiting.pop()
            if is_done:
                above.discard(number)
                totals[number] = sum(
                    times * (1 + totals.get(below, 0)) for below, times in graph[number].items()
                )
                if totals[number] > FOLLOWED_LIMIT:
                    raise Refused("pdf_bomb", BOMB)
            elif number in graph and number not in totals:
                if number in above:
                    raise Refused("pdf_bomb", BOMB)
                above.add(number)
                waiting.append((number, True))
                waiting.extend((below, False) for below in graph[number])
