"""What stands before a colon and is no term: a remark on its text ("Note:", "Aber:", "Exemple :")."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.lexicon import word_set

_LABELS = word_set(
    """pros cons pro contra recommendation recommendations advantage advantages disadvantage disadvantages
    benefit benefits drawbacks features feature example examples note notes tip tips price cost rating
    verdict summary ingredients author authors date where when who what why how bonus warning caution
    important requirements includes duration location contact website phone email address category source
    sources materials question answer solution hint remark result results goal goals task exercise figure
    table step steps but and so also first second third finally today problem idea conclusion see
    definition theorem proof lemma corollary background purpose usage use input output returns
    caveat licence license copyright version keywords abstract topic chapter part section title
    aber und oder also daher deshalb hier jetzt nun dann dabei dazu damit merke merksatz beispiel beispiele
    bsp achtung wichtig hinweis hinweise tipp tipps frage antwort lösung aufgabe aufgaben ziel ziele folge
    folgen fazit vorteil vorteile nachteil nachteile problem probleme ergebnis ergebnisse zusammenfassung
    satz beweis bemerkung anmerkung quelle quellen abbildung tabelle voraussetzung voraussetzungen
    bedingung grund gründe ursache ursachen folgerung allgemein häufig typisch zusatz kritik vgl siehe
    schritt thema kapitel literatur idee erklärung begründung formel rechnung gegeben gesucht denn
    exemple exemples note remarque remarques attention important astuce question réponse solution objectif
    objectifs avantage avantages inconvénient inconvénients conclusion résultat résultats source sources
    définition théorème preuve propriété méthode exercice figure tableau rappel conseil but mais donc
    ejemplo ejemplos nota notas atención importante consejo pregunta respuesta solución objetivo objetivos
    ventaja ventajas desventaja desventajas conclusión resultado resultados fuente fuentes definición"""
)
WHAT_IS_SO = re.compile(r"(?:what|all that|was|alles, was|ce que|tout ce que|lo que|todo lo que)\s")
_PHRASES = frozenset(
    {"best for", "key answer", "model answer", "sample answer", "how it works", "key takeaway", "key takeaways", "pro tip", "suitable for", "in short", "for example", "note that",
     "glossar", "glossary", "glossaire", "glosario", "siehe auch", "see also", "voir aussi", "véase también", "weitere informationen", "zum beispiel", "mit anderen worten", "das heißt", "zur erinnerung", "par exemple", "por ejemplo", "à noter"}
)  # fmt: skip
_OF_ITS_READER = re.compile(  # "the fee you pay", "der Betrag, den Sie bezahlt haben": a thing, told of the reader
    r"(?:(?:an?|the|der|die|das|eine?|une?|les?|la|des|el|los|las|una?)\s|l[’'])[^,;:]+?(?:,\s(?:\w+\s)?(?:den|die|das|dem|der|denen)\s(?:Sie|du|wir|man)|(?:\s(?:that|which))?\s(?:you|we)|"
    r"\s(?:que|dont)\s(?:vous|nous|usted|tú|nosotros))\s",
    re.IGNORECASE,
)
_FRENCH_DU = re.compile(r"\bdu\b")
_TELLS_TO = re.compile(
    r"\b(?:you|your|we|our|du|dich|dein\w*|Sie|Ihr\w*|wir|unser\w*|man (?:sollte|muss|kann)|vous|votre|vos|nous|notre|nos|"
    r"usted|tu|tus|nosotros|nuestr\w+)\b|^(?:Use|Make|Avoid|Check|Keep|Choose|Try|Ensure|Don['’]t|Do not|Never|Always|Suitable|Ideal|Perfect|"
    r"Great|Good|Nutze|Verwende|Achte|Vermeide|Prüfe|Utilisez|Évitez|Vérifiez|Use|Evite|Evita)\b"
)


def is_label_of_its_text(term: str) -> bool:
    """Whether the words before a colon speak of the text rather than name a thing."""
    bare = re.sub(r"\s*[\d.]+$", "", even(term).lower()).strip(" .()")
    return bare in _LABELS or bare in _PHRASES or bare.split(" ")[0] in _LABELS & {
        "aber", "also", "daher", "denn", "und", "but", "mais", "donc", "siehe", "see", "example", "beispiel", "exemple", "ejemplo",
        "step", "schritt", "figure", "abbildung", "table", "tabelle", "how", "why", "what", "when", "where", "who"}  # fmt: skip


def tells_what_to_do(meaning: str, language: str = "") -> bool:
    """Whether a text speaks to its reader: advice, not a meaning; "what you own" is one, and French "du" is no "you"."""
    said = _FRENCH_DU.sub("", meaning) if language == "fr" else meaning
    of_reader = WHAT_IS_SO.match(meaning) or _OF_ITS_READER.match(meaning)
    return bool(_TELLS_TO.search(said)) and not of_reader
