"""How worksheets name their tasks and say what is to be done, in the languages that the author knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import even

_NAME = (
    r"exercise|task|activity|problem|part|section|station|set|round|aufgabe|übung|aufgabenteil|teil|abschnitt|"
    r"exercice|activité|partie|ejercicio|actividad|tarea|parte|esercizio"
)
_NAMED = re.compile(
    rf"^(?:{_NAME})\s*(?:nr\.?\s*|n[°º]\s*)?(?P<label>\d{{1,2}}|[A-H]|[IVX]{{1,4}})\b\s*(?:[.:)–—-]+\s*)?",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"^(?P<label>I{1,3}|IV|V|VI{1,3})[.)]\s+")
_POINTS = re.compile(
    r"\s*[(\[][^()\[\]]*?\b\d+(?:[.,]\d+)?\s*(?:p|pts?|points?|marks?|punkte?|puntos?|be|min\w*)\b[^()\[\]]*[)\]]|\s*[_/]+\s*/?\s*\d+\s*(?:p|punkte?|points?)\.?\s*$",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"^(?:match|fill|complete|order|number|put|tick|circle|underline|choose|decide|connect|correct|arrange|multiple[- ]choice|matching|true (?:or|/) false|write (?:t|r)\b|cross out|"
    r"ordn(?:e|et|en)|verbind\w+|setz\w*|ergänz\w*|füll\w*|kreuz\w*|entscheid\w*|bring\w*|streich\w*|bilde\w*|beantwort\w*|zuordnung|lückentext|richtig oder falsch|wahr oder falsch|unterstreich\w*|"
    r"korrigier\w*|vervollständig\w*|wandle\w*|prüf\w*|relie\w*|associe\w*|complèt\w*|coche\w*|entoure\w*|remet\w*|rang\w*|répond\w*|classe\w*|vrai ou faux|"
    r"relaciona\w*|une (?:con|cada|las?|los)\b|complet\w*|rellen\w*|elig\w*|marc\w*|orden\w*|respond\w*|verdadero|señal\w*|rode\w*)",
    re.IGNORECASE,
)
ORDERS = re.compile(
    r"\b(?:order|sequence|arrange|number the|reihenfolge|ordne\w*\b.*\b(?:von|nach)\b|sortier\w*|ordre|range[sz]?|orden\w*|ordine)\b",
    re.IGNORECASE,
)

_SEVERAL = {
    "exercise": "Exercises", "task": "Tasks", "activity": "Activities", "problem": "Problems", "aufgabe": "Aufgaben",
    "übung": "Übungen", "exercice": "Exercices", "activité": "Activités", "ejercicio": "Ejercicios",
    "actividad": "Actividades", "tarea": "Tareas", "esercizio": "Esercizi",
}  # fmt: skip
FEWEST_TASKS = 2


def names_of_tasks(headings: Sequence[str]) -> str:
    """What covers the tasks that headings name: "Aufgaben 2–4"; "" for one, and for tasks of several names."""
    named = [(text.split()[0].casefold(), named_task(text)[0]) for text in map(even, headings) if text]  # fmt: skip
    tasks = [(word, label.upper()) for word, label in named if label and word in _SEVERAL]
    words = {word for word, _ in tasks}
    if len(words) != 1 or len({label for _, label in tasks}) < FEWEST_TASKS:
        return ""
    return f"{_SEVERAL[tasks[0][0]]} {tasks[0][1]}–{tasks[-1][1]}"


def named_task(text: str) -> tuple[str, str]:
    """The label of "Exercise 2: Match" or "II. Match", and what stands behind it; "" where a text names no task."""
    found = _NAMED.match(text) or _ROMAN.match(text)
    return (found["label"].lower(), text[found.end() :]) if found else ("", text)


def tells_what_to_do(text: str) -> bool:
    """Whether a line says what is to be done with all that stands below it."""
    return bool(_TO_DO.match(text)) and not text.endswith(("?", "؟", "_"))


def without_points(text: str) -> str:
    """A line without the points or minutes that a task is worth: "Match. (3 P.)"."""
    return even(_POINTS.sub("", text))
