"""Tutorials and manuals: what a command is for, what an expression prints, which line comes next."""

from __future__ import annotations

import ast
import builtins
import re
from itertools import pairwise

from praxeo.authors.offline.cleaning import words
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.lexicon import points_elsewhere
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card, Step

SHORTEST_PURPOSE = 3  # words
LONGEST_PURPOSE = 24
LONGEST_OUTPUT = 60  # characters
FEWEST_LINES, MOST_LINES = 4, 8
LONGEST_CODE = 40  # characters of a piece of code that is asked for

_KIND = (
    r"(?:command|function|method|option|flag|keyword|statement|operator|attribute|property|directive|"
    r"module|class|element|tag|hook|macro|type|parameter|argument|field|library|package|object|"
    r"decorator|event|selector|header|variable|switch|subcommand|signal|trait|struct|clause|"
    r"constructor|expression|instruction|tool|utility|program)"
)
_DOES = re.compile(
    rf"^(?:The\s)?⟨(?P<code>\d+)⟩(?:\s{_KIND})?\s(?P<text>(?!(?:files|fields|lines|packages|values|names|users|keys|tables|pages|{_KIND}s)\b|is\b|was\b|has\b|does\b|this\b|as\b|plus\b|minus\b|versus\b|versions?\b)[a-z]+s\s.+?)[.:]?$"
)
_IS = re.compile(rf"^(?:The\s)?⟨(?P<code>\d+)⟩(?:\s{_KIND})?\sis\s(?P<text>(?:an?|the)\s.+?)[.:]?$")
_USE_TO = re.compile(
    rf"^(?:You\s(?:can|could|may|should)\s|We\s(?:can\s)?)?(?:Use|use|Run|run|Call|call|Type|type|Pass|pass|Add|add)\s(?:the\s)?"
    rf"⟨(?P<code>\d+)⟩(?:\s{_KIND})?\sto\s(?P<text>(?!either|the|an?|your|this|true|false|it)[a-z].+?)[.:]?$"
)
_TO_USE = re.compile(
    rf"^To\s(?P<text>[a-z][^,⟨⟩]+?),\s(?:you\s(?:can|could|may|should|must|need\sto)\s|we\s(?:can\s)?|simply\s|just\s)?"
    rf"(?:use|run|call|type|pass|add|set|enter|execute|invoke)\s(?:the\s)?⟨(?P<code>\d+)⟩(?:\s{_KIND})?"
)


def code_facts(sentence: Sentence) -> list[Candidate]:
    """What the sentence says that a piece of code does or is for; at most one card."""
    marked, codes = _with_marks(sentence)
    if not codes:
        return []
    for pattern, form, asks_code in (
        (_DOES, "What does “{0}” do?", False),
        (_USE_TO, "What do you use to {0}?", True),
        (_TO_USE, "What do you use to {0}?", True),
    ):
        match = pattern.match(marked)
        if match is None:
            continue
        code = codes[int(match["code"])]
        text = _restored(match["text"], codes)
        if not _is_code(code) or not SHORTEST_PURPOSE <= len(words(text)) <= LONGEST_PURPOSE:
            return []
        if (
            re.search(r"\b(?:you|it|them|this|these)\b", text)
            or points_elsewhere(text)
            or (asks_code and code in text)
        ):
            return []
        text = text.rstrip(" ;,")
        front, back = form.format(text if asks_code else code), code if asks_code else text
        rule = "code_use" if asks_code else "code_does"
        item = Card(front=front, back=back, evidence=(sentence.reference,))
        return [
            Candidate(
                kind="flashcards",
                item=item,
                prompt=front,
                answer=back,
                quote=sentence.text,
                rule=rule,
                score=2.6,
            )
        ]
    return []


def code_definition(sentence: Sentence) -> Definition | None:
    """ "`useState` is a React Hook that ..." as a term and its meaning."""
    marked, codes = _with_marks(sentence)
    match = _IS.match(marked) if codes else None
    if match is None:
        return None
    code, text = codes[int(match["code"])], _restored(match["text"], codes)
    if not _is_code(code) or not SHORTEST_PURPOSE + 2 <= len(words(text)) <= LONGEST_PURPOSE + 6:
        return None
    return Definition(term=code, meaning=text, sentence=sentence, rule="code_is")


def printed_values(block: Block) -> list[Candidate]:
    """`>>> len("abc")` and the line below it: what does it print? Only where nothing else is needed."""
    lines = block.text.split("\n")
    return [
        _printed(block, number, line, after)
        for number, (line, after) in enumerate(pairwise(lines), 1)
        if _shows_value(line, after, lines[number + 1] if number + 1 < len(lines) else "")
    ]


def _shows_value(line: str, after: str, behind: str) -> bool:
    """Whether a line asks Python for a value that stands whole, on the one line after it."""
    if not line.startswith(">>> ") or not after.strip():
        return False
    if after.startswith((">>>", "...", "Traceback")) or len(after) > LONGEST_OUTPUT:
        return False
    if behind.strip() and not behind.startswith(">>>"):
        return False
    expression = line[4:].strip()
    return _needs_nothing(expression) and after.strip() != expression


def _printed(block: Block, number: int, line: str, after: str) -> Candidate:
    """The card for a line of the block and the value that Python shows below it."""
    front = f"What does Python show for {line[4:].split('#')[0].strip()} ?"
    evidence = (f"{block.id}.{number}", f"{block.id}.{number + 1}")
    return Candidate(
        kind="flashcards",
        item=Card(front=front, back=after.strip(), evidence=evidence),
        prompt=front,
        answer=after.strip(),
        quote=f"{line}\n{after}",
        rule="code_prints",
        score=2.4,
    )


def _needs_nothing(expression: str) -> bool:
    """Whether an expression can be evaluated by itself: no name that was bound before."""
    try:
        tree = ast.parse(expression, mode="eval")
    except (SyntaxError, ValueError, RecursionError):
        return False
    bound = {
        n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)} - bound
    return used <= set(dir(builtins)) - {"id", "hash", "input", "open", "print"} and not isinstance(
        tree.body, ast.Constant
    )


def ordered_lines(block: Block) -> list[Candidate]:
    """A short listing whose lines can stand in one order only, to be put together again."""
    return [
        Candidate(
            kind="ordering",
            item=Step(text=text, evidence=(f"{block.id}.{number}",)),
            prompt=text,
            answer=text,
            quote=text,
            rule="code_lines",
            group=f"lines {block.id}",
        )
        for number, text in _forced_lines(block)
    ]


def _forced_lines(block: Block) -> list[tuple[int, str]]:
    """The numbered lines of a Python listing, if each uses what the line before it introduces."""
    lines = [(n, line) for n, line in enumerate(block.text.split("\n"), 1) if line.strip()]
    if not FEWEST_LINES <= len(lines) <= MOST_LINES or len({t.strip() for _, t in lines}) != len(
        lines
    ):
        return []
    if any(line.startswith((">>>", "...", "$", "#")) for _, line in lines):
        return []
    try:
        ast.parse(block.text)
    except (SyntaxError, ValueError, RecursionError):
        return []
    for (_, above), (_, below) in pairwise(lines):
        deeper = len(below) - len(below.lstrip()) > len(above) - len(above.lstrip())
        bound = re.match(
            r"\s*(?:(?:def|class)\s+(\w+)|(\w+)(?:,\s*\w+)*\s*=[^=]|(?:from\s\S+\s)?import\s+(?:\S+\sas\s)?(\w+)|for\s+(\w+)|with\s.*\sas\s(\w+))",
            above,
        )
        names = [name for name in bound.groups() if name] if bound else []
        if not deeper and not any(re.search(rf"\b{re.escape(name)}\b", below) for name in names):
            return []
    return [(number, line.rstrip()) for number, line in lines]


def _with_marks(sentence: Sentence) -> tuple[str, list[str]]:
    """The sentence with each piece of inline code as ⟨0⟩, ⟨1⟩, ... and the pieces."""
    end = sentence.start + len(sentence.text)
    codes: list[str] = []
    text, at = "", sentence.start
    for mark in sentence.block.marks:
        if mark.style == "code" and at <= mark.start and mark.end <= end:
            text += sentence.block.text[at : mark.start] + f"⟨{len(codes)}⟩"
            codes.append(sentence.block.text[mark.start : mark.end].strip())
            at = mark.end
    return " ".join((text + sentence.block.text[at:end]).split()), codes


def _restored(text: str, codes: list[str]) -> str:
    return re.sub(r"⟨(\d+)⟩", lambda m: codes[int(m[1])], text)


def _is_code(code: str) -> bool:
    return (2 <= len(code) <= LONGEST_CODE and any(c.isalpha() for c in code)) or code in {
        "==",
        "!=",
        "=>",
        "->",
        "&&",
        "||",
    }
