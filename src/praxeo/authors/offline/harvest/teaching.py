"""Texts in German, French or Spanish that teach a subject rather than a program: there more can be trusted, by rows of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from praxeo.authors.offline.harvest.everything import Harvest
from praxeo.authors.offline.roles.blocks import RoledBlock

TAUGHT = "_taught"  # what the source's name in the gate's table ends with
LANGUAGES = frozenset({"de", "fr", "es"})
MOST_OF_PROGRAMS = 0.08  # of the blocks speak of a program; with more it is a manual
# What defines in passing, tells instead of defining, or counts: in manuals mostly about windows, fields and features.
_WEAK = frozenset({"is_a_once", "are", "are_once", "named", "named_once", "label_told", "counted", "faq", "dated"})  # fmt: skip

_PROGRAM = re.compile(
    r"\b(?:klicken|mausklick|menüs?|dialogs?|schaltfläche\w*|mausta?ste\w*|tastenkombination\w*|fenster|datei(?:en)?|verzeichnis\w*|ordner|paket\w*|server\w*|"
    r"benutzer\w*|installier\w*|installation\w*|konfigur\w*|programm\w*|befehl\w*|option(?:en)?|software|version(?:en)?|download\w*|plugin\w*|rechner\w*|skript\w*|"
    r"cliqu\w+|menus?|fenêtres?|fichiers?|dossiers?|répertoires?|paquets?|serveurs?|utilisateurs?|logiciels?|commandes?|boutons?|installer|paramétr\w+|"
    r"clic|hacer clic|menús?|ventanas?|archivos?|ficheros?|carpetas?|directorios?|paquetes?|servidor(?:es)?|usuari[oa]s?|instalar|configur\w+|botón|comandos?|"
    r"[\w-]+\.(?:conf|py|xml|html|txt|deb|exe|sh|cfg))\b",
    re.IGNORECASE,
)


def teaches(placed: Sequence[RoledBlock], language: str) -> bool:
    """Whether a text in one of these languages is about something other than a program and its windows."""
    texts = [p.block.text for p in placed if p.block.kind in ("paragraph", "list_item", "heading")]
    spoken = sum(bool(_PROGRAM.search(text)) for text in texts)
    return language in LANGUAGES and spoken <= MOST_OF_PROGRAMS * max(len(texts), 1)


def as_taught(found: Harvest) -> Harvest:
    """The harvest of such a text: what is weak elsewhere, by its name there."""
    return replace(
        found,
        concepts=[replace(c, rule=_name(c.rule)) for c in found.concepts],
        candidates=[replace(c, rule=_name(c.rule)) for c in found.candidates],
    )


def _name(rule: str) -> str:
    return rule + TAUGHT if rule in _WEAK else rule
