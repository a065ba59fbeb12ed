"""What an app may do in a browser: the same words when it is checked, previewed and served, and in the cloud.

An app is hostile until proven otherwise. It runs in a sandbox without an origin, reaches nothing and asks nobody for
anything. Whatever a browser can be told about that stands here and nowhere else.
"""

from __future__ import annotations

from praxeo.domain.app_guard import GUARD

SANDBOX = "allow-scripts"
APP_POLICY = (
    f"sandbox {SANDBOX}; default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)
# Each of these is refused to the document and to all in it. A browser passes over those that it does not know.
_REFUSED_FEATURES = [
    "accelerometer",
    "autoplay",
    "battery",
    "bluetooth",
    "camera",
    "clipboard-read",
    "clipboard-write",
    "display-capture",
    "focus-without-user-activation",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "web-share",
    "window-management",
    "xr-spatial-tracking",
]
PERMISSIONS = ", ".join(f"{feature}=()" for feature in _REFUSED_FEATURES)
# The page around an app may fill the screen, with a bar of its own, where the page around that allows it.
WRAPPER_PERMISSIONS = PERMISSIONS.replace("fullscreen=()", "fullscreen=(self)")

# What no Content-Security-Policy governs: WebRTC, hints to resolve or connect, and the connection that a
# navigation makes before its policy is asked. Chromium 152 and later (a WICG draft); an empty list is nothing at all.
NO_CONNECTIONS = "();webrtc=block"
OWN_CONNECTIONS = "(response-origin);webrtc=block"

POLICY = "Content-Security-Policy"
CONNECTIONS, HINTS = "Connection-Allowlist", "X-DNS-Prefetch-Control"
APP_HEADERS = {
    POLICY: APP_POLICY,
    CONNECTIONS: NO_CONNECTIONS,
    HINTS: "off",
    "Permissions-Policy": PERMISSIONS,
}
# Of the page around an app; its policy names the app's address: `wrapper_headers`.
WRAPPER_HEADERS = {
    CONNECTIONS: OWN_CONNECTIONS,
    HINTS: "off",
    "Permissions-Policy": WRAPPER_PERMISSIONS,
}


def framed_by(ancestors: str) -> dict[str, str]:
    """The headers of an app that only pages of these origins may frame, as source expressions of CSP."""
    policy = f"{APP_POLICY}; frame-ancestors {ancestors}"
    return {**APP_HEADERS, POLICY: policy}


def wrapper_headers(
    app_address: str, *, reached: str = "", sheet: str = "", films: str = "", ancestors: str = ""
) -> dict[str, str]:
    """The headers of the page around an app, which frames this one address (or what is below it, if it ends in a
    slash) and connects to nothing else than what is `reached`: where visits are counted and doors are opened.
    `sheet` is the one script that it may load: what shows a place of a source; `films` is below what it plays recordings.

    Where no `ancestors` are given, none of its policies names `frame-ancestors`: whoever has the address may frame it, and any such list keeps out a
    host that puts the frame into a sandbox of its own. There the wrapper's origin is opaque, which no source
    expression matches (CSP 3, 6.4.2.1), and the browser would refuse the app in the wrapper.
    """
    policy = (
        f"default-src 'none'; script-src 'unsafe-inline'{sheet and f' {sheet}'}; style-src 'unsafe-inline'; "
        f"frame-src {app_address}; base-uri 'none'; form-action 'none'"
    )
    policy += f"; connect-src {reached}" if reached else ""
    policy += f"; media-src {films}" if films else ""
    policy += f"; frame-ancestors {ancestors}" if ancestors else ""
    return {POLICY: policy, **WRAPPER_HEADERS}


def guarded(app: bytes) -> bytes:
    """The app with the guard before anything of its own, in UTF-8.

    The guard brings the document's type, so that nothing of the app is read before it; the app's own type, `html` and
    `head` are then taken as the parser takes them a second time: attributes are added, the rest is passed over.
    """
    return GUARD + app.removeprefix(b"\xef\xbb\xbf")
