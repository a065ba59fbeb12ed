"""The hosts whose pages may frame an embed, as the browser is told them (`frame-ancestors`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from praxeo.domain.errors import Refused

DOMAINS_MAX = 20
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:\*\.)?{_LABEL}(?:\.{_LABEL})*(?::[0-9]{{1,5}})?")


def checked_domains(given: Sequence[str]) -> tuple[str, ...]:
    """Hosts as they are compared: lower case, international names in their ASCII form, each once.

    A pasted address counts as its host; `*.school.example` are all hosts below it. Refused("bad_domain").
    """
    if len(given) > DOMAINS_MAX:
        raise Refused("bad_domain", f"An embed has at most {DOMAINS_MAX} allowed domains.")
    return tuple(dict.fromkeys(_checked(text) for text in given if text.strip()))


def _checked(text: str) -> str:
    wanted = text.strip().lower()
    try:
        host = urlsplit(wanted).netloc if "://" in wanted else wanted.split("/")[0]
        plain = host.encode("idna").decode() if not host.isascii() else host
    except (UnicodeError, ValueError):
        plain = ""
    if len(plain) > 253 or not _DOMAIN.fullmatch(plain):
        raise Refused(
            "bad_domain",
            f"“{text.strip()[:60]}” is no domain. Write it as school.example, or *.school.example for all below it.",
            details={"domain": text.strip()[:60]},
        )
    return plain


def ancestors(domains: Sequence[str], own: Sequence[str]) -> str:
    """The sources for `frame-ancestors`: the allowed hosts and the service's `own` origins."""
    return " ".join(dict.fromkeys(["'self'", *own, *domains]))
