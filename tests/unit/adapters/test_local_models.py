"""Models on this machine: found where their servers are, by what these say, and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest

from devtools.loopback.serving import Exchange, served
from praxeo.adapters.local_models import LocalServers
from praxeo.config import read_config
from praxeo.domain.errors import Refused
from praxeo.entrypoints.cli import main
from praxeo.ops.doctor.models_here import models_here, offers_of
from praxeo.ports.local_models import LocalModel
from praxeo.ports.models import ModelUnavailable
from tests.unit.models.model_fixtures import a_prompt

# What each server answers to GET /v1/models, and Ollama to GET /api/tags besides.
OLLAMA = {"data": [{"id": "qwen3:8b", "object": "model", "owned_by": "library"}, {"id": "phi4"}]}
TAGS = {"models": [{"name": "phi4", "details": {"parameter_size": "14.7B"}}]}
LLAMA_CPP = {
    "models": [{"name": "gemma.gguf"}],
    "data": [{"id": "gemma.gguf", "meta": {"n_params": 3_880_263_168, "n_ctx": 8192}}],
}
LM_STUDIO = {"data": [{"id": "qwen/qwen3-4b-2507", "owned_by": "organization_owner"}]}
VLLM = {"data": [{"id": "meta-llama/Llama-3.3-70B-Instruct", "max_model_len": 32_768}]}


@contextmanager
def server(*lists: tuple[str, Any]) -> Iterator[int]:
    """A server that gives these lists and answers all else with 404."""

    def handle(exchange: Exchange) -> None:
        known = dict(lists).get(exchange.path_only)
        if known == "hang":
            exchange.wait(30)
        exchange.send_json(known or {"error": "no"}, 200 if known else 404)

    with served(handle) as address:
        yield int(address.rpartition(":")[2])


def test_the_models_of_every_kind_of_server_are_found_with_their_sizes() -> None:
    with ExitStack() as stack:
        ports = {
            name: stack.enter_context(server(*lists))
            for name, lists in {
                "ollama": (("/v1/models", OLLAMA), ("/api/tags", TAGS)),
                "llama_cpp": (("/v1/models", LLAMA_CPP),),
                "lm_studio": (("/v1/models", LM_STUDIO),),
                "vllm": (("/v1/models", VLLM),),
            }.items()
        }
        found = LocalServers(ports).found()
    assert [(model.address, model.billions, model.context_tokens) for model in found] == [
        ("ollama/qwen3:8b", 8.0, 0),
        ("ollama/phi4", 14.7, 0),
        ("llama_cpp/gemma.gguf", 3.9, 8192),
        ("lm_studio/qwen/qwen3-4b-2507", 4.0, 0),
        ("vllm/meta-llama/Llama-3.3-70B-Instruct", 70.0, 32_768),
    ]


@pytest.mark.parametrize(
    "answer", [{"models": []}, {"data": "x"}, {"data": [{"id": 7}, {"id": "a\nb"}]}, {"data": [1]}]
)
def test_something_else_at_such_a_port_offers_nothing(answer: Any) -> None:
    with server(("/v1/models", answer)) as port:
        assert LocalServers({"llama_cpp": port}).found() == ()


def test_a_server_that_does_not_answer_is_waited_for_a_second() -> None:
    begun = time.monotonic()
    with server(("/v1/models", "hang")) as hanging, server(("/v1/models", VLLM)) as port:
        found = LocalServers({"ollama": hanging, "llama_cpp": hanging, "vllm": port}).found()
        assert time.monotonic() - begun < 4
    assert [model.server for model in found] == ["vllm"]


def test_the_size_of_a_model_is_asked_for_once() -> None:
    asked: list[str] = []

    def handle(exchange: Exchange) -> None:
        asked.append(exchange.path_only)
        exchange.send_json(LLAMA_CPP)

    with served(handle) as address:
        servers = LocalServers({"llama_cpp": int(address.rpartition(":")[2])})
        assert [servers.billions("gemma.gguf") for _ in range(3)] == [3.9, 3.9, 3.9]
        assert len(asked) == 1
        assert servers.billions("another") == 0.0


def test_no_proxy_hears_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with server(("/v1/models", VLLM)) as port:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")
        monkeypatch.delenv("NO_PROXY", raising=False)
        servers = LocalServers({"vllm": port})
        assert len(servers.found()) == 1
        provider = servers.provider("vllm")
        assert provider
        assert provider.models() == ("meta-llama/Llama-3.3-70B-Instruct",)
    assert servers.provider("ollama") is None


def test_where_to_look_is_configured_and_in_a_function_nowhere() -> None:
    assert read_config({}).models.local["ollama"] == 11434
    assert read_config({"PRAXEO_LOCAL_MODELS": "vllm=9000"}).models.local == {"vllm": 9000}
    assert read_config({"PRAXEO_LOCAL_MODELS": "off"}).models.local == {}
    assert read_config({"AWS_LAMBDA_FUNCTION_NAME": "api"}).models.local == {}
    for wrong in ("ollama", "ollama=0", "gpt=80", "ollama=x"):
        with pytest.raises(Refused, match="PRAXEO_LOCAL_MODELS"):
            read_config({"PRAXEO_LOCAL_MODELS": wrong})


def test_the_doctor_and_the_start_say_how_to_choose_one() -> None:
    nothing = models_here(())
    assert nothing.ok
    assert not nothing.needed
    assert offers_of(()) == ()
    found = [LocalModel(server="ollama", name=f"m{number}") for number in range(5)]
    assert models_here(found).message == "running: m0 (Ollama), m1 (Ollama), m2 (Ollama) and 2 more"
    assert "praxeo settings local_model=ollama/m0" in models_here(found).remedy
    assert "stays here" in offers_of(found)[0]


def test_one_is_chosen_by_command_and_caps_are_set(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("PRAXEO_DATA_DIR", str(tmp_path))
    with server(("/v1/models", VLLM)) as port:
        monkeypatch.setenv("PRAXEO_LOCAL_MODELS", f"vllm={port}")
        main(["settings"])
        assert "local_model=vllm/meta-llama/Llama-3.3-70B-Instruct" in capsys.readouterr().out
        main(["settings", "local_model=vllm/small", "run_cap=2.5", "month_cap=30"])
    told = capsys.readouterr().out
    assert "automatic (small)" in told
    assert "run_cap      $2.5" in told
    for wrong in ("local_model=http://127.0.0.1:22", "run_cap=-1", "run_cap=much", "colour=red"):
        with pytest.raises(SystemExit) as left:
            main(["settings", wrong])
        assert left.value.code
    main(["settings", "local_model="])
    assert "no model: the offline author writes" in capsys.readouterr().out


def test_a_chosen_one_that_is_not_there_is_said_so() -> None:
    with server(("/v1/models", VLLM)) as port:
        provider = LocalServers({"vllm": port}).provider("vllm")
    assert provider
    with pytest.raises(ModelUnavailable) as trouble:
        provider.complete(a_prompt(), model="small", seconds=5)
    assert trouble.value.code == "model_unreachable"
