"""Definitions in German, French and Spanish prose, by the plainest of forms: "Die Osmose ist die Bewegung …"."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import capital, even, key, says_it_defines
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.bold_forms import BOLD_FORMS, is_bold
from praxeo.authors.offline.harvest.naming_forms import NAMING_FORMS, without_capital_article
from praxeo.authors.offline.harvest.pinned_meanings import is_pinned
from praxeo.authors.offline.lexicon import word_set
from praxeo.authors.offline.material import Sentence
from praxeo.authors.offline.outline import clean_title

SHORTEST_MEANING, LONGEST_MEANING = 4, 34  # words

_NAME = r"[A-ZÄÖÜ][\w-]+(?:\s(?:der|des|von)\s[A-ZÄÖÜ]\w+)?"
_NOUN = r"(?:[a-zäöüß]+(?:e|er|es|en)\s)?[A-ZÄÖÜ][\w-]+(?:\s(?:der|des|von)\s[A-ZÄÖÜ]\w+)?"
_WORDS = r"[\w’'-]+(?:\s(?!est\b|sont\b|es\b|son\b)[\w’'-]+){0,3}?"
# "Die Osmose (von …), auch … genannt, ist …"
_ASIDE = r"(?:\s\([^()]*\))?(?:,\s(?:auch|kurz|oder|früher|aussi|ou|parfois|también|o)\s[^,()]{2,50},|\s(?:oder|ou|o)\s[\w’'-]+)?"
_PROPER = r"(?!(?:Les?|La|L['’]|Une?|El|Los|Las|Una|Ce|Cet|Cette|Il|Elle|On|Su|Sus|Este|Esta|Hoy|Antes|Ahora|Entonces|Aujourd’hui|\w+ment|\w+mente)\b)[A-ZÀ-Þ][\w’'-]+(?:\s(?:(?:de|du|des|la|le|del|los|las|d’|y|et)\s)*[A-ZÀ-Þ][\w’'-]+){0,3}"  # a name that needs no article
_FORMS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "de": (
        ("means", re.compile(rf"^Unter\s(?:(?:ein|d)e[mnr]\s)?(?P<term>{_NAME})\sversteh(?:t|en)\s(?:man|wir|[A-ZÄÖÜ]\w+)\s(?P<meaning>.+)$")),
        ("means", re.compile(rf"^Unter\s(?:eine|de)r\s(?P<adjective>[a-zäöüß]+e)n\s(?P<term>{_NAME})\sversteht\sman\s(?P<meaning>.+)$")),
        ("means", re.compile(rf"^(?P<term>{_NOUN})\snennt\sman\s(?P<meaning>(?:eine?n?|den|die|das)\s.+)$")),
        ("means", re.compile(rf"^Als\s(?P<term>{_NOUN})\s(?:bezeichnet|versteht)\sman\s(?P<meaning>.+)$")),
        ("means", re.compile(rf"^Als\s(?P<term>{_NOUN})\s(?:wird|werden)\s(?P<meaning>[^,]+?)\sbezeichnet$")),
        ("is_a", re.compile(
            rf"^(?:(?P<article>Der|Die|Das|Eine?)\s)?(?P<term>{_NOUN}){_ASIDE}\s(?:ist|sind|bezeichnet|bezeichnen)\s"
            r"(?P<meaning>(?:eine?n?|de[rnms]|die|das)\s.+)$")),
        ("are", re.compile(rf"^(?P<term>{_NOUN})\ssind\s(?P<meaning>(?:[a-zäöüß]+e\s)?[A-ZÄÖÜ]\w+,?\s(?:die|deren|bei|in|aus|mit|zur?m?|von|für|ohne|der)\s.+)$")),
    ),
    "fr": (
        ("means", re.compile(rf"^On\s(?:désigne|entend)\spar\s(?:(?:la|le|les|une?)\s|l[’'])?(?P<term>{_WORDS}),?\s(?P<meaning>(?:une?|les?|la)\s.+|l[’']\w.+)$")),
        ("means", re.compile(rf"^Par\s(?:(?:la|le|les|une?)\s|l[’'])?(?P<term>{_WORDS}),?\son\s(?:entend|désigne)\s(?P<meaning>(?:une?|les?|la)\s.+|l[’']\w.+)$")),
        ("means", re.compile(rf"^On\s(?:appelle|nomme)\s(?P<term>{_WORDS}),?\s(?P<meaning>(?:une?|les?|la|l['’]|tout\w*)\s?.+)$")),
        ("is_a", re.compile(
            rf"^(?:(?:Les?|La|Une?)\s|L['’])(?P<term>{_WORDS}){_ASIDE}\s(?:est|sont|désigne|désignent)\s"
            r"(?P<meaning>(?:une?|les?|la|des)\s.+|l['’]\w.+)$")),
        ("is_a", re.compile(rf"^(?P<term>{_PROPER}){_ASIDE}\s(?:est|sont|fut|était)\s(?P<meaning>(?:une?|la|le)\s.+|l['’]\w.+)$")),
    ),
    "es": (
        ("means", re.compile(rf"^Por\s(?:(?:la|el|los|las|una?)\s)?(?P<term>{_WORDS})\sse\sentiende\s(?P<meaning>.+)$")),
        ("means", re.compile(rf"^Se\s(?:llama|denomina|conoce\scomo)\s(?P<term>{_WORDS})\sal\s(?P<meaning>.+)$")),
        ("means", re.compile(rf"^Se\s(?:llama|denomina|conoce\scomo)\s(?P<term>{_WORDS})\sa\s(?P<meaning>.+)$")),
        ("is_a", re.compile(rf"^(?:El|La|Los|Las|Una?)\s(?P<term>{_WORDS}){_ASIDE}\s(?:es|son)\s(?P<meaning>(?:una?|el|la|los|las)\s.+)$")),
        ("is_a", re.compile(rf"^(?P<term>{_PROPER}){_ASIDE}\s(?:es|son|fue|era)\s(?P<meaning>(?:una?|el|la)\s.+)$")),
    ),
}  # fmt: skip
_NEGATED = re.compile(  # before the clause that tells apart: "a cell that has no nucleus" is one
    r"\b(?:nicht|kein\w*|nie|mehr als|ne|n['’]\w+|pas|(?<!la )(?<!le )(?<!les )plus|no|nunca|tampoco)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:wohl|oft|meist|auch|jedoch|ya|dies\w*|jene\w*|hier|dort|damals|solch\w*|obige\w*|folgende\w*|wir|uns\w*|man kann|"
    r"ce|cet|cette|ces|cela|ici|nous|notre|vous|este|esta|estos|esto|eso|aquí|nosotros)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r",?\s(?:qui|que|dont|où|lesquel\w*|laquelle|cuy\w+)\b|,\s(?:(?:in|an|auf|mit|bei|aus|von|für|durch|zu|ohne)\s)?(?:der|die|das|den|dem|deren|dessen|welche\w*)\b"
)
_TELLS_APART = re.compile(
    r"\b(?:der|die|das|dem|den|des|deren|dessen|von|vom|zwischen|aus|durch|mit|für|zur|zum|in|im|bei|auf|um|zu|über|ohne|gegen|eines|einer|"
    r"qui|que|dont|où|de|du|des|au|aux|sur|sans|contre|par|pour|entre|à|dans|lesquel\w*|laquelle|en|sobre|sin|al|cuy\w+|del|por|para|con|quienes?)\b|\bd['’]",
)
_NO_TERM = word_set(
    """ziel ergebnis problem grund folge vorteil nachteil frage ursache beispiel idee aufgabe lösung unterschied hauptstadt
    kern punkt fall zweck schritt regel sache mensch leute stadt text kapitel buch autor antwort thema wort satz besonderheit eingang ausgang entrée sortie entrada salida
    problème but objectif raison résultat exemple question idée cause conséquence avantage solution différence chapitre livre
    auteur homme ville texte point premier première problema meta objetivo razón resultado ejemplo pregunta causa ventaja solución
    diferencia capítulo libro autor hombre ciudad texto
    seitdem seither es sie er das dies daher hiermit dagegen ebenso außerdem deshalb insbesondere hierbei dabei dafür damit dazu danach davor
    darüber dadurch darin dort hier nun so somit folglich zudem ferner meist oft manchmal allerdings jedoch trotzdem zuerst
    zunächst schließlich unten oben normalerweise glücklicherweise abhängig neu formel symbol man wer was praxis wichtigste erklärung argument feld parameter standardwert"""
)
_PRAISE = re.compile(
    r"\b(?:wichtig\w*|großartig\w*|hervorragend\w*|elegant\w*|gewaltig\w*|interessant\w*|effektiv\w*|effizient\w*|ausdrücklich\w*|"
    r"mächtig\w*|flexibl\w*|leichtgewichtig\w*|modern\w*|umfangreich\w*|grundlegend\w*|nützlich\w*|gageure|défi|enjeu|reto|desafío|Möglichkeit|Art,|besondere|façon|manière|forma|manera|Baustein|Weg|Ursache|Folge|Ergebnis|cause|conséquence|résultat|effet|causa|consecuencia|resultado|ständig\w*|Herzstück|leistungsstark\w*|Server der Server|Ausdruck|Hauptaufgaben?|Aufgabe|gleiche|erste\w*|zweite\w*|dritte\w*|vierte\w*|letzte\w*|beste\w*|größte\w*|"
    r"important\w*|excellent\w*|meilleure?s?|premi[eè]re?s?|idéale?|importante?s?|mejor\w*|primer\w*|segund[oa]|últim[oa]|mism[oa]s?|gran|seconde?|dernier|dernière|même)\b"
)
_NO_NAME = re.compile(  # a place to be filled in; what tells when or how, not what
    r"^[A-ZÄÖÜ]{5,}$|\w{3,}weise$|^(?:Während|Bei|Nach|Vor|Seit|Trotz|Wegen|Neben|Außer|Bisweilen|Heute|Heutzutage|Herausragend|Gegenwärtig|Derzeit|"
    r"Mittlerweile|Inzwischen|Zuletzt|Früher|Später|Aktuell|Grundsätzlich|Ursprünglich|Tatsächlich|Eigentlich|Häufig|Typisch|Charakteristisch|Entscheidend|Gemeinsam)\b"
)
_OF_THEM = re.compile(  # what is meant stands before: "the single layers", "the part below"
    r"^(?:\w+\s){0,2}?(?:einzelnen|restlichen?|übrigen?|beiden?|autres?|otr[oa]s?|demás|ambos|ambas|anterior(?:es)?|respectiv\w+)\b|"
    r"\b(?:darunter|darüber|dahinter|daneben|dessous|dessus|ainsi|debajo|encima)\b"
)
_HELPS = re.compile(r"\bquel(?:le)?s? que soi\w+|\b(?:Ihnen|dir|uns|für (?:Sie|dich|euch))\b|\)$")
_REMARK = re.compile(r"\s\([^()]*\)$")  # what is added behind a meaning: "(if all goes well!)"
_ONE_FOR_MANY = re.compile(
    r"\ssind\s(?:ein|eine)\s"
)  # "Aufträge sind eine Einrichtung": a feature, no kind of thing
_NAMES = re.compile(
    r"\b(?:heißt|nennt|genannt|bezeichnet|s[’']appelle|appelé\w*|se llama|se denomina)\b"
)
_ACCUSATIVE = re.compile(r"^(?:den|einen)\s(?=[A-ZÄÖÜ])")  # "… versteht man den Wettbewerb um …"
_STRONG = {
    "Der": "r",
    "Das": "s",
}  # what an adjective in -e ends with beside a noun without its article
_PLACE_IN_ROW = re.compile(
    r"(?:ober|unter|inner|äußer|hinter|vorder|mittler|nächst|erst|zweit|dritt|viert|letzt|\w{3,}st)(?:st)?e[rns]?\s"
)
_CLAUSE_END = re.compile(
    r"; | – | — |: |, (?:aber|doch|denn|weil|sodass|obwohl|während|mais|car|bien que|tandis|pero|porque|aunque)\b|"
    r",? und (?:wird|werden|ist|sind|hat|haben|kann|können|es|er|sie|mit|viele|die|der|das|erlaub\w+|löste?|entspricht|stammen|leben|gehören|gelten|gilt|bilden|bildet|liegt|liegen|umfasst)\b|"
    r",? et (?:est|sont|ont|a|donc|peut|il|elle|permet|sert|servent|forme|forment|constitue|constituent|abrite|fait|date|reste|font|étend)\b|,? y (?:tienen|está|están|se|incluye|cuenta|es|son|puede|permite|sirve|sirven|forman|constituye|fue|era|tiene|está|data)\b"
)


def plain_definition(sentence: Sentence, language: str) -> Definition | None:
    """The definition that a sentence is, in "de", "fr" or "es"; None for any other sentence or language."""
    whole = even(sentence.prompt).rstrip(" .")
    clauses = (whole, *map(capital, whole.split("; "))) if "; " in whole else (whole,)
    return next(
        (made for clause in clauses if (made := _defined(sentence, clause, language))), None
    )


def _defined(sentence: Sentence, clause: str, language: str) -> Definition | None:
    for rule, form in (
        *_FORMS.get(language, ()),
        *NAMING_FORMS.get(language, ()),
        *BOLD_FORMS.get(language, ()),
    ):
        match = form.match(clause)
        if match is None or _ONE_FOR_MANY.search(clause[: match.end("term") + 10]):
            continue
        told = match.groupdict()
        term = f"{told.get('adjective', '')} {told['term']}".strip(' „“«»"')
        meaning = _cut(told["meaning"])
        if rule == "named":
            meaning = without_capital_article(told["meaning"].strip(" ,"))
        if (rule == "named" and _NAMES.search(meaning)) or _NO_NAME.search(term):
            return None
        if not says_what(term, meaning, sentence, language):
            return None
        term = _base_form(term, told.get("article") or "")
        marked = is_bold(term, sentence) or (rule == "bare" and _is_heading(term, sentence))
        return Definition(term=term, meaning=meaning, sentence=sentence, rule="marked" if marked else rule)  # fmt: skip
    return None


def says_what(
    term: str,
    meaning: str,
    sentence: Sentence,
    language: str,
    *,
    apart: bool = True,
    called: bool = False,
) -> bool:
    """Whether a meaning is short, stands alone, tells one thing `apart` and does not praise it.

    `called`: the sentence says outright that this is what it is called.
    """
    if (
        _HELPS.search(meaning)
        or _OF_THEM.search(meaning)
        or key(term).split()[-1] in _NO_TERM
        or _LEANS.search(f"{term} {meaning}")
        or _NEGATED.search(f"{term} {_CLAUSE.split(meaning, maxsplit=1)[0]}")
    ):
        return False
    praised = _PRAISE.search(" ".join(meaning.split()[:5]))
    if _PRAISE.search(term) or (praised and not says_it_defines(sentence.text)):
        return False
    least = SHORTEST_MEANING - (language == "de")  # one word there is often two elsewhere
    if not least <= len(meaning.split()) <= LONGEST_MEANING:
        return False
    if apart and not _TELLS_APART.search(meaning.partition(" ")[2]):
        return False
    return not _tells_of_a_place(term, meaning, sentence) and is_pinned(
        term, meaning, called=called
    )


def _is_heading(term: str, sentence: Sentence) -> bool:
    """Whether the heading above names the term and nothing else, if not in another language: "Auflösung (Resolution)"."""
    return key(term) == key(_REMARK.sub("", clean_title(sentence.topic)))


def _base_form(term: str, article: str) -> str:
    """A term as it stands without its article: of "der gelbe Fleck" "gelber Fleck"."""
    first, _, rest = term.partition(" ")
    ending = _STRONG.get(article)
    return (
        f"{first}{ending} {rest}"
        if ending and rest and first.islower() and first.endswith("e")
        else term
    )


def _tells_of_a_place(term: str, meaning: str, sentence: Sentence) -> bool:
    """Whether a sentence names a thing by its place ("das oberste Stockwerk ist die Baumschicht"): that is the term."""
    bold = {key(sentence.block.text[m.start : m.end]) for m in sentence.block.marks if m.style == "strong"}  # fmt: skip
    named = re.match(r"(?:ein|eine|der|die|das)\s(?P<noun>[A-ZÄÖÜ]\w+)", meaning)
    return bool(_PLACE_IN_ROW.match(term)) or (
        named is not None and key(named["noun"]) in bold - {key(term)}
    )


def _cut(meaning: str) -> str:
    meaning = _ACCUSATIVE.sub("", meaning)
    end = _CLAUSE_END.search(meaning)
    return _REMARK.sub("", meaning[: end.start()] if end else meaning).rstrip(" .,;")
