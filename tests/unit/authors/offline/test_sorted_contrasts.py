"""The rows of a comparison are asked in one go where there are many, each by itself where there are few."""

from __future__ import annotations

from pathlib import Path

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Activity, Pair
from praxeo.sources.documents.text.markdown import read_markdown_file

ROWS = (
    ("Ort", "in Körperzellen", "in Keimzellen"),
    ("Tochterzellen", "zwei", "vier"),
    ("Chromosomensatz", "doppelt", "einfach"),
    ("Aufgabe", "Wachstum", "Fortpflanzung"),
)


def asked(rows: tuple[tuple[str, str, str], ...], folder: Path) -> list[Activity]:
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    text = (
        "# Zellteilung\n\nDie Mitose und die Meiose sind zwei Arten, in denen sich die Zellen der Lebewesen teilen.\n\n"
        f"## Vergleich von Mitose und Meiose\n\n| Merkmal | Mitose | Meiose |\n| --- | --- | --- |\n{lines}\n"
    )
    (folder / "zelle.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(folder / "zelle.md"), name="zelle.md")
    return [activity for section in spec.sections for activity in section.activities]


def test_four_rows_are_one_sorting(tmp_path: Path) -> None:
    (activity,) = asked(ROWS, tmp_path)
    assert (activity.kind, activity.title) == ("sorting", "Meiose oder Mitose?")
    pairs = {item.left: item.right for item in activity.items if isinstance(item, Pair)}
    told = {f"{row[0]}: {row[at]}": thing for row in ROWS for at, thing in ((1, "Mitose"), (2, "Meiose"))}  # fmt: skip
    assert len(pairs) == len(ROWS)
    assert pairs.items() <= told.items()


def test_three_rows_are_asked_alone(tmp_path: Path) -> None:
    (activity,) = asked(ROWS[:3], tmp_path)
    assert activity.kind == "flashcards"
    assert len(activity.items) == 3
