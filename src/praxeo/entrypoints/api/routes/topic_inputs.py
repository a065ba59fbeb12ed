"""/v1/topic_inputs, beside what all inputs have, and /v1/topic_plans: what is asked, before, and what is left out, after."""

from __future__ import annotations

import json
from dataclasses import asdict

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.input_records import TopicInput
from praxeo.entrypoints.api.replies import IfMatch, caller, content, one, version_of
from praxeo.entrypoints.api.routing import table_router
from praxeo.entrypoints.api.topic_bodies import LeftOut, NewTopicPlan, TopicSummary
from praxeo.sources.research.planning import TopicPlan

router = table_router("topic_inputs")
plans_router = table_router("topic_plans")


@plans_router.post("", response_model=TopicPlan)
async def plan_topic(request: Request, body: NewTopicPlan) -> Response:
    """What is going to be asked for a topic and where, how many pages are read, and what that takes at the most.

    Nothing is asked and nothing is kept by it. Give the `queries` that you want asked with the topic.
    """
    praxeo, actor = caller(request)
    plan = praxeo.topics.plan(actor.account, body.topic, body.depth, body.queries)
    return content(request, json.dumps(asdict(plan), ensure_ascii=False).encode())


@router.get("/{input_id}/summary", response_model=TopicSummary)
async def summarise_topic(request: Request, input_id: str) -> Response:
    """What the pages say most about the topic: whole sentences of theirs, each with its place.

    No model writes it, and no word is another than in its source.
    """
    praxeo, actor = caller(request)
    said = await run_in_threadpool(praxeo.topics.summary, actor, input_id)
    told = {"sentences": [asdict(each) for each in said]}
    return content(request, json.dumps(told, ensure_ascii=False).encode())


@router.put("/{input_id}/left_out", response_model=TopicInput)
async def leave_out_pages(
    request: Request, input_id: str, body: LeftOut, if_match: IfMatch = None
) -> Response:
    """Say which of the pages that were read are not taught. It counts from the next making on.

    No place changes its name by it.
    """
    praxeo, actor = caller(request)
    version = version_of(if_match)
    left = await run_in_threadpool(
        praxeo.topics.leave_out, actor, input_id, body.addresses, version=version
    )
    return one(request, left)
