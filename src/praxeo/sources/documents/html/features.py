"""What the main-content model looks at: numbers about each unit and about its page."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable

from praxeo.sources.documents.html.page_view import PROSE_WORDS, WORD, PageView
from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.tree import Element, name_of
from praxeo.sources.documents.html.word_groups import PART_WORDS, heading_group, part_groups

SENTENCE_END = re.compile(r"[.!?…。][\"'”’)\]]*(?:\s|$)")
PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?[$€£¥₹]|\b(?:USD|EUR|GBP|AUD)\b")
DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\b\d+ "
    r"(?:min|hour|day|week|month|year)s? (?:ago|read)\b",
    re.IGNORECASE,
)
SHORT_WORDS = 12
SHARES = (0.5, 0.8)
LEVELS = 6
"""So many elements above a unit are looked at as its containers."""
NAMED_ANCESTORS = ("nav", "header", "footer", "aside", "main", "article", "form", "button", "li")
PAGE_MARKS = ("comment", "message", "related", "grid", "product", "review", "code", "question")
KINDS = ("heading", "paragraph", "list_item", "table", "caption", "code")
SHINGLE_WORDS = 3


def feature_rows(view: PageView) -> list[dict[str, float]]:
    """For every unit its features by name; the names are the same for all pages."""
    if not view.units:
        return []
    own = [_own(unit, words) for unit, words in zip(view.units, view.words, strict=True)]
    rows = []
    page = _page(view, own)
    parts: list[Callable[[], list[dict[str, float]]]] = [
        lambda: _places(view),
        lambda: _ancestors(view),
        lambda: _containers(view),
        lambda: _repeats(view),
        lambda: _sections(view),
        lambda: _overlaps(view),
        lambda: _neighbours(own),
    ]
    collected = [part() for part in parts]
    for number, features in enumerate(own):
        row = dict(features)
        for part_rows in collected:
            row.update(part_rows[number])
        row.update(page)
        rows.append(row)
    return rows


def _own(unit: TextUnit, words: list[str]) -> dict[str, float]:
    text = unit.text
    n, size = len(words), max(1, len(text))
    return {
        "words": n,
        "link_share": unit.link_characters / size,
        "word_length": sum(map(len, words)) / max(1, n),
        "commas": text.count(",") / max(1, n),
        "sentences": len(SENTENCE_END.findall(text)),
        "ends_sentence": float(bool(SENTENCE_END.search(text[-3:]))),
        "ends_colon": float(text[-1:] in ":?"),
        "upper_share": sum(map(str.isupper, text)) / size,
        "digit_share": sum(map(str.isdigit, text)) / size,
        "symbol_share": sum(1 for c in text if not c.isalnum() and not c.isspace()) / size,
        "lines": text.count("\n"),
        "price": float(bool(PRICE.search(text))),
        "date": float(bool(DATE.search(text))),
        "kind": float(KINDS.index(unit.kind)),
        "level": unit.level,
        "marks": len(unit.marks),
        "copyright": float("©" in text or "all rights reserved" in text.lower()),
        "about": heading_group(unit.text) if len(words) <= SHORT_WORDS else -1.0,
    }


def _places(view: PageView) -> list[dict[str, float]]:
    total = max(1, sum(map(len, view.words)))
    count = len(view.units)
    first_heading = next(
        (i for i, p in enumerate(view.units) if p.kind == "heading" and p.level == 1), -1
    )
    title = set(WORD.findall(view.facts.title.lower()))
    rows, before, since_h1 = [], 0, 0
    for i, words in enumerate(view.words):
        if i == first_heading:
            since_h1 = before
        rows.append(
            {
                "place": i / count,
                "words_before": before / total,
                "words_before_n": before,
                "words_after_n": total - before,
                "after_h1": -1.0 if first_heading < 0 else float(i - first_heading),
                "words_after_h1": before - since_h1 if 0 <= first_heading <= i else -1.0,
                "title_share": sum(w in title for w in words) / max(1, len(words)) if title else -1,
            }
        )
        before += len(words)
    return rows


def _ancestors(view: PageView) -> list[dict[str, float]]:
    """Which elements and which marked parts of the page a unit stands in, and how far inside."""
    rows = []
    known: dict[Element, tuple[str, frozenset[str]]] = {}
    marked: Counter[str] = Counter()
    for line, words in zip(view.lines, view.words, strict=True):
        row: dict[str, float] = dict.fromkeys((f"m_{name}" for name in PART_WORDS), -1.0)
        names = []
        for up, element in enumerate(line):
            entry = known.get(element)
            if entry is None:
                entry = known[element] = name_of(element), part_groups(element)
            names.append(entry[0])
            if entry[0] in {"body", "html"}:
                continue
            for group in entry[1]:
                if row[f"m_{group}"] < 0:
                    row[f"m_{group}"] = up
                    marked[group] += len(words)
        for name in NAMED_ANCESTORS:
            row[f"in_{name}"] = float(names.index(name)) if name in names else -1.0
        row["depth"] = len(names)
        row["own_div"] = float(names[0] in {"div", "span", "section"})
        row["in_table"] = float("td" in names)
        row["in_noscript"] = float("noscript" in names)
        rows.append(row)
    total = max(1, sum(map(len, view.words)))
    page = {f"p_m_{name}": marked[name] / total for name in PAGE_MARKS}
    for row in rows:
        row.update(page)
    return rows


def _containers(view: PageView) -> list[dict[str, float]]:
    root = view.lines[0][-1]
    whole = view.sums[root]
    inner = [_deepest_with(view, share) for share in SHARES]
    rows = []
    for line in view.lines:
        row: dict[str, float] = {}
        for level in range(1, LEVELS):
            sums = view.sums[line[min(level, len(line) - 1)]]
            row[f"c{level}_words"] = sums.words
            row[f"c{level}_share"] = sums.words / max(1, whole.words)
            row[f"c{level}_prose"] = sums.prose / max(1, sums.words)
            row[f"c{level}_links"] = sums.linked / max(1, sums.characters)
        for share, container in zip(SHARES, inner, strict=True):
            inside = container in line if container is not None else False
            row[f"inside_{share}"] = float(inside)
            row[f"below_{share}"] = line.index(container) if inside else -1.0
        rows.append(row)
    return rows


def _deepest_with(view: PageView, share: float) -> Element | None:
    """The deepest element that holds a share of all prose of the page."""
    root = view.lines[0][-1]
    whole = view.sums[root].prose
    if not whole:
        return None
    best, best_depth = None, -1
    for line in view.lines:
        for up, element in enumerate(line):
            if view.sums[element].prose >= share * whole:
                depth = len(line) - up
                if depth > best_depth:
                    best, best_depth = element, depth
                break
    return best


def _repeats(view: PageView) -> list[dict[str, float]]:
    """How often the same text and the same kind of place occur on the page."""
    texts = Counter(unit.text for unit in view.units)
    seen: Counter[str] = Counter()
    places: dict[str, list[int]] = defaultdict(list)
    signs = []
    for i, line in enumerate(view.lines):
        sign = "/".join(f"{e.tag}.{(e.get('class') or '')}" for e in line[:3])
        signs.append(sign)
        places[sign].append(i)
    averages = {}
    for sign, numbers in places.items():
        n = len(numbers)
        words = sum(len(view.words[i]) for i in numbers)
        linked = sum(view.units[i].link_characters for i in numbers)
        size = sum(len(view.units[i].text) for i in numbers)
        averages[sign] = (n, words / n, words, linked / max(1, size))
    rows = []
    for unit, sign in zip(view.units, signs, strict=True):
        n, mean, words, link_share = averages[sign]
        rows.append(
            {
                "same_text": texts[unit.text],
                "same_text_before": seen[unit.text],
                "sign_count": n,
                "sign_mean_words": mean,
                "sign_words": words,
                "sign_links": link_share,
            }
        )
        seen[unit.text] += 1
    return rows


def _sections(view: PageView) -> list[dict[str, float]]:
    """What stands between a unit's heading and the next one."""
    rows: list[dict[str, float]] = [{} for _ in view.units]
    start, about_before = 0, -1
    bounds = [i for i, p in enumerate(view.units) if p.kind == "heading" and i]
    for end in [*bounds, len(view.units)]:
        words = sum(len(view.words[i]) for i in range(start, end))
        size = sum(len(view.units[i].text) for i in range(start, end))
        linked = sum(view.units[i].link_characters for i in range(start, end))
        heading = view.units[start]
        about = heading_group(heading.text) if heading.kind == "heading" else -1
        level = heading.level if heading.kind == "heading" else 0
        for i in range(start, end):
            rows[i] = {
                "section_words": words,
                "section_links": linked / max(1, size),
                "section_pieces": end - start,
                "section_level": level,
                "section_about": about,
                "section_about_before": about_before,
                "section_place": i - start,
                "heading_words": len(view.words[start]),
            }
        start, about_before = end, about
    return rows


def _overlaps(view: PageView) -> list[dict[str, float]]:
    """How much of a unit other witnesses hold: the page's own description, other extractors."""
    witnesses = [_shingles(WORD.findall(view.facts.stated_text.lower()))]
    witnesses += [_shingles(WORD.findall(text.lower())) for text in view.verdicts]
    rows = []
    for words in view.words:
        row = {}
        for number, witness in enumerate(witnesses):
            parts = _shingles(words)
            row[f"witness{number}"] = (
                sum(s in witness for s in parts) / max(1, len(parts)) if witness else -1.0
            )
        rows.append(row)
    return rows


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    n = SHINGLE_WORDS
    if len(words) < n:
        return {tuple(words)} if words else set()
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


def _neighbours(own: list[dict[str, float]]) -> list[dict[str, float]]:
    rows = []
    names = ("words", "link_share", "kind", "sentences")
    for i in range(len(own)):
        row = {}
        for step in (-2, -1, 1, 2):
            there = own[i + step] if 0 <= i + step < len(own) else None
            for name in names:
                row[f"{name}{step:+d}"] = there[name] if there else -1.0
        for reach in (4, 10):
            near = own[max(0, i - reach) : i + reach + 1]
            row[f"near{reach}_words"] = sum(r["words"] for r in near) / len(near)
            total = sum(r["words"] for r in near)
            row[f"near{reach}_links"] = sum(r["words"] * r["link_share"] for r in near) / max(
                1, total
            )
        rows.append(row)
    return rows


def _page(view: PageView, own: list[dict[str, float]]) -> dict[str, float]:
    total = max(1.0, sum(r["words"] for r in own))
    facts = view.facts
    page = {
        "p_words": math.log1p(total),
        "p_pieces": math.log1p(len(own)),
        "p_links": sum(r["words"] * r["link_share"] for r in own) / total,
        "p_prose": sum(r["words"] for r in own if r["words"] >= PROSE_WORDS) / total,
        "p_lists": sum(r["words"] for r in own if r["kind"] == 2) / total,
        "p_tables": sum(r["words"] for r in own if r["kind"] == 3) / total,
        "p_prices": sum(r["price"] for r in own) / len(own),
        "p_dates": sum(r["date"] for r in own) / len(own),
        "p_headings": sum(r["kind"] == 0 for r in own) / len(own),
        "p_stated": math.log1p(len(facts.stated_text)),
    }
    page.update({f"p_{name}": float(value) for name, value in facts.types.items()})
    return page
