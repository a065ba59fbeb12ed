"""Dated sentences become a timeline where event and year stand in one clause, also scattered over a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Card, Event
from praxeo.sources.documents.text.markdown import read_markdown_file


def events_of(text: str, folder: Path) -> dict[str, str]:
    (folder / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    items = [item for s in spec.sections for a in s.activities for item in a.items]
    return {item.when: item.text for item in items if isinstance(item, Event)}


def test_the_year_may_stand_before_within_or_behind_the_event(tmp_path: Path) -> None:
    text = (
        "# Bicycles\n\nIn 1817 the German baron Karl Drais rode a wooden machine through Mannheim. The high wheel appeared in 1870 and was dangerous to ride. "
        "John Dunlop invented the air-filled tyre in 1888.\n"
    )
    assert events_of(text, tmp_path) == {
        "1817": "The German baron Karl Drais rode a wooden machine through Mannheim",
        "1870": "The high wheel appeared",
        "1888": "John Dunlop invented the air-filled tyre",
    }


def test_french_and_spanish_sentences_date_events_too(tmp_path: Path) -> None:
    text = "# Les Halles\n\nEn 79, le Vésuve détruit Pompéi. Les Halles naissent en 1137 sous Louis VI. Le marché quitte Paris pour Rungis en 1969.\n"
    assert list(events_of(text, tmp_path)) == ["79", "1137", "1969"]


SCATTERED = (
    "# Steel\n\n## Coke\n\nIn 1709, Abraham Darby made iron with coke. {filler}\n\n## Cloth\n\nIn 1733, John Kay invented the flying shuttle. {filler}\n\n"
    "## Steam\n\nIn 1769, James Watt improved the steam engine. {filler}\n"
)
FILLER = "Much else was tried at that time by many people, and most of it came to nothing. " * 2


def test_four_events_scattered_over_a_text_make_a_timeline_and_three_do_not(tmp_path: Path) -> None:
    three = SCATTERED.format(filler=FILLER)
    assert not events_of(three, tmp_path)
    four = f"{three}\n## Rails\n\nIn 1830, Stephenson opened a railway line for passengers in Liverpool. {FILLER}\n"
    assert list(events_of(four, tmp_path)) == ["1709", "1733", "1769", "1830"]


def test_what_a_list_dates_is_not_asked_again_from_the_text(tmp_path: Path) -> None:
    text = (
        "# Canal\n\n## Story\n\nIn 1855, the Panama Railway was opened. In 1881, a French company began to dig. In 1914, the canal was opened.\n\n"
        "## Dates\n\n- 1855: Railway opened\n- 1881: French work begins\n- 1914: Canal opened\n"
    )
    assert events_of(text, tmp_path) == {"1855": "Railway opened", "1881": "French work begins", "1914": "Canal opened"}  # fmt: skip


def test_two_years_in_a_sentence_date_nothing(tmp_path: Path) -> None:
    text = "# Wars\n\nThe war began in 1914 and ended in 1918. The peace began in 1919 and ended in 1939. The union began in 1951 and grew in 1973.\n"
    assert not events_of(text, tmp_path)


@pytest.mark.parametrize(
    "asides",
    [
        "In 1912, it fell to the crown. In 1920, the federation collapsed. In 1931, the country became free.",
        "En 1912, elle tomba enfin devant Arle. En 1920, l’île devint indépendante. En 1931, une paix fragile revint.",
        "En 1912, se convirtió en colonia de Arle. En 1920, su capital fue destruida. En 1931, la federación se derrumbó.",
    ],
)
def test_events_that_lean_on_the_lines_before_and_figures_are_no_history(
    asides: str, tmp_path: Path
) -> None:
    assert not events_of(f"# Arle\n\n{asides}\n", tmp_path)


def test_dates_in_passing_are_no_timeline_of_a_long_english_text(tmp_path: Path) -> None:
    told = "In 1709, Abraham Darby made iron. In 1733, John Kay built a shuttle. In 1769, James Watt built an engine."
    assert len(events_of(f"# Iron\n\n{told}\n", tmp_path)) == 3
    filler = " ".join(
        f"Much else was tried at place number {'x' * n} by many people." for n in range(1, 140)
    )
    assert not events_of(f"# Iron\n\n{told} {filler}\n", tmp_path)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("1860 wurde Savoyen von Frankreich annektiert.", True),
        ("1834 wurde die Sklaverei abgeschafft.", False),
        ("1962 wurde das Land ein Mitglied der Union.", False),
        ("2003 kehrte ein fragiler Frieden in das Tal zurück.", False),
    ],
)
def test_german_dates_are_asked_only_of_what_has_a_name(
    sentence: str, asked: bool, tmp_path: Path
) -> None:
    (tmp_path / "source.md").write_text(
        f"# Europa\n\n{sentence} Die Leute im Tal singen am Abend gern.\n", "utf-8"
    )
    spec = write_spec(read_markdown_file(tmp_path / "source.md"), name="source.md")
    cards = [i for s in spec.sections for a in s.activities for i in a.items if isinstance(i, Card)]
    assert bool(cards) is asked
