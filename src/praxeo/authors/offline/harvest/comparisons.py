"""Tables that compare: under two or more things, row by row, what each is like; asked is which of them is so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.harvest.decks import is_deck
from praxeo.authors.offline.harvest.tables import are_of_one_name, rows_of
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card, Choice

RULE = "compared"
FEWEST_ROWS, MOST_ROWS, MOST_COLUMNS = 2, 12, 5
LONGEST_HEAD, LONGEST_VALUE = 5, 14  # words
FEWEST_DISTRACTORS = 2

_ASPECT = re.compile(  # what stands above the rows of a comparison
    r"merkmale?|eigenschaft(?:en)?|kriteri(?:um|en)|aspekte?|vergleich|unterschiede?|vergleichspunkte?|fragen?|questions?|preguntas?|"
    r"features?|propert(?:y|ies)|characteristics?|criteri(?:on|a)|aspects?|attributes?|comparison|differences?|basis(?: (?:of|for) comparison)?|"
    r"caractéristiques?|critères?|propriétés?|différences?|comparaison|características?|criterios?|propiedad(?:es)?|aspectos?|diferencias?|"
    r"caratteristic[ahe]+|proprietà|aspetti?|الصفة|الخاصية|وجه المقارنة",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:compar\w+|contrast\w*|differen\w+|versus|vs|two|vergleich\w*|unterschied\w*|zwei|différen\w+|deux|diferenc\w+|dos)\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"|éléments?|elementos?|elements?|kategorie|category", re.IGNORECASE
)  # of things of one name
_NO_THING = re.compile(  # heads that say what stands below them rather than name what is compared
    r"(?:beleg|quelle|ergebnis\w*|status|details?|anzahl|umsetzung|bewertung|stärke|schwäche|vorteile?|nachteile?|result\w*|evidence|source|score|pros|cons|advantages?|disadvantages?|"
    r"statut|détails?|importance|justification|commande|résultats?|avantages?|inconvénients?|tipo|aplica\w+|evid\w+|estado|fuente|peso|ventajas?|desventajas?|beschreibung|erklärung|bedeutung|beispiele?|werte?|einheit|symbol|formel|prinzip|risiko|typ|art|funktion|aufgabe|frage|antwort|hinweis\w*|bemerkung\w*|"
    r"description|explanation|meaning|examples?|values?|units?|type|default|required|notes?|function|question|answer|"
    r"exemples?|valeurs?|unité|symbole|rôle|fonction|remarques?|descripción|significado|ejemplos?|valor(?:es)?|unidad|símbolo|función|notas?)\b.*|\d.*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_VALUE = re.compile(r"(?:[-–—.x✓✔✗×?/]|n/?a|yes|no|ja|nein|oui|non|sí|si|id\.?)?", re.IGNORECASE)


def compared(placed: Sequence[RoledBlock], phrases: Phrases) -> list[Candidate]:
    """A question for every row that tells the things apart, about each of them in turn."""
    found: list[Candidate] = []
    for one in placed:
        if one.role in ("body", "summary") and is_comparison(one.block):
            others = (p.block.text for p in placed if p.block is not one.block)
            things = rows_of(one.block)[0][1:]
            said = bool(_COMPARES.search(one.topic)) or are_of_one_name(things)
            if said or _spoken_of(things, f" {key(' '.join(others))}"):
                found += _asked(one.block, phrases)
    return found


def is_comparison(block: Block) -> bool:
    """Whether a table sets things side by side."""
    rows = rows_of(block) if block.kind == "table" and not is_deck(block) else []
    if not rows or not FEWEST_ROWS < len(rows) <= MOST_ROWS + 1 or not 3 <= len(rows[0]) <= MOST_COLUMNS:  # fmt: skip
        return False
    corner, *things = (head.strip(" :.*") for head in rows[0])
    if not all(t and len(t.split()) <= LONGEST_HEAD and not _NO_THING.fullmatch(t) for t in things):
        return False
    perhaps = bool(_PERHAPS.fullmatch(corner)) and (not corner or are_of_one_name(things))
    sides = bool(_ASPECT.fullmatch(corner)) or perhaps
    return sides and len(set(map(key, things))) == len(things)


def _spoken_of(things: Sequence[str], text: str) -> bool:
    """Whether the source tells of each of them elsewhere, too: a head that only sorts values stands alone."""
    stems = [key(thing).split()[-1] for thing in things]
    return all(f" {stem[: max(4, len(stem) - 2)]}" in text for stem in stems)


def _asked(block: Block, phrases: Phrases) -> Iterator[Candidate]:
    head, *rows = rows_of(block)
    turn = 0
    for line, row in enumerate(rows, 2):
        if _tells_apart(row[1:], head[1:]):
            yield _question(block, head[1:], row, line, turn % (len(head) - 1), phrases)
            turn += 1


def _tells_apart(values: Sequence[str], things: Sequence[str]) -> bool:
    """Whether every cell says something, no two the same, none names the thing it is about."""
    keys = [f" {key(value)} " for value in values]
    if any(_NO_VALUE.fullmatch(v.strip()) or len(v.split()) > LONGEST_VALUE for v in values):
        return False
    if any(a in b for n, a in enumerate(keys) for m, b in enumerate(keys) if n != m):
        return False
    if any(
        _names_itself(value, thing, things) for value, thing in zip(values, things, strict=True)
    ):
        return False
    return not any(key(thing) in value for thing in things for value in keys)


def _names_itself(value: str, thing: str, things: Sequence[str]) -> bool:
    """Whether a cell says a word of what it is about that the others do not have: "slow" of "slow-twitch fibre"."""
    own = set(_WORD.findall(thing.lower()))
    shared = set.intersection(*(set(_WORD.findall(one.lower())) for one in things))
    return bool((own - shared) & set(_WORD.findall(value.lower())))


def _question(
    block: Block, things: Sequence[str], row: Sequence[str], line: int, turn: int, phrases: Phrases
) -> Candidate:
    names = phrases.either.format(", ".join(things[:-1]), things[-1])
    asked = phrases.which_of.format(names, row[0].rstrip(" :?"), row[turn + 1].rstrip(" ."))
    evidence = (f"{block.id}.1", f"{block.id}.{line}")
    others = tuple(thing for n, thing in enumerate(things) if n != turn)
    chosen = len(others) >= FEWEST_DISTRACTORS
    item = (
        Choice(question=asked, answer=things[turn], distractors=others, evidence=evidence)
        if chosen
        else Card(front=asked, back=things[turn], evidence=evidence)
    )
    lines = block.text.split("\n")
    return Candidate(
        kind="choice" if chosen else "flashcards",
        item=item,
        prompt=asked,
        answer=things[turn],
        quote=f"{lines[0]} {lines[line - 1]}",
        rule=RULE,
        group=f"compared {block.id}",
        subject=f"{row[0]}: {row[turn + 1]}",
    )
