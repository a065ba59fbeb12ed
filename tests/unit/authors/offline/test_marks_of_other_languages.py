"""What German, French and Spanish texts mark in their own ways: bold names in running text, numbered terms, dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import drafts, write_spec
from praxeo.domain.sentences import split_sentences
from praxeo.domain.spec import Card, Event, Item, Term
from praxeo.sources.documents.text.markdown import read_markdown_file
from tests.unit.authors.offline.lessons import HEAD, shown


def found(text: str, folder: Path) -> list[Item]:
    """What is shown, and what waits at the desk."""
    return shown(text, folder) + [
        d.item for d in drafts(read_markdown_file(folder / "source.md"), name="source.md")
    ]


def terms(items: list[Item]) -> dict[str, str]:
    return {i.term: i.definition for i in items if isinstance(i, Term)}


NAMED = [
    ("de", "Den Raum zwischen zwei Zähnen eines Zahnrads nennt man **Zahnlücke**.", "Zahnlücke", "Raum zwischen zwei Zähnen eines Zahnrads"),
    ("de", "Die obere Seite des Blattes heißt **Blattoberseite**, die Schicht unter der Haut des Blattes heißt **Palisadengewebe**.", "Palisadengewebe", "die Schicht unter der Haut des Blattes"),
    ("de", "Als **Zunft** bezeichnete man den Zusammenschluss von Handwerkern desselben Berufs.", "Zunft", "Zusammenschluss von Handwerkern desselben Berufs"),
    ("de", "Als **Reingewinn** gilt der Ertrag nach Abzug aller Kosten.", "Reingewinn", "der Ertrag nach Abzug aller Kosten"),
    ("de", "Im Querschnitt sieht man die **Jahresringe**, also die Abfolge von hellem und dunklem Holz.", "Jahresringe", "die Abfolge von hellem und dunklem Holz"),
    ("de", "Am Anfang steht die **Exposition**: die Einführung der Personen und des Ortes.", "Exposition", "die Einführung der Personen und des Ortes"),
    ("de", "Wie Rechner sich verstehen, regeln **Normen** (Absprachen über Maße und Stecker).", "Normen", "Absprachen über Maße und Stecker"),
    ("fr", "L'appareil qui mesure la pression de l'air est appelé **baromètre**.", "baromètre", "l'appareil qui mesure la pression de l'air"),
    ("fr", "Les os plats qui protègent le cerveau sont les **pariétaux**, et la partie qui porte les dents s'appelle la **mâchoire**.", "mâchoire", "la partie qui porte les dents"),
    ("fr", "Une plante qui perd ses feuilles en hiver est un **caducifolié** ; le sapin n'en est pas un.", "caducifolié", "une plante qui perd ses feuilles en hiver"),
    ("fr", "On nomme **fossile** toute trace d'un être vivant conservée dans une roche.", "fossile", "toute trace d'un être vivant conservée dans une roche"),
    ("fr", "La **sève**, c'est-à-dire le liquide qui circule dans la plante, monte des racines.", "sève", "le liquide qui circule dans la plante"),
    ("es", "A la capa de gases que rodea la Tierra se la llama **atmósfera**.", "atmósfera", "la capa de gases que rodea la Tierra"),
    ("es", "Se denominaban **gremios** las asociaciones de artesanos de un mismo oficio.", "gremios", "las asociaciones de artesanos de un mismo oficio"),
    ("es", "Se conoce como **trashumancia** el traslado de los rebaños según la estación.", "trashumancia", "el traslado de los rebaños según la estación"),
    ("es", "El paso del agua de líquido a vapor recibe el nombre de **evaporación**.", "evaporación", "el paso del agua de líquido a vapor"),
    ("es", "En 1521 se impuso la **encomienda**, un sistema en el que los colonos recibían tributos de los indígenas.", "encomienda", "un sistema en el que los colonos recibían tributos de los indígenas"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "term", "meaning"), NAMED)
def test_a_sentence_that_names_a_bold_term_defines_it(
    language: str, sentence: str, term: str, meaning: str, tmp_path: Path
) -> None:
    assert terms(shown(HEAD[language] + sentence + "\n", tmp_path))[term] == meaning


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Die einzelnen Teile davon heißen **Glieder**."),
        ("de", "Das noch heiße Gestein darunter wird **Magma** genannt."),
        ("de", "Diesen Teil des Tests nennt man **Hörverstehen**."),
        ("fr", "Les deux autres parties s'appellent les **ailes**."),
        ("fr", "Cette partie de la plante est appelée **tige**."),
        ("es", "Las otras partes de encima se llaman **alas**."),
        ("es", "La capital del país es la **Paz**."),
    ],
)
def test_a_name_for_what_stands_in_the_lines_before_defines_nothing(
    language: str, sentence: str, tmp_path: Path
) -> None:
    assert terms(found(HEAD[language] + sentence + "\n", tmp_path)) == {}


def test_a_relative_clause_is_not_taken_for_what_is_named(tmp_path: Path) -> None:
    text = (
        HEAD["de"]
        + "Gefäße, die Wasser von den Wurzeln nach oben leiten, heißen **Wasserleiter**.\n"
    )
    meant = terms(found(text, tmp_path)).get("Wasserleiter", "")
    assert not meant.startswith("die ")


NUMBERED = {
    "de": "1. Atom: Ein Teilchen, das aus Kern und Hülle besteht.\n2. Proton: Ein Teilchen mit positiver Ladung im Kern.\n"
    "3. Neutron: Ein Teilchen ohne Ladung im Kern.\n4. Elektron: Das negative Teilchen in der Hülle.\n",
    "fr": "1. Atome : Une particule formée d'un noyau et d'électrons.\n2. Proton : Une particule positive du noyau.\n"
    "3. Neutron : Une particule du noyau sans charge.\n4. Ion : Un atome qui a perdu ou gagné des électrons.\n",
    "es": "1. Átomo: Una partícula formada por un núcleo y electrones.\n2. Protón: Una partícula del núcleo con carga positiva.\n"
    "3. Neutrón: Una partícula del núcleo sin carga.\n4. Ion: Un átomo que ha perdido o ganado electrones.\n",
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(NUMBERED))
def test_the_entries_of_a_numbered_list_are_terms(language: str, tmp_path: Path) -> None:
    assert len(terms(shown(HEAD[language] + NUMBERED[language], tmp_path))) == 4


def test_numbered_steps_with_labels_are_no_terms(tmp_path: Path) -> None:
    text = HEAD["de"] + (
        "## Ablauf des Versuchs\n\n1. Aufbau: Das Becherglas auf den Dreifuß stellen.\n2. Start: Den Brenner vorsichtig anzünden.\n"
        "3. Messung: Die Temperatur jede Minute ablesen.\n4. Ende: Den Brenner wieder löschen.\n"
    )
    assert terms(found(text, tmp_path)) == {}


def test_a_list_within_a_point_of_a_list_is_asked_by_that_point(tmp_path: Path) -> None:
    text = HEAD["de"] + (
        "- Der Baum wächst langsam und braucht Licht.\n- Das Blatt besteht aus drei Geweben:\n    - Epidermis\n    - Palisadengewebe\n    - Schwammgewebe\n"
        "- Im Herbst fallen die Blätter.\n"
    )
    cards = [i for i in shown(text, tmp_path) if isinstance(i, Card)]
    assert [card.back for card in cards] == ["Epidermis; Palisadengewebe; Schwammgewebe"]


def test_a_bold_line_is_told_by_the_paragraph_below_it(tmp_path: Path) -> None:
    text = HEAD["de"] + (
        "**Dichte (density)**\n\nDie Dichte beschreibt das Verhältnis von Masse und Volumen eines Körpers. Man misst sie oft.\n\n"
        "**Altsteinzeit**\n\nEpoche vor der Erfindung des Ackerbaus\n"
    )
    assert terms(shown(text, tmp_path)) == {
        "Dichte": "das Verhältnis von Masse und Volumen eines Körpers",
        "Altsteinzeit": "Epoche vor der Erfindung des Ackerbaus",
    }


@pytest.mark.parametrize(
    ("language", "sentence", "question", "when"),
    [
        ("es", "En 1769 James Watt patentó su máquina de vapor.", "¿Cuándo patentó James Watt su máquina de vapor?", "1769"),
        ("es", "La Constitución de Cádiz fue aprobada en 1812.", "¿Cuándo fue aprobada la Constitución de Cádiz?", "1812"),
        ("es", "El 27 de junio de 1954 se inauguró en Óbninsk la primera central nuclear.", "¿Cuándo se inauguró en Óbninsk la primera central nuclear?", "27 de junio de 1954"),
        ("es", "Fue en 1957 cuando la Unión Soviética lanzó el Sputnik.", "¿Cuándo lanzó la Unión Soviética el Sputnik?", "1957"),
        ("fr", "En 1815, le congrès de Vienne redessine la carte de l'Europe.", "Quand est-ce que le congrès de Vienne redessine la carte de l'Europe ?", "1815"),
        ("fr", "C'est en 1879 qu'Edison met au point une lampe durable.", "Quand est-ce qu’Edison met au point une lampe durable ?", "1879"),
        ("fr", "L'Académie française a été fondée en 1635.", "Quand est-ce que l'Académie française a été fondée ?", "1635"),
    ],
)  # fmt: skip
def test_one_date_in_a_sentence_is_asked_in_the_order_of_its_language(
    language: str, sentence: str, question: str, when: str, tmp_path: Path
) -> None:
    asked = {
        i.front: i.back
        for i in found(HEAD[language] + sentence + "\n", tmp_path)
        if isinstance(i, Card)
    }
    assert asked[question] == when


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Su hijo nació en Lima en 1820."),
        ("es", "Se casó con Ana de Austria en 1615."),
        ("es", "Esta guerra terminó en 1945 con la derrota de Alemania."),
        ("fr", "Elle est morte à Paris en 1934."),
        ("fr", "Son frère Louis est né en 1755."),
        ("fr", "Ce traité est signé à Rome en 1957."),
    ],
)
def test_a_date_of_nobody_who_is_named_is_not_asked(
    language: str, sentence: str, tmp_path: Path
) -> None:
    assert [
        i for i in found(HEAD[language] + sentence + "\n", tmp_path) if isinstance(i, Card)
    ] == []


def test_years_before_christ_and_early_ones_make_a_timeline_where_a_heading_says_dates(
    tmp_path: Path,
) -> None:
    text = HEAD["es"] + (
        "## Fechas clave\n\n- 753 a. C.: fundación de Roma\n- 27 a. C.: Augusto, primer emperador\n- 313: edicto de Milán\n- 476: caída de Roma\n"
    )
    assert [i.when for i in shown(text, tmp_path) if isinstance(i, Event)] == [
        "753 a. C.",
        "27 a. C.",
        "313",
        "476",
    ]
    table = HEAD["fr"] + (
        "## Une religion nouvelle\n\n| Date | Événement |\n| --- | --- |\n| 313 | Édit de Milan |\n| 380 | Édit de Thessalonique |\n| 392 | Interdiction des cultes païens |\n"
    )
    assert len([i for i in shown(table, tmp_path) if isinstance(i, Event)]) == 3


def test_before_christ_does_not_end_a_sentence() -> None:
    text = "César murió en el 44 a. C. La república cayó después."
    assert [text[a:b] for a, b in split_sentences(text)] == [
        "César murió en el 44 a. C.",
        "La república cayó después.",
    ]


OTHERS = {
    "it": "# Il clima\n\nIl clima di una regione dipende dalla latitudine e dalla distanza dal mare, e questo è noto da secoli.\n\n"
    "- **Umidità**: quantità di vapore acqueo presente nell'aria\n- **Vento**: movimento dell'aria tra zone di pressione diversa\n- **Brina**: sottile strato di ghiaccio che copre il terreno\n",
    "pt": "# A cidade\n\nA cidade não é apenas um lugar onde as pessoas moram, mas também o centro da vida de uma região.\n\n"
    "**Bairro**: parte de uma cidade com limites próprios\n**Subúrbio**: zona habitada em redor da cidade\n**Praça**: lugar público rodeado de edifícios\n",
    "nl": "# De kaart\n\nEen kaart is een tekening van het landschap die je bij het wandelen en het fietsen goed kunt gebruiken.\n\n"
    "- **Schaal**: verhouding tussen de kaart en de werkelijkheid\n- **Legenda**: lijst met de tekens die op de kaart staan\n- **Kompas**: instrument waarvan de naald naar het noorden wijst\n",
    "pl": "# Pogoda\n\nPogoda nie jest taka sama każdego dnia, ale można ją przewidzieć, jeśli się wie, co trzeba mierzyć.\n\n"
    "- **Wilgotność**: ilość pary wodnej w powietrzu\n- **Wiatr**: poziomy ruch powietrza nad ziemią\n- **Opad**: woda, która spada z chmur na ziemię\n",
    "ar": "# المناخ\n\nالمناخ هو متوسط حالة الطقس في منطقة ما خلال فترة طويلة من الزمن، ويتأثر بعوامل كثيرة.\n\n"
    "- **الرطوبة**: كمية بخار الماء الموجودة في الهواء\n- **الضغط الجوي**: وزن الهواء الواقع على سطح الأرض\n- **الرياح**: حركة الهواء بين مناطق الضغط المختلفة\n",
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(OTHERS))
def test_bold_labels_are_terms_in_any_language_and_the_app_is_in_it(
    language: str, tmp_path: Path
) -> None:
    assert len(terms(shown(OTHERS[language], tmp_path))) == 3
    spec = write_spec(read_markdown_file(tmp_path / "source.md"), name="source.md")
    assert spec.language == language


@pytest.mark.parametrize(
    ("language", "sentence", "term", "meaning"),
    [
        ("de", "So bildet sich **Torf**, eine braune, faserige Masse.", "Torf", "eine braune, faserige Masse"),
        ("de", "Unten liegt **Kies**, eine Schicht aus Steinen, die das Wasser ableitet.", "Kies", "eine Schicht aus Steinen, die das Wasser ableitet"),
        ("es", "Las hojas contienen **clorofila**, un pigmento verde que capta la luz.", "clorofila", "un pigmento verde que capta la luz"),
        ("fr", "La tige porte le **bourgeon**, une petite pousse en sommeil.", "bourgeon", "une petite pousse en sommeil"),
    ],
)  # fmt: skip
def test_a_bold_term_is_told_by_the_phrase_beside_it(
    language: str, sentence: str, term: str, meaning: str, tmp_path: Path
) -> None:
    assert terms(shown(HEAD[language] + sentence + "\n", tmp_path))[term] == meaning


def test_what_stands_beside_a_bold_word_in_an_enumeration_is_not_asked(tmp_path: Path) -> None:
    text = HEAD["es"] + "Se compra **pan**, una docena de huevos, un litro de leche y café.\n"
    assert terms(shown(text, tmp_path)) == {}


def test_an_event_of_a_timeline_is_not_asked_once_more_by_its_date(tmp_path: Path) -> None:
    text = HEAD["fr"] + (
        "En 1800, Volta invente la pile. Ampère publie sa théorie en 1827. C'est en 1879 qu'Edison met au point une lampe.\n"
    )
    items = shown(text, tmp_path)
    assert len([i for i in items if isinstance(i, Event)]) == 3
    assert not [i for i in items if isinstance(i, Card)]


def test_questions_and_answers_that_follow_each_other_in_a_list_are_cards(tmp_path: Path) -> None:
    text = HEAD["fr"] + (
        "## Révision\n\n1. \n    - Quel organe pompe le sang ?\n    - Le cœur pompe le sang.\n2. \n    - Où le sang prend-il le dioxygène ?\n    - Dans les poumons.\n"
    )
    asked = {i.front: i.back for i in shown(text, tmp_path) if isinstance(i, Card)}
    assert asked == {
        "Quel organe pompe le sang ?": "Le cœur pompe le sang.",
        "Où le sang prend-il le dioxygène ?": "Dans les poumons.",
    }
    open_ones = HEAD["fr"] + (
        "- Quel organe pompe le sang ?\n- Où le sang prend-il le dioxygène ?\n- Que font les reins ?\n- Que font les poumons ?\n"
    )
    assert not [i for i in shown(open_ones, tmp_path) if isinstance(i, Card)]


def test_a_kind_may_be_named_in_what_a_sentence_calls_so(tmp_path: Path) -> None:
    text = (
        HEAD["es"]
        + "La fuerza que ejerce la Tierra sobre los cuerpos se llama **fuerza gravitatoria**.\n"
    )
    assert "fuerza gravitatoria" in terms(shown(text, tmp_path))


def test_spanish_dates_before_their_event_make_a_timeline_without_a_comma(tmp_path: Path) -> None:
    text = HEAD["es"] + (
        "En 1826 Nicéphore Niépce tomó la primera fotografía. En 1839 Louis Daguerre presentó el daguerrotipo. En 1888 George Eastman vendió la cámara Kodak.\n"
    )
    events = [i.when for i in shown(text, tmp_path) if isinstance(i, Event)]
    assert events == ["1826", "1839", "1888"]
