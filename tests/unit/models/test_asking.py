"""What stands behind `Ask`, over the real SDK and a server on this machine."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from devtools.loopback.gemini import LoopbackGemini
from praxeo.adapters.gemini import GeminiProvider
from praxeo.domain.errors import Refused
from praxeo.domain.model_records import StoredCompletion
from praxeo.domain.writing_heard import writing_told_to
from praxeo.models.routes import Route
from praxeo.ports.models import BytesPart, ModelUnavailable
from tests.unit.models.model_fixtures import KEY, MODEL, SCHEMA, TEXT, a_prompt, a_run, desk

LITE = "gemini-3.5-flash-lite"


def true_price(server: LoopbackGemini) -> int:
    """What the server would have billed, at the table's prices, rounded up for each call."""
    from praxeo.models.prices import read_prices
    from praxeo.ports.models import Tokens

    prices = read_prices("")
    return sum(
        prices.price(call.model, "2026-11-27", call.prompt).of(
            Tokens(prompt=call.prompt, cached=call.cached, output=call.output)
        )
        for call in server.calls
    )


def test_the_same_work_is_paid_for_once(gemini: GeminiProvider, server: LoopbackGemini) -> None:
    table = desk(Route(provider=gemini, model=MODEL))
    first = table.ask(a_prompt(), run=a_run())
    again = table.ask(a_prompt(), run=a_run(job_id="job_2", example_id="exa_2"))
    assert (first.text, again) == (TEXT, first)
    (entry,) = table.entries()
    assert (entry.status, entry.outcome, entry.charged) == ("settled", "answered", True)
    assert entry.price_microusd == true_price(server) == table.spent("run") == table.spent("day")
    assert first.ledger_entry_ids == (entry.id,)


def test_whoever_runs_the_work_hears_how_much_is_written(gemini: GeminiProvider) -> None:
    heard: list[int] = []
    with writing_told_to(heard.append):
        desk(Route(provider=gemini, model=MODEL)).ask(a_prompt(), run=a_run())
    assert len(heard) > 1
    assert (heard, heard[-1]) == (sorted(heard), len(TEXT))


@pytest.mark.parametrize(
    "other",
    [
        {"prompt": a_prompt("About Rome.")},
        {"prompt": a_prompt(version="write_spec 2")},
        {"run": a_run(try_number=1)},
        {"run": a_run(owner="other")},
    ],
)
def test_other_work_is_asked_for(
    gemini: GeminiProvider, server: LoopbackGemini, other: dict[str, object]
) -> None:
    table = desk(Route(provider=gemini, model=MODEL))
    table.ask(a_prompt(), run=a_run())
    table.ask(**{"prompt": a_prompt(), "run": a_run(), **other})  # type: ignore[arg-type]
    assert len(server.calls) == 2


@pytest.mark.parametrize(
    "faults",
    [
        ["busy_429", "error_500", "html_502"],
        ["cut"],
        ["broken_json", "no_finish"],
        ["empty"],
        ["stream_error", "overloaded_503"],
    ],
)
def test_passing_faults_are_outlasted_and_charged_to_nobody(
    gemini: GeminiProvider, server: LoopbackGemini, faults: list[str]
) -> None:
    server.faults.add(*faults)
    server.retry_seconds = 0
    table = desk(Route(provider=gemini, model=MODEL))
    assert table.ask(a_prompt(), run=a_run()).text == TEXT
    entries = table.entries()
    assert [entry.charged for entry in entries] == [False] * len(faults) + [True]
    assert len(table.clock.pauses) == len(faults)
    assert table.spent("run") == sum(entry.price_microusd for entry in entries)


def test_a_call_that_ran_out_of_time_counts_as_a_usual_one_and_leaves_room_for_another(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    """The provider may have gone on: a cap that is to hold in its money has to think so."""
    server.faults.add("hang")
    table = desk(Route(provider=gemini, model=MODEL), seconds=1.0)
    table.settings["run_cap_microusd"] = 300_000  # one call costs at most some 245,000
    long = a_prompt(output_tokens_max=65_000)
    assert table.ask(long, run=a_run()).text == TEXT
    timed_out, answered = table.entries()
    assert (timed_out.outcome, timed_out.estimated, timed_out.charged) == (
        "model_timeout",
        True,
        False,
    )
    assert 8_000 < timed_out.price_microusd < 9_000  # what such an answer usually costs
    assert answered.price_microusd < 2_000


def test_the_provider_says_how_long_to_wait(gemini: GeminiProvider, server: LoopbackGemini) -> None:
    server.retry_seconds = 9
    server.faults.add("busy_429")
    ticking = desk(Route(provider=gemini, model=MODEL))
    with pytest.raises(ModelUnavailable):  # the ring's timer stands still, so the key rests
        ticking.ask(a_prompt(), run=a_run())
    assert ticking.clock.pauses[0] == pytest.approx(9 * 1.05)


def test_waits_grow_and_end(gemini: GeminiProvider, server: LoopbackGemini) -> None:
    server.faults.add(*["error_500"] * 9)
    table = desk(Route(provider=gemini, model=MODEL))
    with pytest.raises(ModelUnavailable) as trouble:
        table.ask(a_prompt(), run=a_run())
    assert (trouble.value.code, trouble.value.retryable) == ("model_busy", True)
    assert table.clock.pauses == [0.75, 2.25, 6.75]
    assert table.records.list(StoredCompletion, {"owner": "local"}).records == ()


def test_the_second_model_answers_when_the_first_cannot(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    table = desk(
        Route(provider=gemini, model="gemini-2.5-flash"), Route(provider=gemini, model=LITE)
    )
    assert table.ask(a_prompt(), run=a_run()).model == LITE
    assert table.clock.pauses == []  # a retired model is not asked twice
    assert table.ask(a_prompt(), run=a_run()).model == LITE
    assert [call.model for call in server.calls] == [LITE]


@pytest.mark.parametrize("fault", ["safety", "prompt_blocked"])
def test_a_model_that_declines_is_followed_by_the_next(
    gemini: GeminiProvider, server: LoopbackGemini, fault: str
) -> None:
    server.faults.add(fault)
    table = desk(Route(provider=gemini, model=MODEL), Route(provider=gemini, model=LITE))
    assert table.ask(a_prompt(), run=a_run()).model == LITE
    assert [(e.outcome, e.charged) for e in table.entries()] == [
        ("blocked", False),
        ("answered", True),
    ]


def test_if_all_decline_the_reason_is_given(gemini: GeminiProvider, server: LoopbackGemini) -> None:
    server.faults.add("safety", "prompt_blocked")
    table = desk(Route(provider=gemini, model=MODEL), Route(provider=gemini, model=LITE))
    with pytest.raises(Refused, match="SAFETY") as refusal:
        table.ask(a_prompt(), run=a_run())
    assert refusal.value.code == "model_blocked"


def test_recitation_is_answered_in_other_words(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    server.faults.add("recitation")
    table = desk(Route(provider=gemini, model=MODEL))
    assert table.ask(a_prompt(), run=a_run()).text == TEXT
    assert server.calls[1].prompt > server.calls[0].prompt  # the hint
    server.faults.add("recitation", "recitation")
    with pytest.raises(Refused):
        table.ask(a_prompt("Other."), run=a_run())


def test_a_truncated_answer_is_continued_and_joined(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    table = desk(Route(provider=gemini, model=MODEL))
    short = a_prompt(output_tokens_max=150)  # the answer has 420
    completion = table.ask(short, run=a_run())
    assert (completion.text, completion.finish) == (TEXT, "stop")
    assert len(server.calls) == len(completion.ledger_entry_ids) == 3
    assert all(entry.charged for entry in table.entries())
    assert table.ask(short, run=a_run()).text == TEXT
    assert len(server.calls) == 3


@pytest.mark.parametrize(
    ("first", "rest", "whole"),
    [
        ("x" * 100, "x" * 40 + "yz", "x" * 100 + "yz"),
        ("<html>" + "a" * 60 + "bcd", "a" * 37 + "bcd</html>", "<html>" + "a" * 60 + "bcd</html>"),
        ('{"cards": [1, 2', '{"cards": [1, 2, 3]}', '{"cards": [1, 2, 3]}'),
        ("One begin", "ning.", "One beginning."),
    ],
)  # fmt: skip
def test_the_parts_of_an_answer_are_joined_where_they_meet(
    first: str, rest: str, whole: str
) -> None:
    from praxeo.models.answers import joined

    assert joined(first, rest) == whole


def test_what_is_sent_again_is_paid_for_as_cached(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    """A source of 10,000 tokens whose answer needs three parts: the rest costs a tenth."""
    table = desk(Route(provider=gemini, model=MODEL))
    table.ask(a_prompt("word" * 10_000, output_tokens_max=150), run=a_run())
    first, *later = table.entries()
    assert first.cached_tokens == 0
    assert len(later) == 2
    assert all(entry.cached_tokens > 0.95 * entry.prompt_tokens for entry in later)
    assert all(entry.price_microusd < 0.2 * first.price_microusd for entry in later)
    assert table.spent("run") == true_price(server)


def test_an_answer_without_end_is_never_accepted(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    table = desk(Route(provider=gemini, model=MODEL))
    with pytest.raises(ModelUnavailable) as trouble:
        table.ask(a_prompt(output_tokens_max=20), run=a_run())
    assert (trouble.value.code, trouble.value.retryable) == ("answer_too_long", False)
    assert len(server.calls) == 5
    assert not any(entry.charged for entry in table.entries())


def test_json_that_breaks_its_schema_is_repaired_once(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    server.faults.add("malformed")
    table = desk(Route(provider=gemini, model=MODEL))
    completion = table.ask(a_prompt(schema=SCHEMA), run=a_run())
    assert completion.text.endswith("]}")
    assert [entry.charged for entry in table.entries()] == [False, True]
    server.faults.add("malformed", "malformed")
    with pytest.raises(ModelUnavailable) as trouble:
        table.ask(a_prompt("Other.", schema=SCHEMA), run=a_run())
    assert (trouble.value.code, trouble.value.retryable) == ("model_malformed", True)
    assert not any(entry.charged for entry in table.entries()[2:])
    assert table.ask(
        a_prompt("Other.", schema=SCHEMA), run=a_run()
    )  # asked anew, not from the store


@pytest.mark.parametrize("scope", ["run", "day", "month", "everybody", "asked"])
def test_no_call_is_made_that_could_pass_a_cap(
    gemini: GeminiProvider, server: LoopbackGemini, scope: str
) -> None:
    cap = 9000  # one call costs at most 7502 + its prompt, and truly 1577
    table = desk(
        Route(provider=gemini, model=MODEL),
        everybody_microusd=cap if scope == "everybody" else 10**9,
    )
    if scope in ("run", "day", "month"):
        table.settings[f"{scope}_cap_microusd"] = cap
    run = a_run(cap_microusd=cap if scope == "asked" else 10**9)
    table.ask(a_prompt(), run=run)
    with pytest.raises(Refused, match=r"\$0\.009") as refusal:
        table.ask(a_prompt("Other."), run=run)
    assert refusal.value.code == "cap_reached"
    assert len(server.calls) == 1
    assert len(table.entries()) == 1
    assert table.spent("run") == true_price(server)


def test_an_answer_may_be_as_long_as_the_caps_allow(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    limits: list[int] = []

    def answering(words: str, config: dict[str, Any]) -> str:
        limits.append(config["maxOutputTokens"])
        return TEXT

    server.answer = answering
    table = desk(Route(provider=gemini, model=MODEL), prices=f"{MODEL}=15/1.5/75")
    table.settings["run_cap_microusd"] = 2_000_000
    long = a_prompt(purpose="write_code", output_tokens_max=65_536)
    assert table.ask(long, run=a_run()).text == TEXT
    (limit,) = limits
    assert 25_000 < limit < 26_667
    table.settings["run_cap_microusd"] = 400_000  # pays for 5,333 tokens, less than an app has
    with pytest.raises(Refused, match=r"\$4\.9") as refusal:
        table.ask(a_prompt("Other.", purpose="write_code", output_tokens_max=65_536), run=a_run())
    assert refusal.value.code == "cap_reached"
    assert len(server.calls) == 1


def test_a_cap_of_nothing_stops_everything_that_costs(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    table = desk(Route(provider=gemini, model=MODEL))
    table.settings["day_cap_microusd"] = 0
    with pytest.raises(Refused):
        table.ask(a_prompt(), run=a_run())
    assert server.calls == []
    free = desk(Route(provider=gemini, model=MODEL), prices=f"{MODEL}=0/0/0")
    free.settings["day_cap_microusd"] = 0
    assert free.ask(a_prompt(), run=a_run()).text == TEXT


def test_a_prompt_is_counted_exactly_before_it_is_refused(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    """40,000 bytes bound the prompt by 30,000 microdollars; its true 10,000 tokens fit the cap."""
    table = desk(Route(provider=gemini, model=MODEL))
    table.settings["run_cap_microusd"] = 20_000
    assert table.ask(a_prompt("word" * 10_000), run=a_run()).text == TEXT
    picture = a_prompt(parts=(BytesPart(data=b"x", media_type="image/png"),))
    table.settings["run_cap_microusd"] = 10**9
    assert table.ask(picture, run=a_run()).text == TEXT
    assert len(server.calls) == 2


@pytest.mark.parametrize("store", ["memory", "sqlite"])
def test_a_cap_holds_however_many_ask_at_once(
    gemini: GeminiProvider, server: LoopbackGemini, store: str, tmp_path: object
) -> None:
    from pathlib import Path

    from praxeo.adapters.sqlite import SqliteRecords

    assert isinstance(tmp_path, Path)
    records = SqliteRecords(tmp_path / "praxeo.sqlite3") if store == "sqlite" else None
    table = desk(Route(provider=gemini, model=MODEL), records=records)
    cap = 20_000
    table.settings["day_cap_microusd"] = cap
    outcomes: list[str] = []

    def ask(number: int) -> None:
        try:
            table.ask(a_prompt(f"Number {number}."), run=a_run(job_id=f"job_{number}"))
            outcomes.append("answered")
        except Refused as refusal:
            outcomes.append(refusal.code)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(outcomes) == {"answered", "cap_reached"}
    assert len(server.calls) == outcomes.count("answered")
    assert table.spent("day") == true_price(server) <= cap
    assert all(entry.status == "settled" for entry in table.entries())


def test_two_who_do_the_same_work_at_once_pay_once(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    server.faults.add("slow_drip")
    server.drip_seconds = 0.1
    table = desk(Route(provider=gemini, model=MODEL))
    table.clock.meanwhile = lambda: threading.Event().wait(0.05) and None  # let the other work
    answers: list[str] = []
    threads = [
        threading.Thread(target=lambda: answers.append(table.ask(a_prompt(), run=a_run()).text))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [TEXT] * 4
    assert len(server.calls) == len(table.entries()) == 1


def test_after_a_kill_in_the_middle_of_a_call_the_most_is_kept_as_its_price(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    class Killed(BaseException):
        pass

    class Dying:
        name = "gemini"

        def complete(self, *values: object, **named: object) -> None:
            raise Killed

    table = desk(Route(provider=Dying(), model=MODEL))  # type: ignore[arg-type]
    with pytest.raises(Killed):
        table.ask(a_prompt(), run=a_run())
    (left,) = table.entries()
    assert left.status == "open"
    held = table.spent("day")
    assert held == left.price_microusd > 7_500
    resumed = replace(table.ask, routes=(Route(provider=gemini, model=MODEL),))
    assert resumed(a_prompt(), run=a_run()).text == TEXT
    assert sum(table.clock.pauses) == pytest.approx(90, abs=1)  # until the claim was over
    lost, paid = table.entries()
    assert (lost.status, lost.charged, lost.estimated) == ("lost", False, True)
    assert table.spent("day") == held + paid.price_microusd


def test_a_kill_after_the_answer_is_kept_costs_nothing(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    """The first part of a long answer is kept; who resumes pays for the rest only."""

    class Killed(BaseException):
        pass

    table = desk(Route(provider=gemini, model=MODEL))
    short = a_prompt(output_tokens_max=250)
    heard: list[str] = []

    def die_in_the_second_part(text: str) -> None:
        heard.append(text)
        if len("".join(heard)) > 1_100:
            raise Killed

    with pytest.raises(Killed):
        table.ask(short, run=a_run(), on_text=die_in_the_second_part)
    before = len(server.calls)
    assert table.ask(short, run=a_run()).text == TEXT
    assert len(server.calls) - before == 1


def test_who_was_overtaken_takes_the_answer_of_the_other(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    """A process that slept through its claim finds its call lost, and does not pay for another."""
    table = desk(Route(provider=gemini, model=MODEL))
    overtaken: list[str] = []

    def sleep_for_minutes(text: str) -> None:
        if not overtaken:
            table.clock.moment += timedelta(minutes=5)
            overtaken.append(table.ask(a_prompt(), run=a_run(job_id="job_2")).text)

    assert table.ask(a_prompt(), run=a_run(), on_text=sleep_for_minutes).text == TEXT
    assert overtaken == [TEXT]
    assert [entry.status for entry in table.entries()] == ["lost", "settled"]
    assert len(server.calls) == 2


def test_no_model_is_a_sentence_that_names_the_setting() -> None:
    with pytest.raises(ModelUnavailable, match="PRAXEO_MODELS"):
        desk().ask(a_prompt(), run=a_run())


def test_a_waived_call_is_charged_no_more(gemini: GeminiProvider) -> None:
    table = desk(Route(provider=gemini, model=MODEL))
    completion = table.ask(a_prompt(), run=a_run())
    spent = table.spent("day")
    table.ask.ledger.waive("local", completion.ledger_entry_ids)
    (entry,) = table.entries()
    assert (entry.charged, table.spent("day")) == (False, spent)  # the bill came all the same


def test_the_keys_are_in_no_record_and_no_blob(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    from praxeo.domain.catalog import TABLES
    from praxeo.domain.record_json import to_body

    server.faults.add("busy_429", "cut")
    server.retry_seconds = 0
    table = desk(Route(provider=gemini, model=MODEL))
    completion = table.ask(a_prompt(), run=a_run())
    bodies = [
        to_body(record)
        for kind in TABLES
        for owner in ("local", "installation")
        for record in table.records.list(kind.record, {"owner": owner}, limit=200).records
    ]
    assert len(bodies) > 5
    assert KEY not in "".join(bodies) + repr(completion) + repr(table)
