"""Who began a thread of a forum and when, as its first post says."""

from __future__ import annotations

import re

from praxeo.sources.documents.html.page_facts import PageFacts
from praxeo.sources.documents.html.page_metadata import NOT_A_NAME, iso_day
from praxeo.sources.documents.html.shown_date import as_shown, days_in
from praxeo.sources.documents.html.tree import Element

THREAD = re.compile(r"DiscussionForum|QAPage|schema.org/Question")
THREAD_ADDRESS = re.compile(
    r"/(?:threads?|discussions?|questions|viewtopic|showthread|comments|t|forums?)[/.?]|/topics?/[^/]*\d|/d/\d+-|[?&]topic="
)
POST_ID = re.compile(r"(?:p|post|msg|message|comment)[-_]?\d+")
"""As phpBB, FluxBB, SMF, vBulletin and their kin name each post of a thread."""
OF_A_SITE = re.compile(r"(?:^|\s)(?:hentry|type-\w+|wp-\S+)(?:\s|$)")  # WordPress names articles so
NAMED = re.compile(
    r"(?:^|[\s_-])(?:(?:big)?username\w*|user-?name|postuser-name|poster|post-?author|author|creator|user-details|message-name)(?=[\s_-]|$)",
    re.IGNORECASE,
)
PROFILE = re.compile(r"viewprofile|action=profile|/(?:profiles?|members?|users?|u)[/.?]|/[~@]\w")
STARTER = re.compile(r"^(?:thread starter|discussion starter|started by|asked by)\s*:?\s+", re.I)
OF_THE_PERSON = re.compile(  # "Joined: Mar 5, 2012", "Last edited by tidefan (2025-11-01"
    r"(?:(?:last|zuletzt) \w+[^\d]{0,60}|(?<!posted)(?<!date)(?<!sent)(?<!datum)\s?:\s*(?:[^\W\d]+,?\s)?)$",
    re.I,
)
WRITER = re.compile(r"\b(?:joined|registered|posts|beiträge|registriert|beitritt)\s*:", re.I)
LONGEST_NAME_CHARACTERS = 40
NAME = re.compile(r"[\w][\w .'’()&-]*")


def is_thread(facts: PageFacts, root: Element) -> bool:
    """Whether a page says of itself, by its address or by how it names its posts, that it is a thread."""
    stated = [str(node.get("@type")) for node in facts.data] + root.xpath("//@itemtype")
    if any(THREAD.search(kind) for kind in stated):
        return True
    addresses = facts.meta.get("og:url", []) + root.xpath("//link[@rel='canonical']/@href")
    return any(THREAD_ADDRESS.search(address) for address in addresses) or bool(_posts(root))


def began_on(root: Element, stated: str, shown: str) -> str:
    """The day of the first post, YYYY-MM-DD, or "".

    As its post marks it, else as it is written there, else as `stated` in the head or `shown` below the headline,
    else the earliest.
    """
    times = list(root.iter("time"))
    posts = [
        element
        for element in root.iter("time", "meta", "span")
        if (element.get("itemprop") or "") in ("dateCreated", "datePublished")
    ]
    return _earliest(posts) or _written(_posts(root)) or as_shown(stated, shown) or _earliest(times)


def _earliest(times: list[Element]) -> str:
    days = (iso_day(time.get("datetime") or time.get("content")) for time in times)
    return min(filter(None, days), default="")


def _posts(root: Element) -> list[Element]:
    """The posts of a thread of a classic forum, which show who wrote them; else none."""
    named = [
        element
        for element in root.iter("div", "li", "table", "tr", "article")
        if POST_ID.fullmatch(element.get("id") or "")
        and "post" in f"{element.get('class')} {element.get('id')}"
        and not OF_A_SITE.search(element.get("class") or "")
    ]
    return named if named and WRITER.search(" ".join(named[0].itertext())) else []


def _written(posts: list[Element]) -> str:
    """The first day in the first post that is not one of its author's."""
    text = " ".join(" ".join(posts[0].itertext()).split()) if posts else ""
    return next((day for at, day in days_in(text) if not OF_THE_PERSON.search(text[:at])), "")


def begun_by(root: Element) -> tuple[str, ...]:
    """The name at the first post, if it has one."""
    marked = [
        e for e in root.iter("a", "span", "div", "strong", "p") if e.get("itemprop") == "author"
    ]
    posts = _posts(root)
    within = posts[0] if posts else root
    named = within.iter("a", "span", "div", "h3", "h4", "strong", "dt", "p")
    by_class = [e for e in named if NAMED.search(e.get("class") or "")]
    linked = [
        a for post in posts[:1] for a in post.iter("a") if PROFILE.search(a.get("href") or "")
    ]
    bold = [e for post in posts[:1] for e in post.iter("dt")]
    for element in (*marked, *linked, *by_class, *bold):
        name = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
        text = name.get("content") or " ".join("".join(name.itertext()).split())
        text = STARTER.sub("", text)
        if (
            2 < len(text) <= LONGEST_NAME_CHARACTERS
            and NAME.fullmatch(text)
            and not NOT_A_NAME.search(text)
        ):
            return (text,)
    return ()
