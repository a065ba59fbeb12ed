"""Practice stands beside what was just read, and nothing is asked twice or lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from praxeo.compile.ids import Identifier
from praxeo.compile.stages import BESIDE, LEAST_WORDS, MOST_WORDS, stages_of, word_count
from praxeo.domain.blocks import Block, BlockKind
from praxeo.domain.spec import Activity, Choice, Step, Term


def block(number: int, words: int, kind: BlockKind = "paragraph", text: str = "word") -> Block:
    return Block(id=f"b{number}", kind=kind, text=" ".join([text] * words))


def term(name: str, *evidence: str) -> Term:
    return Term(term=name, definition="what it is", evidence=evidence)


def terms(*items: Term) -> Activity:
    return Activity(kind="terms", title="Terms", items=items)


def staged(activities: list[Activity], blocks: list[Block]) -> list[tuple[int, list[str]]]:
    """The stages of a section, exercises by the name of their term or the kind of their activity."""
    ids, made, names = Identifier(), [], {}
    for one in activities:
        held = {
            "id": ids.of_activity(one),
            "items": [{"id": ids.of_item(one, item)} for item in one.items],
        }
        made.append(held)
        names[held["id"]] = one.kind
        for item, each in zip(one.items, held["items"], strict=True):
            names[each["id"]] = item.term if isinstance(item, Term) else one.kind
    stages = stages_of(activities, made, blocks)
    return [(stage["blocks"], [names[each] for each in stage["exercises"]]) for stage in stages]


def test_a_short_section_is_read_and_then_practised() -> None:
    assert staged([terms(term("a", "b1.1"))], [block(1, 50), block(2, 50)]) == [(2, ["a"])]


def test_a_long_one_asks_after_every_few_hundred_words_what_was_just_read() -> None:
    blocks = [block(n, 260) for n in range(1, 7)]
    practice = terms(term("a", "b2.1"), term("b", "b4.3"), term("c", "b6"))
    assert staged([practice], blocks) == [(2, ["a"]), (2, ["b"]), (2, ["c"])]


def test_a_piece_ends_before_a_heading_if_one_is_near_and_never_after_one() -> None:
    near = [block(1, LEAST_WORDS), block(2, 2, "heading"), block(3, 300), block(4, 9)]
    assert staged([terms(term("a", "b1"))], near) == [(1, ["a"]), (3, [])]
    far = [block(1, MOST_WORDS - 1), block(2, 2, "heading"), block(3, 9)]
    assert staged([terms(term("a", "b3"))], far) == [(3, ["a"])]


def test_a_piece_begins_with_no_caption_and_within_no_list() -> None:
    blocks = [block(1, MOST_WORDS), block(2, 5, "figure"), block(3, 5, "caption"), block(4, 5)]
    assert staged([terms(term("a", "b1"))], blocks) == [(3, ["a"]), (1, [])]


def test_no_more_than_three_stand_beside_the_text_each_of_another_activity_and_the_rest_waits() -> (
    None
):
    blocks = [block(1, MOST_WORDS), block(2, 10)]
    choice = Activity(
        kind="choice",
        title="C",
        items=(Choice(question="Q?", answer="x", distractors=("y", "z"), evidence=("b1.1",)),),
    )
    practice = [terms(*(term(name, "b1.1") for name in "abcd")), choice]
    assert staged(practice, blocks) == [(1, ["a", "b", "choice"]), (1, ["c", "d"])]
    assert BESIDE == 3


def test_what_the_screen_before_shows_whole_waits_for_the_review_and_there_for_the_rest() -> None:
    steps = tuple(Step(text=f"step {n}", evidence=(f"b{n}.1",)) for n in (1, 3))
    ordering = Activity(kind="ordering", title="O", items=steps)
    blocks = [block(n, 300) for n in range(1, 5)]
    assert staged([ordering], blocks) == [(4, ["ordering"])]
    last = terms(term("a", "b4.1"))
    assert staged([ordering, last], blocks) == [(4, ["a", "ordering"])]


def test_a_term_that_a_glossary_elsewhere_explains_is_asked_where_the_text_names_it() -> None:
    blocks = [block(1, 300), block(2, 300, text="enzyme"), block(3, 300, text="other")]
    assert staged([terms(term("Enzyme", "b99.1"))], blocks) == [(2, ["Enzyme"]), (1, [])]


def test_practice_without_a_place_in_the_text_is_the_review() -> None:
    blocks = [block(1, 600), block(2, 600)]
    assert staged([terms(term("zymurgy"))], blocks) == [(2, ["zymurgy"])]
    assert staged([terms(term("a"))], []) == [(0, ["a"])]
    assert staged([], []) == [(0, [])]


def test_signs_that_no_space_parts_are_read_too() -> None:
    assert word_count("two words") == 2
    assert word_count("河流是由水形成的") == 5


KINDS = st.sampled_from(["heading", "paragraph", "list_item", "caption", "table"])


@given(
    st.lists(st.tuples(KINDS, st.integers(0, 700)), max_size=15),
    st.lists(st.integers(0, 20), max_size=12),
)
def test_all_blocks_and_exercises_are_in_some_stage_once(
    sizes: list[tuple[BlockKind, int]], places: list[int]
) -> None:
    blocks = [block(n, words, kind) for n, (kind, words) in enumerate(sizes)]
    practice = terms(*(term(f"t{n}", f"b{place}.1") for n, place in enumerate(places)))
    stages = staged([practice], blocks)
    assert sum(read for read, _ in stages) == len(blocks)
    assert sorted(name for _, own in stages for name in own) == sorted(
        f"t{n}" for n in range(len(places))
    )


def test_a_review_takes_turns_between_what_is_done() -> None:
    cards = Activity(
        kind="choice",
        title="Choose",
        items=tuple(
            Choice(question=f"{n}?", answer="a", distractors=("b", "c"), evidence=())
            for n in range(2)
        ),
    )
    practice = [terms(*(term(name) for name in "abcd")), cards]
    [(_, order)] = staged(practice, [block(1, 20)])
    assert order == ["a", "choice", "b", "c", "choice", "d"]
