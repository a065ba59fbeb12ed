"""Gap texts with their solutions: "Plants make (1) ____ out of light. Solutions: (1) sugar …", to be typed sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block
from praxeo.domain.sentences import split_sentences
from praxeo.domain.spec import Cloze

RULE = "gap_text"
LONGEST_WORD = 5  # words that fill a gap
FEWEST_AROUND = 3  # words beside the gap
FARTHEST_KEY = 4  # blocks between a text and its solutions

_GAP = re.compile(
    r"(?:\((?P<before>\d{1,2})\)\s*)?(?:_{3,}|…{2,}|\.{5,})(?:\s*\((?P<behind>\d{1,2})\))?"
)
_KEY = re.compile(
    r"^(?:(?:the )?(?:answers?|solutions?|key)(?: key)?|lösung(?:en|swörter)?|antworten|réponses?|corrigés?|solutions?|respuestas?|soluciones|clave|soluzioni|risposte)"
    r"(?: (?:to|for|zu[mr]?|für|de|du|des|del|der|di) [^:]{1,40})?\s*:\s*(?P<told>\S.*)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:^|[\s,;|])\(?(?P<number>\d{1,2})\s*[.):=–-]\s*(?P<word>\S.*?)(?=[,;|.]?\s+\(?\d{1,2}\s*[.):=–-]|[.;,]?$)"
)
_TASK = re.compile(r"^(?:[A-ZÄÖÜÉ][\w ]{2,40}):\s+(?=\S)|^(?:Complète|Complétez|Completa)\s:\s+")
_LEANS = re.compile(r"(?:er|sie|es|dies\w*|ihre?|seine?|he|she|it|they|this|these|il|elle|ils|elles|cela|él|ella|ellos|este|esta|esto)\b", re.IGNORECASE)  # fmt: skip
_LISTED = re.compile(r"\s*[,;|]\s*|\s+[–—-]\s+")


@dataclass(frozen=True, kw_only=True)
class _Filled:
    """One sentence of a gap text: what stands around its gaps, and the words that fill them."""

    around: tuple[str, ...]
    words: tuple[str, ...]


def gap_texts(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """An item for each gap whose word the solutions tell; those of other gaps in a sentence stand in it."""
    found: list[Candidate] = []
    run: list[RoledBlock] = []
    since = 0
    for one in placed:
        if one.block.kind in ("paragraph", "list_item") and _GAP.search(one.block.text):
            run, since = [*run, one] if since == 0 else [one], 0
            continue
        told = _KEY.match(even(one.block.text))
        if run and told:
            found += filled_gaps(run, one.block, told["told"])
        since += bool(run)
        if told or since > FARTHEST_KEY or one.block.kind == "heading":
            run, since = [], 0
    return found


def has_gap(block: Block) -> bool:
    """Whether words are missing in a block."""
    return bool(_GAP.search(block.text))


def filled_gaps(run: Sequence[RoledBlock], key: Block, told: str) -> Iterator[Candidate]:
    """The items of one gap text whose words a key tells in that text."""
    gaps = [gap for one in run for gap in _GAP.finditer(one.block.text)]
    words = _words(gaps, told)
    if len(words) != len(gaps) or not all(1 <= count_words(word) <= LONGEST_WORD for word in words):
        return
    for one in run:
        for filled in _sentences(one.block, words):
            for at in range(len(filled.words)):
                yield _item(one.block, key, filled, at)
        words = words[len(_GAP.findall(one.block.text)) :]


def _words(gaps: Sequence[re.Match[str]], told: str) -> list[str]:
    """The words in the order of the gaps: by their numbers where both have some, else as many in a row."""
    numbers = [gap["before"] or gap["behind"] for gap in gaps]
    by_number = {m["number"]: m["word"].strip(" .,;") for m in _NUMBERED.finditer(told)}
    if by_number and (all(numbers) or not any(numbers)):
        wanted = numbers if all(numbers) else [str(n) for n in range(1, len(gaps) + 1)]
        return (
            [by_number[n] for n in wanted if n in by_number] if len(by_number) == len(gaps) else []
        )
    return [] if by_number else [word.strip(" .") for word in _LISTED.split(told.rstrip(" ."))]


def _sentences(block: Block, words: Sequence[str]) -> Iterator[_Filled]:
    done, last = 0, ""
    masked = _GAP.sub(lambda gap: "x" * len(gap[0]), block.text)  # a dotted line ends no sentence
    for start, end in split_sentences(masked):
        text = block.text[start:end]
        if not done and (task := _TASK.match(text)):
            text = text[task.end() :]
        gaps = list(_GAP.finditer(text))
        ends = [0, *(gap.end() for gap in gaps)]
        starts = [*(gap.start() for gap in gaps), len(text)]
        around = tuple(text[a:b] for a, b in zip(ends, starts, strict=True))
        own = tuple(words[done : done + len(gaps)])
        done += len(gaps)
        whole = "".join(a + w for a, w in zip(around, (*own, ""), strict=True))
        if last and _LEANS.match(text):
            around = (f"{last} {around[0]}", *around[1:])  # "Er …": whom the sentence before names
        last = whole
        if own and sum(map(count_words, around)) >= FEWEST_AROUND:
            yield _Filled(around=around, words=own)


def _item(block: Block, key: Block, filled: _Filled, at: int) -> Candidate:
    before = "".join(a + w for a, w in zip(filled.around[:at], filled.words[:at], strict=True))
    after = "".join(w + a for w, a in zip(filled.words[at + 1 :], filled.around[at + 2 :], strict=True))  # fmt: skip
    before, after = before + filled.around[at], filled.around[at + 1] + after
    item = Cloze(
        before=before,
        answer=filled.words[at],
        after=after,
        evidence=(block.id, key.id),
    )
    return Candidate(
        kind="cloze",
        item=item,
        prompt=f"{before}____{after}",
        answer=filled.words[at],
        quote=f"{block.text} {key.text}",
        rule=RULE,
        group=f"gaps {key.id}",
        subject=f"{before}____{after}",
        taken=(block.id, key.id),
    )
