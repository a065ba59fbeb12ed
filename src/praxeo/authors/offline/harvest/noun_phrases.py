"""Meanings that name a kind of thing, by how they begin in German, French or Spanish: "Una red de …", "Die Untersuchung lebender …"."""

from __future__ import annotations

import re

_GERMAN = re.compile(
    r"(?:(?:Eine?|Der|Die|Das)\s)?(?:[a-zäöüß]+e[rsn]?\s|[A-ZÄÖÜ][a-zäöüß]+e[rs]?\s)?[A-ZÄÖÜ]\w{2,}(?:\s(?:und|oder)\s[A-ZÄÖÜ]\w+)?,?\s(?:aus|der|des|von|vom|für|zur?|zum|in|im|mit|auf|"
    r"an|am|zwischen|bei|eine[sr]|durch|ohne|über|nach|vor|seit|während|aller?|um|zu|[a-zäöüß]+er\s[A-ZÄÖÜ])\s?"
)
_ARTICLE = r"(?:(?:Una?|El|La|Los|Las|Une?|Les?)\s|L[’'])"
# Without an article only words that are nouns by their ending: a plural, an action, a quality.
_NOUN = r"(?:[A-ZÀ-Þ][a-zà-ÿ]+(?:s|x|ción|sión|dad|tion|sion|ité|miento|ment|eur|age|ure|ence|ance|aje|ura|encia|ismo|isme)|Ensemble|Conjunto|Proceso|Parte|Partie|Unidad|Unité|Fuerza|Force|Cuerpo|Corps|Capa|Couche|Zona|Zone|Grupo|Groupe|Sistema|Système|Espacio|Lieu|Lugar|Material|Matière|Materia)"
_BOUND = r"(?:de|del|du|des|que|qui|dont|où|para|pour|à|au|aux|en|con|avec|entre|por|par|sin|sans|dans|sur|sobre|avant|après|donde|cuy[oa]s?|\w{2,}[aií]d[oa]s?|\w{3,}(?:és?|ées?)|d[’']\w+)\b"
_ROMANCE = re.compile(
    rf"(?:{_ARTICLE}[a-zà-ÿœ’'-]+|{_NOUN})(?:\s(?!se\b|es\b|son\b|est\b|sont\b|ont?\b|no\b|ne\b)[a-zà-ÿœ-]+){{0,2}}?,?\s{_BOUND}"
)


def begins_as_phrase(meaning: str) -> bool:
    """Whether a meaning begins with a noun and what tells it from others of its kind."""
    return bool(_GERMAN.match(meaning) or _ROMANCE.match(meaning))
