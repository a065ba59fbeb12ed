"""Revisions as editors of real pages make them: facts brought up to date and taken back, house style, moved text.

Another hand than `plain_hand`, and written before the rules that they are held against, by what editors of
encyclopaedias, newspapers and handbooks do.
"""

from __future__ import annotations

import random
import re

from benchmarks.drift.pages import BODY, Page, Revision
from benchmarks.drift.plain_hand import edited

NAMES = ("Hartmann", "Odesa", "Keller", "Brightwater", "Nakamura", "Lindqvist", "Valparaíso")
GONE = {
    "parked": "<h1>brightwater.invalid</h1><p>This domain may be for sale. Buy this domain.</p><ul><li><a "
    "href='#'>Cheap flights</a></li><li><a href='#'>Insurance quotes</a></li></ul>",
    "taken down": "<h1>Removed</h1><p>This article has been removed at the request of its author.</p>",
    "consent": "<h2>Before you continue</h2><p>We and our 812 partners store and access information on your device. "
    "Accept all cookies or manage your choices to go on to the site.</p><button>Accept all</button>",
    "home page": "<h1>Welcome to our new site</h1><p>We have rebuilt everything from the ground up. Have a look "
    "around, and tell us what you think about it.</p><ul><li><a href='/p'>Products</a></li><li><a href='/j'>Jobs"
    "</a></li><li><a href='/c'>Contact</a></li></ul>",
    "suspended": "<h1>Account suspended</h1><p>Contact your hosting provider for more information.</p>",
}
SPELLING = (
    ("colour", "color"), ("behaviour", "behavior"), ("favour", "favor"), ("centre", "center"), ("organis", "organiz"),
    ("recognis", "recogniz"), ("programme", "program"), ("travelling", "traveling"), ("analys", "analyz"),
    ("license", "licence"), ("gray", "grey"), ("judgment", "judgement"),
)  # fmt: skip
CONTRACTED = (
    ("do not", "don’t"), ("does not", "doesn’t"), ("is not", "isn’t"), ("cannot", "can’t"), ("it is", "it’s"),
    ("you are", "you’re"), ("we are", "we’re"), ("did not", "didn’t"), ("will not", "won’t"), ("I am", "I’m"),
)  # fmt: skip
FURNITURE = (
    "<aside class='related'><h3>Related</h3><ul><li><a href='/1'>Ten gardens to see this summer</a></li><li><a "
    "href='/2'>How a lighthouse is kept</a></li></ul></aside>",
    "<div role='dialog' class='cookies'><p>We use cookies to make this site better.</p><button>OK</button></div>",
    "<div class='share'><button>Share</button><button>Print</button><button>Save</button></div>",
    "<ol class='breadcrumb'><li><a href='/'>Home</a></li><li><a href='/k'>Knowledge</a></li></ol>",
)


def brought_up_to_date(sentence: str, drawn: random.Random) -> str | None:
    """A year or an amount as it is now."""
    years = list(re.finditer(r"\b(19|20)\d\d\b", sentence))
    amounts = list(
        re.finditer(
            r"\b\d+(?:[.,]\d+)?(?=\s?(?:%|per cent|percent|million|billion|people|years))", sentence
        )
    )
    found = years or amounts
    if not found:
        return None
    at = drawn.choice(found)
    new = str(int(at[0]) + drawn.randint(1, 4)) if years else f"{drawn.randint(11, 97)}"
    return None if new == at[0] else sentence[: at.start()] + new + sentence[at.end() :]


def other_name(sentence: str, drawn: random.Random) -> str | None:
    found = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b(?!['’])", sentence))
    if not found:
        return None
    at = drawn.choice(found)
    return sentence[: at.start()] + drawn.choice(NAMES) + sentence[at.end() :]


def other_reach(sentence: str, drawn: random.Random) -> str | None:
    """All becomes some, must becomes may."""
    for one, other in (("all", "some"), ("every", "nearly no"), ("must", "may"), ("most", "few"), ("many", "few"),
                       ("only", "mainly"), ("never", "rarely"), ("always", "sometimes"), ("will", "might"),
                       ("some", "all"), ("often", "rarely"), ("usually", "seldom")):  # fmt: skip
        changed = re.sub(rf"\b{one}\b", other, sentence, count=1)
        if changed != sentence:
            return changed
    return None


def taken_back(sentence: str, drawn: random.Random) -> str | None:
    return f"It is no longer thought that {sentence[0].lower()}{sentence[1:]}"


def cut_short(sentence: str, drawn: random.Random) -> str | None:
    """The last clause is gone, and what it said with it."""
    head, comma, tail = sentence.rpartition(", ")
    if not comma or len(tail.split()) < 4 or len(head.split()) < 5:
        return None
    return f"{head}."


def told_anew(sentence: str, drawn: random.Random) -> str | None:
    """The sentence gives way to one about the same things that says something else."""
    words = re.findall(r"\b[A-Za-z]{5,}\b", sentence)
    if len(words) < 4:
        return None
    one, two, three = drawn.sample(words, 3)
    return f"What the part about {one.lower()} and {two.lower()} said of {three.lower()} has been left to later work."


def house_spelling(sentence: str, drawn: random.Random) -> str | None:
    for one, other in SPELLING:
        for now, then in ((one, other), (other, one)):
            # whole words where the shorter one is the beginning of others: "programmed", "programmatic"
            whole = rf"{now}(?=s?\b)" if now.startswith("program") else now
            if re.search(whole, sentence):
                return re.sub(whole, then, sentence)
    return None


def contracted(sentence: str, drawn: random.Random) -> str | None:
    for long, short in CONTRACTED:
        if re.search(rf"\b{long}\b", sentence):
            return re.sub(rf"\b{long}\b", short, sentence, count=1)
        if short in sentence or short.replace("’", "'") in sentence:
            return sentence.replace(short, long).replace(short.replace("’", "'"), long)
    return None


def amount_style(sentence: str, drawn: random.Random) -> str | None:
    changed = re.sub(r"\b(\d{1,3}),(\d{3})\b", r"\1\2", sentence)
    changed = re.sub(r"(\d) ?%", r"\1 percent", changed)
    for word, digit in (
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("ten", "10"),
        ("twelve", "12"),
    ):
        changed = re.sub(rf"\b{word}\b", digit, changed)
    return changed if changed != sentence else None


def linked(sentence: str, drawn: random.Random) -> str | None:
    """A word becomes a link or is stressed."""
    found = list(re.finditer(r"\b[a-z]{5,}\b", sentence))
    if not found:
        return None
    at = drawn.choice(found)
    tag = drawn.choice(("em", "strong", "a href='/wiki/x'"))
    return f"{sentence[: at.start()]}<{tag}>{at[0]}</{tag.split()[0]}>{sentence[at.end() :]}"


def cited(sentence: str, drawn: random.Random) -> str | None:
    """A reference is put behind it."""
    return f"{sentence}<sup class='reference'><a href='#n{drawn.randint(1, 60)}'>[{drawn.randint(1, 60)}]</a></sup>"


def hyphenated(sentence: str, drawn: random.Random) -> str | None:
    """A soft hyphen in a long word, or one less between two."""
    if found := re.search(r"\b([a-z]{3,})-([a-z]{3,})\b", sentence):
        return f"{sentence[: found.start()]}{found[1]} {found[2]}{sentence[found.end() :]}"
    if found := re.search(r"\b[a-z]{10,}\b", sentence):
        return f"{sentence[: found.start() + 5]}\u00ad{sentence[found.start() + 5 :]}"
    return None


def own_paragraph(sentence: str, drawn: random.Random) -> str | None:
    """The sentence gets a paragraph of its own."""
    return f"</p><p>{sentence}</p><p>"


AFFECTING = (brought_up_to_date, other_name, other_reach, taken_back, cut_short, told_anew)
NEUTRAL = (house_spelling, contracted, amount_style, linked, cited, hyphenated, own_paragraph)


def furnished(html: str, drawn: random.Random) -> str:
    """The page with what sites hang around theirs, and with one more paragraph at its end."""
    body = BODY.search(html)
    if body is None:
        return html
    html = html[: body.end()] + drawn.choice(FURNITURE) + html[body.end() :]
    end = html.lower().rfind("</p>")
    added = "<p>This page was looked through by the editors in autumn, and is kept as a record of what was known then.</p>"
    return html[: end + 4] + added + html[end + 4 :] if end >= 0 and drawn.random() < 0.5 else html


def revised(page: Page, at: int, drawn: random.Random) -> Revision:
    """One revision; every fifth is of a page that is gone."""
    if at % 5 == 4:
        kind = list(GONE)[at // 5 % len(GONE)]
        html = f"<!doctype html><html lang='en'><head><title>-</title></head><body>{GONE[kind]}</body></html>"
        return Revision(page=page, hand="editors", kind=kind, html=html, gone=True)
    return edited(page, at, drawn, AFFECTING, NEUTRAL, "editors", furnished)
