"""What an app may do in a browser: the same words when it is checked and when it is served."""

from __future__ import annotations

SANDBOX = "allow-scripts allow-forms"
APP_POLICY = (
    f"sandbox {SANDBOX}; default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
)
