"""Revisions in the plain kinds: a number, a denial, an opposite, a sentence less; typing and furniture besides.

Written before the rules that they are held against.
"""

from __future__ import annotations

import random
import re

from benchmarks.drift.pages import BODY, Page, Revision

OPPOSITES = {
    "increase": "decrease", "increases": "decreases", "increased": "decreased", "more": "less", "high": "low",
    "higher": "lower", "large": "small", "larger": "smaller", "first": "last", "before": "after", "best": "worst",
    "always": "never", "new": "old", "early": "late", "good": "bad", "easy": "hard", "strong": "weak",
    "possible": "impossible", "above": "below", "most": "least", "long": "short", "open": "closed",
}  # fmt: skip
GONE = {
    "soft 404": "<h1>Page not found</h1><p>We could not find the page you are looking for. It may have been moved or "
    "deleted.</p><a href='/'>Back to the home page</a>",
    "log-in": "<h1>Sign in</h1><p>Please log in to continue reading.</p><form><input name='user'><input "
    "type='password' name='password'><button>Sign in</button></form>",
    "paywall": "",
}
FURNITURE = (
    "<nav><ul><li><a href='/a'>Home</a></li><li><a href='/b'>News</a></li><li><a href='/c'>Contact</a></li></ul></nav>",
    "<div class='ad-slot'><a href='https://ads.invalid'>Save 40 % on all winter shoes until Sunday</a></div>",
    "<div class='stamp'>Last updated: 12 November 2026</div>",
    "<div class='promo'><a href='/subscribe'>Get our newsletter</a></div>",
)


def number(sentence: str, drawn: random.Random) -> str | None:
    found = list(re.finditer(r"(?<![\w.,])\d{1,4}(?![\w,]|\.\d)", sentence))
    if not found:
        return None
    at = drawn.choice(found)
    return f"{sentence[: at.start()]}{int(at[0]) + drawn.choice((1, 2, 3, 7, 10))}{sentence[at.end() :]}"


def negation(sentence: str, drawn: random.Random) -> str | None:
    if re.search(r"\bnot\b|n['’]t\b|\bno\b", sentence):
        return None
    changed = re.sub(
        r"\b(is|are|was|were|can|will|should|has|have)\b", r"\1 not", sentence, count=1
    )
    return changed if changed != sentence else None


def opposite(sentence: str, drawn: random.Random) -> str | None:
    found = [m for m in re.finditer(r"\b[a-z]+\b", sentence) if m[0] in OPPOSITES]
    if not found:
        return None
    at = drawn.choice(found)
    return sentence[: at.start()] + OPPOSITES[at[0]] + sentence[at.end() :]


def deletion(sentence: str, drawn: random.Random) -> str | None:
    return ""


def replacement(sentence: str, drawn: random.Random) -> str | None:
    return drawn.choice(
        (
            "Nothing further has been published about this since the workshop closed.",
            "The committee will hear from both sides when it meets again in spring.",
            "Readers have asked us to say more about the tools that we use.",
        )
    )


def typography(sentence: str, drawn: random.Random) -> str | None:
    changed = sentence.replace("'", "’").replace(" - ", " – ").replace("...", "…").replace('"', "”")
    return changed if changed != sentence else sentence.replace(" ", "\u00a0", 1)


def typo(sentence: str, drawn: random.Random) -> str | None:
    words = list(re.finditer(r"\b[a-z]{7,}\b", sentence))
    if not words:
        return None
    at = drawn.choice(words)
    place = at.start() + drawn.randrange(2, len(at[0]) - 2)
    return sentence[:place] + sentence[place + 1] + sentence[place] + sentence[place + 2 :]


def case(sentence: str, drawn: random.Random) -> str | None:
    words = list(re.finditer(r"(?<=\s)[a-z]{4,}\b", sentence))
    if not words:
        return None
    at = drawn.choice(words)
    return sentence[: at.start()] + at[0].capitalize() + sentence[at.end() :]


def adverb(sentence: str, drawn: random.Random) -> str | None:
    changed = re.sub(r"\b(is|are|was|were|can|will|has|have)\b", r"\1 also", sentence, count=1)
    return changed if changed != sentence else None


def lead_in(sentence: str, drawn: random.Random) -> str | None:
    first = sentence.split()[0]
    keeps = (
        first == "I"
        or not first[1:].islower()
        or first.lower() not in ("the", "this", "it", "in", "a", "these")
    )
    start = sentence if keeps else sentence[0].lower() + sentence[1:]
    return drawn.choice(("However, ", "In addition, ", "Notably, ")) + start


AFFECTING = (number, negation, opposite, deletion, replacement)
NEUTRAL = (typography, typo, case, adverb, lead_in)


def furnished(html: str, drawn: random.Random) -> str:
    """The page with other furniture: a menu, an advertisement, other names of its styles, a box around it."""
    body = BODY.search(html)
    if body is None:
        return html
    html = html[: body.end()] + drawn.choice(FURNITURE) + html[body.end() :]
    if drawn.random() < 0.3:
        html = re.sub(r'class="([\w-]+)"', r'class="\1 v2"', html)
    return html


def revised(page: Page, at: int, drawn: random.Random) -> Revision:
    """One revision; every fifth is of a page that is gone."""
    if at % 5 == 4:
        kind = list(GONE)[at // 5 % len(GONE)]
        text = GONE[kind] or _teaser(page)
        html = f"<!doctype html><html lang='en'><head><title>Site</title></head><body>{text}</body></html>"
        return Revision(page=page, hand="plain", kind=kind, html=html, gone=True)
    return edited(page, at, drawn, AFFECTING, NEUTRAL, "plain", furnished)


def edited(page, at, drawn, affecting, neutral, hand, around) -> Revision:
    """The page with one to three claims changed in earnest, and about half of the others in form."""
    html, affected = page.html, set[str]()
    claims = list(page.claims)
    drawn.shuffle(claims)
    wanted = drawn.randint(1, 3)
    kinds = []
    for reference in claims:
        sentence = page.claims[reference]
        earnest = len(affected) < wanted
        if not earnest and drawn.random() < 0.5:
            continue
        edits = list(affecting if earnest else neutral)
        first = (
            edits.pop((at + len(affected)) % len(edits))
            if earnest
            else edits.pop(drawn.randrange(len(edits)))
        )
        for edit in (first, *edits):
            changed = edit(sentence, drawn)
            if changed is not None and html.count(sentence) == 1:
                html = html.replace(sentence, changed)
                if earnest:
                    affected.add(reference)
                    kinds.append(edit.__name__)
                break
    html = around(html, drawn)
    return Revision(
        page=page, hand=hand, kind="+".join(kinds), html=html, affected=frozenset(affected)
    )


def _teaser(page: Page) -> str:
    first = next(iter(page.claims.values()))
    return (
        f"<article><h1>{page.extraction.metadata.title}</h1><p>{first}</p></article><div><h2>Subscribe to continue "
        "reading</h2><p>This article is for subscribers only. Already a subscriber? Log in.</p></div>"
    )
