"""What a visitor's browser is told about a published app: headers, encodings, the wrapper page."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from praxeo.domain.app_policy import APP_POLICY
from praxeo.domain.records import Embed
from praxeo.embeds.themes import theme_json

# None of these names `frame-ancestors`: whoever has the address may frame it, and any such list keeps
# out a host that puts the frame into a sandbox of its own. There the wrapper's origin is opaque, which
# no source expression matches (CSP 3, 6.4.2.1), and the browser would refuse the app in the wrapper.
WRAPPER_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'"
)
PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
_PLACEHOLDER = re.compile(r"%PRAXEO_(TITLE|LANG|EMBED|THEME|APP_URL)%")
_NEVER = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"

# Both are needed by hosts that send `Cross-Origin-Embedder-Policy: require-corp` themselves.
SHARED_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": _NEVER,
    "Content-Type": "text/html; charset=utf-8",
}
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"

ENCODINGS = ("br", "gzip")  # in order of preference


@dataclass(frozen=True, kw_only=True, slots=True)
class WrapperPage:
    """The page around an app, filled in for one embed."""

    body: bytes
    etag: str


def wrapper_page(template: str, embed: Embed, app_url: str) -> WrapperPage:
    """The wrapper of an embed; every value is escaped as text and attribute."""
    values = {
        "TITLE": embed.title,
        "LANG": embed.language or "en",
        "EMBED": embed.id,
        "THEME": theme_json(embed.theme),
        "APP_URL": app_url,
    }
    filled = _PLACEHOLDER.sub(lambda found: html.escape(values[found.group(1)]), template)
    body = filled.encode("utf-8")
    return WrapperPage(body=body, etag=f'"{hashlib.sha256(body).hexdigest()}"')


def wrapper_headers(embed: Embed, etag: str) -> dict[str, str]:
    """The headers of a wrapper page. Only a public embed may be listed by search engines."""
    headers = {
        **SHARED_HEADERS,
        "Content-Security-Policy": WRAPPER_POLICY,
        "Cache-Control": ASK_AGAIN,
        "ETag": etag,
    }
    if embed.access != "public":
        headers["X-Robots-Tag"] = "noindex"
    return headers


def app_headers(content_hash: str) -> dict[str, str]:
    """The headers of an app: sandboxed even when it is opened without its wrapper."""
    return {
        **SHARED_HEADERS,
        "Content-Security-Policy": APP_POLICY,
        "Cache-Control": FOREVER,
        # Weak, since the same app is sent in several encodings.
        "ETag": f'W/"{content_hash}"',
        "Vary": "Accept-Encoding",
        "X-Robots-Tag": "noindex",
    }


def best_encoding(accepted: str) -> str:
    """The first of ENCODINGS that an Accept-Encoding header allows, "" for none."""
    weights = dict(_weight(part) for part in accepted.lower().split(",") if part.strip())
    rest = weights.get("*", 0.0)
    return next((name for name in ENCODINGS if weights.get(name, rest) > 0), "")


def _weight(part: str) -> tuple[str, float]:
    name, _, parameter = part.partition(";")
    key, _, value = parameter.partition("=")
    if key.strip() != "q":
        return name.strip(), 1.0
    try:
        return name.strip(), float(value)
    except ValueError:
        return name.strip(), 0.0


def is_unchanged(headers: Mapping[str, str], etag: str) -> bool:
    """Whether the visitor has this already, by If-None-Match."""
    given = headers.get("if-none-match", "")
    tags = {tag.strip().removeprefix("W/") for tag in given.split(",")}
    return "*" in tags or etag.removeprefix("W/") in tags


def iframe_code(embed: Embed, address: str) -> str:
    """The HTML that puts an embed into any page."""
    return (
        f'<iframe src="{html.escape(address)}" title="{html.escape(embed.title)}" loading="lazy" '
        'style="width: 100%; height: 40rem; border: 0"></iframe>'
    )
