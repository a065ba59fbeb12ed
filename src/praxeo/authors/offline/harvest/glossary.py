"""Glossaries in whatever layout they have: lists, bold paragraphs, two blocks, small headings, tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile, zip_longest
from typing import Any

from praxeo.authors.offline import english
from praxeo.authors.offline.cleaning import count_words, even, holds, looks_plural
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.grammar import is_sentence, root_of
from praxeo.authors.offline.harvest.copula import without_copula
from praxeo.authors.offline.harvest.entries import (
    LONGEST_TERM,
    Entry,
    entry_of,
    is_cut,
    tidy,
)
from praxeo.authors.offline.harvest.no_labels import is_label_of_its_text
from praxeo.authors.offline.harvest.term_names import (
    named_once,
    tells_words_only,
    without_foreign_name,
)
from praxeo.authors.offline.harvest.told_entries import told_of_term
from praxeo.authors.offline.language import is_in
from praxeo.authors.offline.material import Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.numbered_terms import numbered_terms, without_number
from praxeo.authors.offline.roles.words import role_of_heading
from praxeo.authors.offline.sense.pointing import is_of_another
from praxeo.authors.offline.siblings import is_short_name
from praxeo.domain.blocks import Block

LONGEST_LONE_TERM = 6  # words of a line that is a term alone
MOST_SENTENCES = 9  # of an entry that are looked at for what its term is
FEWEST_HEADED = 3  # terms of a glossary that are headings
SHORTEST_MEANING = 3  # words below it; what an abbreviation stands for may be one
_TALK = re.compile(r"^(?:see|siehe|voir|véase|s\.|vgl\.|cf\.|→)\s|[:?]$", re.IGNORECASE)
_DEFINING = frozenset(
    [
        "be",
        "refer",
        "mean",
        "denote",
        "indicate",
        "represent",
        "stand",
        "describe",
        "define",
        "consist",
        "state",
        "hold",
        "occur",
        "measure",
        "name",
        "call",
        "say",
        "allow",
        "use",
    ]
)
_SUBCLAUSE = re.compile(r"[,;:(]|\s(?:qui|que|dont|où|der|die|das|welche\w*|cuy\w+|quien)\s")
_BRACKETS = re.compile(r"\s\([^()]*\)")
_LEADS_IN = re.compile(
    r"(?:Dans|D[’']|En|À|Au|In|Im|Beim?|Nach|Bei|An|Auf|Um|Wenn|Mit|Zur|Zum|Para|Con)\b"
)
_FINITE = re.compile(
    r"\b(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|kann|können|muss|dient|dienen|gibt|steht|stehen|legt|macht|bietet|"
    r"bestimmt|versteht|nennt|bezeichnet|benutzt|verwendet|est|sont|était|fut|a|ont|peut|peuvent|fait|font|permet|signifie|concerne|"
    r"enthält|enthalten|zeigt|zeigen|besteht|bestehen|definiert|beschreibt|regelt|entspricht|erlaubt|ermöglicht|umfasst|lässt|befindet|contient|contiennent|"
    r"définit|affichent?|utilisent?|consistent?|comprend|comprennent|indiquent?|sert|servent|contienen?|definen?|muestran?|utilizan?|consisten?|sirven?|incluyen?|"
    r"indican?|representan?|resultan?|permiten|possède|représente|désigne|se\s\w+|es|son|era|fue|ha|han|puede|pueden|hace|permite|significa|tiene|tienen)\b"
)
_GOES_ON = re.compile(  # behind what is put in: "Die Probs, kurz für …, sind Objekte"
    r",\s(?:ist|sind|wird|werden|est|sont|es|son|se\s(?:utilizan?|usan?))\b|\bse\s(?:llaman?|denominan?)\b"
)
_IS_FILE = re.compile(r"\.(?:pdf|html?|txt|epub|zip)\b|\b[\d.]+\s?[KM]B?\)?$", re.IGNORECASE)
_GENERAL = re.compile(
    r"(?:in )?general|(?:im )?allgemein(?:es|en)?|généralités|en général|generalidades|en general",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])\s+(?=\S)")
_NO_TERM = re.compile(
    rf"[\d\W_]+|(?:term|word|begriff|mot|término)s?|{_GENERAL.pattern}|(?:figure|fig\.|table|abb(?:ildung|\.)|tabelle|tableau|tabla|figura|box)\W*\d.*",
    re.IGNORECASE,
)


def glossary_definitions(placed: Sequence[RoledBlock]) -> Iterator[Definition]:
    """Every entry of every glossary of a source: whatever stands there with a meaning is a term."""
    lone: RoledBlock | None = None
    by_field = False  # what one term means in general, and then in the field that is named
    bold = _bold_ones(placed)
    headed = _headed_ones(placed)
    numbered = numbered_terms(one.block for one in placed)
    for at, one in enumerate(placed):
        if one.role != "glossary" or one.block.kind in ("table", "code", "caption"):
            lone = None
            continue
        if lone is not None and tells_words_only(one.block.text):
            continue  # the term in other languages, or where it comes from, before its meaning
        entry = entry_of(one.block, bare=True) if one.block.kind != "heading" else None
        if entry and (entry.bold or one.topic not in headed):
            named = one.topic and entry.term.lower().startswith(one.topic.lower())
            if named or _IS_FILE.search(f"{entry.term} {entry.meaning}"):
                continue  # the glossary itself, in its forms
            if _fit(entry.term, entry.meaning) and (entry.bold or one.topic not in bold):
                yield definition_of(entry, one)
        elif lone is not None and one.block.kind != "heading":
            general = bool(_GENERAL.fullmatch(even(lone.block.text).rstrip(" .:")))
            if not (general or by_field):
                below = takewhile(lambda other: other.block.kind != "heading", placed[at:])
                yield from _of_two(lone, one, list(below))
            by_field = general
        section = _NUMBERED.match(one.block.text) and one.block.id not in numbered
        lone = one if _is_lone(one.block) and one.topic and not section else None


def _headed_ones(placed: Sequence[RoledBlock]) -> set[str]:
    """The terms that are headings, where most of a glossary's are: what has a colon below them goes on about them."""
    told = [one for one in placed if not tells_words_only(one.block.text)]
    pairs = [
        (one, after)
        for one, after in pairwise(told)
        if one.role == after.role == "glossary"
        and one.block.kind == "heading"
        and _is_lone(one.block)
    ]
    plain = [
        one for one, after in pairs if after.block.kind == "paragraph" and not entry_of(after.block)
    ]
    most = len(plain) >= max(FEWEST_HEADED, len(pairs) / 2)
    return {one.topic for one, _ in pairs} if most else set()


def _bold_ones(placed: Sequence[RoledBlock]) -> set[str]:
    """The glossaries whose terms are printed bold: what has a colon there and is not bold goes on about a term."""
    sizes: Counter[tuple[str, bool]] = Counter()
    for one in placed:
        entry = entry_of(one.block, bare=True) if one.role == "glossary" else None
        if entry:
            sizes[one.topic, entry.bold] += 1
    return {topic for topic, bold in sizes if bold and sizes[topic, True] >= sizes[topic, False]}


def saying_what(definitions: list[Definition], language: str) -> list[Definition]:
    """Those in the source's language that are no whole sentence about something else. `language` e.g. "de"."""
    fit = [
        d
        for d in definitions
        if is_in(d.meaning, language) and not is_of_another(d.term, d.meaning)
    ]
    if language != "en":
        return [
            told_of_term(d) or replace(d, rule="glossary_told") if _is_told(d) else d for d in fit
        ]
    docs = english.parse([definition.meaning for definition in fit])
    pairs = [(d, doc is None or _defines(doc)) for d, doc in zip_longest(fit, docs) if d]
    told = [(d if defines else told_of_term(d)) for d, defines in pairs]
    return [definition for definition in told if definition]


def _is_told(definition: Definition) -> bool:
    """Whether a meaning is a sentence about its term ("Le format X a été développé …"), not a phrase that says what it is."""
    main = _SUBCLAUSE.split(_BRACKETS.sub("", definition.meaning), maxsplit=1)[0]
    stem = definition.term.lower()[:5]
    begins = definition.meaning.lstrip("«“„\"' ")
    return begins[:1].isupper() and (
        bool(_FINITE.search(main) or _LEADS_IN.match(begins) or _GOES_ON.search(begins))
        or stem in " ".join(main.lower().split()[:6])
    )


_PHRASE = re.compile(  # of an entry that a parser takes for a sentence: "The answer first given by a server", "An object Varnish delivers"
    r"What\s|One of the\s|(?:An?|The)\s(?:[\w-]+\s){1,3}?(?:\w+ly\s)?(?:\w{2,}ed|held|made|given|sent|kept|built|known|taken|drawn|written|found|shown|set|put|run)\s"
    r"(?:by|from|to|in|on|with|at|for|through|as|when|before|after|between|into|during|of|under|along|around)\b|"
    r"(?:An?|The)\s(?:[a-z-]+\s){1,2}(?:[A-Z]\w+|you|we)\s(?:\w+s|can|may|does|do|did|have)\b"
)


def _is_told_apart(before_verb: str) -> bool:
    """Whether a phrase begins with an article and goes on with a clause: "A fan of sediment that a river …"."""
    return bool(
        re.match(r"(?:An?|The|Any)\s[^,;:]*\s(?:that|which|who|whose|where)\s", f"{before_verb} ")
    )


def _defines(doc: Any) -> bool:
    root = root_of(doc)
    if _PHRASE.match(doc.text) or (root is not None and _is_told_apart(doc[: root.i].text)):
        return True  # taken for a sentence by the parser
    whole = doc.text[:1].isupper() and is_sentence(doc)
    return not whole or root is None or root.lemma_.lower() in _DEFINING


def definition_of(entry: Entry, one: RoledBlock, rule: str = "glossary") -> Definition:
    """What an entry says, with the sentences that hold it as evidence."""
    text = entry.text if entry.first == 1 else entry.meaning
    number = _where_told(entry, one)
    return Definition(
        term=entry.term.removesuffix("¶").strip(),
        meaning=entry.meaning,
        also=() if number == entry.first else (f"{one.block.id}.{entry.first}",),
        sentence=Sentence(block=one.block, number=number, start=0, text=text, topic=one.topic),
        rule=rule,
        plural=looks_plural(entry.term),
        proper=sum(word[:1].isupper() for word in entry.term.split()) > 1,
        source_list=one.topic,
    )


def _where_told(entry: Entry, one: RoledBlock) -> int:
    """The sentence that holds the meaning: the second where the term is one of its own ("Insulator. Material that …")."""
    own = sentences_of(one.block)[entry.first - 1 : entry.first + 1]
    if len(own) < 2 or holds(own[0].text, entry.meaning) or not holds(own[1].text, entry.meaning):
        return entry.first
    return entry.first + 1


def _of_two(lone: RoledBlock, one: RoledBlock, below: Sequence[RoledBlock]) -> Iterator[Definition]:
    """A term on a line of its own and its meaning below it: how its text begins, or else the sentence that says what it is."""
    own = sentences_of(one.block, one.topic)
    term = without_foreign_name(without_number(even(lone.block.text)).rstrip(" .:"))
    first = next((n for n in range(1, len(own) + 1) if not is_cut(_run(own[:n]))), len(own))
    meaning = without_copula(term, tidy(_run(own[:first]))).rstrip(" .;,")
    least = 1 if is_short_name(term) else SHORTEST_MEANING
    if own and _fit(term, meaning) and count_words(meaning) >= least:
        made = Definition(
            term=named_once(term, meaning),
            meaning=meaning,
            sentence=replace(own[0], text=_run(own[:first])),
            rule="glossary",
            plural=looks_plural(term),
            source_list=one.topic,
            also=(f"{lone.block.id}.1", *(each.reference for each in own[1:first])),
        )
        yield (_said_below(made, below) or made) if _is_told(made) else made


def _said_below(made: Definition, below: Sequence[RoledBlock]) -> Definition | None:
    """The definition by the sentence of an entry that says what its term is; None where none does."""
    every = (s for one in below if one.block.kind == "paragraph" for s in sentences_of(one.block))
    for sentence in islice(every, 1, MOST_SENTENCES):
        told = tidy(sentence.text)
        meaning = without_copula(made.term, told)
        if meaning != told and meaning[:1].islower() and count_words(meaning) >= SHORTEST_MEANING:
            return replace(made, meaning=meaning, sentence=sentence, also=made.also[:1])
    return None


def _run(sentences: Sequence[Sentence]) -> str:
    """Sentences of one block, as they stand there."""
    if not sentences:
        return ""
    return sentences[0].block.text[
        sentences[0].start : sentences[-1].start + len(sentences[-1].text)
    ]


def _is_lone(block: Block) -> bool:
    if not 1 <= count_words(block.text) <= LONGEST_LONE_TERM:
        return False
    bold = any(m.style == "strong" and m.end - m.start >= len(block.text) - 2 for m in block.marks)
    return block.kind == "heading" or bold


def _fit(term: str, meaning: str) -> bool:
    return (
        count_words(term) <= LONGEST_TERM
        and not _NO_TERM.fullmatch(term)
        and not is_label_of_its_text(term)
        and role_of_heading(term) is None
        and not _TALK.search(meaning)
    )
