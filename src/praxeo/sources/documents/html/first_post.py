"""Who began a thread of a forum and when, as its first post says."""

from __future__ import annotations

import re

from praxeo.sources.documents.html.page_facts import PageFacts
from praxeo.sources.documents.html.page_metadata import NOT_A_NAME, iso_day
from praxeo.sources.documents.html.tree import Element

THREAD = re.compile(r"DiscussionForum|QAPage|schema.org/Question")
THREAD_ADDRESS = re.compile(
    r"/(?:threads?|topics?|discussions?|questions|viewtopic|t|forums?)[/.?]"
)
NAMED = re.compile(
    r"(?:^|[\s_-])(?:username|user-?name|poster|post-?author|author|creator|user-details|message-name)(?=[\s_-]|$)"
)
STARTER = re.compile(r"^(?:thread starter|discussion starter|started by|asked by)\s*:?\s+", re.I)
LONGEST_NAME_CHARACTERS = 40
NAME = re.compile(r"[\w][\w .'’()&-]*")


def is_thread(facts: PageFacts, root: Element) -> bool:
    """Whether a page says of itself, or its address, that it is a thread."""
    stated = [str(node.get("@type")) for node in facts.data] + root.xpath("//@itemtype")
    if any(THREAD.search(kind) for kind in stated):
        return True
    addresses = facts.meta.get("og:url", []) + root.xpath("//link[@rel='canonical']/@href")
    return any(THREAD_ADDRESS.search(address) for address in addresses)


def began_on(root: Element, stated: str) -> str:
    """The day of the first post, YYYY-MM-DD, or "": as its post says, else as stated, else the earliest."""
    times = list(root.iter("time"))
    posts = [
        time for time in times if (time.get("itemprop") or "") in ("dateCreated", "datePublished")
    ]
    return _earliest(posts) or stated or _earliest(times)


def _earliest(times: list[Element]) -> str:
    return min((day for time in times if (day := iso_day(time.get("datetime")))), default="")


def begun_by(root: Element) -> tuple[str, ...]:
    """The name at the first post, if it has one."""
    for element in root.iter("a", "span", "div", "h4", "strong", "dt"):
        if element.get("itemprop") == "author" or NAMED.search(element.get("class") or ""):
            name = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
            text = " ".join("".join(name.itertext()).split())
            text = STARTER.sub("", text)
            if (
                2 < len(text) <= LONGEST_NAME_CHARACTERS
                and NAME.fullmatch(text)
                and not NOT_A_NAME.search(text)
            ):
                return (text,)
    return ()
