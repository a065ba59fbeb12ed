"""Terms that a source labels, prints bold or sets in tables become practice, whatever the layout and the language."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Card, Choice, Item, Pair, Term
from praxeo.sources.documents.text.markdown import read_markdown_file

GERMAN = "Strom fließt durch die Leitungen in jedem Haus. Er versorgt Lampen, Herde und viele andere Geräte mit Energie.\n\n"
SPANISH = "La digestión transforma los alimentos en sustancias que la sangre transporta a todo el cuerpo.\n\n"
FRENCH = "Au marché, les clients achètent des fruits et des légumes. Les vendeurs crient leurs prix toute la matinée.\n\n"
ENGLISH = "Boats need wind and water. Whoever wants to sail learns the words of the sea before anything else.\n\n"
TERMS = {
    "a label that says that it defines": (
        f"{GERMAN}Definition: Ein Stromkreis ist ein geschlossener Weg, auf dem Ladungen fließen.\n\n**Merke:** Ein Leiter ist ein Stoff, der den Strom gut leitet.\n",
        {"Stromkreis": "ein geschlossener Weg, auf dem Ladungen fließen", "Leiter": "ein Stoff, der den Strom gut leitet"},
    ),
    "the same under a heading of terms": (
        f"{GERMAN}## Grundbegriffe\n\nDefinition: Ein Stromkreis ist ein geschlossener Weg, auf dem Ladungen fließen.\n",
        {"Stromkreis": "ein geschlossener Weg, auf dem Ladungen fließen"},
    ),
    "bold terms of which sentences tell what they do": (
        f"{GERMAN}**FI-Schalter** (Schutzschalter) trennen den Stromkreis in Millisekunden.\n\nDie **Sicherung** unterbricht den Stromkreis bei Gefahr.\n\n"
        "Die **Erdung** leitet gefährliche Ströme in den Boden ab.\n",
        {
            "FI-Schalter": "trennen den Stromkreis in Millisekunden",
            "Sicherung": "unterbricht den Stromkreis bei Gefahr",
            "Erdung": "leitet gefährliche Ströme in den Boden ab",
        },
    ),
    "lines with colons and dashes": (
        f"{SPANISH}## Glosario\n\nEnzima: sustancia que acelera la descomposición\nSaliva: líquido de la boca que humedece los alimentos\nBilis – líquido del hígado\n",
        {"Enzima": "sustancia que acelera la descomposición", "Saliva": "líquido de la boca que humedece los alimentos", "Bilis": "líquido del hígado"},
    ),
    "lines with signs of equality": (
        f"{GERMAN}## Wortschatz\n\nSpannung = der Antrieb der Ladungen\nIsolator = ein Stoff, der nicht leitet\nErdung = Verbindung mit dem Boden\n",
        {"Spannung": "der Antrieb der Ladungen", "Isolator": "ein Stoff, der nicht leitet", "Erdung": "Verbindung mit dem Boden"},
    ),
    "bold labels that tell what each does": (
        f"{SPANISH}- **Esófago**: conduce los alimentos hasta el estómago.\n- **Hígado**: produce la bilis y limpia la sangre.\n- **Colon**: absorbe el agua y forma las heces.\n",
        {
            "Esófago": "conduce los alimentos hasta el estómago",
            "Hígado": "produce la bilis y limpia la sangre",
            "Colon": "absorbe el agua y forma las heces",
        },
    ),
    "a table with examples beside the meanings": (
        f"{FRENCH}| Mot | Sens | Exemple |\n|---|---|---|\n| étal | table où le marchand expose | L'étal est plein. |\n| cageot | caisse légère pour les fruits | Il porte un cageot. |\n",
        {"étal": "table où le marchand expose", "cageot": "caisse légère pour les fruits"},
    ),
    "a price at which": (
        f"{ENGLISH}- Fair lead: the angle at which a rope reaches its cleat\n- Leech: the edge of a sail that is farthest from the wind\n",
        {"Fair lead": "the angle at which a rope reaches its cleat", "Leech": "the edge of a sail that is farthest from the wind"},
    ),
    "short entries told alike": (
        f"{ENGLISH}The ropes of a ship:\n\n- **Sheets**: Ropes you pull to trim a sail\n- **Halyards**: Ropes that raise a sail\n- **Painter**: Short rope at the bow\n- **Crew**: Pulls the ropes\n",
        {"Sheets": "Ropes you pull to trim a sail", "Halyards": "Ropes that raise a sail", "Painter": "Short rope at the bow"},
    ),
    "places told alike, in Spanish": (
        f"{SPANISH}Los directorios del sistema:\n\n- `/etc/`: archivos de configuración;\n- `/home/`: archivos personales de los usuarios;\n- `/dev/`: acceso a los dispositivos;\n",
        {"/etc/": "archivos de configuración", "/home/": "archivos personales de los usuarios"},
    ),
    "what a thing is to its reader": (
        f"{GERMAN}- **Grundpreis** – der Betrag, den Sie für den Anschluss bezahlen.\n- **Arbeitspreis** – der Preis, den Sie je Kilowattstunde bezahlen.\n",
        {"Grundpreis": "der Betrag, den Sie für den Anschluss bezahlen", "Arbeitspreis": "der Preis, den Sie je Kilowattstunde bezahlen"},
    ),
}  # fmt: skip
NO_TERMS = {
    "short entries of other things": f"{ENGLISH}- **Length**: twelve metres\n- **Harbour**: Kiel\n- **Captain**: Jane Smith\n",
    "short entries that tell what is done": f"{ENGLISH}- **Crew**: Pulls the ropes\n- **Cook**: Pulls the fish in\n- **Mate**: Reads the map\n",
    "parameters": f"{ENGLISH}- `sqld`: number of fields\n- `sqlv`: number of rows\n- `next`: name of the rope\n",
    "two short entries": f"{ENGLISH}- **Sheets**: Ropes you pull\n- **Halyards**: Ropes you hoist\n",
    "what the reader is to do with a thing": f"{GERMAN}- **Grundpreis** – das sollten Sie immer gut vergleichen.\n- **Arbeitspreis** – prüfen Sie ihn jedes Jahr neu.\n",

    "two bold words that are stressed": f"{GERMAN}Kinder **lernen** schnell.\n\nDie **Sicherung** unterbricht den Stromkreis bei Gefahr.\n",
    "bold words that order": f"{ENGLISH}**Never** stand under the boom.\n\n**Always** wear a life jacket at sea.\n\n**Please** tell the skipper first.\n",
    "labels that are clauses": f"{ENGLISH}- Price of ropes rises: demand for knots falls here\n- Wind gets stronger: the sail is made smaller\n- Rain sets in: the crew goes below deck\n",
}  # fmt: skip


def items_of(text: str, folder: Path) -> list[Item]:
    (folder / "source.md").write_text(f"# The source\n\n{text}", "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    return [item for s in spec.sections for a in s.activities for item in a.items]


def defined(items: list[Item]) -> dict[str, str]:
    """The terms with their meanings, also those of which a choice asks."""
    found = {item.term: item.definition for item in items if isinstance(item, Term)}
    chosen = {i.answer: i.question for i in items if isinstance(i, Choice)}
    return found | chosen


@pytest.mark.parametrize(("text", "terms"), TERMS.values(), ids=TERMS.keys())
def test_terms_are_asked_with_their_meanings(
    text: str, terms: dict[str, str], tmp_path: Path
) -> None:
    assert defined(items_of(text, tmp_path)) == terms


@pytest.mark.parametrize("text", NO_TERMS.values(), ids=NO_TERMS.keys())
def test_what_is_only_stressed_is_no_term(text: str, tmp_path: Path) -> None:
    assert not defined(items_of(text, tmp_path))


def test_a_vocabulary_with_examples_is_asked_in_both_directions(tmp_path: Path) -> None:
    table = "| English | Deutsch | Example |\n|---|---|---|\n| bow | Bug | The bow is wet. |\n| stern | Heck | Sit at the stern. |\n"
    cards = [item for item in items_of(f"{ENGLISH}{table}", tmp_path) if isinstance(item, Card)]
    asked = {(card.front, card.back) for card in cards}
    assert asked == {("bow", "Bug"), ("Bug", "bow"), ("stern", "Heck"), ("Heck", "stern")}


TABLE = "| Größe | Zeichen | Einheit |\n|---|---|---|\n| Spannung | U | {} |\n| Stromstärke | I | {} |\n| Widerstand | R | {} |\n"


def test_the_rows_of_a_table_are_matched_with_the_column_that_tells_most(tmp_path: Path) -> None:
    items = items_of(GERMAN + TABLE.format("Volt", "Ampere", "Ohm"), tmp_path)
    pairs = {item.left: item.right for item in items if isinstance(item, Pair)}
    assert pairs == {"Spannung": "Volt", "Stromstärke": "Ampere", "Widerstand": "Ohm"}


def test_no_pairs_are_matched_that_fit_each_other(tmp_path: Path) -> None:
    values = ("elastisch", "elastisch auf Dauer", "nicht elastisch")
    items = items_of(GERMAN + TABLE.format(*values), tmp_path)
    assert not [item for item in items if isinstance(item, Pair)]


FIBRES = "| | Slow-twitch fibre | Fast-twitch fibre |\n|---|---|---|\n| Speed | slow | fast |\n| Colour | red | white |\n| Mitochondria | many | few |\n"


def test_no_row_of_a_comparison_is_asked_that_names_its_own_answer(tmp_path: Path) -> None:
    cards = [item for item in items_of(ENGLISH + FIBRES, tmp_path) if isinstance(item, Card)]
    assert [card.front.rpartition("? ")[2] for card in cards] == ["Colour: red", "Mitochondria: few"]  # fmt: skip


@pytest.mark.parametrize("general", ["Allgemeines", "Im Allgemeinen", "General"])
def test_what_a_term_means_in_one_field_is_no_term_of_that_name(
    general: str, tmp_path: Path
) -> None:
    file = tmp_path / "glossar.md"
    file.write_text(
        f"{GERMAN}## Glossar\n\n### Sicherung\n\nEin Schutz, der den Stromkreis bei Gefahr unterbricht.\n\n"
        f"### Schalter\n\n### {general}\n\nEin Bauteil, das einen Weg öffnet und schließt.\n\n"
        "### Netzwerke\n\nEin Gerät, das Pakete zu ihrem Ziel leitet.\n\n"
        "### Erdung\n\nEine Verbindung, die Ladungen in den Boden ableitet.\n",
        "utf-8",
    )
    spec = write_spec(read_markdown_file(file), name=file.name)
    terms = {
        item.term
        for section in spec.sections
        for activity in section.activities
        for item in activity.items
        if isinstance(item, Term)
    }
    assert terms == {"Sicherung", "Erdung"}
