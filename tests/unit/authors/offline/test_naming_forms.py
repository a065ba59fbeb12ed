"""Sentences that name a thing and say what it is, in German, French and Spanish."""

from __future__ import annotations

import pytest

from praxeo.authors.offline.harvest.plain_definitions import plain_definition
from praxeo.authors.offline.material import Sentence
from praxeo.domain.blocks import Block


def defined(text: str, language: str) -> tuple[str, str] | None:
    """The term and the meaning that a sentence gives."""
    block = Block(id="b1", kind="paragraph", text=text)
    found = plain_definition(Sentence(block=block, number=1, start=0, text=text), language)
    return (found.term, found.meaning) if found else None


@pytest.mark.parametrize(
    ("language", "text", "term", "meaning"),
    [
        ("de", "Unter Konkurrenz verstehen Ökologen den Wettbewerb um knappe Güter.", "Konkurrenz", "Wettbewerb um knappe Güter"),
        ("de", "Unter einer ökologischen Nische versteht man die Gesamtheit der Bedingungen.", "ökologische Nische", "die Gesamtheit der Bedingungen"),
        ("de", "Als Symbiose wird das Zusammenleben zum gegenseitigen Nutzen bezeichnet.", "Symbiose", "das Zusammenleben zum gegenseitigen Nutzen"),
        ("de", "Das Zusammenleben auf Kosten eines Wirtes nennt man Parasitismus.", "Parasitismus", "das Zusammenleben auf Kosten eines Wirtes"),
        ("de", "Ein senkrechter Schnitt durch den Boden wird als Profil bezeichnet.", "Profil", "ein senkrechter Schnitt durch den Boden"),
        ("de", "Die Wissenschaft vom Boden heißt Pedologie oder Bodenkunde.", "Pedologie", "die Wissenschaft vom Boden"),
        ("de", "Der Umbau der Streu zu Humus heißt Humifizierung; ihr Abbau heißt anders.", "Humifizierung", "der Umbau der Streu zu Humus"),
        ("fr", "Par chaîne alimentaire, on entend une suite d’êtres vivants.", "chaîne alimentaire", "une suite d’êtres vivants"),
        ("fr", "Une association au détriment d’un hôte s’appelle le parasitisme.", "parasitisme", "une association au détriment d’un hôte"),
        ("es", "Por simbiosis se entiende la asociación de dos especies.", "simbiosis", "la asociación de dos especies"),
        ("es", "Se denomina nicho al conjunto de condiciones de una especie.", "nicho", "conjunto de condiciones de una especie"),
        ("es", "La asociación que perjudica a un huésped se llama parasitismo.", "parasitismo", "la asociación que perjudica a un huésped"),
    ],
)  # fmt: skip
def test_what_is_named_is_a_term(language: str, text: str, term: str, meaning: str) -> None:
    assert defined(text, language) == (term, meaning)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Diesen Vorgang nennt man Verwitterung."),
        ("de", "Die oberen Schichten heißen Horizonte."),
        ("de", "Der Hund heißt nicht Bello."),
        ("fr", "Ce phénomène s’appelle le parasitisme."),
        ("es", "Este proceso de la planta se llama fotosíntesis."),
    ],
)
def test_what_leans_on_the_text_before_names_nothing(language: str, text: str) -> None:
    assert defined(text, language) is None
