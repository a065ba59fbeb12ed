"""What German, French and Spanish lessons mark becomes practice: vocabulary, comparisons, gap texts, labels, dates, steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline import gate
from praxeo.authors.offline.author import drafts, write_spec
from praxeo.domain.spec import Card, Choice, Cloze, Item, SpecDocument, Step, Term
from praxeo.sources.documents.text.markdown import read_markdown_file
from praxeo.sources.documents.text.plain import read_text_file

HEART = "# Das Herz\n\nDas Herz pumpt das Blut durch den Körper, aus Venen in Arterien, und das ein Leben lang.\n\n"
CELL = "# La cellule\n\nTous les êtres vivants sont faits de cellules, grandes ou petites.\n\n"


def spec_of(text: str, folder: Path, name: str = "source.md") -> SpecDocument:
    source = folder / name
    source.write_text(text, "utf-8")
    read = read_markdown_file if name.endswith(".md") else read_text_file
    return write_spec(read(source), name=name)


def found(text: str, folder: Path) -> list[Item]:
    """What is shown and what waits at the desk."""
    spec = spec_of(text, folder)
    shown = [i for s in spec.sections for a in s.activities for i in a.items]
    return shown + [d.item for d in drafts(read_markdown_file(folder / "source.md"), name="source")]


def cards(items: list[Item]) -> dict[str, str]:
    return {i.front: i.back for i in items if isinstance(i, Card)}


def terms(items: list[Item]) -> dict[str, str]:
    return {i.term: i.definition for i in items if isinstance(i, Term)}


def test_a_vocabulary_is_asked_in_both_directions_in_the_words_of_its_learners(tmp_path: Path) -> None:  # fmt: skip
    text = (
        "# Unit 3: At the restaurant\n\n| Englisch | Deutsch |\n| --- | --- |\n| the menu | die Speisekarte |\n"
        "| the bill | die Rechnung |\n| hungry | hungrig |\n\n## Wendungen\n\n- I would like … – Ich hätte gern …\n"
        "- Could I have the bill, please? – Könnte ich bitte die Rechnung haben?\n- The meal was good. – Das Essen war gut.\n"
    )
    spec = spec_of(text, tmp_path)
    asked = cards([i for s in spec.sections for a in s.activities for i in a.items])
    assert spec.language == "de"
    assert asked["the bill"] == "die Rechnung"
    assert asked["die Rechnung"] == "the bill"
    assert asked["Ich hätte gern …"] == "I would like …"
    assert len(asked) == 12


def test_a_list_in_one_language_is_no_vocabulary(tmp_path: Path) -> None:
    text = f"{HEART}- Das Herz – ein Muskel der Brust\n- Die Lunge – ein Organ der Brust\n- Die Leber – ein Organ im Bauch\n"
    assert cards(found(text, tmp_path)) == {}


def test_a_comparison_asks_row_by_row_which_is_so(tmp_path: Path) -> None:
    text = (
        f"{HEART}| Merkmal | Arterie | Vene |\n| --- | --- | --- |\n| Wand | dick und elastisch | dünn |\n"
        "| Blutdruck | hoch | niedrig |\n| Farbe | rot | rot |\n| Klappen | – | Taschenklappen |\n| Weg | vom Herzen weg | zum Herzen hin |\n"
    )
    assert cards(found(text, tmp_path)) == {
        "Arterie oder Vene? Wand: dick und elastisch": "Arterie",
        "Arterie oder Vene? Blutdruck: niedrig": "Vene",
        "Arterie oder Vene? Weg: vom Herzen weg": "Arterie",
    }


def test_three_things_compared_are_a_choice(tmp_path: Path) -> None:
    text = (
        f"{CELL}Autour du noyau et de la paroi il y a des membranes.\n\n| Critère | Paroi | Noyau | Membrane |\n| --- | --- | --- | --- |\n| Matière | cellulose | ADN | lipides |\n"
        "| Rôle | soutien | commande | échanges |\n"
    )
    choices = [i for i in found(text, tmp_path) if isinstance(i, Choice)]
    assert [(c.question, c.answer) for c in choices] == [
        ("Paroi, Noyau ou Membrane ? Matière : cellulose", "Paroi"),
        ("Paroi, Noyau ou Membrane ? Rôle : commande", "Noyau"),
    ]


def test_what_is_no_comparison_of_things_asks_nothing(tmp_path: Path) -> None:
    rows = "| --- | --- | --- |\n| Polling | aktives Warten | hoch |\n| DMA | eigener Transfer | gering |\n"
    for head in ("| | Prinzip | Last |", "| Merkmal | Beschreibung | Beispiel |"):
        assert cards(found(f"{HEART}{head}\n{rows}", tmp_path)) == {}


def test_an_answer_in_several_points_and_an_opinion_are_no_key(tmp_path: Path) -> None:
    text = (
        "# Netze\n\nIn einem Netz tauschen Rechner Daten.\n\n## Kontrollfragen\n\n**Welches Modell und welches Protokoll sind gemeint?**\n\n"
        "**Lösung:**\n\n- Modell: AAA\n- Protokoll: RADIUS\n\n**Wo sehen Sie selbst die Gefahren?**\n\nWir werden im Alltag alle viel zu bequem.\n"
    )
    assert cards(found(text, tmp_path)) == {}


@pytest.mark.parametrize(
    ("gaps", "solutions"),
    [
        ("Adjektive kann man (1) ______. Ein Wort für ein Nomen heißt (2) ______.", "Lösungen: (1) steigern, (2) Pronomen"),
        ("Adjektive kann man ______. Ein Wort für ein Nomen heißt ______.", "Lösung: steigern, Pronomen"),
        ("Adjektive kann man …………. Ein Wort für ein Nomen heißt …………….", "Lösungen zum Lückentext: 1. steigern; 2. Pronomen"),
    ],
)  # fmt: skip
def test_each_gap_of_a_text_is_filled_from_its_solutions(gaps: str, solutions: str, tmp_path: Path) -> None:  # fmt: skip
    text = f"# Wortarten\n\nMit diesem Blatt übst du die Wortarten.\n\n## Lückentext\n\n{gaps}\n\n{solutions}\n"
    items = [i for i in found(text, tmp_path) if isinstance(i, Cloze)]
    assert [(i.before + "_" + i.after, i.answer) for i in items] == [
        ("Adjektive kann man _.", "steigern"),
        ("Ein Wort für ein Nomen heißt _.", "Pronomen"),
    ]


def test_a_gap_whose_sentence_leans_on_the_one_before_stands_behind_it(tmp_path: Path) -> None:
    text = f"{HEART}## Lückentext\n\nDas Herz hat vier ______. Es pumpt täglich viel ______.\n\nLösungen: Kammern, Blut\n"
    items = [i for i in found(text, tmp_path) if isinstance(i, Cloze)]
    assert items[1].before == "Das Herz hat vier Kammern. Es pumpt täglich viel "


def test_too_few_solutions_fill_no_gap(tmp_path: Path) -> None:
    text = f"{HEART}## Lückentext\n\nDie ______ führt zum Herzen, die ______ führt weg.\n\nLösungen: 1. Vene\n"
    assert not [i for i in found(text, tmp_path) if isinstance(i, Cloze | Card)]


def test_a_line_for_ones_name_is_no_question(tmp_path: Path) -> None:
    text = (
        "# Arbeitsblatt\n\nName: ________ Klasse: ____\n\nMit diesem Blatt übst du die Fälle.\n\n## Aufgabe 1\n\n"
        "1. Welcher Fall passt zu „Wem“?\n   a) Dativ\n   b) Genitiv\n   c) Nominativ\n2. Welcher Fall passt zu „Wessen“?\n"
        "   a) Dativ\n   b) Genitiv\n   c) Nominativ\n\nLösungen zu Aufgabe 1: 1a, 2b\n"
    )
    asked = {i.question: i.answer for i in found(text, tmp_path) if isinstance(i, Choice)}
    assert list(asked.values()) == ["Dativ", "Genitiv"]
    assert not cards(found(text, tmp_path))


@pytest.mark.parametrize(
    ("sentence", "term", "meaning"),
    [
        ("Blutgefäße, die vom Herzen wegführen, heißen **Arterien**.", "Arterien", "Blutgefäße, die vom Herzen wegführen"),
        ("Das Zusammenziehen des Herzmuskels nennt man **Systole**, das Erschlaffen Diastole.", "Systole", "das Zusammenziehen des Herzmuskels"),
        ("Den Vorgang, bei dem eine Platte unter eine andere taucht, nennt man **Subduktion**.", "Subduktion", "Vorgang, bei dem eine Platte unter eine andere taucht"),
        ("Die **Osmose** (von griechisch ōsmós), auch Verdünnung genannt, ist die Wanderung von Wasser durch eine Haut.", "Osmose", "die Wanderung von Wasser durch eine Haut"),
        ("**Güter** sind Dinge, die man kaufen kann, z. B. Brot und Butter.", "Güter", "Dinge, die man kaufen kann, z. B. Brot und Butter"),
    ],
)  # fmt: skip
def test_german_sentences_that_name_a_thing_define_it(sentence: str, term: str, meaning: str, tmp_path: Path) -> None:  # fmt: skip
    assert terms(found(f"{HEART}{sentence}\n", tmp_path)).get(term) == meaning


def test_a_meaning_in_the_accusative_answers_a_question(tmp_path: Path) -> None:
    text = f"{HEART}Unter Inflation versteht man einen anhaltenden Anstieg der Preise.\n"
    assert cards(found(text, tmp_path)) == {
        "Was versteht man unter „Inflation“?": "einen anhaltenden Anstieg der Preise"
    }


def test_what_a_thing_lacks_may_define_it_and_a_denial_does_not(tmp_path: Path) -> None:
    text = f"{CELL}Les **procaryotes** sont des organismes dont la cellule ne possède pas de noyau. Le **virus** n'est pas un organisme de ce monde.\n"
    assert terms(found(text, tmp_path)) == {
        "procaryotes": "des organismes dont la cellule ne possède pas de noyau"
    }


def test_prose_under_basic_terms_is_no_glossary_and_is_read_for_definitions(tmp_path: Path) -> None:
    text = "# Der Markt\n\n## 1 Grundbegriffe\n\nUnter einem **Markt** versteht man das Zusammentreffen von Angebot und Nachfrage.\n"
    assert terms(found(text, tmp_path)) == {
        "Markt": "das Zusammentreffen von Angebot und Nachfrage"
    }


def test_german_word_order_asks_when_something_happened(tmp_path: Path) -> None:
    text = (
        f"{HEART}Am 11. August 1919 trat die Weimarer Verfassung in Kraft. Der Vertrag von Versailles wurde am 28. Juni 1919 unterzeichnet. "
        "1926 wurde er in den Bund aufgenommen. Mit dem Krach der Börse begann im Oktober 1929 die Krise der Wirtschaft.\n"
    )
    assert cards(found(text, tmp_path)) == {
        "Wann trat die Weimarer Verfassung in Kraft?": "Am 11. August 1919",
        "Wann wurde der Vertrag von Versailles unterzeichnet?": "am 28. Juni 1919",
    }


def test_steps_in_the_imperative_are_put_in_order(tmp_path: Path) -> None:
    text = f"{HEART}## Den Puls fühlen\n\n1. Lege die Finger an das Handgelenk.\n2. Zähle die Schläge in einer Minute.\n3. Notiere das Ergebnis im Heft.\n"
    steps = [i.text for i in found(text, tmp_path) if isinstance(i, Step)]
    assert len(steps) == 3


def test_the_plan_of_a_lesson_is_no_procedure_and_keys_to_press_are_no_terms(
    tmp_path: Path,
) -> None:
    text = (
        f"{HEART}## Ablauf\n\n1. Einstieg: die Hand über dem Tisch ansehen\n2. Das Licht breitet sich aus\n3. Anwendung: der Schatten des Mondes\n\n"
        "## Bedienung\n\n- Pfeiltasten oder Knöpfe: weiter und zurück\n- Leertaste: anhalten und weiter\n"
    )
    assert found(text, tmp_path) == []


def test_labels_told_in_clauses_wait_for_their_ratings_and_are_none_in_manuals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = "## Wortarten\n\n- Verb: sagt, was jemand tut\n- Adjektiv: beschreibt, wie jemand ist\n- Artikel: steht vor dem Nomen und zeigt sein Geschlecht\n"
    manual = "Klicken Sie im Menü auf die Datei. Im Fenster öffnet der Server das Programm.\n\n" * 9
    monkeypatch.setattr(gate, "MEASURED", {("de", "terms", "label_told_taught"): (20, 19)})
    (tmp_path / "manual").mkdir()
    taught = spec_of(f"{HEART}{notes}", tmp_path)
    of_program = spec_of(f"{HEART}{manual}{notes}", tmp_path / "manual")
    assert sum(len(a.items) for s in taught.sections for a in s.activities) == 3
    assert not any(s.activities for s in of_program.sections)


def test_lines_of_labels_and_numbered_titles_of_plain_text_stay_apart(tmp_path: Path) -> None:
    text = (
        "Kaufverträge\n\n1. Zustandekommen\n\nEin Kaufvertrag kommt durch zwei gleiche Erklärungen des Willens zustande.\n\n"
        "Antrag: verbindliche Erklärung, mit der jemand einen Vertrag anbietet\nAnfrage: unverbindliche Bitte um Auskunft über Preise\n\n"
        "2. Testfragen\n\nFrage 1: Wodurch kommt ein Kaufvertrag zustande?\nA) durch Anfrage\nB) durch Antrag und Annahme\nC) durch Zahlung\nRichtige Antwort: B\n"
    )
    spec = spec_of(text, tmp_path, "source.txt")
    items = [i for s in spec.sections for a in s.activities for i in a.items]
    assert set(terms(items)) == {"Antrag", "Anfrage"}
    assert [i.answer for i in items if isinstance(i, Choice)] == ["durch Antrag und Annahme"]
    headings = [
        b.text for b in read_text_file(tmp_path / "source.txt").blocks if b.kind == "heading"
    ]
    assert headings == ["1. Zustandekommen", "2. Testfragen"]
