"""Title, authors, date, licence and language as a page states them; what it leaves open stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from praxeo.sources.documents.html.page_facts import PageFacts
from praxeo.sources.documents.html.shown_date import UPDATED, days_in
from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.tree import Element

SEPARATOR = re.compile(r"\s+[|\u2013\u2014\u00b7\u2022\u00bb:<>~/-]+\s+|\s*[|»]\s*|:\s+")
WORD = re.compile(r"\w+")
WORK_TYPES = re.compile(
    r"article|posting|report|webpage|recipe|howto|product|course|qapage|book|creativework|review",
    re.IGNORECASE,
)
PAGE_TYPE = re.compile(r"^\W*\w*page\W*$", re.IGNORECASE)
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
PUBLISHED = re.compile(r"(?:^|\s)(?:(?:dt|entry)-)?published(?:\s|$)")
META_PUBLISHED = re.compile(
    r"(?:publish|publication|release)\w*[-_.: ]?(?:date|time|on|at)$|^published$"
)
DATE_META = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "citation_publication_date",
    "citation_date", "publish_date", "publish-date", "pubdate", "parsely-pub-date",
    "sailthru.date", "article.published", "published-date", "publication_date",
    "article_date_original", "cxenseparse:recs:publishtime",
)  # fmt: skip
AUTHOR_META = (
    "citation_author", "author", "article:author", "dc.creator", "dcterms.creator",
    "parsely-author", "sailthru.author", "byl", "cxenseparse:author",
)  # fmt: skip
AGREEMENT = 0.75
ARTICLE_AGREEMENT = 0.4
"""An article's headline often differs from the title that is written for search engines."""
HEADING_SIGN = re.compile(r"\s*[¶#§]$")
LONGEST_NAME_CHARACTERS = 80
LONGEST_TITLE_CHARACTERS = 300
REVIEW = re.compile(r"\breviews?\b|schema.org/(?:User)?(?:Review|Comment)s?\b")
NOT_A_NAME = re.compile(
    r"https?:|www\.|@|^by$|^(?:admin|administrator|editor|webmaster|author|guest|user|unknown|none|"
    r"null|wordpress)$",
    re.IGNORECASE,
)


def stated_title(facts: PageFacts, shown: Sequence[TextUnit]) -> str:
    """The page's own name: the headline that agrees best with what the head says."""
    open_graph = _first(facts.meta, ("og:title", "twitter:title"))
    head = without_site_name(open_graph or facts.title, facts)
    sites = {_letters(part) for part in SEPARATOR.split(facts.title)[1:]}
    sites |= {_letters(name) for name in facts.meta.get("og:site_name", [])}
    best, agreement = "", 0.0
    for unit in shown:
        headline = " ".join(unit.text.split())
        if unit.kind != "heading" or unit.level != 1 or len(headline) > LONGEST_TITLE_CHARACTERS:
            continue
        if _letters(headline) in sites and _letters(headline) != _letters(head):
            continue
        score = max(_agreement(headline, head), _agreement(headline, facts.title))
        if _opens_with(facts.title, headline) or _opens_with(open_graph, headline):
            score = max(score, AGREEMENT)
        if score > agreement:
            best, agreement = headline, score
    needed = ARTICLE_AGREEMENT if facts.types.get("article") else AGREEMENT
    if best and agreement >= needed:
        return HEADING_SIGN.sub("", best)
    return head


def _opens_with(title: str, headline: str) -> bool:
    """Whether a title is the headline and then, behind a separator, something else."""
    parts = SEPARATOR.split(title)
    return len(parts) > 1 and bool(headline) and _letters(parts[0]) == _letters(headline)


def _agreement(one: str, other: str) -> float:
    """Share of words in common."""
    a, b = set(WORD.findall(one.lower())), set(WORD.findall(other.lower()))
    return 2 * len(a & b) / max(1, len(a) + len(b))


def _letters(text: str) -> str:
    return "".join(WORD.findall(text.lower()))


def without_site_name(title: str, facts: PageFacts) -> str:
    """A title less the name of the site that stands before or behind it."""
    title = " ".join(title.split())
    site = WORD.findall(" ".join(facts.meta.get("og:site_name", [])).lower())
    parts = SEPARATOR.split(title)
    cuts = list(SEPARATOR.finditer(title))
    if len(parts) < 2:
        return title
    if site:
        joined = "".join(site)
        if "".join(WORD.findall(parts[-1].lower())) in joined:
            return title[: cuts[-1].start()].strip()
        if "".join(WORD.findall(parts[0].lower())) == joined:
            return title[cuts[0].end() :].strip()
    last = cuts[-1].group().strip()
    if last in {"|", "\u2013", "\u2014", "-", "»", "·", "•"} and len(WORD.findall(parts[-1])) <= 4:
        rest = title[: cuts[-1].start()].strip()
        if len(WORD.findall(rest)) >= 2:
            return rest
    return title


def stated_authors(facts: PageFacts, root: Element) -> tuple[str, ...]:
    """Names from structured data, then meta elements, then marked bylines."""
    for found in (
        _data_authors(facts.data),
        _names(v for key in AUTHOR_META for v in facts.meta.get(key, [])),
        _names(_labelled(facts)),
        _bylines(root),
    ):
        persons = _persons(facts.data)
        if people := tuple(n for n in found if n in persons or not _is_site(n, facts)):
            return people
    return ()


def _labelled(facts: PageFacts) -> list[str]:
    """What stands under "Written by" on the card that social networks show."""
    return [
        value
        for number in "12"
        for label in facts.meta.get(f"twitter:label{number}", [])
        if label.lower() == "written by"
        for value in facts.meta.get(f"twitter:data{number}", [])
    ]


def _is_site(name: str, facts: PageFacts) -> bool:
    """Whether a name is that of the site or its publisher, who is no author."""
    sites = facts.meta.get("og:site_name", [])
    addresses = facts.meta.get("og:url", []) + facts.addresses
    hosts = {
        _letters(urlsplit(a).netloc.removeprefix("www.").rpartition(".")[0]) for a in addresses
    }
    publishers = (node.get("publisher") for node in facts.data)
    named = [p.get("name") for p in publishers if isinstance(p, dict)]
    if " " not in name and _letters(name) in hosts:  # a person's site often bears the whole name
        return True
    return _letters(name) in {_letters(str(site)) for site in (*sites, *named)}


def stated_date(facts: PageFacts, root: Element) -> str:
    """The day of publication, YYYY-MM-DD."""
    for node in _works(facts.data):
        if PAGE_TYPE.search(str(node.get("@type"))):  # the day on which a site put its page there
            continue
        for key in ("datePublished", "uploadDate", "dateCreated"):
            if day := iso_day(node.get(key)):
                return day
    for key in DATE_META:
        for value in facts.meta.get(key, []):
            if day := iso_day(value):
                return day
    for name, values in facts.meta.items():
        days = [day for value in values for _, day in days_in(value)]
        if META_PUBLISHED.search(name) and days:
            return days[0]
    for element in root.iter("time", "span", "meta", "abbr"):
        if (
            (element.get("itemprop") or "").lower() == "datepublished"
            or "pubdate" in element.attrib
            or PUBLISHED.search(element.get("class") or "")
        ) and not in_review(element):
            stated = element.get("datetime") or element.get("content") or element.get("title")
            if day := iso_day(stated or "".join(element.itertext())):
                return day
    own = (e for e in root.iter("time") if not in_review(e) and not _of_a_change(e))
    days = [iso_day(e.get("datetime")) for e in own]
    known = {day for day in days if day}
    return known.pop() if len(known) == 1 else ""


def _of_a_change(time: Element) -> bool:
    """Whether the words right before a time say that the page was changed then."""
    parent = time.getparent()
    before = time.getprevious()
    said = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    return bool(UPDATED.search(said))


def modified_days(facts: PageFacts) -> set[str]:
    """The days on which the head says that the page was changed."""
    stated = [node.get("dateModified") for node in facts.data]
    stated += [
        v for key in ("article:modified_time", "og:updated_time") for v in facts.meta.get(key, [])
    ]
    return {iso_day(value) for value in stated}


def iso_day(value: Any) -> str:
    """The calendar part of an ISO-like date, or ""."""
    if not isinstance(value, str):
        return ""
    found = ISO_DATE.match(value.strip())
    if not found:
        return ""
    year, month, day = (int(part) for part in found.groups())
    return found.group() if 1900 < year < 2100 and 1 <= month <= 12 and 1 <= day <= 31 else ""


def stated_licence(facts: PageFacts, root: Element) -> str:
    """The address or words of a licence that the page marks as its own."""
    for element in root.iter("a", "link"):
        if "license" in (element.get("rel") or "").lower().split():
            return str(element.get("href") or "").strip()
    for node in _works(facts.data):
        value = node.get("license")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return _first(facts.meta, ("dcterms.license", "dc.rights", "dcterms.rights", "license"))


def stated_language(facts: PageFacts, root: Element) -> str:
    """The language tag of the html element or of the head."""
    tag = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return tag.strip() or _first(facts.meta, ("content-language", "language", "og:locale"))


def _works(data: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Structured objects that are the page's own work, not a person or a trail of links."""
    return [node for node in data if WORK_TYPES.search(str(node.get("@type") or ""))]


def _persons(data: Iterable[dict[str, Any]]) -> set[str]:
    """The full names of those whom structured data calls persons; a site may bear the name of its author."""
    named = [node.get("name") for node in data if node.get("@type") == "Person"]
    organised = {node.get("name") for node in data if "Organization" in str(node.get("@type"))}
    return {name for name in named if isinstance(name, str) and " " in name.strip()} - organised


def _data_authors(data: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    by_id = {
        node["@id"]: node for node in data if isinstance(node.get("@id"), str) and "name" in node
    }
    for node in _works(data):
        if re.search("review|comment", str(node.get("@type") or ""), re.IGNORECASE):
            continue
        value = node.get("author") or node.get("creator")
        values = value if isinstance(value, list) else [value]
        names = []
        for entry in values:
            if isinstance(entry, dict):
                entry = entry.get("name") or by_id.get(str(entry.get("@id")), {}).get("name")
            names += [entry] if isinstance(entry, str) else []
        if found := _names(names):
            return found
    return ()


def _bylines(root: Element) -> tuple[str, ...]:
    found = []
    for element in root.iter("a", "span", "address", "div", "p", "meta"):
        marked = "author" in (element.get("rel") or "").split() or (
            (element.get("itemprop") or "").lower() == "author"
        )
        if marked and not in_review(element):
            name = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
            found.append(name.get("content") or " ".join("".join(name.itertext()).split()))
    return _names(dict.fromkeys(found)) if len(set(found)) <= 3 else ()


def in_review(element: Element) -> bool:
    """Whether an element stands in what the page marks as somebody's review or comment of it."""
    return any(
        REVIEW.search(f"{node.get('itemprop')} {node.get('itemtype')}")
        for node in element.iterancestors()
    )


def _names(values: Iterable[str]) -> tuple[str, ...]:
    """Clean personal or team names, each once."""
    names = []
    for value in values:
        name = re.sub(r"^(?:written )?by\s+", "", " ".join(value.split()), flags=re.IGNORECASE)
        name = name.strip(" ,;|-")
        if 2 < len(name) <= LONGEST_NAME_CHARACTERS and not NOT_A_NAME.search(name):
            names.append(name)
    return tuple(dict.fromkeys(names))


def _first(meta: dict[str, list[str]], keys: Iterable[str]) -> str:
    return next((value for key in keys for value in meta.get(key, [])), "")
