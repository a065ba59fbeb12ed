"""Models, quotes and the ledger over HTTP."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from plain_praxeo import add_text, outside_in_memory, run_all
from starlette.testclient import TestClient

from devtools.loopback.faults import FaultPlan
from devtools.loopback.gemini import LoopbackGemini
from devtools.loopback.serving import Exchange, served
from praxeo.app import Praxeo, build
from praxeo.config import read_config
from praxeo.domain.catalog import TABLES
from praxeo.domain.errors import PraxeoError
from praxeo.domain.record_json import to_body
from praxeo.domain.records import Example, changed
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.library.settings import SettingsService
from praxeo.observability import logs
from praxeo.ports.models import ModelRun, Prompt, TextPart
from praxeo.wiring.models import build_ask, build_models

PLANTED = "AIzaPlantedKey0123456789"


def with_models(environment: dict[str, str]) -> Praxeo:
    outside = outside_in_memory()
    parts = {"records": outside.records, "clock": outside.clock, "ids": outside.ids}
    config = read_config(environment).models
    models = build_models(config, **parts, settings=SettingsService(**parts).of)  # type: ignore[arg-type]
    ask = build_ask(models, config, records=outside.records, blobs=outside.blobs)
    return build(replace(outside, models=models, ask=ask, waive=models.ledger.waive))


def test_without_models_the_lists_are_empty_and_there_is_nothing_to_quote(
    client: TestClient, praxeo: Praxeo
) -> None:
    answer = client.get("/v1/models").json()
    assert answer["models"] == []
    assert answer["spent"][0] == {"scope": "day", "spent_microusd": 0, "cap_microusd": 5_000_000}
    assert client.get("/v1/ledger_entries").json() == {"records": [], "cursor": ""}
    assert client.get("/v1/ledger_entries/totals").json()["calls"] == 0
    example = add_text(praxeo)
    refused = client.get(f"/v1/models/quote?input_id={example.input_id}")
    assert (refused.status_code, refused.json()["code"]) == (404, "no_quote")
    assert client.get("/v1/ledger_entries?day=yesterday").status_code == 422


def test_caps_are_settings_and_bounded(client: TestClient) -> None:
    tag = client.get("/v1/settings").headers["etag"]
    body = {"author": "offline", "run_cap_microusd": 100, "day_cap_microusd": 0}
    changed = client.patch("/v1/settings", json=body, headers={"If-Match": tag}).json()
    assert (changed["author"], changed["run_cap_microusd"]) == ("offline", 100)
    assert client.get("/v1/models").json()["spent"][0]["cap_microusd"] == 0
    for wrong in ({"run_cap_microusd": -1}, {"author": "nobody"}, {"day_cap_microusd": 10**12}):
        tag = client.get("/v1/settings").headers["etag"]
        answer = client.patch("/v1/settings", json=wrong, headers={"If-Match": tag})
        assert answer.status_code == 422


def test_a_configured_model_is_listed_quoted_and_its_calls_are_in_the_ledger(
    tmp_path: Path, work: Callable[[], None]
) -> None:
    (tmp_path / "a.json").write_text('{"purpose": "write_spec", "text": "# A spec"}')
    praxeo = with_models({"PRAXEO_MODELS": f"scripted:{tmp_path}, gemini"})
    with TestClient(create_api(praxeo, ApiOptions())) as client:
        listed = client.get("/v1/models").json()["models"]
        assert [model["model"] for model in listed][:2] == ["recorded", "gemini-3.8-flash"]
        assert listed[1]["output_usd"] in (3.75, 7.5)
        example = add_text(praxeo)
        quote = client.get(f"/v1/models/quote?input_id={example.input_id}").json()
        assert quote["model"] == "recorded"
        assert quote["microusd"] == {"low": 0, "likely": 0, "high": 0}
        assert quote["tokens"]["low"] < quote["tokens"]["high"]
        long = client.get("/v1/models/quote?words=50000&author=model").json()
        assert long["tokens"]["low"] > quote["tokens"]["low"]
        assert client.get("/v1/models/quote?words=5000&author=offline").status_code == 404
        ask(praxeo, example.id)
        (entry,) = client.get(f"/v1/ledger_entries?example_id={example.id}").json()["records"]
        assert (entry["purpose"], entry["outcome"], entry["charged"]) == (
            "write_spec",
            "answered",
            True,
        )
        totals = client.get(f"/v1/ledger_entries/totals?example_id={example.id}").json()
        assert totals["calls"] == 1
        faults = client.get("/v1/models/faults").json()["faults"]
        assert len(faults) == 1
        assert "GEMINI_API_KEY" in faults[0]


def test_an_app_whose_spec_waits_is_quoted_without_the_spec() -> None:
    praxeo = with_models({"PRAXEO_MODELS": "gemini", "GEMINI_API_KEY": PLANTED})
    with TestClient(create_api(praxeo, ApiOptions())) as client:
        waiting = add_text(praxeo)
        whole = client.get("/v1/models/quote?words=500&author=model").json()["microusd"]["likely"]
        quote = f"/v1/models/quote?example_id={waiting.id}"
        for route in ("bespoke", "compiled"):
            before = praxeo.outside.records.get(Example, waiting.id)
            assert before is not None
            now = praxeo.outside.clock.now()
            praxeo.outside.records.save(changed(before, now, status="specified", route=route))
            answer = client.get(quote)
            if route == "bespoke":
                assert 0 < answer.json()["microusd"]["likely"] < whole
            else:
                assert (answer.status_code, answer.json()["code"]) == (404, "no_quote")


def ask(praxeo: Praxeo, example_id: str) -> None:
    prompt = Prompt(
        purpose="write_spec", version="write_spec 1", system="S", parts=(TextPart(text="T"),)
    )
    run = ModelRun(owner="local", example_id=example_id, job_id="", cap_microusd=10**6)
    assert praxeo.outside.ask is not None
    praxeo.outside.ask(prompt, run=run)


@pytest.mark.parametrize("known", [True, False])
def test_a_planted_key_is_found_nowhere(known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in a log line of any level, a record, a blob, an error, or an answer of the API."""
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    stream = StringIO()
    logs.start_logging("debug", stream)
    logging.getLogger(logs.NAME).addHandler(logging.NullHandler())
    server = LoopbackGemini(
        answer=lambda words, config: "An answer.",
        keys=frozenset({PLANTED if known else "another"}),
        faults=FaultPlan(["error_500", "cut", "html_502"]),
    )
    seen: list[str] = []
    with server.running() as address:
        praxeo = with_models(
            {
                "PRAXEO_MODELS": f"gemini, openai:{address}/v1#nobody",
                "GEMINI_API_KEY": PLANTED,
                "OPENAI_API_KEY": PLANTED,
                "PRAXEO_GEMINI_URL": address,
            }
        )
        with TestClient(create_api(praxeo, ApiOptions())) as client:
            example = add_text(praxeo)
            try:
                ask(praxeo, example.id)
            except PraxeoError as error:
                seen += [repr(error), error.message, repr(error.__cause__), repr(error.__context__)]
            logs.info(f"A careless line with {PLANTED}.", key=PLANTED)
            try:
                raise ValueError(f"a careless error with {PLANTED}")
            except ValueError:
                logs.unexpected("It failed.")
            for path in (
                "models",
                "models/faults",
                "ledger_entries",
                "jobs",
                "examples",
                "settings",
            ):
                seen.append(client.get(f"/v1/{path}").text)
    records = praxeo.outside.records
    for table in TABLES:
        for record in records.list(table.record, {"owner": "local"}, limit=200).records:
            seen.append(to_body(record))
            seen += [
                praxeo.outside.blobs.read(key).decode("utf-8", "replace")
                for key in praxeo.outside.blobs.keys(f"{table.name}/{record.id}")
            ]
    assert (server.calls != []) == known
    logged = stream.getvalue()
    assert logged.count("***") >= 3
    assert "A careless line with" in logged
    assert PLANTED not in logged
    assert PLANTED not in "\n".join(seen) + repr(praxeo)
    logging.getLogger(logs.NAME).handlers = []


def test_a_model_on_this_machine_is_found_chosen_and_asked_instead_of_all_others() -> None:
    asked: list[str] = []

    def handle(exchange: Exchange) -> None:
        if exchange.path_only == "/v1/models":
            return exchange.send_json({"data": [{"id": "qwen3:8b"}]})
        asked.append(exchange.json_body()["model"])
        return exchange.send_json({"error": {"message": "out of memory"}}, 500)

    with served(handle) as address:
        port = address.rpartition(":")[2]
        given = {"PRAXEO_MODELS": "gemini", "PRAXEO_LOCAL_MODELS": f"ollama={port}"}
        praxeo = with_models(given)
        with TestClient(create_api(praxeo, ApiOptions()), base_url="http://localhost") as client:
            (found,) = client.get("/v1/models/local").json()["models"]
            assert (found["address"], found["served_by"], found["billions"]) == (
                "ollama/qwen3:8b",
                "Ollama",
                8.0,
            )
            tag = client.get("/v1/settings").headers["etag"]
            choice = {"local_model": found["address"]}
            changed = client.patch("/v1/settings", json=choice, headers={"If-Match": tag})
            assert changed.json()["local_model"] == "ollama/qwen3:8b"
            (listed,) = client.get("/v1/models").json()["models"]
            assert (listed["model"], listed["local"], listed["output_usd"]) == ("qwen3:8b", True, 0)
            quoted = client.get("/v1/models/quote?words=500&bespoke=false").json()
            assert (quoted["model"], quoted["microusd"]["high"]) == ("qwen3:8b", 0)
            assert quoted["small_billions"] == 8.0
            refused = client.patch(
                "/v1/settings",
                json={"local_model": "ollama@evil.example/x"},
                headers={"If-Match": changed.headers["etag"]},
            )
            assert refused.status_code == 422
        run = ModelRun(owner="local", example_id="exa_1", job_id="job_1", cap_microusd=0)
        assert praxeo.outside.ask
        with pytest.raises(PraxeoError):
            praxeo.outside.ask(
                Prompt(
                    purpose="write_spec", version="w 1", system="s", parts=(TextPart(text="t"),)
                ),
                run=run,
            )
    assert set(asked) == {"qwen3:8b"}


def test_a_small_model_on_this_machine_writes_an_app_a_section_at_a_time() -> None:
    heard: list[str] = []
    card = {"front": "What is an enzyme?", "back": "a protein", "quote": "", "block": "b2"}

    def handle(exchange: Exchange) -> None:
        heard.append(json.dumps(exchange.json_body()["messages"]))
        said = {"cards": [card], "terms": [], "choices": []}
        choice = {"message": {"content": json.dumps(said)}, "finish_reason": "stop"}
        return exchange.send_json({"choices": [choice]})

    with served(handle) as address:
        praxeo = with_models({"PRAXEO_MODELS": f"openai:{address}/v1#qwen3:8b"})
        source = add_text(praxeo)
        run_all(praxeo)
        with TestClient(create_api(praxeo, ApiOptions())) as client:
            body = {"input_id": source.input_id, "author": "model", "route": "compiled"}
            made = client.post("/v1/examples", json=body).json()
            run_all(praxeo)
            example = client.get(f"/v1/examples/{made['id']}").json()
            spec = client.get(f"/v1/specs/{example['spec_id']}/text").text
    assert example["author"] == "qwen3:8b, write_section 1"
    assert "What is an enzyme?" in spec
    assert len(heard) == 1
    assert "You write practice for learners about one short text." in heard[0]
