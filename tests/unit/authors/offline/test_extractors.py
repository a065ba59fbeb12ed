"""What the author finds in each kind of structure and sentence, shown or kept as a draft, and what it leaves alone."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from praxeo.authors.offline.author import drafts, write_spec
from praxeo.authors.offline.outline import clean_title
from praxeo.domain.blocks import Block, BlockKind, Cell, Extraction, Mark, Metadata
from praxeo.domain.spec import Card, Choice, Cloze, Event, Item, Pair, SpecDocument, Step, Term


def block(kind: BlockKind, text: str, **more: object) -> dict[str, object]:
    return {"kind": kind, "text": text, **more}


def heading(text: str, level: int = 2) -> dict[str, object]:
    return block("heading", text, level=level)


def paragraph(text: str) -> dict[str, object]:
    """A paragraph in which **bold** and `code` are marked."""
    plain, marks = "", []
    for index, piece in enumerate(text.replace("`", "**").split("**")):
        if index % 2:
            style = "code" if "`" in text else "strong"
            marks.append(Mark(start=len(plain), end=len(plain) + len(piece), style=style))
        plain += piece
    return block("paragraph", plain, marks=tuple(marks))


def items(*texts: str, numbered: bool = False) -> list[dict[str, object]]:
    return [
        block("list_item", text, level=1, number=f"{n}." if numbered else "")
        for n, text in enumerate(texts, 1)
    ]


def table(*rows: tuple[str, ...]) -> dict[str, object]:
    cells = tuple(
        Cell(text=text, row=r, column=c) for r, row in enumerate(rows) for c, text in enumerate(row)
    )
    return block("table", "\n".join(" | ".join(row) for row in rows), cells=cells)


@dataclass(frozen=True)
class Found:
    """What a source gave: its spec, and all items of it and of the drafts with their kinds."""

    spec: SpecDocument
    items: tuple[tuple[str, Item], ...]


def spec_of(*blocks: dict[str, object], language: str = "en") -> Found:
    numbered = tuple(Block(id=f"b{n}", **fields) for n, fields in enumerate(blocks, 1))  # type: ignore[arg-type]
    metadata = Metadata(media_type="text/plain", content_hash="0" * 64, language=language)
    source = Extraction(metadata=metadata, blocks=numbered)
    spec = write_spec(source, name="source.txt")
    shown = [(a.kind, i) for s in spec.sections for a in s.activities for i in a.items]
    held = [(draft.kind, draft.item) for draft in drafts(source, name="source.txt")]
    return Found(spec, (*shown, *held))


def found(kind: str, source: Found) -> list[Item]:
    return [item for own, item in source.items if own == kind]


def terms(spec: Found) -> dict[str, str]:
    return {i.term: i.definition for i in found("terms", spec) if isinstance(i, Term)}


def cards(spec: Found) -> dict[str, str]:
    return {i.front: i.back for i in found("flashcards", spec) if isinstance(i, Card)}


@pytest.mark.parametrize(
    ("sentence", "term", "meaning"),
    [
        (
            "A catalyst is a substance that speeds up a reaction.",
            "catalyst",
            "a substance that speeds up a reaction",
        ),
        (
            "Osmosis refers to the movement of water through a membrane.",
            "Osmosis",
            "the movement of water through a membrane",
        ),
        (
            "The process by which cells divide is called mitosis.",
            "mitosis",
            "The process by which cells divide",
        ),
        (
            "Hemoglobin, a protein that carries oxygen, gives blood its color.",
            "Hemoglobin",
            "a protein that carries oxygen",
        ),
    ],
)
def test_a_definition_in_prose_is_found(sentence: str, term: str, meaning: str) -> None:
    assert terms(spec_of(paragraph(sentence)))[term] == meaning


@pytest.mark.parametrize(
    "sentence",
    [
        "This is a substance that speeds up a reaction in the cell.",
        "It is a substance that speeds up a reaction in the cell.",
        "A good example is a substance that speeds up a reaction.",
        "The study is a survey of farmers in three regions of the country.",
        "A catalyst is not a substance that is used up in a reaction.",
        "A catalyst may be a substance that speeds up a reaction.",
    ],
)
def test_what_defines_nothing_gives_no_term(sentence: str) -> None:
    companion = "Enzymes are proteins that act as catalysts in the cells of the body."
    assert set(terms(spec_of(paragraph(f"{companion} {sentence}")))) <= {"Enzymes"}


def test_definitions_of_one_source_are_the_options_of_each_other() -> None:
    spec = spec_of(
        *items(
            "Basalt: a rock that forms when lava cools quickly",
            "Sandstone: a rock that forms from layers of sand and mud",
            "Marble: a rock that forms when limestone is heated and pressed",
            "Pumice: a rock that floats because of the gas that is caught in it",
        )
    )
    choices = [i for i in found("choice", spec) if isinstance(i, Choice)]
    assert choices
    for choice in choices:
        assert len({choice.answer, *choice.distractors}) == len(choice.distractors) + 1 >= 3
        assert {choice.answer, *choice.distractors} <= {"Basalt", "Sandstone", "Marble", "Pumice"}


def test_numbered_steps_of_a_procedure_are_put_in_order() -> None:
    spec = spec_of(
        heading("How to mend a puncture"),
        paragraph("Follow these steps:"),
        *items(
            "Remove the wheel.",
            "Take off the tyre.",
            "Find the hole.",
            "Glue the patch.",
            numbered=True,
        ),
        paragraph("The patch holds for years if the rubber was clean and dry before."),
    )
    steps = [i.text for i in found("ordering", spec) if isinstance(i, Step)]
    assert steps == ["Remove the wheel", "Take off the tyre", "Find the hole", "Glue the patch"]


def test_a_numbered_list_of_tips_is_not_put_in_order() -> None:
    spec = spec_of(
        heading("Five tips for better sleep"),
        *items("Avoid coffee.", "Go for a walk.", "Keep the room dark.", numbered=True),
        paragraph("Sleep is a state of rest in which the brain sorts what it has learned."),
    )
    assert not found("ordering", spec)


def test_a_table_of_words_gives_a_matching_and_questions_on_its_cells() -> None:
    spec = spec_of(
        paragraph("Metals are elements that conduct heat and electricity well."),
        table(
            ("Metal", "Used for", "Colour", "Sign"),
            ("Copper", "cables", "reddish", "Cu"),
            ("Gold", "jewellery", "yellow", "Au"),
            ("Iron", "bridges", "grey", "Fe"),
            ("Tin", "solder", "silvery white", "Sn"),
        ),
    )
    pairs = {(i.left, i.right) for i in found("matching", spec) if isinstance(i, Pair)}
    assert ("Gold", "jewellery") in pairs
    assert len(pairs) == 4
    choice = next(i for i in found("choice", spec) if isinstance(i, Choice))
    assert choice.answer in {"reddish", "yellow", "grey", "silvery white"}
    assert set(choice.distractors) < {"reddish", "yellow", "grey", "silvery white"}


def test_a_table_of_measurements_gives_no_items() -> None:
    numbers = table(
        ("Group", "Mean", "SD"),
        ("Control", "12.37", "0.41"),
        ("Low dose", "14.02", "0.39"),
        ("High dose", "15.91", "0.44"),
    )
    assert not spec_of(numbers).items


WHO = (
    "The World Health Organization (WHO) was founded in 1948. Today the WHO has offices in about 150 countries of "
    "the world. Every country that belongs to the United Nations may join the WHO."
)


def test_an_abbreviation_that_is_used_again_is_asked_for() -> None:
    own = "Q: Where is it told what a virus is? A: In the chapter on the smallest of all agents."
    spec = spec_of(paragraph(WHO), paragraph(own))
    assert cards(spec)["What does “WHO” stand for?"] == "World Health Organization"


def test_abbreviations_alone_are_no_practice() -> None:
    assert not any(section.activities for section in spec_of(paragraph(WHO)).spec.sections)


def test_dated_events_become_a_timeline_in_order_of_time() -> None:
    spec = spec_of(
        paragraph(
            "In 1885, Louis Pasteur tested a vaccine against rabies. "
            "In 1796, Edward Jenner tested a vaccine against smallpox. "
            "In 1955, Jonas Salk presented a vaccine against polio."
        )
    )
    assert [i.when for i in found("timeline", spec) if isinstance(i, Event)] == [
        "1796",
        "1885",
        "1955",
    ]


def test_what_a_cause_leads_to_is_a_draft() -> None:
    spec = spec_of(
        paragraph(
            "Heavy rainfall leads to landslides in the mountains. "
            "Long droughts lead to failed harvests. "
        )
    )
    assert not spec.spec.sections[0].activities
    assert {"landslides in the mountains", "failed harvests"} <= set(cards(spec).values())


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Enzymes speed up reactions by lowering the activation energy.",
            "How do enzymes speed up reactions?",
            "by lowering the activation energy",
        ),
        (
            "Chlorophyll is found in the leaves of plants.",
            "Where is chlorophyll found?",
            "in the leaves of plants",
        ),
        (
            "Malaria is caused by parasites that mosquitoes carry. Drugs against malaria are old.",
            "What is malaria caused by?",
            "parasites that mosquitoes carry",
        ),
        (
            "Before you open the case, unplug the power cable from the wall.",
            "What should you do before you open the case?",
            "unplug the power cable from the wall",
        ),
        (
            "The three layers of the skin are the epidermis, the dermis and the fatty tissue.",
            "Complete from memory: “The three layers of the skin are …”",
            "the epidermis; the dermis; the fatty tissue",
        ),
    ],
)
def test_a_statement_becomes_a_question_with_a_literal_answer(
    sentence: str, question: str, answer: str
) -> None:
    assert cards(spec_of(paragraph(sentence)))[question] == answer


def test_it_is_resolved_only_to_the_subject_of_the_sentence_before() -> None:
    spec = spec_of(
        heading("Photosynthesis"),
        paragraph(
            "**Photosynthesis** takes place in chloroplasts. It depends on sunlight and water."
        ),
    )
    card = next(i for i in found("flashcards", spec) if isinstance(i, Card) and "depend" in i.front)
    assert card.front == "What does photosynthesis depend on?"
    assert card.evidence == ("b2.1", "b2.2")


def test_what_a_command_does_is_asked_from_inline_code() -> None:
    spec = spec_of(
        paragraph("The `git add` command copies changes to the staging area."),
        paragraph("To list all branches, use `git branch`."),
    )
    assert cards(spec)["What does “git add” do?"] == "copies changes to the staging area"
    assert cards(spec)["What do you use to list all branches?"] == "git branch"


def test_only_an_expression_that_needs_nothing_else_is_asked_to_be_evaluated() -> None:
    listing = '>>> len("abc")\n3\n>>> len(words)\n7'
    spec = spec_of(
        paragraph("A string is a sequence of characters that cannot be changed."),
        block("code", listing, language="python"),
    )
    fronts = [front for front in cards(spec) if front.startswith("What does Python show")]
    assert fronts == ['What does Python show for len("abc") ?']


def test_lines_of_code_are_put_in_order_only_where_one_order_is_possible() -> None:
    forced = "import hashlib\ndigest = hashlib.sha1(b'x')\ntext = digest.hexdigest()\nprint(text)"
    free = "width = 3\nheight = 4\ndepth = 5\ncolor = 'red'"
    lead = paragraph("A hash is a short number that is computed from a text.")
    assert len(found("ordering", spec_of(lead, block("code", forced)))) == 4
    assert not found("ordering", spec_of(lead, block("code", free)))


def test_citations_are_not_shown_in_prompts() -> None:
    spec = spec_of(
        paragraph(
            "Mitosis is the division of a nucleus into two identical nuclei (Smith, 2010). "
            "Meiosis is a division that halves the number of chromosomes [3, 4]."
        )
    )
    shown = repr(found("terms", spec) + found("cloze", spec) + found("recall", spec))
    assert "Smith" not in shown
    assert "[3" not in shown


def test_a_heading_that_asks_is_answered_by_the_text_below_it() -> None:
    spec = spec_of(
        heading("Why do leaves change their color?"),
        paragraph("Leaves change their color because the green pigment breaks down in autumn."),
    )
    fronts = [i.front for i in found("flashcards", spec) if isinstance(i, Card)]
    assert fronts == ["Why do leaves change their color?"]


def test_a_german_text_is_practised_by_its_structure_and_in_german() -> None:
    spec = spec_of(
        heading("Die Zelle"),
        *items(
            "Zellkern: der Teil der Zelle, der das Erbgut enthält",
            "Membran: die dünne Hülle, die die Zelle umgibt",
            "Ribosom: ein kleines Teilchen, das Eiweiße herstellt",
        ),
        paragraph("Die Zelle ist die kleinste Einheit, aus der alle Lebewesen bestehen."),
        language="de",
    )
    assert terms(spec)["Membran"] == "die dünne Hülle, die die Zelle umgibt"
    titles = {a.title for s in spec.spec.sections for a in s.activities}
    assert titles == {"Wichtige Begriffe"}


def test_gaps_and_answers_never_stand_in_their_own_prompt() -> None:
    spec = spec_of(
        paragraph(
            "A **glacier** is a large mass of ice that moves slowly down a slope. "
            "A **moraine** is a ridge of stones that a glacier has carried along."
        )
    )
    for item in found("cloze", spec):
        assert isinstance(item, Cloze)
        assert item.answer.lower() not in (item.before + item.after).lower()


def test_columns_of_numbers_and_repeated_row_heads_of_a_table_are_not_asked_about() -> None:
    spec = spec_of(
        paragraph("Version control is a practice that keeps every state of a text."),
        table(
            ("package", "popularity", "description"),
            ("tig", "V:908, I:999", "reads the history in a terminal"),
            ("gitk", "V:5, I:33", "shows the history as a graph"),
            ("cvs", "V:55, I:918", "keeps the versions of single files"),
            ("cvs", "V:7, I:62", "is an old server for versions"),
            ("svn", "V:12, I:72", "keeps versions on one server"),
        ),
    )
    shown = repr([i for kind in ("matching", "choice", "flashcards") for i in found(kind, spec)])
    assert "V:" not in shown
    assert "popularity" not in shown
    assert "cvs" not in shown


def test_a_matching_and_a_question_on_a_cell_name_the_heads_of_the_table() -> None:
    spec = spec_of(
        paragraph("Metals are elements that conduct heat and electricity well."),
        table(
            ("Metal", "Used for", "Colour", "Sign"),
            ("Copper", "cables", "reddish", "Cu"),
            ("Gold", "jewellery", "yellow", "Au"),
            ("Iron", "bridges", "grey", "Fe"),
        ),
    )
    titles = [a.title for s in spec.spec.sections for a in s.activities if a.kind == "matching"]
    assert all("Metal – Used for" in title for title in titles)
    questions = [i.question for i in found("choice", spec) if isinstance(i, Choice)]
    assert any("Metal “Gold” – Colour?" in question for question in questions)


@pytest.mark.parametrize(
    "sentence",
    [
        "Gains are the difference between the purchase price and: the present value.",
        "Ray was a developer of the project for incredible years.",
        "The longitudinal angle is called the right ascension.",
    ],
)
def test_a_meaning_that_is_cut_or_fits_others_too_defines_nothing(sentence: str) -> None:
    spec = spec_of(
        paragraph(f"{sentence} Osmosis is the diffusion of water through a membrane in a cell.")
    )
    assert {i.term for i in found("terms", spec) if isinstance(i, Term)} == {"Osmosis"}


def test_options_are_things_of_the_same_kind_or_there_is_no_choice() -> None:
    spec = spec_of(
        paragraph(
            "A blackbody is an object that emits thermal radiation. "
            "Osmosis is the diffusion of water through a membrane in a cell. "
            "A proxy is a person who votes in the place of an absent member. "
            "A warrant is a document that permits the police to search a house."
        )
    )
    assert not found("choice", spec)


def test_a_heading_that_asks_is_shown_without_its_number_and_its_lead() -> None:
    spec = spec_of(
        heading("A.1 Introduction -- Why does a proof need axioms?"),
        paragraph("A proof needs axioms, since every chain of steps has to begin somewhere."),
    )
    fronts = [i.front for i in found("recall", spec) if isinstance(i, Card)]
    assert fronts == ["Why does a proof need axioms?"]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Chapter 12", "Chapter 12"),
        ("Chapter 12: Cells", "Cells"),
        ("Kapitel IV. Das Meer", "Das Meer"),
        ("3.2 Osmosis", "Osmosis"),
        ("1984", "1984"),
    ],
)
def test_a_title_loses_its_number_but_never_a_part_of_it(heading: str, title: str) -> None:
    assert clean_title(heading) == title


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm charged 400 crowns, and the eruption of Hekla in 1947 reached the coast of Ireland.",
        "The currency gains in value because foreign investors want to profit from the interest.",
        "Around 1040 a craftsman named Bi Sheng made movable type of baked clay.",
        "In 1358 it forbade all trade with Flanders after merchants had been robbed in Bruges.",
        "Compression is a force that presses it together.",
        "The Romans were masters of the arch.",
        "The disaster led to the regular inspection of all bridges in the country.",
        "Tiltmeters and satellites can detect a rise of a few millimetres.",
        "Supplemental policies can be added to cover specific concerns such as identity theft.",
    ],
)
def test_what_is_guessed_or_leans_on_other_sentences_is_not_asked(sentence: str) -> None:
    lead = "A moraine is a ridge of stones that a glacier has carried along."
    spec = spec_of(heading("Things"), paragraph(lead), paragraph(sentence))
    asked = {reference for _, item in spec.items for reference in item.evidence}
    assert asked == {"b2.1"}


def test_what_needs_a_reason_is_claimed_and_not_defined() -> None:
    claim = "Cognitive therapy is the treatment of choice because it works as quickly as sleeping pills."
    assert not terms(spec_of(paragraph(claim)))
