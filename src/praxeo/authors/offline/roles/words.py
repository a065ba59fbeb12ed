"""The words by which a heading says what stands below it, in the languages that the author knows."""

from __future__ import annotations

import re
from typing import Literal

from praxeo.authors.offline.boilerplate import is_back_matter
from praxeo.authors.offline.cleaning import even

Role = Literal["body", "goals", "summary", "glossary", "questions", "key", "dates", "references"]

LONGEST_ROLE_HEADING = 9  # words

_NUMBER = re.compile(
    r"^(?:(?:chapter|section|unit|lesson|module|kapitel|abschnitt|lektion|chapitre|leçon|capítulo|unidad|tema)\s+)?"
    r"(?:\d+(?:\.\d+)*|[IVXL]+|[A-Z](?:\.\d+)*)?[.):]?\s*[-–—:]?\s*(?=\S)",
    re.IGNORECASE,
)

_SET = re.compile(
    r"(?:chapter|section|unit|lesson|module|part|set|topic|week|quiz|kapitel|abschnitt|lektion|modul|teil|thema|woche|einheit|"
    r"chapitre|leçon|partie|module|capítulo|unidad|lección|parte|tema)\s+(?:\d{1,3}(?:\.\d+)*|[IVXL]+|[A-H])(?:\s*[:.–—-].{0,60})?",
    re.IGNORECASE,
)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{' '.join(words.split())})(?:\s*\([^()]{{1,40}}\))?\s*[:.?]?", re.IGNORECASE
    )


_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("key", _whole(
        r"(?:.* )?answer ?keys?(?: .*)?|(?:.* )?(?<!short )(?<!short-)(?:answers|solutions)(?: (?:to|for) .*)?|key to .*|lösung|lösungen(?: .*)?|"
        r"(?:.* )?lösungs(?:schlüssel|blatt|teil|vorschl[aä]ge?)(?: .*)?|erwartungshorizont(?: .*)?|musterlösung(?:en)?(?: .*)?|antworten(?: .*)?|(?:réponses|corrigés?|solutions)(?: (?:aux|des|du|de) .*)?|"
        r"(?:respuestas|soluciones|solucionario)(?: .*)?|clave de .*|hoja de respuestas(?: .*)?|fiche corrigée(?: .*)?")),
    ("glossary", _whole(
        r"(?:.* )?(?:glossary|lexicon)(?: (?:of|for) .*)?|what (?:the|these|those|our) (?:\w+ )?(?:words|terms) mean|(?:words|terms) (?:and their meanings|explained)|(?:(?:chapter|important|new|basic|list of) )*(?:key )?(?:terms|words|vocabulary|"
        r"terminology|definitions)(?: (?:to know|and .*|list|in .*|for .*|of .*))?|key (?:terms|words|vocabulary|concepts|terminology)(?: .*)?|"
        r"flash ?cards?|(?:\w+[ -])?glossar(?: (?:der|des|zu[mr]?|von|aus) .*)?|lexikon(?: (?:der|des|zu[mr]?|von) .*)?|(?:wichtige |zentrale |neue |die wichtigsten )?(?:fach|grund|schlüssel)?begriffe(?: .*)?|"
        r"begriffs(?:erklärung(?:en)?|klärung(?:en)?|definitionen)|definitionen|fachwörter|vokabeln|karteikarten|lernkarten|"
        r"glossaire(?: .*)?|lexique(?: .*)?|mots[- ]cl[ée]s|vocabulaire|définitions|notions(?: clés| essentielles)?|termes clés|"
        r"glosario(?: .*)?|(?:términos|conceptos|palabras)(?: clave| importantes| básicos)?|vocabulario|definiciones")),
    ("questions", _whole(
        r"(?:.* )?(?:review|self[- ]?check|study|comprehension|discussion|practice|multiple[- ]choice|test|quiz|exam|essay|"
        r"critical thinking|short[- ]answer|end[- ]of[- ]chapter) (?:questions?|exercises|problems|quiz|items|test)(?: .*)?|"
        r"questions?(?: (?:for|and|to) .*)?|(?:check|test) (?:your|yourself|for).*|self[- ](?:check|test|assessment)|(?:.* )?quiz(?: express| éclair| rapide| rápido| final)?|"
        r"fill[- ]in[- ]the[- ](?:blanks?|gaps?)(?: .*)?|gap[- ]texts?|cloze(?: .*)?|true (?:or|/) false(?: [^:].*)?|"
        r"critical thinking|free[- ]response|short[- ]answers?|art connections?|quick quiz(?:zes)?|exercises?|problems?|multiple[- ]choice|knowledge check|f\.?a\.?q\.?s?|frequently asked questions|q ?& ?a|"
        r"(?:(?:die )?häufig\w*|oft gestellte|häufig gestellte) fragen(?: .*)?|fragen und antworten|\w*fragen(?: (?:zu|zum|zur|und) .*)?|(?:übungs|test)?aufgaben|übungen|selbst(?:test|kontrolle|überprüfung)|lern(?:ziel)?kontrollen?|wissenstest|"
        r"test(?:e|en sie) (?:dich|dein|ihr).*|wissenscheck|lückentexte?(?: .*)?|(?:richtig|wahr) (?:oder|/) falsch(?: [^:].*)?|"
        r"textes? à trous?|vrai (?:ou|/) faux(?: [^:].*)?|exercices?(?: .*)?|q\.?c\.?m\.?|questions? de (?:révision|compréhension)(?: .*)?|testez.*|auto-?évaluation|contrôle.*|foire aux questions|questions fréquentes|"
        r"(?:exercise|activity|task|aufgabe|übung|exercice|activité|ejercicio|actividad|tarea|esercizio) (?:n[°º.] ?)?\d{1,2}(?:\b.*)?|"
        r"(?:prüfe|überprüfe|teste)n? (?:sie )?(?:dich|dein|ihr|sich)\w*.*|wiederholungs(?:fragen|aufgaben)(?: .*)?|arbeitsaufträge?|activités|vérifie\w* .*|à toi(?: .*)?|"
        r"(?:match(?:ing)?|zuordnung\w*|ordne zu|associations?|relie\w*|relaciona\w*)(?: .*)?|actividades(?: .*)?|repas[oa]|comprueba .*|ponte a prueba|esercizi(?: .*)?|domande(?: .*)?|check (?:it|yourself).*|"
        r"(?:rellen|complet)ar? (?:los huecos|las frases|el texto)(?: .*)?|verdadero (?:o|/) falso(?: [^:].*)?|preguntas?(?: .*)?|ejercicios?(?: .*)?|cuestionario|autoevaluación")),
    ("goals", _whole(
        r"(?:learning |chapter |lesson |course )?(?:objectives?|outcomes?|goals)|what (?:you|we)(?: will|['’]ll) learn(?: .*)?|what (?:you|students) (?:should|will|must|need to) (?:be able to|know|learn|understand)(?: .*)?|(?:today|in this \w+),? (?:you|we)(?: will|['’]ll) (?:learn|be able)(?: .*)?|(?:you|students) will (?:learn|be able to)(?: .*)?|what (?:will|do) (?:you|we|i) learn(?: .*)?|(?:by the end|after).{0,80}able to|"
        r"(?:das|was) (?:wirst|werden|kannst|könnt|lernst|lernt|lernen) (?:du|ihr|sie|wir)\b(?:.* lernen| .*kapitel| .*lektion| hier)?|was (?:du|ihr|sie|wir)(?: .*)? (?:lernst|lernt|lernen(?: werden| wirst)?|kannst|könnt)|"
        r"ce que (?:tu|vous|nous|l['’]on|on) .*(?:apprendre|apprendr(?:as|ez|ons|a))(?: .*)?|qu(?:e |['’]est-ce que |['’]).*\b(?:vas-tu apprendre|allez-vous apprendre|vas apprendre|allez apprendre|apprendr(?:as|ez|ons)|apprendrez-vous|apprendras-tu)(?: .*)?|(?:tu vas|vous allez) apprendre|"
        r"(?:¿\s?|lo )?qu[eé] (?:vas?|vais|van|vamos) a aprender(?: .*)?|(?:¿\s?|lo )?qu[eé] aprender(?:ás|éis|án|emos)(?: .*)?|vas a aprender|"
        r"(?:lern|kurs)?ziele|lernziel|objectifs?(?: d['’]apprentissage| pédagogiques| du chapitre)?|"
        r"objetivos?(?: de aprendizaje| del capítulo)?")),
    ("summary", _whole(
        r"(?:chapter |section |unit |lesson )?(?:summary|review|recap)(?: of .*)?|in (?:summary|brief|a nutshell)|key (?:points|takeaways|ideas)|"
        r"conclusions?|to sum up|zusammenfassung|fazit|(?:das )?wichtigste(?: in kürze)?|merke|kernaussagen|"
        r"résumé|en résumé|à retenir|l['’]essentiel|points clés|conclusion|resumen|en resumen|ideas clave|conclusiones?")),
    ("dates", _whole(
        r"(?:.* )?(?:timeline|chronology)(?: of .*)?|(?:important|key) dates|.* in dates|zeittafel|zeitleiste|chronologie|"
        r"wichtige (?:daten|jahreszahlen)|(?:dates|repères)(?: chronologiques| clés| importantes)|frise chronologique|"
        r"cronología|línea (?:de|del) tiempo|fechas (?:clave|importantes)")),
)  # fmt: skip


def role_of_heading(text: str) -> Role | None:
    """What a heading says that stands below it; None for one that names a subject."""
    bare = even(text).strip(" :#*_¶§")
    if not bare or len(bare.split()) > LONGEST_ROLE_HEADING:
        return None
    for words in (bare, _NUMBER.sub("", bare, count=1)):
        for role, pattern in _ROLES:
            if words and pattern.fullmatch(words):
                return role
    return "references" if is_back_matter(bare) else None


def names_a_set(text: str) -> bool:
    """Whether a line among questions or answers tells which of them follow: "Section 1", "Teil B"."""
    return bool(_SET.fullmatch(even(text).strip(" :#*_")))
