"""Score title, authors and date of the pages against what people wrote down for them."""

from __future__ import annotations

import re
from collections import Counter

import corpus

from praxeo.sources.documents.html.reader import read_html
from praxeo.domain.errors import Refused

ALIKE = 0.8
"""Word F1 from which a title counts as the same (people cut and punctuate titles differently)."""


def report(every: int) -> None:
    """Print one line per field: share right where gold has one, and how many are given without."""
    counts: Counter[str] = Counter()
    for number, case in enumerate(corpus.cases()):
        if number % every:
            continue
        try:
            found = read_html(case.html).metadata
        except Refused:
            found = None
        gold = case.gold
        title = found.title if found else ""
        authors = ", ".join(found.authors) if found else ""
        date = found.date if found else ""
        page = case.html.decode("utf-8", "replace")
        counts["pages"] += 1
        counts["title"] += agreement(title, gold["title"] or "") >= ALIKE
        counts["title_own"] += stands_in(title, page)
        if gold["author"]:
            counts["gold_author"] += 1
            counts["author"] += bool(authors) and (
                agreement(authors, gold["author"]) >= 0.5
                or " ".join(words(found.authors[0])) in " ".join(words(gold["author"]))  # type: ignore[union-attr]
            )
        else:
            counts["extra_author"] += bool(authors)
        if gold["date"]:
            counts["gold_date"] += 1
            counts["date"] += date == gold["date"]
        else:
            counts["extra_date"] += bool(date)
    print(
        f"title {counts['title'] / counts['pages']:.3f} of {counts['pages']}, "
        f"{counts['title_own'] / counts['pages']:.3f} word for word in the page; "
        f"author {counts['author'] / max(1, counts['gold_author']):.3f} of {counts['gold_author']}, "
        f"{counts['extra_author']} where gold has none; "
        f"date {counts['date'] / max(1, counts['gold_date']):.3f} of {counts['gold_date']}, "
        f"{counts['extra_date']} where gold has none"
    )


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def agreement(one: str, other: str) -> float:
    a, b = Counter(words(one)), Counter(words(other))
    return 2 * sum((a & b).values()) / max(1, a.total() + b.total())


def stands_in(title: str, page: str) -> bool:
    """Whether all words of a title are in the page: then nothing was made up."""
    known = set(words(page))
    return all(word in known for word in words(title))
