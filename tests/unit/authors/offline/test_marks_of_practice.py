"""What marks a thing worth asking, and what only looks like it: small structures, each with its trap."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import drafts, write_spec
from praxeo.domain.spec import Card, SpecDocument, Term
from praxeo.sources.documents.text.markdown import read_markdown_file

BEES = "# Bees\n\nBees are insects. They collect nectar and pollen from the flowers of the valley all summer long.\n\n"


def spec_of(text: str, folder: Path) -> SpecDocument:
    (folder / "source.md").write_text(text, "utf-8")
    return write_spec(read_markdown_file(folder / "source.md"), name="source.md")


def terms(text: str, folder: Path) -> dict[str, str]:
    """The terms that learners are asked, with their meanings."""
    spec = spec_of(text, folder)
    found = [i for s in spec.sections for a in s.activities for i in a.items]
    return {i.term: i.definition for i in found if isinstance(i, Term)}


def cards(text: str, folder: Path) -> dict[str, str]:
    """The questions that learners are asked with an answer to uncover."""
    spec = spec_of(text, folder)
    found = [i for s in spec.sections for a in s.activities for i in a.items]
    return {i.front: i.back for i in found if isinstance(i, Card)}


def held(text: str, folder: Path) -> dict[str, str]:
    """What waits as drafts: terms and cards."""
    (folder / "source.md").write_text(text, "utf-8")
    found = drafts(read_markdown_file(folder / "source.md"), name="source.md")
    cards = {d.item.front: d.item.back for d in found if isinstance(d.item, Card)}
    return cards | {d.item.term: d.item.definition for d in found if isinstance(d.item, Term)}


def test_frequent_questions_have_the_paragraph_below_as_their_answer(tmp_path: Path) -> None:
    text = (
        f"{BEES}## Frequently asked questions\n\n**Why do bees swarm?**\n\nBees swarm to found a new colony when the hive is full.\n\n"
        "**Do drones sting?** No, drones have no sting at all.\n\n"
        "**How do I order?**\n\nYou can order honey in our shop.\n\n"
        "**Which tools are needed?**\n\nThese tools are needed by beginners:\n\n- a veil\n- a smoker\n"
    )
    assert held(text, tmp_path) == {
        "Why do bees swarm?": "Bees swarm to found a new colony when the hive is full.",
        "Do drones sting?": "No, drones have no sting at all.",
    }


def test_a_bold_term_is_what_stands_beside_it(tmp_path: Path) -> None:
    text = (
        f"{BEES}**Propolis**, a resin that bees collect from buds, seals the hive. Keepers use a **veil** (a net that "
        "protects the face). **Note**, a warning that is printed bold, is no term. **Wax**, like honey, is sold.\n"
    )
    assert {"Propolis", "veil"} <= held(text, tmp_path).keys() | terms(text, tmp_path).keys()
    assert not {"Note", "Wax"} & (held(text, tmp_path).keys() | terms(text, tmp_path).keys())


@pytest.mark.parametrize(
    ("term", "meaning"),
    [
        ("unmerged index", "An index which contains unmerged index entries"),
        ("arch", "the architecture of the target"),
        ("Present value", "the present value of the loan that is owed"),
        ("Profit vs loss", "what is left over when all that was spent is paid"),
        ("Glossary (PDF)", "the handbook as one file for printing"),
    ],
)
def test_what_explains_nothing_is_no_entry(term: str, meaning: str, tmp_path: Path) -> None:
    text = f"{BEES}## Glossary\n\n- **queen**: a fertile female that lays all eggs of a colony\n- **{term}**: {meaning}\n"
    assert terms(text, tmp_path) == {"queen": "a fertile female that lays all eggs of a colony"}


def test_a_chapter_on_basic_terms_is_no_glossary(tmp_path: Path) -> None:
    text = (
        "# Notensatz\n\n## 4. Grundbegriffe\n\n### 4.1 Wie eine Datei aufgebaut ist\n\nSänger brauchen Stimmen: In der Tat sind alle "
        "Noten in Stimmen enthalten.\n\n**Siehe auch**: das Handbuch für die Stimmen der Sänger\n"
    )
    assert terms(text, tmp_path) == {}


def test_lines_of_german_notes_are_terms(tmp_path: Path) -> None:
    text = (
        "# Ökologie\n\nÖkosystem: Einheit aus Lebensraum und Lebensgemeinschaft\nBiotop: Lebensraum einer Lebensgemeinschaft\n"
        "Neutronen: Die Anzahl der Neutronen, die dieses Isotop besitzt\nAnzeige: Zeigt die Namen, die das Programm kennt\n"
    )
    assert terms(text, tmp_path) == {
        "Ökosystem": "Einheit aus Lebensraum und Lebensgemeinschaft",
        "Biotop": "Lebensraum einer Lebensgemeinschaft",
    }


@pytest.mark.parametrize(
    "lead",
    [
        "**Lernziele.** Nach diesem Kapitel kannst du",
        "Objectifs. À la fin de ce chapitre, vous saurez",
        "Al final de este capítulo podrás",
    ],
)
def test_a_sentence_may_lead_in_to_the_goals(lead: str, tmp_path: Path) -> None:
    spec = spec_of(f"{BEES}{lead}\n\n- eine Nahrungskette aufstellen\n- Arten unterscheiden\n", tmp_path)  # fmt: skip
    assert [goal.text for goal in spec.goals] == ["Eine Nahrungskette aufstellen", "Arten unterscheiden"]  # fmt: skip


def test_steps_are_known_by_their_infinitives(tmp_path: Path) -> None:
    steps = ["Pflanzen an einem trockenen Tag sammeln.", "Die Pflanzen zwischen Papier legen.", "Die Presse lange beschweren."]  # fmt: skip
    facts = ["Pflanzen können sich nicht bewegen.", "Tiere müssen Pflanzen fressen.", "Pilze sind etwas, das beide haben."]  # fmt: skip
    listed = "\n".join(f"{n}. {step}" for n, step in enumerate(steps, 1))
    told = "\n".join(f"{n}. {fact}" for n, fact in enumerate(facts, 1))
    spec = spec_of(f"# Herbarium\n\n## Anlegen\n\n{listed}\n\n## Anderes\n\n{told}\n", tmp_path)
    made = [a for s in spec.sections for a in s.activities]
    assert [a.kind for a in made] == ["ordering"]
    assert len(made[0].items) == 3


def test_the_text_tells_its_language_where_it_was_read_wrongly(tmp_path: Path) -> None:
    german = "Die Osmose ist die Bewegung von Wasser durch eine Membran, und das ist in der Zelle von großer Bedeutung. "
    text = f"---\nlang: en\n---\n# Zelle\n\n{german * 6}\n"
    assert spec_of(text, tmp_path).language == "de"


OFFER = (
    "# The best honey tools of 2026\n\nOur tested picks are affordable, and we recommend every one of them. "
    "There are two kinds of smokers in the valley: cold ones and hot ones.\n\n"
    "- **Smoker Pro**: a device that calms the bees of a hive\n- **Veil Plus**: a net that keeps bees off the face\n"
)


def test_what_a_text_that_sells_marks_waits_as_drafts(tmp_path: Path) -> None:
    assert terms(OFFER, tmp_path) == {}
    assert {"Smoker Pro", "Veil Plus"} <= held(OFFER, tmp_path).keys()
    taught = (
        OFFER + "\n## Glossary\n\n- **queen**: a fertile female that lays all eggs of a colony\n"
    )
    assert terms(taught, tmp_path).keys() >= {"queen", "Smoker Pro"}


def test_the_term_that_a_heading_names_is_shown_and_another_waits(tmp_path: Path) -> None:
    text = (
        "# Motion\n\n## Inertia\n\nInertia is the tendency of a body to keep its state of motion. It grows with the mass. "
        "A pendulum is a weight that hangs from a fixed point.\n"
    )
    (tmp_path / "source.md").write_text(text, "utf-8")
    found = drafts(read_markdown_file(tmp_path / "source.md"), name="source.md")
    assert {d.source: d.item.term for d in found if isinstance(d.item, Term)} == {"is_a_once": "pendulum"}  # fmt: skip
    shown = write_spec(read_markdown_file(tmp_path / "source.md"), name="source.md")
    terms = [i.term for s in shown.sections for a in s.activities for i in a.items if isinstance(i, Term)]  # fmt: skip
    assert terms == ["Inertia"]


def test_incidents_of_people_without_names_are_no_timeline(tmp_path: Path) -> None:
    lines = (
        "On December 14, 1992, an 18-year-old student wounded four others on the campus.",
        "On October 28, 2002, a student entered a building with three weapons.",
        "On March 3, 2008, the subject wounded a guard at the gate of the school.",
    )
    spec = spec_of("# Incidents\n\n" + " ".join(lines) + "\n", tmp_path)
    assert not any(section.activities for section in spec.sections)


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("The term hematocrit refers to the share of the blood that is made up of red cells.", "hematocrit"),
        ("The newton, the unit of force, is named after Isaac Newton.", None),
    ],
)  # fmt: skip
def test_a_naming_sentence_gives_the_name_alone(sentence: str, term: str | None, tmp_path: Path) -> None:  # fmt: skip
    text = f"# Units\n\n{sentence}\n"
    found = terms(text, tmp_path) | held(text, tmp_path)
    assert found.keys() == ({term} if term else set())


def test_a_table_of_two_columns_is_matched_and_a_sheet_of_data_is_not(tmp_path: Path) -> None:
    rows = ("artery | carries blood from the heart", "vein | carries blood to the heart", "capillary | lets matter pass")  # fmt: skip
    table = "| Vessel | Task |\n|---|---|\n" + "".join(f"| {row} |\n" for row in rows)
    sheet = "| Part | Size |\n|---|---|\n| frame: | 3 kg of steel |\n| wheel: | 700 mm of rubber |\n| lamp: | 12 volts of light |\n"  # fmt: skip
    spec = spec_of(f"# Blood\n\n## Vessels\n\n{table}\n## Bicycle\n\n{sheet}\n", tmp_path)
    kinds = [a.kind for s in spec.sections for a in s.activities]
    assert kinds == ["matching"]


def test_the_formulas_of_a_source_are_told_apart(tmp_path: Path) -> None:
    lines = ("The weight of a body is $G = m g$.", "The work of a steady force is $W = F s$.", "The power of a machine is $P = W / t$.")  # fmt: skip
    spec = spec_of("# Mechanics\n\n" + "\n\n".join(lines) + "\n", tmp_path)
    asked = [i for s in spec.sections for a in s.activities for i in a.items]
    assert [type(item).__name__ for item in asked] == ["Choice"] * 3


def test_a_list_that_names_its_set_is_recalled_whole(tmp_path: Path) -> None:
    text = (
        f"{BEES}## Causes of swarming\n\n- a full hive\n- an old queen\n- much nectar\n\n"
        "The main products of bees have these uses:\n\n- food\n- candles\n- polish\n\n"
        "The functions of wax include the following:\n\n- storing honey\n- raising brood\n- sealing gaps\n\n"
        "You need the following parts:\n\n- a box\n- a lid\n- frames\n"
    )
    asked = held(text, tmp_path) | cards(text, tmp_path)
    assert {front: back for front, back in asked.items() if front.startswith("Complete")} == {
        "Complete from memory: “Causes of swarming”": "a full hive; an old queen; much nectar",
        "Complete from memory: “The functions of wax include the following”": "storing honey; raising brood; sealing gaps",
    }


def test_a_heading_that_asks_is_answered_by_the_sentence_that_does(tmp_path: Path) -> None:
    text = (
        f"{BEES}## Why do bees collect nectar?\n\nNectar has fascinated people for ages. Bees collect nectar because they turn it into honey for the winter.\n\n"
        "## Do drones collect nectar?\n\nNo. Drones only mate with a young queen and never collect nectar.\n\n"
        "## How is wax sold?\n\nThere are several shops. Ask them.\n"
    )
    asked = held(text, tmp_path) | cards(text, tmp_path)
    assert {front: back for front, back in asked.items() if front.endswith("nectar?")} == {
        "Why do bees collect nectar?": "Bees collect nectar because they turn it into honey for the winter.",
        "Do drones collect nectar?": "No. Drones only mate with a young queen and never collect nectar.",
    }
    assert "How is wax sold?" not in asked


def test_what_a_text_is_about_is_defined_once_and_not_by_what_it_is_like(tmp_path: Path) -> None:
    text = (
        f"{BEES}## Propolis\n\nPropolis is a resin that bees collect from the buds of trees. "
        "Honeydew is a common version of nectar that trees give.\n\n## Honeydew\n\nIt is sweet.\n"
    )
    found = held(text, tmp_path) | terms(text, tmp_path)
    assert found["Propolis"] == "a resin that bees collect from the buds of trees"
    assert "Honeydew" not in terms(text, tmp_path)


def test_people_with_what_they_do_are_no_vocabulary(tmp_path: Path) -> None:
    team = "- Linda Gao – Art Director, Warner Studios\n- Joseph Lebus – Design Director, Porto Rocha\n- Sarah Galley – Founder, Hey Girl\n- Manon Prost – Founder, Prost Work\n- Chloe Delhumeau – Designer, Big House\n"
    words = "- der Hund – the dog\n- die Katze – the cat\n- guten Tag – good day\n- das Haus – the house\n"  # fmt: skip
    assert cards(f"{BEES}## The jury\n\n{team}", tmp_path) == {}
    assert cards(f"{BEES}## Words\n\n{words}", tmp_path)["guten Tag"] == "good day"


def test_a_count_after_a_condition_counts_no_set(tmp_path: Path) -> None:
    text = f"{BEES}If two different hives with the same name are registered, the behaviour is undefined.\n"
    assert cards(text, tmp_path) == {}


def test_a_set_is_not_told_by_its_question(tmp_path: Path) -> None:
    text = f"{BEES}A colony of bees has three castes: queen, worker, and drone.\n\n- Queen - lays the eggs\n- Worker - does the work\n- Drone - mates\n"
    assert cards(text, tmp_path) == {
        "Complete from memory: “A colony of bees has three castes”": "Queen; Worker; Drone"
    }


@pytest.mark.parametrize(
    ("between", "fronts"),
    [
        (" You meet each of them on a walk around the hive:", {"Complete from memory: “A keeper tells three castes of bees apart”"}),
        (" The tools of a keeper are many:", set()),
    ],
)  # fmt: skip
def test_a_set_is_asked_though_a_sentence_that_takes_it_up_leads_to_its_list(
    between: str, fronts: set[str], tmp_path: Path
) -> None:
    text = f"{BEES}A keeper tells three castes of bees apart.{between}\n\n- Queen - lays the eggs\n- Worker - does the work\n- Drone - mates\n"
    assert set(cards(text, tmp_path)) == fronts


def test_priorities_are_no_years(tmp_path: Path) -> None:
    numbers = "- 100: used for the archive of updates\n- 500: used for the normal archive\n- 990: used for the target release\n- 1001: used for a forced downgrade\n"
    years = "- 476: the last emperor of Rome falls\n- 1066: the Normans land in England\n- 1492: Columbus lands in America\n"
    assert not [a for s in spec_of(f"{BEES}{numbers}", tmp_path).sections for a in s.activities]
    made = [a for s in spec_of(f"{BEES}{years}", tmp_path).sections for a in s.activities]
    assert [a.kind for a in made] == ["timeline"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The **Bee Guide** is a free and freely distributed document for the joy of all keepers.",
        "**Dan Kennedy** is an Australian currently based in the valley of the bees.",
        "The whole thing viewed from above is called the **bee yard**.",
    ],
)
def test_books_and_people_are_no_terms(sentence: str, tmp_path: Path) -> None:
    assert terms(f"{BEES}{sentence}\n", tmp_path) == {}
