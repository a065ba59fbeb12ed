"""What an answer's status and headers mean: the next address, why there is no page, how long to wait."""

from __future__ import annotations

from datetime import datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from praxeo.adapters.web.addresses import PageAddress, judged
from praxeo.adapters.web.exchange import Answer
from praxeo.domain.errors import PraxeoError, Refused, Unavailable

REDIRECTED = frozenset({301, 302, 303, 307, 308})
PAGE = frozenset({200, 203})
BUSY = frozenset({408, 425, 429, 503})
WAIT_SECONDS_MAX = 86_400.0  # of what a site may ask for


def next_address(answer: Answer) -> PageAddress | None:
    """Where a redirect leads, judged like the first address; None for what is no redirect.

    Raises Refused: link_…, and page_insecure for a step from https to http.
    """
    location = answer.headers.get("location", "")
    if answer.status not in REDIRECTED or not location:
        return None
    found = judged(location, base=answer.address.href)
    if answer.address.scheme == "https" and found.scheme == "http":
        raise Refused(
            "page_insecure",
            "This link leads from a protected address to an unprotected one, where anybody on the way can "
            "change the page. Give the link that it ends at.",
        )
    return found


def no_page(answer: Answer, wait: float | None) -> PraxeoError | None:
    """Why this answer is no page, None if it is one. `wait` is how many seconds the site asks for."""
    if answer.status in PAGE:
        return None
    told: dict[str, str | int] = {"host": answer.address.host, "status": answer.status}
    if answer.status in BUSY or answer.status >= 500:
        return _passing(answer.status, answer.address.host, told, wait)
    return _lasting(answer.status, answer.address.host, told)


def _passing(
    status: int, host: str, told: dict[str, str | int], wait: float | None
) -> Unavailable:
    if status in BUSY:
        return Unavailable(
            "page_busy",
            f"{host} asks to be left alone for a while. Try again later.",
            retry_after=wait,
            details=told,
        )
    return Unavailable(
        "page_server_error",
        f"{host} has trouble at the moment (status {status}). Try again later.",
        details=told,
    )


def _lasting(status: int, host: str, told: dict[str, str | int]) -> Refused:
    if status in (401, 407):
        return Refused(
            "page_needs_login",
            f"{host} shows this page only to who has logged in. Save the page and add the file.",
            details=told,
        )
    if status in (404, 410):
        return Refused(
            "page_missing",
            f"{host} has no such page (any more). Check the link.",
            details=told,
        )
    if status in (403, 451):
        return Refused(
            "page_forbidden",
            f"{host} does not give this page to Praxeo. Save the page and add the file.",
            details=told,
        )
    return Refused(
        "page_refused",
        f"{host} answers with status {status} instead of a page. Save the page and add the file.",
        details=told,
    )


def asked_wait(answer: Answer, now: datetime) -> float | None:
    """The seconds for which the site asks to be left alone, by its Retry-After; None if it does not."""
    said = answer.headers.get("retry-after", "")
    if said.isascii() and said.isdigit():
        return min(float(said), WAIT_SECONDS_MAX)
    try:
        until = parsedate_to_datetime(said)
        return min(max((until - now).total_seconds(), 0.0), WAIT_SECONDS_MAX)
    except (ValueError, TypeError):  # no date, or one without its zone
        return None


def media_type(answer: Answer) -> tuple[str, str]:
    """The media type without parameters, and the charset, as the server says; "" where it does not."""
    said = answer.headers.get("content-type", "")
    if not said:
        return "", ""
    head = Message()
    head["content-type"] = said[:200]
    return head.get_content_type(), str(head.get_param("charset", "") or "").strip().lower()
