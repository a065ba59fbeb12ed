"""A spec that is looked at before its app is made: nothing is asked of a model, or paid, until then."""

from __future__ import annotations

from typing import Any

import pytest
from test_model_author import Workshop, made, model_runs, shop_with

from praxeo.domain.access import local_user
from praxeo.domain.errors import Conflict, Refused
from praxeo.domain.jobs import work_of
from praxeo.domain.records import CodeSnippet, Example, Job, Spec

ME = local_user()


class Heard:
    """What the model was asked, in order: for a spec or for an app."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.good = model_runs.recorded_answer(model_runs.RECORDINGS)

    def __call__(self, words: str, config: dict[str, Any]) -> str:
        self.words.append(words)
        return self.good(words, config)


def specs(shop: Workshop, example: Example) -> list[Spec]:
    return list(shop.records.list(Spec, {"example_id": example.id}).records)


def approved(shop: Workshop, example: Example) -> Example:
    shop.praxeo.edits.approve_spec(ME, example.id)
    assert not shop.work()
    return shop.example(example)


def test_the_spec_waits_and_its_app_is_asked_for_only_when_a_person_says_so() -> None:
    heard = Heard()
    with shop_with(heard) as shop:
        example = made(shop, spec_first=True)
        assert (example.status, example.reason, example.code_snippet_id) == ("specified", "", "")
        assert len(heard.words) == 1
        assert len(specs(shop, example)) == 1
        done = approved(shop, example)
        assert (done.status, done.spec_first, len(heard.words)) == ("ready", False, 2)
        assert done.spec_id == example.spec_id


def test_what_a_person_changes_meanwhile_costs_nothing_and_is_what_the_app_is_made_of() -> None:
    heard = Heard()
    with shop_with(heard) as shop:
        example = made(shop, spec_first=True)
        text = shop.praxeo.examples.spec_text(specs(shop, example)[0])
        edited = text.replace("---\n\n", "---\n\nSwing it twice first.\n\n", 1)
        assert edited != text
        shop.praxeo.edits.edit_spec(ME, example.id, text=edited, based_on=example.spec_id)
        assert not shop.work()
        waiting = shop.example(example)
        assert (waiting.status, len(heard.words)) == ("specified", 1)
        done = approved(shop, waiting)
        assert (done.status, done.spec_id) == ("ready", waiting.spec_id)
        assert "Swing it twice first." in heard.words[1]


def test_an_edit_that_leaves_nothing_of_the_spec_is_refused_and_it_waits_on() -> None:
    with shop_with() as shop:
        example = made(shop, spec_first=True)
        with pytest.raises(Refused) as refused:
            shop.praxeo.edits.edit_spec(ME, example.id, text="", based_on=example.spec_id)
        assert refused.value.code == "spec_invalid"
        assert shop.example(example) == example


def test_a_spec_that_does_not_please_is_written_anew_and_waits_again() -> None:
    with shop_with() as shop:
        example = made(shop, spec_first=True)
        shop.praxeo.edits.again(ME, example.id)
        assert not shop.work()
        again = shop.example(example)
        assert (again.status, len(specs(shop, example))) == ("specified", 2)
        assert approved(shop, again).status == "ready"


def test_nobody_approves_what_does_not_wait() -> None:
    with shop_with() as shop:
        example = made(shop, spec_first=True)
        approved(shop, example)
        with pytest.raises(Conflict) as refused:
            shop.praxeo.edits.approve_spec(ME, example.id)
        assert refused.value.code == "not_awaited"
        assert len(list(shop.records.list(CodeSnippet, {"example_id": example.id}).records)) == 1


def test_approving_twice_at_once_pays_once() -> None:
    heard = Heard()
    with shop_with(heard) as shop:
        example = made(shop, spec_first=True)
        shop.praxeo.edits.approve_spec(ME, example.id)
        with pytest.raises(Conflict):
            shop.praxeo.edits.approve_spec(ME, example.id)
        assert not shop.work()
        assert len(heard.words) == 2


def test_a_change_in_words_waits_for_the_app() -> None:
    with shop_with() as shop:
        example = made(shop, spec_first=True)
        with pytest.raises(Exception, match="There is no app of this example yet") as missing:
            shop.praxeo.change_requests.create(ME, example.id, words="Make it red.")
        assert getattr(missing.value, "code", "") == "no_app_yet"
        assert shop.example(example) == example


def test_the_job_ends_when_the_spec_is_written() -> None:
    with shop_with() as shop:
        example = made(shop, spec_first=True)
        job = shop.records.get(Job, example.job_id)
        assert job is not None
        assert job.status == "done"
        assert type(work_of(job)).__name__ == "GenerateExample"
