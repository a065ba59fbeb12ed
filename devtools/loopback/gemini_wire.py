"""The shapes of Gemini's REST interface: requests in either spelling, replies, errors."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

CHARACTERS_PER_TOKEN = 4
TOKENS_PER_FILE = 258  # a picture; a page of a PDF
TOKENS_PER_VIDEO_SECOND = 100
PIECES = 8  # of a streamed answer
VERBATIM = frozenset({"responseJsonSchema", "response_json_schema", "schema"})
SAFETY = [{"category": "HARM_CATEGORY_DANGEROUS_CONTENT", "probability": "HIGH", "blocked": True}]


def camel(value: Any) -> Any:
    """The request with all its names in camelCase; JSON schemas stay as they are."""
    if isinstance(value, Mapping):
        return {
            _camel_name(name): inner if name in VERBATIM else camel(inner)
            for name, inner in value.items()
        }
    return [camel(inner) for inner in value] if isinstance(value, list) else value


def _camel_name(name: str) -> str:
    return re.sub(r"_([a-z])", lambda found: found.group(1).upper(), name)


def words_of(content: Mapping[str, Any] | None) -> str:
    """The text of a content's parts."""
    parts = (content or {}).get("parts", [])
    return "\n".join(part["text"] for part in parts if "text" in part)


def tokens_of(contents: Sequence[Mapping[str, Any]]) -> int:
    """How many tokens these contents have, by this server's own plain rule."""
    total = 0
    for content in contents:
        total += text_tokens(words_of(content))
        for part in content.get("parts", []):
            if "inlineData" in part:
                data = _bytes_of(part["inlineData"]["data"])
                pages = data.count(b"/Type /Page\n") or data.count(b"/Type/Page") or 1
                total += TOKENS_PER_FILE * pages
            elif "fileData" in part:
                total += _file_tokens(part)
    return total


def _bytes_of(text: str) -> bytes:
    """Base64 in either alphabet: the SDK writes that of addresses, other clients the usual one."""
    return base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_"))


def _file_tokens(part: Mapping[str, Any]) -> int:
    clip = part.get("videoMetadata", {})
    start, end = (float(clip.get(name, "0s").rstrip("s")) for name in ("startOffset", "endOffset"))
    return TOKENS_PER_FILE if end <= start else int((end - start) * TOKENS_PER_VIDEO_SECOND)


def anchor_of(words: str) -> str:
    """The JSON string in the last line of what the user says: how the answer is to begin, or ""."""
    try:
        anchor = json.loads(words.rpartition("\n")[2])
    except ValueError:
        return ""
    return anchor if isinstance(anchor, str) else ""


def text_tokens(text: str) -> int:
    """Tokens of a text, by the same rule."""
    return -(-len(text) // CHARACTERS_PER_TOKEN)


def pieces_of(text: str) -> list[str]:
    """A text in the pieces that a stream sends."""
    size = max(-(-len(text) // PIECES), 1)
    return [text[start : start + size] for start in range(0, len(text), size)]


def error(
    code: int, status: str, message: str, details: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """An error body."""
    return {"error": {"code": code, "message": message, "status": status, "details": details or []}}


def retry_info(seconds: int) -> list[dict[str, Any]]:
    """Details that say when to come back."""
    return [
        {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": []},
        {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": f"{seconds}s"},
    ]


def bad_key() -> dict[str, Any]:
    """What a key that is not known gets: status 400, not 401."""
    return error(
        400,
        "INVALID_ARGUMENT",
        "API key not valid. Please pass a valid API key.",
        [
            {
                "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                "reason": "API_KEY_INVALID",
                "domain": "googleapis.com",
            }
        ],
    )
