"""A meaning whose pronouns mean nothing in it, or that only says that its term matters, is none; an event says whom it befell."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.harvest.empty_meanings import says_nothing_alone
from praxeo.authors.offline.harvest.event_sense import needs_what_is_before
from praxeo.domain.spec import Term
from praxeo.sources.documents.text.markdown import read_markdown_file


@pytest.mark.parametrize(
    "meaning",
    [
        "el encargado de crearlos y seguirlos", "la encargada de recibirla", "the part in charge of creating them",
        "the component responsible for starting and stopping them", "the one that tracks it",
        "celui qui est chargé de les créer et de les suivre", "le responsable de le surveiller",
        "derjenige, der sie erzeugt und verwaltet", "das Programm, das sie erzeugt und überwacht",
    ],
)  # fmt: skip
def test_a_pronoun_that_means_nothing_in_a_meaning_leaves_it_open(meaning: str) -> None:
    assert says_nothing_alone(meaning)


@pytest.mark.parametrize(
    "meaning",
    [
        "a fundamental concept of all database systems", "an important part of every computer", "un concepto fundamental de todos los sistemas",
        "une notion fondamentale de la physique", "ein zentrales Konzept aller Datenbanken", "ein wesentlicher Bestandteil des Nervensystems",
    ],
)  # fmt: skip
def test_that_something_matters_does_not_say_what_it_is(meaning: str) -> None:
    assert says_nothing_alone(meaning)


@pytest.mark.parametrize(
    "meaning",
    [
        "a set of lines and the space between them", "an organ that filters the blood and cleans it", "a body and its moons",
        "un programa que guarda los archivos y permite abrirlos", "el proceso de tomar un dato y guardarlo", "la parte de la célula que la protege",
        "le lieu où l'on garde les livres pour les lire", "la science des roches qui cherche à les dater", "un sel de la mer",
        "ein Organ, das Blut filtert und es reinigt", "ein Gas, das Pflanzen aufnehmen, um es zu spalten", "eine Pflanze mit ihren Wurzeln",
        "a basic unit of life", "the central part of a cell that holds the DNA", "a fundamental concept of physics that describes how much work can be done",
    ],
)  # fmt: skip
def test_a_meaning_that_names_what_its_pronouns_mean_says_enough(meaning: str) -> None:
    assert not says_nothing_alone(meaning)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("# El núcleo\n\nUn proceso es una instancia en ejecución de un programa. El núcleo es el encargado de crearlos y seguirlos.\n", {"proceso"}),
        ("# Transactions\n\n*Transactions* are a fundamental concept of all database systems. They bundle several steps into one.\n", set()),
        ("# Le noyau\n\nUne grammaire est un ensemble de règles qui décrit les phrases d'une langue. Le noyau est le composant chargé de les créer.\n", {"grammaire"}),
    ],
)  # fmt: skip
def test_what_is_left_open_is_not_asked(text: str, terms: set[str], tmp_path: Path) -> None:
    (tmp_path / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(tmp_path / "source.md"), name="source.md")
    items = [item for s in spec.sections for a in s.activities for item in a.items]
    assert {item.term for item in items if isinstance(item, Term)} == terms


@pytest.mark.parametrize(
    "event",
    [
        "Appointed to the lighthouse commission", "Elected president of the Royal Society", "Working with Arago at the Academy",
        "Nommé à la commission des phares", "Nombrado director de la comisión", "Elegida por la asamblea de Madrid",
    ],
)  # fmt: skip
def test_an_event_that_names_nobody_needs_what_stands_before_it(event: str) -> None:
    assert needs_what_is_before(event)


@pytest.mark.parametrize(
    "event",
    [
        "Armed forces landed at Gallipoli", "Alfred became king of Wessex", "Mohammed fled to Medina", "Painting in oil began at Bruges",
        "Soldados de Francia tomaron Madrid", "Andrés de Urdaneta cruzó el Pacífico", "André Ampère publie sa théorie",
    ],
)  # fmt: skip
def test_an_event_whose_subject_only_looks_like_a_participle_stands_alone(event: str) -> None:
    assert not needs_what_is_before(event)
