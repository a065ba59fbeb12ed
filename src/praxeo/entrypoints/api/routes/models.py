"""/v1/models: the models that write, what an example will take, and what was spent."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from pydantic import Field, TypeAdapter
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.errors import NotFound
from praxeo.domain.records import AuthorKind
from praxeo.entrypoints.api.replies import caller, content
from praxeo.entrypoints.api.routing import table_router
from praxeo.entrypoints.api.shapes import Shape
from praxeo.models.quotes import Quote
from praxeo.models.service import ListedModel, Spent

router = table_router("models")
WORDS_MAX = 10_000_000  # more than any document has


class ModelsList(Shape):
    """The configured models in the order in which they are asked, and the caps of the caller."""

    models: list[ListedModel] = Field(description="Empty: the offline author writes everything.")
    spent: list[Spent]


class ModelFaults(Shape):
    """What is wrong with the configured models; sentences for a person."""

    faults: list[str]


@router.get("", response_model=ModelsList)
async def list_models(request: Request) -> Response:
    """List the configured models with their prices, and what was spent today and this month."""
    praxeo, actor = caller(request)
    answer = ModelsList(
        models=list(praxeo.models.listed(actor)), spent=list(praxeo.models.spent(actor))
    )
    return content(request, answer.model_dump_json().encode())


@router.get("/quote", response_model=Quote)
async def get_quote(
    request: Request,
    input_id: Annotated[
        str, Query(description="The document that an example is to be made of.")
    ] = "",
    words: Annotated[
        int | None, Query(ge=0, le=WORDS_MAX, description="Instead of a document: its words.")
    ] = None,
    example_id: Annotated[
        str,
        Query(
            description="Instead of both: the example that is to be changed in words, or whose spec waits for your word."
        ),
    ] = "",
    author: Annotated[
        AuthorKind | None, Query(description="Who writes. Left out: as the settings say.")
    ] = None,
    bespoke: Annotated[
        bool, Query(description="Whether a model writes the app itself, not only its spec.")
    ] = True,
) -> Response:
    """Say before a run what it will take: tokens, money in millionths of a US dollar, seconds."""
    praxeo, actor = caller(request)
    settings = praxeo.settings.get(actor)
    example = praxeo.examples.get(actor, example_id) if example_id else None
    if example and example.status == "specified":
        quote = praxeo.models.quote_app(settings, bespoke=example.route == "bespoke")
    elif example:
        subject, size = praxeo.change_requests.size(actor, example_id)
        quote = praxeo.models.quote_change(settings, characters=size, subject=subject)
    else:
        if words is None:
            words = praxeo.inputs.get(actor, input_id).word_count
        quote = praxeo.models.quote(settings, words=words, bespoke=bespoke, author=author)
    if quote is None:
        raise NotFound("no_quote", "No model is asked, so that nothing is paid for.")
    return content(request, TypeAdapter(Quote).dump_json(quote))


class FoundModel(Shape):
    """A model that a server on this machine offers."""

    address: str = Field(
        description="As the setting `local_model` takes it.", examples=["ollama/qwen3:8b"]
    )
    name: str
    served_by: str = Field(examples=["Ollama"])
    billions: float = Field(description="Its parameters in billions; 0: not told.")
    context_tokens: int = Field(description="How much it reads and writes at once; 0: not told.")


class FoundModels(Shape):
    """What model servers on this machine offer now."""

    models: list[FoundModel]


@router.get("/local", response_model=FoundModels)
async def list_local_models(request: Request) -> Response:
    """Look for model servers on this machine, and list what they offer. Nothing else is asked."""
    praxeo, _ = caller(request)
    found = await run_in_threadpool(praxeo.models.found_here)
    models = [
        FoundModel(
            address=each.address,
            name=each.name,
            served_by=each.served_by,
            billions=each.billions,
            context_tokens=each.context_tokens,
        )
        for each in found
    ]
    return content(request, FoundModels(models=models).model_dump_json().encode())


@router.get("/faults", response_model=ModelFaults)
async def list_model_faults(request: Request) -> Response:
    """Ask the providers whether the configured models can be used."""
    praxeo, _ = caller(request)
    faults = await run_in_threadpool(praxeo.models.faults)
    return content(request, ModelFaults(faults=list(faults)).model_dump_json().encode())
