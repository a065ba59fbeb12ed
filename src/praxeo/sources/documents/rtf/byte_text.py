"""Makes text of the bytes and \\u characters of an RTF file."""

from __future__ import annotations

from dataclasses import dataclass, field

HIGH, LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


@dataclass(kw_only=True)
class ByteText:
    """Bytes that wait to be decoded, because the second of a character may yet come."""

    passed_over: int = 0  # bytes to come that stand for a character that \u gave
    _bytes: bytearray = field(default_factory=bytearray)
    _high: int = 0

    def add(self, data: bytes) -> None:
        """Take in bytes, but for those that repeat a character for older readers."""
        if self.passed_over:
            skipped = min(self.passed_over, len(data))
            self.passed_over -= skipped
            data = data[skipped:]
        self._bytes += data

    def take(self, encoding: str) -> str:
        """The text of what waits."""
        if not self._bytes:
            return ""
        text = self._bytes.decode(encoding, "replace")
        self._bytes.clear()
        return text

    def character(self, number: int, fallback: int) -> str:
        """The character that \\u gives, "" for the first half of one; so many bytes repeat it."""
        code = number & 0xFFFF
        self.passed_over = fallback
        if code in HIGH:
            self._high = code
            return ""
        if code in LOW:
            high, self._high = self._high, 0
            return chr(0x10000 + (high - 0xD800) * 0x400 + code - 0xDC00) if high else "\ufffd"
        return chr(code)
