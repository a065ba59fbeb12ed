"""An app that a model wrote follows its spec: changed as little as can be, and written anew only where it must be."""

from __future__ import annotations

from typing import Any

import pytest

from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Example
from tests.jobs.test_model_author import EDIT, made, model_runs, shop_with

OLD, NEW = 'min="5" max="60"', 'min="5" max="70"'
FOLLOWING = "You keep a learning app"


def with_another_bound(shop: model_runs.Workshop, example: Example, bound: str = "to 70") -> None:
    """The person lets the bob go from further out."""
    spec = shop.praxeo.examples.spec(local_user(), shop.example(example).spec_id)
    text = shop.praxeo.examples.spec_text(spec)
    assert "slider from 5 to 60" in text
    text = text.replace("slider from 5 to 60", f"slider from 5 {bound}")
    shop.praxeo.edits.edit_spec(local_user(), example.id, text=text, based_on=spec.id)
    assert not shop.work()


def code_of(shop: model_runs.Workshop, example: Example) -> str:
    snippet = shop.records.get(CodeSnippet, shop.example(example).code_snippet_id)
    assert snippet is not None
    return shop.praxeo.examples.code(snippet).decode()


class Model:
    """Answers as recorded; to a spec that was changed as it is told. `asked` are the prompts."""

    def __init__(self, *following: str) -> None:
        self.following, self.asked = list(following), list[str]()
        self.good = model_runs.recorded_answer(model_runs.RECORDINGS)

    def __call__(self, words: str, config: dict[str, Any]) -> str:
        self.asked.append(words)
        follows = FOLLOWING in words
        return self.following.pop(0) if follows else self.good(words, config)

    def kinds(self) -> list[str]:
        """What was asked after the app was first made."""
        return ["follow" if FOLLOWING in words else "write" for words in self.asked[2:]]


def test_a_changed_bound_changes_one_place_of_the_app() -> None:
    model = Model(EDIT.format(OLD, NEW))
    with shop_with(model) as shop:
        example = made(shop)
        before = code_of(shop, example)
        with_another_bound(shop, example)
        assert shop.example(example).status == "ready"
        assert code_of(shop, example) == before.replace(OLD, NEW)
        assert model.kinds() == ["follow"]
        assert "-- angle: slider from 5 to 60" in model.asked[-1]  # told as a difference
        assert "+- angle: slider from 5 to 70" in model.asked[-1]


def test_a_persons_own_edits_of_the_code_stay_when_the_app_follows_its_spec() -> None:
    with shop_with(Model(EDIT.format(OLD, NEW))) as shop:
        example = shop.example(made(shop))
        text = code_of(shop, example).replace("<h1>A pendulum</h1>", "<h1>My pendulum</h1>")
        based_on = example.code_snippet_id
        shop.praxeo.edits.edit_code(local_user(), example.id, text=text, based_on=based_on)
        assert not shop.work()
        with_another_bound(shop, example)
        assert code_of(shop, example) == text.replace(OLD, NEW)


def test_an_app_that_keeps_to_the_new_spec_already_stays_as_it_is() -> None:
    with shop_with(Model("UNCHANGED: It never went further.")) as shop:
        example = made(shop)
        before = code_of(shop, example)
        with_another_bound(shop, example)
        assert shop.example(example).status == "ready"
        assert code_of(shop, example) == before


@pytest.mark.parametrize("useless", ["I cannot do that.", EDIT.format("not there", "x")])
def test_where_no_edit_fits_the_app_is_written_anew_and_those_answers_are_not_charged(
    useless: str,
) -> None:
    model = Model(useless, useless)
    with shop_with(model) as shop:
        example = made(shop)
        with_another_bound(shop, example)
        assert shop.example(example).status == "ready"
        assert model.kinds() == ["follow", "follow", "write"]
        charged = [entry.charged for entry in shop.ledger() if entry.purpose == "edit_code"]
        assert charged == [False, False]


def test_a_spec_that_is_another_one_has_its_app_written_anew() -> None:
    model = Model()
    with shop_with(model) as shop:
        example = made(shop)
        spec = shop.praxeo.examples.spec(local_user(), shop.example(example).spec_id)
        text = shop.praxeo.examples.spec_text(spec)
        head, _, rest = text.partition("## Section:")
        mechanics = "\n\n".join(f"Rule {n} of another game." for n in range(150))
        text = f"{head.partition('## Mechanics')[0]}## Mechanics\n{mechanics}\n\n"
        text += f"## Controls{head.partition('## Controls')[2]}## Section:{rest}"
        shop.praxeo.edits.edit_spec(local_user(), example.id, text=text, based_on=spec.id)
        assert not shop.work()
        assert model.kinds() == ["write"]
