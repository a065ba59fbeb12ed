"""Glossaries as books and manuals have them: terms as headings, sentences as meanings, entries within entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.harvest.copula import without_copula
from praxeo.domain.spec import Choice, SpecDocument
from praxeo.sources.documents.text.markdown import read_markdown_file
from praxeo.spec.taught import taught_terms


def spec_of(text: str, folder: Path) -> SpecDocument:
    (folder / "source.md").write_text(text, "utf-8")
    return write_spec(read_markdown_file(folder / "source.md"), name="source.md")


def terms(spec: SpecDocument) -> dict[str, str]:
    items = [item for s in spec.sections for a in s.activities for item in a.items]
    asked = {item.answer: item.question for item in items if isinstance(item, Choice)}
    taught = [term for s in spec.sections for a in s.activities for term in taught_terms(a)]
    return asked | {term.term: term.definition for term in taught}


def entries(title: str, level: int, told: dict[str, str]) -> str:
    return f"# {title}\n\n" + "\n\n".join(f"{'#' * level} {t}\n\n{m}" for t, m in told.items())


SENTENCES = {
    "en": (
        "Lexicon",
        {"Income": "An income is an amount with a positive sign, also called a credit.",
         "Direct debit": "This is a transfer that the payee draws from the account of the payer.",
         "Currency": "Currency refers to the money that is used in a country at a time."},
        {"Income": "an amount with", "Direct debit": "a transfer that the payee", "Currency": "the money that"},
    ),
    "de": (
        "Allgemeines Glossar",
        {"ODBC": "Open Database Connectivity (ODBC) ist ein Protokoll für den Zugriff auf Datenbanken. Es ist weit verbreitet.",
         "Objekt": "Ein Objekt ist ein Element auf dem Bildschirm, das Informationen enthält.",
         "Bezugsrahmen": "Dies ist ein fester Punkt, von dem aus alle Wege der Maschine gemessen werden."},
        {"ODBC": "ein Protokoll", "Objekt": "ein Element", "Bezugsrahmen": "ein fester Punkt"},
    ),
    "es": (
        "Glosario de términos de Internet",
        {"Buscadores": "Un buscador es un servicio de la red que se utiliza para explorar los documentos por palabras clave.",
         "Proxy (servidor intermediario)": "Un «proxy» es un sistema de la red que guarda copias de las páginas pedidas.",
         "SGML": "SGML son las siglas de «Standard Generalized Markup Language»."},
        {"Buscadores": "un servicio de la red", "Proxy (servidor intermediario)": "un sistema", "SGML": "Standard Generalized"},
    ),
    "fr": (
        "Glossaire général",
        {"Écran": "Un écran est une surface sur laquelle un projecteur ou un ordinateur affiche une image.",
         "Serveur": "C'est un ordinateur qui répond aux demandes des autres machines du réseau.",
         "Pixel": "Un pixel est le plus petit point d'une image numérique, avec sa couleur."},
        {"Écran": "une surface", "Serveur": "un ordinateur qui", "Pixel": "le plus petit"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("title", "told", "wanted"), SENTENCES.values(), ids=SENTENCES.keys())
def test_a_sentence_about_its_term_gives_the_phrase_that_says_what_it_is(
    title: str, told: dict[str, str], wanted: dict[str, str], tmp_path: Path
) -> None:
    found = terms(spec_of(entries(title, 2, told), tmp_path))
    assert found.keys() == wanted.keys()
    assert all(wanted[term] in found[term] for term in wanted)


MACHINE = {
    "CNC": "Numerische Computersteuerung (Kurzform für engl. Computational Numerical Control). Allgemeiner Begriff für gesteuerte Maschinen.",
    "HAL": "Hardware-Abstraktionsschicht. Auf der höchsten Ebene lädt man damit Bausteine.",
    "Vorschub (engl. feed)": "Relativ langsame Bewegung des Werkzeugs bei der Durchführung eines Schnitts.",
    "Jog (manuelle Bewegung)": "Manuelles Bewegen einer Achse einer Maschine über Tasten.",
    "Gleitkommazahl": "Eine Zahl, die einen Dezimalpunkt hat, bsw. 12.3 oder 0.5.",
    "Schrittmotor": "Eine Art von Motor, der sich in festen Schritten dreht.",
    "AXIS": "Eine der grafischen Oberflächen, die den Benutzern zur Verfügung stehen.",
    "GMOCCAPY": "Eine grafische Oberfläche, die dem Benutzer zur Verfügung steht.",
}  # fmt: skip


def test_meanings_are_whole_though_an_abbreviation_stands_in_them(tmp_path: Path) -> None:
    found = terms(spec_of(entries("Glossar", 3, MACHINE), tmp_path))
    assert found["CNC"].endswith("Computational Numerical Control)")
    assert found["Gleitkommazahl"].endswith("bsw. 12.3 oder 0.5")


def test_what_a_short_name_stands_for_is_its_meaning(tmp_path: Path) -> None:
    assert terms(spec_of(entries("Glossar", 3, MACHINE), tmp_path))["HAL"] == "Hardware-Abstraktionsschicht"  # fmt: skip


def test_brackets_that_a_meaning_says_again_are_no_part_of_a_term(tmp_path: Path) -> None:
    found = terms(spec_of(entries("Glossar", 3, MACHINE), tmp_path))
    assert {"Jog", "Vorschub"} <= found.keys()


def test_neither_what_names_its_term_in_parts_nor_two_terms_of_one_meaning_are_asked(
    tmp_path: Path,
) -> None:
    found = terms(spec_of(entries("Glossar", 3, MACHINE), tmp_path))
    assert not {"Schrittmotor", "AXIS", "GMOCCAPY"} & found.keys()


def test_terms_that_differ_in_one_word_are_both_asked(tmp_path: Path) -> None:
    told = {
        "Inner core": "solid iron and nickel below the mantle",
        "Outer core": "liquid iron and nickel below the mantle",
    }
    assert terms(spec_of(entries("Glossary", 3, told), tmp_path)).keys() == told.keys()


def test_the_terms_of_a_glossary_name_no_sections(tmp_path: Path) -> None:
    told = {f"Term {n}": f"A thing of the {n}th kind that is made by hand in place {n}. " + "It is old. " * 25 for n in range(1, 31)}  # fmt: skip
    spec = spec_of("# Machines\n\nWhat machines are made of is told below.\n\n## Glossary\n\n" + entries("x", 3, told).partition("\n\n")[2], tmp_path)  # fmt: skip
    assert not [section for section in spec.sections if section.title.startswith("Term")]


def test_what_has_a_colon_below_a_term_that_is_a_heading_is_no_term(tmp_path: Path) -> None:
    told = {
        "Transaction": "A transaction is a movement of money between two accounts.\n\n- info: further data for the payment, such as a number\n- memo: the text that a person writes beside it",
        "Wallet": "A wallet is a file that holds all the accounts of a person.",
        "Payee": "A payee is a person or a firm that receives money from somebody.",
    }  # fmt: skip
    assert terms(spec_of(entries("Glossary", 2, told), tmp_path)).keys() == told.keys()


OTHER_NAMES = {
    "lexer": ("Un lexer o analizador léxico es un programa que convierte una secuencia de caracteres en elementos.", True),
    "prob": ("Los OBjetos de PRopiedades, o abreviadamente probs, son instancias de una clase que tiene propiedades.", False),
}  # fmt: skip


def test_another_name_is_no_part_of_a_meaning_and_a_sentence_about_something_else_is_none(
    tmp_path: Path,
) -> None:
    told = {term: text for term, (text, _) in OTHER_NAMES.items()}
    found = terms(spec_of(entries("Glosario técnico", 3, told), tmp_path))
    assert found.keys() == {term for term, (_, asked) in OTHER_NAMES.items() if asked}
    assert found["lexer"].startswith("un programa que")


NAMES = [
    "accent", "adagio", "beam", "brace", "C clef", "cadenza", "comma", "custos", "dominant", "fermata", "flag", "glissando", "hairpin",
]  # fmt: skip


def numbered(words_more: int = 0) -> str:
    """A glossary as long books have them: numbered headings, a line of translations, then what it means."""
    more = "It has been used for long. " * words_more
    told = (
        f"## 1.{n} {name}\n\nES: palabra {n}, I: parola {n}, F: mot {n}, D: Wort {n}\n\n[Italian: ‘word {n}’]\n\n"
        f"A sign of the {name[::-1]} kind that stands above note number {n * 7} of a line. {more}\n\n"
        for n, name in enumerate(NAMES, 1)
    )
    return "# Music Glossary\n\n# 1. Terms\n\nLanguages in this order.\n\n" + "".join(told)


def test_numbered_headings_of_a_glossary_are_its_terms(tmp_path: Path) -> None:
    assert terms(spec_of(numbered(), tmp_path)).keys() == set(NAMES)


def test_a_term_in_other_languages_is_not_its_meaning(tmp_path: Path) -> None:
    found = terms(spec_of(numbered(), tmp_path))
    assert all(meaning.startswith("A sign of the") for meaning in found.values())


def test_a_few_numbered_headings_below_a_glossary_are_sections(tmp_path: Path) -> None:
    text = numbered().partition("## 1.4")[0]
    assert not terms(spec_of(text, tmp_path))


def test_the_parts_of_a_long_glossary_are_called_by_their_first_and_last_terms(
    tmp_path: Path,
) -> None:
    titles = [section.title for section in spec_of(numbered(40), tmp_path).sections]
    assert len(titles) > 1
    assert any("accent – " in title for title in titles)
    assert any(title.endswith(" – hairpin") for title in titles)


def test_a_table_below_a_term_gives_no_terms(tmp_path: Path) -> None:
    told = {
        "Score": "A sheet on which all parts of a piece stand below each other.\n\n| winds | strings |\n|---|---|\n| flute oboe | violin viola |\n| clarinet bassoon | violoncello bass |",
        "Staff": "A set of five lines on which notes are written.",
        "Tempo": "The speed at which a piece of music is played.",
    }
    assert terms(spec_of(entries("Glossary", 2, told), tmp_path)).keys() == told.keys()


LATER = {
    "de": ("Allgemeines Glossar",
           {"Formatierung": "Unter Formatieren versteht man in diesem Zusammenhang das optische Gestalten von Texten.",
            "Register": "In vielen Büchern wird darauf geachtet. Ein Register ist eine Liste von Stichwörtern, die am Ende eines Buches steht.",
            "Verknüpfung": "Der Befehl dazu ist im Menü. Man wählt ihn dort aus."},
           {"Formatierung": "das optische Gestalten", "Register": "eine Liste von Stichwörtern"}),
    "es": ("Glosario de términos",
           {"Java": "El lenguaje de programación Java es un lenguaje independiente de las plataformas en que se utiliza.",
            "Marcos": "Los marcos resultan útiles para diseñar la disposición de las páginas. En ellos puede colocar objetos."},
           {"Java": "un lenguaje independiente"}),
}  # fmt: skip


@pytest.mark.parametrize(("title", "told", "wanted"), LATER.values(), ids=LATER.keys())
def test_the_sentence_of_an_entry_that_says_what_its_term_is_is_found(
    title: str, told: dict[str, str], wanted: dict[str, str], tmp_path: Path
) -> None:
    found = terms(spec_of(entries(title, 2, told), tmp_path))
    assert found.keys() == wanted.keys()
    assert all(found[term].startswith(start) for term, start in wanted.items())


MANUAL = {
    "anchor": "A heavy hook of iron that holds a ship to the ground of the sea.",
    "ballast": "Heavy stuff at the bottom of a hull that keeps the ship upright.",
    "capstan": "A drum on the deck that is turned to wind in a rope.",
    "draught": "The depth of water that a ship needs to float.",
    "fender": "A cushion that hangs over the side and keeps a hull from the quay.",
    "hawser": "A thick rope by which a ship is towed or made fast.",
    "mooring": "Synonym for hawser.",
    "rudder": "A flat board at the stern with which a ship is steered.",
}


def manual(told: dict[str, str]) -> str:
    listed = "\n".join(f"- **{term}**: {meaning}" for term, meaning in told.items())
    return f"# Handling of small ships\n\nShips are handled by few people.\n\n## Notes for the crew\n\n{listed}\n"


def test_a_list_in_the_order_of_the_alphabet_is_a_glossary_whatever_stands_above_it(
    tmp_path: Path,
) -> None:
    asked = terms(spec_of(manual(MANUAL), tmp_path))
    assert {term.lower() for term in asked} == {term for term in MANUAL if term != "mooring"}


def test_what_only_names_another_term_is_not_asked(tmp_path: Path) -> None:
    assert "mooring" not in terms(spec_of("# Glossary\n\n" + manual(MANUAL)[60:], tmp_path))


def test_a_list_in_another_order_is_read_as_it_was(tmp_path: Path) -> None:
    """Fields of a form, in the order in which they stand there, are no glossary."""
    fields = {"Title": "What the window shows above the text.", "Author": "Whoever wrote the text.", "Zone": "Where the clock is set to.",
              "Body": "All that is to be printed.", "Page": "Which page is shown first.", "Date": "On which day it was sent.", "Size": "How large it is printed."}  # fmt: skip
    assert not terms(spec_of(manual(fields), tmp_path))


@pytest.mark.parametrize(
    ("term", "said", "meaning"),
    [
        ("Gamut", "In printing and on screens, the gamut of a device is a set of colours that it shows", "a set of colours that it shows"),
        ("Client", "In this system's terminology, the word Client refers to the machine that is saved", "the machine that is saved"),
        ("Alphakanal", "Ein Alphakanal einer Ebene ist ein Bild in Grautönen", "ein Bild in Grautönen"),
        ("Histogramm", "In der Bildverarbeitung versteht man unter einem Histogramm die Häufigkeit der Werte", "die Häufigkeit der Werte"),
        ("Histogramme", "Dans le traitement des images, l’histogramme est un graphique de la fréquence", "un graphique de la fréquence"),
        ("Selección flotante", "Una selección flotante (llamada a veces “capa flotante”) es un tipo de capa temporal", "un tipo de capa temporal"),
    ],
)  # fmt: skip
def test_what_a_term_is_stands_behind_its_name(term: str, said: str, meaning: str) -> None:
    assert without_copula(term, said) == meaning


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("Bézier curve", "A spline is a curve that is set by points"),
        ("Tree", "A leaf that falls from a tree is a sign of autumn"),
    ],
)
def test_a_sentence_about_something_else_stays_whole(term: str, said: str) -> None:
    assert without_copula(term, said) == said


def test_opposites_are_asked_both_however_alike_their_entries_are(tmp_path: Path) -> None:
    told = {
        "Ancestor": "Any state of the files that can be reached by a chain of parents from a given state.",
        "Descendant": "Any state of the files that can be reached by a chain of children from a given state.",
        "Branch": "A line of states of the files that goes on beside the others.",
    }
    asked = terms(spec_of("# Glossary\n\n" + "\n".join(f"- **{t}**: {m}" for t, m in told.items()), tmp_path))  # fmt: skip
    assert {term.lower() for term in asked} >= {"ancestor", "descendant"}
